"""Check every cell against its Table Schema: types, constraints, keys and foreign keys, by frictionless."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from frictionless import FrictionlessException, Package, Schema

from gongshi.check import cells
from gongshi.check.rewritten import gathered
from gongshi.errors import Place, Problem
from gongshi.read import limits
from gongshi.read.catalog import Reading
from gongshi.read.collection import Table
from gongshi.read.tables import WRITTEN, Grid

PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
DOUBLES: Final = ("unique-error", "primary-key")


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
        grid = reading.grids[table.file]
        found += gathered([*_translate(task.errors, table, tables, reading), *_forms(table, grid)])
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


def _translate(errors: Sequence[Any], table: Table, tables: Mapping[str, Table], reading: Reading) -> Iterator[Problem]:
    grid = reading.grids[table.file]
    width, firsts = len(grid.header), _firsts(table, grid)
    broken = {number for number, row in enumerate(grid.rows, start=2) if len(row) != width or not any(row)}
    yield from (_row_problem(number, grid) for number in sorted(broken))
    for error in errors:
        if getattr(error, "row_number", None) in broken:
            continue
        if error.type == "foreign-key":
            yield from _unknown(error, table, tables, reading)
        elif error.type in DOUBLES:
            yield _double(error, table, grid, firsts)
        else:
            yield _cell_problem(error, table, grid)


def _forms(table: Table, grid: Grid) -> list[Problem]:
    """Numbers and dates in a form that frictionless lets pass and others may misread: 1e4, NaN, 12_000, 2017-1-5."""
    found = []
    fields = {f["name"]: f for f in table.fields if f.get("type", "") in WRITTEN}
    for number, row in enumerate(grid.rows, start=2):
        for column, value in zip(grid.header, row, strict=False):
            if value and column in fields and not WRITTEN[fields[column]["type"]].fullmatch(value):
                found.append(cells.mistyped(fields[column], grid.place(number, column), value))
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
    place, value = grid.place(error.row_number, error.field_name), str(error.cell or "")
    field = _field(table, error.field_name)
    if error.type == "type-error":
        return cells.mistyped(field, place, value)
    name = error.note.split('"')[1] if '"' in error.note else ""
    return cells.constrained(name, field, place, value)


def _field(table: Table, name: str) -> Mapping[str, Any]:
    return next((field for field in table.fields if field["name"] == name), {})


def _firsts(table: Table, grid: Grid) -> Mapping[str, Mapping[object, int]]:
    """In which row each value of a column without doubles stands first; under "" the same of whole rows."""
    unique = [f["name"] for f in table.fields if f.get("constraints", {}).get("unique")]
    columns: dict[str, Sequence[object]] = {"": grid.rows}
    columns |= {name: grid.column(name) for name in (*unique, *table.schema.get("primaryKey", []))}
    return {
        name: {value: number for number, value in reversed(tuple(enumerate(values, start=2)))}
        for name, values in columns.items()
    }


def _double(error: Any, table: Table, grid: Grid, firsts: Mapping[str, Mapping[object, int]]) -> Problem:
    """A row that stands twice as a whole, or else a key that two rows have."""
    row = grid.rows[error.row_number - 2]
    first = firsts[""][row]
    if first < error.row_number:
        return Problem("row-double", Place(grid.file, error.row_number), details={"other": str(first)})
    column = getattr(error, "field_name", None) or table.schema["primaryKey"][0]
    value, place = row[grid.header.index(column)], grid.place(error.row_number, column)
    return cells.doubled(_field(table, column), place, value, grid.place(firsts[column][value], column))


def _unknown(error: Any, table: Table, tables: Mapping[str, Table], reading: Reading) -> Iterator[Problem]:
    grid = reading.grids[table.file]
    for key in (key for key in table.schema.get("foreignKeys", []) if _usable(key, tables, table)):
        column, target = key["fields"][0], tables[key["reference"]["resource"] or table.resource]
        value = grid.rows[error.row_number - 2][grid.header.index(column)]
        known = list(target.frame[key["reference"]["fields"][0]])
        if not value or value in known or column not in error.note.split(":")[0]:
            continue
        if not reading.keys.meant(value, target.file):
            yield cells.unknown(grid.place(error.row_number, column), value, target.file, known)
