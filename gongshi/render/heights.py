"""Work out how high a frame must be, at every width, for what stands in it: text that wraps, links, and a picture.

The sizes are those of theme/static/css/embed.css; the tests compare both in a browser.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

from gongshi.render.charts.text import fill, width

# From this width on the wide drawing is shown.
TURN: Final = 640
NARROWEST: Final = 320
WIDEST: Final = 960
STEP: Final = 10
# Border and padding of the page, margins of the picture, the line that opens the table.
EDGES: Final = 3 + 2 * 12
MARGINS: Final = 2 * 12
SIDES: Final = 2 * 16
OPENER: Final = 24
HEADING: Final = (18, 27)
TEXT: Final = (14, 22.4)
LINK: Final = 24
BETWEEN: Final = 17.6
NOTE: Final = 32


@dataclass(frozen=True, slots=True)
class Framed:
    """What stands in a frame: texts one below the other, links side by side, the sizes of two drawings.

    `note` is one more text that may come later, in a box of its own; "" where none will.
    """

    title: str
    texts: tuple[str, ...]
    links: tuple[str, ...]
    note: str
    wide: tuple[int, int]
    narrow: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slope:
    """A height in pixels that falls by `fall` with every pixel of width: `start` would be the height at no width."""

    start: int
    fall: float

    def __str__(self) -> str:
        """As CSS, where 100cqi are the width."""
        return f"{self.start}px - {round(self.fall * 100):d}cqi"


def css(framed: Framed) -> str:
    """The height of a frame as a value of CSS, in a container as wide as the frame.

    Below the turn it is the height for the narrow drawing, from there on the one for the wide drawing: the third
    term falls from far above all heights to below them within a pixel.
    """
    narrow, wide = (_slope(framed, *ends) for ends in ((NARROWEST, TURN - STEP), (TURN, WIDEST)))
    least = ceil(_height(framed, WIDEST))
    return f"max({least}px,{wide},min({narrow},{TURN * 1000}px - 100000cqi))"


def highest(framed: Framed) -> int:
    """The height that suffices at every width, for readers whose browsers do not know such values."""
    return ceil(max(_height(framed, width) for width in range(NARROWEST, WIDEST, STEP)))


def _slope(framed: Framed, first: int, last: int) -> Slope:
    """The lowest slope, as steep as from one end to the other, that is nowhere below what is needed."""
    heights = {across: _height(framed, across) for across in range(first, last + 1, STEP)}
    fall = round(max(heights[first] - heights[last], 0) / (last - first), 2)
    return Slope(ceil(max(height + fall * across for across, height in heights.items())), fall)


def _height(framed: Framed, across: int) -> float:
    room = across - SIDES
    parts: Iterable[float] = (
        EDGES + MARGINS + OPENER,
        _lines(framed.title, room, HEADING),
        sum(_lines(text, room, TEXT) for text in framed.texts),
        _lines(framed.note, room - NOTE, TEXT) + NOTE if framed.note else 0,
        _picture(room, *(framed.wide if across >= TURN else framed.narrow)),
        _links(framed.links, room),
    )
    return sum(parts)


def _lines(text: str, room: float, size: tuple[int, float]) -> float:
    return len(fill(text, size[0], room)) * size[1]


def _picture(room: int, across: int, down: int) -> float:
    return down * min(1, room / across)


def _links(links: Iterable[str], room: float) -> float:
    """Links side by side, as many in a row as fit; one that is wider than a row wraps."""
    rows, at = 0.0, room
    for link in links:
        one = min(width(link, TEXT[0]), room)
        if at + BETWEEN + one > room:
            rows += max(LINK, _lines(link, room, TEXT))
            at = one
        else:
            at += BETWEEN + one
    return rows
