"""Draw two values for one thing, both from zero, and the gap between them as a dashed ochre box."""

from gongshi.check.exhibits import Side
from gongshi.check.facts import apart, combined, opposed
from gongshi.render.charts.rows import Row, look
from gongshi.render.charts.shapes import Box, Label, Plot, Rule, Shape, Span, pixels
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import widest, width, wrap
from gongshi.render.charts.theme import Size

BAR = 22
LINE = 20
BETWEEN = 14


def rows(telling: Telling) -> tuple[Row, ...]:
    """The two sides, and how far they are apart."""
    shown = telling.shown
    sides = opposed(shown)
    found = [(side, combined(shown, side)) for side in sides]
    gap = apart(*(fact for _, fact in found))
    values = [Row(_name(telling, side), fact, telling.amount(fact), look(fact)) for side, fact in found]
    return (*values, Row(telling.t("difference"), gap, telling.amount(gap), "gap"))


def _name(telling: Telling, side: Side) -> str:
    """The side's name, else the words of its one figure, else its arithmetic."""
    fact, named = combined(telling.shown, side), side.name[telling.words.language]
    if fact.figure:
        return named or telling.t("quoted", stated=fact.figure.stated)
    return named or f" {fact.sign} ".join(telling.amount(term) for term in fact.terms)


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """A bar for each value under its name; where one falls short, the dashed box says by how much."""
    *values, gap = drawn
    x = _scale(telling, values, gap, size)
    top, shapes = 0.0, list[Shape]()
    for row in values:
        lines = wrap(row.label, size.label, size.width)
        shapes += [Label(x.at(0), top + 10 + LINE * index, text) for index, text in enumerate(lines)]
        top += LINE * len(lines) + 4
        shapes += _bar(telling, row, gap, x, top, size)
        top += BAR + BETWEEN
    height = round(top - BETWEEN + 4)
    return Plot(size.width, height, x, pixels(height), tuple(shapes))


def _scale(telling: Telling, values: list[Row], gap: Row, size: Size) -> Span:
    """From zero to the larger value, with room beside it for the words of both bars."""
    low, high = sorted(values, key=lambda row: row.value)
    largest = high.value or 1.0
    texts = (_said(telling, high), _missing(telling, gap))
    span = Span(0, largest, 1, size.width - widest(texts, size.label) - 10)
    if _fits(telling, low, span, size):
        return span
    texts = (_said(telling, high), telling.t("semicolon").join((_said(telling, low), _missing(telling, gap))))
    return Span(0, largest, 1, size.width - widest(texts, size.label) - 10)


def _said(telling: Telling, row: Row) -> str:
    return row.shown if row.figure else telling.t("computed", amount=row.shown)


def _missing(telling: Telling, gap: Row) -> str:
    return telling.t("apart", amount=gap.shown)


def _fits(telling: Telling, row: Row, x: Span, size: Size) -> bool:
    return width(_said(telling, row), size.label) + 16 < x.pixel(row.value)


def _bar(telling: Telling, row: Row, gap: Row, x: Span, top: float, size: Size) -> list[Shape]:
    """A bar with its amount; of the smaller, the gap too, and in words what is missing."""
    middle, said = top + BAR / 2, _said(telling, row)
    bar: list[Shape] = [
        Box(0, row.value, top, top + BAR, row.style, row.label, row.shown),
        Rule(0, 0, top - 2, top + BAR + 2, "zero-line"),
    ]
    if row.value == x.high:
        return [*bar, Label(row.value, middle, said, dx=8)]
    bar.append(Box(row.value, x.high, top, top + BAR, "gap", gap.label, gap.shown))
    missing = _missing(telling, gap)
    if not _fits(telling, row, x, size):
        return [*bar, Label(x.high, middle, telling.t("semicolon").join((said, missing)), "caution", dx=8)]
    inside = Label(row.value, middle, said, "inside" if row.style == "actual" else "label", "right", dx=-8)
    return [*bar, inside, Label(x.high, middle, missing, "caution", dx=8)]
