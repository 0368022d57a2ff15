"""Draw lines over time: figures as they are, or what is left of a base after one figure and the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate, groupby, pairwise

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
    """Both scales, the ticks of the upright one, and the unit that its top label carries."""

    x: Span
    y: Span
    ticks: tuple[Fact, ...]
    unit: str
    height: int


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """The line from left to right on an even axis of time, from zero."""
    axes = _axes(telling, drawn, size)
    shapes = (
        *_grid(telling, axes, size),
        *_paths(drawn, axes),
        *_points(drawn),
        *_amounts(telling, drawn, axes),
        *_names(drawn, axes, size),
    )
    return Plot(size.width, axes.height, axes.x, axes.y, shapes)


def _day(row: Row) -> float:
    return float(row.when.toordinal()) if row.when else 0.0


def _axes(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Axes:
    high = max(row.fact.value for row in drawn)
    ticks = tuple(Fact(value, drawn[0].fact.unit) for value in ticks_to(high))
    unit = telling.quantity(ticks[-1]).unit
    low = min(0.0, *(row.value for row in drawn))
    y = Span(low, float(high), ABOVE + size.line_height - BELOW - (8 if low else 0), ABOVE)
    start = max(width(telling.amount(ticks[-1]), size.small) + 22, width(drawn[0].label, size.small) / 2 + 2)
    last = width(_amount(telling, drawn[-1], unit), size.label) + 14
    x = Span(_day(drawn[0]), _day(drawn[-1]), start, size.width - max(last, width(drawn[-1].label, size.small) / 2))
    return Axes(x, y, ticks, unit, ABOVE + size.line_height)


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
        text = telling.amount(tick) if tick is axes.ticks[-1] else bare(telling, tick, axes.unit)
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


def _amounts(telling: Telling, drawn: tuple[Row, ...], axes: Axes) -> Iterable[Shape]:
    """Each amount where the line leaves room for it; below zero in ochre, with what that means."""
    for index, row in enumerate(drawn):
        text = _amount(telling, row, axes.unit)
        if row.value < 0:
            beyond = telling.amount(Fact(-row.fact.value, row.fact.unit))
            yield Label(_day(row), row.value, text, "caution", dx=11)
            yield Label(_day(row), row.value, telling.t("beyond", amount=beyond), "caution", "right", dx=-12, dy=12)
        else:
            align, across = _room(drawn, index)
            yield Label(_day(row), row.value, text, "label", align, dx=across, dy=-15)


def _room(drawn: tuple[Row, ...], index: int) -> tuple[Align, float]:
    """Over the right of a point where the line falls from it, over the left where it climbs, else above."""
    value = drawn[index].value
    before = drawn[index - 1].value if index else value
    after = drawn[index + 1].value if index + 1 < len(drawn) else value
    if after > value and before <= value and index:
        return "right", 4
    return ("left", 9 if after < value else 2) if after < value or not index else ("center", 0)


def _names(drawn: tuple[Row, ...], axes: Axes, size: Size) -> Iterable[Shape]:
    bottom = axes.y.at(axes.height - 12)
    full = tuple(row.label for row in drawn)
    short = tuple(str(row.when.year) if row.when else row.label for row in drawn)
    names = next((n for n in (full, (full[0], *short[1:])) if _apart(n, drawn, axes, size)), short)
    for row, name in zip(drawn, names, strict=True):
        yield Label(_day(row), bottom, name, "name", "center")


def _apart(names: tuple[str, ...], drawn: tuple[Row, ...], axes: Axes, size: Size) -> bool:
    """Whether names centred under their points leave room between each other."""
    placed = [(axes.x.pixel(_day(row)), width(name, size.small) / 2) for row, name in zip(drawn, names, strict=True)]
    return all(left + half + 6 < right - other for (left, half), (right, other) in pairwise(placed))
