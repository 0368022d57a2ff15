"""Hold a document against what RFC 4287 demands of a feed and its entries."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from typing import Final

ATOM: Final = "{http://www.w3.org/2005/Atom}"
MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
URI: Final = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
ONCE: Final = ("id", "title", "updated")


def faults(data: bytes) -> list[str]:
    """What is wrong with a feed, in words; [] for a valid one."""
    root = ET.fromstring(data)
    if root.tag != f"{ATOM}feed":
        return [f"the root is {root.tag}"]
    entries = root.findall(f"{ATOM}entry")
    found = [*_common(root), *_links(root)]
    if root.find(f"{ATOM}author/{ATOM}name") is None:
        found.append("no author")  # 4.1.1: unless every entry has one
    for entry in entries:
        found += [*_common(entry), *_links(entry)]
        has_page = any(link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link"))
        if entry.find(f"{ATOM}content") is None and not has_page:
            found.append("an entry without content and without a page")  # 4.1.2
    ids = Counter(entry.findtext(f"{ATOM}id") for entry in entries)
    return found + [f"{id_} stands twice" for id_, count in ids.items() if count > 1]


def _common(element: ET.Element) -> Iterator[str]:
    """What a feed and an entry must both have, once: an id that is a URI, a title, a moment (4.2.6, 4.2.14, 4.2.15)."""
    for name in ONCE:
        if len(element.findall(f"{ATOM}{name}")) != 1:
            yield f"{name} is there {len(element.findall(ATOM + name))} times"
    if not URI.fullmatch(element.findtext(f"{ATOM}id") or ""):
        yield "the id is no URI"
    if not MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or ""):
        yield "updated is no moment"


def _links(element: ET.Element) -> Iterator[str]:
    """Links lead somewhere, and no two of one kind to the same (4.1.1, 4.2.7)."""
    links = element.findall(f"{ATOM}link")
    yield from ("a link without an address" for link in links if not link.get("href"))
    kinds = Counter((link.get("rel"), link.get("type"), link.get("hreflang")) for link in links)
    yield from (f"two links of the kind {kind}" for kind, count in kinds.items() if count > 1)
