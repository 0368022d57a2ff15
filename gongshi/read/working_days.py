"""Read schemas/working-days.csv into a calendar.

The file holds only the days on which an order departs from Monday to Friday: a weekday off, a weekend worked. A year is
known when its National Day stands in it, the one holiday that every order moves; no year is guessed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read import tables
from gongshi.read.calendar import SATURDAY, Calendar
from gongshi.read.schemas import bare
from gongshi.read.tables import Row
from gongshi.read.values import Text

FILE: Final = "schemas/working-days.csv"
COLUMNS: Final = ("date", "works", "document")
WORDS: Final[Mapping[str, bool]] = MappingProxyType({"true": True, "false": False})
OCTOBER: Final = 10


def calendar(root: Path) -> tuple[Calendar, list[Problem]]:
    """The calendar of the publication at `root`, and the problems of rows that cannot be right."""
    schema = bare(COLUMNS)
    grid, found = tables.grid(root / FILE, FILE, schema["fields"])
    if found:
        return Calendar(), found
    rows = list(tables.rows(tables.table("schemas", "working-days", Text("工作日历", "Working days"), schema, grid)))
    problems = list(_wrong(rows))
    departures = {} if problems else {day: WORDS[row["works"]] for row in rows if (day := row.day("date"))}
    holding = sorted({day.year for day, works in departures.items() if day.month == OCTOBER and not works})
    years = range(holding[0], holding[-1] + 1) if holding else range(0)
    missing = sorted(set(years) - set(holding))
    if missing:
        return Calendar(), [Problem("calendar-gap", Place(FILE), str(missing[0]))]
    return Calendar(departures, years), problems


def _wrong(rows: list[Row]) -> Iterator[Problem]:
    before: date | None = None
    for row in rows:
        day, works = row.day("date"), row["works"]
        if day is None:
            yield Problem("calendar-date", row.place("date"), row["date"])
        elif works not in WORDS:
            yield Problem("calendar-works", row.place("works"), works)
        elif WORDS[works] == (day.weekday() < SATURDAY):
            yield Problem(f"calendar-{works}", row.place("works"), str(day))
        if day and before and day <= before:
            yield Problem("calendar-order", row.place("date"), str(day), {"before": str(before)})
        before = day or before
