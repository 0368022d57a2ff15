"""Say how everything stands that an official publication has to publish: by when, what became of it, how late.

Nothing here is a fault of the publication: lateness is published, not stopped. A compiled publication has no duties;
what it lists in the catalogue is not assessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from gongshi.check import days
from gongshi.read.calendar import Calendar
from gongshi.read.collection import Catalog
from gongshi.read.ledgers import Duty, Element, Obligation
from gongshi.read.rules import Rule

# What deserves a look comes first.
STATES: Final = ("late", "partly", "unknown", "due", "withheld", "published")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day for a duty, by a rule or, where `rule` is None, by the register itself; None where no day is known."""

    day: date | None
    rule: Rule | None

    def late(self, day: date) -> int:
        """By how many days, weekends included, something is late on a day; 0 where it is not, or that is not known."""
        return max((day - self.day).days, 0) if self.day else 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """How a duty stands on a day.

    `state` is `published`, `partly` (elements are `missing`), `late` (not published, and the first deadline is past),
    `due` (that is still to come), `withheld` (not published, by decision) or `unknown` (not published, and no deadline
    is known). `published` is the day of publication, `late` by how many days the first deadline was missed, None where
    no deadline is known or it is withheld.
    """

    duty: Duty
    obligation: Obligation
    state: str
    deadlines: tuple[Deadline, ...]
    published: date | None
    late: int | None
    missing: tuple[Element, ...]

    @property
    def due(self) -> date | None:
        """The first of its deadlines; None where none is known."""
        return first(self.deadlines)


def assessments(catalog: Catalog, today: date) -> tuple[Assessment, ...]:
    """Every duty as it stands on a day, in the order of the register; a compiled publication has none."""
    if catalog.publication.kind == "compiled":
        return ()
    return tuple(assessment(duty, catalog, today) for duty in catalog.duties.values())


def unassessed(catalog: Catalog, area: str = "", level: str = "") -> tuple[Obligation, ...]:
    """Items of the catalogue for which there is no duty, of an area at a level or at all: of them nothing is said."""
    official = catalog.publication.kind != "compiled"
    of_place = (d for d in catalog.duties.values() if area in ("", d.area) and level in ("", d.level))
    known = {duty.obligation for duty in of_place if official}
    return tuple(o for o in catalog.obligations.values() if o.id not in known and level in ("", *o.levels))


def assessment(duty: Duty, catalog: Catalog, today: date) -> Assessment:
    """How one duty stands on a day; what is published after that day is not published yet."""
    obligation = catalog.obligations[duty.obligation]
    found = deadlines(duty, catalog)
    due, day = first(found), published(duty, catalog)
    day = day if day and day <= today else None
    lacking = missing(duty, catalog) if day else ()
    late = max(((day or today) - due).days, 0) if due and not duty.reason.zh else None
    return Assessment(duty, obligation, _state(duty, day, lacking, late), found, day, late, lacking)


def _state(duty: Duty, day: date | None, lacking: tuple[Element, ...], late: int | None) -> str:
    if duty.reason.zh:
        return "withheld"
    if day:
        return "partly" if lacking else "published"
    if late is None:
        return "unknown"
    return "late" if late else "due"


def deadlines(duty: Duty, catalog: Catalog) -> tuple[Deadline, ...]:
    """By when a duty is met: its own day where it has one, else one for each rule of its obligation that holds."""
    if duty.due:
        return (Deadline(duty.due, None),)
    obligation, rules = catalog.obligations[duty.obligation], catalog.profile.of("deadline")
    named = [rule for id_ in obligation.deadline for rule in rules if rule.id == id_]
    holding = [rule for rule in named if rule.applies(item=obligation.id, level=duty.level, day=duty.formed)]
    return tuple(Deadline(last_day(rule, duty.formed, catalog.calendar), rule) for rule in holding)


def first(found: Iterable[Deadline]) -> date | None:
    """The first day among deadlines; None where none is known."""
    return min((deadline.day for deadline in found if deadline.day), default=None)


def last_day(rule: Rule, formed: date, calendar: Calendar) -> date | None:
    """The last day that a deadline rule leaves for what was formed on a day; None where it cannot be told."""
    if rule.day:
        return _of_year(rule.day, formed)
    return days.last(formed, rule.days, rule.unit, rule.counting, calendar) if rule.days else None


def _of_year(written: str, formed: date) -> date | None:
    """The next day of the year that is written month-day, `formed` itself counted in."""
    for year in (formed.year, formed.year + 1):
        try:
            day = date.fromisoformat(f"{year:04}-{written}")
        except ValueError:
            continue
        if day >= formed:
            return day
    return None


def published(duty: Duty, catalog: Catalog) -> date | None:
    """The day on which it was published: as the register says, else as its notice does."""
    notice = catalog.notices.get(duty.notice)
    return duty.published or (notice.published if notice else None)


def named(duty: Duty, catalog: Catalog) -> tuple[str, ...]:
    """The ids of the elements that its notice or the register says are published."""
    notice = catalog.notices.get(duty.notice)
    return (*(notice.elements if notice else ()), *duty.elements)


def missing(duty: Duty, catalog: Catalog) -> tuple[Element, ...]:
    """The elements of its obligation that nothing says are published."""
    there = named(duty, catalog)
    return tuple(element for element in catalog.elements_of.get(duty.obligation, ()) if element.id not in there)
