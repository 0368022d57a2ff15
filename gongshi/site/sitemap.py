"""List the pages of a language for search engines, each with the day on which its figures last changed."""

import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from gongshi.site import addresses, outward, remains
from gongshi.site.desk import Desk

XMLNS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def written(desk: Desk, pages: Collection[str]) -> bytes:
    """The sitemap of the pages at these addresses; those that only lead on, or stand for lost readers, are left out."""
    gone = {address for address, _, _ in remains.pages(desk)}
    listed = sorted(page for page in pages if page.endswith(".html") and page not in (*gone, addresses.LOST))
    root = ET.Element("urlset", {"xmlns": XMLNS})
    for page in listed:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = outward.whole(desk, desk.language, page)
        day = modified(desk, page)
        if day:
            ET.SubElement(entry, "lastmod").text = day.isoformat()
    ET.indent(root, " ")
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def modified(desk: Desk, page: str) -> date | None:
    """The day of the last release that changed a figure of the page; None where that does not tell how old it is."""
    edition, last = desk.edition, None
    match page.removesuffix("/index.html").split("/"):
        case ["topics" | "data", name]:
            last = max(edition.touched((name,)))
        case ["indicators", name]:
            last = _last(desk, (figure.id for figure in edition.by_indicator.get(name, ())))
        case ["sources", name]:
            last = _last(desk, (figure.id for figure in edition.by_source.get(name, ())))
        case ["areas", code]:
            homes = {home: ids for home, ids in edition.former.items() if home[0] == code}
            ids = (id_ for found in homes.values() for id_ in found)
            last = _last(desk, (*(figure.id for figure in edition.by_area.get(code, ())), *ids))
        case ["areas", code, dataset]:
            here = (figure.id for figure in edition.home(code, dataset))
            last = _last(desk, (*here, *edition.former.get((code, dataset), ())))
        case ["releases", name]:
            release = edition.history.named(name)
            last = release.day if release else None
    return last


def _last(desk: Desk, ids: Iterable[str]) -> date | None:
    days = desk.edition.figure_days
    return max((days[id_] for id_ in ids if id_ in days), default=None)
