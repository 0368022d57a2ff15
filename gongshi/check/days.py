"""Count days as notices and rules do: natural or working, the first day counted or not; never beyond the calendar.

`unit` is `natural` or `working`; `counting` is `inclusive` where the first day counts and `exclusive` where counting
begins on the day after; the last day always counts. Whatever would need a working day of a year that the calendar does
not know is None: callers say so, nobody guesses.
"""

from datetime import date, timedelta
from typing import Final

from gongshi.read.calendar import Calendar

DAY: Final = timedelta(days=1)


def last(opens: date, days: int, unit: str, counting: str, calendar: Calendar) -> date | None:
    """The last day of a period of so many days (one at least) that begins on `opens`; None where it is not known."""
    try:
        start = opens if counting == "inclusive" else opens + DAY
        return start + (days - 1) * DAY if unit == "natural" else _worked(start, days, calendar)
    except OverflowError:  # beyond the last year that a date can have
        return None


def length(opens: date, closes: date, unit: str, counting: str, calendar: Calendar) -> int | None:
    """How many days a period lasts, 0 where it ends before it begins; None where it is not known."""
    inside = (closes - opens).days + (counting == "inclusive")
    if unit == "natural":
        return max(inside, 0)
    if not calendar.knows(opens, closes):
        return None
    return sum(1 for back in range(inside) if calendar.works(closes - back * DAY))


def deadline(day: date, days: int, unit: str, calendar: Calendar) -> date | None:
    """The last day on which something is in time that is due so many days after `day`; None where it is not known."""
    return last(day, days, unit, "exclusive", calendar)


def _worked(start: date, days: int, calendar: Calendar) -> date | None:
    """The day, from `start` on, on which so many days have been worked."""
    day = start
    while calendar.knows(day):
        days -= bool(calendar.works(day))
        if not days:
            return day
        day += DAY
    return None
