"""Problems as people, programs and workflows read them."""

import json

import pytest

from gongshi import report
from gongshi.errors import Place, Problem, in_order

PROBLEMS = in_order(
    [
        Problem("cell-number", Place("datasets/a.csv", 2, "value", "I2"), "12,000", {"suggestion": ": 12000"}),
        Problem("row-blank", Place("datasets/a.csv", 10)),
        Problem("file-missing", Place("publication.yaml"), "publication.yaml"),
        Problem("prose-naked-number", Place("content/zh/pages/about.md", 5), "100%"),
    ]
)


def test_people_read_what_is_wrong_file_by_file_with_its_mend() -> None:
    assert report.as_text(PROBLEMS, "zh") == (
        "content/zh/pages/about.md\n"
        "  ! 第5行  文中的“100%”没有和数字绑定。\n"
        "      → 用 {figure:编号} 或 {relation:编号.left} 引用；"
        "确实不是统计数字的，放进 `反引号`。  (prose-naked-number)\n"
        "\n"
        "datasets/a.csv\n"
        "  ✗ I2 value  “12,000”不是数。\n"
        "      → 只写数字和小数点：12000。  (cell-number)\n"
        "  ✗ 第10行  这一行是空的。\n"
        "      → 删掉空行。  (row-blank)\n"
        "\n"
        "publication.yaml\n"
        "  ✗ –  找不到文件 publication.yaml。\n"
        "      → 把文件放到这个位置，或改正提到它的地方。  (file-missing)\n"
        "\n"
        "3 个错误，1 个提醒。"
    )


def test_people_read_it_in_english_too() -> None:
    assert report.as_text(PROBLEMS[1:2], "en") == (
        "datasets/a.csv\n"
        "  ✗ I2 value  “12,000” is not a number.\n"
        "      → Write digits and a decimal point only: 12000.  (cell-number)\n"
        "\n"
        "1 error, 0 warnings."
    )
    assert report.as_text(PROBLEMS[2:3], "en").splitlines()[1] == "  ✗ line 10  This row is blank."


def test_no_problems_are_said_in_a_sentence() -> None:
    assert (report.as_text((), "zh"), report.as_text((), "en")) == ("没有发现问题。", "No problems found.")


def test_problems_are_counted_by_severity() -> None:
    assert report.summary(PROBLEMS, "zh") == "3 个错误，1 个提醒。"
    assert report.summary(PROBLEMS, "en") == "3 errors, 1 warning."
    assert report.summary(PROBLEMS[:1], "en") == "0 errors, 1 warning."


def test_programs_read_every_problem_with_its_place() -> None:
    assert json.loads(report.as_json(PROBLEMS[:2], "en")) == {
        "valid": False,
        "problems": [
            {
                "severity": "warning",
                "code": "prose-naked-number",
                "file": "content/zh/pages/about.md",
                "row": 5,
                "column": None,
                "cell": None,
                "value": "100%",
                "message": "The number “100%” is bound to no figure.",
                "mend": (
                    "Refer to it by {figure:ID} or {relation:ID.left}; put it in `backticks` if it is no statistic."
                ),
            },
            {
                "severity": "error",
                "code": "cell-number",
                "file": "datasets/a.csv",
                "row": 2,
                "column": "value",
                "cell": "I2",
                "value": "12,000",
                "message": "“12,000” is not a number.",
                "mend": "Write digits and a decimal point only: 12000.",
            },
        ],
    }


def test_warnings_alone_leave_a_publication_valid() -> None:
    assert json.loads(report.as_json(PROBLEMS[:1], "zh"))["valid"] is True
    assert json.loads(report.as_json((), "zh")) == {"valid": True, "problems": []}


def test_workflows_read_one_escaped_command_a_problem() -> None:
    assert report.as_github(PROBLEMS, "en").splitlines() == [
        "::warning file=content/zh/pages/about.md,line=5,title=prose-naked-number"
        "::The number “100%25” is bound to no figure. "
        "Refer to it by {figure:ID} or {relation:ID.left}; put it in `backticks` if it is no statistic.",
        "::error file=datasets/a.csv,line=2,title=I2 cell-number"
        "::“12,000” is not a number. Write digits and a decimal point only: 12000.",
        "::error file=datasets/a.csv,line=10,title=row-blank::This row is blank. Delete it.",
        "::error file=publication.yaml,line=1,title=file-missing"
        "::There is no file publication.yaml. Put the file there, or correct the place that names it.",
    ]


def test_what_would_break_a_workflow_command_is_escaped() -> None:
    problem = Problem("file-missing", Place("a:b,c%.csv"), "x")
    assert report.as_github([problem], "zh").startswith("::error file=a%3Ab%2Cc%25.csv,line=1,title=file-missing::")


def test_a_value_shows_its_control_characters_and_is_cut_short() -> None:
    problem = Problem("file-missing", Place("a"), "1\n2" + "长" * 100)
    assert problem.message("zh") == f"找不到文件 1\\x0a2{'长' * 53}…。"


def test_problems_are_told_once_from_top_to_bottom_and_left_to_right() -> None:
    places = [("b", 1, None), ("a", 10, "B10"), ("a", 10, "AA10"), ("a", 2, "C2"), ("a", None, None), ("a", 2, "C2")]
    problems = [Problem("row-blank", Place(file, row, None, cell)) for file, row, cell in places]
    assert [str(problem.place) for problem in in_order(problems)] == ["a", "a:C2", "a:B10", "a:AA10", "b:1"]


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("示例", "多了一列“示例”。", "There is a column “示例” that does not belong here."),
        ("“示例”", "多了一列「“示例”」。", "There is a column ‘“示例”’ that does not belong here."),
    ],
)
def test_a_value_with_quotes_of_its_own_stands_in_others(value: str, zh: str, en: str) -> None:
    problem = Problem("column-unknown", Place("a"), value)
    assert (problem.message("zh"), problem.message("en")) == (zh, en)


def test_faults_of_one_line_stay_in_the_order_of_its_text() -> None:
    found = [Problem("prose-naked-number", Place("a.md", 3), value) for value in ("3.5亿元", "12,000公里", "3.5亿元")]
    assert [problem.value for problem in in_order(found)] == ["3.5亿元", "12,000公里"]


def test_nothing_that_a_contribution_brings_can_steer_the_terminal() -> None:
    problem = Problem("schema-unknown", Place("a\x1b[2J.csv", 2, "b\x07"), "c\x1b[31m", {"known": "d\x1b]0;e"})
    written = report.as_text([problem], "en")
    assert [character for character in written if not character.isprintable() and character != "\n"] == []
    assert "a\\x1b[2J.csv" in written
