"""Check objections: what they are about, whether an answer is whole, and which of them have waited too long.

By when an objection is answered is a rule of the profile, so a day is counted here and nowhere stored.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from gongshi.check import days
from gongshi.check.references import CORRECTION, FIGURE, NOTICE, TOPIC, unknown
from gongshi.errors import Problem
from gongshi.read.catalog import Reading
from gongshi.read.collection import Catalog
from gongshi.read.ledgers import Objection
from gongshi.read.rules import Rule
from gongshi.read.values import Text

ABOUT: Final[Mapping[str, Text]] = {"figure": FIGURE, "notice": NOTICE, "topic": TOPIC}
# Which cells are filled, by status: an answer and a rejection say what and how it ended, a withdrawal only when.
FILLED: Final[Mapping[str, tuple[str, ...]]] = {
    "answered": ("answered", "answer", "answer_en", "outcome"),
    "rejected": ("answered", "answer", "answer_en"),
    "withdrawn": ("answered",),
}
CLOSING: Final = ("answered", "answer", "answer_en", "outcome", "correction")


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Every fault of every objection that no clock is needed for."""
    return tuple(p for objection in reading.catalog.objections.values() for p in _of(objection, reading))


def overdue(reading: Reading, today: date) -> tuple[Problem, ...]:
    """Objections that should have been answered before `today`: it is said, on the site too, and stops nothing."""
    late = [(one, lateness(one, reading.catalog, today)) for one in reading.catalog.objections.values()]
    return tuple(
        Problem("objection-overdue", reading.at(one.place, "due"), one.id, _lateness(one, reading.catalog, number))
        for one, number in late
        if number
    )


def due(objection: Objection, catalog: Catalog) -> date | None:
    """By which day it is answered: as promised, else by the strictest rule; None where no day can be told."""
    if objection.due or not objection.received:
        return objection.due
    ends = [
        days.last(objection.received, rule.days, rule.unit, rule.counting, catalog.calendar)
        for rule in rules(objection, catalog)
    ]
    known = [end for end in ends if end]
    return min(known) if len(known) == len(ends) and known else None


def rules(objection: Objection, catalog: Catalog) -> tuple[Rule, ...]:
    """The rules on answers that hold on the day it came."""
    return tuple(rule for rule in catalog.profile.of("answer") if rule.applies(day=objection.received))


def lateness(objection: Objection, catalog: Catalog, today: date) -> int:
    """How many days an answer is late on `today`; 0 where it is not, or has been given."""
    last = due(objection, catalog)
    return max((today - last).days, 0) if objection.waits and last else 0


def _lateness(objection: Objection, catalog: Catalog, number: int) -> dict[str, str]:
    return {"due": f"{due(objection, catalog)}", "days": str(number)}


def _of(objection: Objection, reading: Reading) -> Iterator[Problem]:
    yield from _references(objection, reading)
    yield from _answer(objection, reading)
    yield from _order(objection, reading)
    if objection.waits and rules(objection, reading.catalog) and due(objection, reading.catalog) is None:
        yield Problem("objection-uncounted", reading.at(objection.place, "due"), f"{objection.received or ''}")


def _references(objection: Objection, reading: Reading) -> Iterator[Problem]:
    named = [("correction", objection.correction, frozenset(reading.catalog.corrections), CORRECTION)]
    if objection.kind in ABOUT:
        named.append(("about", objection.about, _known(objection.kind, reading.catalog), ABOUT[objection.kind]))
    for column, id_, known, what in named:
        # A row that could not be read, and may be the one that is meant, is reported with its own cells.
        if id_ and id_ not in known and reading.whole and not reading.keys.meant(id_):
            yield unknown(id_, known, what, reading.at(objection.place, column))


def _known(kind: str, catalog: Catalog) -> frozenset[str]:
    """Ids that an objection of a kind may be about: what is there, and what was there when it was raised."""
    gone = {move.old for move in catalog.moves.values() if move.kind == {"topic": "dataset"}.get(kind, kind)}
    there: Mapping[str, frozenset[str]] = {
        "figure": frozenset((*catalog.figures, *(one.figure for one in catalog.corrections.values()))),
        "notice": frozenset(catalog.notices),
        "topic": frozenset(dataset.name for dataset in catalog.topics),
    }
    return there.get(kind, frozenset()) | gone


def _answer(objection: Objection, reading: Reading) -> Iterator[Problem]:
    """An answer with a part missing, or one beside the word that there is none."""
    cells = _cells(objection)
    for column in FILLED.get(objection.status, ()):
        if not cells[column]:
            yield Problem("objection-incomplete", reading.at(objection.place, column), objection.status)
    if objection.waits:
        for column in CLOSING:
            if cells[column]:
                yield Problem("objection-open", reading.at(objection.place, column), cells[column])
    elif objection.outcome == "upheld" and not objection.correction:
        # Only figures are corrected row by row; of a notice or a topic it is worth a question.
        place = reading.at(objection.place, "correction")
        yield Problem("objection-uncorrected", place, objection.about, advised=objection.kind != "figure")


def _cells(objection: Objection) -> Mapping[str, str]:
    return {
        "answered": f"{objection.answered or ''}",
        "answer": objection.answer.zh,
        "answer_en": objection.answer.en,
        "outcome": objection.outcome,
        "correction": objection.correction,
    }


def _order(objection: Objection, reading: Reading) -> Iterator[Problem]:
    for column, day in (("due", objection.due), ("answered", objection.answered)):
        if objection.received and day and day < objection.received:
            details = {"received": objection.received.isoformat()}
            yield Problem("objection-order", reading.at(objection.place, column), day.isoformat(), details)
