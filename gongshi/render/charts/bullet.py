"""Draw what was done inside the frame of a limit or a target, on one scale from zero."""

from gongshi.check.exhibits import Side
from gongshi.check.facts import of, quotient
from gongshi.render.charts.rows import Row, look
from gongshi.render.charts.shapes import Box, Label, Plot, Rule, Shape, Span, pixels
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import width, wrap
from gongshi.render.charts.theme import Size

FRAME = 26
BAR = 12
TICK = 34
LINE = 20


def rows(telling: Telling) -> tuple[Row, ...]:
    """What was done, stated or divided, for each group; then the limit."""
    shown = telling.shown
    if shown.whole is None:
        return ()
    done = [_done(telling, side) for side in shown.sides]
    fact = of(shown, shown.whole)
    name = shown.indicator(shown.whole).name[telling.words.language]
    return (*done, Row(name, fact, telling.amount(fact), "limit"))


def _done(telling: Telling, side: Side) -> Row:
    shown = telling.shown
    parts = [of(shown, figure) for figure in side.figures]
    fact = parts[0] if len(parts) == 1 else quotient(parts[0], parts[1])
    label = side.name[telling.words.language] or telling.label(side.figures[0])
    return Row(label, fact, telling.amount(fact), look(fact))


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """A frame for each group: solid inside it what was done, its end the limit."""
    *done, limit = drawn
    x = Span(0, max(row.value for row in drawn) or 1.0, 1, size.width - 3)
    top, shapes = 0.0, list[Shape]()
    for row in done:
        lines = wrap(row.label, size.label, size.width)
        shapes += [Label(x.at(0), top + 10 + LINE * index, text) for index, text in enumerate(lines)]
        top += LINE * len(lines) + 10
        shapes += _bullet(row, limit, x, top)
        below = _below(telling, row, limit, x, top + FRAME + 22, size)
        shapes += below
        top = below[-1].y + LINE + 14
    height = round(top - 24)
    return Plot(size.width, height, x, pixels(height), tuple(shapes))


def _bullet(row: Row, limit: Row, x: Span, top: float) -> list[Shape]:
    middle = top + FRAME / 2
    return [
        Box(0, limit.value, top, top + FRAME, "target"),
        Box(0, row.value, middle - BAR / 2, middle + BAR / 2, row.style, row.label, row.shown),
        Rule(limit.value, limit.value, middle - TICK / 2, middle + TICK / 2, "cap-line"),
    ]


def _below(telling: Telling, row: Row, limit: Row, x: Span, y: float, size: Size) -> list[Label]:
    """What was done at left, the limit at right; on two lines where they would meet."""
    left = row.shown if row.figure else telling.t("computed", amount=row.shown)
    right = telling.t("said", label=limit.label, shown=limit.shown)
    beside = width(left, size.label) + width(right, size.label) + 16 < size.width
    lines = (right,) if beside else wrap(right, size.label, size.width)
    first = y if beside else y + LINE
    end = x.at(size.width - 2)
    return [
        Label(x.at(0), y, left, "accent"),
        *(Label(end, first + LINE * n, text, "label", "right") for n, text in enumerate(lines)),
    ]
