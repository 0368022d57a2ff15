"""Nothing changes unsaid: every published figure that differs from its last release needs a correction.

Compared are the releases one after the other, and the present state with the last of them, so that a ledger that
loses a row is found as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read import canonical
from gongshi.read.catalog import Reading
from gongshi.read.frozen import Rows, tables
from gongshi.read.history import History, Release
from gongshi.read.ledgers import Correction

FILE: Final = "datasets/corrections/corrections.csv"
# What may not change of a figure without a word; `unit` is its indicator's.
WATCHED: Final = ("value", "bound", "kind", "status", "period_start", "period_end", "indicator", "area", "scope")
FIGURES: Final = {"id", "indicator", "value", "stated"}
INDICATORS: Final = "datasets/indicators/indicators.csv"
# What stands where the person who corrects has to write: reason, explanation, evidence, post, day.
BLANKS: Final = {
    "zh": ("原因", "说明", "说明英文", "依据", "依据英文", "决定的岗位", "岗位英文", "年-月-日"),
    "en": (
        *("reason", "explanation in Chinese", "explanation", "evidence in Chinese", "evidence"),
        *("post in Chinese", "post", "year-month-day"),
    ),
}


@dataclass(frozen=True, slots=True)
class Needed:
    """A change of a published figure that has to be accounted for, and the file and row where it shows."""

    figure: str
    field: str
    old: str
    new: str
    place: Place


@dataclass(frozen=True)
class State:
    """The tables of a release or of the present, under the name of the edition, and the files withdrawn from it.

    What a withdrawn table held is not known any more: nothing can be said of how it differs from another.
    """

    name: str
    tables: Mapping[str, Rows]
    withdrawn: frozenset[str] = frozenset()

    @cached_property
    def figures(self) -> Mapping[str, tuple[Place, Mapping[str, str]]]:
        """Every figure with the row it stands in, by id; its unit is among its cells."""
        topics = ((path, rows) for path, rows in self.tables.items() if set(rows.columns) >= FIGURES)
        return {
            id_: (Place(path, line), self._with_unit(row))
            for path, rows in topics
            for line, (id_, row) in enumerate(rows.rows.items(), start=2)
        }

    def _with_unit(self, row: Mapping[str, str]) -> Mapping[str, str]:
        indicators = self.tables.get(INDICATORS)
        indicator = indicators.rows.get(row["indicator"], {}) if indicators else {}
        return {**row, "unit": "/".join(filter(None, (indicator.get("unit", ""), indicator.get("per", ""))))}


def states(reading: Reading) -> tuple[State, ...]:
    """All releases and, where the present edition is none of them, the present state as the last."""
    history, edition = reading.history, reading.catalog.publication.edition
    past = tuple(_released(history, release) for release in history.releases)
    return past if history.named(edition) else (*past, State(edition, tables(reading.frozen)))


def _released(history: History, release: Release) -> State:
    return State(release.name, tables(history.content(release)), frozenset(history.withdrawn(release)))


def problems(reading: Reading) -> Iterator[Problem]:
    """Changes without a correction, corrections without a change, and those that tell another change."""
    known = states(reading)
    rows = {(c.release, c.figure, c.field): c for c in reading.catalog.corrections.values()}
    told: set[tuple[str, str, str]] = set()
    unknown: set[str] = set()
    for old, new in zip(known, known[1:], strict=False):
        unknown |= {new.name} if any(path.endswith(".csv") for path in old.withdrawn | new.withdrawn) else set()
        for need in needed(old, new):
            key = (new.name, need.figure, need.field)
            told.add(key)
            yield from _told(need, rows.get(key), new.name, reading)
    for key, correction in rows.items():
        if key not in told and correction.release not in unknown:
            yield from _unfounded(correction, [state.name for state in known], reading)


def needed(old: State, new: State) -> Iterator[Needed]:
    """Every watched change of a figure from one state to the next, as far as both are known."""
    withdrawn = old.withdrawn | new.withdrawn
    watched = WATCHED if INDICATORS in withdrawn else (*WATCHED, "unit")
    for id_, (once, before) in old.figures.items():
        if id_ not in new.figures:
            yield from () if once.file in withdrawn else [Needed(id_, "id", id_, "", Place(once.file))]
            continue
        place, after = new.figures[id_]
        for field in watched:
            if before.get(field, "") != after.get(field, ""):
                there = Place(place.file, place.row, field)
                yield Needed(id_, field, before.get(field, ""), after.get(field, ""), there)


def _told(need: Needed, row: Correction | None, release: str, reading: Reading) -> Iterator[Problem]:
    """Whether the ledger has the change, and as it was; of a figure that is gone it says what takes its place."""
    if row is None:
        details = {"figure": need.figure, "field": need.field, "old": need.old or "–", "new": need.new or "–"}
        lines = {"row": line(need, release, "zh"), "row_en": line(need, release, "en")}
        place = reading.at(need.place, need.place.column) if need.place.column else need.place
        yield Problem("correction-missing", place, need.figure, {**details, **lines, "file": FILE})
    elif row.old != need.old or (need.field != "id" and row.new != need.new):
        column = "old" if row.old != need.old else "new"
        details = {"old": need.old or "–", "new": need.new or "–", "figure": need.figure}
        yield Problem("correction-differs", reading.at(row.place, column), getattr(row, column), details)
    elif need.field == "id" and row.new and row.new not in reading.catalog.figures:
        yield Problem("correction-unknown", reading.at(row.place, "new"), row.new)


def _unfounded(row: Correction, releases: Sequence[str], reading: Reading) -> Iterator[Problem]:
    if row.release not in releases:
        yield Problem(
            "correction-release", reading.at(row.place, "release"), row.release, {"known": "、".join(releases)}
        )
    else:
        yield Problem("correction-unfounded", reading.at(row.place, "figure"), row.figure, {"release": row.release})


def line(need: Needed, release: str, language: str) -> str:
    """The row to add to the ledger, with what is known filled in."""
    id_ = f"{need.figure}-{release}-{need.field.replace('_', '-')}"
    blanks = (f"<{word}>" for word in BLANKS[language])
    return canonical.lines([(id_, need.figure, release, need.field, need.old, need.new, *blanks)]).rstrip("\n")
