"""Faults that only a build meets, when words are drawn and pages are laid out."""

import logging
from typing import Final

from gongshi import publish
from gongshi.errors import Problem
from gongshi.site import build
from tests.check.faults.exhibits import VIEW, titled
from tests.check.faults.making import FIGURES, TREES, Change, Fault, again, all_of, gone, whole
from tests.check.faults.writing import sentence
from tests.publication import Site

PAGE: Final = "articles/trees/index.html"


def met(name: str, change: Change, *found: tuple[str, str, int | None, None]) -> Fault:
    """A fault that a build meets."""
    return Fault(name, change, list(found), by="build")


HOME: Final = "areas/999999/trees/index.html"


def figure_named(id_: str) -> Change:
    """Give the last figure another id, wherever it is named."""
    return all_of(
        *(again(file, lambda data: data.replace(b"tree-money-2018", id_.encode())) for file in (FIGURES, TREES))
    )


def overlapping(_: Site) -> tuple[Problem, ...]:
    """What is said where two makers of files want one address, which the check of names should have prevented."""
    return publish._together([{"index.html": b"1"}, {"index.html": b"2"}])[1]


def warned(_: Site) -> tuple[Problem, ...]:
    """What is said where Pelican warns of something that no check has seen."""
    with build._watched("zh") as problems:
        logging.getLogger("pelican").warning("Could not process articles/x.md")
    return tuple(problems)


PAGING: Final = (
    met(
        "a title too long for its chart",
        titled("最多的一年里示例县在全县各处一共种下的树木有{max}这么多"),
        ("view-title-long", TREES, VIEW, None),
    ),
    met("a smiling face in a chart", titled("最多{max}\U0001f600"), ("view-character", TREES, VIEW, None)),
    met(
        "no page about the method",
        all_of(gone("content/zh/pages/method.md"), gone("content/en/pages/method.md")),
        ("site-page-missing", "method/index.html", None, None),
        ("site-page-missing", "en/method/index.html", None, None),
    ),
    met(
        "a link to a page that is not there",
        sentence("[看](../nowhere/index.html)"),
        ("site-link-broken", PAGE, None, None),
    ),
    met(
        "a link to a place that is not there",
        sentence("[看](../../data/index.html#nowhere)"),
        ("site-fragment-broken", PAGE, None, None),
    ),
    met(
        "a figure named like a part of the page",
        figure_named("main"),
        *([("site-id-twice", f"{language}{HOME}", None, None) for language in ("", "en/")] * 2),
    ),
    Fault(
        "a page whose headings skip a level",
        whole("site/index.html", "<h1>甲</h1>\n<h3>乙</h3>\n"),
        [("site-heading", "index.html", 2, None)],
        by="inspect",
    ),
    Fault("two files of one address", overlapping, [("site-address-twice", "index.html", None, None)], by="program"),
    Fault(
        "Pelican warns of an article", warned, [("site-pelican", "content/zh/articles/x.md", None, None)], by="program"
    ),
)
