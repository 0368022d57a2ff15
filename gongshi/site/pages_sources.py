"""Compose the list of sources and the page of a source."""

from gongshi.read.values import Source
from gongshi.site import addresses, figures, promises
from gongshi.site.desk import Desk, quotation
from gongshi.site.edition import grouped
from gongshi.site.frames import frame
from gongshi.site.pages import SourceLine, SourcePage, SourcesPage
from gongshi.site.parts import Fact, Link, Listing


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
        Fact(desk.t("label-issuer"), document.issuer[language]),
        Fact(desk.t("label-number"), document.number, lang="zh-CN" if language != "zh" else ""),
        Fact(desk.t("label-published"), desk.words.published(document.published) or desk.t("label-unknown")),
        Fact(desk.t("label-published-note"), document.published_note[language]),
        Fact(desk.t("label-carrier"), document.carrier[language]),
        Fact(desk.t("label-address"), document.address, document.address),
        Fact(desk.t("label-id"), document.id, code=True),
        Fact("SHA-256", document.sha256, code=True),
    )
    return tuple(fact for fact in facts if fact.text)


def _passages(desk: Desk, document: Source) -> tuple[Listing, ...]:
    taken = grouped(desk.edition.by_source.get(document.id, ()), lambda figure: figure.locator)
    own = [c for c in desk.catalog.commitments.values() if c.source == document.id]
    promised = grouped(own, lambda commitment: commitment.locator)
    locators = dict.fromkeys((*taken, *promised))
    return tuple(
        Listing(
            f"passage-{number}",
            Link(locator, "", lang=quotation(locator).lang),
            figures.rows(desk, taken.get(locator, ())),
            tuple(promises.promise(desk, commitment) for commitment in promised.get(locator, ())),
        )
        for number, locator in enumerate(locators, start=1)
    )
