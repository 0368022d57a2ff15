"""The same inputs give the same bytes, whoever builds them, where, and in whatever order a disk lists its files."""

import csv
import hashlib
import io
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from tests.publication import HERE, publication
from tests.whole.conftest import ROOT, Built, build

pytestmark = pytest.mark.whole
PROGRAM: Final = (str(HERE / "build.py"), "build")
BACKWARDS: Final = ("-m", "tests.whole.backwards", "build")
REGISTERS: Final = ("areas", "scopes", "sources", "indicators", "commitments")
# Pages that list the things of a register, which stand there in its order, and what is made of its bytes.
LISTS: Final = re.compile(
    r"(en/)?(index|data/index|verify/index|indicators/index|commitments/index|sources/(.+/)?index|areas/\d+/index)\.html"
    rf"|catalog\.(ttl|jsonld)|(en/)?data/({'|'.join(REGISTERS)})/.*|api/v1/datasets/({'|'.join(REGISTERS)})\.json|data/datapackage\.json|data/all\.zip|data/gongshi\.sqlite"
    r"|SHA256SUMS"
)

Tree = Mapping[str, tuple[int, str]]


@dataclass(frozen=True)
class Circumstance:
    """What surrounds a build and must not be seen in it."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    mask: int = 0o022
    jobs: int = 1
    program: Sequence[str] = PROGRAM
    relative: bool = False

    def __str__(self) -> str:
        return self.name


CIRCUMSTANCES: Final = (
    Circumstance("another hash seed", {"PYTHONHASHSEED": "4711"}),
    Circumstance("a time zone far to the east", {"TZ": "Pacific/Kiritimati"}),
    Circumstance("a time zone far to the west, and two processes", {"TZ": "Pacific/Pago_Pago"}, jobs=2),
    Circumstance("no locale", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Circumstance("a Chinese locale", {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}),
    Circumstance("a Turkish locale", {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr_TR"}),
    Circumstance("a locale that is not installed", {"LC_ALL": "xx_XX.UTF-8"}),
    Circumstance("an account that hides its files", mask=0o077),
    Circumstance("an account that opens its files to all, and more processes than work", mask=0, jobs=5),
    Circumstance("another working folder, home and temporary folder", {"HOME": "/", "TMPDIR": "."}, relative=True),
    Circumstance("folders listed backwards", program=BACKWARDS),
)


def tree(folder: Path) -> Tree:
    """Mode and SHA-256 of every file, mode of every folder, by path."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mode & 0o7777,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in (folder, *folder.rglob("*"))
    }


def made(folder: Path, circumstance: Circumstance) -> Tree:
    """The fictional publication in `folder`, built there under a circumstance."""
    publication(folder / "publication")
    where = Path() if circumstance.relative else folder
    done = subprocess.run(
        [
            *(sys.executable, *circumstance.program),
            *("--root", str(where / "publication"), "--output", str(where / "public/site")),
            *("--today", "2026-11-22", "--jobs", str(circumstance.jobs)),
        ],
        cwd=folder if circumstance.relative else HERE,
        env={**os.environ, **circumstance.environment},
        umask=circumstance.mask,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return tree(folder / "public/site")


@pytest.fixture(scope="module", autouse=True)
def locales(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lets builds find the locales named above, where the machine can make those that it lacks."""
    folder = tmp_path_factory.mktemp("locales")
    with pytest.MonkeyPatch.context() as patched:
        for name in ("zh_CN", "tr_TR") if shutil.which("localedef") else ():
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")], check=False)
            patched.setenv("LOCPATH", str(folder))
        yield


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The fictional publication, built in the circumstances of the test."""
    return made(tmp_path_factory.mktemp("plain"), Circumstance("plain"))


@pytest.mark.parametrize("circumstance", CIRCUMSTANCES, ids=str)
def test_nothing_around_a_build_is_seen_in_its_bytes_or_modes(
    plain: Tree, tmp_path: Path, circumstance: Circumstance
) -> None:
    assert made(tmp_path, circumstance) == plain


def test_files_listed_backwards_are_listed_backwards(tmp_path: Path) -> None:
    for name in "acb":
        (tmp_path / name).write_text("")
    script = (
        "import os; from tests.whole import backwards; backwards.turn(); print(os.listdir({0}), next(os.walk({0})))"
    )
    script = script.format(repr(str(tmp_path)))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HERE, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout == f"['c', 'b', 'a'] ({str(tmp_path)!r}, [], ['c', 'b', 'a'])\n"


def test_the_first_edition_is_the_same_to_the_byte_in_other_circumstances(built: Built, tmp_path: Path) -> None:
    again = build(
        tmp_path / "again", PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PWD=str(tmp_path)
    )
    assert again.returncode == 0, again.stderr
    assert tree(tmp_path / "again") == tree(built.folder)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """The next edition, and the same with the rows of every register in another order."""
    folder = tmp_path_factory.mktemp("shuffled")
    for name in ("content", "datasets", "releases", "schemas"):
        shutil.copytree(ROOT / name, folder / "publication" / name)
    # What was released may not be in another order: this is the edition after it.
    front = (ROOT / "publication.yaml").read_text(encoding="utf-8")
    front = re.sub(r"(?m)^edition: .*$", 'edition: "next"', re.sub(r"(?m)^issued: .*$", "issued: 2100-01-01", front))
    (folder / "publication/publication.yaml").write_text(front, encoding="utf-8")
    sites = folder / "plain", folder / "other"
    _build(sites[0], folder / "publication")
    for name in REGISTERS:
        _shuffle(folder / f"publication/datasets/{name}/{name}.csv")
    _build(sites[1], folder / "publication")
    yield sites
    shutil.rmtree(folder)


def _build(site: Path, root: Path) -> None:
    done = build(site, root)
    assert done.returncode == 0, done.stderr


def _shuffle(path: Path) -> None:
    head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
    random.Random(2018).shuffle(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def test_the_order_of_rows_in_registers_is_seen_only_where_a_register_is_listed(editions: tuple[Path, Path]) -> None:
    before, after = (tree(site) for site in editions)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    homes = {name for name in before if re.fullmatch(r"(en/)?areas/\d+/[^/]+/index\.html", name)}
    assert sorted(name for name in changed if not LISTS.fullmatch(name)) == []
    assert homes
    assert sorted(homes & changed) == []


def test_the_archive_lists_its_files_in_order_with_one_date_one_mode_and_one_system(built: Built) -> None:
    with zipfile.ZipFile(built.folder / "data/all.zip") as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    kinds = {(entry.date_time, entry.external_attr >> 16, entry.create_system, entry.extra) for entry in entries}
    assert names == sorted(names)
    assert len(kinds) == 1
    assert next(iter(kinds))[1:] == (0o100644, 3, b"")
