"""Draw two sides of a comparison from zero: parts end to end, and what they should come to; the gap is ochre."""

from gongshi.check.exhibits import Side
from gongshi.check.facts import Fact, apart, combined, of, opposed
from gongshi.render.charts.rows import Row, stated
from gongshi.render.charts.shapes import Box, Label, Plot, Rule, Shape, Span, pixels
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import widest, width
from gongshi.render.charts.theme import Size

BAR = 44
ROW = 96
COLUMN_HEIGHT = 300
LINE = 19


def rows(telling: Telling) -> tuple[Row, ...]:
    """The parts of each side, what they come to where there are several, and how far the sides are apart."""
    shown = telling.shown
    sides = opposed(shown)
    found = [row for side in sides for row in _side(telling, side)]
    left, right = (combined(shown, side) for side in sides)
    gap = apart(left, right)
    if gap.value:
        found.append(Row(telling.t("difference"), gap, telling.amount(gap), "gap"))
    return tuple(found)


def _side(telling: Telling, side: Side) -> list[Row]:
    shown = telling.shown
    name = side.name[telling.words.language]
    if len(side.figures) == 1:
        (figure,) = side.figures
        fact = of(shown, figure)
        base = "base" if figure == shown.whole and figure.kind == "actual" else figure.kind
        return [Row(name or telling.label(figure), fact, telling.amount(fact), base, group=name)]
    added = combined(shown, side)
    parts = [stated(telling, figure, group=name or telling.t("sum")) for figure in side.figures]
    return [*parts, Row(telling.t("sum"), added, telling.amount(added), "computed", group=name or telling.t("sum"))]
