"""Know which keys the rows of all tables have, and which keys were meant but have a form that no reference can have."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from gongshi.read.collection import Table
from gongshi.read.tables import Grid

FLOAT: Final = re.compile(r"\.0+$")
OTHERS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of all rows, also of those that could not become values.

    `ids` are those of the columns called id; `unfit` are, by file, the keys that their schema refuses, folded.
    """

    ids: frozenset[str]
    unfit: Mapping[str, frozenset[str]]

    def meant(self, key: str, file: str | None = None) -> bool:
        """Whether a row, of `file` or of any file, may be the one that `key` refers to, but for a fault of its own key.

        That fault is reported with the row; that the reference leads nowhere only follows from it.
        """
        unfit = self.unfit.values() if file is None else (self.unfit.get(file, frozenset()),)
        return any(folded(key) in keys or "" in keys for keys in unfit)


def keys(tables: Iterable[Table], grids: Mapping[str, Grid]) -> Keys:
    """The keys of every table whose cells could be read."""
    read = [table for table in tables if table.file in grids]
    return Keys(
        ids=frozenset(key for table in read for key in grids[table.file].column("id")),
        unfit={table.file: _unfit(table, grids[table.file]) for table in read},
    )


def _unfit(table: Table, grid: Grid) -> frozenset[str]:
    """The folded keys that break their pattern, "" where a row has none."""
    column = next(iter(table.schema.get("primaryKey", ())), "")
    field = next((field for field in table.fields if field["name"] == column), {})
    pattern = field.get("constraints", {}).get("pattern", "")
    found = (key for row, key in zip(grid.rows, grid.column(column), strict=False) if any(row))
    return frozenset(folded(key) for key in found if not key or (pattern and not re.search(pattern, key)))


def folded(key: str) -> str:
    """A key without what people and spreadsheets change of it: case, width, marks, .0 at the end."""
    plain = unicodedata.normalize("NFKC", key).casefold().strip()
    return OTHERS.sub("", FLOAT.sub("", plain))
