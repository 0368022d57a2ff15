"""Draw two sides of a sum from zero, parts end to end, what they should come to beside them, the gap in ochre."""

from dataclasses import dataclass

from gongshi.check.exhibits import Side
from gongshi.check.facts import Fact, apart, combined, of, opposed
from gongshi.render.charts import columns
from gongshi.render.charts.rows import Row, stated
from gongshi.render.charts.shapes import Box, Label, Plot, Rule, Shape, Span, pixels
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import width, wrap
from gongshi.render.charts.theme import Size

BAR = 44
HEIGHT = 290
LINE = 19
COLUMN = 128
PARTING = 0.003
OUTLINED = ("target", "expected")


def rows(telling: Telling) -> tuple[Row, ...]:
    """The parts of each side, what they come to, and how far the sides are apart."""
    shown = telling.shown
    sides = opposed(shown)
    found = [row for side in sides for row in _side(telling, side)]
    gap = apart(*(combined(shown, side) for side in sides))
    return (*found, Row(telling.t("difference"), gap, telling.amount(gap), "gap")) if gap.value else tuple(found)


def _side(telling: Telling, side: Side) -> list[Row]:
    shown = telling.shown
    name = side.name[telling.words.language] or telling.join(telling.label(figure) for figure in side.figures)
    if shown.whole and side.figures == (shown.whole,):
        name = telling.t("named", name=name, period=telling.words.period(shown.whole))
    if len(side.figures) == 1:
        (figure,) = side.figures
        fact = of(shown, figure)
        done = "base" if figure == shown.whole and figure.kind == "actual" else figure.kind
        return [Row(name, fact, telling.amount(fact), done, group=name)]
    added = combined(shown, side)
    parts = [stated(telling, figure, group=name) for figure in side.figures]
    return [*parts, Row(telling.t("sum"), added, telling.amount(added), "sum", group=name)]


@dataclass(frozen=True, slots=True)
class Stack:
    """One side as drawn: its name with what it comes to, and its pieces from zero on."""

    name: str
    total: Fact
    pieces: tuple[tuple[float, float, Row], ...]

    @property
    def end(self) -> float:
        """Where the last piece ends."""
        return float(self.total.value)


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """Both sides as long bars, or as columns where it is narrow."""
    stacks = _stacks(telling, drawn)
    gap = next((row for row in drawn if row.style == "gap"), None)
    return _across(telling, stacks, gap, size) if size.wide else _upright(telling, stacks, gap, size)


def _stacks(telling: Telling, drawn: tuple[Row, ...]) -> tuple[Stack, ...]:
    names = dict.fromkeys(row.group for row in drawn if row.group)
    return tuple(_stack(telling, name, [row for row in drawn if row.group == name]) for name in names)


def _stack(telling: Telling, name: str, found: list[Row]) -> Stack:
    pieces, end = [], 0.0
    for row in found:
        if row.style != "sum":
            pieces.append((end, end + row.value, row))
            end += row.value
    last = found[-1]
    return Stack(name, last.fact, tuple(pieces))


def _said(telling: Telling, stack: Stack) -> str:
    amount = telling.amount(stack.total)
    return amount if stack.total.figure else telling.t("computed", amount=amount)


def _across(telling: Telling, stacks: tuple[Stack, ...], gap: Row | None, size: Size) -> Plot:
    step = 26 + BAR + 24
    x, y = Span(0, max(stack.end for stack in stacks) or 1.0, 1, size.width - 2), pixels(step * len(stacks))
    shapes: list[Shape] = []
    for index, stack in enumerate(stacks):
        top = index * step + 26
        shapes += [Label(x.at(0), top - 14, telling.t("said", label=stack.name, shown=_said(telling, stack)))]
        for start, end, row in stack.pieces:
            shapes += [Box(start, _edge(end, row, stack, x), top, top + BAR, row.style, row.label, row.shown)]
            shapes += _inside(telling, row, (start + end) / 2, top, x.pixel(end) - x.pixel(start), size)
        if gap and stack.end < x.high:
            shapes += [Box(stack.end, x.high, top, top + BAR, "gap", gap.label, gap.shown)]
            shapes += [Label(x.high, top - 14, telling.t("apart", amount=gap.shown), "caution", "right")]
        shapes += [Rule(0, 0, top - 4, top + BAR + 4, "zero-line")]
    return Plot(size.width, step * len(stacks) - 16, x, y, tuple(shapes))


def _inside(telling: Telling, row: Row, middle: float, top: float, room: float, size: Size) -> list[Shape]:
    """Name and amount in a piece, as far as they fit; a side of one piece has both above it."""
    if row.label == row.group:
        return []
    lines = _fitting(telling, row, room, size)
    style = "label" if row.style in OUTLINED else "inside"
    first = top + BAR / 2 - LINE * (len(lines) - 1) / 2
    return [Label(middle, first + LINE * index, text, style, "center") for index, text in enumerate(lines)]


def _edge(end: float, row: Row, stack: Stack, span: Span) -> float:
    """Where a piece ends: outlines touch, solid pieces are parted by a sliver of paper."""
    return end if row.style in OUTLINED or row is stack.pieces[-1][2] else end - PARTING * span.high


def _fitting(telling: Telling, row: Row, room: float, size: Size) -> list[str]:
    """Name and amount in as many words as fit."""
    amounts = (columns.amount(telling, row), telling.short(row.fact))
    amount = next((text for text in amounts if width(text, size.label) < room - 6), "")
    return [text for text in (row.label, amount) if text and width(text, size.label) < room - 6]


def _upright(telling: Telling, stacks: tuple[Stack, ...], gap: Row | None, size: Size) -> Plot:
    x = pixels(size.width)
    y = Span(0, max(stack.end for stack in stacks) or 1.0, 28 + HEIGHT, 28)
    step = size.width / len(stacks)
    shapes: list[Shape] = []
    depth = 0
    for index, stack in enumerate(stacks):
        left = index * step + (step - COLUMN) / 2
        for start, end, row in stack.pieces:
            edge = _edge(end, row, stack, y)
            shapes += [Box(left, left + COLUMN, start, edge, row.style, row.label, row.shown)]
            shapes += _beside(telling, row, left + COLUMN / 2, (y.pixel(start), y.pixel(end)), y, size)
        if gap and stack.end < y.high:
            shapes += [Box(left, left + COLUMN, stack.end, y.high, "gap", gap.label, gap.shown)]
            shapes += [
                Label(left + COLUMN / 2, y.high, telling.t("apart", amount=gap.shown), "caution", "center", dy=-14)
            ]
        below = (*wrap(stack.name, size.label, step - 8), *wrap(_said(telling, stack), size.label, step - 8))
        shapes += [
            Label(left + COLUMN / 2, y.at(28 + HEIGHT + 18), text, "label", "center", dy=LINE * line)
            for line, text in enumerate(below)
        ]
        depth = max(depth, len(below))
    zero = Rule(0, size.width, 0, 0, "zero-line")
    return Plot(size.width, 28 + HEIGHT + 10 + LINE * depth, x, y, (*shapes, zero))


def _beside(telling: Telling, row: Row, middle: float, ends: tuple[float, float], y: Span, size: Size) -> list[Shape]:
    """Name and amount in a piece of a column: in one line, in two where it is high enough, or what fits."""
    if row.label == row.group:
        return []
    lines = _fitting(telling, row, COLUMN, size)
    joined = " ".join(lines)
    if width(joined, size.label) < COLUMN - 6:
        lines = [joined]
    lines = lines[: max(0, int((ends[0] - ends[1]) // LINE))]
    style = "label" if row.style in OUTLINED else "inside"
    first = sum(ends) / 2 - LINE * (len(lines) - 1) / 2
    return [Label(middle, y.at(first + LINE * n), text, style, "center") for n, text in enumerate(lines)]
