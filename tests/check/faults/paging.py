"""Faults that only a build meets, when words are drawn and pages are laid out."""

from typing import Final

from tests.check.faults.exhibits import VIEW, titled
from tests.check.faults.making import TREES, Change, Fault, all_of, gone, whole
from tests.check.faults.writing import sentence
from tests.publication import ARTICLE

PAGE: Final = "articles/trees/index.html"


def build(name: str, change: Change, *found: tuple[str, str, int | None, None]) -> Fault:
    """A fault that a build meets."""
    return Fault(name, change, list(found), by="build")


PAGING: Final = (
    build(
        "a title too long for its chart",
        titled("最多的一年里示例县在全县各处一共种下的树木有{max}这么多"),
        ("view-title-long", TREES, VIEW, None),
    ),
    build("a smiling face in a chart", titled("最多{max}\U0001f600"), ("view-character", TREES, VIEW, None)),
    build(
        "two articles of one address",
        whole("content/zh/articles/again.md", ARTICLE["zh"]),
        ("site-address-twice", PAGE, None, None),
    ),
    build(
        "a page with the address of a section",
        all_of(
            *(
                whole(f"content/{language}/pages/data.md", "Title: 数据\nSummary: 数据。\n\n虚构。\n")
                for language in ("zh", "en")
            )
        ),
        ("site-address-twice", "data/index.html", None, None),
    ),
    build(
        "no page about the method",
        all_of(gone("content/zh/pages/method.md"), gone("content/en/pages/method.md")),
        ("site-page-missing", "method/index.html", None, None),
    ),
    build(
        "a link to a page that is not there",
        sentence("[看](../nowhere/index.html)"),
        ("site-link-broken", PAGE, None, None),
    ),
    build(
        "a link to a place that is not there",
        sentence("[看](../../data/index.html#nowhere)"),
        ("site-fragment-broken", PAGE, None, None),
    ),
    build("a figure named like a part of the page", figure_named("main"), ("site-id-twice", HOME, None, None)),
    Fault(
        "a page whose headings skip a level",
        whole("site/index.html", "<h1>甲</h1>\n<h3>乙</h3>\n"),
        [("site-heading", "index.html", 2, None)],
        by="inspect",
    ),
    build(
        "an article in a folder of its own",
        whole("content/zh/articles/deep/down.md", ARTICLE["zh"]),
        ("site-pelican", "content/zh/articles/deep/down.md", None, None),
    ),
)
