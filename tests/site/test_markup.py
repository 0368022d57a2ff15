"""References in Markdown, and what Markdown may not do."""

from pathlib import Path

import pytest

from gongshi.site import addresses, markup
from tests.publication import Site
from tests.site.pages import Outline, desk, templates


def html(root: Path, text: str) -> str:
    """The HTML of an article's text."""
    at = desk(root).at(addresses.article("trees"))
    return markup.converter(markup.Scribe(at, templates(at))).convert(text)


def test_a_figure_in_prose_is_its_value_linked_to_its_home(site: Site) -> None:
    outline = Outline(html(site.root, "种树{figure:trees-2018}。"))
    assert outline.one("a") == {
        "class": "bound",
        "href": "../../areas/999999/trees/index.html#trees-2018",
        "text": "1.8万余个",
    }
    assert outline.one("data")["value"] == "18000"
    assert outline.one("p")["text"] == "种树1.8万余个。"


@pytest.mark.parametrize(("side", "shown"), [("left", "3万个"), ("right", "3万个"), ("difference", "0个")])
def test_an_amount_of_a_relation_is_marked_as_computed(site: Site, side: str, shown: str) -> None:
    outline = Outline(html(site.root, f"{{relation:trees-sum.{side}}}"))
    assert outline.one("p")["text"] == f"{shown}（推算）"
    assert outline.one("a")["href"] == "../../topics/trees/index.html#relation-trees-sum"


@pytest.mark.parametrize(
    ("before", "level"), [("", "h2"), ("前面一段。\n\n", "h2"), ("## 一\n\n", "h3"), ("## 一\n\n段落\n", "h3")]
)
def test_a_chart_on_a_line_of_its_own_is_a_figure_one_level_below_its_section(
    site: Site, before: str, level: str
) -> None:
    outline = Outline(html(site.root, f"{before}{{chart:trees/by-year}}\n\n后面。"))
    assert outline.one("figure")["id"] == "chart-trees-by-year"
    assert outline.one(level, class_="chart-title")["text"] == "最多的一年种了1.8万个"
    assert outline.one("img")["src"] == "../../charts/trees/by-year.narrow.light.svg"
    assert outline.all("p")[-1]["text"] == "后面。"


@pytest.mark.parametrize(
    "text", ["{figure:nobody}", "{relation:nobody.left}", "{relation:trees-sum.middle}", "{chart:trees/none}", "{x:y}"]
)
def test_a_reference_that_leads_nowhere_never_becomes_a_page(site: Site, text: str) -> None:
    with pytest.raises(KeyError):
        html(site.root, text)


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=x>b</b>", "<style>*{}</style>"],
)
def test_raw_html_comes_out_as_text(site: Site, text: str) -> None:
    outline = Outline(html(site.root, text))
    assert {tag for tag, _, _ in outline.found} == {"p"}
    assert outline.one("p")["text"] == text


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("[x](javascript:alert(1))", {"text": "x"}),
        ("[x](JaVaScript:alert)", {"text": "x"}),
        ("[x](data:text/html,x)", {"text": "x"}),
        ("[x](//evil.example/a)", {"text": "x"}),
        ("[x][y]\n\n[y]: vbscript:x", {"text": "x"}),
        ("[x](../method/)", {"href": "../method/index.html", "text": "x"}),
        ("[x](../method/#a)", {"href": "../method/index.html#a", "text": "x"}),
        ("[x](https://example.org/)", {"href": "https://example.org/", "text": "x"}),
        ("[x](mailto:a@example.org)", {"href": "mailto:a@example.org", "text": "x"}),
    ],
)
def test_links_lead_to_pages_to_the_web_to_mail_or_nowhere(site: Site, text: str, attributes: dict[str, str]) -> None:
    assert Outline(html(site.root, text)).one("a") == attributes


def test_a_picture_from_another_host_is_not_loaded(site: Site) -> None:
    assert "src" not in Outline(html(site.root, "![x](https://example.org/x.png)")).one("img")


def test_headings_of_a_text_begin_at_two_and_skip_nothing(site: Site) -> None:
    outline = Outline(html(site.root, "# 一\n\n#### 二\n\n## 三\n"))
    assert [tag for tag, _, _ in outline.found] == ["h2", "h3", "h2"]


def test_a_table_gets_a_caption_scopes_and_a_region_to_scroll_in(site: Site) -> None:
    outline = Outline(html(site.root, "## 年份\n\n|年|数|\n|-|-|\n|2018|少|\n"))
    assert outline.one("div") == {
        "class": "scroll",
        "role": "region",
        "tabindex": "0",
        "aria-label": "年份",
        "text": "年份 年 数 2018 少",
    }
    assert outline.one("caption")["text"] == "年份"
    assert [cell["scope"] for cell in outline.all("th")] == ["col", "col"]
