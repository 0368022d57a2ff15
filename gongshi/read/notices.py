"""Turn the texts under content/<language>/notices/ into notices.

The facts of a notice stand in the head of its text in the publication's first language; the text in another language
has the same file name and brings only Title, Summary and body.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from gongshi.errors import Place
from gongshi.read.heads import head_of, metadata
from gongshi.read.ledgers import Contact, Notice
from gongshi.read.values import Text

FOLDER: Final = "notices"
DAYS: Final = ("signed", "published", "opens", "closes")
PERIOD: Final = ("opens", "closes", "unit", "counting")
# The names of the lines that say facts; those ending in _en say the same in English.
FACTS: Final = (
    *("kind", "index", "item", "elements", "publisher", "publisher_en", "level", "area", *DAYS, "unit", "counting"),
    *("phone", "address", "address_en", "mail", "hotline", "reviewer", "reviewer_en", "figures", "datasets"),
)
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def notices(texts: Mapping[str, str], languages: tuple[str, ...]) -> Mapping[str, Notice]:
    """Every notice by its slug, in order of file; what its head lacks or misspells is empty."""
    first = languages[0] if languages else "zh"
    return {slug: notice(slug, file, texts) for slug, file in files(texts, first)}


def files(texts: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    """The notices of one language: slug and file."""
    paths = (PurePosixPath(file) for file in texts)
    return ((path.stem, str(path)) for path in paths if path.parts[1:3] == (language, FOLDER))


def file_of(language: str, slug: str) -> str:
    """Where the text of a notice in a language stands."""
    return f"content/{language}/{FOLDER}/{slug}.md"


def notice(slug: str, file: str, texts: Mapping[str, str]) -> Notice:
    """The notice whose facts stand in `file`, its title and summary in each language that has a text."""
    head = metadata(texts[file])
    titles = {lang: metadata(texts.get(file_of(lang, slug), "")) for lang in ("zh", "en")}
    return Notice(
        slug=slug,
        kind=head.get("kind", ""),
        index=head.get("index", ""),
        item=head.get("item", ""),
        elements=parts(head.get("elements", "")),
        publisher=_text(head, "publisher"),
        level=head.get("level", ""),
        area=head.get("area", ""),
        signed=day(head.get("signed", "")),
        published=day(head.get("published", "")),
        opens=day(head.get("opens", "")),
        closes=day(head.get("closes", "")),
        unit=head.get("unit", ""),
        counting=head.get("counting", ""),
        contact=Contact(head.get("phone", ""), _text(head, "address"), head.get("mail", "")),
        hotline=head.get("hotline", ""),
        reviewer=_text(head, "reviewer"),
        figures=parts(head.get("figures", "")),
        datasets=parts(head.get("datasets", "")),
        title=Text(*(titles[lang].get("title", "") for lang in ("zh", "en"))),
        summary=Text(*(titles[lang].get("summary", "") for lang in ("zh", "en"))),
        place=Place(file, 1),
        lines={name.lower(): number for number, name, _ in head_of(texts[file])},
    )


def day(written: str) -> date | None:
    """The day that is written; None where it is none."""
    try:
        return date.fromisoformat(written) if DAY.fullmatch(written) else None
    except ValueError:
        return None


def parts(written: str) -> tuple[str, ...]:
    """Ids joined by +."""
    return tuple(part for one in written.split("+") if (part := one.strip()))


def _text(head: Mapping[str, str], name: str) -> Text:
    return Text(head.get(name, ""), head.get(f"{name}_en", ""))
