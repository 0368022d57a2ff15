"""Addresses of patterns, tables and datasets that moved are kept: pages lead on, data files stand at both."""

from datetime import date
from typing import Final

import pytest

from gongshi.errors import Place
from gongshi.read.ledgers import Move
from gongshi.read.promise import Promise
from gongshi.read.values import Text
from gongshi.site import addresses, forwards, plugin
from tests.check.faults.making import line
from tests.publication import Site
from tests.released import MOVES, first
from tests.site.pages import Outline, desk, templates


def move(kind: str, old: str, new: str) -> Move:
    return Move("m", kind, old, new, Text("改了名", "Renamed"), "2", date(2020, 7, 1), Place(MOVES, 2))


FILES: Final = {
    "data/trees/figures.csv": b"1",
    "data/trees/figures.json": b"2",
    "data/trees/index.html": b"page",
    "data/areas/areas.csv": b"3",
    "charts/trees/by-year.csv": b"4",
    "en/charts/trees/by-year.csv": b"5",
}


@pytest.fixture
def promise(site: Site) -> Promise:
    return site.read().promise


@pytest.mark.parametrize(
    ("moved", "made"),
    [
        (
            move("table", "trees/numbers", "trees/figures"),
            {"data/trees/numbers.csv": b"1", "data/trees/numbers.json": b"2"},
        ),
        (move("dataset", "woods", "trees"), {"data/woods/figures.csv": b"1", "data/woods/figures.json": b"2"}),
        (
            move("pattern", "{language}pictures/{view}/{dataset}.csv", "{language}charts/{dataset}/{view}.csv"),
            {"pictures/by-year/trees.csv": b"4", "en/pictures/by-year/trees.csv": b"5"},
        ),
        (move("pattern", "../{dataset}/{view}.csv", "{language}charts/{dataset}/{view}.csv"), {}),
        (move("pattern", "old/{nobody}.csv", "{language}charts/{dataset}/{view}.csv"), {}),
        (move("table", "trees/numbers", ""), {}),
        (move("area", "999998", "999999"), {}),
    ],
    ids=str,
)
def test_a_data_file_that_moved_stands_at_both_addresses(promise: Promise, moved: Move, made: dict[str, bytes]) -> None:
    assert forwards.copies(FILES, promise, [moved]) == made


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_whose_pattern_moved_leads_on_and_one_that_is_gone_tells(site: Site, language: str) -> None:
    first(site)
    rows = (
        "m1,pattern,{language}places/{area}/index.html,{language}areas/{area}/index.html",
        "m2,pattern,{language}rankings/{area}/index.html,",
    )
    for row in rows:
        line(MOVES, f"{row},换了名称,Renamed,2,2020-07-01")(site)
    at = desk(site.root, language)
    environment = templates(at)
    pages = {
        address: Outline(environment.get_template(f"{name}.html").render(page=page))
        for address, name, page in plugin.compose(at, (), ())
        if address.startswith(("places/", "rankings/"))
    }
    onward = {
        path: [tag["content"] for tag in page.all("meta", **{"http-equiv": "refresh"})] for path, page in pages.items()
    }
    assert onward == {
        "places/100000/index.html": ["0; url=../../areas/100000/index.html"],
        "places/999999/index.html": ["0; url=../../areas/999999/index.html"],
        "rankings/100000/index.html": [],
        "rankings/999999/index.html": [],
    }
    assert addresses.HOME not in onward
