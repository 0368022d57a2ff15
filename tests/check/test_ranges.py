"""What a printed number leaves open is carried through a calculation exactly."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.check import ranges
from gongshi.check.ranges import Range
from gongshi.read.values import Indicator, Text
from tests.drawn import HERE, figure

NOTHING = Text("", "")


def indicator(measure: str = "flow", per: tuple[str, ...] = ()) -> Indicator:
    return Indicator("people", NOTHING, "人", per, measure, NOTHING, NOTHING, "trees", HERE)


@pytest.mark.parametrize(
    ("value", "stated", "bound", "least", "most"),
    [
        ("839000", "83.9万人", "exact", 838500, 839500),
        ("384", "384个贫困村", "exact", 384, 384),
        ("405629", "405629人", "exact", 405629, 405629),
        ("20539", "2.0539万农村贫困人口", "exact", 20539, 20539),
        ("3692000000", "36.92億元", "exact", 3691500000, 3692500000),
        ("6.5", "6.5公里", "exact", Fraction("6.45"), Fraction("6.55")),
        ("1200000", "近120万人", "nearly", 1190000, 1200000),
        ("1000", "1000元左右", "about", 999, 1001),
        ("29000000", "2900余万元", "over", 29000000, None),
        ("6000", "6000元以上", "at_least", 6000, None),
        ("5", "5个以内", "at_most", 0, 5),
        ("60", "不到60个", "below", 0, 60),
    ],
)
def test_a_figure_stands_for_what_its_print_leaves_open(
    value: str, stated: str, bound: str, least: Fraction, most: Fraction | None
) -> None:
    found = ranges.of(replace(figure("a", value, stated=stated), bound=bound), indicator())
    assert (found.value, found.least, found.most) == (Fraction(value), least, most)


@pytest.mark.parametrize(("measure", "per"), [("ratio", ()), ("flow", ("户",)), ("limit", ())])
def test_a_rate_or_an_average_is_rounded_to_its_last_digit(measure: str, per: tuple[str, ...]) -> None:
    found = ranges.of(figure("a", 52, stated="52%"), indicator(measure, per))
    assert (found.least, found.most) == (Fraction("51.5"), Fraction("52.5"))


def test_a_standard_is_the_limit_itself() -> None:
    found = ranges.of(replace(figure("a", 50000, stated="5万元以下"), bound="at_most", kind="standard"), indicator())
    assert found.exact
    assert found.value == 50000


AMOUNTS = st.fractions(min_value=0, max_value=10**9, max_denominator=1000)


@st.composite
def spans(draw: st.DrawFn) -> Range:
    least, value, most = sorted(draw(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS)))
    return Range(value, least, draw(st.sampled_from([most, None])))


def inside(span: Range, share: Fraction) -> Fraction:
    """Some value that a range can stand for."""
    most = span.least + 10**6 if span.most is None else span.most
    return span.least + (most - span.least) * share


@given(spans(), spans(), st.fractions(0, 1), st.fractions(0, 1))
def test_what_two_ranges_can_stand_for_lies_in_their_sum_product_and_quotient(
    left: Range, right: Range, first: Fraction, second: Fraction
) -> None:
    a, b = inside(left, first), inside(right, second)
    results = [(left + right, a + b), (left * right, a * b)]
    if right.value and b:
        results.append((left / right, a / b))
    for span, value in results:
        assert span.least <= value
        assert span.most is None or value <= span.most
        assert span.least <= span.value


@given(spans(), spans())
def test_two_ranges_meet_where_some_value_lies_in_both(left: Range, right: Range) -> None:
    least = max(left.least, right.least)
    shared = all(span.most is None or least <= span.most for span in (left, right))
    assert left.meets(right) is right.meets(left) is shared


def test_a_number_of_a_declaration_is_exactly_itself() -> None:
    assert ranges.number(Decimal("0.1")) == Range(Fraction(1, 10), Fraction(1, 10), Fraction(1, 10))
