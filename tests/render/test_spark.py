"""A small picture shows only what may stand beside its figure: the same over time, or the same moment elsewhere."""

from dataclasses import replace

import pytest

from gongshi.check.comparisons import against
from gongshi.read.collection import Relation
from gongshi.read.values import Figure
from gongshi.render.charts.spark import spark
from tests.drawn import catalog, figure, relation

YEARS = tuple(figure(f"y{year}", year, year=year) for year in (2015, 2016, 2017))
STOCKS = tuple(figure(f"s{year}", year, "foresters", year=year, period_start=None) for year in (2015, 2016, 2017))
HERE_AND_THERE = (figure("here", 3), figure("there", 5, area="100000"))
PARTS = (figure("whole", 9), figure("schools", 4, scope=("schools",)))


def found(chosen: Figure, *figures: Figure, relations: tuple[Relation, ...] = ()) -> tuple[str, str, list[str]] | None:
    """Kind and label of the picture, and the ids of its figures."""
    known = catalog(figures, (), relations)
    shown = spark(chosen, known, against(known))
    return (shown.view.kind, shown.view.label, [one.id for one in shown.figures]) if shown else None


def test_years_of_a_flow_are_columns() -> None:
    assert found(YEARS[2], *YEARS) == ("columns", "period", ["y2015", "y2016", "y2017"])


def test_states_of_a_stock_are_a_line() -> None:
    assert found(STOCKS[0], *STOCKS) == ("line", "period", ["s2015", "s2016", "s2017"])


def test_of_many_years_the_last_are_shown() -> None:
    many = tuple(figure(f"y{year}", year, year=year) for year in range(2008, 2018))
    assert found(many[-1], *many) == ("columns", "period", ["y2013", "y2014", "y2015", "y2016", "y2017"])


@pytest.mark.parametrize(
    "changed",
    [{"dating": "inferred"}, {"kind": "target"}, {"period_start": None}, {"scope": ("schools",)}, {"area": "100000"}],
    ids=str,
)
def test_a_year_of_another_kind_is_none_of_the_course(changed: dict[str, object]) -> None:
    other = replace(YEARS[0], **changed)  # type: ignore[arg-type]
    assert found(YEARS[2], other, *YEARS[1:]) is None


def test_the_same_year_elsewhere_is_bars_the_largest_first() -> None:
    assert found(HERE_AND_THERE[0], *HERE_AND_THERE) == ("bars", "area", ["there", "here"])


def test_parts_of_one_place_are_bars_by_scope() -> None:
    assert found(PARTS[0], *PARTS) == ("bars", "scope", ["whole", "schools"])


def test_a_figure_alone_has_no_picture() -> None:
    assert found(YEARS[0], YEARS[0]) is None


def test_what_contradicts_stands_in_no_picture() -> None:
    torn = relation("conflict", ("here", "there"))
    assert found(HERE_AND_THERE[0], *HERE_AND_THERE, relations=(torn,)) is None
