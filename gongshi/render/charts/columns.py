"""Draw columns from a zero line, amounts above them and names below."""

from gongshi.render.charts import bars
from gongshi.render.charts.rows import Row
from gongshi.render.charts.shapes import Box, Label, Plot, Rule, Shape, Span
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import widest, wrap
from gongshi.render.charts.theme import Size

HEIGHT = 220
ABOVE = 26
LINE = 18
WIDEST = 112

rows = bars.rows


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """Columns side by side; bars where the amounts do not fit above narrow columns."""
    step = size.width / len(drawn)
    texts = amounts(telling, drawn, step, size)
    if widest(texts, size.label) > step:
        return bars.plot(telling, drawn, size)
    names = [wrap(row.label, size.small, step - 6) for row in drawn]
    x, y = Span(0, size.width, 0, size.width), _values(drawn)
    height = ABOVE + HEIGHT + 10 + LINE * max(map(len, names))
    shapes: list[Shape] = []
    for index, (row, name, shown) in enumerate(zip(drawn, names, texts, strict=True)):
        shapes += _column(row, (index + 0.5) * step, _half(step, size), shown)
        shapes += _name(name, (index + 0.5) * step, y)
    zero = Rule(0, size.width, 0, 0, "zero-line")
    return Plot(size.width, height, x, y, (*shapes, zero))


def amount(telling: Telling, row: Row) -> str:
    """The amount above a column: without the base unit, 预计 before what is expected."""
    short = telling.short(row.fact)
    return telling.t("expected", amount=short) if row.style == "expected" else short


def amounts(telling: Telling, drawn: tuple[Row, ...], room: float, size: Size) -> tuple[str, ...]:
    """The amounts of all columns; without 预计 where that does not fit, for the dashes say it too."""
    full = tuple(amount(telling, row) for row in drawn)
    fits = widest(full, size.label) <= room
    return full if fits else tuple(telling.short(row.fact) for row in drawn)


def _values(drawn: tuple[Row, ...]) -> Span:
    largest = max(row.value for row in drawn) or 1.0
    return Span(0, largest, ABOVE + HEIGHT, ABOVE)


def _half(step: float, size: Size) -> float:
    return min(step * (1 - size.column_gap), WIDEST) / 2


def _column(row: Row, middle: float, half: float, shown: str) -> list[Shape]:
    return [
        Box(middle - half, middle + half, 0, row.value, row.style, row.label, row.shown),
        Label(middle, row.value, shown, align="center", dy=-13),
    ]


def _name(lines: tuple[str, ...], middle: float, y: Span) -> list[Shape]:
    top = y.at(y.start + 16)
    return [Label(middle, top, text, "name", "center", dy=index * LINE) for index, text in enumerate(lines)]
