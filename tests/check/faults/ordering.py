"""Official figures that break what holds without being declared: spent more than paid out, parts above their whole."""

from typing import Final

from tests.check.faults.making import FIGURES, FRONT, INDICATORS, TREES, Change, Fault, again, all_of, line, swap
from tests.publication import HERE

RULES: Final = "schemas/rules.yaml"
# Where the first order of the shipped rules begins.
AT: Final = next(
    number
    for number, text in enumerate((HERE / RULES).read_text(encoding="utf-8").splitlines(), start=1)
    if "id: funds-in-order" in text
)
OFFICIAL: Final = swap(FRONT, "kind: compiled", "kind: official")
MONEY: Final = all_of(
    line(INDICATORS, "funds-paid,拨付资金,Paid out,元,,flow,,,拨付的钱。,Money paid out.,trees"),
    line(INDICATORS, "funds-spent,支出资金,Spent,元,,flow,,,支出的钱。,Money spent.,trees"),
)


def counted(id_: str, indicator: str, value: int, area: str = "999999") -> Change:
    """Add a figure of 2017 to the small topic."""
    unit = "元" if indicator.startswith("funds") else "个"
    dated = "2017-01-01,2017-12-31,stated,actual"
    return line(FIGURES, f"{id_},{indicator},{area},,{dated},{value},exact,{value}{unit},final,plan-2018,(二),")


ADVISED: Final = again(RULES, lambda data: data.replace(b'binds: "true"', b'binds: "false"'))
TOO_MUCH: Final = all_of(MONEY, counted("paid", "funds-paid", 100), counted("spent", "funds-spent", 101))
EXPLAINED: Final = (
    "relations:\n  - id: spent-and-paid\n    title: 支出与拨付\n    title_en: Spent and paid\n    left: [spent]\n"
    "    is: at-most\n    right: [paid]\n    explanation: 文件没有说明。\n    explanation_en: Not explained.\n"
)

ORDERING: Final = (
    Fault("more spent than paid out", all_of(OFFICIAL, TOO_MUCH), [("order-broken", FIGURES, 6, "I6")]),
    Fault(
        "more spent than paid out, where the rule only advises",
        all_of(OFFICIAL, TOO_MUCH, ADVISED),
        [("order-broken", FIGURES, 6, "I6")],
    ),
    Fault(
        "a county above its country",
        all_of(OFFICIAL, counted("country", "trees-planted", 11000, "100000")),
        [("order-broken", FIGURES, 6, "I6")],
    ),
    Fault(
        "an order of trees and money",
        swap(RULES, "ascending: [funds-spent,", "ascending: [trees-planted, tree-money, funds-spent,"),
        [("relation-units", RULES, AT, None)],
    ),
)
UNBROKEN: Final = (
    Fault("more spent than paid out, as compiled from others", TOO_MUCH, []),
    Fault(
        "more spent than paid out, with an explanation",
        all_of(OFFICIAL, TOO_MUCH, swap(TREES, "relations:\n", EXPLAINED)),
        [],
    ),
)
