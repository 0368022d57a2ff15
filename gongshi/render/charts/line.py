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

ABOVE, BELOW = 30, 40
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
        *_amounts(telling, drawn, axes, size),
        *_names(drawn, axes, size),
    )
    return Plot(size.width, axes.height, axes.x, axes.y, shapes)


def _day(row: Row) -> float:
    return float(row.when.toordinal()) if row.when else 0.0


def _axes(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Axes:
    unit = drawn[0].fact.unit
    ticks = tuple(Fact(value, unit) for value in ticks_to(max(row.fact.value for row in drawn)))
    top = telling.amount(ticks[-1])
    low = min(0.0, *(row.value for row in drawn))
    high = max(row.value for row in drawn)
    y = Span(low, high, ABOVE + size.line_height * (0.86 if low else 0.82), ABOVE)
    start = max(width(top, size.small) + 22, width(drawn[0].label, size.small) / 2 + 2)
    end = size.width - max(
        width(_amount(telling, drawn[-1], telling.quantity(ticks[-1]).unit), size.label) + 14,
        width(drawn[-1].label, size.small) / 2,
    )
    x = Span(_day(drawn[0]), _day(drawn[-1]), start, end)
    return Axes(x, y, ticks, telling.quantity(ticks[-1]).unit, ABOVE + size.line_height)


def ticks_to(largest: Decimal) -> tuple[Decimal, ...]:
    """Round values from zero up to the largest, four or five of them."""
    rough = largest / 5
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(factor * power for factor in STEPS if factor * power >= rough)
    return tuple(step * index for index in range(int(largest / step) + 1))


def _grid(telling: Telling, axes: Axes, size: Size) -> Iterable[Shape]:
    left, right = axes.x.at(0), axes.x.at(size.width)
    for tick in axes.ticks:
        style = "grid-line" if tick.value else "zero-line"
        last = tick is axes.ticks[-1]
        yield Rule(left, right, float(tick.value), float(tick.value), style)
        yield Label(
            left, float(tick.value), telling.amount(tick) if last else bare(telling, tick, axes.unit), "axis", dy=-9
        )


def bare(telling: Telling, fact: Fact, unit: str) -> str:
    """The number alone where its unit is the one already said, else the amount without its base unit."""
    quantity = telling.quantity(fact)
    return (
        f"{quantity.before}{quantity.number}{quantity.after}"
        if quantity.unit == unit or not fact.value
        else telling.short(fact)
    )


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
    """Each amount where the line leaves room: over its right where the line falls, over its left where it climbs."""
    for index, row in enumerate(drawn):
        text = _amount(telling, row, axes.unit)
        after = drawn[index + 1].value if index + 1 < len(drawn) else None
        if row.value < 0:
            yield Label(_day(row), row.value, text, "caution", dx=11)
            yield from _beyond(telling, row)
            continue
        falls = after is not None and after <= row.value
        align: Align = "left" if falls or index == 0 or after is None else "right"
        side = 0 if after is None and drawn[index - 1].value <= row.value else 9
        yield Label(
            _day(row),
            row.value,
            text,
            "label",
            align,
            dx=side if align == "left" else -side,
            dy=-15 if side != 0 or after is None else -15,
        )


def _beyond(telling: Telling, row: Row) -> Iterable[Shape]:
    apart = Fact(-row.fact.value, row.fact.unit)
    yield Label(
        _day(row), row.value, telling.t("beyond", amount=telling.amount(apart)), "caution", "right", dx=-12, dy=12
    )


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
