"""Check what a schema cannot say of registers: units, denominators, parents, commitments, dates."""

from datetime import date

from gongshi.check import hints
from gongshi.check.figures import scope_problems
from gongshi.check.references import FIGURE, TOPIC, unknown
from gongshi.errors import Place, Problem
from gongshi.read.catalog import LEDGERS, REGISTERS, Reading, missing_registers
from gongshi.read.values import Commitment, Indicator


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Faults of registers and of references between them."""
    found = [
        *_missing_registers(reading),
        *_cycles(reading),
        *_validities(reading),
        *_sources(reading),
    ]
    for indicator in reading.catalog.indicators.values():
        found += _indicator(indicator, reading)
    for commitment in reading.catalog.commitments.values():
        found += _commitment(commitment, reading)
    return tuple(found)


def _missing_registers(reading: Reading) -> list[Problem]:
    """Registers that are not there; one whose description or table could not be read is reported with its file."""
    place = reading.documents[0].place()
    reported = {problem.place.file.split("/")[1] for problem in reading.problems if "/" in problem.place.file}
    missing = missing_registers(reading.catalog)
    return [Problem("dataset-missing", place, name) for name in missing if name not in reported]


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


def _validities(reading: Reading) -> list[Problem]:
    """Codes that end before they begin."""
    return [
        Problem("period-order", reading.at(area.place, "valid_to"), f"{area.valid_to}", {"start": f"{area.valid_from}"})
        for area in reading.catalog.areas.values()
        if area.is_reversed
    ]


def _indicator(indicator: Indicator, reading: Reading) -> list[Problem]:
    found = []
    units = {unit.unit for unit in reading.catalog.units} or {indicator.unit, *indicator.per}
    columns: tuple[tuple[str, tuple[str, ...]], ...] = (("unit", (indicator.unit,)), ("per", indicator.per))
    for column, names in columns:
        found += [
            Problem("unit-unknown", reading.at(indicator.place, column), n) for n in names if n and n not in units
        ]
    if indicator.measure == "ratio" and not indicator.base.zh:
        found.append(Problem("ratio-base-missing", reading.at(indicator.place, "base")))
    topics = {d.name for d in reading.catalog.datasets} - {*REGISTERS, *LEDGERS}
    if indicator.dataset not in topics:
        found.append(unknown(indicator.dataset, topics, TOPIC, reading.at(indicator.place, "dataset")))
    return found


def _commitment(commitment: Commitment, reading: Reading) -> list[Problem]:
    found = scope_problems(commitment.scope, reading.at(commitment.place, "scope"), reading)
    figures, sound = reading.catalog.figures, not found and commitment.area in reading.catalog.areas
    for column, id_ in (("target", commitment.target), ("answer", commitment.answer)):
        if id_ and reading.lacks(id_):
            found.append(unknown(id_, figures, FIGURE, reading.at(commitment.place, column)))
    answer = figures.get(commitment.answer or "") if sound else None
    if answer and (answer.kind, answer.area, answer.scope) != ("actual", commitment.area, commitment.scope):
        found.append(Problem("answer-not-actual", reading.at(commitment.place, "answer"), answer.id))
    return found + dated(commitment.due, reading.at(commitment.place, "due"))


def _sources(reading: Reading) -> list[Problem]:
    sources = reading.catalog.sources.values()
    return [p for source in sources for p in dated(source.published, reading.at(source.place, "published"))]


def dated(written: str, place: Place) -> list[Problem]:
    """A year, a month or a day that no calendar has; a word of another form breaks its pattern."""
    try:
        date.fromisoformat(written + "-01-01"[len(written) - 4 :])
    except ValueError:
        return [Problem("cell-date", place, written, {"suggestion": hints.day(written)})] if written else []
    return []
