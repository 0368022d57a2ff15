"""Check every cell against its Table Schema: types, constraints, keys and foreign keys, by frictionless."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from frictionless import FrictionlessException, Package, Schema

from gongshi.check import hints
from gongshi.check.expectations import pattern
from gongshi.check.references import nearest
from gongshi.errors import Place, Problem
from gongshi.read import limits
from gongshi.read.catalog import Reading
from gongshi.read.collection import Table
from gongshi.read.tables import WRITTEN, Grid

PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
CODES: Final[Mapping[str, str]] = {
    "enum": "cell-choice",
    "pattern": "cell-pattern",
    "required": "cell-required",
    "minLength": "cell-length",
    "maxLength": "cell-length",
    "minimum": "cell-range",
    "maximum": "cell-range",
}


def problems(reading: Reading) -> tuple[Problem, ...]:
    """All faults of all tables whose form could be read, with row, column and Excel cell."""
    faulty = {name: fault for name, schema in reading.schemas.items() if (fault := _fault(schema))}
    unfit = [reading.schemas[name] for name in faulty]
    read = (t for d in reading.catalog.datasets for t in d.tables if t.file in reading.grids)
    tables = {t.resource: t for t in read if t.schema not in unfit}
    found = [Problem("schema-invalid", Place(f"schemas/{n}.json"), details={"reason": r}) for n, r in faulty.items()]
    report = Package.from_descriptor(_package(tables, reading.grids)).validate(limit_errors=2 * limits.PROBLEMS)
    for task in report.tasks:
        table = tables[task.name]
        found += _translate(task.errors, table, reading.grids[table.file], tables)
        found += _forms(table, reading.grids[table.file])
    return tuple(found)


def _fault(schema: Mapping[str, Any]) -> str:
    """Why frictionless takes this for no Table Schema, such as a length of numbers; "" where it is one."""
    try:
        Schema.from_descriptor(dict(schema))
    except FrictionlessException as exception:
        return str((exception.reasons or [exception.error])[0].note)
    return ""


def _package(tables: Mapping[str, Table], grids: Mapping[str, Grid]) -> dict[str, Any]:
    # The cells go in as data, so that frictionless judges what was read and touches no file.
    resources: list[dict[str, Any]] = [
        {
            "name": name,
            "data": _even(grids[t.file]),
            "schema": dict(t.schema)
            | {"foreignKeys": [k for k in t.schema.get("foreignKeys", []) if _usable(k, tables, t)]},
        }
        for name, t in tables.items()
    ]
    return {"$schema": PROFILE, "name": "edition", "resources": resources}


def _even(grid: Grid) -> list[list[str]]:
    """Header and rows of one length, since frictionless guesses where the table begins; other rows come out blank."""
    width = len(grid.header)
    return [list(grid.header), *(list(row) if len(row) == width else [""] * width for row in grid.rows)]


def _usable(key: Mapping[str, Any], tables: Mapping[str, Table], own: Table) -> bool:
    """Whether the table and the column that a foreign key refers to could be read."""
    target = tables.get(key["reference"]["resource"] or own.resource)
    return target is not None and key["reference"]["fields"][0] in target.frame


def _translate(errors: Iterable[Any], table: Table, grid: Grid, tables: Mapping[str, Table]) -> list[Problem]:
    errors = list(errors)
    width = len(grid.header)
    broken = {number for number, row in enumerate(grid.rows, start=2) if len(row) != width or not any(row)}
    doubled = {e.row_number for e in errors if e.type == "unique-error"}
    found = [_row_problem(number, grid) for number in sorted(broken)]
    for error in errors:
        if getattr(error, "row_number", None) in broken:
            continue
        if error.type == "foreign-key":
            found += _unknown(error, table, grid, tables)
        elif error.type == "primary-key":
            if error.row_number not in doubled:
                found.append(_double(error.row_number, table, grid))
        else:
            found.append(_cell_problem(error, table, grid))
    return found


def _forms(table: Table, grid: Grid) -> list[Problem]:
    """Numbers and dates in a form that frictionless lets pass and others may misread: 1e4, NaN, 12_000, 2017-1-5."""
    found = []
    kinds = {f["name"]: f.get("type", "") for f in table.fields if f.get("type", "") in WRITTEN}
    for number, row in enumerate(grid.rows, start=2):
        for column, value in zip(grid.header, row, strict=False):
            if value and column in kinds and not WRITTEN[kinds[column]].fullmatch(value):
                found.append(_type_problem(kinds[column], grid.place(number, column), value, {}))
    return found


def _row_problem(number: int, grid: Grid) -> Problem:
    row, width = grid.rows[number - 2], len(grid.header)
    if not any(row):
        return Problem("row-blank", Place(grid.file, number))
    count = str(abs(len(row) - width))
    if len(row) < width:
        place = grid.place(number, position=len(row))
        return Problem("row-short", place, details={"count": count, "expected": str(width)})
    return Problem("row-long", grid.place(number, position=width), row[width], {"count": count})


def _cell_problem(error: Any, table: Table, grid: Grid) -> Problem:
    if not hasattr(error, "row_number"):
        return Problem("schema-invalid", Place(grid.file), details={"reason": error.note})
    field = next((f for f in table.fields if f["name"] == getattr(error, "field_name", "")), {})
    value = str(error.cell or "")
    place = grid.place(error.row_number, error.field_name)
    rule = _rule(field, error.field_name)
    if error.type == "unique-error":
        return Problem("cell-double", place, value)
    if error.type == "type-error":
        return _type_problem(field.get("type", ""), place, value, rule | {"reason": error.note})
    name = error.note.split('"')[1] if '"' in error.note else ""
    details = rule | {"reason": error.note}
    if name == "enum":
        details["allowed"] = ", ".join(map(str, field.get("constraints", {}).get("enum", [])))
    return Problem(CODES.get(name, "cell-invalid"), place, value, details)


def _rule(field: Mapping[str, Any], name: str) -> dict[str, str]:
    return {
        "column": field.get("title", name),
        "column_en": field.get("title_en", name),
        "rule": field.get("description", name),
        "rule_en": field.get("description_en", name),
    } | _pattern(field)


def _pattern(field: Mapping[str, Any]) -> dict[str, str]:
    wanted = pattern(field.get("constraints", {}).get("pattern", ""))
    return {"pattern": wanted.zh, "pattern_en": wanted.en}


def _type_problem(kind: str, place: Place, value: str, details: dict[str, str]) -> Problem:
    if kind in ("number", "integer"):
        return Problem("cell-number", place, value, {"suggestion": hints.number(value)})
    if kind == "date":
        return Problem("cell-date", place, value, {"suggestion": hints.day(value)})
    return Problem("cell-invalid", place, value, details)


def _double(number: int, table: Table, grid: Grid) -> Problem:
    column = table.schema["primaryKey"][0]
    return Problem("cell-double", grid.place(number, column), grid.rows[number - 2][grid.header.index(column)])


def _unknown(error: Any, table: Table, grid: Grid, tables: Mapping[str, Table]) -> list[Problem]:
    found = []
    for key in (key for key in table.schema.get("foreignKeys", []) if _usable(key, tables, table)):
        column, target = key["fields"][0], tables[key["reference"]["resource"] or table.resource]
        value = grid.rows[error.row_number - 2][grid.header.index(column)]
        known = list(target.frame[key["reference"]["fields"][0]])
        if value and value not in known and column in error.note.split(":")[0]:
            details = {"register": target.file, "suggestion": nearest(value, known)}
            found.append(Problem("cell-unknown", grid.place(error.row_number, column), value, details))
    return found
