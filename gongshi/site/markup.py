"""Teach Markdown this publication's references, and keep raw HTML and foreign schemes inert."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final
from xml.etree import ElementTree

from jinja2 import Environment
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from gongshi.check.prose import CHART, REFERENCE, is_allowed
from gongshi.site import pictures, sentences
from gongshi.site.desk import Desk
from gongshi.site.tongues import phrases

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
TARGETS: Final = ("href", "src")
# What Markdown and the processors below may write; a style is none of it.
ATTRIBUTES: Final = frozenset(
    (*TARGETS, "alt", "title", "class", "start", "scope", "lang", "role", "tabindex", "aria-label")
)
EXTENSIONS: Final = ("markdown.extensions.tables", "markdown.extensions.fenced_code", "markdown.extensions.sane_lists")


@dataclass(frozen=True)
class Scribe:
    """Writes the HTML of a reference, seen from the page it stands on, with the macros of the theme."""

    desk: Desk
    templates: Environment

    def value(self, kind: str, key: str) -> str:
        """A figure or an amount within a sentence."""
        return str(self._macro("figure", "bound")(sentences.bound(self.desk, kind, key)))

    def chart(self, name: str, level: int) -> str:
        """A chart whose title is a heading of `level`."""
        drawing = self.desk.edition.drawing(self.desk.language, name)
        return str(self._macro("chart", "chart")(pictures.chart(self.desk, drawing, level)))

    def _macro(self, module: str, name: str) -> Any:
        return getattr(self.templates.get_template(f"macros/{module}.html").module, name)


class References(Extension):  # type: ignore[misc]
    """References in Markdown; raw HTML comes out as the text it is."""

    def __init__(self, scribe: Scribe) -> None:
        super().__init__()
        self.scribe = scribe

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the processors in their places."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.parser.blockprocessors.register(_Charts(md, self.scribe), "gongshi-chart", 95)
        md.inlinePatterns.register(_Values(md, self.scribe), "gongshi-value", 185)
        if self.scribe.desk.language != "zh":
            md.treeprocessors.register(_Tongues(md), "gongshi-tongues", 0)
        md.treeprocessors.register(_Inert(md), "gongshi-inert", -1)  # after Markdown's own "unescape", at 0
        md.treeprocessors.register(_Headings(md), "gongshi-headings", 2)
        md.treeprocessors.register(_Tables(md), "gongshi-tables", 3)


def converter(scribe: Scribe) -> Markdown:
    """A Markdown converter for the text of one page, its head taken off."""
    return Markdown(extensions=[*EXTENSIONS, References(scribe)], output_format="html")


class _Values(InlineProcessor):  # type: ignore[misc]
    """Turns {figure:…} and {relation:…} into values; a chart within a sentence stays as written."""

    def __init__(self, md: Markdown, scribe: Scribe) -> None:
        super().__init__(REFERENCE.pattern, md)
        self.scribe = scribe

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:
        """The value, as finished HTML that Markdown leaves alone; KeyError for a chart, which checks refuse here."""
        if m["kind"] == "chart":
            raise KeyError(m[0])
        return self.md.htmlStash.store(self.scribe.value(m["kind"], m["key"])), m.start(0), m.end(0)


class _Charts(BlockProcessor):  # type: ignore[misc]
    """Turns a line {chart:DATASET/VIEW} into a figure, one heading level below what stands above it."""

    def __init__(self, md: Markdown, scribe: Scribe) -> None:
        super().__init__(md.parser)
        self.md = md
        self.scribe = scribe

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return any(CHART.fullmatch(line.strip()) for line in block.splitlines())

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).splitlines()
        at = next(index for index, line in enumerate(lines) if CHART.fullmatch(line.strip()))
        match = CHART.fullmatch(lines[at].strip())
        self.parser.parseBlocks(parent, ["\n".join(lines[:at])] if at else [])
        level = 3 if any(element.tag in ("h1", "h2") for element in parent.iter()) else 2
        holder = ElementTree.SubElement(parent, "div")
        holder.text = self.md.htmlStash.store(self.scribe.chart(match["key"] if match else "", level))
        if lines[at + 1 :]:
            blocks.insert(0, "\n".join(lines[at + 1 :]))


class _Headings(Treeprocessor):  # type: ignore[misc]
    """Keeps the page's one h1: headings of the text begin at h2 and skip no level."""

    def run(self, root: ElementTree.Element) -> None:
        level = 1
        for element in _having(root, HEADINGS):
            level = min(max(int(element.tag[1]), 2), level + 1)
            element.tag = f"h{level}"


class _Inert(Treeprocessor):  # type: ignore[misc]
    """Lets only known attributes pass, names the file behind a folder, and takes away targets that are not allowed."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place, when Markdown has finished with it."""
        for element in root.iter():
            for name, value in list(element.attrib.items()):
                if name not in ATTRIBUTES or STX in value or not _leads(name, value):
                    del element.attrib[name]
                elif name in TARGETS:
                    element.set(name, _file(value))


def _leads(name: str, target: str) -> bool:
    """Whether the attribute is no target, or one that may be followed or, for a picture, loaded."""
    if name not in TARGETS:
        return True
    return is_allowed(target) and (name == "href" or ":" not in unescape(target))


class _Tables(Treeprocessor):  # type: ignore[misc]
    """Gives a table the caption of the heading above it, and a region of its own to scroll in."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        heading = ""
        for index, element in enumerate(list(root)):
            if element.tag in HEADINGS:
                heading = "".join(element.itertext())
            elif element.tag == "table":
                root[index] = _region(element, heading)


def _region(table: ElementTree.Element, title: str) -> ElementTree.Element:
    for cell in _having(table, ("th", "td")):
        if "right" in cell.attrib.pop("style", ""):
            cell.set("class", "numeric")
    for cell in _having(table, ("th",)):
        cell.set("scope", "col")
    caption = ElementTree.Element("caption")
    caption.text = AtomicString(title)
    table.insert(0, caption)
    attributes = {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": title}
    region = ElementTree.Element("div", attributes)
    region.append(table)
    return region


def _file(target: str) -> str:
    path, mark, fragment = target.partition("#")
    inside = ":" not in path and path.endswith("/")
    return f"{path}index.html{mark}{fragment}" if inside else target


def _having(root: ElementTree.Element, tags: tuple[str, ...]) -> Iterator[ElementTree.Element]:
    return (element for element in root.iter() if element.tag in tags)


class _Tongues(Treeprocessor):  # type: ignore[misc]
    """Marks the Chinese words of a text in another language."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        for element in list(root.iter()):
            for index, child in reversed(list(enumerate(element))):
                child.tail, marked = _marked(child.tail)
                for offset, span in enumerate(marked, start=1):
                    element.insert(index + offset, span)
            element.text, marked = _marked(element.text)
            for offset, span in enumerate(marked):
                element.insert(offset, span)


def _marked(text: str | None) -> tuple[str | None, list[ElementTree.Element]]:
    """A text up to its first Chinese words, and the spans that follow; other words are the tails of the spans."""
    spans: list[ElementTree.Element] = []
    first = ""
    for piece in phrases(text or "", "en"):
        if piece.lang:
            spans.append(ElementTree.Element("span", {"lang": piece.lang}))
            spans[-1].text = AtomicString(piece.text)
        elif spans:
            spans[-1].tail = AtomicString(piece.text)
        else:
            first = piece.text
    return (AtomicString(first), spans) if spans else (text, [])
