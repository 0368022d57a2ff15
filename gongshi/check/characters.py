"""Check cells for characters that look right and are wrong: full-width digits, odd spaces, formulas."""

import re
from collections.abc import Mapping
from typing import Any, Final

from gongshi.check import hints
from gongshi.errors import Problem
from gongshi.read.catalog import Reading
from gongshi.read.collection import Table
from gongshi.read.tables import WRITTEN, Grid

# Columns whose cells are read by programs; prose columns may hold any character.
PROSE_TYPES: Final = ("string",)
ODD_SPACES: Final = "\u3000\u00a0\u2002\u2003\u2009\u200b\u202f\u2060"

# A spreadsheet takes a text that begins with one of these for a formula (OWASP, CSV injection).
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What a document prints of a negative number, with its unit: nothing in it can be run.
SIGNED: Final = re.compile(r"[+-][0-9][0-9.,]*[%‰]?[\u4e00-\u9fff]*")


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet could run this text as a formula."""
    return cell.startswith(FORMULA_STARTS) and not SIGNED.fullmatch(cell)


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Look-alike characters in numbers, dates and codes; stray spaces and formulas in any cell."""
    found: list[Problem] = []
    for dataset in reading.catalog.datasets:
        for table in dataset.tables:
            if table.file in reading.grids:
                found += _table_problems(table, reading.grids[table.file])
    return tuple(found)


def _table_problems(table: Table, grid: Grid) -> list[Problem]:
    found = []
    strict = {f["name"]: f for f in table.fields if _machine_read(f)}
    for number, row in enumerate(grid.rows, start=2):
        for column, value in zip(grid.header, row, strict=False):
            if column in strict and hints.plain(value) != value.strip() and _fits(value, strict[column]):
                odd = "".join(dict.fromkeys(c for c in value.strip() if hints.plain(c) != c))
                details = {"characters": odd, "suggestion": f": {_bare(hints.plain(value))}"}
                found.append(Problem("cell-lookalike", grid.place(number, column), value, details))
            elif value != value.strip() or any(space in value for space in ODD_SPACES):
                suggestion = f": {_bare(value)}" if column in strict else ""
                found.append(Problem("cell-space", grid.place(number, column), value, {"suggestion": suggestion}))
            elif is_formula(value):
                found.append(Problem("cell-formula", grid.place(number, column), value))
    return found


def _fits(value: str, field: Mapping[str, Any]) -> bool:
    """Whether a cell lacks nothing but plain characters: a dash in a column of numbers is no number in plain ones."""
    plain, constraints = _bare(hints.plain(value)), field.get("constraints", {})
    kind, words, form = field.get("type", ""), constraints.get("enum"), constraints.get("pattern", "")
    written = kind not in WRITTEN or WRITTEN[kind].fullmatch(plain) is not None
    return written and (words is None or plain in words) and re.search(form, plain) is not None


def _bare(value: str) -> str:
    return "".join(character for character in value if character not in ODD_SPACES).strip()


def _machine_read(field: object) -> bool:
    constraints = field.get("constraints", {}) if isinstance(field, dict) else {}
    kind = field.get("type", "string") if isinstance(field, dict) else "string"
    return kind not in PROSE_TYPES or "pattern" in constraints or "enum" in constraints
