"""Choose what a small picture of an indicator can show honestly: a course over time, or places beside each other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gongshi.check.comparisons import comparisons
from gongshi.check.exhibits import Exhibit, exhibit
from gongshi.check.relations import Finding
from gongshi.errors import Place
from gongshi.read.collection import Catalog, Group, View
from gongshi.read.values import Figure, Text
from gongshi.render.charts.rows import moment

MOST: Final = 5
COURSE: Final = 3
PLACES: Final = 2
EMPTY: Final = Text("", "")


def spark(chosen: Figure, catalog: Catalog, barred: tuple[Finding, ...]) -> Exhibit | None:
    """The figures to draw around one, the one among them; None where none of its indicator can stand beside it.

    `barred` is what speaks against figures.
    """
    alike = [figure for figure in catalog.figures.values() if _alike(figure, chosen)]
    for view in _views(chosen, alike, catalog):
        shown = exhibit(view, catalog)
        if not tuple(comparisons(shown, barred)):
            return shown
    return None


def _alike(figure: Figure, chosen: Figure) -> bool:
    return (figure.indicator, figure.kind) == (chosen.indicator, chosen.kind)


def _views(chosen: Figure, alike: Sequence[Figure], catalog: Catalog) -> Iterator[View]:
    """What may be drawn, the best first: the course of the same thing, then the same moment elsewhere."""
    followed = sorted((f for f in alike if _followed(f, chosen)), key=moment)
    flows = catalog.indicators[chosen.indicator].measure == "flow"
    if len(followed) >= COURSE:
        yield _view("columns" if flows else "line", "period", followed[-MOST:])
    together = [f for f in alike if (f.period_start, f.period_end) == (chosen.period_start, chosen.period_end)]
    elsewhere = [figure for figure in together if figure.scope == chosen.scope]
    within = [figure for figure in together if figure.area == chosen.area]
    for label, beside in (("area", elsewhere), ("scope", within)):
        if PLACES <= len(beside) <= MOST:
            yield _view("bars", label, sorted(beside, key=lambda figure: -figure.value))


def _followed(figure: Figure, chosen: Figure) -> bool:
    """Whether a figure is of the same thing at a stated time, and counts over as long."""
    if (figure.area, figure.scope, figure.dating) != (chosen.area, chosen.scope, "stated"):
        return False
    return _length(figure) == _length(chosen)


def _length(figure: Figure) -> int:
    """How many months a figure counts over; 0 for a moment."""
    start, end = figure.period_start, figure.period_end
    return (end.year - start.year) * 12 + end.month - start.month + 1 if start and end else 0


def _view(kind: str, label: str, figures: Iterable[Figure]) -> View:
    named = tuple(figure.id for figure in figures)
    return View("spark", "", kind, (Group(EMPTY, named),), {}, None, label, EMPTY, EMPTY, EMPTY, Place(""))
