"""What pages say, from a publication to the HTML of a page."""

import dataclasses

import pytest

from gongshi import staging
from gongshi.site import (
    addresses,
    disputes,
    downloads,
    figures,
    pages_areas,
    pages_checks,
    pages_commitments,
    pages_home,
    pages_topics,
)
from gongshi.site.desk import Desk
from gongshi.site.plugin import compose
from gongshi.site.tongues import phrases, quotation
from tests.publication import Site
from tests.site.pages import Outline, desk, templates

CONFLICT = """relations:
  - id: two-counts
    title: 两处棵数
    title_en: Two counts
    left: [trees-2017, trees-2018]
    is: conflict
    explanation: 文件没有说明。
    explanation_en: The document does not say.
"""


@pytest.fixture
def torn(site: Site) -> Site:
    """A publication whose figures contradict each other."""
    site.replace("datasets/trees/datapackage.yaml", "relations:\n", CONFLICT)
    return site


def shown(at: Desk, name: str, page: object) -> Outline:
    return Outline(templates(at).get_template(f"{name}.html").render(page=page))


def records(at: Desk) -> Outline:
    at = at.at(addresses.records("999999", "trees"))
    catalog = at.catalog
    return shown(at, "records", pages_areas.records(at, catalog.areas["999999"], catalog.dataset("trees")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_renders_with_strict_templates(site: Site, language: str) -> None:
    at = desk(site.root, language)
    made = templates(at)
    written = {
        address: made.get_template(f"{name}.html").render(page=page) for address, name, page in compose(at, (), ())
    }
    assert len(written) == len({*written})
    assert all(Outline(text).one("h1")["text"] for text in written.values())


def test_a_figure_at_its_home_has_its_anchor_value_words_source_and_citation(site: Site) -> None:
    outline = records(desk(site.root))
    text = outline.one("article", id="trees-2018")["text"]
    for part in ("种树棵数", "1.8万余个", "实际", "2018年", "原文“1.8万余个”", "示例文件，2019年3月1日，第（一）条"):
        assert part in text
    assert "urn:gongshi:figure:trees-2018" in text
    assert "第1期新增，这一期还没有发布" in text


def test_a_figure_whose_period_is_inferred_says_so(site: Site) -> None:
    text = records(desk(site.root)).one("article", id="tree-money-2018")["text"]
    assert "2018年，推断" in text
    assert "文件没有写明时间，由编者推断" in text


def test_figures_that_contradict_each_other_show_both_values_and_the_difference(torn: Site) -> None:
    outline = records(desk(torn.root))
    text = outline.one("article", id="trees-2017")["text"]
    for part in (
        "原文互相矛盾：两处棵数",
        "1.2万个",
        "1.8万余个",
        "1.8万个 − 1.2万个 = 6000个",
        "文件没有说明。本站照录",
    ):
        assert part in text


def test_a_contradiction_is_told_in_full_once_on_a_page_and_in_a_line_after_that(torn: Site) -> None:
    outline = records(desk(torn.root))
    text = outline.one("article", id="trees-2018")["text"]
    assert "原文互相矛盾：两处棵数 一处说1.2万个，一处说1.8万个，相差6000个。 看并排对照" in text
    assert "文件没有说明" not in text
    assert [link["href"] for link in outline.all("a") if link["text"] == "看并排对照"] == ["#trees-2017"]


def test_figures_that_contradict_each_other_are_one_row_in_a_list(torn: Site) -> None:
    at = desk(torn.root).at(addresses.topic("trees"))
    found = at.edition.home("999999", "trees")
    rows = figures.rows(at, found, "indicator", "scope")
    assert [(row.id, [rival.id for rival in row.rivals]) for row in rows] == [
        ("trees-2017", ["trees-2018"]),
        ("trees-planned", []),
        ("tree-money-2018", []),
    ]


def test_rows_of_one_name_are_told_apart_by_their_period(site: Site) -> None:
    at = desk(site.root).at(addresses.topic("trees"))
    rows = figures.by_indicator(at, at.edition.home("999999", "trees"), "indicator", "scope")
    assert [row.name for row in rows] == [
        "种树棵数，2017年",
        "种树棵数，2018年",
        "种树棵数，到2018年底",
        "种树资金（学校）",
    ]


@pytest.mark.parametrize(
    ("language", "named"),
    [("zh", "种树资金——学校（含幼儿园）"), ("en", "Money for trees – Schools (and kindergartens)")],
)
def test_a_scope_with_brackets_of_its_own_is_not_put_into_brackets(site: Site, language: str, named: str) -> None:
    site.replace("datasets/scopes/scopes.csv", "学校,Schools", "学校（含幼儿园）,Schools (and kindergartens)")
    at = desk(site.root, language)
    assert figures.name(at, at.catalog.figures["tree-money-2018"], "indicator", "scope") == named


def test_a_sum_that_holds_is_listed_with_its_arithmetic(site: Site) -> None:
    at = desk(site.root).at(addresses.topic("trees"))
    page = pages_topics.topic(at, at.catalog.dataset("trees"))
    assert page.disputes == ()
    assert [line.arithmetic for line in page.agreements] == ["1.2万个 + 1.8万余个 = 3万个"]


def test_a_commitment_names_its_target_and_its_outcome(site: Site) -> None:
    at = desk(site.root).at(addresses.COMMITMENTS)
    text = shown(at, "commitments", pages_commitments.commitments(at)).one("li", id="trees-by-2018")["text"]
    for part in ("计划", "到2018年种树3万个", "期限2018年", "目标：", "3万个", "结果：", "1.8万余个"):
        assert part in text


def test_a_commitment_without_an_outcome_says_so(site: Site) -> None:
    site.replace("datasets/commitments/commitments.csv", "trees-planned,trees-2018,", "trees-planned,,")
    at = desk(site.root).at(addresses.COMMITMENTS)
    outline = shown(at, "commitments", pages_commitments.commitments(at))
    assert "文件里未见结果" in outline.one("li", id="trees-by-2018")["text"]


def test_the_languages_link_to_each_other(site: Site) -> None:
    at = desk(site.root, "en").at(addresses.TOPICS)
    outline = shown(at, "topics", pages_topics.topics(at))
    assert outline.one("html")["lang"] == "en"
    assert outline.one("link", rel="alternate", hreflang="zh-CN") == {
        "rel": "alternate",
        "hreflang": "zh-CN",
        "href": "../../topics/index.html",
        "text": "",
    }
    assert [(a["lang"], a["href"], a["text"]) for a in outline.all("a", lang="zh-CN")] == [
        ("zh-CN", "../index.html", "示例县公示"),
        ("zh-CN", "../../topics/index.html", "中文"),
    ]


def test_the_home_page_counts_what_needs_attention(site: Site) -> None:
    tallies = pages_home.tallies(desk(site.root))
    assert [(tally.number, tally.kind) for tally in tallies] == [
        (0, "zero"),
        (1, "plain"),
        (0, "zero"),
        (0, "zero"),
        (1, "plain"),
    ]


def test_a_publication_in_one_language_names_no_other(site: Site) -> None:
    site.replace("publication.yaml", "languages: [zh, en]", "languages: [zh]")
    at = desk(site.root).at(addresses.TOPICS)
    assert pages_topics.topics(at).frame.languages == ()


def test_an_address_of_the_publication_makes_citations_lead_there(site: Site) -> None:
    site.replace("publication.yaml", 'edition: "1"', 'edition: "1"\naddress: https://data.example.org/gs/')
    at = desk(site.root, "en")
    figure = at.catalog.figures["trees-2018"]
    assert figures.address(at, figure) == "https://data.example.org/gs/en/areas/999999/trees/#trees-2018"


@pytest.mark.parametrize(
    ("text", "lang"),
    [("36.92億元", "zh-Hant"), ("36.92亿元", "zh-CN"), ("60%", "zh-CN"), ("「建立扶貧資金」", "zh-Hant")],
)
def test_traditional_words_are_told_from_simplified_ones(text: str, lang: str) -> None:
    assert quotation(text).lang == lang


@pytest.mark.parametrize(
    ("size", "shown"),
    [(1, "1 B"), (999, "999 B"), (1000, "1 KB"), (1499, "1 KB"), (86_000, "86 KB"), (1_250_000, "1.2 MB")],
)
def test_sizes_are_given_in_round_units(size: int, shown: str) -> None:
    assert downloads.size_in_words(size) == shown


def test_contexts_are_frozen(site: Site) -> None:
    page = pages_home.lost(desk(site.root).at(addresses.LOST))
    with pytest.raises(dataclasses.FrozenInstanceError):
        page.title = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "language", "pieces"),
    [
        ("As stated: 36.92億元.", "en", [("As stated: ", ""), ("36.92億元.", "zh-Hant")]),
        ("“289个规上企业”, paired", "en", [("“", ""), ("289个规上企业", "zh-CN"), ("”, paired", "")]),
        ("5,222 households", "en", [("5,222 households", "")]),
        ("36.92億元", "zh", [("36.92億元", "")]),
    ],
)
def test_chinese_words_in_an_english_text_carry_their_language(
    text: str, language: str, pieces: list[tuple[str, str]]
) -> None:
    assert [(piece.text, piece.lang) for piece in phrases(text, language)] == pieces


def test_a_citation_says_that_a_period_is_inferred(site: Site) -> None:
    at = desk(site.root)
    assert "（2018年，推断）" in figures.citation(at, at.catalog.figures["tree-money-2018"]).gbt7714


def test_the_word_on_a_disputed_row_leads_to_the_note_on_the_topic(torn: Site) -> None:
    at = desk(torn.root).at(addresses.topic("trees"))
    found = figures.row(at, at.catalog.figures["trees-2017"])
    assert found.disputed
    assert found.disputed.href.startswith("#relation-")


def test_an_area_with_nothing_but_a_commitment_leads_with_it(site: Site) -> None:
    site.replace("datasets/commitments/commitments.csv", ",999999,", ",100000,")
    at = desk(site.root).at(addresses.area("100000"))
    place = at.catalog.areas["100000"]
    written = templates(at).get_template("area.html").render(page=pages_areas.area(at, place))
    assert "的承诺1项，没有给出数字。" in written
    assert written.index('id="commitments"') < written.index('id="figures"')
    assert "份文件没有这个地区的数字。" in written


def test_commitments_of_one_year_stand_under_one_heading(site: Site) -> None:
    at = desk(site.root)
    first = next(iter(at.catalog.commitments.values()))
    made = {due: dataclasses.replace(first, id=due, due=due) for due in ("2018-12-31", "2017", "2018")}
    catalog = dataclasses.replace(at.catalog, commitments=made)
    at = dataclasses.replace(at, edition=dataclasses.replace(at.edition, catalog=catalog))
    found = pages_commitments.commitments(at.at(addresses.COMMITMENTS)).deadlines
    assert [listing.id for listing in found] == ["due-2017", "due-2018"]
    assert [promise.id for promise in found[1].promises] == ["2018-12-31", "2018"]


def test_the_checksums_have_the_name_that_the_build_gives_them() -> None:
    assert addresses.CHECKSUMS == staging.SEAL


def test_every_check_stands_on_one_page_with_its_arithmetic(torn: Site) -> None:
    at = desk(torn.root).at(addresses.CHECKS)
    page = pages_checks.checks(at)
    assert [(tally.number, tally.kind) for tally in page.tallies] == [
        (0, "zero"),
        (1, "caution"),
        (0, "zero"),
        (1, "plain"),
    ]
    text = shown(at, "checks", page).one("main")["text"]
    assert "1.8万个 − 1.2万个 = 6000个" in text
    assert "1.2万个 + 1.8万余个 = 3万个" in text


def test_a_figure_at_its_home_names_the_checks_that_it_passed(site: Site) -> None:
    text = records(desk(site.root)).one("article", id="trees-2017")["text"]
    assert "1.2万个 + 1.8万余个 = 3万个" in text


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("left: [trees-2017]\n    is: at-most\n    right: [trees-2018]", "1.2万个 ≤ 1.8万余个"),
        ("left: [trees-2018]\n    is: at-most\n    right: [trees-2017]", "1.8万余个 > 1.2万个"),
        ("left: [trees-planned]\n    is: at-most\n    right: [trees-2017]", "3万个 > 1.2万个"),
        ("left: [trees-planned]\n    is: at-least\n    right: [trees-2017]", "3万个 ≥ 1.2万个"),
        (
            'left: [{figure: trees-planned, over: ["7"]}]\n    is: at-most\n    right: ["5000"]',
            "3万个 ÷ 7 ≈ 4286个 ≤ 5000",
        ),
        (
            'left: [{figure: trees-planned, times: ["0.59"]}]\n    is: equal\n    right: [trees-2018]',
            "3万个 × 0.59 = 1.77万个 ≈ 1.8万余个",
        ),
        ('left: [{figure: trees-planned, over: ["4"]}]\n    is: whole', "3万个 ÷ 4 = 7500个；合于印出位数的整数"),
    ],
)
def test_a_calculation_is_written_out(site: Site, declared: str, written: str) -> None:
    sides = "left: [trees-2017, trees-2018]\n    is: equal\n    right: [trees-planned]"
    site.replace("datasets/trees/datapackage.yaml", sides, declared)
    at = desk(site.root)
    assert written in str(disputes.written(at, at.edition.findings[0]))
