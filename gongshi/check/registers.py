"""Check what a schema cannot say of registers: units, denominators, parents, commitments, relations' members."""

import difflib

from gongshi.check.figures import scope_problems
from gongshi.errors import Problem
from gongshi.read.catalog import REGISTERS, Reading
from gongshi.read.values import Commitment, Indicator


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Faults of registers and of references between them."""
    found = [*_missing_registers(reading), *_cycles(reading), *_relations(reading)]
    for indicator in reading.catalog.indicators.values():
        found += _indicator(indicator, reading)
    for commitment in reading.catalog.commitments.values():
        found += _commitment(commitment, reading)
    return tuple(found)


def _missing_registers(reading: Reading) -> list[Problem]:
    have = {d.name for d in reading.catalog.datasets}
    place = reading.documents[0].place()
    return [Problem("dataset-missing", place, name) for name in REGISTERS if name not in have]


def _cycles(reading: Reading) -> list[Problem]:
    areas, found = reading.catalog.areas, []
    for code, area in areas.items():
        seen, parent = {code}, area.parent or ""
        while parent in areas and parent not in seen:
            seen.add(parent)
            parent = areas[parent].parent or ""
        if parent == code:
            found.append(Problem("area-parent-cycle", reading.at(area.place, "parent"), code))
    return found


def _indicator(indicator: Indicator, reading: Reading) -> list[Problem]:
    found = []
    units = {unit.unit for unit in reading.catalog.units}
    for column, names in (("unit", (indicator.unit,)), ("per", indicator.per)):
        unknown = [name for name in names if name and name not in units]
        found += [Problem("unit-unknown", reading.at(indicator.place, column), name) for name in unknown]
    if indicator.measure == "ratio" and not indicator.base.zh:
        found.append(Problem("ratio-base-missing", reading.at(indicator.place, "base")))
    topics = {d.name for d in reading.catalog.topics}
    if indicator.dataset not in topics:
        found.append(_unknown(indicator.dataset, sorted(topics), ("主题", "topic"), reading, indicator, "dataset"))
    return found


def _commitment(commitment: Commitment, reading: Reading) -> list[Problem]:
    found = scope_problems(commitment.scope, reading.at(commitment.place, "scope"), reading)
    figures = reading.catalog.figures
    for column, id_ in (("target", commitment.target), ("answer", commitment.answer)):
        if id_ and id_ not in reading.ids:
            found.append(_unknown(id_, list(figures), ("数字", "figure"), reading, commitment, column))
    answer = figures.get(commitment.answer or "")
    if answer and (answer.kind, answer.area, answer.scope) != ("actual", commitment.area, commitment.scope):
        found.append(Problem("answer-not-actual", reading.at(commitment.place, "answer"), answer.id))
    return found


def _relations(reading: Reading) -> list[Problem]:
    found = []
    for relation in reading.catalog.relations:
        for id_ in relation.figures:
            if id_ and id_ not in reading.ids:
                details = _details(id_, list(reading.catalog.figures), ("数字", "figure"))
                found.append(Problem("reference-unknown", relation.place, id_, details))
    return found


def _unknown(
    id_: str, known: list[str], what: tuple[str, str], reading: Reading, owner: Indicator | Commitment, column: str
) -> Problem:
    return Problem("reference-unknown", reading.at(owner.place, column), id_, _details(id_, known, what))


def _details(id_: str, known: list[str], what: tuple[str, str]) -> dict[str, str]:
    near = difflib.get_close_matches(id_, known, n=1)
    return {"what": what[0], "what_en": what[1], "suggestion": f": {near[0]}" if near else ""}
