"""Measure and wrap labels before they are drawn.

Widths are those of the font that images are drawn with, in thousandths of its size, and a tenth more:
readers see the drawings in a page with fonts of their own.
"""

from itertools import pairwise
from typing import Final

SLACK: Final = 1.1
# The last line of a paragraph fills at least one part in so many.
LEAST: Final = 5
# Advance widths of the printable ASCII characters from the space on, in Noto Sans CJK SC.
ADVANCES: Final = (
    *(224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392),
    *(555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474),
    *(946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742),
    *(633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559),
    *(606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606),
    *(620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555),
)
DASHES: Final = {"–": 536, "−": 555}
CLOSING: Final = "，。；：、！？）》」”’…—–%"
OPENING: Final = "（《「“‘—–"
JOINED: Final = "万亿第近约年月"


def width(text: str, size: float) -> float:
    """How wide a line of text may become, in pixels."""
    return sum(map(_advance, text)) * size * SLACK / 1000


def _advance(character: str) -> int:
    index = ord(character) - 32
    if 0 <= index < len(ADVANCES):
        return ADVANCES[index]
    return DASHES.get(character, 1000)


def widest(texts: tuple[str, ...], size: float) -> float:
    """The width of the widest of several lines; 0 where there are none."""
    return max((width(text, size) for text in texts), default=0)


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """A text broken into as few lines as fit `room`: before a bracket, or else into lines of even length."""
    lines = fill(text, size, room)
    halves = _before_bracket(text)
    if len(lines) > 1 and widest(halves, size) <= room:
        return halves
    while len(lines) > 1 and room > size:
        tighter = fill(text, size, room - size / 2)
        if len(tighter) > len(lines) or widest(tighter, size) > room:
            break
        lines, room = tighter, room - size / 2
    return lines


def paragraph(text: str, size: float, room: float) -> tuple[str, ...]:
    """Running text line by line, a little tighter where a few characters would be left for the last line."""
    lines = fill(text, size, room)
    while len(lines) > 1 and width(lines[-1], size) < room / LEAST:
        room -= size
        tighter = fill(text, size, room)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _before_bracket(text: str) -> tuple[str, ...]:
    """The text cut in two before its first bracket; whole where there is none."""
    place = max(text.find("（"), text.find("("))
    return (text[:place].rstrip(), text[place:]) if place > 0 else (text,)


def fill(text: str, size: float, room: float) -> tuple[str, ...]:
    """Lines filled one after the other, broken at spaces in English and between characters in Chinese."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width((line + piece).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip())


def _pieces(text: str) -> list[str]:
    """The text cut wherever a line may break."""
    pieces = [text[:1]]
    for before, after in pairwise(text):
        if _may_break(before, after):
            pieces.append(after)
        else:
            pieces[-1] += after
    return pieces


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return True
    if after == " " or after in CLOSING or before in OPENING:
        return False
    return _wide(before) and before not in JOINED


def _wide(character: str) -> bool:
    return ord(character) >= 0x2E80 or character in CLOSING[:-1]
