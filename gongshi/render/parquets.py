"""Turn a table into Parquet: decimals as decimals, codes as strings, full dates as dates.

The schema carries the words: titles and meanings of the columns, licence, sources, citation.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from gongshi.read.collection import Publication
from gongshi.read.tables import WRITTEN
from gongshi.render import covers
from gongshi.render.holdings import Holding
from gongshi.render.tables import DECIMAL

# What is told of each column, beside its name.
TOLD: Final = ("title", "title_en", "description", "description_en")
# Types of decimals with their digits and places, the usual one first: one for all tables, so that programs read files
# of several topics, or of several editions, as one table.
DECIMALS: Final = ((pa.decimal128, 38, 10), (pa.decimal256, 76, 30))
Typed = tuple[Any, Callable[[str], object]]


def parquet(holding: Holding, publication: Publication) -> bytes:
    """The Parquet file of a table, packed with zstd; an empty cell is null.

    A column of numbers that fits no type of decimals, or of whole numbers or days that are none, stays text.
    """
    fields, rows = holding.sheet.fields, holding.sheet.rows
    columns = [[row[position] for row in rows] for position in range(len(fields))]
    typed = [_typed(field.get("type", "string"), cells) for field, cells in zip(fields, columns, strict=True)]
    arrays = [
        pa.array([read(cell) if cell else None for cell in cells], kind)
        for (kind, read), cells in zip(typed, columns, strict=True)
    ]
    described = [_field(field, kind) for field, (kind, _) in zip(fields, typed, strict=True)]
    schema = pa.schema(described, metadata=covers.properties(holding, publication))
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(arrays, schema=schema), sink, compression="zstd", compression_level=9)
    return bytes(sink.getvalue())


def _field(field: Mapping[str, Any], kind: Any) -> Any:
    told = {key: str(field[key]) for key in TOLD if field.get(key)}
    return pa.field(field["name"], kind, metadata=told)


def _typed(kind: str, cells: Sequence[str]) -> Typed:
    """The type of a column, and what turns a cell into a value of it."""
    given = [cell for cell in cells if cell]
    fits = FITS.get(kind)
    return fits(given) if fits else TEXT


def _number(cells: Sequence[str]) -> Typed:
    if not all(DECIMAL.fullmatch(cell) for cell in cells):
        return TEXT
    parts = [cell.lstrip("-").partition(".") for cell in cells]
    behind = max((len(fraction) for _, _, fraction in parts), default=0)
    before = max((len(whole) for whole, _, _ in parts), default=0)
    for kind, digits, scale in DECIMALS:
        if behind <= scale and before <= digits - scale:
            return kind(digits, scale), Decimal
    return TEXT


def _integer(cells: Sequence[str]) -> Typed:
    return (pa.int64(), int) if all(WRITTEN["integer"].fullmatch(cell) for cell in cells) else TEXT


def _day(cells: Sequence[str]) -> Typed:
    whole = all(WRITTEN["date"].fullmatch(cell) for cell in cells)
    return (pa.date32(), date.fromisoformat) if whole else TEXT


TEXT: Final[Typed] = (pa.string(), str)
FITS: Final[Mapping[str, Callable[[Sequence[str]], Typed]]] = MappingProxyType(
    {"number": _number, "integer": _integer, "date": _day}
)
