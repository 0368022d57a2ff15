"""No published figure changes without a word; the message brings the row that has to be written."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongshi.errors import Problem
from tests.check.faults.making import FIGURES, FRONT, INDICATORS, Change, all_of, cell, swap
from tests.publication import Site, publication
from tests.released import CORRECTIONS, first, release, second

WORDS = (
    "transcription",
    "抄错了",
    "Misread",
    "示例文件",
    "Example document",
    "总编辑",
    "Editor in chief",
    "2020-07-01",
)


def faults(site: Site) -> list[Problem]:
    return [problem for problem in site.problems() if problem.code == "correction-missing"]


def pasted(site: Site, problem: Problem) -> None:
    """Paste the row of the message into the ledger, its blanks filled in."""
    (row,) = csv.reader(io.StringIO(problem.mend("zh").split("\n", 1)[1]))
    words = iter(WORDS)
    filled = [next(words) if value.startswith("<") else value for value in row]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerow(filled)
    site.write(CORRECTIONS, (site.root / CORRECTIONS).read_text(encoding="utf-8") + buffer.getvalue())


CHANGES: tuple[tuple[str, Change, list[str]], ...] = (
    ("value", all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个")), ["value"]),
    ("bound", all_of(cell(FIGURES, 2, "bound", "about"), cell(FIGURES, 2, "stated", "约1.2万个")), ["bound"]),
    ("kind", cell(FIGURES, 2, "kind", "expected"), ["kind"]),
    ("status", cell(FIGURES, 2, "status", "provisional"), ["status"]),
    ("start", cell(FIGURES, 2, "period_start", "2017-02-01"), ["period_start"]),
    ("end", cell(FIGURES, 2, "period_end", "2017-11-30"), ["period_end"]),
    ("scope", cell(FIGURES, 2, "scope", "schools"), ["scope"]),
    ("area", cell(FIGURES, 2, "area", "100000"), ["area"]),
    (
        "unit",
        all_of(cell(INDICATORS, 3, "unit", "个"), cell(FIGURES, 5, "stated", "8684万个以上")),
        ["unit"],
    ),
)


@pytest.mark.parametrize(("change", "fields"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_a_changed_figure_needs_a_correction_and_the_pasted_row_is_one(
    site: Site, change: Change, fields: list[str]
) -> None:
    first(site)
    change(site)
    found = faults(site)
    assert [problem.details["field"] for problem in found] == fields
    for problem in found:
        pasted(site, problem)
    assert [p.code for p in site.problems() if p.code.startswith(("correction", "move", "edition"))] == []


@pytest.mark.parametrize(
    ("column", "value"), [("note", "附注"), ("locator", "(二)")], ids=["a note", "a place in the document"]
)
def test_words_beside_a_figure_may_change_freely(site: Site, column: str, value: str) -> None:
    first(site)
    cell(FIGURES, 2, column, value)(site)
    assert site.problems() == ()


def test_a_figure_that_is_gone_needs_a_stone_and_one_renamed_its_new_id(site: Site) -> None:
    first(site)
    swap(FIGURES, "tree-money-2018,", "tree-money-in-2018,")(site)
    (problem,) = faults(site)
    pasted(site, problem)
    assert site.problems() == ()
    swap(CORRECTIONS, "tree-money-2018,,", "tree-money-2018,tree-money-in-2018,")(site)
    assert site.problems() == ()


def test_a_correction_that_was_released_cannot_be_taken_back(site: Site) -> None:
    first(site)
    all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))(site)
    (problem,) = faults(site)
    pasted(site, problem)
    release(site, "2", "2020-07-01")
    second(site, "3", "2020-08-01")
    text = (site.root / CORRECTIONS).read_text(encoding="utf-8")
    site.write(CORRECTIONS, text.splitlines(keepends=True)[0])
    assert [problem.code for problem in site.problems()] == ["correction-missing"]


def test_a_released_edition_is_checked_as_it_was_and_must_not_change(site: Site) -> None:
    first(site)
    release(site, "2", "2020-07-01")
    assert site.problems() == ()
    cell(FIGURES, 2, "note", "后来加的话")(site)
    assert site.faults() == [("edition-released", FRONT, 22, None)]


digits = st.integers(1, 99999)


@given(st.lists(digits, min_size=2, max_size=2))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_values_change_each_is_asked_for_and_the_rows_suffice(
    tmp_path_factory: pytest.TempPathFactory, values: list[int]
) -> None:
    site = publication(tmp_path_factory.mktemp("edited"))
    first(site)
    for row, value in enumerate(values, start=2):
        all_of(
            cell(FIGURES, row, "value", str(value)),
            cell(FIGURES, row, "stated", f"{value}个"),
            cell(FIGURES, row, "bound", "exact"),
        )(site)
    for problem in faults(site):
        pasted(site, problem)
    assert [p.code for p in site.problems() if p.code.startswith("correction")] == []
