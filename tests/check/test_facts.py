"""What a title may name, computed exactly from the figures of a view."""

from decimal import Decimal

import pytest

from gongshi.check.exhibits import exhibit
from gongshi.check.facts import Fact, apart, facts, grain, percent, product, quotient, significant
from gongshi.read.collection import View
from gongshi.read.values import Figure
from tests.drawn import catalog, figure, named, relation, view

FIGURES = (
    figure("a", 125000, year=2016, stated="12.5万人"),
    figure("b", 300000, year=2017, stated="30万人"),
    figure("base", 400000, "foresters", None, stated="40万人"),
    figure("money", 86840000, "money", stated="8684万元"),
    figure("all", 3692000000, "money", year=None, stated="36.92億元"),
    figure("homes", 2534, "homes"),
    figure("cap", 50000, "grant-cap", kind="standard", bound="at_most", stated="5万元以下"),
    figure("rate", 57, "survival"),
    figure("n", 4, "pumps"),
    figure("k", 5, "pump-power"),
    figure("p", 21, "power"),
    figure("near", 9, "pumps", bound="nearly"),
)
RELATIONS = (relation("product", "nk", "p"),)


def values(drawn: View, *names: str) -> dict[str, str]:
    found = facts(exhibit(drawn, catalog(FIGURES, [drawn], RELATIONS)))
    return {name: f"{fact.value:f}{fact.unit}" for name, fact in found.items() if name in names}


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        (view("bars", "ab"), {"count": "2", "first": "125000人", "last": "300000人", "max": "300000人"}),
        (view("bars", "ab"), {"min": "125000人", "sum": "425000人", "difference": "175000人", "b": "300000人"}),
        (view("bars", "ab", whole="base"), {"whole": "400000人", "rest": "-25000人", "difference": "25000人"}),
        (view("stacked", "ab", whole="base"), {"left": "425000人", "right": "400000人", "difference": "25000人"}),
        (view("share", ("money",), whole="all"), {"rest": "3605000000元", "share": "2.4%", "first.share": "2.4%"}),
        (view("share", "ab"), {"whole": "425000人", "max.share": "70.6%", "min.share": "29.4%"}),
        (view("share", ("rate",)), {"whole": "100%", "rest": "43%"}),
        (view("bullet", ("money", "homes"), whole="cap"), {"quotient": "34300元", "quotient.share": "68.6%"}),
        (view("disputed", "nk", "p"), {"left": "20千瓦", "right": "21千瓦", "difference": "1千瓦"}),
        (view("multiples", "ab", ("homes",)), {"1.max": "300000人", "2.first": "2534户"}),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else " ".join(value),
)
def test_facts_are_computed_from_the_figures(drawn: View, found: dict[str, str]) -> None:
    assert values(drawn, *found) == found


@pytest.mark.parametrize(
    ("drawn", "missing"),
    [
        (view("multiples", "ab", ("homes",)), "max"),
        (view("bars", ("rate",)), "sum"),
        (view("bars", "ab"), "whole"),
        (view("bars", "ab"), "quotient"),
        (view("share", ("cap",)), "whole"),
        (view("bullet", ("money", "homes"), whole="cap"), "homes.share"),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else value,
)
def test_there_is_no_fact_where_it_would_mean_nothing(drawn: View, missing: str) -> None:
    assert values(drawn, missing) == {}


def test_a_rest_is_told_to_the_last_digit_of_its_whole_and_is_then_not_exact() -> None:
    drawn = view("share", ("money",), whole="all")
    rest = facts(exhibit(drawn, catalog(FIGURES, [drawn])))["rest"]
    assert (rest.value, rest.exact, rest.sign) == (Decimal(3605000000), False, "−")


def test_computed_facts_remember_their_terms() -> None:
    drawn = view("bars", "ab", whole="base")
    found = facts(exhibit(drawn, catalog(FIGURES, [drawn])))
    assert [(term.value, term.sign) for term in found["difference"].terms] == [(425000, "+"), (400000, "")]


def test_what_is_added_to_a_bounded_figure_is_not_exact() -> None:
    drawn = view("share", ("n", "near"))
    found = facts(exhibit(drawn, catalog(FIGURES, [drawn])))
    assert (found["first"].exact, found["last"].exact, found["sum"].exact) == (True, False, False)


@pytest.mark.parametrize(
    ("stated", "step"),
    [("83.9万人", 1000), ("36.92億元", 1000000), ("30万", 10000), ("405629人", 1), ("两个", 1), ("0.7539万", 1)],
    ids=str,
)
def test_the_grain_of_a_figure_is_one_step_in_its_last_stated_digit(stated: str, step: int) -> None:
    assert grain(Fact(Decimal(1), "人", figure("x", 1, stated=stated))) == step


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1729, 2008, "86.1"), (89, 2008, "4.4"), (1, 8, "12.5"), (8684, 369200, "2.4"), (3, 1000, "0.30"), (0, 5, "0.0")],
    ids=str,
)
def test_percentages_have_one_decimal_or_two_digits(part: int, whole: int, shown: str) -> None:
    assert str(percent(Fact(Decimal(part), "人"), Fact(Decimal(whole), "人")).value) == shown


@pytest.mark.parametrize(
    ("value", "rounded"), [("34269.93", 34300), ("0", 0), ("1790.4", 1790), ("9.996", 10)], ids=str
)
def test_quotients_are_rounded_to_three_significant_digits(value: str, rounded: int) -> None:
    assert significant(Decimal(value), 3) == rounded


@pytest.mark.parametrize(
    ("part_exact", "whole_exact", "whole", "exact"),
    [(True, True, 4, True), (False, True, 4, False), (True, False, 4, False), (True, True, 3, False)],
)
def test_a_percentage_is_exact_only_where_its_terms_and_its_digits_are(
    part_exact: bool, whole_exact: bool, whole: int, exact: bool
) -> None:
    part, of = Fact(Decimal(1), "人", exact=part_exact), Fact(Decimal(whole), "人", exact=whole_exact)
    assert percent(part, of).exact == exact


def test_how_far_a_sum_is_from_a_stated_total_is_said_in_the_digits_of_the_total() -> None:
    stated = figure("w", 839000, bound="over", stated="83.9万余人")
    whole = Fact(stated.value, "人", stated, False)
    parts = Fact(Decimal(425300), "人", None, True, "+", (whole, whole))
    assert (apart(whole, parts).value, apart(parts, whole).value) == (414000, 414000)


def test_groups_and_selections_keep_their_order() -> None:
    both = view("bars", named("甲", "A", "b"), ("a",), select={"indicator": "pumps"})
    assert [figure.id for figure in exhibit(both, catalog(FIGURES)).figures] == ["b", "a", "n", "near"]


def test_a_whole_of_zero_has_no_shares() -> None:
    drawn = view("bars", "ab", whole="none")
    empty: tuple[Figure, ...] = (*FIGURES, figure("none", 0))
    assert "share" not in facts(exhibit(drawn, catalog(empty, [drawn])))


def test_a_product_has_the_unit_of_its_last_part_and_is_exact_where_all_are() -> None:
    pumps, power = Fact(Decimal(4), "个"), Fact(Decimal("2.5"), "千瓦")
    near = Fact(Decimal(4), "个", exact=False)
    assert product((pumps, power)) == Fact(Decimal("10.0"), "千瓦", None, True, "×", (pumps, power))
    assert product((near, power)) == Fact(Decimal("10.0"), "千瓦", None, False, "×", (near, power))


@pytest.mark.parametrize(
    ("left", "right", "value", "exact"),
    [
        (Fact(Decimal(10), "元"), Fact(Decimal(4), "户"), "2.50", True),
        (Fact(Decimal(10), "元"), Fact(Decimal(3), "户"), "3.33", False),
        (Fact(Decimal(10), "元", exact=False), Fact(Decimal(4), "户"), "2.50", False),
        (Fact(Decimal(10), "元"), Fact(Decimal(4), "户", exact=False), "2.50", False),
    ],
    ids=str,
)
def test_a_quotient_is_exact_where_both_sides_and_three_digits_are(
    left: Fact, right: Fact, value: str, exact: bool
) -> None:
    assert quotient(left, right) == Fact(Decimal(value), "元", None, exact, "÷", (left, right))
