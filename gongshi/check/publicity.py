"""Hold notices against the rules of the profile: what their heads must say, and how long they stand open."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from gongshi.check import days
from gongshi.check.notices import ALWAYS, line
from gongshi.errors import Problem
from gongshi.read.catalog import Reading
from gongshi.read.collection import Catalog
from gongshi.read.heads import metadata
from gongshi.read.ledgers import Notice
from gongshi.read.notices import PERIOD
from gongshi.read.rules import Rule

# Lines that are missed whatever the profile says.
NEEDED: Final = (*ALWAYS, *PERIOD)


def problems(reading: Reading) -> tuple[Problem, ...]:
    """What the profile asks of notices and does not find; what only advises is a warning."""
    return tuple(p for notice in reading.catalog.notices.values() for p in _of(notice, reading))


def _of(notice: Notice, reading: Reading) -> Iterator[Problem]:
    head = metadata(reading.texts[notice.place.file])
    for rule in _applying("fields", notice, reading.catalog):
        yield from _fields(notice, rule, head, reading.catalog)
    if notice.opens and notice.closes and notice.opens <= notice.closes:
        durations = _applying("duration", notice, reading.catalog)
        short = [problem for rule in durations for problem in _duration(notice, rule, reading.catalog)]
        yield from short or _uncounted(notice, reading.catalog)


def _applying(kind: str, notice: Notice, catalog: Catalog) -> tuple[Rule, ...]:
    rules = catalog.profile.of(kind)
    return tuple(rule for rule in rules if rule.applies(notice.kind, notice.item, notice.level, notice.published))


def _fields(notice: Notice, rule: Rule, head: Mapping[str, str], catalog: Catalog) -> Iterator[Problem]:
    for name in rule.fields:
        said, told = _said(name, head, catalog), {"line": line(name), **_rule(rule)}
        if not said and name in NEEDED:
            continue  # told already, as a line that no notice can do without
        if not said:
            code = "notice-unreachable" if name == "contact" else "notice-rule-line"
            yield Problem(code, notice.place, line(name), told, advised=not rule.binds)
        elif rule.value and not re.search(rf"(?<!\d){re.escape(rule.value)}(?!\d)", said):
            yield Problem("notice-rule-value", notice.at(name), said, told | {"wanted": rule.value}, not rule.binds)
        elif rule.most and len(said) > rule.most:
            yield Problem("notice-rule-long", notice.at(name), said, told | {"most": f"{rule.most}"}, not rule.binds)


def _said(name: str, head: Mapping[str, str], catalog: Catalog) -> str:
    """What the head says under a name; `contact` is any way to reach who answers for the notice.

    A compiler's notices are answered under the contact that the publication itself must have.
    """
    if name != "contact":
        return head.get(name, "")
    own = catalog.publication.contact.zh if catalog.publication.kind == "compiled" else ""
    return next((head[way] for way in ("phone", "address", "mail") if head.get(way)), own)


def _duration(notice: Notice, rule: Rule, catalog: Catalog) -> Iterator[Problem]:
    """A period that is shorter than the rule asks, or whose length is not known.

    Counted in the unit of the rule, and no more generously than either of the two counts: where the notice or the
    rule leaves the first day out, it does not count.
    """
    if notice.opens is None or notice.closes is None:
        return
    counting = "exclusive" if "exclusive" in (rule.counting, notice.counting) else "inclusive"
    long = days.length(notice.opens, notice.closes, rule.unit, counting, catalog.calendar)
    if long is None:
        yield _unknown(notice, catalog)
    elif long < rule.days:
        end = days.last(notice.opens, rule.days, rule.unit, counting, catalog.calendar)
        told = {"length": f"{long}", "days": f"{rule.days}", "end": f"{end or '?'}", **_rule(rule)}
        told |= {"unit": {"natural": "天", "working": "个工作日"}[rule.unit]}
        told |= {"unit_en": {"natural": "days", "working": "working days"}[rule.unit]}
        yield Problem("notice-short", notice.at("closes"), f"{notice.closes}", told, advised=not rule.binds)


def _uncounted(notice: Notice, catalog: Catalog) -> Iterator[Problem]:
    """A period in working days that no rule had to count, and that the calendar cannot count either."""
    known = notice.opens is None or notice.closes is None or catalog.calendar.knows(notice.opens, notice.closes)
    if notice.unit == "working" and not known:
        yield _unknown(notice, catalog)


def _unknown(notice: Notice, catalog: Catalog) -> Problem:
    first, last = catalog.calendar.first, catalog.calendar.last
    return Problem(
        "notice-uncounted", notice.at("closes"), f"{notice.closes}", {"first": f"{first}", "last": f"{last}"}
    )


def _rule(rule: Rule) -> Mapping[str, str]:
    return {"rule": rule.title.zh, "rule_en": rule.title.en, "basis": rule.basis}
