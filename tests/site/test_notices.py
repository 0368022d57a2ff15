"""Notices on their pages: how they stand on the day of the build, how to object, and what programs read of them."""

from dataclasses import replace
from datetime import date

import pytest
from markupsafe import Markup

from gongshi.read.heads import metadata
from gongshi.read.history import FrozenFile, Release
from gongshi.read.values import Text
from gongshi.record import seen
from gongshi.site import addresses, pages_data, pages_home, pages_notices, theme
from gongshi.site.desk import Desk
from gongshi.site.pages_notices import NoticePage
from gongshi.site.pages_prose import Prose
from tests import objecting
from tests.publication import Site, official
from tests.site.pages import Outline, desk, templates

BEFORE, FIRST, LAST, AFTER = date(2020, 5, 26), date(2020, 5, 27), date(2020, 6, 5), date(2020, 6, 6)


def prose(at: Desk, slug: str) -> Prose:
    """The text of a notice, as Pelican would hand it over."""
    head = metadata(at.edition.texts[f"content/{at.language}/notices/{slug}.md"])
    return Prose(slug, head["title"], head["summary"], None, Markup("<p>…</p>"), addresses.notice(slug))


def page(site: Site, slug: str, language: str = "zh", today: date = FIRST) -> NoticePage:
    at = desk(site.root, language, today).at(addresses.notice(slug))
    return pages_notices.notice(at, at.catalog.notices[slug], prose(at, slug))


def shown(site: Site, slug: str, language: str = "zh", today: date = FIRST) -> Outline:
    made = templates(desk(site.root, language)).get_template("notice.html")
    return Outline(made.render(page=page(site, slug, language, today)))


@pytest.mark.parametrize(
    ("today", "state", "word"),
    [
        (BEFORE, "upcoming", "未开始"),
        (FIRST, "open", "公示中"),
        (LAST, "open", "公示中"),
        (AFTER, "closed", "公示期满"),
    ],
)
def test_a_notice_says_how_it_stands_on_the_day_of_the_build(site: Site, today: date, state: str, word: str) -> None:
    outline = shown(official(site), "tree-plan", today=today)
    assert outline.one("span", class_=f"chip chip-{state}")["text"] == word
    seen_ = [saying for saying in outline.all("p") if "data-when" in saying and "hidden" not in saying]
    assert [saying["data-when"] for saying in seen_] == [state]


def test_an_announcement_has_no_days_that_a_script_could_change(site: Site) -> None:
    outline = shown(official(site), "tree-money")
    assert outline.one("span", class_="chip chip-announcement")["text"] == "公告"
    assert [element for element in outline.all("div") if "data-opens" in element] == []
    assert "公告没有期限" in outline.one("main")["text"]


@pytest.mark.parametrize(
    ("unit", "counting", "words"),
    [
        ("natural", "inclusive", "2020年5月27日至2020年6月5日，共10天（自然日）；开始和截止两天都算在内"),
        ("natural", "exclusive", "2020年5月27日至2020年6月5日，共9天（自然日）；开始那天不算，截止那天算在内"),
        ("working", "inclusive", "2020年5月27日至2020年6月5日，共8个工作日；开始和截止两天都算在内"),
        ("working", "exclusive", "2020年5月27日至2020年6月5日，共7个工作日；开始那天不算，截止那天算在内"),
    ],
)
def test_a_period_is_told_with_both_days_its_length_its_unit_and_how_it_counts(
    site: Site, unit: str, counting: str, words: str
) -> None:
    official(site).replace("content/zh/notices/tree-plan.md", "Unit: natural", f"Unit: {unit}")
    site.replace("content/zh/notices/tree-plan.md", "Counting: inclusive", f"Counting: {counting}")
    assert page(site, "tree-plan").period == words


def test_a_period_beyond_the_calendar_says_that_it_cannot_be_counted(site: Site) -> None:
    official(site).replace("content/zh/notices/tree-plan.md", "Unit: natural", "Unit: working")
    site.replace("content/zh/notices/tree-plan.md", "Closes: 2020-06-05", "Closes: 2027-06-05")
    assert page(site, "tree-plan", "en").period == (
        "27 May 2020 to 5 June 2027, in working days, which cannot be counted: the calendar does not know that year; "
        "the first and the last day both count"
    )


def test_the_facts_of_a_notice_stand_on_its_page(site: Site) -> None:
    facts = [(fact.term, [link.text for link in fact.texts]) for fact in page(official(site), "tree-money").facts]
    assert facts == [
        ("种类", ["公告"]),
        ("索引号", ["00999999X/2020-00001"]),
        ("发布单位", ["示例县种树办公室"]),
        ("层级", ["县级"]),
        ("地区", ["示例县"]),
        ("落款日期", ["2020年5月6日"]),
        ("发布日期", ["2020年5月8日"]),
        ("审查", ["种树办公室主任"]),
        ("数据集", ["种树"]),
        ("固定地址", ["/notices/tree-money/"]),
    ]


@pytest.mark.parametrize(
    ("unit", "counting", "also"),
    [
        ("natural", "inclusive", "其中工作日8个"),
        ("natural", "exclusive", "其中工作日7个"),
        ("working", "inclusive", "合10个自然日"),
        ("working", "exclusive", "合9个自然日"),
    ],
)
def test_the_facts_tell_the_length_in_the_other_unit_too(site: Site, unit: str, counting: str, also: str) -> None:
    official(site).replace("content/zh/notices/tree-plan.md", "Unit: natural", f"Unit: {unit}")
    site.replace("content/zh/notices/tree-plan.md", "Counting: inclusive", f"Counting: {counting}")
    facts = {fact.term: [link.text for link in fact.texts] for fact in page(site, "tree-plan").facts}
    assert facts["公示期"][1:] == [f"照同样的算法，{also}"]


def test_the_ways_to_object_are_those_of_the_publisher_and_of_the_site(site: Site) -> None:
    ways = [
        (way.term, [(link.text, link.href) for link in way.texts]) for way in page(official(site), "tree-plan").ways
    ]
    assert ways == [
        ("电话", [("000-0000000", "")]),
        ("地址", [("示例县示例路", "")]),
        ("邮箱", [("trees@example.org", "mailto:trees@example.org")]),
        ("监督电话", [("12317", "")]),
        ("本站", [("写信到示例信箱。", "")]),
    ]


def test_an_objection_to_a_notice_stands_on_its_page(site: Site) -> None:
    objecting.register(official(site), {"about_kind": "notice", "about": "tree-plan"})
    assert [event.why for event in page(site, "tree-plan").objections] == ["示例村只种了一万棵。"]
    assert page(site, "tree-money").objections == ()


def test_the_issue_form_comes_filled_in_with_the_notice(site: Site) -> None:
    form = "https://code.example.org/new?about={about}&title={title}"
    official(site).replace("publication.yaml", 'edition: "1"', f'edition: "1"\nissues: {form}')
    own = page(site, "tree-plan").ways[-1]
    assert own.texts[-1].href.startswith("https://code.example.org/new?about=tree-plan&title=%")


def test_the_figures_that_a_notice_rests_on_are_rows_that_lead_to_their_homes(site: Site) -> None:
    rows = page(official(site), "tree-plan").rows
    assert [(row.id, row.href) for row in rows] == [
        ("trees-planned", "../../areas/999999/trees/index.html#trees-planned"),
        ("trees-2018", "../../areas/999999/trees/index.html#trees-2018"),
    ]


@pytest.mark.parametrize(
    ("today", "states"),
    [
        (BEFORE, ["open", "upcoming", "announcement", "closed"]),
        (FIRST, ["open", "announcement", "closed"]),
        (AFTER, ["open", "announcement", "closed"]),
    ],
)
def test_the_list_shows_every_notice_once_under_how_it_stands(site: Site, today: date, states: list[str]) -> None:
    at = desk(official(site).root, today=today).at(addresses.NOTICES)
    groups = pages_notices.notices(at).groups
    assert [group.state for group in groups] == states
    state = at.catalog.notices["tree-plan"].state(today)
    held = {group.state: [line.link.href for line in group.lines] for group in groups if group.lines}
    assert held == {state: ["tree-plan/index.html"], "announcement": ["tree-money/index.html"]}


def test_a_list_without_notices_says_what_will_stand_there(site: Site) -> None:
    at = desk(site.root).at(addresses.NOTICES)
    outline = Outline(templates(at).get_template("notices.html").render(page=pages_notices.notices(at)))
    assert [box["text"] for box in outline.all("div", class_="empty") if "hidden" not in box] == [
        "现在没有正在公示的事项。 公示开始以后列在这里，写明到哪一天为止、怎样提出异议。",
        "还没有公告。 公告发布以后列在这里，新的在前。",
        "还没有期满的公示。 公示期满以后移到这里，不会消失。",
    ]


@pytest.mark.parametrize(
    ("today", "section"), [(BEFORE, ["hidden"]), (FIRST, ["shown"]), (LAST, ["shown"]), (AFTER, [])], ids=str
)
def test_the_home_page_shows_what_is_open_now(site: Site, today: date, section: list[str]) -> None:
    at = desk(official(site).root, today=today)
    outline = Outline(templates(at).get_template("home.html").render(page=pages_home.home(at, [])))
    found = outline.all("section", **{"aria-labelledby": "open"})
    assert ["hidden" if "hidden" in one else "shown" for one in found] == section
    scripts = [script["src"] for script in outline.all("script")]
    names = [addresses.SCRIPT, addresses.COPIER, *([addresses.NOTICES_SCRIPT] if section else [])]
    assert scripts == [theme.published(name) for name in names]


def meta(outline: Outline) -> dict[str, str]:
    kept = ("viewport", "color-scheme", "referrer")
    return {one["name"]: one["content"] for one in outline.all("meta") if one.get("name", "viewport") not in kept}


def test_the_head_of_a_notice_says_what_government_sites_say(site: Site) -> None:
    official(site).replace("publication.yaml", 'edition: "1"', 'edition: "1"\naddress: https://data.example.org/gs/')
    assert meta(shown(site, "tree-money")) == {
        "SiteName": "示例县公示",
        "SiteDomain": "data.example.org",
        "ColumnName": "公告公示",
        "ColumnType": "公告公示",
        "ArticleTitle": "示例县2020年种树资金分配结果公告",
        "PubDate": "2020-05-08",
        "ContentSource": "示例县种树办公室",
        "Keywords": "公告,示例县,种树",
        "Author": "示例县种树办公室",
        "Description": "示例县2020年的种树资金已经分配。",
        "Url": "https://data.example.org/gs/notices/tree-money/",
    }


def test_without_an_address_the_head_names_no_domain_and_no_url(site: Site) -> None:
    assert {"SiteDomain", "Url"} & {*meta(shown(official(site), "tree-money"))} == set()


def test_other_pages_say_their_description_only(site: Site) -> None:
    at = desk(official(site).root).at(addresses.NOTICES)
    outline = Outline(templates(at).get_template("notices.html").render(page=pages_notices.notices(at)))
    assert list(meta(outline)) == ["description"]


def test_the_catalogue_offers_the_table_of_notices(site: Site) -> None:
    at = desk(official(site).root).at(addresses.DATA)
    outline = Outline(templates(at).get_template("catalogue.html").render(page=pages_data.catalogue(at)))
    assert outline.one("h2", id="notices")["text"] == "公告公示"


PATH = "content/zh/notices/tree-money.md"


def release(name: str, day: date, *paths: str) -> Release:
    files = tuple(FrozenFile(path, 1, "0" * 64) for path in paths)
    return Release(name, day, ("", ""), Text("", ""), {}, files, b"")


def test_a_notice_was_first_seen_in_the_oldest_release_that_holds_it(site: Site) -> None:
    at = desk(official(site).root)
    released = (
        release("1", date(2020, 5, 1)),
        release("2", date(2020, 7, 1), PATH),
        release("3", date(2020, 8, 1), PATH),
    )
    found = seen.first(type(at.edition.history)(released), PATH)
    assert found is released[1]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2020, 7, 1), [("2020年7月1日，第two期", "releases/two/index.html")]),
        (date(2020, 5, 8), []),
    ],
    ids=str,
)
def test_first_seen_is_told_where_it_differs_from_what_the_notice_says(
    site: Site, day: date, words: list[tuple[str, str]]
) -> None:
    at = desk(official(site).root)
    history = replace(at.edition.history, releases=(release("two", day, PATH),))
    at = replace(at, edition=replace(at.edition, history=history))
    links = pages_notices.first_seen(at, at.catalog.notices["tree-money"])
    assert [(link.text, link.href) for link in links] == words
