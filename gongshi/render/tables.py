"""Turn tables of strings into the bytes of their downloads: CSV, CSV for Excel, JSON."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import simplejson

from gongshi.check.characters import FORMULA_STARTS
from gongshi.read import canonical
from gongshi.read.collection import Table

# A plain decimal, which a spreadsheet takes for the number it is.
DECIMAL: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
NUMBERS: Final = ("number", "integer")
# More than a spreadsheet keeps of a number.
LONG: Final = 16


@dataclass(frozen=True)
class Sheet:
    """What is downloaded as one table: fields as a Table Schema lists them, and rows of strings."""

    fields: tuple[Mapping[str, Any], ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names, in order."""
        return tuple(field["name"] for field in self.fields)


def column(name: str, title: str, title_en: str, said: str, said_en: str, kind: str = "string") -> Mapping[str, Any]:
    """A column of a table that is worked out: its name, and what readers of either language are told of it."""
    texts = {"title": title, "title_en": title_en, "description": said, "description_en": said_en}
    return {"name": name, "type": kind, **texts}


def sheet(table: Table) -> Sheet:
    """The table as it was read."""
    rows: Iterable[tuple[str, ...]] = table.frame.itertuples(index=False, name=None)
    return Sheet(table.fields, tuple(rows))


def formats(base: str, made: Sheet) -> dict[str, bytes]:
    """All downloads of a table by path: `base` with .csv, .excel.csv and .json."""
    return {f"{base}.csv": csv_bytes(made), f"{base}.excel.csv": excel_bytes(made), f"{base}.json": json_bytes(made)}


def csv_bytes(made: Sheet) -> bytes:
    """Canonical CSV: UTF-8 without BOM, LF, RFC 4180 quotes where needed, cells exactly as read."""
    return canonical.lines([made.names, *made.rows]).encode("utf-8")


def excel_bytes(made: Sheet) -> bytes:
    """CSV that a spreadsheet opens by a double click: BOM, CRLF, Chinese heads, no text that acts as a formula.

    Texts stand in quotes and numbers do not, unless they are longer than a spreadsheet's: a program told to keep
    quoted cells as text then keeps 011126 and every digit.
    """
    numeric = [field.get("type") in NUMBERS for field in made.fields]
    header = [_spread(str(field.get("title", field["name"])), False) for field in made.fields]
    rows = [[_spread(cell, n) for cell, n in zip(row, numeric, strict=True)] for row in made.rows]
    return b"\xef\xbb\xbf" + "".join(f"{','.join(row)}\r\n" for row in [header, *rows]).encode("utf-8")


def inert(cell: str) -> str:
    """The cell with a single quote before it, if a spreadsheet could take it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) and not DECIMAL.fullmatch(cell) else cell


def json_bytes(made: Sheet) -> bytes:
    """A JSON array of one object a row; numbers keep every digit, empty cells are null."""
    numeric = [field.get("type") in NUMBERS for field in made.fields]
    rows = [
        {name: _json(value, n) for name, value, n in zip(made.names, row, numeric, strict=True)} for row in made.rows
    ]
    return (simplejson.dumps(rows, ensure_ascii=False, indent=1, use_decimal=True) + "\n").encode("utf-8")


def _json(value: str, numeric: bool) -> str | Decimal | None:
    if value == "":
        return None
    return Decimal(value) if numeric else value


def is_short(cell: str) -> bool:
    """Whether this is a decimal of which a spreadsheet keeps every digit."""
    digits = cell.lstrip("-").replace(".", "").lstrip("0")
    return len(digits) < LONG and DECIMAL.fullmatch(cell) is not None


def _spread(cell: str, numeric: bool) -> str:
    return cell if numeric and is_short(cell) else _enclosed(inert(cell))


def _enclosed(cell: str) -> str:
    return canonical.enclosed(cell) if cell else ""
