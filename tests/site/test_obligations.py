"""What must be published on its pages: the catalogue for everybody, how it stands only in an official publication."""

from datetime import date

import pytest

from gongshi.check import duties
from gongshi.site import addresses, pages_duties, pages_obligations, pages_oversight, plugin
from gongshi.site.desk import Desk
from tests.obliged import CASES, COMPLETION, DECIDED, LOANS, MONEY_OF_TREES, PLAN, WHOLE_PLAN, Case, catalogued, obliged
from tests.publication import Site
from tests.site.pages import Outline, desk, templates
from tests.site.test_notices import page as notice_page

TODAY = date(2020, 6, 1)
ROWS = (
    MONEY_OF_TREES | {"notice": "tree-money"},
    PLAN | {"dataset": "trees", "published": "2019-11-01", "elements": WHOLE_PLAN},
    COMPLETION | {"level": "county", "published": "2020-02-10", "elements": "completion-works+completion-spending"},
    PLAN | {"id": "library-2020", "obligation": "projects-library", "formed": "2020-01-15"},
    LOANS,
    PLAN | DECIDED | {"id": "letter-2019", "obligation": "policy-other"},
    PLAN | {"id": "early", "obligation": "policy-laws", "formed": "2019-05-14"},
    COMPLETION | {"id": "village-2019"},
)
SENTENCES = {
    "allocation-2020": "2020年5月8日公开，在期限2020年5月12日以内。",
    "plan-2019": "2019年11月1日公开，比期限2019年10月23日晚9天。",
    "completion-2019": "2020年2月10日公开，在期限2020年2月19日以内。缺：绩效目标实现情况；带贫减贫机制实现情况。",
    "library-2020": "期限是2020年2月19日，到2020年6月1日已过103天，还没有公开。",
    "loans-2020": "还没有公开，期限是2020年12月31日，当天也算。",
    "letter-2019": "决定不公开，理由：涉及种树户的个人信息（国务院令第711号第十五条）。决定者：种树办公室主任。",
    "early": "还没有公开；形成那天没有适用的时限规则。",
}


def duties_desk(site: Site, language: str = "zh") -> Desk:
    return desk(site.root, language, TODAY).at(addresses.duties("999999", "county"))


def catalogue(site: Site, language: str = "zh") -> Outline:
    at = desk(site.root, language, TODAY).at(addresses.OBLIGATIONS)
    return Outline(templates(at).get_template("obligations.html").render(page=pages_obligations.obligations(at)))


def chips(outline: Outline) -> list[str]:
    return [chip["text"] for chip in outline.all("span") if chip.get("class", "").startswith("chip ")]


def test_a_compiled_edition_assesses_nothing_and_names_no_county(site: Site) -> None:
    outline = catalogue(catalogued(site) and site)
    assert chips(outline) == ["未评估"] * 14
    assert "本站只读了1份文件" in outline.one("main")["text"]
    assert "示例县" not in outline.one("main")["text"]
    assert addresses_of(site, "duties") == []


def addresses_of(site: Site, template: str) -> list[str]:
    at = desk(site.root, today=TODAY)
    return [address for address, name, _ in plugin.compose(at, (), ()) if name == template]


def test_an_official_publication_has_a_page_for_each_area_and_level_with_duties(site: Site) -> None:
    obliged(site, ROWS)
    assert addresses_of(site, "duties") == [
        "obligations/999999/county/index.html",
        "obligations/999999/village/index.html",
    ]


def test_the_catalogue_leads_to_each_area_and_level_and_counts_how_they_stand(site: Site) -> None:
    at = desk(obliged(site, ROWS).root, today=TODAY).at(addresses.OBLIGATIONS)
    told = [
        (place.link.text, place.link.href, [chip.text for chip in place.standings])
        for place in pages_obligations.obligations(at).places
    ]
    county = ["逾期 1", "部分公开 1", "期限不明 1", "未到期 1", "不公开 1", "已公开 2"]
    assert told == [
        ("示例县（县级）", "999999/county/index.html", county),
        ("示例县（村级）", "999999/village/index.html", ["逾期 1"]),
    ]


def test_the_catalogue_shows_every_item_with_its_elements_and_what_was_not_seen(site: Site) -> None:
    at = desk(catalogued(site).root, today=TODAY).at(addresses.OBLIGATIONS)
    page = pages_obligations.obligations(at)
    assert [(group.title, len(group.items)) for group in page.categories] == [
        ("政策文件", 3),
        ("扶贫对象", 2),
        ("扶贫资金", 5),
        ("扶贫项目", 2),
        ("监督管理", 1),
    ]
    item = page.categories[2].items[0]
    assert (item.id, item.title) == ("funds-allocation", "6. 财政专项扶贫资金分配结果")
    facts = {fact.term: [link.text for link in fact.texts] for fact in (*item.facts, *item.more)}
    assert facts["要素"] == ["资金名称", "分配结果"]
    assert facts["时限"] == [
        "资金分配结果下达后15个工作日内公开（只作提醒；只见到一部分）",
        "扶贫领域基层政务公开标准目录（2019年）",
        "自形成或变更之日起20个工作日内公开（必须遵守；见到原文）",
        "国务院令第711号第二十六条",
    ]
    assert facts["公开对象"] == ["没有见到"]
    unconfirmed = page.categories[4].items[0]
    assert [link.text for link in unconfirmed.facts[-1].texts][0] == "没有见到原文，未核实"


def test_a_publication_without_a_catalogue_says_what_will_stand_there(site: Site) -> None:
    boxes = [box["text"] for box in catalogue(site).all("div", class_="empty")]
    assert boxes == ["还没有目录。 目录编好以后，这里按类别列出每个事项和它的要素、时限。"]


@pytest.mark.parametrize("id_", SENTENCES)
def test_a_duty_is_told_in_a_sentence(site: Site, id_: str) -> None:
    page = pages_duties.page(duties_desk(obliged(site, ROWS)), "999999", "county")
    lines = {line.id: line for group in page.groups for line in group.lines}
    assert sorted(lines) == sorted(SENTENCES)
    assert lines[id_].line == SENTENCES[id_]


def test_what_deserves_a_look_comes_first_and_is_counted(site: Site) -> None:
    page = pages_duties.page(duties_desk(obliged(site, ROWS)), "999999", "county")
    assert [(group.state, [line.id for line in group.lines]) for group in page.groups] == [
        ("late", ["library-2020"]),
        ("partly", ["completion-2019"]),
        ("unknown", ["early"]),
        ("due", ["loans-2020"]),
        ("withheld", ["letter-2019"]),
        ("published", ["allocation-2020", "plan-2019"]),
    ]
    assert [(tally.number, tally.label, tally.kind) for tally in page.tallies] == [
        (1, "逾期", "caution"),
        (1, "部分公开", "caution"),
        (1, "期限不明", "plain"),
        (1, "未到期", "plain"),
        (1, "不公开", "plain"),
        (2, "已公开", "plain"),
    ]
    assert [link.text for link in page.unassessed][:2] == ["规范性文件", "贫困人口识别"]


def test_what_is_published_leads_to_where_it_is(site: Site) -> None:
    page = pages_duties.page(duties_desk(obliged(site, ROWS)), "999999", "county")
    hrefs = {line.id: line.title.href for group in page.groups for line in group.lines}
    assert hrefs == {
        "allocation-2020": "../../../notices/tree-money/index.html",
        "plan-2019": "../../../data/trees/index.html",
        **dict.fromkeys(("completion-2019", "library-2020", "loans-2020", "letter-2019", "early"), ""),
    }


def test_elsewhere_a_duty_says_whose_it_is_and_leads_there(site: Site) -> None:
    at = desk(obliged(site, [PLAN]).root, today=TODAY).at(addresses.OVERSIGHT)
    (one,) = duties.assessments(at.catalog, TODAY)
    (place,) = (fact for fact in pages_duties.line(at, one).facts if fact.term == "地区")
    link = ("示例县（县级）", "../obligations/999999/county/index.html")
    assert [(text.text, text.href) for text in place.texts] == [link]


def test_every_deadline_is_told_with_the_rule_that_sets_it_and_how_far_it_binds(site: Site) -> None:
    obliged(site, [MONEY_OF_TREES])
    at = desk(site.root, "en", date(2020, 5, 15)).at(addresses.duties("999999", "county"))
    (line,) = (line for group in pages_duties.page(at, "999999", "county").groups for line in group.lines)
    (deadlines,) = (fact for fact in line.facts if fact.term == "Deadline")
    assert [(link.text, link.lang) for link in deadlines.texts] == [
        (
            "12 May 2020, missed by 3 days: Allocations of funds are published within 15 working days of being "
            "handed down (advisory; text was read in part)",
            "",
        ),
        ("扶贫领域基层政务公开标准目录（2019年）", "zh-CN"),
        (
            "19 May 2020: Published within 20 working days of being formed or changed (binding; text was read)",
            "",
        ),
        ("国务院令第711号第二十六条", "zh-CN"),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_state_has_a_page_in_both_languages(site: Site, case: Case, language: str) -> None:
    obliged(site, [case.cells])
    level = case.cells["level"]
    at = desk(site.root, language, date.fromisoformat(case.today)).at(addresses.duties("999999", level))
    outline = Outline(templates(at).get_template("duties.html").render(page=pages_duties.page(at, "999999", level)))
    late = case.late if case.state in ("published", "partly") else 0
    assert chips(outline) == [at.t(f"duty-state-{case.state}"), *([at.count("duty-late-by", late)] if late else [])]
    assert outline.one("article")["id"] == case.cells["id"]
    assert "$" not in outline.one("main")["text"]


def test_a_notice_names_its_item_and_leads_to_the_catalogue(site: Site) -> None:
    (item,) = (fact for fact in notice_page(obliged(site), "tree-money").facts if fact.term == "公开事项")
    link = ("财政专项扶贫资金分配结果", "../../obligations/index.html#funds-allocation")
    assert [(text.text, text.href) for text in item.texts] == [link]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_page_of_oversight_lists_what_is_or_was_late_incomplete_or_unknown(site: Site, case: Case) -> None:
    obliged(site, [case.cells])
    at = desk(site.root, today=date.fromisoformat(case.today)).at(addresses.OVERSIGHT)
    page = pages_oversight.oversight(at)
    expected = case.state in ("late", "partly", "unknown") or (case.state == "published" and bool(case.late))
    assert [line.id for line in page.duties] == [case.cells["id"]] * expected
    outline = Outline(templates(at).get_template("oversight.html").render(page=page))
    assert len(outline.all("article")) == expected
    assert ("没有逾期或不全的事项。" in outline.one("main")["text"]) is not expected
    assert "没有隶属关系" not in outline.one("footer")["text"]
