"""Compose the list of sources and the page of a source."""

from dataclasses import dataclass
from typing import Final

from gongshi.read.values import Source
from gongshi.site import addresses, figures, promises
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped
from gongshi.site.facts import code, fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Fact, Link, Listing, Quotation
from gongshi.site.tongues import quotation

NUMERALS: Final = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list of sources."""

    link: Link
    issuer: str
    published: str
    note: str
    count: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """All sources."""

    frame: Frame
    title: str
    lead: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: the facts of the document and everything taken from it, passage by passage."""

    frame: Frame
    title: str
    original: Quotation | None
    lead: str
    facts: tuple[Fact, ...]
    passages: tuple[Listing, ...]


def sources(desk: Desk) -> SourcesPage:
    """All sources with what was taken from them."""
    title = desk.t("sources-title")
    lead = desk.t("sources-lead", sources=len(desk.catalog.sources), figures=len(desk.catalog.figures))
    lines = tuple(_line(desk, document) for document in desk.catalog.sources.values())
    return SourcesPage(frame(desk, title, lead), title, lead, lines)


def source(desk: Desk, document: Source) -> SourcePage:
    """The page of one source."""
    title = document.title[desk.language]
    found = desk.edition.by_source.get(document.id, ())
    lead = desk.t("source-lead", count=desk.count("count-figures", len(found)))
    return SourcePage(
        frame=frame(desk, title, lead, [Link(desk.t("sources-title"), desk.href(addresses.SOURCES))]),
        title=title,
        original=quotation(document.title.zh) if desk.language != "zh" else None,
        lead=lead,
        facts=_facts(desk, document),
        passages=_passages(desk, document),
    )


def _line(desk: Desk, document: Source) -> SourceLine:
    link = Link(document.title[desk.language], desk.href(addresses.source(document.id)))
    count = desk.count("count-figures", len(desk.edition.by_source.get(document.id, ())))
    published = desk.words.published(document.published)
    return SourceLine(link, document.issuer[desk.language], published, document.published_note[desk.language], count)


def _facts(desk: Desk, document: Source) -> tuple[Fact, ...]:
    language = desk.language
    facts = (
        fact(desk.t("label-issuer"), document.issuer[language]),
        fact(desk.t("label-number"), document.number, lang="zh-CN" if language != "zh" else ""),
        fact(desk.t("label-published"), desk.words.published(document.published) or desk.t("label-unknown")),
        fact(desk.t("label-published-note"), document.published_note[language]),
        fact(desk.t("label-carrier"), document.carrier[language]),
        fact(desk.t("label-address"), document.address, document.address),
        code(desk.t("label-id"), document.id),
        code("SHA-256", document.sha256),
    )
    return known(facts)


def _passages(desk: Desk, document: Source) -> tuple[Listing, ...]:
    taken = grouped(desk.edition.by_source.get(document.id, ()), lambda figure: figure.locator)
    own = [c for c in desk.catalog.commitments.values() if c.source == document.id]
    promised = grouped(own, lambda commitment: commitment.locator)
    locators = sorted(dict.fromkeys((*taken, *promised)), key=lambda locator: _order(locator, document.passages))
    return tuple(
        Listing(
            f"passage-{number}",
            Link(desk.words.locator(locator), "", lang=quotation(locator).lang),
            figures.within_source(figures.rows(desk, taken.get(locator, ()))),
            promises.within_source(promises.promise(desk, one) for one in promised.get(locator, ())),
        )
        for number, locator in enumerate(locators, start=1)
    )


def _order(locator: str, passages: tuple[str, ...]) -> tuple[bool, int]:
    """Sections in the order of their numbers, headings before what they number; passages in the text's order."""
    if locator in passages:
        return True, passages.index(locator)
    number = locator.strip("()（）")
    if not number or set(number) - set(NUMERALS):
        return True, len(passages)
    tens, ten, ones = number.rpartition("十")
    worth = 10 * (NUMERALS.find(tens) + 1 if tens else 1) if ten else 0
    return locator != number, worth + (NUMERALS.find(ones) + 1 if ones else 0)
