"""Draw small pictures of one kind side by side, each on its own scale; bars under each other where it is narrow."""

from dataclasses import replace
from itertools import groupby

from gongshi.render.charts.columns import amount, amounts
from gongshi.render.charts.rows import Row, figures
from gongshi.render.charts.shapes import Box, Label, Plot, Rule, Shape, pixels
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import widest, wrap
from gongshi.render.charts.theme import Size

ACROSS = 3
BETWEEN = 28
TITLE = 30
ABOVE = 24
HEIGHT = 120
BELOW = 30
PANEL = TITLE + ABOVE + HEIGHT + BELOW
STEP = 31
LINE = 20


def rows(telling: Telling) -> tuple[Row, ...]:
    """A row for each figure, under the name of its panel and the unit."""
    named = figures(telling)
    return tuple(replace(row, group=_panel(telling, row), label=_label(telling, row)) for row in named)


def _label(telling: Telling, row: Row) -> str:
    return telling.label(row.figure) if row.figure else row.label


def _panel(telling: Telling, row: Row) -> str:
    if row.figure is None:
        return row.group
    indicator = telling.shown.indicator(row.figure)
    unit = telling.words.unit(indicator)
    name = row.group or indicator.name[telling.words.language]
    return telling.t("panel", name=name, unit=unit) if unit and unit != telling.within(name) else name


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """One panel for each group."""
    panels = [(name, tuple(found)) for name, found in groupby(drawn, key=lambda row: row.group)]
    return _across(telling, panels, size) if size.wide else _under(telling, panels, size)


Panel = tuple[str, tuple[Row, ...]]


def _across(telling: Telling, panels: list[Panel], size: Size) -> Plot:
    room = (size.width - BETWEEN * (ACROSS - 1)) / ACROSS
    titles = [wrap(name, size.label, room) for name, _ in panels]
    title = max(map(len, titles)) * LINE + 10
    shapes: list[Shape] = []
    for index, (lines, (_, found)) in enumerate(zip(titles, panels, strict=True)):
        left = index % ACROSS * (room + BETWEEN)
        top = index // ACROSS * (PANEL - TITLE + title + BETWEEN)
        shapes += [Label(left, top + 10 + LINE * line, text) for line, text in enumerate(lines)]
        shapes += _columns(telling, found, (left, top + title + ABOVE), room, size)
    deep = -(-len(panels) // ACROSS)
    height = deep * (PANEL - TITLE + title) + (deep - 1) * BETWEEN
    return Plot(size.width, height, pixels(size.width), pixels(height), tuple(shapes))


def _columns(
    telling: Telling, found: tuple[Row, ...], corner: tuple[float, float], room: float, size: Size
) -> list[Shape]:
    left, top = corner
    floor, step = top + HEIGHT, room / len(found)
    largest = max(row.value for row in found) or 1.0
    shapes: list[Shape] = []
    texts = amounts(telling, found, step, size)
    for index, (row, text) in enumerate(zip(found, texts, strict=True)):
        middle, head = left + (index + 0.5) * step, floor - row.value / largest * HEIGHT
        half = step * 0.66 / 2
        shapes.append(Box(middle - half, middle + half, head, floor, row.style, row.label, row.shown))
        shapes.append(Label(middle, head - 13, text, "label", "center"))
        shapes.append(Label(middle, floor + 16, row.label, "name", "center"))
    return [*shapes, Rule(left, left + room, floor, floor, "zero-line")]


def _under(telling: Telling, panels: list[Panel], size: Size) -> Plot:
    start = widest(tuple(row.label for _, found in panels for row in found), size.small) + 10
    reserve = widest(tuple(amount(telling, row) for _, found in panels for row in found), size.label) + 8
    top, shapes = 0.0, list[Shape]()
    for name, found in panels:
        lines = wrap(name, size.label, size.width)
        shapes += [Label(0, top + 10 + LINE * line, text) for line, text in enumerate(lines)]
        top += LINE * len(lines) + 8
        shapes += _bars(telling, found, (start, size.width - reserve, top), size)
        top += STEP * len(found) + 14
    height = round(top - 14)
    return Plot(size.width, height, pixels(size.width), pixels(height), tuple(shapes))


def _bars(telling: Telling, found: tuple[Row, ...], corners: tuple[float, float, float], size: Size) -> list[Shape]:
    left, right, top = corners
    largest = max(row.value for row in found) or 1.0
    shapes: list[Shape] = []
    for index, row in enumerate(found):
        head, end = top + index * STEP, left + row.value / largest * (right - left)
        middle = head + size.bar / 2
        shapes.append(Box(left, end, head, head + size.bar, row.style, row.label, row.shown))
        shapes.append(Label(left, middle, row.label, "axis", "right", dx=-8))
        shapes.append(Label(end, middle, amount(telling, row), dx=8))
    return [*shapes, Rule(left, left, top - 4, top + STEP * len(found) - STEP + size.bar + 4, "zero-line")]
