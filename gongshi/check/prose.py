"""Turn the Markdown of articles, notices and pages into its references and its problems, line by line.

{figure:ID}            the value of a figure, bound word and unit included
{relation:ID.left}     an amount computed by a relation; also .right and .difference
{chart:DATASET/VIEW}   a chart, on a line of its own
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gongshi.errors import LANGUAGES, Place, Problem
from gongshi.read.catalog import Reading
from gongshi.read.collection import Catalog
from gongshi.read.hanzi import simplified
from gongshi.read.heads import LINE, metadata
from gongshi.read.notices import FACTS

REFERENCE: Final = re.compile(r"\{(?P<kind>[a-z]+):(?P<key>[^{}\n]*)\}")
CHART: Final = re.compile(r"\{chart:(?P<key>[^{}\n]*)\}")
SIDES: Final = ("left", "right", "difference")
SCHEMES: Final = ("http", "https", "mailto")
REQUIRED: Final = {
    "articles": ("Title", "Date", "Summary"),
    "notices": ("Title", "Summary"),
    "pages": ("Title", "Summary"),
}
# Lines of a head that are no sentences.
UNREAD: Final = ("date", "slug", *FACTS)

FENCE: Final = re.compile(r"^\s{0,3}(```+|~~~+)")
TARGET: Final = re.compile(
    r"\]\(\s*<?([^)\s>]*)|^\s{0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)|<([A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>"
)
BOUND: Final = re.compile(
    r"`[^`]*`"  # code
    r"|\{[a-z]+:[^{}]*\}"  # a reference
    r"|!?\[[^\]]*\]\([^)]*\)|!?\[[^\]]*\]\[[^\]]*\]|^\s{0,3}\[[^\]]+\]:.*$|<[^>]*>|https?://\S+"  # a link
    r"|^\s*(?:#+\s*)?\d+[.)、]\s"  # the number of a list item
)
_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATED: Final = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?:\s*[—–-]\s*(?:19|20)\d{2})*年?(?:\d{1,2}(?:[—–-]\d{1,2})?月(?:\d{1,2}日?)?)?(?!\d)(?!年?[—–-]\d)"
    r"|(?<!\d)(?:19|20)\d{2}-\d{2}(?:-\d{2})?(?!\d)"
    r"|(?<!\d)\d{1,2}(?:[—–-]\d{1,2})?月(?:\d{1,2}日)?"
    rf"|(?<!\d)\d{{1,2}}\s{_MONTH}\b"
)
# A number with its scale words, so that it is quoted as it stands: 3.5亿, 1亿2千万, 60％, 3000余.
_DIGITS: Final = r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*"
NUMBER: Final = re.compile(rf"(?:{_DIGITS}[百千万亿]+)*{_DIGITS}(?:[%％]|[百千万亿]*[余多]?)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference found in prose: `figure`, `relation`, `chart` or a word nobody knows, what it names, its line."""

    kind: str
    key: str
    line: int
    alone: bool

    @property
    def relation(self) -> str:
        """The relation's id, for a reference to an amount of a relation."""
        return self.key.rpartition(".")[0]

    @property
    def side(self) -> str:
        """Which amount of the relation: left, right or difference."""
        return self.key.rpartition(".")[2]


def problems(reading: Reading) -> tuple[Problem, ...]:
    """All faults of a publication's articles, notices and pages, and of the sentences of its headlines."""
    found = [*of_texts(reading.catalog, reading.texts), *_of_headlines(reading.catalog)]
    # What could not be read is reported in its own place, not again wherever it is named.
    return tuple(p for p in found if not p.code.startswith("prose-unknown") or reading.lacks(p.value or ""))


def of_texts(catalog: Catalog, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """All faults of texts, given by their path under the root."""
    return tuple(problem for file, text in texts.items() for problem in _of_text(catalog, file, text))


def references(text: str) -> tuple[Reference, ...]:
    """Every reference of a text, code left out, with the line it stands on."""
    return tuple(
        Reference(match["kind"], match["key"], number, line.strip() == match[0])
        for number, line in lines(text)
        for match in REFERENCE.finditer(re.sub(r"`[^`]*`", "", line))
    )


def unknown(catalog: Catalog, reference: Reference, place: Place) -> Problem | None:
    """The problem of a reference that leads nowhere, if it does."""
    found = {
        "figure": lambda: reference.key in catalog.figures,
        "relation": lambda: _is_amount(catalog, reference),
        "chart": lambda: reference.key in {f"{v.dataset}/{v.id}" for v in catalog.views},
    }.get(reference.kind)
    if found is None or (reference.kind == "chart" and not reference.alone):
        return Problem("prose-reference", place, f"{{{reference.kind}:{reference.key}}}")
    return None if found() else Problem(f"prose-unknown-{reference.kind}", place, reference.key)


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of a text without code blocks; what a head says that is no sentence is left out too."""
    fence, head = "", True
    for number, line in enumerate(text.splitlines(), start=1):
        match = LINE.match(line) if head else None
        head = head and match is not None
        mark = FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif not (match and match["name"].lower() in UNREAD):
            yield number, match["value"] if match else line


def naked_numbers(line: str, units: Iterable[str] = ()) -> tuple[str, ...]:
    """Numbers of a line that are bound to no figure and are no year, no date and no list number.

    Each is given with its scale words and with the longest word of `units` that follows: 3.5亿元.
    """
    rest = DATED.sub(" ", BOUND.sub(" ", line))
    longest = sorted(units, key=len, reverse=True)
    # Traditional characters fold one for one, so that a match of the folded line stands at the same place in the line.
    ends = [(match.start(), match.end()) for match in NUMBER.finditer(simplified(rest))]
    return tuple(rest[start : end + len(_follower(rest, end, longest))] for start, end in ends)


def _follower(text: str, end: int, words: Sequence[str]) -> str:
    return next((word for word in words if text.startswith(word, end)), "")


def _of_text(catalog: Catalog, file: str, text: str) -> Iterator[Problem]:
    head = metadata(text)
    for name in REQUIRED[file.split("/")[-2]]:
        if not head.get(name.lower()):
            yield Problem("prose-metadata", Place(file, 1), name)
    if head.get("date") and not _is_day(head["date"]):
        yield Problem("prose-date", Place(file, _line_of(text, "date")), head["date"])
    for reference in references(text):
        problem = unknown(catalog, reference, Place(file, reference.line))
        if problem:
            yield problem
    units = [unit.word for unit in catalog.units if unit.word]
    for number, line in lines(text):
        yield from (Problem("prose-link", Place(file, number), target) for target in _refused(line))
        yield from (Problem("prose-naked-number", Place(file, number), value) for value in naked_numbers(line, units))


def _of_headlines(catalog: Catalog) -> Iterator[Problem]:
    for headline in catalog.publication.headlines:
        for reference in (r for language in LANGUAGES for r in references(headline.sentence[language])):
            problem = unknown(catalog, reference, headline.place)
            if problem:
                yield problem


def _refused(line: str) -> tuple[str, ...]:
    targets = [next(filter(None, match.groups()), "") for match in TARGET.finditer(re.sub(r"`[^`]*`", "", line))]
    return tuple(target for target in targets if not is_allowed(target))


def is_allowed(target: str) -> bool:
    """Whether a link may lead there: relative, http, https or mailto, and no host without a scheme.

    Judged as a browser reads it: character references resolved, blanks left out, \\ taken for /. Braces and bars
    are refused, since a reference is no address and Pelican has commands of its own in them.
    """
    plain = re.sub(r"[\x00-\x20]", "", html.unescape(target)).replace("\\", "/")
    if re.search(r"[{}|]", plain):
        return False
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", plain)
    if scheme:
        return scheme[1].lower() in SCHEMES
    return ":" not in re.split(r"[/?#]", plain)[0] and not plain.startswith("//")


def _is_amount(catalog: Catalog, reference: Reference) -> bool:
    return reference.side in SIDES and reference.relation in {r.id for r in catalog.relations if not r.each}


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _line_of(text: str, name: str) -> int:
    heads = (line.partition(":")[0].lower() for line in text.splitlines())
    return next(number for number, found in enumerate(heads, start=1) if found == name)
