"""Releasing and withdrawing from the command line: what is told, and with which exit code."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongshi import cli
from tests.check.faults.making import FIGURES, all_of, cell
from tests.publication import Site
from tests.released import CORRECTIONS, correct, first, ledgers


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text("虚构的一期。\n", encoding="utf-8")
    (tmp_path / "notes.en.md").write_text("A fictional release.\n", encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def released(site: Site, notes: Path, name: str, day: str, *more: str) -> Result:
    return run("release", name, "--root", site.root, "--date", day, "--notes", notes, *more)


def test_a_release_tells_what_changed_and_the_hash_of_its_head(site: Site, notes: Path) -> None:
    first(site)
    all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))(site)
    correct(site, "trees-2017-2-value,trees-2017,2,value,12000,12345")
    done = released(site, notes, "2", "2020-07-01", "--language", "en")
    head = (site.root / "releases/HEAD").read_text(encoding="utf-8").split()[1]
    count = len(site.read().frozen)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"Release 2: {count} files.",
        f"  {CORRECTIONS}: 1 added, 0 changed, 0 gone",
        f"  {FIGURES}: 0 added, 1 changed, 0 gone",
        f"SHA-256 {head}",
    ]


def test_notes_come_in_both_languages(site: Site, notes: Path) -> None:
    ledgers(site)
    assert released(site, notes, "1", "2020-06-01").exit_code == 0
    (made,) = site.read().history.releases
    assert (made.notes.zh, made.notes.en) == ("虚构的一期。", "A fictional release.")


def test_a_change_without_a_correction_ends_in_exit_code_one_and_the_row_to_add(site: Site, notes: Path) -> None:
    first(site)
    cell(FIGURES, 2, "status", "provisional")(site)
    done = released(site, notes, "2", "2020-07-01")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "trees-2017-2-status,trees-2017,2,status,final,provisional,<原因>" in done.stderr


def test_a_release_that_stands_ends_in_exit_code_two(site: Site, notes: Path) -> None:
    first(site)
    done = released(site, notes, "1", "2020-06-01", "--language", "en")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", "Release 1 stands already.\n")


def test_a_withdrawal_tells_which_releases_held_the_file(site: Site) -> None:
    first(site)
    words = ("--reason", "虚构的原因", "--decided-by", "总编辑", "--date", "2020-07-02", "--language", "en")
    done = run("withdraw", FIGURES, "--root", site.root, *words)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Withdrawn: {FIGURES} (releases: 1).")


@pytest.mark.parametrize(
    ("file", "reason", "said"),
    [
        ("datasets/trees/lost.csv", "虚构的原因", "没有哪一期发布过 datasets/trees/lost.csv。\n"),
        (
            FIGURES,
            " ",
            "撤下要写明原因（--reason）和作出决定的岗位（--decided-by）；什么都没有撤下。\n",
        ),
    ],
    ids=["a file that was never released", "no reason"],
)
def test_a_withdrawal_that_cannot_be_ends_in_exit_code_two(site: Site, file: str, reason: str, said: str) -> None:
    first(site)
    words = ("--reason", reason, "--decided-by", "总编辑", "--date", "2020-07-02")
    done = run("withdraw", file, "--root", site.root, *words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)
