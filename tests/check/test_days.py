"""Days are counted as notices say they count them, and never guessed."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.check import days
from gongshi.read.working_days import calendar
from tests.publication import HERE

CALENDAR = calendar(HERE)[0]
UNITS, COUNTINGS = ("natural", "working"), ("inclusive", "exclusive")
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)
# Periods around holidays of ten years: opens, closes, and how long that is in natural days with and without the first
# day, and in working days with and without the first day.
PAST = (
    ("2015-02-11", "2015-02-28", (18, 17, 10, 9)),
    ("2015-08-31", "2015-09-09", (10, 9, 7, 6)),
    ("2015-09-24", "2015-10-10", (17, 16, 8, 7)),
    ("2016-02-01", "2016-02-17", (17, 16, 10, 9)),
    ("2016-04-28", "2016-05-07", (10, 9, 6, 5)),
    ("2016-06-06", "2016-06-15", (10, 9, 7, 6)),
    ("2016-09-12", "2016-09-21", (10, 9, 7, 6)),
    ("2017-01-20", "2017-02-05", (17, 16, 8, 7)),
    ("2017-03-29", "2017-04-07", (10, 9, 7, 6)),
    ("2017-09-26", "2017-10-13", (18, 17, 10, 9)),
    ("2018-02-08", "2018-02-26", (19, 18, 10, 9)),
    ("2018-04-02", "2018-04-11", (10, 9, 7, 6)),
    ("2018-09-20", "2018-10-09", (20, 19, 10, 9)),
    ("2018-12-24", "2019-01-04", (12, 11, 9, 8)),
    ("2019-04-25", "2019-05-06", (12, 11, 7, 6)),
    ("2020-01-19", "2020-02-04", (17, 16, 7, 6)),
    ("2021-09-15", "2021-09-28", (14, 13, 10, 9)),
    ("2022-12-26", "2023-01-06", (12, 11, 9, 8)),
    ("2023-09-25", "2023-10-12", (18, 17, 10, 9)),
    ("2024-02-02", "2024-02-19", (18, 17, 9, 8)),
)


@pytest.mark.parametrize(("opens", "closes", "lengths"), PAST, ids=str)
def test_a_past_period_has_these_lengths_in_the_four_countings(
    opens: str, closes: str, lengths: tuple[int, int, int, int]
) -> None:
    first, last = date.fromisoformat(opens), date.fromisoformat(closes)
    found = [days.length(first, last, unit, counting, CALENDAR) for unit in UNITS for counting in COUNTINGS]
    assert tuple(found) == lengths


@pytest.mark.parametrize(("opens", "closes", "lengths"), PAST, ids=str)
def test_the_table_agrees_with_an_independent_calendar(
    opens: str, closes: str, lengths: tuple[int, int, int, int]
) -> None:
    first, last = date.fromisoformat(opens), date.fromisoformat(closes)
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    worked = [chinese_calendar.is_workday(day) for day in every]
    assert lengths == (len(every), len(every) - 1, sum(worked), sum(worked[1:]))


@pytest.mark.parametrize(
    ("day", "due"),
    [("2019-09-20", "2019-10-23"), ("2020-01-15", "2020-02-19"), ("2020-09-25", "2020-10-29")],
)
def test_twenty_working_days_end_where_the_orders_on_holidays_put_them(day: str, due: str) -> None:
    assert days.deadline(date.fromisoformat(day), 20, "working", CALENDAR) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("unit", "counting", "closes"),
    [
        ("natural", "inclusive", "2020-10-09"),
        ("natural", "exclusive", "2020-10-10"),
        ("working", "inclusive", "2020-10-20"),
        ("working", "exclusive", "2020-10-21"),
    ],
)
def test_ten_days_from_the_thirtieth_of_september_2020(unit: str, counting: str, closes: str) -> None:
    assert days.last(date(2020, 9, 30), 10, unit, counting, CALENDAR) == date.fromisoformat(closes)


def test_a_period_that_begins_on_a_holiday_counts_from_the_first_day_that_is_worked() -> None:
    begun = [days.last(date(2020, 10, 1), 1, "working", counting, CALENDAR) for counting in COUNTINGS]
    assert begun == [date(2020, 10, 9), date(2020, 10, 9)]


@pytest.mark.parametrize(
    ("opens", "closes"), [("2026-12-20", "2027-01-10"), ("2003-12-20", "2004-01-10"), ("2030-01-01", "2030-01-20")]
)
def test_beyond_the_calendar_working_days_are_not_known_and_natural_ones_are(opens: str, closes: str) -> None:
    first, last = date.fromisoformat(opens), date.fromisoformat(closes)
    assert days.length(first, last, "working", "inclusive", CALENDAR) is None
    assert days.length(first, last, "natural", "inclusive", CALENDAR) == (last - first).days + 1


def test_a_deadline_beyond_the_calendar_is_not_known() -> None:
    assert days.deadline(date(2026, 12, 20), 20, "working", CALENDAR) is None
    assert days.deadline(date(9999, 12, 31), 1, "natural", CALENDAR) is None


@given(st.dates(FIRST, date(2026, 1, 1)), st.integers(1, 60), st.sampled_from(UNITS), st.sampled_from(COUNTINGS))
def test_the_last_day_of_so_many_days_closes_a_period_of_that_length(
    opens: date, count: int, unit: str, counting: str
) -> None:
    closes = days.last(opens, count, unit, counting, CALENDAR)
    assert closes is not None
    assert days.length(opens, closes, unit, counting, CALENDAR) == count
    assert days.length(opens, closes - timedelta(days=1), unit, counting, CALENDAR) == count - 1


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST), st.sampled_from(UNITS), st.sampled_from(COUNTINGS))
def test_a_length_is_that_of_its_days_one_by_one(opens: date, closes: date, unit: str, counting: str) -> None:
    begin = opens if counting == "inclusive" else opens + timedelta(days=1)
    every = (begin + timedelta(days=n) for n in range(max((closes - begin).days + 1, 0)))
    counted = sum(1 for day in every if unit == "natural" or CALENDAR.works(day))
    assert days.length(opens, closes, unit, counting, CALENDAR) == counted
