"""Citations: three forms of one work, each with the edition and an address that holds."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.render.citations import Citation, Work, bibtex, citation

ZH: Final = Work(
    kind="figure",
    id="trees-2018",
    title="示例县，种树棵数，1.8万余个（2018年）",
    within="示例县公开数据",
    author="示例县编辑组",
    edition="第2期",
    number="2",
    issued=date(2020, 7, 1),
    address="urn:gongshi:figure:trees-2018",
    language="zh",
)
EN: Final = replace(
    ZH,
    title="Example County, trees planted: over 18,000 (2018)",
    within="Open figures of Example County",
    author="The editors of Example County",
    edition="edition 2",
    address="https://data.example.org/open/en/areas/999999/trees/#trees-2018",
    language="en",
)


def test_a_figure_is_cited_in_chinese() -> None:
    assert citation(ZH) == Citation(
        accessed="[引用日期]",
        gbt7714="示例县编辑组. 示例县，种树棵数，1.8万余个（2018年）[DS/OL]. 示例县公开数据, 第2期 "
        "(2020-07-01)[引用日期]. urn:gongshi:figure:trees-2018.",
        apa="示例县编辑组. (2020). 示例县，种树棵数，1.8万余个（2018年）（第2期）[数据集]. 示例县公开数据. "
        "urn:gongshi:figure:trees-2018",
        bibtex="@misc{gongshi-figure-trees-2018-2,\n"
        "  author = {{示例县编辑组}},\n"
        "  title = {{示例县，种树棵数，1.8万余个（2018年）}},\n"
        "  howpublished = {示例县公开数据},\n"
        "  version = {2},\n"
        "  year = {2020},\n"
        "  month = {7},\n"
        "  day = {1},\n"
        "  note = {urn:gongshi:figure:trees-2018},\n"
        "  langid = {chinese}\n"
        "}",
    )


def test_a_figure_is_cited_in_english_at_its_address() -> None:
    made = citation(EN)
    assert made.gbt7714 == (
        "The editors of Example County. Example County, trees planted: over 18,000 (2018)[DS/OL]. "
        "Open figures of Example County, edition 2 (2020-07-01)[date accessed]. "
        "https://data.example.org/open/en/areas/999999/trees/#trees-2018."
    )
    assert made.apa == (
        "The editors of Example County. (2020, July 1). Example County, trees planted: over 18,000 (2018) (edition 2) "
        "[Data set]. Open figures of Example County. "
        "https://data.example.org/open/en/areas/999999/trees/#trees-2018"
    )
    assert "  url = {https://data.example.org/open/en/areas/999999/trees/#trees-2018},\n" in made.bibtex


def test_an_author_that_ends_in_a_stop_gets_no_second_one() -> None:
    assert citation(replace(EN, author="Example Inc.")).apa.startswith("Example Inc. (2020")


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("60% & more", r"60\% \& more"),
        ("a_b#c$d", r"a\_b\#c\$d"),
        ("{x}", r"\{x\}"),
        ("\\input{/etc/passwd}", r"\textbackslash{}input\{/etc/passwd\}"),
    ],
)
def test_nothing_in_a_title_is_an_order_to_tex(written: str, escaped: str) -> None:
    assert f"  title = {{{{{escaped}}}}},\n" in bibtex(replace(EN, title=written))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_braces_of_an_entry_are_in_balance_whatever_is_cited(title: str) -> None:
    text = re.sub(r"\\[{}]", "", bibtex(replace(EN, title=title)))
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


def test_a_chart_has_a_key_without_slashes() -> None:
    work = replace(ZH, kind="chart", id="trees/by-year")
    assert bibtex(work).startswith("@misc{gongshi-chart-trees-by-year-2,\n")
