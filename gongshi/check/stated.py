"""Read the figure that a document prints: 近120万人 → 1200000, 人, nearly.

This is what catches the classic slip by a factor of 10,000.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gongshi.check import amounts, hints
from gongshi.errors import Problem, shorten
from gongshi.read.catalog import Reading
from gongshi.read.values import Figure, Unit

# The first pattern that is found decides. 最近, 节约, 签约 and their like say nothing of the number.
BEFORE: Final = (
    ("at_least", re.compile("不少于|不低于|不小于|至少")),
    ("at_most", re.compile("不超过|不多于|不高于|至多")),
    ("below", re.compile("不到|不满|不足|低于|少于")),
    ("over", re.compile("超过|多于|高于")),
    ("nearly", re.compile("接近|(?<![附最临邻靠])近(?![年几期来日])")),
    ("about", re.compile("(?<![节签合契预公条违])约")),
)
AFTER: Final = (
    ("at_least", re.compile("以上")),
    ("at_most", re.compile("以下|以内|之内")),
    ("about", re.compile("左右|上下")),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What a printed figure says: its value in base units, the unit, and the bound."""

    value: Decimal
    unit: str
    bound: str


def parse(stated: str, units: Iterable[Unit]) -> Printed | None:
    """The value, unit and bound of a printed figure, or None where there is not exactly one number with its unit.

    `units` are the unit words known; the longest that fits comes first, so that 千瓦 is not 千 times 瓦.
    """
    text, words = amounts.plain(stated), _words(units)
    found = amounts.amount(text, [unit.word for unit in words])
    unit = _unit(text[found.end :], words) if found else None
    if found is None or unit is None:
        return None
    return Printed(found.value, unit, _bound(text[: found.start], text[found.end :], found.loose))


def unread(stated: str, units: Iterable[Unit]) -> str:
    """The code of why a printed figure that `parse` does not read cannot be read."""
    text = amounts.plain(stated)
    if amounts.amount(text, [unit.word for unit in _words(units)]):
        return "stated-unitless"
    if amounts.is_fraction(text):
        return "stated-fraction"
    return "stated-several" if amounts.numbers(text) > 1 else "stated-unreadable"


def _words(units: Iterable[Unit]) -> list[Unit]:
    # Units without a word only name what something is counted per (每县); 农村 must not be read as villages.
    return sorted((unit for unit in units if unit.word), key=lambda unit: -len(unit.word))


def _unit(rest: str, words: list[Unit]) -> str | None:
    hits = [(rest.find(unit.word), -len(unit.word), unit.unit) for unit in words if unit.word in rest]
    return min(hits)[2] if hits else None


def _bound(before: str, after: str, loose: bool) -> str:
    if loose:
        return "over"
    said = [bound for bound, words in BEFORE if words.search(before)]
    said += [bound for bound, words in AFTER if words.search(after)]
    return said[0] if said else "exact"


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Figures whose value, unit or bound differs from the words of their document."""
    found: list[Problem] = []
    units = bool(reading.catalog.units)  # without the table of units no words can be read
    for figure in reading.catalog.figures.values():
        if figure.stated and units:
            found += _figure_problems(figure, reading)
        elif not figure.stated and reading.catalog.publication.kind == "compiled":
            found.append(Problem("stated-missing", reading.at(figure.place, "stated")))
    return tuple(found)


def _figure_problems(figure: Figure, reading: Reading) -> list[Problem]:
    printed = parse(figure.stated, reading.catalog.units)
    if printed is None:
        code = unread(figure.stated, reading.catalog.units)
        return [Problem(code, reading.at(figure.place, "stated"), figure.stated)]
    found = []
    stated = {"stated": shorten(figure.stated)}
    if printed.value != figure.value:
        details = stated | {
            "parsed": shorten(hints.decimal(printed.value)),
            **_times(figure.value, printed.value),
        }
        found.append(Problem("stated-value", reading.at(figure.place, "value"), hints.decimal(figure.value), details))
    if printed.bound != figure.bound:
        details = stated | {"parsed": printed.bound}
        found.append(Problem("stated-bound", reading.at(figure.place, "bound"), figure.bound, details))
    indicator = reading.catalog.indicators.get(figure.indicator)
    if indicator and printed.unit != indicator.unit:
        details = {"parsed": printed.unit, "unit": indicator.unit}
        found.append(Problem("stated-unit", reading.at(figure.place, "stated"), figure.stated, details))
    return found


def _times(value: Decimal, printed: Decimal) -> dict[str, str]:
    """By which power of ten the value slipped, in words; empty ones where it did not."""
    factor = max(value / printed, printed / value) if printed and value else 0
    if factor not in (10, 100, 1000, 10**4, 10**8):
        return {"times_zh": "", "times": ""}
    return {"times_zh": f"，差 {factor:.0f} 倍", "times": f", {factor:.0f} times off"}
