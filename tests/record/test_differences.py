"""The difference between two states, applied to the old one, gives the new one exactly."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.read import canonical
from gongshi.read.frozen import Rows, rows
from gongshi.read.history import Counts
from gongshi.record.differences import Change, Difference, apply, differences

COLUMNS = ("id", "value", "note", "unit")
cells = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=4)


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """A table with random columns and rows, in any order."""
    columns = ("id", *draw(st.lists(st.sampled_from(COLUMNS[1:]), unique=True)))
    keys = draw(st.lists(st.text("abc", min_size=1, max_size=2), unique=True, max_size=6))
    return Rows("id", columns, {key: {"id": key, **{c: draw(cells) for c in columns[1:]}} for key in keys})


states = st.dictionaries(st.sampled_from(["a.csv", "b.csv", "c.csv"]), tables())


def written(state: Mapping[str, Rows]) -> Mapping[str, str]:
    """Every table as it would be published."""
    return {
        path: canonical.lines([table.columns, *(tuple(row.values()) for row in table.rows.values())])
        for path, table in sorted(state.items())
    }


@given(states, states)
def test_the_difference_applied_to_the_old_state_gives_the_new_one_to_the_letter(
    old: Mapping[str, Rows], new: Mapping[str, Rows]
) -> None:
    assert written(apply(differences(old, new), old)) == written(new)


@given(states)
def test_a_state_does_not_differ_from_itself(state: Mapping[str, Rows]) -> None:
    assert differences(state, dict(state)) == ()


def table(text: str) -> Mapping[str, Rows]:
    return {"t.csv": rows(text.encode(), "id")}


def test_a_difference_names_rows_added_changed_and_gone() -> None:
    (found,) = differences(table("id,v\na,1\nb,2\nc,3\n"), table("id,v\nb,20\nc,3\nd,4\n"))
    assert found == Difference(
        path="t.csv",
        key="id",
        columns=("id", "v"),
        order=("b", "c", "d"),
        added=({"id": "d", "v": "4"},),
        changed=(Change("b", "v", "2", "20"),),
        gone=({"id": "a", "v": "1"},),
    )
    assert found.counts == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("id,v\na,1\n", "id,v,w\na,1,2\n", (Change("a", "w", "", "2"),)),
        ("id,v,w\na,1,2\n", "id,v\na,1\n", (Change("a", "w", "2", ""),)),
        ("id,v,w\na,1,2\n", "id,w,v\na,2,1\n", ()),
        ("v,id\n1,a\n", "v,id\n2,a\n", (Change("a", "v", "1", "2"),)),
    ],
    ids=["a column more", "a column less", "columns in another order", "a key that is not the first column"],
)
def test_columns_are_compared_by_their_names(old: str, new: str, changed: tuple[Change, ...]) -> None:
    (found,) = differences(table(old), table(new))
    assert (found.added, found.changed, found.gone) == ((), changed, ())
