"""The calendar of working days is the State Council's, and claims no year that nobody entered."""

import csv
import io
from datetime import date, timedelta

import chinese_calendar
import pytest

from gongshi.read.calendar import Calendar
from gongshi.read.working_days import FILE, calendar
from tests.publication import HERE, Site

SHIPPED = calendar(HERE)[0]
EVERY = [date(2004, 1, 1) + timedelta(days=n) for n in range((date(2026, 12, 31) - date(2004, 1, 1)).days + 1)]


def test_every_day_is_worked_as_an_independent_calendar_says() -> None:
    differing = [day for day in EVERY if SHIPPED.works(day) != chinese_calendar.is_workday(day)]
    assert (differing, len(EVERY)) == ([], 8401)


def test_the_calendar_says_what_it_covers() -> None:
    assert (SHIPPED.first, SHIPPED.last) == (date(2004, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2027, 1, 1)], ids=str)
def test_beyond_what_it_covers_the_calendar_knows_nothing(day: date) -> None:
    assert (SHIPPED.knows(day), SHIPPED.works(day)) == (False, None)


def test_an_empty_calendar_knows_no_day() -> None:
    assert (Calendar().first, Calendar().last, Calendar().works(date(2020, 1, 2))) == (None, None, None)


def test_orders_have_the_form_of_document_numbers_or_none_is_given() -> None:
    table = csv.DictReader(io.StringIO((HERE / FILE).read_text(encoding="utf-8")))
    orders = {row["document"] for row in table}
    assert sorted(order for order in orders if not order.startswith(("国办发明电〔", "国发明电〔"))) == [""]


def test_a_year_counts_as_known_only_once_its_national_day_is_entered(site: Site) -> None:
    text = (site.root / FILE).read_text(encoding="utf-8")
    site.write(FILE, f"{text}2027-01-01,false,\n")
    assert calendar(site.root)[0].last == date(2026, 12, 31)
    site.write(FILE, f"{text}2027-01-01,false,\n2027-10-01,false,\n")
    assert calendar(site.root)[0].last == date(2027, 12, 31)
