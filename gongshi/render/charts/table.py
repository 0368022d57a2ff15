"""Turn rows into the table beside a picture, its CSV, and its alternative text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from gongshi.render.charts.rows import Row
from gongshi.render.charts.telling import Telling
from gongshi.render.tables import Sheet, excel_bytes

CSV_COLUMNS: Final = (
    *("group", "item", "value", "unit", "bound", "kind", "share"),
    *("start", "end", "figure", "source", "locator"),
)
CSV_NUMBERS: Final = ("value", "share")
TIMED: Final = ("line", "remaining")
FEW: Final = 3
WHOLES: Final = ("base", "whole")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its head, whether it holds numbers, and how it reads a row."""

    name: str
    numeric: bool
    cell: Callable[[Row], str]


def columns(telling: Telling, rows: tuple[Row, ...]) -> tuple[Column, ...]:
    """The columns that these rows need; group and share only where there are any."""
    t = telling.t
    grouped = (Column(t("column-group"), False, lambda row: row.group),) if any(row.group for row in rows) else ()
    shared = (Column(t("column-share"), True, lambda row: row.share),) if any(row.share for row in rows) else ()
    return (
        *grouped,
        Column(t("column-item"), False, lambda row: row.label),
        Column(t("column-value"), True, lambda row: row.shown),
        *shared,
        Column(t("column-kind"), False, lambda row: telling.kind(row.figure)),
        Column(t("column-period"), False, lambda row: telling.period(row.figure) if row.figure else ""),
        Column(t("column-source"), False, lambda row: telling.source(row.figure) if row.figure else ""),
    )


def alternative(telling: Telling, rows: tuple[Row, ...]) -> str:
    """Kind of picture, finding, and the values that carry it: all of a few, first and last, or largest and smallest."""
    kind = telling.t(f"alt-{telling.shown.view.kind}")
    return telling.t("alt", kind=kind, title=telling.title, points=_points(telling, rows))


def _points(telling: Telling, rows: tuple[Row, ...]) -> str:
    kind = telling.shown.view.kind
    if kind == "multiples":
        panels = [(name, tuple(found)) for name, found in groupby(rows, key=lambda row: row.group)]
        return telling.t("semicolon").join(
            telling.t("alt-panel", panel=name, points=_ends(telling, found)) for name, found in panels
        )
    if kind == "stacked":
        rows = tuple(row for row in rows if row.style in ("sum", "gap") or row.label == row.group)
    if len(rows) <= FEW:
        return telling.t("comma").join(_item(telling, row) for row in rows)
    if kind in TIMED:
        return _ends(telling, rows)
    parts = tuple(row for row in rows if row.style not in WHOLES)
    if telling.shown.view.label == "period":
        return _ends(telling, parts)
    largest, smallest = max(parts, key=lambda r: r.fact.value), min(parts, key=lambda r: r.fact.value)
    return telling.t("alt-extremes", max=_item(telling, largest), min=_item(telling, smallest))


def _ends(telling: Telling, rows: tuple[Row, ...]) -> str:
    return telling.t("alt-ends", first=_item(telling, rows[0]), last=_item(telling, rows[-1]))


def _item(telling: Telling, row: Row) -> str:
    shown = row.shown if row.figure else telling.t("computed", amount=row.shown)
    label = row.group if row.style == "sum" else row.label
    return telling.t("alt-item", label=label, shown=shown)


def comma_separated(telling: Telling, rows: Iterable[Row]) -> bytes:
    """The numbers behind the picture for a spreadsheet, plain decimals under heads in the reader's language."""
    fields = tuple(
        {"name": name, "title": telling.t(f"column-{name}"), "type": "number" if name in CSV_NUMBERS else "string"}
        for name in CSV_COLUMNS
    )
    return excel_bytes(Sheet(fields, tuple(_cells(row) for row in rows)))


def _cells(row: Row) -> tuple[str, ...]:
    figure = row.figure
    named = (row.group, row.label, f"{row.fact.value:f}", row.fact.unit)
    share = row.share.removesuffix("%")
    if figure is None:
        return (*named, "exact" if row.fact.exact else "about", "computed", share, "", "", "", "", "")
    days = [day.isoformat() if day else "" for day in (figure.period_start, figure.period_end)]
    return (*named, figure.bound, figure.kind, share, *days, figure.id, figure.source, figure.locator)
