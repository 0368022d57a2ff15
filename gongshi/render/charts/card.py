"""Draw the picture that a link to a page is shown with elsewhere: 1200 by 630, title, value, small chart, source."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gongshi.check.exhibits import Exhibit
from gongshi.errors import Place, Problem, PublicationError
from gongshi.render.charts import face, layers, raster
from gongshi.render.charts.kinds import KINDS
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import fill, width, wrap
from gongshi.render.charts.theme import FONTS, LIGHT, NAMED, NARROW, config
from gongshi.render.words import Words

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 56
TOP: Final = 52
RULE: Final = 6
BETWEEN: Final = 48
# Of each style of line: its size, the distance to the next line, its colour.
STYLES: Final = {
    "brand": (24, 34, "--ink-2"),
    "title": (52, 66, "--ink"),
    "value": (92, 116, "--accent"),
    "remark": (28, 40, "--ink-2"),
    "caution": (28, 40, "--caution"),
    "source": (21, 31, "--ink-3"),
}
LEAST: Final = 24
# How much larger words may be that have the whole width, and how much smaller any where there are many.
LARGEST: Final = 1.4
SMALLEST: Final = 0.5
STEP: Final = 0.1
MOST: Final = {"title": 3, "remark": 5, "caution": 2, "source": 2}

# A line of text, its style, its size, and the distance to the next line.
Line = tuple[str, str, float, float]


@dataclass(frozen=True, slots=True)
class Card:
    """What such a picture says; `path` is where it goes, `chart` the figures that it draws beside the words."""

    path: str
    brand: str
    title: str
    value: str
    remark: str
    caution: str
    foot: tuple[str, ...]
    chart: Exhibit | None


def draw(cards: Iterable[Card], words: Words, scratch: Path) -> dict[str, bytes]:
    """Every card as PNG by its path; `scratch` is a folder that must live until this returns.

    PublicationError where the font lacks a character.
    """
    pictures = {card.path: layers.painted(_outline(card, words), LIGHT, FONTS[words.language]) for card in cards}
    if not pictures:
        return {}
    known = face.characters()
    _refuse({path: sorted(set(raster.written(picture)) - known) for path, picture in pictures.items()})
    return raster.images(pictures, 1, scratch)


def _refuse(unknown: Mapping[str, list[str]]) -> None:
    found = [
        Problem("view-character", Place(path), " ".join(f"{sign}（U+{ord(sign):04X}）" for sign in signs))
        for path, signs in unknown.items()
        if signs
    ]
    if found:
        raise PublicationError(found)


def _outline(card: Card, words: Words) -> str:
    size = {"width": str(WIDTH), "height": str(HEIGHT)}
    root = ET.Element("svg", {"xmlns": layers.SVG, "version": "1.1", **size, "viewBox": f"0 0 {WIDTH} {HEIGHT}"})
    ET.SubElement(root, "rect", {**size, "fill": "--paper"})
    across = {"x": str(MARGIN), "y": str(MARGIN - RULE), "width": str(WIDTH - 2 * MARGIN), "height": str(RULE)}
    ET.SubElement(root, "rect", {**across, "fill": "--rule-strong"})
    room = WIDTH - 2 * MARGIN
    head = _lines(card.brand, "brand", room)
    foot = [line for text in card.foot for line in _lines(text, "source", room)]
    above, below = TOP + 14 + _height(head), HEIGHT - MARGIN + 20 - _height(foot)
    beside = (room - BETWEEN) / 2 if card.chart else room
    _write(root, head, TOP + 14)
    _write(root, laid_out(card, beside, below - above - 16), above)
    _write(root, foot, below)
    if card.chart:
        root.append(_picture(card.chart, words, MARGIN + beside + BETWEEN, (above + 8, below - 24)))
    return ET.tostring(root, encoding="unicode")


def laid_out(card: Card, room: float, height: float) -> list[Line]:
    """Title, value and what it is of in lines of at most `room`, as large as fits a height."""
    grown = 1.0 if card.chart else LARGEST
    while _height(_grown(card, room, grown)) > height and grown > SMALLEST:
        grown -= STEP
    return _grown(card, room, grown)


def _grown(card: Card, room: float, grown: float) -> list[Line]:
    return [
        *_lines(card.title, "title", room, grown),
        (card.value, "value", _fitting(card.value, room, grown), STYLES["value"][1] * grown),
        *_lines(card.remark, "remark", room, grown),
        *_lines(card.caution, "caution", room, grown),
    ]


def _lines(text: str, style: str, room: float, grown: float = 1) -> list[Line]:
    """A text in lines, a title in even ones; what would take too many ends with an ellipsis."""
    size, most = STYLES[style][0] * grown, MOST.get(style, 1)
    if not text:
        return []
    lines = (wrap if style == "title" else fill)(text, size, room)
    cut = (*lines[: most - 1], _ended(lines[most - 1], size, room)) if len(lines) > most else lines
    return [(line, style, size, STYLES[style][1] * grown) for line in cut]


def _ended(line: str, size: float, room: float) -> str:
    """A line with an ellipsis at its end, as much of it as leaves room for that."""
    while width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _fitting(text: str, room: float, grown: float) -> float:
    """The largest size in which a value fits its room in one line."""
    size = STYLES["value"][0] * grown
    return max(LEAST, min(size, size * room / width(text, size)))


def _height(lines: list[Line]) -> float:
    return sum(leading for *_, leading in lines)


def _write(root: ET.Element, lines: list[Line], top: float) -> None:
    for text, style, size, leading in lines:
        place = {"x": str(MARGIN), "y": f"{top + leading / 2 + size * 0.36:.1f}"}
        look = {"font-size": f"{size:.1f}px", "fill": STYLES[style][2]}
        ET.SubElement(root, "text", {**place, **look}).text = text
        top += leading


def _picture(shown: Exhibit, words: Words, left: float, span: tuple[float, float]) -> ET.Element:
    """The chart, as large as fits right of the words, in the middle between the two heights of `span`."""
    telling = Telling(shown, words)
    kind = KINDS[shown.view.kind]
    plot = kind.plot(telling, kind.rows(telling), NARROW)
    picture = layers.parsed(layers.outline(layers.spec(plot), config(NAMED, NARROW)))
    top, bottom = span
    scale = min((WIDTH - MARGIN - left) / plot.width, (bottom - top) / plot.height)
    wide, high = plot.width * scale, plot.height * scale
    place = {"x": left, "y": top + (bottom - top - high) / 2, "width": wide, "height": high}
    picture.attrib.update({name: f"{value:.1f}" for name, value in place.items()})
    picture.attrib.update({"viewBox": f"0 0 {plot.width} {plot.height}", "overflow": "visible"})
    return picture
