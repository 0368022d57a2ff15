"""Compose the page that tells programmers of the API: what there is, what is promised, and lines that read it."""

from dataclasses import dataclass
from typing import Final

from gongshi.read.values import Figure
from gongshi.render.api.known import ROOT
from gongshi.render.api.lines import lines
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame, frame
from gongshi.site.pages_data import Opening
from gongshi.site.parts import Fact, Link

PART: Final = ("json", "csv", "excel.csv", "txt")
# What is said beside the line of each program.
WORDS: Final = {
    "curl": "api-curl",
    "pandas": "api-pandas",
    "R": "api-r",
    "R readr": "api-r-readr",
    "DuckDB": "api-duckdb",
    "Excel": "api-excel",
    "JavaScript": "api-javascript",
}


@dataclass(frozen=True, slots=True)
class ApiPage:
    """What files there are, each pattern with an example, and how programs read them.

    `remark` says what to put for the address, where the publication has none of its own.
    """

    frame: Frame
    title: str
    lead: str
    patterns: tuple[Fact, ...]
    openings: tuple[Opening, ...]
    remark: str


def page(desk: Desk) -> ApiPage:
    """The page, with examples from this publication."""
    title, lead = desk.t("api-title"), desk.t("api-lead")
    example, address = _example(desk), desk.catalog.publication.address
    word = desk.t("verify-address")
    return ApiPage(
        frame=frame(desk, title, lead, [Link(desk.t("data-title"), desk.href(addresses.DATA))]),
        title=title,
        lead=lead,
        patterns=_patterns(desk, example),
        openings=_openings(desk, address or word, example) if example else (),
        remark=desk.t("api-lines-remark") if address else desk.t("api-lines-placeholder", address=word),
    )


def _example(desk: Desk) -> Figure | None:
    """The figure that the examples are about: the first of the home page, else the first of all."""
    figures = desk.catalog.figures
    named = [figures[headline.figure] for headline in desk.catalog.publication.headlines]
    return next(iter([*named, *figures.values()]), None)


def _openings(desk: Desk, address: str, example: Figure) -> tuple[Opening, ...]:
    made = lines(address, example.indicator)
    return tuple(Opening(program, desk.t(WORDS[program]), line) for program, line in made.items())


def _patterns(desk: Desk, example: Figure | None) -> tuple[Fact, ...]:
    release = desk.edition.history.releases[-1:]
    of_figure = (
        (
            _fact(desk, "api-indicator", "indicators/{indicator}", f"indicators/{example.indicator}", *PART),
            _fact(desk, "api-records", "areas/{code}/{dataset}", f"areas/{example.area}/{example.dataset}", *PART),
            _fact(desk, "api-area", "areas/{code}", f"areas/{example.area}", "json"),
            _fact(desk, "api-dataset", "datasets/{dataset}", f"datasets/{example.dataset}", "json"),
        )
        if example
        else ()
    )
    releases = [_link(desk, "releases/index.json", "releases/index.json")]
    releases += [_link(desk, "releases/{release}.json", f"releases/{one.name}.json") for one in release]
    return (
        _fact(desk, "api-index", "index", "index", "json"),
        *of_figure,
        _fact(desk, "api-ledgers", "ledgers/{ledger}", "ledgers/checks", "json"),
        Fact(desk.t("api-releases"), tuple(releases), code=True),
        _fact(desk, "api-openapi", "openapi", "openapi", "json"),
    )


def _fact(desk: Desk, key: str, pattern: str, example: str, *endings: str) -> Fact:
    links = tuple(_link(desk, f"{pattern}.{ending}", f"{example}.{ending}") for ending in endings)
    return Fact(desk.t(key), links, code=True)


def _link(desk: Desk, pattern: str, example: str) -> Link:
    return Link(pattern, desk.shared(ROOT + example))
