"""Check what a schema cannot say of figures: identity, periods, areas, units, scopes and homes."""

from datetime import date
from typing import Final

from gongshi.check.references import SCOPE, unknown
from gongshi.errors import Place, Problem
from gongshi.read.catalog import Reading
from gongshi.read.values import Area, Figure, Source

YEARS: Final = range(1949, 2101)


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Faults of single figures and of figures that stand twice."""
    found = [*_doubles(reading), *_double_ids(reading)]
    for figure in reading.catalog.figures.values():
        found += _period(figure, reading)
        found += _belongings(figure, reading)
        found += _after_source(figure, reading)
    return tuple(found)


def _doubles(reading: Reading) -> list[Problem]:
    conflicts = {frozenset(r.terms) for r in reading.catalog.relations if r.kind == "conflict"}
    first: dict[tuple[object, ...], Figure] = {}
    found = []
    for figure in reading.catalog.figures.values():
        other = first.setdefault(figure.identity, figure)
        declared = any({figure.id, other.id} <= conflict for conflict in conflicts)
        if other is not figure and not declared:
            place = reading.at(figure.place, "indicator")
            found.append(Problem("figure-double", place, figure.indicator, {"other": f"{other.id} ({other.place})"}))
    return found


def _double_ids(reading: Reading) -> list[Problem]:
    """Ids used in two files; within one file the schema's primary key reports them."""
    first: dict[str, str] = {}
    found = []
    for file, grid in sorted(reading.grids.items()):
        values = grid.column("id") if "indicator" in grid.header else ()
        for number, value in enumerate(values, start=2):
            if value and first.setdefault(value, file) != file:
                found.append(Problem("id-double", grid.place(number, "id"), value, {"other": first[value]}))
    return found


def _period(figure: Figure, reading: Reading) -> list[Problem]:
    found = []
    start, end = figure.period_start, figure.period_end
    if end is None and (start is None or figure.kind == "actual"):
        needed = "period_start" if figure.kind == "standard" else "period_end"
        found.append(Problem("period-missing", reading.at(figure.place, needed)))
    if start and end and end < start:
        details = {"start": start.isoformat()}
        found.append(Problem("period-order", reading.at(figure.place, "period_end"), end.isoformat(), details))
    for column, day in (("period_start", start), ("period_end", end)):
        if day and day.year not in YEARS:
            found.append(Problem("year-impossible", reading.at(figure.place, column), str(day.year)))
    area = reading.catalog.areas.get(figure.area)
    if area and not area.is_reversed and not _valid(area, start or end, end or start):
        details = {"validity": f"{area.valid_from or '…'} – {area.valid_to or '…'}"}
        found.append(Problem("area-not-valid", reading.at(figure.place, "area"), figure.area, details))
    return found


def _valid(area: Area, start: date | None, end: date | None) -> bool:
    """Whether the code is valid on the last day of the period (figures of a cumulative flow may begin earlier)."""
    last = end or start
    if last is None:
        return True
    return (area.valid_from or date.min) <= last and (start or last) <= (area.valid_to or date.max)


def _belongings(figure: Figure, reading: Reading) -> list[Problem]:
    catalog, found = reading.catalog, []
    indicator = catalog.indicators.get(figure.indicator)
    if indicator and indicator.dataset != figure.dataset:
        details = {"expected": indicator.dataset}
        found.append(Problem("figure-dataset", reading.at(figure.place, "indicator"), figure.indicator, details))
    if catalog.publication.kind == "compiled" and not figure.locator:
        found.append(Problem("locator-missing", reading.at(figure.place, "locator")))
    return found + scope_problems(figure.scope, reading.at(figure.place, "scope"), reading)


def scope_problems(scope: tuple[str, ...], place: Place, reading: Reading) -> list[Problem]:
    """Unknown scopes, scopes out of order, or two of one dimension, at `place`."""
    scopes = reading.catalog.scopes
    missing = [part for part in scope if part not in scopes and reading.lacks(part)]
    if missing:
        return [unknown(part, scopes, SCOPE, place) for part in missing]
    dimensions = [scopes[part].dimension for part in scope if part in scopes]
    double = next((name for name in dimensions if dimensions.count(name) > 1), None)
    if double:
        return [Problem("scope-dimension", place, "+".join(scope), {"dimension": double})]
    if list(scope) != sorted(scope):
        return [Problem("scope-order", place, "+".join(scope), {"expected": "+".join(sorted(scope))})]
    return []


def _after_source(figure: Figure, reading: Reading) -> list[Problem]:
    source = reading.catalog.sources.get(figure.source)
    if figure.kind != "actual" or figure.period_end is None or source is None:
        return []
    if figure.period_end <= last_day(source):
        return []
    details = {"published": source.published}
    place = reading.at(figure.place, "period_end")
    return [Problem("actual-after-source", place, figure.period_end.isoformat(), details)]


def last_day(source: Source) -> date:
    """The last day on which the source can have been published; the end of time where that is not known."""
    written = source.published if len(source.published) > 4 else f"{source.published}-12-31"
    try:
        return date.fromisoformat(written)
    except ValueError:
        return date.max
