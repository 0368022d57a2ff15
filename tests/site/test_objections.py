"""Objections and corrections on pages: how each stands, where it is shown, how to raise one."""

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest

from gongshi.site import addresses, feeds, objecting, pages_areas, pages_corrections, pages_objections, pages_topics
from gongshi.site.desk import Desk
from tests import released
from tests.atom import faults
from tests.objecting import ANSWER, register
from tests.publication import Site
from tests.site.pages import Outline, desk, templates

ISSUES = "https://example.org/r/issues/new?template=objection.yml&title={title}&about={about}"


def on(at: Desk, today: str) -> Desk:
    """The same edition, built on another day."""
    return dataclasses.replace(at, edition=dataclasses.replace(at.edition, today=date.fromisoformat(today)))


def shown(at: Desk, name: str, page: object) -> Outline:
    return Outline(templates(at).get_template(f"{name}.html").render(page=page))


def page(root: Path, today: str = "2020-06-10", language: str = "zh") -> Outline:
    at = on(desk(root, language).at(addresses.OBJECTIONS), today)
    return shown(at, "objections", pages_objections.objections_page(at))


def records(root: Path) -> Outline:
    at = desk(root).at(addresses.records("999999", "trees"))
    return shown(at, "records", pages_areas.records(at, at.catalog.areas["999999"], at.catalog.dataset("trees")))


def topic(root: Path) -> Outline:
    at = desk(root).at(addresses.topic("trees"))
    return shown(at, "topic", pages_topics.topic(at, at.catalog.dataset("trees")))


@pytest.mark.parametrize("given", [False, True], ids=["no register", "an empty register"])
def test_without_objections_the_page_says_so_and_how_to_raise_one(site: Site, given: bool) -> None:
    if given:
        register(site)
    outline = page(site.root)
    assert outline.one("div", class_="empty")["text"].startswith("还没有异议。 收到异议以后")
    assert [way["text"] for way in outline.all("li") if "示例信箱" in way["text"]] == ["写信到示例信箱。"]
    assert "异议在二十个工作日内答复（参照国务院令第711号第三十三条，本站自定）。" in outline.one("main")["text"]


@pytest.mark.parametrize(
    ("today", "state", "waited"),
    [
        ("2020-06-10", "待答复，期限2020年6月30日", "9天"),
        ("2020-06-30", "待答复，期限2020年6月30日", "29天"),
        ("2020-07-03", "逾期 待答复，期限2020年6月30日，已过3天", "32天"),
    ],
)
def test_an_objection_that_waits_says_until_when_and_how_late_it_is(
    site: Site, today: str, state: str, waited: str
) -> None:
    register(site, {})
    text = page(site.root, today).one("article", id="trees-too-many")["text"]
    assert text == (
        f"示例县：种树棵数 trees-2018 {state} 示例村只种了一万棵。 "
        f"收到 2020年6月1日 渠道 电子邮件 历时 {waited} 编号 trees-too-many"
    )


def test_what_waits_comes_first_by_its_day_and_what_ended_last_first(site: Site) -> None:
    register(
        site,
        {**ANSWER, "id": "early", "answered": "2020-06-05"},
        {"id": "later", "due": "2020-09-01"},
        {"id": "sooner"},
        {**ANSWER, "id": "late", "answered": "2020-06-09", "outcome": "partly"},
    )
    outline = page(site.root)
    assert [entry["id"] for entry in outline.all("article", class_="entry")] == ["sooner", "later", "late", "early"]
    assert "2020年6月9日答复，部分成立" in outline.one("article", id="late")["text"]


def test_english_counts_days_and_names_outcomes(site: Site) -> None:
    register(site, {}, {**ANSWER, "id": "answered"})
    outline = page(site.root, "2020-07-01", "en")
    assert (
        "waiting, was to be answered by 30 June 2020, 1 day ago" in outline.one("article", id="trees-too-many")["text"]
    )
    assert "answered 15 June 2020, not upheld" in outline.one("article", id="answered")["text"]


@pytest.mark.parametrize(
    ("status", "state"), [("rejected", "2020年6月15日不予受理"), ("withdrawn", "2020年6月15日撤回")]
)
def test_what_was_not_accepted_or_withdrawn_says_so(site: Site, status: str, state: str) -> None:
    register(site, {**ANSWER, "status": status, "outcome": ""})
    assert state in page(site.root).one("article", id="trees-too-many")["text"]


def test_a_figure_shows_what_was_objected_to_it_and_the_others_do_not(site: Site) -> None:
    register(site, {})
    outline = records(site.root)
    text = outline.one("article", id="trees-2018")["text"]
    assert "收到的异议 2020年6月1日收到：待答复，期限2020年6月30日示例村只种了一万棵。" in text
    assert "收到的异议" not in outline.one("article", id="trees-2017")["text"]
    links = [link["href"] for link in outline.all("a") if "2020年6月1日收到" in link["text"]]
    assert links == ["../../../objections/index.html#trees-too-many"]


def test_a_topic_shows_objections_to_itself_and_to_its_figures_by_name(site: Site) -> None:
    register(site, {"id": "own", "about_kind": "topic", "about": "trees"}, {})
    text = topic(site.root).one("main")["text"]
    assert "2020年6月1日收到：待答复，期限2020年6月30日" in text
    assert "示例县：种树棵数：2020年6月1日收到：待答复" in text


def corrected(site: Site) -> None:
    """Change a figure of release 1 and say so."""
    released.first(site)
    site.replace("datasets/trees/figures.csv", ",12000,exact,1.2万个", ",12500,exact,12500个")
    released.correct(site, "trees-2017-2-value,trees-2017,2,value,12000,12500")


def test_a_topic_shows_the_corrections_of_its_figures(site: Site) -> None:
    corrected(site)
    assert "示例县：种树棵数：" in topic(site.root).one("main")["text"]
    assert "12000" in topic(site.root).one("main")["text"]


def test_ways_to_object_are_those_that_the_publication_names(site: Site) -> None:
    at = desk(site.root)
    assert [way.text for way in objecting.ways(at)] == ["写信到示例信箱。"]
    text = (site.root / "publication.yaml").read_text(encoding="utf-8")
    more = f"email: box@example.org\nissues: {ISSUES}\npost: 示例县示例路\npost_en: Example Road\n"
    site.write("publication.yaml", text + more)
    assert site.problems() == ()
    assert [(way.text, way.href) for way in objecting.ways(desk(site.root), "trees-2018", "种树 & 种草")] == [
        ("写信到示例信箱。", ""),
        ("box@example.org", "mailto:box@example.org"),
        ("写信：示例县示例路", ""),
        (
            "在代码库填写异议表（已填好编号）",
            "https://example.org/r/issues/new?template=objection.yml"
            "&title=%E5%BC%82%E8%AE%AE%EF%BC%9A%E7%A7%8D%E6%A0%91%20%26%20%E7%A7%8D%E8%8D%89&about=trees-2018",
        ),
    ]


def test_every_figure_and_topic_offers_the_form_with_its_own_id(site: Site) -> None:
    text = (site.root / "publication.yaml").read_text(encoding="utf-8")
    site.write("publication.yaml", f"{text}issues: {ISSUES}\n")

    def ids(outline: Outline) -> list[str]:
        return [id_ for link in outline.all("a") for id_ in re.findall("about=([a-z0-9-]*)", link["href"])]

    assert ids(records(site.root)) == ["trees-2017", "trees-2018", "trees-planned", "tree-money-2018"]
    assert ids(topic(site.root)) == ["trees"]
    assert [link["text"] for link in page(site.root).all("a") if "about=" in link["href"]] == ["在代码库填写异议表"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_feed_is_valid_without_any_entry(site: Site, language: str) -> None:
    made = feeds.files(desk(site.root, language))
    assert [(path, faults(data)) for path, data in made.items()] == [
        ("feeds/corrections.atom", []),
        ("feeds/releases.atom", []),
        ("feeds/changes.atom", []),
        ("feeds/registers.atom", []),
        ("feeds/notices.atom", []),
        ("feeds/objections.atom", []),
    ]


def test_a_correction_is_an_entry_whose_id_never_changes(site: Site) -> None:
    corrected(site)
    at = desk(site.root).at(addresses.CORRECTIONS_FEED)
    (entry,) = feeds.corrections(at).entries
    assert (entry.id, entry.updated, entry.href) == (
        "urn:gongshi:correction:trees-2017-2-value",
        date(2020, 7, 1),
        "../corrections/index.html#trees-2017-2-value",
    )
    assert entry.title.startswith("示例县：种树棵数：")
    assert faults(feeds.files(at)["feeds/corrections.atom"]) == []


def test_links_of_a_feed_are_whole_where_the_publication_has_an_address(site: Site) -> None:
    corrected(site)
    text = (site.root / "publication.yaml").read_text(encoding="utf-8")
    site.write("publication.yaml", f"{text}address: https://example.org/a/\n")
    feed = feeds.corrections(desk(site.root, "en").at(addresses.CORRECTIONS_FEED))
    assert (feed.own, feed.entries[0].href) == (
        "https://example.org/a/en/feeds/corrections.atom",
        "https://example.org/a/en/corrections/index.html#trees-2017-2-value",
    )


def test_the_page_of_corrections_leads_to_its_feed(site: Site) -> None:
    at = desk(site.root).at(addresses.CORRECTIONS)
    outline = shown(at, "corrections", pages_corrections.corrections(at))
    assert outline.one("a", type="application/atom+xml")["href"] == "../feeds/corrections.atom"
    assert "../feeds/corrections.atom" in [link["href"] for link in outline.all("link", type="application/atom+xml")]
