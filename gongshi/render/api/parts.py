"""Turn the figures of one indicator, or of one area in one dataset, into a part: JSON, CSV, and a readme of the two."""

import hashlib
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from gongshi.read.collection import Dataset
from gongshi.read.values import Figure, Indicator, Text
from gongshi.record.remains import Home
from gongshi.render.api import cited, figures
from gongshi.render.api.known import ROOT, Json, Known, both, head, link, page
from gongshi.render.feeds import urn
from gongshi.render.tables import Sheet, csv_bytes, excel_bytes
from gongshi.render.words import Words

WHOLE: Final = "data/figures.csv"
# The two CSV files of a part and its readme, by what links to them are called.
SUFFIXES: Final[Mapping[str, str]] = {"csv": ".csv", "excel": ".excel.csv", "readme": ".txt"}
README: Final = resources.files("gongshi.render").joinpath("texts", "part.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Part:
    """Figures that were chosen by columns: where its files stand, what it is called, and which page shows it.

    `kind` and `id` name it as its URN does.
    """

    stem: str
    kind: str
    id: str
    title: Text
    chosen: Mapping[str, str]
    dataset: Dataset
    figures: tuple[Figure, ...]
    address: str

    @property
    def urn(self) -> str:
        """Its permanent id."""
        return urn(self.kind, self.id)

    @property
    def here(self) -> str:
        """The path of its JSON."""
        return f"{self.stem}.json"


def of_indicator(known: Known, indicator: Indicator) -> Part:
    """The figures of an indicator."""
    return Part(
        stem=f"{ROOT}indicators/{indicator.id}",
        kind="indicator",
        id=indicator.id,
        title=indicator.name,
        chosen={"indicator": indicator.id},
        dataset=known.catalog.dataset(indicator.dataset),
        figures=known.by_indicator.get(indicator.id, ()),
        address=page_of(known, indicator.id, indicator.dataset),
    )


def page_of(known: Known, indicator: str, dataset: str) -> str:
    """The address of the page that shows an indicator: its own, or that of its topic where it has but one figure."""
    several = len(known.by_indicator.get(indicator, ())) > 1
    return f"indicators/{indicator}/" if several else f"topics/{dataset}/"


def of_home(known: Known, area: str, dataset: Dataset) -> Part:
    """The figures of an area in a dataset."""
    named = known.catalog.areas[area].name
    return Part(
        stem=f"{ROOT}areas/{area}/{dataset.name}",
        kind="records",
        id=f"{area}/{dataset.name}",
        title=Text(f"{named.zh}：{dataset.title.zh}", f"{named.en}: {dataset.title.en}"),
        chosen={"area": area, "dataset": dataset.name},
        dataset=dataset,
        figures=known.by_home.get((area, dataset.name), ()),
        address=f"areas/{area}/{dataset.name}/",
    )


def homes(known: Known) -> Mapping[Home, tuple[str, ...]]:
    """The ids of the figures that were once at a home, an area and a dataset, of every home that is or was one.

    Left out are homes in areas or datasets that are themselves gone.
    """
    topics = {topic.name for topic in known.catalog.topics}
    stand = (home for home in {*known.by_home, *known.former} if home[0] in known.catalog.areas and home[1] in topics)
    return {home: known.former.get(home, ()) for home in sorted(stand)}


def indicator(known: Known, made: Part, measured: Indicator, histories: Mapping[str, Sequence[Json]]) -> Json:
    """The JSON of an indicator: what it means, and all its figures."""
    return {
        **_head(known, made),
        "id": measured.id,
        "urn": made.urn,
        "dataset": {"id": made.dataset.name, **both("title", made.dataset.title)},
        "unit": measured.unit,
        "unit_en": known.words["en"].unit(measured) or None,
        "per": list(measured.per),
        "measure": measured.measure,
        **both("base", measured.base),
        **both("definition", measured.definition),
        "figures": _members(known, made, histories),
    }


def home(known: Known, made: Part, gone: Sequence[str], histories: Mapping[str, Sequence[Json]]) -> Json:
    """The JSON of an area in a dataset: its figures, and those that were published there and are not there now."""
    area = known.catalog.areas[made.chosen["area"]]
    return {
        **_head(known, made),
        "urn": made.urn,
        "area": {"code": area.code, **both("title", area.name)},
        "dataset": {"id": made.dataset.name, **both("title", made.dataset.title)},
        "figures": _members(known, made, histories),
        "former": [_former(known, made, id_, histories.get(id_, ())) for id_ in sorted(gone)],
    }


def tables(known: Known, made: Part) -> dict[str, bytes]:
    """The two CSV files of a part by path: the rows of the table of all figures that it chose."""
    rows = Sheet(known.table.fields, tuple(known.rows[figure.id] for figure in made.figures))
    return {f"{made.stem}.csv": csv_bytes(rows), f"{made.stem}.excel.csv": excel_bytes(rows)}


def readme(known: Known, made: Part, files: Mapping[str, bytes]) -> bytes:
    """What was chosen from where, in Chinese and English; `files` are those of the part by path."""
    publication, terms = known.catalog.publication, head(known, made.here, made.title, made.dataset)["licence"]
    values = {
        "rows": len(made.figures),
        "all": len(known.catalog.figures),
        "whole": WHOLE,
        "licence": terms["title"],
        "licence_en": terms["title_en"],
        "licence_path": terms["path"],
        **{name.replace("citation", "cite"): line for name, line in _citation(known, made).items()},
        "files": "\n".join(_file(path, data) for path, data in sorted(files.items())),
        "contact": publication.contact.zh,
        "contact_en": publication.contact.en,
    }
    for words, suffix in ((known.words["zh"], ""), (known.words["en"], "_en")):
        told = _told(known, made, words)
        values |= {f"{name}{suffix}": text for name, text in told.items()}
    return string.Template(README).substitute(values).encode("utf-8")


def _head(known: Known, made: Part) -> Json:
    return {
        **head(known, made.here, made.title, made.dataset),
        **page(known, made.here, made.address),
        **{name: link(made.here, made.stem + suffix) for name, suffix in SUFFIXES.items()},
        **_citation(known, made),
    }


def _citation(known: Known, made: Part) -> Json:
    return cited.cited(known, (made.kind, made.id), made.title, made.address)


def _members(known: Known, made: Part, histories: Mapping[str, Sequence[Json]]) -> list[Json]:
    return [figures.member(known, made.here, figure, histories.get(figure.id, ())) for figure in made.figures]


def _former(known: Known, made: Part, id_: str, history: Sequence[Json]) -> Json:
    now = known.catalog.figures.get(id_)
    return {
        "id": id_,
        "urn": urn("figure", id_),
        **page(known, made.here, f"{made.address}#{id_}"),
        **page(known, made.here, now.url if now else "", "now"),
        "history": list(history),
    }


def _file(path: str, data: bytes) -> str:
    return f"  {path.rpartition('/')[2]}\n    SHA-256 {hashlib.sha256(data).hexdigest()}"


def _told(known: Known, made: Part, words: Words) -> Mapping[str, str]:
    """What the readme says in the language of the words."""
    language, publication, catalog = words.language, known.catalog.publication, known.catalog
    released = known.history.named(publication.edition) is not None
    edition = words.t("page-edition" if released else "page-edition-preview", edition=publication.edition)
    sources = dict.fromkeys(figure.source for figure in made.figures)
    disputed = [f.id for f in made.figures if any(not finding.holds for finding in known.checked.get(f.id, ()))]
    titles = {field["name"]: str(field["title" if language == "zh" else "title_en"]) for field in known.table.fields}
    return {
        "title": made.title[language],
        "site": publication.title[language],
        "notice": publication.notice[language],
        "edition": edition,
        "issued": words.day(publication.issued),
        "filter": "\n".join(f"  {name} = {value}" for name, value in made.chosen.items()),
        "sources": "\n".join(f"  {name}  {catalog.sources[name].title[language]}" for name in sources) or "  –",
        "disputed": words.t("page-comma").join(disputed) or "–",
        "columns": "\n".join(f"  {name}  {titles[name]}" for name in titles),
    }
