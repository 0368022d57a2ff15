"""A build that is killed, or that the disk fails, leaves one whole edition, and the next build leaves nothing else."""

import json
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import pytest

from tests.publication import ARTICLE, HERE, TOPIC, Site, publication
from tests.whole.killing import Case, Outcome

pytestmark = pytest.mark.whole

# What a build does, from its first step to its last. Before the swap the earlier edition stands, after it the new.
BEFORE_THE_SWAP: Final = (
    Case("before anything", "gongshi.cli:publish", "before"),
    Case("with the lock just taken", "gongshi.staging:_locked", "after"),
    Case("before what lies about is cleared", "gongshi.staging:_clear", "before"),
    Case("when the old site was looked at", "gongshi.staging:_refuse_foreign", "after"),
    Case("when the stage is set", "pathlib:Path.mkdir", "after", holding="scratch"),
    Case("before reading", "gongshi.publish:read", "before"),
    Case("with all fingerprints taken", "gongshi.read.inputs:fingerprints", "after"),
    Case("when the first table is read", "gongshi.read.tables:grid", "after"),
    Case("when the last table is read", "gongshi.read.tables:grid", "after", holding="trees/figures.csv"),
    Case("when the prose is read", "gongshi.read.prose:texts", "after"),
    Case("when everything is read", "gongshi.publish:read", "after"),
    Case("before checking", "gongshi.check.everything:problems", "before"),
    Case("with the checks done and not yet gathered", "gongshi.check.everything:_first_causes", "before"),
    Case("when everything is checked", "gongshi.check.everything:problems", "after"),
    Case("before the downloads", "gongshi.render.downloads:files", "before"),
    Case("when the archive is packed", "gongshi.render.downloads:archive", "after"),
    Case("before the first language", "gongshi.publish:_in_language", "before"),
    Case("when the first chart is drawn", "gongshi.render.charts.drawing:_drawing", "after", builds="drawn"),
    Case("when the font is cut", "gongshi.render.charts.raster:cut", "after", builds="drawn"),
    Case("when the first images are made", "gongshi.render.charts.raster:images", "after", builds="drawn"),
    Case("before the pages of the first language", "gongshi.site.build:pages", "before"),
    Case("in the middle of a page", "gongshi.site.plugin:addresses.area", "before", call=2),
    Case("when the first language is done", "gongshi.publish:_in_language", "after"),
    Case("before the charts of the second language", "gongshi.render.charts:draw", "before", call=2),
    Case("when the pages of the second language are made", "gongshi.site.build:pages", "after", call=2),
    Case("before the links are looked at", "gongshi.site.links:problems", "before"),
    Case("when the links are looked at", "gongshi.site.links:problems", "after"),
    Case("before writing", "gongshi.staging:write", "before"),
    Case("in the first file", "pathlib:Path.open", "after", holding="'xb'"),
    Case("in a file in the middle", "pathlib:Path.open", "after", call=50, holding="'xb'"),
    Case("when all files but the seal are written", "gongshi.staging:write", "after"),
    Case("before the seal", "gongshi.staging:seal", "before"),
    Case("in the seal", "pathlib:Path.open", "after", holding="SHA256SUMS'), 'xb'"),
    Case("when the site is sealed", "gongshi.staging:seal", "after"),
    Case("before the files are compared with what was read", "gongshi.read.inputs:refuse_changes", "before"),
    Case("when they are compared", "gongshi.read.inputs:refuse_changes", "after"),
    Case("before the disk is flushed", "gongshi.staging:_flush", "before"),
    Case("before the swap", "gongshi.staging:_swap", "before"),
)
AFTER_THE_SWAP: Final = (
    Case("right after the swap", "gongshi.staging:_swap", "after"),
    Case("before the old site is cleared away", "gongshi.staging:_clear", "before", call=2),
    Case("when the old site is cleared away", "gongshi.staging:_clear", "after", call=2),
    Case("before the lock is removed", "pathlib:Path.unlink", "before", holding="/lock"),
    Case("when the lock is removed", "pathlib:Path.unlink", "after", holding="/lock"),
)
DONE: Final = Case("when everything is done", "gongshi.cli:publish", "after")
SECOND_STEP: Final = Case(
    "between the two steps of a swap", "pathlib:Path.rename", "before", holding=".gongshi-site/site", two_steps=True
)
HELPED: Final = (
    Case("while a helper begins", "gongshi.publish:read", "before", jobs=2),
    Case("while a helper works", "gongshi.render.charts:draw", "after", jobs=2, builds="drawn"),
    Case("when a helper is done", "gongshi.site.links:problems", "before", jobs=2),
    Case("while a helper is ended", "gongshi.staging:_flush", "before", jobs=2),
)
LOST: Final = (
    Case("as it begins", "gongshi.publish:read", "after", fault="kill helpers", jobs=2),
    Case("as it works", "gongshi.render.charts:draw", "after", fault="kill helpers", jobs=2, builds="drawn"),
)

KILLED: Final = (
    *(*BEFORE_THE_SWAP, *AFTER_THE_SWAP, DONE, SECOND_STEP, *HELPED),
    *(replace(case, over="") for case in (*BEFORE_THE_SWAP[::2], *AFTER_THE_SWAP, DONE)),
)
FAULTS: Final = ("ENOSPC", "EIO", "EMFILE")
FAILED: Final = tuple(
    replace(case, fault=FAULTS[number % 3], over="one" if number % 2 else "")
    for number, case in enumerate(BEFORE_THE_SWAP[2:])
)
FAILED_AFTER: Final = tuple(replace(case, fault="EIO") for case in AFTER_THE_SWAP[1:])
TOLD: Final = {
    "ENOSPC": "The disk is full",
    "EIO": "The disk reports a fault",
    "EMFILE": "Too many files are open",
}
CASES: Final = (*KILLED, *LOST, *FAILED, replace(SECOND_STEP, fault="EIO"), *FAILED_AFTER)


def named(case: Case) -> str:
    """The words a test shows for a case."""
    return f"{case.fault} {case.name}, over {case.over or 'nothing'}"


Outcomes = dict[str, tuple[Outcome, ...]]


def without_charts(folder: Path) -> Site:
    """A publication that is built in half the time."""
    site = publication(folder)
    head, _, _ = TOPIC.partition("views:")
    site.write("datasets/trees/datapackage.yaml", f"{head}views: []\nabsent: []\n")
    for language in ARTICLE:
        site.replace(f"content/{language}/articles/trees.md", "{chart:trees/by-year}", "")
    return site


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """What came of every case: of the build that was ended, and of the next one."""
    folder = tmp_path_factory.mktemp("killed")
    publication(folder / "publications/drawn")
    without_charts(folder / "publications/two")
    without_charts(folder / "publications/one").replace("content/zh/pages/about.md", "虚构。", "虚构的第一期。")
    done = subprocess.run(
        [sys.executable, "-m", "tests.whole.killing", str(folder / "publications"), str(folder / "work")],
        input=json.dumps([asdict(case) for case in CASES]),
        cwd=HERE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=1800,
    )
    assert done.returncode == 0, done.stderr
    found: list[list[dict[str, Any]]] = json.loads(done.stdout)
    return {named(case): tuple(Outcome(**one) for one in made) for case, made in zip(CASES, found, strict=True)}


def test_a_build_is_ended_at_thirty_points_and_more() -> None:
    points = {(case.target, case.moment, case.call, case.holding) for case in KILLED}
    assert len(points) >= 30


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_build_or_the_next_one_leaves_nothing_but_a_whole_edition(outcomes: Outcomes, case: Case) -> None:
    made = outcomes[named(case)]
    assert [(one.temporary, one.processes) for one in made] == [([], [])] * len(made)
    assert made[-1].beside == []
    if len(made) > 1:
        assert (made[1].ended, made[1].published) == (0, case.builds), made[1].said


@pytest.mark.parametrize("case", KILLED, ids=named)
def test_a_killed_build_leaves_the_earlier_edition_until_the_swap_and_the_new_one_from_then_on(
    outcomes: Outcomes, case: Case
) -> None:
    first = outcomes[named(case)][0]
    expected = "two" if case.name in {after.name for after in (*AFTER_THE_SWAP, DONE)} else case.over
    if case.two_steps:
        expected = ""  # set aside: the next build puts it back before anything else
    assert (first.ended, first.published) == (-9, expected)


@pytest.mark.parametrize("case", [*FAILED, replace(SECOND_STEP, fault="EIO")], ids=named)
def test_a_build_that_the_disk_fails_says_so_and_leaves_everything_as_it_was(outcomes: Outcomes, case: Case) -> None:
    first = outcomes[named(case)][0]
    said = first.said.splitlines()[-1]
    assert (first.ended, first.published, first.beside) == (2, case.over, [])
    assert said.startswith(TOLD[case.fault]), first.said
    assert ". The published site is as it was. " in said


@pytest.mark.parametrize("case", FAILED_AFTER, ids=named)
def test_a_fault_of_the_disk_after_the_swap_does_not_undo_it(outcomes: Outcomes, case: Case) -> None:
    first = outcomes[named(case)][0]
    assert (first.published, first.ended) == ("two", 0)


@pytest.mark.parametrize("case", LOST, ids=named)
def test_a_build_whose_helper_is_killed_says_so_and_leaves_the_site_as_it_was(outcomes: Outcomes, case: Case) -> None:
    first = outcomes[named(case)][0]
    assert (first.ended, first.published, first.beside) == (2, "one", []), first.said
    assert first.said.splitlines()[-1].startswith("A helping process was ended"), first.said
