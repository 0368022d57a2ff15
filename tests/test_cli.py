"""The command line: what it prints, where, and with which exit code."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongshi import cli
from tests.check.faults import FAULTS
from tests.check.faults.making import Fault
from tests.publication import HERE, Site


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def broken(site: Site) -> Site:
    site.replace("datasets/trees/figures.csv", ",12000,", ',"12,000",')
    return site


def test_a_publication_without_problems_passes(site: Site) -> None:
    done = run("check", "--root", site.root)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "没有发现问题。\n", "")


def test_problems_are_told_and_end_in_exit_code_one(site: Site) -> None:
    done = run("check", "--root", broken(site).root)
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == (
        "datasets/trees/figures.csv\n"
        "  ✗ I2 value  “12,000”不是数。\n"
        "      → 只写数字和小数点：12000。  (cell-number)\n"
        "\n"
        "1 个错误，0 个提醒。\n"
    )


def test_warnings_are_told_and_do_not_fail(site: Site) -> None:
    site.replace("content/zh/articles/trees.md", "2018年种树", "2018年有12个村种树")
    done = run("check", "--root", site.root, "--language", "en")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "0 errors, 1 warning."


def test_messages_come_in_english_on_request(site: Site) -> None:
    done = run("check", "--root", broken(site).root, "--language", "en")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[1:3] == [
        "  ✗ I2 value  “12,000” is not a number.",
        "      → Write digits and a decimal point only: 12000.  (cell-number)",
    ]


def test_json_is_one_object_with_every_problem(site: Site) -> None:
    done = run("check", "--root", broken(site).root, "--format", "json")
    assert (done.exit_code, done.stderr) == (1, "")
    assert json.loads(done.stdout) == {
        "valid": False,
        "problems": [
            {
                "severity": "error",
                "code": "cell-number",
                "file": "datasets/trees/figures.csv",
                "row": 2,
                "column": "value",
                "cell": "I2",
                "value": "12,000",
                "message": "“12,000”不是数。",
                "mend": "只写数字和小数点：12000。",
            }
        ],
    }
    assert json.loads(run("check", "--root", HERE, "--format", "json").stdout)["valid"] is True


def test_a_workflow_gets_annotations(site: Site) -> None:
    done = run("check", "--root", broken(site).root, "--format", "github")
    assert done.stdout == (
        "::error file=datasets/trees/figures.csv,line=2,title=I2 cell-number"
        "::“12,000”不是数。 只写数字和小数点：12000。\n"
    )


def test_quotations_are_compared_where_the_documents_are_at_hand(site: Site, tmp_path: Path) -> None:
    done = run("check", "--root", site.root, "--sources", tmp_path, "--format", "json")
    assert done.exit_code == 1
    assert [problem["code"] for problem in json.loads(done.stdout)["problems"]] == ["source-text-missing"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--format", "xml"],
        ["check", "--language", "fr"],
        ["check", "--root", "/no/such/folder"],
        ["check", "--sources", "/no/such/folder"],
        ["check", "--output", "x"],
        ["build", "--today", "yesterday"],
        ["build", "--today", "2020-02-30"],
        ["--today", "tomorrow"],
        ["--nonsense"],
        ["publish"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_in_exit_code_two(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: ")


@pytest.mark.parametrize("command", ["build", "check"])
def test_every_command_explains_itself(command: str) -> None:
    assert run("--help").exit_code == 0
    done = run(command, "--help")
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_build_stops_at_problems_and_leaves_the_site_as_it_was(site: Site, tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.mkdir()
    old = {"index.html": "old", "SHA256SUMS": f"{'0' * 64}  index.html\n"}
    for name, text in old.items():
        (output / name).write_text(text)
    done = run("build", "--root", broken(site).root, "--output", output)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == "1 个错误，0 个提醒。"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["publication", "site"]
    assert {path.name: path.read_text() for path in output.iterdir()} == old


def test_without_a_command_it_builds(site: Site, tmp_path: Path) -> None:
    done = run("--root", broken(site).root, "--output", tmp_path / "site", "--language", "en")
    assert (done.exit_code, done.stderr.splitlines()[:2]) == (1, ["reading", "checking"])


def test_a_folder_that_no_build_made_ends_in_exit_code_two(site: Site, tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.mkdir()
    (output / "thesis.txt").write_text("years of work")
    done = run("build", "--root", site.root, "--output", output, "--language", "en")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith(f"{output} holds files this program did not make")


@pytest.mark.parametrize(
    ("command", "language", "said"),
    [
        ("check", "zh", "没有权限：{}。没有核对完；弄好以后再运行一次。"),
        ("check", "en", "Permission denied: {}. The check is not complete; mend this, then run it again."),
        ("build", "zh", "没有权限：{}。已发布的网站原样不动。"),
        ("build", "en", "Permission denied: {}. The published site is as it was. "),
    ],
)
def test_a_file_that_this_account_may_not_read_ends_in_exit_code_two(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, language: str, said: str
) -> None:
    locked, read_bytes = site.root / "datasets/trees/figures.csv", Path.read_bytes

    def reading(self: Path) -> bytes:
        if self == locked:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", reading)
    output = ["--output", tmp_path / "site", "--jobs", "1"] if command == "build" else []
    done = run(command, "--root", site.root, "--language", language, *output)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith(said.format(locked))
    assert [path.name for path in tmp_path.iterdir()] == ["publication"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "{} 是一个文件。请用 --output 写一个文件夹。"), ("en", "{} is a file. Name a folder with --output.")],
)
def test_a_file_as_output_ends_in_exit_code_two(site: Site, tmp_path: Path, language: str, said: str) -> None:
    output = tmp_path / "site"
    output.write_text("mine")
    done = run("build", "--root", site.root, "--output", output, "--language", language)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said.format(output) + "\n")
    assert output.read_text() == "mine"


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.by == "check"][::7], ids=str)
def test_no_broken_publication_ends_in_a_traceback(site: Site, fault: Fault) -> None:
    fault.change(site)
    done = run("check", "--root", site.root, "--format", "json", "--today", "2020-06-01")
    found = json.loads(done.stdout)
    assert len(found["problems"]) == len(fault.expected)
    assert done.exit_code == (0 if found["valid"] else 1)
    assert found["valid"] is all(problem["severity"] == "warning" for problem in found["problems"])


@pytest.mark.whole
def test_the_entry_point_works_from_any_folder_and_under_any_locale(site: Site, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, str(HERE / "build.py"), "check", "--root", str(broken(site).root)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=120)
    assert done.returncode == 1, done.stderr.decode("gbk", "replace")
    assert "“12,000”不是数。" in done.stdout.decode("gbk")


@pytest.mark.whole
def test_what_pelican_warns_of_stops_the_build(site: Site, tmp_path: Path) -> None:
    # An indented fence is none for Markdown, so the reference between them is met when the page is made.
    site.replace("content/zh/articles/trees.md", "{chart:trees/by-year}", " ```\n\n{figure:nobody}\n\n ```")
    command = [sys.executable, str(HERE / "build.py"), "--root", str(site.root), "--output", str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert "site-pelican" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["publication"]
