"""Turn the declared views into problems: what is unknown in them, what may not be compared, what a title lacks."""

from collections.abc import Iterator
from difflib import get_close_matches

from gongshi.check import titles
from gongshi.check.comparisons import against, comparisons
from gongshi.check.exhibits import KINDS, SELECTABLE, Exhibit, exhibit
from gongshi.errors import LANGUAGES, Problem
from gongshi.read.collection import Catalog, View


def problems(catalog: Catalog) -> tuple[Problem, ...]:
    """Every fault of every view; a view whose figures are not all at hand is not judged further."""
    found: list[Problem] = []
    barred = against(catalog) if catalog.views else ()
    for view in catalog.views:
        unknown = [*_unknown_kind(view), *_unknown_names(view, catalog), *_unknown_choices(view, catalog)]
        shown = exhibit(view, catalog)
        if unknown or not _complete(shown):
            found += unknown
            continue
        found += [*comparisons(shown, barred)]
        if shown.figures:
            found += [*titles.problems(shown), *_unmeasured(shown)]
    return tuple(found)


def _unknown_kind(view: View) -> Iterator[Problem]:
    if view.kind not in KINDS:
        yield Problem("view-kind", view.place, view.kind, {"known": ", ".join(KINDS)})


def _unknown_names(view: View, catalog: Catalog) -> Iterator[Problem]:
    named = [name for group in view.groups for name in group.figures]
    for name in (*named, view.whole) if view.whole else named:
        if name not in catalog.figures:
            close = get_close_matches(name, catalog.figures, n=1)
            yield Problem("view-figure", view.place, name, {"suggestion": f": {close[0]}" if close else ""})


def _unknown_choices(view: View, catalog: Catalog) -> Iterator[Problem]:
    registers = {
        "dataset": [dataset.name for dataset in catalog.topics],
        "indicator": catalog.indicators,
        "area": catalog.areas,
        "source": catalog.sources,
    }
    for column, value in view.select.items():
        if column not in SELECTABLE:
            yield Problem("view-select", view.place, column, {"known": ", ".join(SELECTABLE)})
        elif column in registers and value not in registers[column]:
            yield Problem("view-choice", view.place, value, {"column": column})


def _complete(shown: Exhibit) -> bool:
    """Whether everything that the figures point to was read; where not, that is reported there."""
    catalog = shown.catalog
    return all(
        figure.indicator in catalog.indicators
        and figure.area in catalog.areas
        and figure.source in catalog.sources
        and all(name in catalog.scopes for name in figure.scope)
        for figure in shown.everything
    )


def _unmeasured(shown: Exhibit) -> Iterator[Problem]:
    """The problem of several indicators under one subtitle that does not say what they have in common."""
    measure = shown.view.measure
    if len(shown.measured) > 1 and not all(measure[language] for language in LANGUAGES):
        yield Problem("view-measure", shown.view.place, ", ".join(shown.measured))
