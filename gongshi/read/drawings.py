"""Read the drawings that releases keep: which files there are, and what is said around each drawing."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Final

from gongshi.read.history import FrozenFile
from gongshi.read.schemas import of_form

FOLDER: Final = "drawings"
# What the files of one drawing are called.
WIDE, NARROW, NUMBERS, WORDS = "wide.svg", "narrow.svg", "chart.csv", "chart.json"
TAGS: Final = frozenset({"svg", "g", "path", "rect", "line", "circle", "text", "tspan", "title"})
ACTIVE: Final = ("on", "href", "style", "src")


@dataclass(frozen=True, slots=True)
class Kept:
    """A drawing as one language shows it, without its pictures: what is said of it, its numbers, its figures by id.

    `wide` and `narrow` are width and height of its pictures.
    """

    dataset: str
    view: str
    language: str
    title: str
    subtitle: str
    source: str
    alt: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[str, ...]
    wide: tuple[int, int]
    narrow: tuple[int, int]


def listed(data: bytes) -> tuple[FrozenFile, ...] | None:
    """The files of a list of drawings, by their path below the release's embed/; None where it is no such list."""
    said = of_form("drawings", data)
    return tuple(FrozenFile(f["path"], f["bytes"], f["sha256"]) for f in said["files"]) if said else None


def kept(data: bytes) -> Kept | None:
    """What is said around a drawing; None where the bytes are nothing of the kind."""
    said = of_form("drawing", data)
    if not said:
        return None
    lists = {name: tuple(said[name]) for name in ("notes", "columns", "numeric", "figures", "wide", "narrow")}
    return Kept(**{**said, **lists, "rows": tuple(tuple(row) for row in said["rows"])})


def inert(path: str, data: bytes) -> bool:
    """Whether a file of a drawing does nothing: shapes and text, no scripts and no links, whoever wrote it."""
    if path.endswith(f"/{WORDS}"):
        return kept(data) is not None
    return not path.endswith(".svg") or _shapes(data)


def _shapes(data: bytes) -> bool:
    try:
        elements = [*ET.fromstring(data).iter()]
    except ET.ParseError:
        return False
    names = {_local(name) for element in elements for name in element.attrib}
    return {_local(element.tag) for element in elements} <= TAGS and not any(n.startswith(ACTIVE) for n in names)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
