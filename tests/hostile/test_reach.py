"""A contribution reads nothing outside its folder, reaches no network, starts nothing, and cannot make a build wait."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.check.faults.making import AREAS, FIGURES, FRONT, TREES, Change, all_of, cell, swap, whole
from tests.hostile.planting import accepted
from tests.publication import HERE, Site, publication

ZH: Final = "content/zh/articles/trees.md"
SECRET: Final = "qy-secret-of-somebody-else"
PATIENCE: Final = 300
# What the machine offers every program: the interpreter, its libraries, fonts, time zones.
OF_THE_MACHINE: Final = (sys.prefix, sys.base_prefix, "/usr", "/etc", "/proc", "/sys", "/dev", "/lib")


@dataclass(frozen=True)
class Seen:
    """How a build ended, and what it asked of the system."""

    ended: list[str]
    events: list[tuple[str, str]]

    def of(self, *kinds: str) -> list[str]:
        """What was asked for of these kinds."""
        return [what for kind, what in self.events if kind in kinds]


def watched(site: Site, folder: Path) -> Seen:
    """Build in a process of its own, under watch."""
    report = folder / "report.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.witness", str(site.root), str(folder / "site"), str(report)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
        cwd=HERE,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(report.read_text(encoding="utf-8"))
    return Seen(found["ended"], [(kind, what) for kind, what in found["events"]])


def within(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seen]:
    """A build of a publication with an address in every text, under watch."""
    folder = tmp_path_factory.mktemp("watched")
    site, _, _ = accepted(folder / "made", lambda old, word: f"{old}https://{word}.e")
    return folder, watched(Site(site.root), folder)


@pytest.mark.whole
def test_a_build_reaches_no_network_and_starts_no_program(seen: tuple[Path, Seen]) -> None:
    _, found = seen
    assert found.ended == ["built"]
    assert {kind for kind, _ in found.events} == {"read", "write"}


@pytest.mark.whole
def test_a_build_writes_nothing_outside_its_stage_and_output(seen: tuple[Path, Seen]) -> None:
    folder, found = seen
    assert [path for path in found.of("write") if not within(path, (str(folder),)) and path != "/dev/null"] == []
    assert [path for path in found.of("write") if within(path, (str(folder / "made"),))] == []


@pytest.mark.whole
def test_a_build_reads_the_publication_the_program_and_nothing_else(seen: tuple[Path, Seen]) -> None:
    folder, found = seen
    allowed = (str(folder), str(HERE), *OF_THE_MACHINE)
    assert [path for path in found.of("read") if not within(path, allowed)] == []


@dataclass(frozen=True)
class Attempt:
    """A way to reach what lies outside, and the codes of problems one of which must follow."""

    name: str
    change: Change
    codes: set[str]

    def __str__(self) -> str:
        return self.name


def linked(file: str, target: str) -> Change:
    """Put a link in the place of a file or folder, which is put aside."""

    def change(site: Site) -> None:
        path = site.root / file
        if path.exists():
            path.rename(site.root.parent / f"aside-{path.name}")
        path.symlink_to(target.format(outside=site.root.parent / "outside"))

    return change


def special(file: str, make: Callable[[Path], object]) -> Change:
    """Put something that is no file in the place of a file."""

    def change(site: Site) -> None:
        (site.root / file).unlink(missing_ok=True)
        make(site.root / file)

    return change


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's own path may have a hundred characters
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


PATHS: Final = (
    *("../../../outside/figures.csv", "/etc/passwd", "C:\\\\figures.csv", "..\\\\figures.csv", "%2e%2e/figures.csv"),
    *("figures.csv\\0", "//example.org/figures.csv", "https://example.org/figures.csv", "file:///etc/passwd"),
    *("nul.csv", "ﬁgures.csv", "．．/figures.csv", "figures.csv/", "./figures.csv", "fig\\u202eures.csv", "a*.csv"),
)
ATTEMPTS: Final = (
    *(
        Attempt(f"a table at {path}", swap(TREES, "path: figures.csv", f'path: "{path}"'), codes)
        for path in PATHS
        for codes in (
            {"file-control-character"}
            if path.endswith("\\0") or "202e" in path
            else {"file-missing"}
            if path == "nul.csv"
            else {"descriptor-value", "file-outside"},
        )
    ),
    *(
        Attempt(f"a schema at {path}", swap(TREES, "schema: figures", f"schema: '{path}'"), {"schema-unknown"})
        for path in ("https://example.org/a", "../../outside/a", "figures.json")
    ),
    *(
        Attempt(
            f"{key} in a description", swap(TREES, "kind: topic\n", f"kind: topic\n{line}\n"), {"descriptor-unknown"}
        )
        for key, line in (
            ("$schema", "$schema: https://example.org/a.json"),
            ("profile", "profile: https://example.org/a.json"),
            ("$ref", "$ref: https://example.org/a.json"),
            ("dialect", "dialect: https://example.org/a.json"),
        )
    ),
    *(
        Attempt(f"{key} of a table", swap(TREES, "schema: figures, ", f"schema: figures, {key}: '{value}', "), codes)
        for codes in ({"descriptor-unknown"},)
        for key, value in (
            ("dialect", "https://example.org/a.json"),
            ("data", "https://example.org/a.csv"),
            ("scheme", "https"),
            ("extrapaths", "../outside"),
            ("innerpath", "../../a"),
        )
    ),
    Attempt(
        "a key into a table of another host",
        swap("schemas/scopes.json", '"resource": "areas.areas"', '"resource": "https://example.org/a"'),
        {"schema-invalid"},
    ),
    Attempt(
        "a command in YAML",
        swap(TREES, "title: 种树\n", 'title: !!python/object/apply:os.system ["exit 1"]\n'),
        {"descriptor-value"},
    ),
    Attempt(
        "a file that Pelican would fetch", swap(ZH, "种树{", "[种]({static}/../../outside/secret.md){"), {"prose-link"}
    ),
    Attempt("a file that Pelican would attach", swap(ZH, "种树{", "[种]({attach}../../../outside/a){"), {"prose-link"}),
    Attempt("a file that old Pelican would fetch", swap(ZH, "种树{", "[种](|filename|../a.md){"), {"prose-link"}),
    Attempt("a linked table", linked(FIGURES, "{outside}/secret.csv"), {"file-outside"}),
    Attempt("a linked description", linked(TREES, "{outside}/secret.yaml"), {"file-outside"}),
    Attempt("a linked front", linked(FRONT, "{outside}/secret.yaml"), {"file-outside"}),
    Attempt("a linked schema", linked("schemas/scopes.json", "{outside}/secret.json"), {"file-outside"}),
    Attempt("a linked article", linked(ZH, "{outside}/secret.md"), {"file-outside"}),
    Attempt("a linked folder of a dataset", linked("datasets/trees", "{outside}"), {"file-outside", "file-missing"}),
    Attempt("a linked folder of articles", linked("content/zh/articles", "{outside}"), {"file-outside", "prose-stray"}),
    Attempt("a linked folder of schemas", linked("schemas", "{outside}"), {"file-outside", "file-missing"}),
    Attempt("a linked folder of all data", linked("datasets", "{outside}"), {"dataset-missing"}),
    Attempt("a linked folder of all prose", linked("content", "{outside}"), {"file-outside"}),
    Attempt("a link to nothing", linked(FIGURES, "nowhere"), {"file-outside"}),
    Attempt("a link to itself", linked(AREAS, "areas.csv"), {"file-outside"}),
    Attempt("a pipe for a table", special(FIGURES, os.mkfifo), {"file-outside"}),
    Attempt("a pipe for a description", special(TREES, os.mkfifo), {"file-outside"}),
    Attempt("a pipe for a front", special(FRONT, os.mkfifo), {"file-outside"}),
    Attempt("a pipe for an article", special("content/zh/articles/pipe.md", os.mkfifo), {"file-outside"}),
    Attempt("a pipe beside the articles", special("content/zh/articles/pipe.mkd", os.mkfifo), {"prose-stray"}),
    Attempt("a socket for a table", special(FIGURES, listening), {"file-outside"}),
    Attempt("a folder for a table", special(FIGURES, Path.mkdir), {"file-outside"}),
)


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=str)
def test_what_lies_outside_is_not_reached(tmp_path: Path, attempt: Attempt) -> None:
    outside = tmp_path / "outside"
    (outside / "zh/articles").mkdir(parents=True)
    for name in (
        "zh/articles/secret.md",
        "secret.csv",
        "secret.yaml",
        "secret.json",
        "secret.md",
        "figures.csv",
        "datapackage.yaml",
    ):
        (outside / name).write_text(SECRET, encoding="utf-8")
    site = publication(tmp_path / "publication")
    attempt.change(site)
    problems = site.problems()
    assert attempt.codes & {problem.code for problem in problems}
    assert [p for p in problems if SECRET in p.message("zh") + p.mend("zh") + p.message("en") + p.mend("en")] == []


@pytest.mark.whole
def test_a_theme_and_settings_of_the_contribution_are_not_read(tmp_path: Path) -> None:
    site = publication(tmp_path / "publication")
    all_of(
        whole("pelicanconf.py", "raise SystemExit(7)\n"),
        whole("theme/templates/base.html", "{{ hostile }}"),
        whole("gongshi/__init__.py", "raise SystemExit(7)\n"),
        whole("schemas/descriptor.schema.json", "{"),
        cell(AREAS, 3, "name", "示例县甲"),
    )(site)
    found = watched(site, tmp_path)
    assert found.ended == ["built"]
    foreign = (str(site.root / "theme"), str(site.root / "gongshi"), str(site.root / "pelicanconf.py"))
    assert [path for path in found.of("read") if within(path, foreign)] == []
