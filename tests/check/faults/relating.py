"""Declared relations that name what is not there, or set beside each other what cannot be compared."""

from typing import Final

from tests.check.faults.making import TREES, Change, Fault, again, all_of, second_topic, swap
from tests.publication import TOPIC

RELATIONS: Final = TOPIC.partition("relations:\n")[2].partition("views:")[0].encode()
ONE: Final = "    left: [trees-2017, trees-2018]\n    is: equal\n    right: [trees-planned]\n"
# Where the one relation of the small topic begins; its problems stand there.
AT: Final = next(number for number, text in enumerate(TOPIC.splitlines(), start=1) if "id: trees-sum" in text)


def related(*lines: str) -> Change:
    """Put another claim in the place of the one that the small topic makes."""
    return swap(TREES, ONE, "".join(f"    {line}\n" for line in lines))


def fault(name: str, change: Change, code: str, moved: int = 0) -> Fault:
    """A fault of the relation, told some lines below its beginning."""
    return Fault(name, change, [(code, TREES, AT + moved, None)])


RELATING: Final = (
    Fault(
        "a relation of an unknown figure",
        swap(TREES, "left: [trees-2017, ", "left: [trees-2016, "),
        [("reference-unknown", TREES, 14, None)],
    ),
    Fault(
        "a relation of an unknown indicator",
        swap(TREES, "left: [trees-2017, trees-2018]", "left: [{indicator: trees-cut}]"),
        [("reference-unknown", TREES, 14, None)],
    ),
    Fault(
        "a relation of an unknown area",
        swap(TREES, "left: [trees-2017, trees-2018]", 'left: [{indicator: trees-planted, within: "100001"}]'),
        [("reference-unknown", TREES, 14, None)],
    ),
    Fault(
        "a relation that must hold and does not",
        related("left: [trees-2017]", "is: equal", "right: [trees-planned]", "policy: hold"),
        [("relation-broken", TREES, 14, None)],
    ),
    Fault(
        "a relation to an unknown total",
        swap(TREES, "right: [trees-planned]", "right: [trees-plan]"),
        [("reference-unknown", TREES, 14, None)],
    ),
    fault(
        "a relation that adds trees and money",
        swap(TREES, "left: [trees-2017, trees-2018]", "left: [trees-2017, tree-money-2018]"),
        "relation-units",
    ),
    fault(
        "a contradiction between trees and money",
        related("left: [trees-planned, tree-money-2018]", "is: conflict"),
        "relation-units",
    ),
    fault(
        "a sum of trees and money that must hold",
        related("left: [trees-2017, tree-money-2018]", "is: at-most", "right: [trees-planned]", "policy: hold"),
        "relation-units",
    ),
    fault(
        "a part that is added twice",
        swap(TREES, "left: [trees-2017, trees-2018]", "left: [trees-2017, trees-2017]"),
        "relation-double",
    ),
    fault(
        "a total that is a part of itself",
        swap(TREES, "right: [trees-planned]", "right: [trees-2018]"),
        "relation-double",
    ),
    fault(
        "a total among the figures that are chosen",
        related('left: [{indicator: trees-planted, area: "999999"}]', "is: equal", "right: [trees-planned]"),
        "relation-double",
    ),
    fault("a relation of nothing", related("left: []", "is: equal", "right: [trees-planned]"), "descriptor-value", 3),
    fault(
        "a relation without another side", related("left: [trees-2017, trees-2018]", "is: equal"), "descriptor-missing"
    ),
    fault("a figure that contradicts nothing", related("left: [trees-2017]", "is: conflict"), "descriptor-value", 3),
    fault(
        "two relations of one name in one description",
        again(TREES, lambda data: data.replace(b"relations:\n", b"relations:\n" + RELATIONS)),
        "id-double",
        len(RELATIONS.splitlines()),
    ),
    fault(
        "two relations of one name in two descriptions",
        all_of(
            second_topic(
                "ponds-2017,ponds-dug,999999,,2017-01-01,2017-12-31,stated,actual,3,exact,3个,final,plan-2018,(二),"
            ),
            again("datasets/ponds/datapackage.yaml", lambda data: data + b"relations:\n" + RELATIONS),
        ),
        "id-double",
    ),
)
