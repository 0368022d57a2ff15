"""Drawings are kept beside a release: found when altered, no part of its manifest, gone with what is withdrawn."""

import shutil
from datetime import date

import pytest

from gongshi import releasing
from gongshi.read import drawings as read
from gongshi.record import drawings, manifest
from gongshi.render.charts import kept
from tests.check.faults.making import FIGURES, all_of, cell
from tests.publication import Site
from tests.released import correct, first, ledgers, release
from tests.render.example import VIEWS, drawn

CHANGED = all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))
ROW = "trees-2017-2-value,trees-2017,2,value,12000,12345"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
NAMES = (read.WIDE, read.NARROW, read.NUMBERS, read.WORDS)
CHART = [f"{language}/trees/by-year/{name}" for language in ("en", "zh") for name in sorted(NAMES)]


def two(site: Site) -> None:
    """Two releases, the second with another figure in the chart."""
    first(site)
    CHANGED(site)
    correct(site, ROW)
    release(site, "2", "2020-07-01")


def test_a_release_keeps_both_pictures_the_numbers_and_the_words_of_every_chart_in_every_language(site: Site) -> None:
    ledgers(site)
    release(site)
    history = site.read().history
    assert [file.path for file in history.drawings["1"]] == sorted(CHART)
    assert history.shown(history.releases[0]) == kept.everything(site.read().catalog)


def test_what_is_kept_stays_as_it_was_when_the_data_change(site: Site) -> None:
    first(site)
    before = site.read().history
    CHANGED(site)
    correct(site, ROW)
    release(site, "2", "2020-07-01")
    after = site.read().history
    assert after.shown(after.releases[0]) == before.shown(before.releases[0])
    changed = {
        path for path, data in after.shown(after.releases[1]).items() if before.shown(before.releases[0])[path] != data
    }
    assert changed == {path for path in CHART if not path.endswith("x")}


def test_other_tools_that_draw_otherwise_make_the_same_manifest(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    ledgers(site)
    with monkeypatch.context() as patched:
        patched.setattr(kept, "everything", lambda _: {"zh/trees/by-year/wide.svg": SVG.format("").encode()})
        other = release(site)
    shutil.rmtree(site.root / "releases")
    assert release(site).sha256 == other.sha256


def test_a_drawing_of_another_hand_is_refused_though_its_hash_is_right(site: Site) -> None:
    ledgers(site)
    release(site)
    planted = SVG.format("<script>alert(1)</script>").encode()
    files = {**site.read().history.shown(site.read().history.releases[0]), "zh/trees/by-year/wide.svg": planted}
    for path, data in drawings.additions(site.read().history, "1", files).items():
        site.write(f"releases/{path}", data)
    digest = manifest.digest(planted)
    found = [(p.code, p.value, p.place.file) for p in site.problems() if p.severity == "error"]
    where = f"releases/objects/{digest[:2]}/{digest}"
    assert found == [("release-object-altered", "zh/trees/by-year/wide.svg", where)]


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        '<g onload="x()"/>',
        '<a xlink:href="https://example.org/"/>',
        '<image href="https://example.org/x.png"/>',
        '<g xlink:href="javascript:x()"/>',
        "<foreignObject/>",
        "<style>@import 'https://example.org/'</style>",
        '<g style="background: url(https://example.org/)"/>',
        "<g>",
    ],
)
def test_pictures_with_more_than_shapes_and_words_are_refused(inside: str) -> None:
    assert not read.inert("zh/trees/by-year/wide.svg", SVG.format(inside).encode())


def test_every_kind_of_drawing_is_shapes_and_words() -> None:
    pictures = {path: data for one in drawn(*VIEWS) for path, data in one.files.items() if path.endswith(".svg")}
    assert [path for path, data in pictures.items() if not read.inert(path, data)] == []
    assert len(pictures) == 5 * len(VIEWS)


@pytest.mark.parametrize("words", [b"", b"[]", b"{}", b'{"dataset": "../../x"}'])
def test_words_that_are_none_are_refused(words: bytes) -> None:
    assert not read.inert("zh/trees/by-year/chart.json", words)


def test_drawings_go_with_what_is_withdrawn_and_those_that_another_release_shows_stay(site: Site) -> None:
    two(site)
    before = site.read().history
    shared = {one.sha256 for one in before.drawings["1"]} & {one.sha256 for one in before.drawings["2"]}
    assert shared == set()
    releasing.withdraw(site.root, f"1:{FIGURES}", "虚构的原因", "总编辑", date(2020, 7, 2))
    after = site.read().history
    assert after.shown(after.releases[0]) == {}
    assert after.shown(after.releases[1]) == before.shown(before.releases[1])
    gone = {path for path in before.files if path not in after.files}
    assert gone >= {f"objects/{file.sha256[:2]}/{file.sha256}" for file in before.drawings["1"]}
    assert site.problems() == ()


def test_drawings_that_a_release_shows_which_nothing_is_withdrawn_from_stay(site: Site) -> None:
    first(site)
    release(site, "2", "2020-07-01")
    releasing.withdraw(site.root, "1:publication.yaml", "虚构的原因", "总编辑", date(2020, 7, 2))
    history = site.read().history
    assert (set(history.shown(history.releases[0])), set(history.shown(history.releases[1]))) == (set(), set(CHART))
    assert site.problems() == ()
