"""Every quotation stands word for word in the passage that its locator names."""

import hashlib

import pytest

from gongshi.check import everything, sources
from tests.publication import Site

TEXT = """示例文件
一、总体要求
2019年种树。
(一)两年来。2017年种树1.2万个，2018年种树1.8万余个。到2018年，计划种树3万个。
二、资金
种树的钱共8684万元以上，其中学校自筹一部分。
（二）其他。无。
"""
COMMITMENTS = "datasets/commitments/commitments.csv"
FIGURES = "datasets/trees/figures.csv"
SOURCES = "datasets/sources/sources.csv"
Faults = list[tuple[str, str, int | None, str | None]]


@pytest.fixture
def quoted(site: Site) -> Site:
    """The small publication with the text of its one source."""
    return with_text(site, TEXT)


def with_text(site: Site, text: str) -> Site:
    before = (site.root / SOURCES).read_text(encoding="utf-8").rstrip().rpartition(",")[2]
    site.write("texts/plan-2018.txt", text)
    site.replace(SOURCES, before, hashlib.sha256(text.encode()).hexdigest())
    return site


def faults(site: Site) -> Faults:
    problems = everything.with_sources(site.read(), site.root / "texts")
    assert [
        p.code for p in problems for language in ("zh", "en") if "$" in p.message(language) + p.mend(language)
    ] == []
    return [(p.code, p.place.file, p.place.row, p.place.cell) for p in problems]


def told(site: Site) -> list[str]:
    problems = everything.with_sources(site.read(), site.root / "texts")
    return [problem.message("zh") + problem.mend("zh") for problem in problems]


def test_quotations_that_stand_in_their_passages_are_no_problem(quoted: Site) -> None:
    assert faults(quoted) == []


def test_without_its_text_a_source_is_reported_once(site: Site) -> None:
    assert faults(site) == [("source-text-missing", SOURCES, 2, "A2")]


def test_a_text_that_is_not_the_registered_one_is_reported(quoted: Site) -> None:
    quoted.write("texts/plan-2018.txt", TEXT.replace("示例文件", "示例的文件"))
    assert faults(quoted) == [("source-text-changed", SOURCES, 2, "P2")]


def test_a_section_that_is_not_printed_is_reported(quoted: Site) -> None:
    quoted.replace(FIGURES, "1.2万个,final,plan-2018,(一)", "1.2万个,final,plan-2018,(三)")
    assert faults(quoted) == [("locator-unknown", FIGURES, 2, "N2")]


def test_words_that_are_not_printed_are_no_place(quoted: Site) -> None:
    quoted.replace(FIGURES, "「种树的钱」", "「修路的钱」")
    assert faults(quoted) == [("locator-unknown", FIGURES, 5, "N5")]


def test_words_that_are_printed_twice_are_no_place(quoted: Site) -> None:
    quoted.replace(FIGURES, "「种树的钱」", "「种树」")
    assert faults(quoted) == [("locator-ambiguous", FIGURES, 5, "N5")]


def test_words_that_stand_in_another_passage_are_reported(quoted: Site) -> None:
    quoted.replace(FIGURES, "「种树的钱」", "(一)")
    assert faults(quoted) == [("stated-not-found", FIGURES, 5, "K5")]


def test_a_quotation_that_was_tidied_up_is_reported(quoted: Site) -> None:
    quoted.replace(FIGURES, "1.2万个", "12000个")
    assert faults(quoted) == [("stated-not-found", FIGURES, 2, "K2")]


def test_the_words_of_a_commitment_are_compared_too(quoted: Site) -> None:
    quoted.replace(COMMITMENTS, "到2018年,plan-2018", "到2019年,plan-2018")
    assert faults(quoted) == [("stated-not-found", COMMITMENTS, 2, "J2")]


def test_a_section_printed_twice_is_no_place(site: Site) -> None:
    doubled = TEXT.replace("二、资金", "(一)又是一。")
    assert faults(with_text(site, doubled)) == [
        ("locator-ambiguous", COMMITMENTS, 2, "L2"),
        *(("locator-ambiguous", FIGURES, row, f"N{row}") for row in (2, 3, 4)),
    ]


def test_a_text_is_cut_at_its_printed_section_numbers() -> None:
    assert sources.passages("题\n一、甲\n(一)乙\n丙\n(二)丁\n二、戊\n(十一)己") == {
        "一": ("一、甲",),
        "(一)": ("(一)乙\n丙",),
        "(二)": ("(二)丁",),
        "二": ("二、戊",),
        "(十一)": ("(十一)己",),
    }


def test_a_passage_that_is_not_listed_with_its_source_is_reported(quoted: Site) -> None:
    quoted.replace(SOURCES, ",「种树的钱」,", ",,")
    assert faults(quoted) == [("passage-unlisted", FIGURES, 5, "N5")]


def test_passages_that_are_listed_out_of_the_order_of_the_text_are_reported(quoted: Site) -> None:
    quoted.replace(SOURCES, "「种树的钱」", "「种树的钱」「总体要求」")
    assert faults(quoted) == [("passage-order", SOURCES, 2, "O2")]
    assert told(quoted) == ["段落次序与文件不同：「种树的钱」「总体要求」。写成：「总体要求」「种树的钱」。"]


def test_a_text_that_is_missing_does_not_hide_the_faults_of_others(quoted: Site) -> None:
    before = (quoted.root / SOURCES).read_text(encoding="utf-8").splitlines()
    other = before[1].replace("plan-2018", "other-2018")
    quoted.write(SOURCES, "\n".join([before[0], other, *before[1:]]) + "\n")
    quoted.replace(FIGURES, "1.2万个", "12000个")
    assert faults(quoted) == [
        ("source-text-missing", SOURCES, 2, "A2"),
        ("stated-not-found", FIGURES, 2, "K2"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("1.2万个,final,plan-2018,(一)", "1.2万个,final,plan-2018,(三)", "文件里找不到出处“(三)”。"),
        ("「种树的钱」", "「种树」", "出处“「种树」”在文件里有 3 处。"),
        ("1.2万个", "12000个", "出处 (一) 里没有“12000个”这几个字。"),
    ],
)
def test_a_quotation_that_is_not_borne_out_is_named(quoted: Site, old: str, new: str, sentence: str) -> None:
    quoted.replace(FIGURES, old, new)
    assert [text.partition("。")[0] + "。" for text in told(quoted)] == [sentence]
