"""The written drill for leaked personal data works as it is written."""

import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from gongshi import releasing
from gongshi.errors import PublicationError, errors_among
from gongshi.publish import publish
from gongshi.read.catalog import read
from gongshi.record import ledger
from tests import released
from tests.publication import HERE, Site

LEAKED: Final = "户主示例甲患慢性病"
FIGURES: Final = "datasets/trees/figures.csv"
DAY: Final = date(2020, 7, 1)


def leaked(site: Site) -> None:
    """Release a note on somebody's illness, which no program can know for one."""
    site.replace(FIGURES, "plan-2018,「种树的钱」,", f"plan-2018,「种树的钱」,{LEAKED}")
    released.first(site)


def holding(folder: Path) -> list[str]:
    """The files of a folder that hold the leaked words, archives unpacked."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        texts = [path.read_bytes()]
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                texts += [archive.read(name) for name in archive.namelist()]
        if any(LEAKED.encode() in text for text in texts):
            found.append(path.relative_to(folder).as_posix())
    return found


@pytest.mark.whole
def test_after_the_drill_the_words_are_nowhere_and_the_chain_holds(site: Site, tmp_path: Path) -> None:
    leaked(site)
    assert holding(site.root) != []
    site.replace(FIGURES, LEAKED, "")
    assert releasing.withdraw(site.root, FIGURES, "附注写了一户人家的病情", "总编辑", DAY) == ("1",)
    released.release(site, "2", DAY.isoformat())
    publish(site.root, tmp_path / "output", DAY, lambda step: None)
    assert (holding(site.root), holding(tmp_path / "output")) == ([], [])
    assert errors_among(ledger.problems(read(site.root))) == ()


@pytest.mark.parametrize(
    ("reason", "decided_by"), [("附注写了11010519491231002X", "总编辑"), ("写了号码", "总编辑，电话13812345678")]
)
def test_a_note_of_withdrawal_does_not_repeat_a_number(site: Site, reason: str, decided_by: str) -> None:
    leaked(site)
    with pytest.raises(PublicationError):
        releasing.withdraw(site.root, FIGURES, reason, decided_by, DAY)
    assert holding(site.root / "releases") != []


def test_notes_of_a_release_name_no_phone_of_a_person(site: Site) -> None:
    released.ledgers(site)
    notes = released.Text("有问题打13812345678。", "Call 13812345678.")
    with pytest.raises(PublicationError) as raised:
        releasing.make(site.root, "1", date(2020, 6, 1), notes)
    assert [(p.code, p.value) for p in raised.value.problems] == [("personal-phone", "13…"), ("personal-phone", "13…")]


def test_the_drill_names_commands_and_options_that_there_are() -> None:
    text = (HERE / "docs/withdrawal.md").read_text(encoding="utf-8")
    cli = (HERE / "gongshi/cli.py").read_text(encoding="utf-8")
    commands = set(re.findall(r"python build\.py ([a-z]+)", text))
    assert commands == {"withdraw", "check", "release", "verify"}
    assert [name for name in commands if f'@main.command("{name}")' not in cli] == []
    lines = [line for line in text.splitlines() if "python build.py" in line]
    options = {option for line in lines for option in re.findall(r"(--[a-z-]+)", line)}
    assert [option for option in sorted(options) if f'"{option}"' not in cli] == []
