"""Guess what a mistyped cell was meant to say, so that a message can propose the mend."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from gongshi.read.hanzi import simplified

MINUSES: Final = "−–—‐‑﹣－"
# Marks of footnotes: ①, ⑴, ². As plain digits they would change the number that they stand behind.
MARKS: Final = re.compile(r"([\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793]+)")
SCALES: Final = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
EXCEL_EPOCH: Final = date(1899, 12, 30)
SCIENTIFIC: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}")
SERIALS: Final = range(20_000, 60_000)


def plain(value: str) -> str:
    """The value with full-width characters, look-alike minus signs and odd spaces made plain; footnote marks stay."""
    folded = "".join("-" if c in MINUSES else c for c in value)
    parts = (part if MARKS.match(part) else unicodedata.normalize("NFKC", part) for part in MARKS.split(folded))
    return "".join(parts).strip()


def decimal(value: Decimal) -> str:
    """A decimal as a cell holds it: no exponent, no trailing zeros."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def number(value: str) -> str:
    """`: 3692000000` for 36.92亿元, 3,692,000,000 or 3.692E+09; "" where nothing can be guessed."""
    if SCIENTIFIC.fullmatch(value):
        return f": {decimal(Decimal(value))}"
    match = re.fullmatch(r"(-?\d[\d,]*(?:\.\d+)?)\s*([万亿]?)[^\d]{0,6}", simplified(plain(value)))
    if not match:
        return ""
    return f": {decimal(Decimal(match[1].replace(',', '')) * SCALES[match[2]])}"


def day(value: str) -> str:
    """`: 2016-02-17` for 2016年2月17日, 2016/2/17 or an Excel serial; "" where nothing can be guessed."""
    written = plain(value)
    match = re.fullmatch(r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?(?:\s+[\d:]+)?", written)
    try:
        if match:
            return f": {date(int(match[1]), int(match[2]), int(match[3])).isoformat()}"
        if written.isdigit() and int(written) in SERIALS:
            return f": {(EXCEL_EPOCH + timedelta(days=int(written))).isoformat()}"
    except ValueError:
        return ""
    return ""


def keys(value: str) -> tuple[str, ...]:
    """What an id or a code was meant to be: `trees-2018` for Trees_2018, `999999` for 999999.0."""
    written = plain(value).casefold()
    guessed = (re.sub(r"[^a-z0-9]+", "-", written).strip("-"), re.sub(r"\.0+$", "", written))
    return tuple(guess for guess in guessed if guess != value)
