"""Compose the feeds of an edition in one language: what its corrections come to, as Atom."""

from collections.abc import Mapping
from datetime import date

from gongshi.read.ledgers import Correction
from gongshi.render.feeds import Entry, Feed, urn, write
from gongshi.site import addresses, editions, figures
from gongshi.site.desk import Desk


def files(desk: Desk) -> Mapping[str, bytes]:
    """Every feed by its path within the language."""
    return {addresses.CORRECTIONS_FEED: write(corrections(desk.at(addresses.CORRECTIONS_FEED)))}


def corrections(desk: Desk) -> Feed:
    """The corrections, each dated by the release in which it takes effect."""
    title = desk.t("feed-corrections-title", site=desk.catalog.publication.title[desk.language])
    entries = tuple(_correction(desk, one) for one in reversed(tuple(desk.catalog.corrections.values())))
    return feed(desk, "corrections", title, addresses.CORRECTIONS, entries)


def feed(desk: Desk, name: str, title: str, page: str, entries: tuple[Entry, ...]) -> Feed:
    """A feed at the address of the desk; `page` shows the same to people."""
    publication, language = desk.catalog.publication, desk.language
    return Feed(
        id=urn("feed", f"{name}:{language}"),
        lang=addresses.TAGS[language],
        title=title,
        author=publication.publisher[language],
        own=_absolute(desk, desk.here) or desk.href(desk.here),
        page=_absolute(desk, page) or desk.href(page),
        issued=publication.issued,
        entries=entries,
    )


def dated(desk: Desk, release: str) -> date:
    """The day of a release; that of the edition where it is not released yet."""
    found = desk.edition.history.named(release)
    return found.day if found else desk.catalog.publication.issued


def _correction(desk: Desk, one: Correction) -> Entry:
    event, figure = editions.event(desk, one), desk.catalog.figures.get(one.figure)
    name = figures.name(desk, figure, *figures.ELSEWHERE) if figure else one.figure
    address = f"{addresses.CORRECTIONS}#{one.id}"
    return Entry(
        id=urn("correction", one.id),
        title=desk.t("feed-correction", name=name, text=event.text),
        updated=dated(desk, one.release),
        href=_absolute(desk, address) or desk.href(addresses.CORRECTIONS, one.id),
        summary=event.why,
    )


def _absolute(desk: Desk, address: str) -> str:
    """The whole address where the publication has one; "" where it has none."""
    host = desk.catalog.publication.address
    return f"{host.rstrip('/')}/{addresses.ROOTS[desk.language]}{address}" if host else ""
