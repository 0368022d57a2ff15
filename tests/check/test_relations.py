"""Relations are evaluated exactly, and their verdict says how far the printed digits let them agree."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from gongshi.check import relations
from gongshi.read.collection import Relation, Term
from gongshi.read.values import Figure, Text
from tests.drawn import HERE, catalog, figure
from tests.publication import Site

TREES = "datasets/trees/datapackage.yaml"
A, B, C = figure("a", 12000, stated="1.2万人"), figure("b", 18000, stated="1.8万人"), figure("c", 30000, stated="3万人")
Side = tuple[Term, ...]


def related(left: Side, sign: str, right: Side = (), **more: object) -> Relation:
    declared = Relation(
        "it", "trees", Text("关系", "Relation"), left, sign, right, (), Decimal(0), "disclose", Text("", ""), HERE
    )
    return replace(declared, **more)  # type: ignore[arg-type]


def verdicts(relation: Relation, *figures: Figure) -> list[tuple[Fraction, Fraction, str]]:
    found = relations.findings(catalog(figures, relations=[relation]))
    return [(finding.left.value, finding.right.value, finding.verdict) for finding in found]


def sides(*names: str) -> Side:
    return tuple(map(Term, names))


@pytest.mark.parametrize(
    ("values", "sign", "total", "verdict"),
    [
        (("405629", "57532"), "equal", "463161", "holds"),
        (("405629", "57532"), "equal", "463160", "fails"),
        (("1.2万", "1.8万"), "equal", "3万", "holds"),
        (("1.2万", "1.8万"), "equal", "3.1万", "rounding"),
        (("1.2万", "1.8万"), "equal", "3.2万", "fails"),
        (("12000", "18030"), "equal", "3.0万", "rounding"),
        (("6000", "7539"), "at-most", "20539", "holds"),
        (("6000", "7539"), "at-most", "13539", "holds"),
        (("6000", "7540"), "at-most", "13539", "fails"),
        (("6000", "7540"), "at-most", "1.35万", "rounding"),
        (("6000", "7539"), "at-least", "13539", "holds"),
        (("6000", "7538"), "at-least", "13539", "fails"),
        (("6000", "7539"), "part", "13538", "fails"),
    ],
)
def test_the_verdict_follows_from_the_printed_digits(
    values: tuple[str, str], sign: str, total: str, verdict: str
) -> None:
    figures = [
        figure(name, int(Decimal(text.rstrip("万")) * (10**4 if "万" in text else 1)), stated=f"{text}人")
        for name, text in zip("abc", (*values, total), strict=True)
    ]
    ((_, _, found),) = verdicts(related(sides("a", "b"), sign, sides("c")), *figures)
    assert found == verdict


def test_a_figure_with_an_open_end_is_not_said_to_break_a_limit() -> None:
    over = replace(A, bound="over", stated="1.2万余人")
    assert verdicts(related(sides("a"), "equal", sides("c")), over, C) == [(12000, 30000, "rounding")]
    assert verdicts(related(sides("c"), "at-most", sides("a")), over, C) == [(30000, 12000, "rounding")]


def test_a_disagreement_that_the_documents_speak_of_is_explained() -> None:
    said = Text("文件没有说明。", "The document does not say.")
    assert verdicts(related(sides("a"), "equal", sides("c"), explanation=said), A, C) == [(12000, 30000, "explained")]


def test_a_tolerance_is_added_to_what_the_digits_leave_open() -> None:
    exact = [figure("a", 100, stated="100人"), figure("b", 103, stated="103人")]
    assert verdicts(related(sides("a"), "equal", sides("b"), tolerance=Decimal(2)), *exact) == [(100, 103, "fails")]
    assert verdicts(related(sides("a"), "equal", sides("b"), tolerance=Decimal(3)), *exact) == [(100, 103, "rounding")]
    assert verdicts(related(sides("b"), "at-most", sides("a"), tolerance=Decimal(3)), *exact) == [
        (103, 100, "rounding")
    ]


def test_terms_are_multiplied_and_divided_by_figures_and_numbers() -> None:
    loan, homes, cap = figure("m", 86840000, "money", stated="8684万元"), figure("h", 2534, "homes"), Decimal(50000)
    average = Term("m", over=("h",))
    assert verdicts(related((average,), "at-most", (Term(number=cap),)), loan, homes) == [
        (Fraction(86840000, 2534), 50000, "holds")
    ]
    pumps = (figure("n", 4, "pumps"), figure("k", 5, "pump-power"), figure("p", 30, "power"))
    assert verdicts(related((Term("n", times=("k",)),), "equal", sides("p")), *pumps) == [(20, 30, "fails")]
    most = Term("c", times=(Decimal("0.6"),))
    assert verdicts(related((most,), "equal", sides("a")), C, A) == [(18000, 12000, "fails")]


def test_nothing_is_divided_by_zero() -> None:
    assert verdicts(related((Term("a", over=("z",)),), "at-most", sides("c")), A, C, figure("z", 0, "homes")) == []


def test_a_conflict_never_holds_and_keeps_all_its_values() -> None:
    relation = related(sides("a", "b", "c"), "conflict")
    (finding,) = relations.findings(catalog([A, B, C], relations=[relation]))
    assert (finding.holds, finding.verdict, finding.difference) == (False, "fails", -6000)
    assert [one.id for one in finding.figures] == ["a", "b", "c"]


def test_a_relation_is_repeated_for_every_period_that_its_left_side_has() -> None:
    homes = [figure(f"h{year}", 10, "homes", year=year) for year in (2016, 2017, 2018)]
    people = [figure(f"p{year}", count, "people", year=year) for year, count in ((2016, 30), (2017, 9))]
    relation = related(
        (Term(select={"indicator": "homes"}),), "at-most", (Term(select={"indicator": "people"}),), each=("period",)
    )
    found = relations.findings(catalog([*homes, *people], relations=[relation]))
    assert [(finding.id, finding.verdict) for finding in found] == [
        ("it-2016-01-01-2016-12-31", "holds"),
        ("it-2017-01-01-2017-12-31", "fails"),
    ]


def test_the_areas_within_an_area_are_added_up() -> None:
    parts = [figure("x", 5, area="999998"), figure("y", 7, area="999999")]
    whole = figure("z", 11, area="999900")
    relation = related(
        (Term(select={"indicator": "people", "within": "999900"}),),
        "at-most",
        (Term(select={"indicator": "people", "area": "999900"}),),
    )
    assert verdicts(relation, *parts, whole) == [(12, 11, "fails")]


def test_a_relation_that_is_repeated_for_areas_compares_each_with_the_areas_within_it() -> None:
    parts = [figure("x", 5, area="999998"), figure("y", 7, area="999999")]
    relation = related(
        (Term(select={"indicator": "people"}),),
        "equal",
        (Term(select={"indicator": "people", "within": "*"}),),
        each=("area",),
    )
    found = relations.findings(catalog([*parts, figure("z", 11, area="999900")], relations=[relation]))
    assert [(one.id, one.left.value, one.right.value, one.verdict) for one in found] == [("it-999900", 11, 12, "fails")]


def test_figures_of_a_scope_are_chosen_only_where_the_scope_is_named() -> None:
    plain, scoped = figure("a", 5), replace(figure("b", 7), scope=("schools",))
    for scope, expected in (({}, 5), ({"scope": "schools"}, 7), ({"scope": "*"}, 12)):
        relation = related((Term(select={"indicator": "people", **scope}),), "at-most", (Term(number=Decimal(100)),))
        assert [left for left, _, _ in verdicts(relation, plain, scoped)] == [expected]


def test_a_relation_that_must_hold_and_does_not_is_an_error(site: Site) -> None:
    site.replace(TREES, "is: equal", "is: equal\n    policy: hold")
    assert site.faults() == []
    site.replace("datasets/trees/figures.csv", ",30000,exact,3万个", ",10000,exact,1万个")
    assert ("relation-broken", TREES, 14, None) in site.faults()


def test_a_share_and_a_part_say_which_whole_numbers_the_total_can_be() -> None:
    part, share = figure("d", 64, "homes", stated="64户"), figure("r", 52, "survival", stated="52%")
    relation = related((Term("d", over=("r",)),), "whole")
    (finding,) = relations.findings(catalog([part, share], relations=[relation]))
    assert (finding.verdict, list(finding.left.wholes)) == ("rounding", [122, 123, 124])
    few = figure("d", 3, "homes", stated="3户")
    (finding,) = relations.findings(catalog([few, replace(share, value=Decimal(52))], relations=[relation]))
    assert (finding.verdict, list(finding.left.wholes)) == ("fails", [])
