"""An id that leads nowhere is told with the known one that is nearest."""

import pytest

from gongshi.check.references import FEW, FIGURE, nearest, unknown
from gongshi.errors import Place, Problem

PLACE = Place("datasets/trees/figures.csv", 2, "source", "M2")


@pytest.mark.parametrize(
    ("id_", "near", "zh"),
    [
        ("trees-2017", ": trees-2018", "改成正确的编号：trees-2018；若它那一行被删掉了，请恢复。"),
        ("ponds", "", "改成正确的编号；若它那一行被删掉了，请恢复。"),
    ],
)
def test_the_nearest_known_id_is_proposed_where_there_is_one(id_: str, near: str, zh: str) -> None:
    problem = unknown(id_, ("money", "trees-2018"), FIGURE, PLACE)
    details = {"what": "数字", "what_en": "figure", "suggestion": near}
    assert problem == Problem("reference-unknown", PLACE, id_, details)
    assert problem.mend("zh") == zh


def test_among_very_many_names_none_is_looked_for() -> None:
    names = [f"name-{number}" for number in range(FEW)]
    assert (nearest("name-x1", names), nearest("name-x1", [*names, "one-more"])) == (": name-1", "")
