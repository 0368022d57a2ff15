"""Tell two states of the data apart, value by value: rows added, changed and gone in every table."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongshi.read.frozen import Rows
from gongshi.read.history import Counts

Tables = Mapping[str, Rows]
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that has another value than before; `old` or `new` is "" where the column was not there."""

    key: str
    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """How a table differs from what it was.

    `columns` are those of the new table, none where the table is gone; `order` are the new keys in their order.
    """

    path: str
    key: str
    columns: tuple[str, ...]
    order: tuple[str, ...]
    added: tuple[Row, ...]
    changed: tuple[Change, ...]
    gone: tuple[Row, ...]

    @property
    def counts(self) -> Counts:
        """How many rows were added, changed and taken away."""
        return Counts(len(self.added), len({change.key for change in self.changed}), len(self.gone))


def differences(old: Tables, new: Tables) -> tuple[Difference, ...]:
    """The tables that differ, by path."""
    pairs = ((path, old.get(path), new.get(path)) for path in sorted({*old, *new}))
    return tuple(_difference(path, before, after) for path, before, after in pairs if not _same(before, after))


def apply(found: tuple[Difference, ...], old: Tables) -> Tables:
    """The new state, made of the old one and the differences between them."""
    changed = {difference.path: _applied(difference, old.get(difference.path)) for difference in found}
    made = {path: changed.get(path, old.get(path)) for path in sorted({*old, *changed})}
    return {path: rows for path, rows in made.items() if rows is not None}


def _same(old: Rows | None, new: Rows | None) -> bool:
    return old == new and (old is None or new is None or list(old.rows) == list(new.rows))


def _difference(path: str, old: Rows | None, new: Rows | None) -> Difference:
    before, after = old.rows if old else {}, new.rows if new else {}
    columns = new.columns if new else ()
    both = [key for key in after if key in before]
    named = dict.fromkeys((*(old.columns if old else ()), *columns))
    return Difference(
        path=path,
        key=new.key if new else old.key if old else "",
        columns=columns,
        order=tuple(after),
        added=tuple(row for key, row in after.items() if key not in before),
        changed=tuple(
            Change(key, column, before[key].get(column, ""), after[key].get(column, ""))
            for key in both
            for column in named
            if before[key].get(column, "") != after[key].get(column, "")
        ),
        gone=tuple(row for key, row in before.items() if key not in after),
    )


def _applied(difference: Difference, old: Rows | None) -> Rows | None:
    if not difference.columns:
        return None
    kept = dict(old.rows) if old else {}
    kept |= {row[difference.key]: row for row in difference.added}
    for change in difference.changed:
        kept[change.key] = {**kept[change.key], change.column: change.new}
    rows = {key: {column: kept[key].get(column, "") for column in difference.columns} for key in difference.order}
    return Rows(difference.key, difference.columns, rows)
