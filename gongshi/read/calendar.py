"""Know which days are worked: Monday to Friday, but for the days on which the State Council's orders depart from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

SATURDAY: Final = 5


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: `departures` from Monday to Friday, and the years they are known for, without a gap."""

    departures: Mapping[date, bool] = field(default_factory=dict)
    years: range = range(0)

    @property
    def first(self) -> date | None:
        """The first day that is known; None where none is."""
        return date(self.years[0], 1, 1) if self.years else None

    @property
    def last(self) -> date | None:
        """The last day that is known; None where none is."""
        return date(self.years[-1], 12, 31) if self.years else None

    def knows(self, *days: date) -> bool:
        """Whether all the days lie in years that are known."""
        return all(day.year in self.years for day in days)

    def works(self, day: date) -> bool | None:
        """Whether a day is worked; None where that is not known."""
        if not self.knows(day):
            return None
        return self.departures.get(day, day.weekday() < SATURDAY)
