"""Check what a schema cannot say of registers: units, denominators, parents, commitments, relations' members."""

from gongshi.check.figures import scope_problems
from gongshi.check.references import FIGURE, TOPIC, unknown
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
    columns: tuple[tuple[str, tuple[str, ...]], ...] = (("unit", (indicator.unit,)), ("per", indicator.per))
    for column, names in columns:
        found += [
            Problem("unit-unknown", reading.at(indicator.place, column), n) for n in names if n and n not in units
        ]
    if indicator.measure == "ratio" and not indicator.base.zh:
        found.append(Problem("ratio-base-missing", reading.at(indicator.place, "base")))
    topics = {d.name for d in reading.catalog.topics}
    if indicator.dataset not in topics:
        found.append(unknown(indicator.dataset, topics, TOPIC, reading.at(indicator.place, "dataset")))
    return found


def _commitment(commitment: Commitment, reading: Reading) -> list[Problem]:
    found = scope_problems(commitment.scope, reading.at(commitment.place, "scope"), reading)
    figures = reading.catalog.figures
    for column, id_ in (("target", commitment.target), ("answer", commitment.answer)):
        if id_ and id_ not in reading.ids:
            found.append(unknown(id_, figures, FIGURE, reading.at(commitment.place, column)))
    answer = figures.get(commitment.answer or "")
    if answer and (answer.kind, answer.area, answer.scope) != ("actual", commitment.area, commitment.scope):
        found.append(Problem("answer-not-actual", reading.at(commitment.place, "answer"), answer.id))
    return found


def _relations(reading: Reading) -> list[Problem]:
    return [
        unknown(id_, reading.catalog.figures, FIGURE, relation.place)
        for relation in reading.catalog.relations
        for id_ in relation.figures
        if id_ not in reading.ids
    ]
