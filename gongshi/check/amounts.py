"""Find the one number of a printed figure with its scale words: 近120万, 3000余, 1亿2千万, 一点五万.

A number that is read only in part is worse than none: what is not read to its end is not read at all.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import cn2an

from gongshi.check import hints
from gongshi.read.hanzi import simplified

SCALES: Final = {"百": Decimal(10**2), "千": Decimal(10**3), "万": Decimal(10**4), "亿": Decimal(10**8)}
# Numbers after 第 count nothing: 第3批. A comma stands before three digits or separates two numbers.
ARABIC: Final = re.compile(r"(?<![第\d.])(?:(?<!\d)-)?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!\d|\.\d)")
CHINESE: Final = re.compile(
    r"(?<![第几数〇零一二三四五六七八九十百千两])[〇零一二三四五六七八九十百千两]+(?:点[〇零一二三四五六七八九]+)?"
)
PERCENT: Final = re.compile(r"百分之([\d.]+|[〇零一二三四五六七八九十百千两]+(?:点[〇零一二三四五六七八九]+)?)")
# A space may stand between a number and its words (1.2 万人), not between two numbers.
SPACES: Final = re.compile(r"(?<!\d)\s+|\s+(?!\d)")
LOOSE: Final = "余多几"
# Parts of a whole: 三分之二, 3成, 一半; after a unit 一年半, 3个半月. 半 of 半导体 is none.
HALF: Final = re.compile("半(?!导)")
PART: Final = re.compile(f"分之|成|{HALF.pattern}")
FRACTION: Final = re.compile(r"分之|[\d一二三四五六七八九]成|(?<![上下前后])半(?!导)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number within a text: its value with all scale words, where it stands, and whether 余 or 多 loosens it.

    `step` is what its last scale word is worth: 10000 for 120万.
    """

    value: Decimal
    step: Decimal
    start: int
    end: int
    loose: bool


def plain(stated: str) -> str:
    """The words of a document in simplified, half-width characters, without spaces; 百分之六十 becomes 六十%."""
    return PERCENT.sub(r"\1%", SPACES.sub("", hints.plain(simplified(stated))))


def is_fraction(text: str) -> bool:
    """Whether a plain text speaks of a part of a whole: 三分之二, 半年, 3成."""
    return FRACTION.search(text) is not None


def numbers(text: str) -> int:
    """How many numbers in digits stand in a plain text."""
    return len(ARABIC.findall(text))


def amount(text: str, words: Iterable[str]) -> Amount | None:
    """The one number of a plain text, or None where there is none, more than one, or only a part of one.

    `words` are the unit words, longest first: 千瓦 is not 千 times 瓦.
    """
    units = tuple(words)
    match = ARABIC.search(text) or CHINESE.search(text)
    made = _part(match, text, units) if match else None
    while made and (further := _further(text, made, units)):
        made = _joined(made, _part(further, text, units))
    return made if made and not _continues(text, made.end, units) else None


def _part(match: re.Match[str], text: str, units: tuple[str, ...]) -> Amount | None:
    """A number and the scale words after it."""
    value = _value(match[0])
    if value is None:
        return None
    step, end, loose = Decimal(1), match.end(), False
    while end < len(text) and not text.startswith(units, end):
        if text[end] in LOOSE and not loose:
            loose = True
        elif text[end] in SCALES:
            step *= SCALES[text[end]]
        else:
            break
        end += 1
    return Amount(value * step, step, match.start(), end, loose)


def _value(written: str) -> Decimal | None:
    if written[-1].isdigit() and written.isascii():
        return Decimal(written.replace(",", ""))
    try:
        return Decimal(str(cn2an.cn2an(written.replace("两", "二"), "smart")))
    except ValueError:
        return None


def _further(text: str, made: Amount, units: tuple[str, ...]) -> re.Match[str] | None:
    """The next part of a number such as 1亿2千万: it follows at once and has a scale word of its own."""
    if made.loose or text[made.end - 1] not in SCALES or text.startswith(units, made.end):
        return None
    match = ARABIC.match(text, made.end) or CHINESE.match(text, made.end)
    if match is None:
        return None
    scaled = text[match.end() : match.end() + 1] in SCALES and not text.startswith(units, match.end())
    return match if scaled or set(match[0]) & set(SCALES) else None


def _joined(made: Amount, part: Amount | None) -> Amount | None:
    """Both parts as one number, where they are whole and the second is smaller than one step of the first."""
    if part is None or made.value % made.step or part.value % part.step:
        return None
    if not 0 <= part.value < made.step:
        return None
    return Amount(made.value + part.value, part.step, made.start, part.end, part.loose)


def _continues(text: str, end: int, units: tuple[str, ...]) -> bool:
    """Whether the number goes on in a way that is not read: another number, 五万六户, 一半, 一年半."""
    unit = next((unit for unit in units if text.startswith(unit, end)), None)
    spelled = None if unit else CHINESE.match(text, end)
    return bool(
        ARABIC.search(text, end)
        or PART.match(text, end)
        or (unit and HALF.match(text, end + len(unit)))
        or (spelled and text.startswith(units, spelled.end()))
    )
