"""Turn a declared view into an exhibit: its figures found, side by side, with the whole they are measured by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gongshi.read.collection import Catalog, Relation, View
from gongshi.read.values import Figure, Indicator, Text

KINDS: Final = (
    *("bars", "columns", "line", "remaining", "stacked"),
    *("share", "multiples", "bullet", "disputed"),
)
SELECTABLE: Final = ("dataset", "indicator", "area", "kind", "source")


@dataclass(frozen=True, slots=True)
class Side:
    """Figures that stand together under one name; the name may be empty."""

    name: Text
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Exhibit:
    """A view with its figures at hand; `whole` is None where the view names none."""

    view: View
    sides: tuple[Side, ...]
    whole: Figure | None
    catalog: Catalog

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of all sides, in order, without the whole."""
        return tuple(figure for side in self.sides for figure in side.figures)

    @cached_property
    def everything(self) -> tuple[Figure, ...]:
        """All figures that are drawn, the whole last."""
        return (*self.figures, self.whole) if self.whole else self.figures

    def indicator(self, figure: Figure) -> Indicator:
        """What a figure measures."""
        return self.catalog.indicators[figure.indicator]

    def unit(self, figure: Figure) -> tuple[str, tuple[str, ...]]:
        """The unit of a figure and per what it counts; only equal ones can be compared."""
        indicator = self.indicator(figure)
        return indicator.unit, tuple(sorted(indicator.per))

    @cached_property
    def units(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The different units among all figures, in order of appearance."""
        return tuple(dict.fromkeys(self.unit(figure) for figure in self.everything))

    def additive(self, figures: tuple[Figure, ...]) -> bool:
        """Whether adding these figures makes sense: one unit, no ratios, no limits, nothing per head."""
        same = len({self.unit(figure) for figure in figures}) == 1
        return same and all(
            self.indicator(figure).measure in ("stock", "flow") and not self.indicator(figure).per for figure in figures
        )

    @cached_property
    def measured(self) -> tuple[str, ...]:
        """The different indicators that a subtitle names; that of the whole where the others are held against it."""
        by_whole = self.whole is not None and self.view.kind in ("remaining", "bullet")
        named = self.everything[-1:] if by_whole or self.view.kind == "disputed" else self.figures
        return tuple(dict.fromkeys(figure.indicator for figure in named))

    def relation(self, side: Side) -> Relation | None:
        """The declared sum or product whose terms are the figures of a side."""
        terms = {figure.id for figure in side.figures}
        matching = (r for r in self.catalog.relations if r.kind in ("sum", "product") and set(r.terms) == terms)
        return next(matching, None)


def exhibit(view: View, catalog: Catalog) -> Exhibit:
    """The view's figures; ids that name nothing are left out, for the check to report."""
    named = tuple(Side(group.name, _known(group.figures, catalog.figures)) for group in view.groups)
    chosen = Side(Text("", ""), _selected(view.select, catalog)) if view.select else None
    sides = (*named, chosen) if chosen else named
    whole = catalog.figures.get(view.whole) if view.whole else None
    return Exhibit(view, tuple(side for side in sides if side.figures), whole, catalog)


def _known(ids: tuple[str, ...], figures: Mapping[str, Figure]) -> tuple[Figure, ...]:
    return tuple(figures[name] for name in ids if name in figures)


def _selected(select: Mapping[str, str], catalog: Catalog) -> tuple[Figure, ...]:
    wanted = {column: value for column, value in select.items() if column in SELECTABLE}
    return tuple(
        figure
        for figure in catalog.figures.values()
        if all(getattr(figure, column) == value for column, value in wanted.items())
    )
