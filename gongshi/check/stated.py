"""Read the figure that a document prints: 近120万人 → 1200000, 人, nearly.

This is what catches the classic slip by a factor of 10,000.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import cn2an

from gongshi.check import hints
from gongshi.errors import Problem, shorten
from gongshi.read.catalog import Reading
from gongshi.read.hanzi import simplified
from gongshi.read.values import Figure, Unit

SCALES: Final = {"百": Decimal(10**2), "千": Decimal(10**3), "万": Decimal(10**4), "亿": Decimal(10**8)}
# Numbers after 第 count nothing: 第3批. A comma stands before three digits or separates two numbers.
ARABIC: Final = re.compile(r"(?<![第\d.])(?:(?<!\d)-)?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!\d|\.\d)")
CHINESE: Final = re.compile(r"(?<![第几数〇零一二三四五六七八九十百千两])[〇零一二三四五六七八九十百千两]+")
LOOSE: Final = "余多几"
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
    """The value, unit and bound of a printed figure, or None where there is not exactly one number.

    `units` are the unit words known; the longest that fits comes first, so that 千瓦 is not 千 times 瓦.
    """
    text = hints.plain(simplified(stated))
    # Units without a word only name what something is counted per (每县); 农村 must not be read as villages.
    words = sorted((unit for unit in units if unit.word), key=lambda unit: -len(unit.word))
    number = _number(text)
    if number is None:
        return None
    value, start, end = number
    loose = False
    while end < len(text):
        rest = text[end:]
        if rest[0] in LOOSE and not loose:
            loose, end = True, end + 1
            continue
        if rest[0] not in SCALES or any(rest.startswith(unit.word) for unit in words):
            break
        value, end = value * SCALES[rest[0]], end + 1
    unit = _unit(text[end:], words)
    return None if unit is None else Printed(value, unit, _bound(text[:start], text[end:], loose))


def _number(text: str) -> tuple[Decimal, int, int] | None:
    found = list(ARABIC.finditer(text))
    if len(found) == 1:
        return Decimal(found[0][0].replace(",", "")), found[0].start(), found[0].end()
    if found:
        return None
    spelled = list(CHINESE.finditer(text))
    if not spelled:
        return None
    # The first run of number characters counts: 两个连片地区 is 2, whatever 一 may follow in a name.
    match = spelled[0]
    digits = match[0].replace("两", "二")
    try:
        return Decimal(str(cn2an.cn2an(digits, "smart"))), match.start(), match.end()
    except ValueError:
        return None


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
        return [Problem("stated-unreadable", reading.at(figure.place, "stated"), figure.stated)]
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
