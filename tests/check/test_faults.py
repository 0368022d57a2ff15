"""Every broken publication of faults.py gives exactly the problems that stand there, and no others."""

import pytest

from gongshi.errors import LANGUAGES, Problem
from tests.check.faults import FAULTS
from tests.check.faults.harmless import HARMLESS
from tests.check.faults.making import (
    AREAS,
    COMMITMENTS,
    FIGURES,
    FRONT,
    INDICATORS,
    SOURCES,
    TREES,
    Fault,
    all_of,
    cell,
    line,
    swap,
)
from tests.check.faults.trying import problems_of
from tests.publication import Site


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_broken_publication_gives_exactly_these_problems(fault: Fault) -> None:
    problems = problems_of(fault)
    found = [(p.code, file_of(p), row_of(p, fault), p.place.cell) for p in problems]
    assert sorted(found, key=str) == sorted(fault.expected, key=str)
    assert [p.code for p in problems for language in LANGUAGES if not is_sentence(p, language)] == []


def file_of(problem: Problem) -> str:
    """The file where it stands; what a release keeps is named after its hash, which is no matter here."""
    folder = "releases/objects/"
    return f"{folder}**" if problem.place.file.startswith(folder) else problem.place.file


def row_of(problem: Problem, fault: Fault) -> int | None:
    """The row where it stands; the line of a page that was made is the theme's affair."""
    made = fault.by == "build" and problem.place.file.endswith(".html")
    return None if made else problem.place.row


def test_every_fault_has_a_name_of_its_own() -> None:
    names = [fault.name for fault in FAULTS]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def is_sentence(problem: Problem, language: str) -> bool:
    """Whether message and mend are there, with nothing left to fill in."""
    texts = (problem.message(language), problem.mend(language))
    return all(text.strip() and "$" not in text for text in texts)


@pytest.mark.parametrize("harmless", HARMLESS, ids=str)
def test_what_does_no_harm_is_not_reported(site: Site, harmless: Fault) -> None:
    harmless.change(site)
    assert site.problems() == ()


def test_ten_faults_at_once_are_all_reported_in_order_of_place(site: Site) -> None:
    all_of(
        swap("content/zh/articles/trees.md", "{chart:trees/by-year}", "{chart:trees/by-month}"),
        cell(AREAS, 3, "level", "town"),
        cell(COMMITMENTS, 2, "answer", "trees-2019"),
        cell(INDICATORS, 3, "per", "校"),
        cell(SOURCES, 2, "sha256", "abc"),
        swap(TREES, "keywords: [种树]", "keyword: 种树\nkeywords: [种树]"),
        cell(FIGURES, 2, "value", "12,000"),
        cell(FIGURES, 3, "stated", "1.8万余人"),
        cell(FIGURES, 5, "locator", ""),
        swap(FRONT, "contact: 写信到示例信箱。\n", ""),
    )(site)
    assert site.faults() == [
        ("prose-unknown-chart", "content/zh/articles/trees.md", 8, None),
        ("cell-choice", AREAS, 3, "D3"),
        ("reference-unknown", COMMITMENTS, 2, "I2"),
        ("unit-unknown", INDICATORS, 3, "E3"),
        ("cell-pattern", SOURCES, 2, "P2"),
        ("descriptor-unknown", TREES, 7, None),
        ("cell-number", FIGURES, 2, "I2"),
        ("stated-unit", FIGURES, 3, "K3"),
        ("locator-missing", FIGURES, 5, "N5"),
        ("descriptor-missing", FRONT, 1, None),
    ]


AGAIN = (
    "trees-again,trees-planted,999999,,2017-01-01,2017-12-31,stated,actual,11000,exact,1.1万个,final,plan-2018,(二),"
)
CONFLICT = """  - id: two
    title: 两个数
    title_en: Two figures
    left: [trees-2017, trees-again]
    is: conflict
    explanation: 文件没有说明。
    explanation_en: The document does not say.
"""


def conflicting(site: Site, relation: str, drawn: str) -> None:
    """Declare a conflict; what is in it may stand in no ordinary chart, so the chart draws one figure only."""
    chart = swap(TREES, "figures: [trees-2017, trees-2018]", f"figures: [{drawn}]")
    all_of(line(FIGURES, AGAIN), chart, swap(TREES, "views:\n", f"{relation}views:\n"))(site)


def test_a_declared_conflict_lets_two_figures_of_the_same_thing_stand(site: Site) -> None:
    conflicting(site, CONFLICT, "trees-2018")
    assert site.problems() == ()


def test_a_conflict_of_others_does_not_lift_the_fault(site: Site) -> None:
    conflicting(site, CONFLICT.replace("trees-2017", "trees-2018"), "trees-2017")
    assert site.faults() == [("figure-double", FIGURES, 6, "B6")]
