"""What may be drawn, and what is refused with its place and its reason."""

from dataclasses import replace
from datetime import date

import pytest

from gongshi.check import views
from gongshi.check.titles import naked
from gongshi.read.collection import Relation, View
from gongshi.read.values import Figure, Text
from tests.drawn import HERE, catalog, edition, figure, relation, view

YEARS = (figure("a", 10, year=2016), figure("b", 30, year=2017), figure("c", 20, year=2018))
BASE = figure("base", 65, "foresters", None, period_end=date(2015, 12, 31))


def faults(drawn: View, figures: tuple[Figure, ...] = YEARS, *relations: Relation) -> list[tuple[str, str | None]]:
    return [(p.code, p.value) for p in views.problems(catalog(figures, [drawn], relations))]


@pytest.mark.parametrize(
    ("drawn", "figures"),
    [
        (view("columns", "abc"), YEARS),
        (view("bars", "abc", whole="base"), (*YEARS, BASE)),
        (view("line", "abc"), YEARS),
        (view("remaining", "abc", whole="base"), (*YEARS, BASE)),
        (view("stacked", "abc", whole="base"), (*YEARS, BASE)),
        (view("share", "abc"), YEARS),
        (view("share", "a", whole="base"), (*YEARS, BASE)),
        (view("multiples", "ab", "h", measure=Text("种树", "Planting")), (*YEARS, figure("h", 5, "homes"))),
        (view("bars", select={"indicator": "people"}), YEARS),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else "",
)
def test_an_honest_view_has_no_problem(drawn: View, figures: tuple[Figure, ...]) -> None:
    assert faults(drawn, figures) == []


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        (view("pie", "abc"), ("view-kind", "pie")),
        (view("bars", ("a", "bb")), ("view-figure", "bb")),
        (view("remaining", "abc", whole="bass"), ("view-figure", "bass")),
        (view("bars", select={"indicator": "peple"}), ("view-choice", "peple")),
        (view("bars", select={"area": "123456"}), ("view-choice", "123456")),
        (view("bars", select={"colour": "red"}), ("view-select", "colour")),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else value[0],
)
def test_an_unknown_word_is_named(drawn: View, found: tuple[str, str]) -> None:
    assert faults(drawn, (*YEARS, BASE)) == [found]


def test_a_mistyped_id_is_answered_with_the_nearest_one() -> None:
    (problem,) = views.problems(catalog(YEARS, [view("bars", ("aa",))]))
    assert (problem.place, problem.mend("en")) == (HERE, "Correct it to an id of a figures.csv: a.")


def test_a_select_that_matches_nothing_leaves_no_rows() -> None:
    assert faults(view("bars", select={"kind": "standard"})) == [("view-empty", "it")]


def test_several_indicators_need_a_measure_in_both_languages() -> None:
    figures = (*YEARS, figure("f", 5, "foresters"))
    assert faults(view("bars", "af", label="indicator"), figures) == [("view-measure", "people, foresters")]
    half = view("bars", "af", label="indicator", measure=Text("人数", ""))
    assert faults(half, figures) == [("view-measure", "people, foresters")]
    assert faults(replace(half, measure=Text("人数", "People")), figures) == []


OTHER_AREA = figure("o", 9, area="999998")
CITY = figure("city", 90, "foresters", None, area="999900")
MONEY = figure("m", 100, "money")
TARGET = figure("t", 40, kind="target", year=2019)
PER_HOME = figure("g", 30, "grant")
CAP = figure("cap", 50, "grant-cap", kind="standard")
SCHOOLS = figure("s", 3, scope=("schools",))
RATE = figure("r", 80, "survival")
INFERRED = figure("i", 80, year=2019, dating="inferred")
HOMES = figure("h", 4, "homes")


@pytest.mark.parametrize(
    ("drawn", "figures", "found"),
    [
        (view("bars", "am"), (*YEARS, MONEY), ("view-units", "人, 元")),
        (view("bars", "mg"), (MONEY, PER_HOME), ("view-units", "元, 元/户")),
        (view("multiples", "am"), (*YEARS, MONEY), ("view-units", "人, 元")),
        (view("line", "a"), YEARS, ("view-points", "1")),
        (view("line", "ai"), (*YEARS, INFERRED), ("view-inferred", "i")),
        (view("line", "abo"), (*YEARS, OTHER_AREA), ("view-points", "2")),
        (view("line", "at"), (*YEARS, replace(TARGET, scope=("schools",))), ("view-followed", "a, t")),
        (view("remaining", "bc", whole="late"), (*YEARS, figure("late", 65, "foresters", 2019)), ("view-base", "b")),
        (view("share", "abc", whole="small"), (*YEARS, figure("small", 50)), ("view-exceeds", "-10")),
        (view("share", "abc", whole="city"), (*YEARS, CITY), ("view-areas", "a")),
        (view("share", "abcde"), (*YEARS, figure("d", 1), figure("e", 1)), ("view-parts", "5")),
        (view("share", "abcd", whole="base"), (*YEARS, BASE, figure("d", 1)), ("view-parts", "4")),
        (view("share", "at"), (*YEARS, TARGET), ("view-promised", "t")),
        (view("share", "rq"), (RATE, figure("q", 5, "survival")), ("view-additive", "r")),
        (
            view("stacked", "rq", whole="w"),
            (RATE, figure("q", 5, "survival"), figure("w", 85, "survival")),
            ("view-additive", "r"),
        ),
        (view("stacked", "ab", "c", "d"), (*YEARS, figure("d", 1)), ("view-sides", "3")),
        (view("remaining", "abc"), YEARS, ("view-whole", "remaining")),
        (view("bullet", "g"), (PER_HOME,), ("view-whole", "bullet")),
        (view("bullet", "a", whole="cap"), (*YEARS, CAP), ("view-bullet", "a")),
        (view("bullet", "ma", whole="cap"), (*YEARS, MONEY, CAP), ("view-bullet", "m")),
        (view("bullet", "s", whole="t"), (SCHOOLS, TARGET), ("view-bullet", "s")),
        (view("stacked", "abc", whole="s"), (*YEARS, SCHOOLS), ("view-wider", "a")),
        (view("bars", "aso", label="area"), (*YEARS, SCHOOLS, OTHER_AREA), ("view-scopes", "s")),
        (view("disputed", "ab"), YEARS, ("view-undisputed", "a, b")),
        (view("disputed", "abc"), YEARS, ("view-sides", "3")),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else value[0] if isinstance(value[0], str) else "",
)
def test_a_comparison_that_misleads_is_refused(
    drawn: View, figures: tuple[Figure, ...], found: tuple[str, str]
) -> None:
    assert faults(drawn, figures)[0] == found


@pytest.mark.parametrize(
    ("drawn", "figures"),
    [
        (view("bullet", "g", whole="cap"), (PER_HOME, CAP)),
        (view("bullet", "mh", whole="cap"), (MONEY, HOMES, CAP)),
        (view("bullet", "g", whole="cap"), (PER_HOME, figure("cap", 50, "grant-cap", kind="standard", area="999900"))),
        (view("bullet", "a", whole="t"), (*YEARS, TARGET)),
        (view("bars", "ao", label="area"), (*YEARS, OTHER_AREA)),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else "",
)
def test_a_limit_of_the_area_above_and_equal_scopes_may_be_compared(drawn: View, figures: tuple[Figure, ...]) -> None:
    assert faults(drawn, figures) == []


CONFLICT = relation("conflict", "ab")
SUM = relation("sum", "abc", "base")
PUMPS = (figure("n", 4, "pumps"), figure("k", 5, "pump-power"), figure("p", 30, "power"))
PRODUCT = relation("product", "nk", "p")


@pytest.mark.parametrize(
    ("drawn", "figures", "declared", "found"),
    [
        (view("bars", "abc"), YEARS, CONFLICT, [("view-disputed", "a"), ("view-disputed", "b")]),
        (view("bars", "c"), YEARS, CONFLICT, []),
        (view("disputed", "ab"), YEARS, CONFLICT, []),
        (view("bars", "p", label="indicator"), PUMPS, PRODUCT, [("view-disputed", "p")]),
        (view("disputed", "nk", "p"), PUMPS, PRODUCT, []),
        (view("disputed", "nk", whole="p"), PUMPS, PRODUCT, []),
        (view("bars", "abc", whole="base"), (*YEARS, BASE), SUM, []),
        (view("stacked", "abc", whole="base"), (*YEARS, BASE), SUM, []),
        (view("remaining", "abc", whole="base"), (*YEARS, BASE), SUM, []),
        (view("share", "ab", whole="base"), (*YEARS, BASE), SUM, [("view-disputed", n) for n in ("a", "b", "base")]),
        (view("bars", "p", label="indicator"), (*PUMPS[:2], figure("p", 20, "power")), PRODUCT, []),
    ],
    ids=lambda value: value.kind if isinstance(value, View | Relation) else "",
)
def test_disputed_figures_enter_no_chart_but_their_own(
    drawn: View, figures: tuple[Figure, ...], declared: Relation, found: list[tuple[str, str]]
) -> None:
    assert faults(drawn, figures, declared) == found


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("种树人数", "{max} people", [("view-title-plain", "种树人数")]),
        ("最多{maxx}", "{max}", [("view-title-unknown", "{maxx}")]),
        ("{count.period}最多", "{max}", [("view-title-unknown", "{count.period}")]),
        ("{max}比30万多", "{max}", [("view-title-number", "30万多")]),
        ("{max}比三万多", "{max}", [("view-title-number", "三万")]),
        ("2018年最多{max}", "2018: {max}", []),
        ("{max.period}最多，{max.share}", "{max.label}: {max.number}", []),
        ("{a}之后，{1.max}", "{a}", [("view-title-unknown", "{1.max}")]),
        ("成效显著，{max}", "{max}", [("view-title-judges", "显著"), ("view-title-judges", "成效")]),
        ("{max}", "Great: {max}", [("view-title-judges", "great")]),
        ("最多{max}。", "{max}.", [("view-title-stop", "最多{max}。"), ("view-title-stop", "{max}.")]),
    ],
    ids=str,
)
def test_a_title_states_a_finding_of_the_data_and_judges_nothing(
    zh: str, en: str, found: list[tuple[str, str]]
) -> None:
    assert faults(view("bars", "abc", title=Text(zh, en))) == found


def test_an_unknown_placeholder_is_answered_with_the_list_of_what_there_is() -> None:
    (problem,) = views.problems(catalog(YEARS[:2], [view("bars", "ab", title=Text("{x}", "{max}"))]))
    known = "{count} {a} {b} {first} {last} {max} {min} {difference} {sum}"
    assert problem.mend("en") == f"This chart has: {known}; .number .share .label .period .area may follow."


def test_a_naked_number_in_the_reading_is_reported_too() -> None:
    assert faults(view("bars", "abc", reading=Text("另有5人", ""))) == [("view-title-number", "5")]


@pytest.mark.parametrize(
    ("text", "found"),
    [("四年计划", ()), ("2016—2018年", ()), ("{max}比{min}", ()), ("多3.6万", ("3.6万",)), ("百分之五", ("百分之五",))],
    ids=str,
)
def test_years_and_small_counts_in_words_are_no_naked_numbers(text: str, found: tuple[str, ...]) -> None:
    assert naked(text) == found


def test_what_points_to_nothing_is_left_to_the_check_that_reports_it() -> None:
    broken = (*YEARS, replace(YEARS[0], id="x", indicator="unregistered"))
    assert faults(view("bars", "ax"), broken) == []


def test_the_edition_itself_has_no_fault_in_its_twelve_views_and_more() -> None:
    real = edition()
    assert views.problems(real) == ()
    assert len(real.views) >= 12
