"""Turn a text into what in it identifies a person: numbers of identity cards, phones and bank cards, thin masks.

Rules: GB 11643-1999 (resident identity numbers, ISO 7064 MOD 11-2), GB 32100-2015 (codes of organisations, which are
public), ISO/IEC 7812 (Luhn). Shapes alone prove little, so a checksum, a date or a word beside the number decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

# Full-width signs stand for plain ones, one for one, so that what is found stands at the same place in the text.
PLAIN: Final = str.maketrans("０１２３４５６７８９Ｘｘ＊－＋．", "0123456789Xx*-+.")
# What people put between the digits of one number.
GAP: Final = "[\\s\u00ad\u200b\u2010-\u2015\u2060\ufeff-]{0,2}"
MASK: Final = "*×●■•∗○◯xX"
# No number without so many digits, gaps left out, and no mask, is any of what is looked for.
SUSPECT: Final = re.compile(
    f"[0-9０-９](?:(?:{GAP}[0-9０-９]){{9}}|{GAP}[{MASK}＊]{{2}}|[)）][0-9０-９]{{7}}|(?:[.．][0-9]{{1,18}})?[Ee][+＋]1[47])"
)
_FREE: Final = r"(?<![0-9])(?<![0-9][.,])"  # no digit before, and not within a decimal or a grouped number
_END: Final = r"(?![0-9])(?![.,][0-9])"

# Taken out first: hashes, and codes of organisations with letters in them.
HASH: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{32,}(?![0-9A-Za-z])")
CODED: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])")
LONG: Final = re.compile(f"(?=(?<![0-9])([0-9](?:{GAP}[0-9]){{16}}{GAP}[0-9Xx])(?![0-9]))")
OLD: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.,])[1-8][0-9]{14}(?![0-9A-Za-z])(?![.,][0-9])")
MOBILE: Final = re.compile(
    rf"{_FREE}(?:(?:\+|00)?86{GAP}|0)?1[3-9][0-9]{GAP}[0-9]{{4}}{GAP}[0-9]{{4}}{_END}(?!\s?[元万亿人户个%％‰])"
)
LANDLINE: Final = re.compile(rf"{_FREE}0[1-9][0-9]{{1,2}}(?:[-\u2010-\u2015 ]|\)|）)[2-9][0-9]{{6,7}}{_END}")
CARD: Final = re.compile(f"(?={_FREE}([1-9](?:{GAP}[0-9]){{15,18}}){_END})")
MASKED: Final = re.compile(
    rf"(?<![0-9A-Za-z])[0-9](?:{GAP}[0-9]){{0,17}}(?:[{MASK}]{{2,18}}|{GAP}[{MASK}]{{4,18}}{GAP})(?:[0-9]{GAP}){{0,17}}[0-9Xx]?"
    r"(?![0-9A-Za-z])"
)
WEB: Final = re.compile(r"https?://[^\s<>\"'，。；）]+")
SCIENTIFIC: Final = re.compile(r"(?<![0-9.])[1-9](?:\.[0-9]+)?[Ee]\+1[47](?![0-9])")

WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS: Final = "10X98765432"
SIGNS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # of GB 32100: no I, O, S, V, Z
TENS: Final = (range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66), range(71, 72))
PROVINCES: Final = frozenset(str(code) for codes in (*TENS, range(81, 84)) for code in codes)
ACCOUNTS: Final = re.compile(
    r"卡号|账号|帐号|账户|帐户|一卡通|银行卡|存折|社保卡|信用社|开户|(?<![A-Za-z])(?:card|account|bank|acct)",
    re.IGNORECASE,
)
IDENTITIES: Final = re.compile(
    r"身份证|证件号|公民身份|居民身份|身份号|sfz|(?:^|[^a-z])(?:identity|id[ _-]?(?:card|no|num|number))(?:[^a-z]|$)",
    re.IGNORECASE,
)
NEAR: Final = 24  # how far a word may stand from the number it explains
EIGHTEEN: Final = 18


@dataclass(frozen=True, slots=True)
class Found:
    """Something that identifies a person: what it is, where it stands in the text, and how it is written there.

    `kind` is identity, identity-like (a date but no right checksum, or the old form of 15 digits), mobile, landline,
    card or mask.
    """

    kind: str
    start: int
    written: str

    @property
    def shown(self) -> str:
        """As much as a message may repeat: the first two characters."""
        return f"{self.written[:2]}…"

    @property
    def length(self) -> int:
        """How many characters it has, gaps left out."""
        return len(bare(self.written))


def find(text: str, named: str = "") -> tuple[Found, ...]:
    """Everything personal in a text, in order; `named` is what the text is called, such as the title of its column."""
    if not SUSPECT.search(text):
        return ()
    plain = _public_out(text.translate(PLAIN))
    found: list[Found] = []
    for finder in FINDERS:
        for kind, start, end in tuple(finder(plain, named)):
            found.append(Found(kind, start, text[start:end]))
            plain = plain[:start] + "\0" * (end - start) + plain[end:]
    return tuple(sorted(found, key=lambda one: one.start))


def bare(written: str) -> str:
    """A number without what stands between its digits, in plain signs."""
    return re.sub(r"[^0-9A-Za-z" + re.escape(MASK) + "]", "", written.translate(PLAIN))


def is_identity(number: str) -> bool:
    """Whether 18 signs are a resident identity number: a date of birth and the checksum of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return is_dated(number[6:14]) and CHECKS[total % 11] == number[17].upper()


def is_organisation(code: str) -> bool:
    """Whether 18 signs are a unified social credit code by the checksum of GB 32100."""
    if len(code) != EIGHTEEN or any(sign not in SIGNS for sign in code):
        return False
    total = sum(SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return SIGNS[-total % 31] == code[17]


def is_luhn(number: str) -> bool:
    """Whether the last digit is the checksum of the others by Luhn's rule."""
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_dated(digits: str) -> bool:
    """Whether eight digits are a day on which somebody may have been born whom such a number was ever given."""
    try:
        return 1800 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= 2099
    except ValueError:
        return False


def is_thin(mask: str) -> bool:
    """Whether a masked number shows too much.

    A phone keeps its 11 places and hides four in the middle; an identity number hides eight, the day of birth among
    them, and shows six at most (no national standard says so: this is our choice, after what leaked).
    """
    head, tail = re.split(f"[{re.escape(MASK)}]+", mask, maxsplit=1)
    shown = len(head) + len(tail)
    if len(mask) in (15, EIGHTEEN) or (len(head) >= 6 and len(tail) >= 3):
        hidden = len(mask) - shown
        return hidden < 8 or shown > 6 or len(head) > 6 or len(tail) > 4
    if re.match(r"1[3-9]", head) and len(head) >= 2 and shown >= 7 and len(mask) <= EIGHTEEN:
        return len(mask) != 11 or len(head) > 3 or len(tail) > 4
    return False


def _public_out(plain: str) -> str:
    """The text with hashes and codes of organisations made blank: they hold digits and name nobody."""
    plain = HASH.sub(lambda match: "\0" * len(match[0]), plain)
    return CODED.sub(lambda match: "\0" * 18 if _is_public(match[0]) else match[0], plain)


def _is_public(code: str) -> bool:
    numeric = code[:17].isdigit()
    return is_organisation(code) and not (numeric and is_identity(code))


Span = tuple[str, int, int]


def _identities(plain: str, named: str) -> Iterator[Span]:
    column = bool(IDENTITIES.search(named))
    end = 0
    for match in LONG.finditer(plain):
        number = bare(match[1])
        if match.start() >= end and is_identity(number):
            yield "identity", match.start(1), match.end(1)
            end = match.end(1)
        elif match.start() >= end and number == match[1] and (column or _is_born(number[:2], number[6:14])):
            yield "identity-like", match.start(1), match.end(1)
    for match in OLD.finditer(plain):
        if column or _is_born(match[0][:2], f"19{match[0][6:12]}"):
            yield "identity-like", match.start(), match.end()


def _is_born(province: str, day: str) -> bool:
    """Whether it begins with a province and holds a day of the last century or this: likely enough to ask."""
    return province in PROVINCES and day[:2] in ("19", "20") and is_dated(day)


def _mobiles(plain: str, _: str) -> Iterator[Span]:
    addresses = [match.span() for match in WEB.finditer(plain)]  # which number their pages as they like
    for match in MOBILE.finditer(plain):
        if not any(start <= match.start() < end for start, end in addresses):
            yield "mobile", match.start(), match.end()


def _landlines(plain: str, _: str) -> Iterator[Span]:
    return (("landline", match.start(), match.end()) for match in LANDLINE.finditer(plain))


def _cards(plain: str, named: str) -> Iterator[Span]:
    for match in CARD.finditer(plain):
        start, end = match.span(1)
        around = plain[max(0, start - NEAR) : start] + " " + plain[end : end + NEAR]
        if is_luhn(bare(match[1])) and ACCOUNTS.search(f"{named} {around}"):
            yield "card", start, end


def _masks(plain: str, _: str) -> Iterator[Span]:
    for match in MASKED.finditer(plain):
        is_bold = "**" in match[0] and "***" not in match[0] and plain.startswith("**", match.end())
        if not is_bold and is_thin(bare(match[0])):
            yield "mask", match.start(), match.end()


def _scientific(plain: str, named: str) -> Iterator[Span]:
    """What a spreadsheet makes of an identity number that it takes for an amount."""
    if IDENTITIES.search(named):
        yield from (("identity-like", match.start(), match.end()) for match in SCIENTIFIC.finditer(plain))


# One after the other: what one has found is gone for the next.
FINDERS: Final = (_identities, _cards, _mobiles, _landlines, _masks, _scientific)
