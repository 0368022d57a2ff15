"""Nothing changes unsaid: every published figure that differs from its last release needs a correction.

Compared are the releases one after the other, and the present state with the last of them, so that a ledger that
loses a row is found as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
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
    """A change of a published figure that has to be accounted for, and the file and row where it shows.

    `table` is the one that held the old value.
    """

    figure: str
    field: str
    old: str
    new: str
    place: Place
    table: str


@dataclass(frozen=True)
class State:
    """The tables of a release or of the present, under the name of the edition, and the files withdrawn from it.

    In place of a withdrawn table stands what was last known of it before, so that a withdrawal hides no change; where
    nothing was, the state lacks it.
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
    past: list[State] = []
    for release in history.releases:
        past.append(_released(history, release, past[-1].tables if past else {}))
    return (*past,) if history.named(edition) else (*past, State(edition, tables(reading.frozen)))


def _released(history: History, release: Release, before: Mapping[str, Rows]) -> State:
    withdrawn = history.withdrawn(release)
    known = {path: before[path] for path in withdrawn if path in before}
    return State(release.name, {**known, **tables(history.content(release))}, frozenset(withdrawn))


def problems(reading: Reading) -> Iterator[Problem]:
    """Changes without a correction, corrections without a change, and those that tell another change."""
    known = states(reading)
    rows = {(c.release, c.figure, c.field): c for c in reading.catalog.corrections.values()}
    told: set[str] = set()
    for position, (old, new) in enumerate(pairwise(known), start=1):
        for need in needed(old, new):
            accounts = [rows[key] for key in _keys(need, known[: position + 1]) if key in rows]
            told |= {row.id for row in accounts}
            yield from _told(need, accounts, new.name, reading)
    unknown = {new.name for old, new in pairwise(known) if any(map(_is_table, old.withdrawn | new.withdrawn))}
    for row in rows.values():
        if row.id not in told and row.release not in unknown:
            yield from _unfounded(row, [state.name for state in known], reading)


def _is_table(path: str) -> bool:
    return path.endswith(".csv")


def _keys(need: Needed, known: Sequence[State]) -> Iterator[tuple[str, str, str]]:
    """Where corrections of a change may stand: in the last of the states, and in those before it that lost the table.

    A change that shows only now may have been made, and told, in a release whose table was withdrawn since.
    """
    *before, last = known
    lost = list(takewhile(lambda state: need.table in state.withdrawn, reversed(before)))
    yield from ((state.name, need.figure, need.field) for state in (*reversed(lost), last))


def needed(old: State, new: State) -> Iterator[Needed]:
    """Every watched change of a figure from one state to the next, as far as both are known."""
    lost = any(INDICATORS in state.withdrawn and INDICATORS not in state.tables for state in (old, new))
    for id_, (once, before) in old.figures.items():
        if id_ not in new.figures:
            yield Needed(id_, "id", id_, "", Place(once.file), once.file)
            continue
        place, after = new.figures[id_]
        for field in WATCHED if lost else (*WATCHED, "unit"):
            if before.get(field, "") != after.get(field, ""):
                there = Place(place.file, place.row, field)
                table = INDICATORS if field == "unit" else once.file
                yield Needed(id_, field, before.get(field, ""), after.get(field, ""), there, table)


def _told(need: Needed, rows: Sequence[Correction], release: str, reading: Reading) -> Iterator[Problem]:
    """Whether the ledger has the change, and as it was; of a figure that is gone it says what takes its place."""
    if not rows:
        details = {"figure": need.figure, "field": need.field, "old": need.old or "–", "new": need.new or "–"}
        lines = {"row": line(need, release, "zh"), "row_en": line(need, release, "en")}
        place = reading.at(need.place, need.place.column) if need.place.column else need.place
        yield Problem("correction-missing", place, need.figure, {**details, **lines, "file": FILE})
        return
    last = rows[-1]
    wrong = _wrong(need, rows)
    if wrong:
        row, column = wrong
        details = {"old": need.old or "–", "new": need.new or "–", "figure": need.figure}
        yield Problem("correction-differs", reading.at(row.place, column), getattr(row, column), details)
    elif need.field == "id" and last.new and last.new not in reading.catalog.figures:
        yield Problem("correction-unknown", reading.at(last.place, "new"), last.new)


def _wrong(need: Needed, rows: Sequence[Correction]) -> tuple[Correction, str] | None:
    """The first cell of corrections, one after the other, that does not lead from what was to what is."""
    values = (need.old, *(row.new for row in rows))
    differing = next((row for row, old in zip(rows, values, strict=False) if row.old != old), None)
    if differing:
        return differing, "old"
    return (rows[-1], "new") if need.field != "id" and rows[-1].new != need.new else None


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
