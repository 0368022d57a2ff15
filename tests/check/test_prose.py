"""References and numbers in Markdown, line by line."""

import pytest

from gongshi.check import prose
from tests.publication import Site


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2016年计划减贫30万人，比2015年多", ("30万",)),
        ("2016—2018年，2018年1—6月；4月9日", ()),
        ("到2018年6月底，2018年上半年", ()),
        ("1. 第一项", ()),
        ("- 共22次", ("22",)),
        ("On 9 April 2018, 289 firms", ("289",)),
        ("In 2016–2018 about 5%", ("5%",)),
        ("[第289号](x.html) `22` {figure:a-1} https://example.org/1", ()),
        ("十三五、3.6万人", ("3.6万",)),
        ("3.5億元、12,000公里", ("3.5億", "12,000")),
        ("1亿2千万元，占５％", ("1亿2千万", "５％")),
        ("3000余户", ("3000余",)),
        ("１２３人", ("１２３",)),
        ("20160人", ("20160",)),
        ("2018-06-30", ()),
    ],
)
def test_numbers_that_are_bound_to_nothing_are_found(line: str, found: tuple[str, ...]) -> None:
    assert prose.naked_numbers(line) == found


def test_references_are_found_with_their_lines_but_not_in_code() -> None:
    text = "Title: {figure:a}\n\n`{figure:b}` {relation:c.left}\n\n```\n{figure:d}\n```\n\n{chart:e/f}\n"
    assert [(r.kind, r.key, r.line, r.alone) for r in prose.references(text)] == [
        ("figure", "a", 1, True),
        ("relation", "c.left", 3, False),
        ("chart", "e/f", 9, True),
    ]


@pytest.mark.parametrize(
    ("line", "code", "value"),
    [
        ("{figure:nobody}", "prose-unknown-figure", "nobody"),
        ("{relation:nobody.left}", "prose-unknown-relation", "nobody.left"),
        ("{relation:trees-sum.middle}", "prose-unknown-relation", "trees-sum.middle"),
        ("{chart:trees/none}", "prose-unknown-chart", "trees/none"),
        ("看{chart:trees/by-year}", "prose-reference", "{chart:trees/by-year}"),
        ("{figur:trees-2018}", "prose-reference", "{figur:trees-2018}"),
        ("[x](javascript:alert)", "prose-link", "javascript:alert"),
        ("[x](//evil.example)", "prose-link", "//evil.example"),
        ("种树3万个", "prose-naked-number", "3万个"),
    ],
)
def test_a_fault_in_prose_is_found_at_its_line(site: Site, line: str, code: str, value: str) -> None:
    text = f"Title: 种树\nSummary: 种树。\n\n一段。\n\n{line}\n"
    found = prose.of_texts(site.read().catalog, {"content/zh/pages/trees.md": text})
    assert [(p.code, p.place.file, p.place.row, p.value) for p in found] == [
        (code, "content/zh/pages/trees.md", 6, value)
    ]


def test_a_date_is_a_day_written_as_the_standard_asks(site: Site) -> None:
    text = "Title: 题\nSummary: 要\nDate: 二〇二〇年\n\n正文\n"
    found = prose.of_texts(site.read().catalog, {"content/zh/articles/x.md": text})
    assert [(p.code, p.place.row, p.value) for p in found] == [("prose-date", 3, "二〇二〇年")]


def test_an_article_needs_title_date_and_summary(site: Site) -> None:
    found = prose.of_texts(site.read().catalog, {"content/zh/articles/x.md": "Title: 题\n\n正文\n"})
    assert [(p.code, p.value) for p in found] == [("prose-metadata", "Date"), ("prose-metadata", "Summary")]


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("a.html#b", True),
        ("../a/b.html?c:d", True),
        ("#x:y", True),
        ("https://example.org/a:b", True),
        ("HTTP://example.org/", True),
        ("mailto:a@example.org", True),
        ("java script:alert", False),
        ("javascript&colon;alert", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("\\\\example.org", False),
        ("/\\example.org", False),
        ("1:2", False),
        ("a{b}", False),
        ("|filename|x", False),
    ],
)
def test_a_link_is_judged_as_a_browser_reads_it(target: str, allowed: bool) -> None:
    assert prose.is_allowed(target) is allowed
