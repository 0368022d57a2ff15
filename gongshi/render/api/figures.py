"""Turn figures into members of the API's files: the value as text, where it is from, and how it came to be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gongshi.check.hints import decimal
from gongshi.read.ledgers import Correction
from gongshi.read.values import Figure
from gongshi.record.differences import Difference
from gongshi.record.timeline import Step, of_figures
from gongshi.render.api import cited
from gongshi.render.api.known import Json, Known, both, page
from gongshi.render.feeds import urn

Told = Mapping[tuple[str, str], Correction]
NOTHING: Final[Json] = dict.fromkeys(("column", "old", "new", "correction", "reason", "explanation", "explanation_en"))


def member(known: Known, here: str, figure: Figure, history: Iterable[Json]) -> Json:
    """A figure as it stands in the file `here`, with its history as `histories` gives it."""
    catalog = known.catalog
    indicator, area, source = catalog.indicators[figure.indicator], catalog.areas[figure.area], figure.source
    found = known.checked.get(figure.id, ())
    return {
        "id": figure.id,
        "urn": urn("figure", figure.id),
        **page(known, here, figure.url),
        "dataset": figure.dataset,
        "indicator": {"id": indicator.id, **both("title", indicator.name)},
        "area": {"code": area.code, **both("title", area.name)},
        "scope": [{"id": id_, **both("title", catalog.scopes[id_].name)} for id_ in figure.scope],
        "period_start": figure.period_start.isoformat() if figure.period_start else None,
        "period_end": figure.period_end.isoformat() if figure.period_end else None,
        "dating": figure.dating,
        "kind": figure.kind,
        "value": decimal(figure.value),
        "unit": indicator.unit,
        "unit_en": known.words["en"].unit(indicator) or None,
        "per": list(indicator.per),
        "bound": figure.bound,
        "stated": figure.stated or None,
        "status": figure.status,
        "note": figure.note or None,
        "source": {
            "id": source,
            **both("title", catalog.sources[source].title),
            "locator": figure.locator or None,
            **page(known, here, f"sources/{source}/"),
        },
        "disputed": any(not finding.holds for finding in found),
        "checks": [{"id": finding.id, "verdict": finding.verdict} for finding in found],
        "objections": [objection.id for objection in known.objected.get(figure.id, ())],
        "history": list(history),
        **cited.figure(known, figure),
    }


def histories(steps: Iterable[Step], corrections: Iterable[Correction]) -> Mapping[str, tuple[Json, ...]]:
    """What happened to every figure, also to those that are gone, by id and the oldest first."""
    listed = tuple(corrections)
    found: dict[str, list[Json]] = defaultdict(list)
    for step in steps:
        told = {(one.figure, one.field): one for one in listed if one.release == step.name}
        for id_, change in _changes(step, told):
            found[id_].append(_entry(step, change))
    return {id_: tuple(entries) for id_, entries in found.items()}


def _entry(step: Step, change: Json) -> Json:
    return {"release": step.name, "date": step.day.isoformat(), "released": step.release is not None, **change}


def _changes(step: Step, told: Told) -> Iterator[tuple[str, Json]]:
    """What came, moved and went in a step, cells that changed, then what corrections tell of besides: units."""
    tables = [difference for difference in step.differences if of_figures(difference)]
    came = {row[one.key]: _dataset(one) for one in tables for row in one.added}
    went = {row[one.key]: _dataset(one) for one in tables for row in one.gone}
    for id_, dataset in came.items():
        if id_ in step.brought:
            yield id_, _change("added")
        elif id_ in went:
            yield id_, {**_change("moved"), "column": "dataset", "old": went[id_], "new": dataset}
        else:
            yield id_, _change("returned")
    cells = [(change.key, change.column, change.old, change.new) for one in tables for change in one.changed]
    for id_, column, old, new in cells:
        yield (
            id_,
            _change("changed", told.get((id_, column))) | {"column": column, "old": old or None, "new": new or None},
        )
    shown = {(id_, column) for id_, column, *_ in cells}
    for key, correction in told.items():
        if key not in shown and correction.field != "id":
            yield correction.figure, _change("changed", correction)
    yield from ((id_, _change("gone", told.get((id_, "id")))) for id_ in went if id_ not in came)


def _dataset(difference: Difference) -> str:
    return difference.path.split("/")[1]


def _change(kind: str, correction: Correction | None = None) -> Json:
    if not correction:
        return {"change": kind, **NOTHING}
    return {
        "change": kind,
        "column": correction.field,
        "old": correction.old or None,
        "new": correction.new or None,
        "correction": correction.id,
        "reason": correction.reason,
        **both("explanation", correction.explanation),
    }
