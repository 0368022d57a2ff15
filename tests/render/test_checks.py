"""The results of all checks are one table, with the arithmetic as it stands on the pages."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongshi.check import relations
from gongshi.read.collection import Relation, Term
from gongshi.read.rules import EMPTY, Order
from gongshi.read.values import Text
from gongshi.render import checks
from tests.drawn import HERE, catalog, figure, words

WORDS = {language: words(language) for language in ("zh", "en")}
A, B, C = (
    figure("a", 12000, stated="1.2万人"),
    figure("b", 18000, stated="1.8万人"),
    figure("c", 31000, stated="3.1万人"),
)
ORDER = Order("order", "chain", Text("次序", "Order"), ("homes", "people"), (), True, "算术", HERE)


def related(left: tuple[Term, ...], sign: str, right: tuple[Term, ...] = (), **more: object) -> Relation:
    made = Relation(
        "it", "trees", Text("关系", "Relation"), left, sign, right, (), Decimal(0), "disclose", Text("", ""), HERE
    )
    return replace(made, **more)  # type: ignore[arg-type]


def rows(*declared: Relation, order: Order | None = None) -> list[dict[str, str]]:
    made = catalog([A, B, C, figure("h", 13000, "homes", stated="13000户")], relations=declared)
    made = replace(made, profile=replace(EMPTY, orders=(order,) if order else ()))
    sheet = checks.sheet(made, relations.findings(made), WORDS)
    return [dict(zip(sheet.names, row, strict=True)) for row in sheet.rows]


def test_a_check_stands_with_both_sides_its_verdict_and_its_arithmetic() -> None:
    said = Text("文件没有说明。", "Not explained.")
    assert rows(related((Term("a"), Term("b")), "at-most", (Term("h"),), explanation=said)) == [
        {
            "id": "it",
            "declared": "declared",
            "title": "关系",
            "title_en": "Relation",
            "dataset": "trees",
            "area": "999999",
            "period": "2017-01-01/2017-12-31",
            "left": "30000",
            "sign": "at-most",
            "right": "13000",
            "difference": "17000",
            "unit": "户",
            "verdict": "explained",
            "arithmetic": "1.2万人 + 1.8万人 = 3万户 > 1.3万户",
            "arithmetic_en": "12,000 people + 18,000 people = 30,000 households > 13,000 households",
            "explanation": "文件没有说明。",
            "explanation_en": "Not explained.",
            "figures": "a b h",
        }
    ]


@pytest.mark.parametrize(
    ("relation", "arithmetic", "sides"),
    [
        (
            related((Term("a"), Term("b")), "equal", (Term("c"),)),
            "1.2万人 + 1.8万人 = 3万人 ≈ 3.1万人",
            ("30000", "31000", "-1000"),
        ),
        (
            related((Term("b"),), "equal", (Term("a"),), tolerance=Decimal(6000)),
            "1.8万人 ≈ 1.2万人（允许相差6000人）",
            ("18000", "12000", "6000"),
        ),
        (related((Term("a"), Term("b")), "conflict"), "1.8万人 − 1.2万人 = 6000人", ("12000", "18000", "-6000")),
        (related((Term("a", over=(Decimal(7),)),), "whole"), "1.2万人 ÷ 7 ≈ 1714人；合于印出位数的整数：1643、", None),
    ],
    ids=["rounding", "tolerance", "conflict", "whole"],
)
def test_the_arithmetic_of_every_kind_is_written_out(
    relation: Relation, arithmetic: str, sides: tuple[str, str, str] | None
) -> None:
    (row,) = rows(relation)
    assert row["arithmetic"][: len(arithmetic)] == arithmetic
    assert (row["left"], row["right"], row["difference"]) == (sides or (row["left"], "", ""))


def test_a_check_that_nobody_declared_says_so() -> None:
    (row,) = rows(order=replace(ORDER, ascending=("people", "homes")))[:1]
    assert (row["id"], row["declared"], row["title"]) == ("order-a-h", "general", "次序：种树人数、种树户数")
