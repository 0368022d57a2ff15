"""Compose what all feeds have in common: who publishes them, where they stand, and links out of them."""

from gongshi.render.feeds import Entry, Feed, urn
from gongshi.site import addresses
from gongshi.site.desk import Desk


def feed(desk: Desk, name: str, title: str, page: str, entries: tuple[Entry, ...]) -> Feed:
    """A feed at the address of the desk; `page` shows the same to people."""
    publication, language = desk.catalog.publication, desk.language
    return Feed(
        id=urn("feed", f"{name}:{language}"),
        lang=addresses.TAGS[language],
        title=title,
        author=publication.publisher[language],
        own=at(desk, desk.here),
        page=at(desk, page),
        issued=publication.issued,
        entries=entries,
    )


def at(desk: Desk, address: str) -> str:
    """The link to an address within the language, with its fragment: whole where the publication has an address."""
    host = desk.catalog.publication.address
    if host:
        return f"{host.rstrip('/')}/{addresses.ROOTS[desk.language]}{address}"
    return addresses.relative(desk.here, address)
