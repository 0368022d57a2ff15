"""Judge whether a chart may set its figures beside each other: one unit, one area, nothing disputed."""

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from gongshi.check.claims import nonsense
from gongshi.check.exhibits import Exhibit
from gongshi.check.facts import combined, facts, opposed
from gongshi.check.relations import Finding, findings
from gongshi.errors import Problem
from gongshi.read.collection import Catalog
from gongshi.read.values import Figure

PARTS: Final = 4
WITH_WHOLE: Final = ("remaining", "bullet")
ABOUT_SUMS: Final = ("bars", "columns", "line", "remaining", "stacked", "multiples", "disputed")


def against(catalog: Catalog) -> tuple[Finding, ...]:
    """What speaks against figures: findings that do not hold, without those that make no sense.

    What follows from a rule and is told with the figures themselves is not told again with every chart.
    """
    broken = (f for f in findings(catalog) if not f.holds and (f.relation.declared or f.relation.policy == "disclose"))
    return tuple(finding for finding in broken if not any(nonsense(finding, catalog)))


def comparisons(shown: Exhibit, barred: tuple[Finding, ...]) -> Iterator[Problem]:
    """Every reason why this exhibit may not be drawn as it is declared; `barred` is what speaks against figures."""
    view = shown.view
    if not shown.figures:
        yield Problem("view-empty", view.place, view.id)
        return
    if view.kind in WITH_WHOLE and shown.whole is None:
        yield Problem("view-whole", view.place, view.kind)
        return
    yield from _units(shown)
    yield from _areas(shown)
    yield from _scopes(shown)
    yield from _disputes(shown, barred)
    yield from SHAPES.get(view.kind, _any)(shown)


def _units(shown: Exhibit) -> Iterator[Problem]:
    """One scale holds one unit; panels have a scale each, divided and multiplied figures have their own rules."""
    if shown.view.kind == "multiples":
        sides = [[shown.unit(figure) for figure in side.figures] for side in shown.sides]
    elif shown.view.kind in ("bullet", "disputed"):
        return
    else:
        sides = [[shown.unit(figure) for figure in shown.everything]]
    for units in sides:
        if len(set(units)) > 1:
            named = ", ".join(dict.fromkeys("/".join((unit, *per)) for unit, per in units))
            yield Problem("view-units", shown.view.place, named)


def _areas(shown: Exhibit) -> Iterator[Problem]:
    """Parts of one area never stand beside the whole of another; a standard holds below its area too."""
    whole = shown.whole
    if whole is None:
        return
    above = (
        {area.code for area in shown.catalog.ancestors(shown.figures[0].area)} if whole.kind == "standard" else set()
    )
    for figure in shown.figures:
        if figure.area != whole.area and whole.area not in above:
            yield Problem("view-areas", shown.view.place, figure.id, {"whole": whole.id})
        if whole.kind != "standard" and not set(whole.scope) <= set(figure.scope):
            yield Problem("view-wider", shown.view.place, figure.id, {"whole": whole.id})


def _scopes(shown: Exhibit) -> Iterator[Problem]:
    """Where areas are compared, either all figures cover the same scope or none has one."""
    scopes = {figure.scope for figure in shown.figures}
    if shown.view.label == "area" and len({f.area for f in shown.figures}) > 1 and len(scopes) > 1:
        yield Problem("view-scopes", shown.view.place, next(f.id for f in shown.figures if f.scope))


def _disputes(shown: Exhibit, barred: tuple[Finding, ...]) -> Iterator[Problem]:
    """Figures that contradict each other enter no chart but their own; a sum may, where sums are the subject."""
    if shown.view.kind == "disputed":
        return
    allowed = ("sum",) if shown.view.kind in ABOUT_SUMS else ()
    serious = [finding for finding in barred if finding.relation.kind not in allowed]
    for figure in shown.everything:
        for finding in serious:
            if figure in finding.figures:
                yield Problem("view-disputed", shown.view.place, figure.id, {"relation": finding.relation.id})


def _any(shown: Exhibit) -> Iterator[Problem]:
    yield from ()


def _line(shown: Exhibit) -> Iterator[Problem]:
    """A line follows one thing through two moments or more, which its source states."""
    points = shown.everything if shown.view.kind == "remaining" else shown.figures
    moments = [figure.period_end or figure.period_start for figure in points]
    if len(points) < 2 or len(set(moments)) < len(points):
        yield Problem("view-points", shown.view.place, str(len(set(moments))))
    followed = {(figure.indicator, figure.area, figure.scope): figure.id for figure in shown.figures}
    if len(followed) > 1:
        yield Problem("view-followed", shown.view.place, ", ".join(followed.values()))
    for figure in points:
        if figure.dating == "inferred":
            yield Problem("view-inferred", shown.view.place, figure.id)


def _remaining(shown: Exhibit) -> Iterator[Problem]:
    yield from _line(shown)
    yield from _additive(shown, shown.figures)
    base = shown.whole.period_end if shown.whole else None
    for figure in shown.figures:
        if not base or not figure.period_end or figure.period_end <= base:
            yield Problem("view-base", shown.view.place, figure.id)


def _share(shown: Exhibit) -> Iterator[Problem]:
    """Parts that were done, at most four with the rest, not more than their whole."""
    found = facts(shown)
    if "whole" not in found or not found["whole"].value:
        yield Problem("view-additive", shown.view.place, shown.figures[0].id)
        return
    rest = found.get("rest")
    if len(shown.figures) + bool(rest and rest.value) > PARTS:
        yield Problem("view-parts", shown.view.place, str(len(shown.figures)), {"most": str(PARTS)})
    if rest and rest.value < 0:
        yield Problem("view-exceeds", shown.view.place, f"{rest.value:f}")
    for figure in shown.everything:
        if figure.kind != "actual":
            yield Problem("view-promised", shown.view.place, figure.id)


def _stacked(shown: Exhibit) -> Iterator[Problem]:
    """Two sides that can be added up."""
    sides = opposed(shown)
    if len(sides) != 2:
        yield Problem("view-sides", shown.view.place, str(len(sides)))
        return
    for side in sides:
        yield from _additive(shown, side.figures)


def _additive(shown: Exhibit, figures: tuple[Figure, ...]) -> Iterator[Problem]:
    if len({shown.unit(figure) for figure in figures}) == 1 and not shown.additive(figures):
        yield Problem("view-additive", shown.view.place, figures[0].id)


def _bullet(shown: Exhibit) -> Iterator[Problem]:
    """For each group one figure in the unit of the limit, or two whose quotient has it."""
    limit = shown.whole
    for side in shown.sides:
        if limit is None or not _measured(shown, side.figures, limit):
            yield Problem("view-bullet", shown.view.place, side.figures[0].id)


def _measured(shown: Exhibit, figures: tuple[Figure, ...], limit: Figure) -> bool:
    unit, per = shown.unit(limit)
    if len(figures) == 1:
        (figure,) = figures
        same = (figure.indicator, figure.scope) == (limit.indicator, limit.scope) or limit.kind == "standard"
        return same and shown.unit(figure) == (unit, per)
    if len(figures) != 2 or not figures[1].value:
        return False
    above, below = (shown.unit(figure) for figure in figures)
    return above == (unit, ()) and (below[0],) == per


def _disputed(shown: Exhibit) -> Iterator[Problem]:
    """Two sides of one unit that a declared relation sets against each other."""
    sides = opposed(shown)
    if len(sides) != 2 or len({combined(shown, side).unit for side in sides}) != 1:
        yield Problem("view-sides", shown.view.place, str(len(sides)))
        return
    named = {figure.id for side in sides for figure in side.figures}
    if not any(named == set(relation.figures) for relation in shown.catalog.relations):
        yield Problem("view-undisputed", shown.view.place, ", ".join(sorted(named)))


SHAPES: Final = MappingProxyType[str, Callable[[Exhibit], Iterator[Problem]]](
    {
        "line": _line,
        "remaining": _remaining,
        "share": _share,
        "stacked": _stacked,
        "bullet": _bullet,
        "disputed": _disputed,
    }
)
