"""Frame a picture for the world outside: title, subtitle, source, site, edition, date and what it is not, in it."""

import xml.etree.ElementTree as ET
from itertools import chain
from typing import Final

from gongshi.read.collection import Publication
from gongshi.render.charts.layers import SVG, parsed
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import paragraph, wrap
from gongshi.render.charts.theme import WIDE

MARGIN: Final = 32
TOP: Final = 28
BOTTOM: Final = 26
BETWEEN: Final = 20
SCALE: Final = 2
RULE: Final = 3
# Of each style of line: its size, the distance to the next line, its colour.
STYLES: Final = {"title": (24, 36, "--ink"), "subtitle": (15, 25, "--ink-2"), "source": (14, 23, "--ink-3")}

Line = tuple[str, str]


def framed(telling: Telling, outline: str, publication: Publication) -> str:
    """The outline of the wide picture within its frame, as an outline still to be painted."""
    picture = parsed(outline)
    head = [*_lines(telling.title, "title"), *_lines(telling.subtitle, "subtitle")]
    foot = list(chain.from_iterable(_lines(text, "source") for text in _footer(telling, publication)))
    above = TOP + BETWEEN + _height(head) + BETWEEN
    below = above + int(picture.attrib["height"]) + BETWEEN
    root = _canvas(WIDE.width + 2 * MARGIN, below + _height(foot) + BOTTOM)
    x, y = str(MARGIN), str(TOP)
    ET.SubElement(
        root, "rect", {"x": x, "y": y, "width": str(WIDE.width), "height": str(RULE), "fill": "--rule-strong"}
    )
    _write(root, head, TOP + BETWEEN)
    picture.attrib.update({"x": x, "y": str(above), "overflow": "visible"})
    root.append(picture)
    _write(root, foot, below)
    return ET.tostring(root, encoding="unicode")


def _canvas(width: int, height: int) -> ET.Element:
    """An empty picture on paper."""
    size = {"width": str(width), "height": str(height)}
    root = ET.Element("svg", {"xmlns": SVG, "version": "1.1", **size, "viewBox": f"0 0 {width} {height}"})
    ET.SubElement(root, "rect", {**size, "fill": "--paper"})
    return root


def _write(root: ET.Element, lines: list[Line], top: int) -> None:
    """Lines under each other, the first below `top`."""
    for text, style in lines:
        size, leading, colour = STYLES[style]
        base = str(round(top + leading / 2 + size * 0.36, 1))
        ET.SubElement(root, "text", {"x": str(MARGIN), "y": base, "font-size": f"{size}px", "fill": colour}).text = text
        top += leading


def _lines(text: str, style: str) -> list[Line]:
    """A title in even lines, running text line by line."""
    broken = wrap if style == "title" else paragraph
    return [(line, style) for line in broken(text, STYLES[style][0], WIDE.width)] if text else []


def _height(lines: list[Line]) -> int:
    return sum(STYLES[style][1] for _, style in lines)


def _footer(telling: Telling, publication: Publication) -> tuple[str, ...]:
    language = telling.words.language
    edition = telling.t(
        "image-edition",
        site=publication.title[language],
        edition=publication.edition,
        day=telling.words.day(publication.issued),
    )
    parts = (edition, publication.address, telling.t("image-compiled"))
    return (
        telling.t("image-source", source=telling.sources),
        telling.t("gap").join(part for part in parts if part),
        telling.t("image-years", years=_years(telling)),
    )


def _years(telling: Telling) -> str:
    """The first and the last year in which the publication's documents appeared."""
    dates = [s.published for s in telling.shown.catalog.sources.values() if s.published]
    years = sorted({day[:4] for day in dates})
    if not years:
        return telling.t("undated")
    return years[0] if len(years) == 1 else telling.t("years", first=years[0], last=years[-1])
