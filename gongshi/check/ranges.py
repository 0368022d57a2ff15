"""Carry what a printed number leaves open through a calculation, exactly: its bound word and its last digit.

A figure stands for every value that its document could mean. Printed 83.9万人 it is 839000, give or take half of its
last digit, 500; 2900余万元 begins at 29000000 and has no end. A whole count printed to its last unit (384个) leaves
nothing open, nor does a standard: 5万元以下 is a limit of exactly 50000.

| bound | from | to |
|---|---|---|
| exact | value − half | value + half |
| about | value − one last digit | value + one last digit |
| nearly | value − one last digit | value |
| below, at_most | 0 | value |
| over, at_least | value | open |
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType
from typing import Final

from gongshi.read.hanzi import simplified
from gongshi.read.values import Figure, Indicator

STATED: Final = re.compile(r"\d(?:\.(\d+))?([万亿]?)(?![\d.])")
SCALES: Final = MappingProxyType({"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)})
COUNTED: Final = ("stock", "flow")


@dataclass(frozen=True, slots=True)
class Range:
    """A value, and the least and the most that it can stand for; `most` is None where there is no end."""

    value: Fraction
    least: Fraction
    most: Fraction | None

    def __add__(self, other: "Range") -> "Range":
        most = None if self.most is None or other.most is None else self.most + other.most
        return Range(self.value + other.value, self.least + other.least, most)

    def __mul__(self, other: "Range") -> "Range":
        """Both are amounts of something, never below zero."""
        most = None if self.most is None or other.most is None else self.most * other.most
        return Range(self.value * other.value, self.least * other.least, most)

    def __truediv__(self, other: "Range") -> "Range":
        """Both are amounts of something, never below zero; ZeroDivisionError for a divisor of zero."""
        least = Fraction(0) if other.most is None else self.least / other.most
        most = None if self.most is None or not other.least else self.most / other.least
        return Range(self.value / other.value, least, most)

    @property
    def exact(self) -> bool:
        """Whether nothing is left open."""
        return self.least == self.value == self.most

    def meets(self, other: "Range") -> bool:
        """Whether both can stand for one value."""
        return (self.most is None or other.least <= self.most) and (other.most is None or self.least <= other.most)

    @property
    def wholes(self) -> range:
        """The whole numbers that it can stand for; only its own value's where there is no end."""
        most = self.value if self.most is None else self.most
        return range(ceil(self.least), floor(most) + 1)

    def widened(self, by: Fraction) -> "Range":
        """The same with a tolerance on both sides."""
        return Range(self.value, self.least - by, None if self.most is None else self.most + by)


def number(value: Decimal) -> Range:
    """A number of a declaration: exactly itself."""
    found = Fraction(value)
    return Range(found, found, found)


def of(figure: Figure, indicator: Indicator) -> Range:
    """What a figure can stand for."""
    value, step = Fraction(figure.value), Fraction(grain(figure))
    if figure.kind == "standard":
        return Range(value, value, value)
    whole = step == 1 and indicator.measure in COUNTED and not indicator.per and value.denominator == 1
    half = Fraction(0) if whole else step / 2
    bounds: Mapping[str, tuple[Fraction, Fraction | None]] = {
        "about": (value - step, value + step),
        "nearly": (value - step, value),
        "below": (Fraction(0), value),
        "at_most": (Fraction(0), value),
        "over": (value, None),
        "at_least": (value, None),
    }
    # A word that is no bound is reported with its cell.
    least, most = bounds.get(figure.bound, (value - half, value + half))
    return Range(value, max(least, Fraction(0)), most)


def grain(figure: Figure) -> Decimal:
    """What one step in the last printed digit means: 1000 for 83.9万人, 1 where no scale is printed."""
    match = STATED.search(simplified(figure.stated))
    if match is None:
        return Decimal(1)
    return SCALES[match[2]].scaleb(-len(match[1] or "")).normalize()
