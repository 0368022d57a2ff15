"""Check that every quoted figure stands word for word in the passage its locator names."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from gongshi.errors import Problem
from gongshi.read.catalog import Reading
from gongshi.read.documents import text_of
from gongshi.read.values import Commitment, Figure, Source

TOP: Final = re.compile(r"^[一二三四五六七八九十]+(?=、)")
SECTION: Final = re.compile(r"^\([一二三四五六七八九十]+\)")


def problems(reading: Reading, folder: Path) -> tuple[Problem, ...]:
    """Quotations that the documents in `folder` (one `<source id>.txt` each) do not bear out."""
    texts, found = _texts(reading, folder)
    quoted: list[Figure | Commitment] = [*reading.catalog.figures.values(), *reading.catalog.commitments.values()]
    for item in quoted:
        if item.stated and item.source in texts:
            found += _quotation(item, texts[item.source], reading)
    return tuple(found)


def _texts(reading: Reading, folder: Path) -> tuple[dict[str, str], list[Problem]]:
    texts, found = {}, []
    for source in reading.catalog.sources.values():
        name = f"{source.id}.txt"
        text, faults = text_of(folder / name, name)
        if faults:
            found.append(Problem("source-text-missing", source.place, source.id, {"expected": name}))
            continue
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != source.sha256:
            found.append(Problem("source-text-changed", reading.at(source.place, "sha256"), source.id))
        found += _order(source, text, reading)
        texts[source.id] = text
    return texts, found


def _order(source: Source, text: str, reading: Reading) -> list[Problem]:
    """The problem of passages that are not listed in the order of the text."""
    true = sorted(source.passages, key=lambda passage: text.find(passage[1:-1]))
    if list(source.passages) == true:
        return []
    place = reading.at(source.place, "passages")
    return [Problem("passage-order", place, "".join(source.passages), {"expected": "".join(true)})]


def _quotation(item: Figure | Commitment, text: str, reading: Reading) -> list[Problem]:
    places = passages(text).get(item.locator, ())
    if item.locator.startswith("「"):
        places = tuple(line for line in text.splitlines() if item.locator[1:-1] in line)
    where = reading.at(item.place, "locator")
    if not places:
        return [Problem("locator-unknown", where, item.locator)]
    if len(places) > 1:
        return [Problem("locator-ambiguous", where, item.locator, {"count": str(len(places))})]
    source = reading.catalog.sources[item.source]
    if item.locator.startswith("「") and item.locator not in source.passages:
        return [Problem("passage-unlisted", where, item.locator, {"source": source.id})]
    if item.stated in places[0]:
        return []
    return [Problem("stated-not-found", reading.at(item.place, "stated"), item.stated, {"locator": item.locator})]


def passages(text: str) -> Mapping[str, tuple[str, ...]]:
    """The text under each printed section number: `一` up to the first bracketed number, `(一)` up to the next."""
    parts: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        match = SECTION.match(line) or TOP.match(line)
        if match:
            current = []
            parts.setdefault(match[0], []).append("")
            key, index = match[0], len(parts[match[0]]) - 1
        current.append(line)
        if parts:
            parts[key][index] = "\n".join(current)
    return {name: tuple(found) for name, found in parts.items()}
