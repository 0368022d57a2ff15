"""Broken articles and pages: their heads, their references, their links, their numbers."""

from typing import Final

from tests.check.faults.making import Change, Fault, again, swap, whole
from tests.publication import ARTICLE

ARTICLE_ZH: Final = "content/zh/articles/trees.md"
LAST: Final = len(ARTICLE["zh"].splitlines()) + 2


def sentence(text: str) -> Change:
    """End the article with another paragraph."""
    return again(ARTICLE_ZH, lambda data: data + f"\n{text}\n".encode())


def fault(name: str, text: str, code: str) -> Fault:
    """A fault in the last paragraph."""
    return Fault(name, sentence(text), [(code, ARTICLE_ZH, LAST, None)])


WRITING: Final = (
    fault("an article quotes an unknown figure", "种树{figure:trees-2016}。", "prose-unknown-figure"),
    fault("an article quotes an unknown relation", "共{relation:ponds-sum.left}。", "prose-unknown-relation"),
    fault("an article quotes the middle of a relation", "共{relation:trees-sum.middle}。", "prose-unknown-relation"),
    fault("an article shows an unknown chart", "{chart:trees/by-month}", "prose-unknown-chart"),
    fault("a chart within a sentence", "看{chart:trees/by-year}。", "prose-reference"),
    fault("a reference of a kind nobody knows", "种树{figur:trees-2018}。", "prose-reference"),
    fault("a link to a script", "[看](javascript:alert)", "prose-link"),
    fault("a link to a host without a scheme", "[看](//example.org)", "prose-link"),
    fault("a number typed by hand", "种树的人很多，共七百一十人，合12人一队。", "prose-naked-number"),
    Fault(
        "an article without a title",
        swap(ARTICLE_ZH, "Title: 种树\n", ""),
        [("prose-metadata", ARTICLE_ZH, 1, None)],
    ),
    Fault(
        "an article without a summary",
        swap(ARTICLE_ZH, "Summary: 示例县种树。\n", ""),
        [("prose-metadata", ARTICLE_ZH, 1, None)],
    ),
    Fault(
        "an article of a day written in words",
        swap(ARTICLE_ZH, "Date: 2020-06-01", "Date: 二〇二〇年六月"),
        [("prose-date", ARTICLE_ZH, 2, None)],
    ),
    Fault(
        "a page without a head",
        whole("content/en/pages/about.md", "What this is.\n"),
        [("prose-metadata", "content/en/pages/about.md", 1, None)] * 2,
    ),
)
