"""Draw lines over time: figures as they are, or what is left of a base after one figure and the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate, combinations, groupby, pairwise

from gongshi.check.facts import Fact, less, of
from gongshi.read.values import Figure
from gongshi.render.charts.rows import Row, figures, moment
from gongshi.render.charts.shapes import Align, Dot, Label, Path, Plot, Rule, Shape, Span
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import width
from gongshi.render.charts.theme import Size

ABOVE, BELOW = 30, 46
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
POINTS = {"actual": "solid-point", "base": "base-point"}


def rows(telling: Telling) -> tuple[Row, ...]:
    """A row for each figure, in order of time."""
    return tuple(sorted(figures(telling), key=lambda row: row.when or date.min))


def remaining(telling: Telling) -> tuple[Row, ...]:
    """The base, then what is left of it after each figure in order of time."""
    shown = telling.shown
    if shown.whole is None:
        return ()
    base = of(shown, shown.whole)
    steps = sorted(shown.figures, key=moment)
    left = tuple(accumulate((of(shown, figure) for figure in steps), less, initial=base))[1:]
    first = Row(telling.label(shown.whole), base, telling.amount(base), "base", when=moment(shown.whole))
    return (first, *(_left(telling, figure, fact) for figure, fact in zip(steps, left, strict=True)))


def _left(telling: Telling, figure: Figure, fact: Fact) -> Row:
    end = telling.t("year-end", year=moment(figure).year)
    return Row(end, fact, telling.amount(fact), "computed", when=moment(figure))


@dataclass(frozen=True, slots=True)
class Axes:
    """Both scales, the ticks of the upright one, their unit and the top one's label."""

    x: Span
    y: Span
    ticks: tuple[Fact, ...]
    unit: str
    top: str
    height: int


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """The line from left to right on an even axis of time, from zero."""
    axes = _axes(telling, drawn, size)
    shapes = (
        *_grid(telling, axes, size),
        *_paths(drawn, axes),
        *_points(drawn),
        *_amounts(telling, drawn, axes, size),
        *_names(drawn, axes, size),
    )
    return Plot(size.width, axes.height, axes.x, axes.y, shapes)


def _day(row: Row) -> float:
    return float(row.when.toordinal()) if row.when else 0.0


def _axes(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Axes:
    high = max(row.fact.value for row in drawn)
    ticks = tuple(Fact(value, drawn[0].fact.unit) for value in ticks_to(high))
    unit, top = telling.quantity(ticks[-1]).unit, _top(telling, ticks[-1], size)
    low = min(0.0, *(row.value for row in drawn))
    y = Span(low, float(high) or 1.0, ABOVE + size.line_height - BELOW - (8 if low else 0), ABOVE)
    start = max(width(top, size.small) + 22, width(drawn[0].label, size.small) / 2 + 2)
    last = width(_amount(telling, drawn[-1], unit), size.label) + 14
    x = Span(_day(drawn[0]), _day(drawn[-1]), start, size.width - max(last, width(drawn[-1].label, size.small) / 2))
    return Axes(x, y, ticks, unit, top, ABOVE + size.line_height)


def _top(telling: Telling, tick: Fact, size: Size) -> str:
    """The top value with its unit, unless that would take a quarter of the picture."""
    full = telling.amount(tick)
    return full if width(full, size.small) < size.width / 4 else telling.short(tick)


def ticks_to(largest: Decimal) -> tuple[Decimal, ...]:
    """Round values from zero up to the largest, four or five of them."""
    rough = largest / 5
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(factor * power for factor in STEPS if factor * power >= rough)
    return tuple(step * index for index in range(int(largest / step) + 1))


def _grid(telling: Telling, axes: Axes, size: Size) -> Iterable[Shape]:
    """Lines across at round values, each with its value on it; the unit on the top one alone."""
    left, right = axes.x.at(0), axes.x.at(size.width)
    for tick in axes.ticks:
        value = float(tick.value)
        text = axes.top if tick is axes.ticks[-1] else bare(telling, tick, axes.unit)
        yield Rule(left, right, value, value, "grid-line" if tick.value else "zero-line")
        yield Label(left, value, text, "axis", dy=-9)


def bare(telling: Telling, fact: Fact, unit: str) -> str:
    """The number alone where its unit is the one already said, else the amount without its base unit."""
    quantity = telling.quantity(fact)
    if quantity.unit != unit and fact.value:
        return telling.short(fact)
    return f"{quantity.before}{quantity.number}{quantity.after}"


def _paths(drawn: tuple[Row, ...], axes: Axes) -> Iterable[Shape]:
    segments = groupby(pairwise(drawn), key=lambda pair: pair[1].style == "actual")
    for done, run in segments:
        pairs = list(run)
        ends = (pairs[0][0], *(second for _, second in pairs))
        yield Path(tuple((_day(row), row.value) for row in ends), "done-line" if done else "promised-line")


def _points(drawn: tuple[Row, ...]) -> Iterable[Shape]:
    for row in drawn:
        yield Dot(_day(row), row.value, POINTS.get(row.style, "hollow-point"), row.label, row.shown)


def _amount(telling: Telling, row: Row, unit: str) -> str:
    if row.style == "base":
        return telling.t("base", amount=row.shown)
    return bare(telling, row.fact, unit)


def _amounts(telling: Telling, drawn: tuple[Row, ...], axes: Axes, size: Size) -> Iterable[Shape]:
    """Each amount where the line leaves room for it; below zero in ochre, with what that means."""
    texts = tuple(_amount(telling, row, axes.unit) for row in drawn)
    labels = tuple(_beside(drawn, index, text) for index, text in enumerate(texts))
    for index in _labelled(drawn, labels, axes, size):
        yield labels[index]
        if drawn[index].value < 0:
            beyond = telling.amount(Fact(-drawn[index].fact.value, drawn[index].fact.unit))
            text = telling.t("beyond", amount=beyond)
            yield Label(labels[index].x, labels[index].y, text, "caution", "right", dx=-12, dy=12)


def _beside(drawn: tuple[Row, ...], index: int, text: str) -> Label:
    row = drawn[index]
    if row.value < 0:
        return Label(_day(row), row.value, text, "caution", dx=11)
    align, across, down = _room(drawn, index)
    return Label(_day(row), row.value, text, "label", align, across, down)


def _labelled(drawn: tuple[Row, ...], labels: tuple[Label, ...], axes: Axes, size: Size) -> tuple[int, ...]:
    """All points where no amount covers another, else the ends and the extremes."""
    every = tuple(range(len(drawn)))
    boxes = [_extent(label, axes, size) for label in labels]
    if not any(_covers(p, q) for p, q in combinations(boxes, 2)):
        return every
    values = [row.value for row in drawn]
    return tuple(sorted({0, every[-1], values.index(max(values)), values.index(min(values))}))


def _extent(label: Label, axes: Axes, size: Size) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a label, in pixels."""
    long = width(label.text, size.label)
    left = axes.x.pixel(label.x) + label.dx - {"left": 0, "center": long / 2, "right": long}[label.align]
    middle = axes.y.pixel(label.y) + label.dy
    return left, middle - size.label / 2, left + long, middle + size.label / 2


def _covers(p: tuple[float, float, float, float], q: tuple[float, float, float, float]) -> bool:
    return p[0] < q[2] and q[0] < p[2] and p[1] < q[3] and q[1] < p[3]


def _room(drawn: tuple[Row, ...], index: int) -> tuple[Align, float, float]:
    """Where the line leaves room: right of a fall, left of a climb, under a valley, else above."""
    value = drawn[index].value
    before = drawn[index - 1].value if index else None
    after = drawn[index + 1].value if index + 1 < len(drawn) else None
    if after is None:
        return ("left", 9, -12) if before is not None and before > value else ("center", 0, -15)
    if after < value:
        return "left", 9, -12
    if before is None:
        return ("left", 2, 17) if after > value else ("left", 0, -15)
    if before > value:
        return "center", 0, 18
    return "right", 2, -15


def _names(drawn: tuple[Row, ...], axes: Axes, size: Size) -> Iterable[Shape]:
    bottom = axes.y.at(axes.height - 12)
    full = tuple(row.label for row in drawn)
    short = tuple(str(row.when.year) if row.when else row.label for row in drawn)
    ends = (short[0], *("" for _ in short[2:]), short[-1])
    names = next((n for n in (full, (full[0], *short[1:]), short) if _apart(n, drawn, axes, size)), ends)
    for row, name in zip(drawn, names, strict=True):
        yield Label(_day(row), bottom, name, "name", "center")


def _apart(names: tuple[str, ...], drawn: tuple[Row, ...], axes: Axes, size: Size) -> bool:
    """Whether names centred under their points leave room between each other."""
    placed = [(axes.x.pixel(_day(row)), width(name, size.small) / 2) for row, name in zip(drawn, names, strict=True)]
    return all(left + half + 6 < right - other for (left, half), (right, other) in pairwise(placed))
