"""What holds between figures of any publication is asked for without being declared."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.check import general, relations
from gongshi.check.ranges import grain
from gongshi.read.collection import Catalog, Relation, Term
from gongshi.read.rules import EMPTY, Order
from gongshi.read.values import Figure, Text
from tests.check.faults.making import all_of
from tests.check.faults.ordering import ADVISED, OFFICIAL, TOO_MUCH
from tests.drawn import HERE, catalog, figure
from tests.publication import Site

PARTS = Order("parts", "parts", Text("各地合计", "Areas within"), (), ("pumps",), True, "算术", HERE)
CHAIN = Order("order", "chain", Text("次序", "Order"), ("homes", "people", "foresters"), (), True, "算术", HERE)
CITY, NEXT, COUNTY = "999900", "999998", "999999"


def drawn(figures: Iterable[Figure], *orders: Order, declared: Iterable[Relation] = ()) -> Catalog:
    return replace(catalog(figures, relations=declared), profile=replace(EMPTY, orders=orders))


def found(figures: Iterable[Figure], *orders: Order) -> list[tuple[str, str, str]]:
    return [(f.id, str(f.difference), f.verdict) for f in relations.findings(drawn(figures, *orders))]


def at_most(left: tuple[str, ...], right: str, explained: str = "", sign: str = "at-most") -> Relation:
    sides = tuple(map(Term, left)), sign, (Term(right),)
    said = Text(explained, explained)
    return Relation("said", "trees", Text("关系", "Relation"), *sides, (), Decimal(0), "disclose", said, HERE)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"homes": 3, "people": 9}, [("order-homes-people", "-6", "holds")]),
        ({"homes": 9, "people": 9}, [("order-homes-people", "0", "holds")]),
        ({"homes": 10, "people": 9}, [("order-homes-people", "1", "fails")]),
        ({"homes": 10, "foresters": 9}, [("order-homes-foresters", "1", "fails")]),
        (
            {"foresters": 12, "homes": 10, "people": 9},
            [("order-homes-people", "1", "fails"), ("order-people-foresters", "-3", "holds")],
        ),
        ({"homes": 10, "pumps": 9}, []),
        ({"people": 10}, []),
    ],
    ids=str,
)
def test_each_step_of_a_chain_is_at_most_the_next_that_is_there(
    counts: dict[str, int], expected: list[tuple[str, str, str]]
) -> None:
    assert found([figure(name, value, name) for name, value in counts.items()], CHAIN) == expected


@pytest.mark.parametrize(
    "other",
    [
        {"area": NEXT},
        {"scope": ("schools",)},
        {"kind": "target"},
        {"period_start": date(2016, 1, 1)},
        {"period_end": date(2018, 12, 31)},
    ],
    ids=str,
)
def test_figures_of_another_case_are_not_compared(other: dict[str, object]) -> None:
    assert found([figure("a", 10, "homes"), figure("b", 9, "people", **other)], CHAIN) == []


def test_bound_words_are_taken_into_account() -> None:
    loose = figure("b", 9, "people", bound="over", stated="9余人")
    assert found([figure("a", 10, "homes"), loose], CHAIN) == [("order-a-b", "1", "rounding")]


@pytest.mark.parametrize(
    ("parts", "whole", "verdict"),
    [((3, 4), 8, "holds"), ((3, 5), 8, "holds"), ((4, 5), 8, "fails"), ((9,), 8, "fails"), ((), 8, None)],
    ids=str,
)
def test_the_areas_within_an_area_are_at_most_the_area(parts: tuple[int, ...], whole: int, verdict: str | None) -> None:
    codes = zip((NEXT, COUNTY), parts, strict=False)
    figures = [figure("w", whole, area=CITY), *(figure(f"p{code}", part, area=code) for code, part in codes)]
    expected = [("parts-w", str(sum(parts) - whole), verdict)] if verdict else []
    assert found(figures, PARTS) == expected


@pytest.mark.parametrize(
    ("indicator", "more"),
    [
        ("survival", {}),
        ("grant", {}),
        ("pump-power", {}),
        ("grant-cap", {"kind": "standard"}),
        ("pumps", {}),
        ("people", {"scope": ("schools",)}),
        ("people", {"kind": "standard"}),
    ],
    ids=str,
)
def test_what_cannot_be_added_up_over_areas_is_not(indicator: str, more: dict[str, object]) -> None:
    assert found([figure("w", 1, indicator, area=CITY, **more), figure("p", 2, indicator, **more)], PARTS) == []


def test_an_area_without_a_figure_is_seen_through_and_one_with_a_figure_stands_for_those_below() -> None:
    made = drawn([figure("w", 5, area="999000"), figure("p", 6)], PARTS)
    above = replace(made.areas[CITY], code="999000")
    areas = {**made.areas, "999000": above, CITY: replace(made.areas[CITY], parent="999000")}
    (finding,) = relations.findings(replace(made, areas=areas))
    assert (finding.id, finding.verdict) == ("parts-w", "fails")
    between = {**made.figures, "c": figure("c", 4, area=CITY)}
    told = relations.findings(replace(made, areas=areas, figures=between))
    assert [(f.id, f.relation.terms, f.verdict) for f in told] == [
        ("parts-w", ("c",), "holds"),
        ("parts-c", ("p",), "fails"),
    ]


def test_of_a_place_that_is_given_twice_the_smaller_number_counts() -> None:
    figures = [figure("w", 5, area=CITY), figure("p", 9), figure("q", 4)]
    (finding,) = relations.findings(drawn(figures, PARTS))
    assert (finding.relation.terms, finding.verdict) == (("q",), "holds")


def test_areas_in_a_circle_are_no_parts_of_each_other() -> None:
    made = drawn([figure("a", 1), figure("b", 2, area=NEXT)], PARTS)
    circle = {code: replace(area, parent=COUNTY if code == NEXT else NEXT) for code, area in made.areas.items()}
    assert {f.id for f in relations.findings(replace(made, areas=circle))} == {"parts-a", "parts-b"}
    alone = {**circle, COUNTY: replace(circle[COUNTY], parent=COUNTY)}
    assert relations.findings(replace(made, areas=alone, figures={"a": figure("a", 1)})) == ()


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (at_most(("a",), "b", "文件没有说明。"), [("said", "explained")]),
        (at_most(("a",), "b"), [("said", "fails"), ("order-a-b", "fails")]),
        (at_most(("b",), "a"), [("said", "holds")]),
        (at_most(("b",), "a", sign="at-least"), [("said", "fails"), ("order-a-b", "fails")]),
        (at_most(("a",), "c", "文件没有说明。"), [("said", "explained"), ("order-a-b", "fails")]),
    ],
    ids=["explained", "unexplained", "reversed", "the other way", "other figures"],
)
def test_a_declared_relation_between_the_same_figures_may_explain(
    relation: Relation, told: list[tuple[str, str]]
) -> None:
    figures = [figure("a", 10, "homes"), figure("b", 9, "people"), figure("c", 8)]
    made = drawn(figures[: 3 if relation.total == "c" else 2], replace(CHAIN, ascending=("homes", "people")))
    if relation.total == "c":
        made = replace(made, figures={**made.figures, "c": figure("c", 8, "pumps")})
    topic = replace(made.datasets[0], relations=(relation,))
    assert [(f.id, f.verdict) for f in relations.findings(replace(made, datasets=(topic,)))] == told


@pytest.mark.parametrize(
    ("kind", "binds", "policy"),
    [
        ("official", True, "hold"),
        ("official", False, "advise"),
        ("compiled", True, "disclose"),
        ("compiled", False, "disclose"),
    ],
)
def test_a_breach_stops_an_official_publication_where_the_rule_binds(kind: str, binds: bool, policy: str) -> None:
    made = drawn([figure("a", 1, "homes"), figure("b", 2)], replace(CHAIN, binds=binds))
    made = replace(made, publication=replace(made.publication, kind=kind))
    assert [relation.policy for relation in general.relations(made)] == [policy]


def test_a_breach_of_what_only_advises_is_a_warning(site: Site) -> None:
    all_of(OFFICIAL, TOO_MUCH)(site)
    assert [(p.code, p.severity) for p in site.problems()] == [("order-broken", "error")]
    ADVISED(site)
    assert [(p.code, p.severity) for p in site.problems()] == [("order-broken", "warning")]


BOUNDS = st.sampled_from(["exact", "about", "nearly", "below", "over", "at_least", "at_most"])


@given(
    st.lists(st.integers(0, 10**9), min_size=2, max_size=2),
    st.integers(0, 10**9),
    st.lists(BOUNDS, min_size=3, max_size=3),
)
def test_parts_that_come_to_no_more_than_the_whole_are_never_a_breach(
    parts: list[int], rest: int, bounds: list[str]
) -> None:
    """Whatever the bound words: a breach is only told where no reading of the printed numbers is free of it."""
    values = [*parts, sum(parts) + rest]
    figures = [
        figure(name, value, area=area, bound=bound, stated=f"{value}人")
        for name, value, area, bound in zip("pqw", values, (NEXT, COUNTY, CITY), bounds, strict=True)
    ]
    assert [f.verdict for f in relations.findings(drawn(figures, PARTS))] == ["holds"]


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=2), st.integers(0, 4), st.integers(0, 4))
def test_what_rounding_alone_puts_above_the_whole_is_no_breach(parts: list[int], down: int, places: int) -> None:
    """True counts whose parts make the whole, each printed in 万 with some decimals, can always be true together."""
    step = Decimal(10) ** -(places if down else 4)
    figures = []
    for name, value, area in zip("pqw", (*parts, sum(parts)), (NEXT, COUNTY, CITY), strict=True):
        printed = (Decimal(value) / 10**4).quantize(step)
        figures.append(figure(name, f"{printed * 10**4:f}", area=area, stated=f"{printed}万人"))
        assert grain(figures[-1]) == (step * 10**4).normalize()
    assert [f.verdict for f in relations.findings(drawn(figures, PARTS)) if not f.holds] == []
