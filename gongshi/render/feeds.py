"""Write Atom feeds (RFC 4287), a feed a value: ids that never change, days that are given, nothing of the clock.

Ids are URNs, so that they hold wherever the site stands; links may be relative, as from the feed's own address.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

ATOM: Final = "http://www.w3.org/2005/Atom"
XML: Final = "http://www.w3.org/XML/1998/namespace"
TYPE: Final = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: its URN, what it is called, the day it took effect, a page, and what to say of it."""

    id: str
    title: str
    updated: date
    href: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries under a title; `own` is the link to the feed itself, `page` to the page that shows the same.

    `issued` is the day of a feed without entries.
    """

    id: str
    lang: str
    title: str
    author: str
    own: str
    page: str
    issued: date
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> date:
        """The day of the last entry."""
        return max((entry.updated for entry in self.entries), default=self.issued)


def urn(kind: str, id_: str) -> str:
    """The permanent id of an entry or a feed."""
    return f"urn:gongshi:{kind}:{id_}"


def write(feed: Feed) -> bytes:
    """The feed as a document: entries with the newest day first, those of one day in the order given."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": feed.lang})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(feed.updated))
    _text(ET.SubElement(root, "author"), "name", feed.author)
    ET.SubElement(root, "link", {"rel": "self", "type": TYPE, "href": feed.own})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for entry in sorted(feed.entries, key=lambda entry: entry.updated, reverse=True):
        _entry(root, entry)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(root: ET.Element, entry: Entry) -> None:
    element = ET.SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.updated))
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.href})
    _text(element, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "".join(_allowed(text))


def _allowed(text: str) -> Iterable[str]:
    """The characters that XML 1.0 can hold."""
    return (sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))


def _moment(day: date) -> str:
    """The first moment of a day, as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"
