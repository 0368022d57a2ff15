"""What was published and is gone keeps its address: a note at its anchor, or a page that leads on."""

from collections.abc import Mapping

import pytest

from gongshi.read.ledgers import Move
from gongshi.read.values import Text
from gongshi.record import remains as record
from gongshi.site import addresses, feeds, pages_releases, plugin
from tests.atom import faults
from tests.check.faults.making import AREAS, COMMITMENTS, FIGURES, all_of, cell, columns, line
from tests.drawn import HERE
from tests.publication import Site
from tests.released import MOVES, correct, first, release
from tests.site.pages import Outline, desk, templates

WORDS = "换了名称,Renamed,2,2020-07-01"


def without(id_: str, file: str = FIGURES) -> object:
    """Take a row away."""
    return columns(file, lambda table: table.remove(next(row for row in table if row[0] == id_)))


def drop(site: Site, id_: str = "tree-money-2018") -> None:
    """Take a published figure away, with a correction that says so."""
    first(site)
    without(id_)(site)  # type: ignore[operator]
    correct(site, f"{id_}-2-id,{id_},2,id,{id_},")


def rendered(site: Site, language: str = "zh") -> Mapping[str, str]:
    """Every page of an edition without prose, by its address."""
    at = desk(site.root, language)
    environment = templates(at)
    return {
        address: environment.get_template(f"{name}.html").render(page=page)
        for address, name, page in plugin.compose(at, (), ())
    }


def test_a_figure_that_is_gone_keeps_its_anchor_with_what_became_of_it(site: Site) -> None:
    drop(site)
    assert site.problems() == ()
    outline = Outline(rendered(site)["areas/999999/trees/index.html"])
    text = outline.one("article", id="tree-money-2018")["text"]
    for part in ("第1期（2020年6月1日）首次发布", "第2期", "抄错了"):
        assert part in text


def test_a_figure_of_an_unreleased_edition_leaves_nothing_behind(site: Site) -> None:
    without("tree-money-2018")(site)  # type: ignore[operator]
    at = desk(site.root)
    assert at.edition.former == {}


def moved_area(site: Site) -> None:
    """Move a published figure to another area."""
    first(site)
    line(AREAS, "999998,邻县,Next County,county,100000,,")(site)
    cell(FIGURES, 3, "area", "999998")(site)
    cell(COMMITMENTS, 2, "area", "999998")(site)
    correct(site, "trees-2018-2-area,trees-2018,2,area,999999,999998")


def test_a_figure_that_moved_leaves_a_link_at_its_old_home(site: Site) -> None:
    moved_area(site)
    outline = Outline(rendered(site)["areas/999999/trees/index.html"])
    assert [a["href"] for a in outline.all("a") if a["href"].endswith("#trees-2018")] != []
    assert "这个数字现在的位置" in outline.one("article", id="trees-2018")["text"]


def test_a_page_stays_for_the_figures_that_were_all_there_was(site: Site) -> None:
    first(site)
    line(AREAS, "999998,邻县,Next County,county,100000,,")(site)
    for row in range(2, 6):
        cell(FIGURES, row, "area", "999998")(site)
    at = desk(site.root)
    assert at.edition.former == {("999999", "trees"): ("trees-2017", "trees-2018", "trees-planned", "tree-money-2018")}
    outline = Outline(rendered(site)["areas/999999/trees/index.html"])
    assert outline.one("article", id="trees-2017")["text"]


MOVED = [
    ("indicator,trees-cut,trees-planted", "indicators/trees-cut/index.html", "../trees-planted/index.html"),
    ("indicator,trees-cut,tree-money", "indicators/trees-cut/index.html", ""),
    ("indicator,trees-cut,", "indicators/trees-cut/index.html", ""),
    ("source,plan-2017,plan-2018", "sources/plan-2017/index.html", "../plan-2018/index.html"),
    ("area,999997,999999", "areas/999997/index.html", "../999999/index.html"),
    ("dataset,woods,trees", "topics/woods/index.html", "../trees/index.html"),
    ("dataset,woods,trees", "data/woods/index.html", "../trees/index.html"),
    ("dataset,people,areas", "topics/people/index.html", ""),
    ("dataset,people,areas", "data/people/index.html", "../areas/index.html"),
    ("notice,trees,", "notices/trees/index.html", ""),
    ("page,news/trees/,topics/trees", "news/trees/index.html", "../../topics/trees/index.html"),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("row", "old", "target"), MOVED, ids=lambda part: str(part) or "nothing")
def test_the_address_of_a_name_that_is_gone_leads_on_or_tells(
    site: Site, row: str, old: str, target: str, language: str
) -> None:
    first(site)
    line(MOVES, f"gone-2,{row},{WORDS}")(site)
    outline = Outline(rendered(site, language)[old])
    refreshed = [meta["content"] for meta in outline.all("meta") if meta.get("http-equiv") == "refresh"]
    assert refreshed == ([f"0; url={target}"] if target else [])
    assert [a["href"] for a in outline.all("a") if a["href"] == target] == ([target] if target else [])
    assert {"zh": "换了名称", "en": "Renamed"}[language] in outline.one("main", id="main")["text"]


@pytest.mark.parametrize(
    "written", ["../secret", "/etc/passwd/..", "a b", "", "index.html", "A/B", "http://example.org"]
)
def test_only_an_address_within_the_site_can_have_moved(written: str) -> None:
    assert record.page(written) == ""


def test_moves_are_followed_to_where_a_name_is_today() -> None:
    def move(old: str, new: str, kind: str = "dataset") -> Move:
        return Move(old, kind, old, new, Text("", ""), "2", None, HERE)

    moves = [move("a", "b"), move("b", "c"), move("c", "", "table"), move("x", "y"), move("y", "x")]
    assert [record.last(one, moves) for one in moves] == ["c", "c", "", "x", "y"]


def test_a_release_leads_to_the_one_before_and_the_one_after(site: Site) -> None:
    drop(site)
    release(site, "2", "2020-07-01")
    at = desk(site.root)
    steps = [step for step in at.edition.steps if step.release]
    pages = [pages_releases.release(at.at(addresses.release(step.name)), step) for step in steps]
    named = [
        (page.previous.text if page.previous else "", page.following.text if page.following else "") for page in pages
    ]
    assert named == [("", "第2期"), ("第1期", "")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_feeds_tell_each_release_and_each_figure_that_it_changed(site: Site, language: str) -> None:
    drop(site)
    all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))(site)
    correct(site, "trees-2017-2-value,trees-2017,2,value,12000,12345")
    line(
        FIGURES,
        "trees-2016,trees-planted,999999,,2016-01-01,2016-12-31,stated,actual,7,exact,7个,final,plan-2018,(二),",
    )(site)
    release(site, "2", "2020-07-01")
    at = desk(site.root, language)
    made = feeds.files(at)
    assert {path: faults(data) for path, data in made.items()} == {path: [] for _, path in addresses.FEEDS}
    entries = feeds.changes(at.at(addresses.CHANGES_FEED)).entries
    assert [(entry.id, entry.href) for entry in entries] == [
        ("urn:gongshi:change:2:trees-2016", "../areas/999999/trees/index.html#trees-2016"),
        ("urn:gongshi:change:2:trees-2017", "../areas/999999/trees/index.html#trees-2017"),
        ("urn:gongshi:change:2:tree-money-2018", "../areas/999999/trees/index.html#tree-money-2018"),
    ]
    if language == "zh":
        assert [entry.summary for entry in entries] == [
            "",
            "数值：12000 → 12345；原文：1.2万个 → 12345个；抄录有误：抄错了",
            "抄录有误：抄错了",
        ]
    releases = feeds.releases(at.at(addresses.RELEASES_FEED)).entries
    assert [(entry.id, entry.href) for entry in releases] == [
        ("urn:gongshi:release:2", "../releases/2/index.html"),
        ("urn:gongshi:release:1", "../releases/1/index.html"),
    ]


def test_a_feed_tells_each_register_of_which_a_release_touched_rows(site: Site) -> None:
    drop(site)
    release(site, "2", "2020-07-01")
    at = desk(site.root).at(addresses.REGISTERS_FEED)
    told = [(entry.id, entry.href, entry.summary) for entry in feeds.registers(at).entries if ":2:" in entry.id]
    assert told == [
        (
            "urn:gongshi:register:2:corrections-corrections",
            "../releases/2/index.html#table-corrections-corrections",
            "新增1，改动0，撤下0",
        )
    ]
