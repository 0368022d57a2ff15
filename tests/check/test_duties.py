"""What must be published is held against the calendar and the catalogue, and nothing is said of what is not known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.check import days, duties, everything
from gongshi.read.catalog import read
from gongshi.read.working_days import calendar
from tests.obliged import (
    CASES,
    COMPLETION,
    DUTIES,
    LOANS,
    MONEY_OF_TREES,
    PLAN,
    WHOLE_PLAN,
    Case,
    catalogued,
    day,
    obliged,
)
from tests.publication import HERE, Site

CALENDAR = calendar(HERE)[0]
REAL = read(HERE).catalog
RULES = {rule.id: rule for rule in REAL.profile.rules}


def found(site: Site) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in everything.problems(site.read())]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_duty_stands_as_its_days_say(site: Site, case: Case) -> None:
    catalog = obliged(site, [case.cells]).read().catalog
    (one,) = duties.assessments(catalog, date.fromisoformat(case.today))
    missing = tuple(element.id for element in one.missing)
    assert (one.state, one.due, one.late, missing) == (case.state, day(case.due), case.late, case.missing)


def test_every_state_is_among_the_cases() -> None:
    assert {case.state for case in CASES} == set(duties.STATES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_lateness_never_stops_a_publication(site: Site, case: Case) -> None:
    unnamed = [("duty-unnamed", "warning")] if len(case.missing) == 4 else []
    assert found(obliged(site, [case.cells])) == unnamed


@pytest.mark.parametrize(
    ("formed", "deadline"),
    [
        ("2019-09-20", "2019-10-23"),
        ("2020-01-15", "2020-02-19"),
        ("2020-09-25", "2020-10-29"),
        ("2026-12-14", ""),
    ],
)
def test_twenty_working_days_are_those_of_the_state_council(formed: str, deadline: str) -> None:
    rule = RULES["twenty-working-days"]
    assert duties.last_day(rule, date.fromisoformat(formed), CALENDAR) == day(deadline)


@pytest.mark.parametrize(
    ("written", "formed", "last"),
    [
        ("12-31", "2020-01-01", "2020-12-31"),
        ("12-31", "2020-12-31", "2020-12-31"),
        ("01-31", "2020-02-01", "2021-01-31"),
        ("02-29", "2019-03-01", "2020-02-29"),
        ("02-29", "2021-03-01", ""),
        ("12-31", "9999-12-31", "9999-12-31"),
        ("01-31", "9999-12-31", ""),
    ],
)
def test_a_day_of_the_year_is_the_next_one(written: str, formed: str, last: str) -> None:
    rule = replace(RULES["year-end"], day=written)
    assert duties.last_day(rule, date.fromisoformat(formed), CALENDAR) == day(last)


def test_a_rule_without_days_sets_no_deadline() -> None:
    assert duties.last_day(replace(RULES["year-end"], day=""), date(2020, 1, 1), CALENDAR) is None


def test_each_rule_of_an_item_tells_its_own_deadline(site: Site) -> None:
    catalog = obliged(site, [MONEY_OF_TREES]).read().catalog
    (one,) = duties.assessments(catalog, date(2020, 5, 15))
    told = [(each.rule.id if each.rule else "", each.day, each.late(date(2020, 5, 15))) for each in one.deadlines]
    assert told == [
        ("fifteen-working-days", date(2020, 5, 12), 3),
        ("twenty-working-days", date(2020, 5, 19), 0),
    ]


def test_a_compiled_publication_assesses_nothing(site: Site) -> None:
    catalog = catalogued(site).read().catalog
    assert found(site) == []
    assert duties.assessments(catalog, date(2020, 6, 1)) == ()
    assert duties.unassessed(catalog) == tuple(catalog.obligations.values())


def test_duties_in_a_compiled_publication_are_told_and_not_assessed(site: Site) -> None:
    obliged(site, [PLAN, LOANS]).replace("publication.yaml", "kind: official", "kind: compiled")
    compiled = [problem.code for problem in everything.problems(site.read()) if problem.place.file == DUTIES]
    assert compiled == ["duties-compiled"]
    catalog = site.read().catalog
    assert duties.assessments(catalog, date(2020, 6, 1)) == ()
    assert len(duties.unassessed(catalog)) == 13


def test_an_item_without_a_duty_is_not_assessed(site: Site) -> None:
    catalog = obliged(site, [PLAN, COMPLETION]).read().catalog
    assert [one.id for one in duties.unassessed(catalog, "999999", "village")] == [
        "people-identification",
        "people-exit",
        "projects-library",
        "projects-implementation",
    ]
    assert {"funds-plan", "funds-completion"} & {one.id for one in duties.unassessed(catalog)} == set()


def test_the_catalogue_of_2019_holds_from_the_first_day_of_2019() -> None:
    item = REAL.obligations["funds-plan"]
    held = [item.holds(date(2018, 12, 31)), item.holds(date(2019, 1, 1)), item.holds(date(2099, 1, 1))]
    assert held == [False, True, True]
    assert [replace(item, valid_to=end).holds(date(2020, 12, 31)) for end in ("2019", "2020", "2020-12-30")] == [
        False,
        True,
        False,
    ]


def test_the_shipped_catalogue_has_thirteen_items_with_elements_and_known_rules() -> None:
    assert [item.number for item in REAL.obligations.values()] == list(range(1, 14))
    assert [item.id for item in REAL.obligations.values() if not REAL.elements_of.get(item.id)] == []
    assert {rule for item in REAL.obligations.values() for rule in item.deadline} <= set(RULES)
    named = {id_ for rule in REAL.profile.rules for id_ in rule.items}
    assert named <= set(REAL.obligations)


def test_what_is_not_confirmed_binds_nobody() -> None:
    assert [rule.id for rule in REAL.profile.rules if rule.support == "unconfirmed" and rule.binds] == []


FORMED = st.dates(date(2019, 5, 15), date(2026, 10, 1))


@given(formed=FORMED, after=st.integers(0, 120), asked=st.integers(0, 200))
def test_lateness_is_the_days_after_twenty_working_days(formed: date, after: int, asked: int) -> None:
    """Whatever the days: published by the deadline is in time, and not being published is late from the day after."""
    published, today = formed + timedelta(days=after), formed + timedelta(days=asked)
    row = duty(formed, published)
    one = duties.assessment(row, REAL, today)
    due = days.deadline(formed, 20, "working", CALENDAR)
    assert due is not None
    if published <= today:
        assert (one.state, one.late) == ("published", max((published - due).days, 0))
    elif today <= due:
        assert (one.state, one.late) == ("due", 0)
    else:
        assert (one.state, one.late) == ("late", (today - due).days)


def duty(formed: date, published: date) -> duties.Duty:
    """A duty of the fictional county that brings all its elements."""
    item = REAL.obligations["funds-plan"]
    return duties.Duty(
        **{name: PLAN[name] for name in ("id", "obligation", "area", "level")},
        subject=item.name,
        formed=formed,
        due=None,
        notice="",
        dataset="",
        elements=tuple(WHOLE_PLAN.split("+")),
        published=published,
        reason=replace(item.name, zh="", en=""),
        decided_by=replace(item.name, zh="", en=""),
        place=item.place,
    )
