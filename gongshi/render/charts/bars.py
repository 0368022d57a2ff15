"""Draw horizontal bars: labels in a column beside them when wide, above them when narrow."""

from dataclasses import dataclass

from gongshi.check.facts import of
from gongshi.render.charts.rows import Row, figures
from gongshi.render.charts.shapes import Box, Label, Plot, Rule, Shape, Span, pixels
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import widest, width, wrap
from gongshi.render.charts.theme import Size

GAP = 8
LINE = 20


def rows(telling: Telling) -> tuple[Row, ...]:
    """A row for each figure, and the whole as the base line, where there is one."""
    whole = telling.shown.whole
    if whole is None:
        return figures(telling)
    fact = of(telling.shown, whole)
    name = telling.shown.indicator(whole).name[telling.words.language]
    return (*figures(telling), Row(name, fact, telling.amount(fact), "base"))


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """The bars of all rows on one scale that starts at zero."""
    return listed(drawn, size)


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its place: the lines of its label, where they begin, and the top of its bar."""

    row: Row
    label: tuple[str, ...]
    top: float
    bar: float


def listed(drawn: tuple[Row, ...], size: Size) -> Plot:
    """Rows as bars under each other."""
    start = _column(drawn, size)
    lines, height = _wide(drawn, size, start) if size.wide else _narrow(drawn, size)
    span = Span(0, *_reach(drawn, size, start))
    shapes = [shape for line in lines for shape in _shapes(line, span, size)]
    return Plot(
        size.width, round(height), span, pixels(height), (*shapes, *_zero(lines, size), *_headings(lines, span))
    )


def _column(drawn: tuple[Row, ...], size: Size) -> float:
    if not size.wide:
        return 1
    return min(widest(tuple(row.label for row in drawn), size.label) + 2 * GAP, 0.42 * size.width)


def _reach(drawn: tuple[Row, ...], size: Size, start: float) -> tuple[float, float, float]:
    """The largest value and the pixels it runs between, so that every amount fits beside its bar."""
    largest = max(row.value for row in drawn) or 1.0
    room = size.width - start - GAP
    ends = [(room - width(row.shown, size.label)) * largest / row.value for row in drawn if row.value]
    return largest, start, start + min([room - GAP, *ends])


def _wide(drawn: tuple[Row, ...], size: Size, start: float) -> tuple[list[Line], float]:
    lines, top, group = [], 4.0, ""
    for row in drawn:
        top += _heading(row, group, size)
        group = row.group
        label = wrap(row.label, size.label, start - GAP)
        height = max(size.step, len(label) * LINE + 12)
        lines.append(Line(row, label, top + (height - LINE * len(label)) / 2, top + (height - size.bar) / 2))
        top += height
    return lines, top + 4


def _narrow(drawn: tuple[Row, ...], size: Size) -> tuple[list[Line], float]:
    lines, top, group = [], 0.0, ""
    for row in drawn:
        top += _heading(row, group, size)
        group = row.group
        label = wrap(row.label, size.label, size.width)
        bar = top + len(label) * LINE + 3
        lines.append(Line(row, label, top, bar))
        top = bar + size.bar + size.step - size.bar - LINE - 3
    return lines, top - 10


def _heading(row: Row, group: str, size: Size) -> float:
    """Room above the first row of a named group."""
    if not row.group or row.group == group:
        return 0
    return 36 if size.wide else 30


def _zero(lines: list[Line], size: Size) -> list[Shape]:
    """The zero line: unbroken where labels stand beside it, else along each bar."""
    if size.wide:
        return [Rule(0, 0, lines[0].bar - 6, lines[-1].bar + size.bar + 6, "zero-line")]
    return [Rule(0, 0, line.bar - 2, line.bar + size.bar + 2, "zero-line") for line in lines]


def _headings(lines: list[Line], span: Span) -> list[Shape]:
    """The names of groups, each above its first row."""
    found: list[Shape] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if line.row.group and (before is None or before.row.group != line.row.group):
            found.append(Label(span.at(0), min(line.top, line.bar) - 14, line.row.group, "remark"))
    return found


def _shapes(line: Line, span: Span, size: Size) -> list[Shape]:
    middle = line.bar + size.bar / 2
    row = line.row
    left = span.at(0)
    texts = [Label(left, line.top + LINE / 2 + index * LINE, text) for index, text in enumerate(line.label)]
    return [
        Box(0, row.value, line.bar, line.bar + size.bar, row.style, row.label, row.shown),
        *texts,
        Label(row.value, middle, row.shown, dx=GAP),
    ]
