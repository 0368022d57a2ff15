"""Read CSV files into frames of strings, and say what is wrong with their form."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from gongshi.errors import Place, Problem
from gongshi.read import headers, limits
from gongshi.read.collection import Table
from gongshi.read.documents import text_of
from gongshi.read.values import Text

CONTROL: Final = "file-control-character"
# How numbers and dates are written in a cell. So many digits and no more: all arithmetic with them is exact.
WRITTEN: Final = MappingProxyType(
    {
        "number": re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9})?"),
        "integer": re.compile(r"-?[0-9]{1,18}"),
        "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    }
)


def cell_name(row: int, position: int) -> str:
    """What Excel calls the cell in `row` (the header is 1) and column `position` (from 0)."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A CSV file as it stands: the header and the rows, nothing repaired."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def place(self, row: int, column: str | None = None, position: int | None = None) -> Place:
        """The place of a cell in `row` by its column's name or position."""
        if position is None and column in self.header:
            position = self.header.index(column)
        return Place(self.file, row, column, None if position is None else cell_name(row, position))

    def column(self, name: str) -> tuple[str, ...]:
        """The cells of a column, one a row, "" where the row is too short; none where there is no such column."""
        position = self.header.index(name) if name in self.header else None
        return () if position is None else tuple("".join(row[position : position + 1]) for row in self.rows)


def grid(path: Path, file: str, fields: Sequence[Mapping[str, Any]]) -> tuple[Grid, list[Problem]]:
    """A CSV file's cells, and the problems of its encoding, delimiter, quotes and header.

    `fields` are those of its Table Schema. Where there are problems the grid is empty.
    """
    text, problems = text_of(path, file)
    empty, expected = Grid(file, (), ()), [str(field["name"]) for field in fields]
    if problems:
        return empty, problems
    if not text.strip():
        return empty, [Problem("table-empty", Place(file), details={"expected": ",".join(expected)})]
    foreign = _foreign_delimiter(text.splitlines()[0], expected)
    if foreign:
        return empty, [Problem("table-delimiter", Place(file, 1), foreign)]
    rows, problems = _rows(text, file)
    if problems:
        return empty, problems
    places = [Place(file, 1, name, cell_name(1, position)) for position, name in enumerate(rows[0])]
    problems = headers.problems(places, rows[0], fields) or list(_cell_problems(file, rows))
    return (empty if problems else Grid(file, rows[0], tuple(rows[1:]))), problems


def _rows(text: str, file: str) -> tuple[list[tuple[str, ...]], list[Problem]]:
    """Header and rows as they stand; no more of them are read than there may be."""
    reader, rows, start = csv.reader(io.StringIO(text, newline=""), strict=True), list[tuple[str, ...]](), 1
    try:
        for row in reader:
            rows.append(tuple(row))
            start = reader.line_num + 1
            if len(row) > limits.COLUMNS:
                return rows, [limits.exceeded("columns", limits.COLUMNS, Place(file, len(rows)))]
            if len(rows) > limits.ROWS + 1:
                return rows, [limits.exceeded("rows", limits.ROWS, Place(file, len(rows)))]
    except csv.Error as error:
        if "field limit" in str(error):
            return rows, [limits.exceeded("cell", limits.CELL, Place(file, start))]
        return rows, [Problem("table-quote", Place(file, start))]
    return rows, []


def _cell_problems(file: str, rows: Sequence[tuple[str, ...]]) -> Iterator[Problem]:
    """Cells with too much text, or with a carriage return, which some programs take for the end of the row."""
    for number, row in enumerate(rows, start=1):
        for position, cell in enumerate(row):
            if len(cell) > limits.CELL or "\r" in cell:
                column = rows[0][position] if position < len(rows[0]) else None
                place = Place(file, number, column, cell_name(number, position))
                long = len(cell) > limits.CELL
                yield limits.exceeded("cell", limits.CELL, place) if long else Problem(CONTROL, place, "U+000D")


def _foreign_delimiter(header: str, expected: Sequence[str]) -> str | None:
    if len(expected) < 2 or header.count(",") >= len(expected) // 2:
        return None
    for delimiter, name in ((";", "; "), ("\t", "Tab"), ("|", "|"), ("，", "，")):
        if header.count(delimiter) >= len(expected) // 2:
            return name.strip()
    return None


def table(dataset: str, name: str, title: Text, schema: Mapping[str, Any], read: Grid) -> Table:
    """The grid as a Table: one string column for each field; a row of another length is left blank."""
    names = [str(field["name"]) for field in schema["fields"]]
    cells = [row if len(row) == len(names) else ("",) * len(names) for row in read.rows]
    return Table(dataset, name, read.file, title, schema, pd.DataFrame(cells, columns=names, dtype=str))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number in the file and its cells by column name."""

    table: Table
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def text(self, column: str) -> Text:
        """The Chinese and English phrase of a column that stands in both languages."""
        return Text(self.cells[column], self.cells[f"{column}_en"])

    def parts(self, column: str) -> tuple[str, ...]:
        """The parts of a cell joined by +."""
        return tuple(part for part in self.cells[column].split("+") if part)

    def place(self, column: str | None = None) -> Place:
        """Where the cell, or the row, stands."""
        if column is None:
            return Place(self.table.file, self.number)
        position = list(self.cells).index(column)
        return Place(self.table.file, self.number, column, cell_name(self.number, position))

    def day(self, column: str) -> date | None:
        """The day in a cell; None where it is empty or no ISO date."""
        written = self.cells[column]
        try:
            return date.fromisoformat(written) if WRITTEN["date"].fullmatch(written) else None
        except ValueError:
            return None

    def decimal(self, column: str) -> Decimal | None:
        """The decimal in a cell; None where it is none."""
        written = self.cells[column]
        return Decimal(written) if WRITTEN["number"].fullmatch(written) else None


def rows(read: Table) -> Iterator[Row]:
    """The rows of a table in file order; the first data row is row 2. Blank rows are left out."""
    names = list(read.frame.columns)
    for number, cells in enumerate(read.frame.itertuples(index=False, name=None), start=2):
        if any(cells):
            yield Row(read, number, dict(zip(names, cells, strict=True)))
