"""The first edition is verified as anyone would: the folder, its archive packed and unpacked, and the served site."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.whole.conftest import ROOT, Built

pytestmark = pytest.mark.whole


def verified(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), "verify", *map(str, arguments), "--language", "en"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)


def test_the_edition_is_what_was_published_wherever_it_lies(built: Built, address: str, tmp_path: Path) -> None:
    archive = built.folder / "data/all.zip"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "unpacked")
    told = [verified(target) for target in (built.folder, address, archive, tmp_path / "unpacked")]
    assert [(done.returncode, done.stderr) for done in told] == [(0, "")] * 4
    assert told[0].stdout == told[1].stdout
    assert told[2].stdout == told[3].stdout
    assert told[0].stdout.partition("Releases: ")[2] == told[2].stdout.partition("Releases: ")[2]


def test_the_edition_comes_out_the_same_when_it_is_built_again(built: Built) -> None:
    done = verified(built.folder, "--rebuild")
    same = "Built again from the same data by the same program, every byte is the same."
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, [same])
    assert not (ROOT / ".gongshi-verify").exists()
