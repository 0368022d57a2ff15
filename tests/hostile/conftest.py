"""Two publications that differ in their texts alone, built: a plain one, and one with markup planted everywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.planting import Spot, accepted, full
from tests.whole.conftest import build


@dataclass(frozen=True)
class Pair:
    """The folders of both sites; the hostile publication's texts that were planted, and those that were refused."""

    plain: Path
    hostile: Path
    planted: tuple[Spot, ...]
    refused: tuple[Spot, ...]

    @property
    def files(self) -> Mapping[str, Path]:
        """Every file of the hostile site by its path."""
        return {p.relative_to(self.hostile).as_posix(): p for p in sorted(self.hostile.rglob("*")) if p.is_file()}


def markup(old: str, word: str) -> str:
    """Short, for titles have a limit: an element, a handler, both quotation marks, an ampersand."""
    return f"{old}<x-{word} on='\">&"


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Both sites, built as people build them."""
    folder = tmp_path_factory.mktemp("hostile")
    site, planted, refused = accepted(folder / "made", markup)
    for name, root in (("plain", full(folder / "benign").root), ("hostile", site.root)):
        run = build(folder / name, root)
        assert run.returncode == 0, run.stderr
    return Pair(folder / "plain", folder / "hostile", planted, refused)
