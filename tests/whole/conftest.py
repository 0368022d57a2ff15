"""The first edition, built once as people build it: python build.py in a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pytest
from bs4 import BeautifulSoup

from tests.publication import publication
from tests.released import first
from tests.whole.browsing import served

ROOT: Final = Path(__file__).resolve().parents[2]
# The charts that a release kept stand in one folder, in both languages.
FROZEN_ENGLISH: Final = re.compile(r"releases/[^/]+/embed/en/")


@dataclass(frozen=True)
class Built:
    """A built site and what the build said."""

    folder: Path
    said: str

    @cached_property
    def pages(self) -> Mapping[str, BeautifulSoup]:
        """Every page by its path."""
        paths = sorted(self.folder.rglob("*.html"))
        return {
            p.relative_to(self.folder).as_posix(): BeautifulSoup(p.read_text(encoding="utf-8"), "html.parser")
            for p in paths
        }

    @property
    def english(self) -> frozenset[str]:
        """The paths of the pages in English; the others are in Chinese."""
        return frozenset(path for path in self.pages if path.startswith("en/") or FROZEN_ENGLISH.match(path))

    @property
    def anywhere(self) -> tuple[str, ...]:
        """The pages whose links hold wherever the folder lies: all but those for lost readers (tests/serving)."""
        return tuple(path for path in self.pages if not path.endswith("404.html"))


def build(
    output: Path, root: Path = ROOT, *, compress: bool = False, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the build as a person would, with some environment variables set."""
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(root), "--output", str(output)]
    return subprocess.run(
        [*command, "--today", "2026-11-22", *(["--compress"] if compress else [])],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
        cwd=environment.get("PWD", ROOT),
    )


def build_at(folder: Path, address: str) -> Built:
    """A released fictional publication with an address, built into `folder`/site."""
    site = publication(folder / "publication")
    site.replace("publication.yaml", "edition:", f"address: {address}\nedition:")
    first(site)
    run = build(folder / "site", site.root)
    assert run.returncode == 0, run.stderr
    return Built(folder / "site", run.stdout)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The first edition."""
    folder = tmp_path_factory.mktemp("edition") / "site"
    run = build(folder)
    assert run.returncode == 0, run.stderr
    yield Built(folder, run.stdout)


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """The first edition, served on loopback."""
    with served(built.folder) as found:
        yield found


@pytest.fixture
def here(data: Path) -> Iterator[Path]:
    """The folder of downloads (`data`) as the working directory, as it is where a reader tries a line."""
    before = Path.cwd()
    os.chdir(data)
    yield data
    os.chdir(before)
