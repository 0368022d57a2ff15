"""Turn values into words: 36.92亿元, nearly 1.2 million people, 2018年上半年."""

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from gongshi.read.hanzi import simplified
from gongshi.read.values import Figure, Indicator, Unit

# Largest scale first; a scale is used when the value reaches it and at most `places` decimals say it exactly.
SCALES: Final = {
    "zh": ((Decimal(10**8), 2, "亿"), (Decimal(10**4), 2, "万")),
    "en": ((Decimal(10**9), 3, " billion"), (Decimal(10**6), 3, " million")),
}
# Where the pages of a language begin, from the root of the site.
ROOTS: Final[Mapping[str, str]] = MappingProxyType({"zh": "", "en": "en/"})
GROUP_FROM: Final = {"zh": 5, "en": 4}
# Written out, because the standard library's names follow the locale of the machine.
MONTHS: Final = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MOMENTS: Final = {
    "zh": {
        **{"by": "到$day", "as-of": "截至$day", "from": "$day起"},
        **{"from-latest": "至迟$day起", "open": "文件没有写期限", "unknown": "时间未写明"},
    },
    "en": {
        **{"by": "by $day", "as-of": "as of $day", "from": "from $day"},
        **{"from-latest": "from $day at the latest", "open": "no deadline given", "unknown": "period not stated"},
    },
}

# Words before and after a number, the default first; another is used where the source has it.
BOUNDS_ZH: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "exact": (("", ""),),
    "about": (("约", ""), ("", "左右"), ("大约", "")),
    "nearly": (("近", ""), ("接近", "")),
    "below": (("不到", ""), ("不满", ""), ("低于", "")),
    "over": (("超过", ""), ("多于", ""), ("高于", "")),
    "at_least": (("", "以上"), ("不少于", ""), ("不低于", ""), ("至少", "")),
    "at_most": (("", "以下"), ("", "以内"), ("不超过", ""), ("至多", "")),
}
LOOSE: Final = re.compile("[余多](?!于)")
BOUNDS_EN: Final = {
    "exact": "",
    "about": "about ",
    "nearly": "nearly ",
    "below": "under ",
    "over": "over ",
    "at_least": "at least ",
    "at_most": "at most ",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in words, in four parts so that a page can set the number apart: 近 · 120 · 万人 · “”."""

    before: str
    number: str
    unit: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.number}{self.unit}{self.after}"


def grouped(value: Decimal, language: str) -> str:
    """All digits of a decimal, none added, with commas from five (zh) or four (en) whole digits on."""
    digits = f"{value.copy_abs():f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    whole, _, fraction = digits.partition(".")
    if len(whole) >= GROUP_FROM[language]:
        whole = f"{int(whole):,}"
    sign = "−" if value < 0 else ""
    return sign + whole + (f".{fraction}" if fraction else "")


def scaled(value: Decimal, language: str) -> tuple[str, str]:
    """Number and scale word: 3692000000 → ("36.92", "亿"); without a fitting scale all digits and ""."""
    for factor, places, word in SCALES[language]:
        if abs(value) >= factor and (value / factor * 10**places) % 1 == 0:
            return grouped(value / factor, language), word
    return grouped(value, language), ""


@dataclass(frozen=True)
class Words:
    """The words of one language: interface messages, units, and how values are written."""

    language: str
    messages: Mapping[str, str]
    units: tuple[Unit, ...]

    def t(self, key: str, **values: object) -> str:
        """The interface's message under `key`, filled in; KeyError for an unknown key or a missing value."""
        return string.Template(self.messages[key]).substitute({k: str(v) for k, v in values.items()})

    def amount(self, value: Decimal, unit: str) -> Quantity:
        """A value in a base unit, without a bound: 86840000 元 → 8684万元."""
        number, scale = scaled(value, self.language)
        return Quantity("", number, scale + self._unit(value, unit), "")

    def quantity(self, figure: Figure, indicator: Indicator) -> Quantity:
        """A figure with its bound word, the one that its source uses where there are several."""
        plain = self.amount(figure.value, indicator.unit)
        if self.language == "en":
            return Quantity(BOUNDS_EN[figure.bound], plain.number, plain.unit, "")
        return _bounded_zh(figure, plain, indicator.unit)

    def _unit(self, value: Decimal, unit: str) -> str:
        if self.language == "zh" or unit == "%":
            return unit
        match = next((u for u in self.units if u.unit == unit), None)
        word = unit if match is None else match.en_one if abs(value) == 1 else match.en
        return f" {word}" if word else ""

    def unit(self, indicator: Indicator) -> str:
        """The base unit alone, as a column head: 元, yuan; "" for plain counts in English."""
        return self._unit(Decimal(2), indicator.unit).strip()

    def per(self, indicator: Indicator) -> str:
        """Per what the indicator counts: 每户每年, per household per year; "" for nothing."""
        if self.language == "zh":
            return "".join(f"每{part}" for part in indicator.per)
        names = {u.unit: u.en_one for u in self.units}
        return " ".join(f"per {names.get(part) or part}" for part in indicator.per)

    def locator(self, written: str) -> str:
        """A place in a document as Chinese readers say it: 第（四）条 for (四), 第一部分 for 一; English as printed."""
        if self.language != "zh" or written.startswith("「"):
            return written
        return f"第（{written.strip('()（）')}）条" if written.startswith(("(", "（")) else f"第{written}部分"

    def day(self, day: date) -> str:
        """2016年2月17日, 17 February 2016."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {MONTHS[day.month]} {day.year}"

    def published(self, written: str) -> str:
        """A source's date of publication, which may be a year alone; "" where unknown."""
        if len(written) == 4:
            return f"{written}年" if self.language == "zh" else written
        return self.day(date.fromisoformat(written)) if written else ""

    def period(self, figure: Figure) -> str:
        """When a figure holds: 2016年, 截至2014年底, 到2018年底, 2016年2月17日起.

        A target without an end has no deadline; of a rule whose start is inferred only the latest is known.
        """
        start, end = figure.period_start, figure.period_end
        if start and end:
            return _span_zh(start, end, self) if self.language == "zh" else _span_en(start, end, self)
        if end:
            key = "by" if figure.kind == "target" else "as-of"
            return string.Template(MOMENTS[self.language][key]).substitute(day=self._moment(end))
        if start and figure.kind == "target":
            return MOMENTS[self.language]["open"]
        if start:
            key = "from-latest" if figure.dating == "inferred" else "from"
            return string.Template(MOMENTS[self.language][key]).substitute(day=self.day(start))
        return MOMENTS[self.language]["unknown"]

    def _moment(self, day: date) -> str:
        if (day + timedelta(days=1)).day != 1:
            return self.day(day)
        if self.language == "zh":
            return f"{day.year}年底" if day.month == 12 else f"{day.year}年{day.month}月底"
        return f"the end of {day.year}" if day.month == 12 else f"the end of {MONTHS[day.month]} {day.year}"


def _bounded_zh(figure: Figure, plain: Quantity, unit: str) -> Quantity:
    words = simplified(figure.stated)
    loose = LOOSE.search(words)
    if figure.bound == "over" and unit != "%" and loose:
        more = "多" if "多" in loose[0] else "余"
        scale = plain.unit.removesuffix(unit)
        # 2900余万元, but 1万余元 and 1.8万余元: a digit alone or a fraction takes its scale first.
        split = scale and (len(plain.number) == 1 or "." in plain.number)
        return Quantity("", plain.number, f"{scale}{more}{unit}" if split else f"{more}{plain.unit}", "")
    choices = BOUNDS_ZH[figure.bound]
    said = [pair for pair in choices if "".join(pair) and "".join(pair) in words]
    before, after = max(said, key=lambda pair: len("".join(pair)), default=choices[0])  # 接近 before 近
    return Quantity(before, plain.number, plain.unit, after)


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and (end + timedelta(days=1)).day == 1


def _span_zh(start: date, end: date, words: Words) -> str:
    if not _whole_months(start, end):
        return f"{words.day(start)}至{words.day(end)}"
    if (start.month, end.month) == (1, 12):
        return f"{start.year}年" if start.year == end.year else f"{start.year}—{end.year}年"
    if start.year != end.year:
        return f"{start.year}年{start.month}月—{end.year}年{end.month}月"
    halves = {(1, 6): "上半年", (7, 12): "下半年"}
    if (start.month, end.month) in halves:
        return f"{start.year}年{halves[start.month, end.month]}"
    months = f"{start.month}" if start.month == end.month else f"{start.month}—{end.month}"
    return f"{start.year}年{months}月"


def _span_en(start: date, end: date, words: Words) -> str:
    if not _whole_months(start, end):
        return f"{words.day(start)} to {words.day(end)}"
    if (start.month, end.month) == (1, 12):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if start.year != end.year:
        return f"{MONTHS[start.month]} {start.year} – {MONTHS[end.month]} {end.year}"
    halves = {(1, 6): "first half", (7, 12): "second half"}
    if (start.month, end.month) in halves:
        return f"{halves[start.month, end.month]} of {start.year}"
    months = MONTHS[start.month] if start.month == end.month else f"{MONTHS[start.month]}–{MONTHS[end.month]}"
    return f"{months} {start.year}"
