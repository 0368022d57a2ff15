"""Turn the files of a site into the problems of its links, ids and headings."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote, urlsplit

from gongshi.errors import Place, Problem
from gongshi.site import addresses

LINKS: Final = ("href", "src")
HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
REQUIRED: Final = (
    addresses.HOME,
    addresses.TOPICS,
    addresses.AREAS,
    addresses.INDICATORS,
    addresses.COMMITMENTS,
    addresses.CHECKS,
    addresses.CORRECTIONS,
    addresses.OBJECTIONS,
    addresses.ARTICLES,
    addresses.SOURCES,
    addresses.DATA,
    addresses.LOST,
    addresses.prose("method"),
    addresses.prose("about"),
)


@dataclass(frozen=True)
class Page:
    """What a page holds that must be right: its ids, its links, its headings, each with its line."""

    ids: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag in HEADINGS:
            self.page.headings.append((line, int(tag[1])))
        for name, value in attrs:
            if name == "id" and value:
                self.page.ids.append((line, value))
            elif name in LINKS and value is not None:
                self.page.links.append((line, value))
            elif name == "srcset" and value:
                self.page.links.extend((line, candidate.split()[0]) for candidate in value.split(","))


def parse(text: str) -> Page:
    """The ids, links and headings of a page."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.page


def problems(files: Mapping[str, bytes], languages: tuple[str, ...]) -> tuple[Problem, ...]:
    """Everything wrong with the links, ids and headings of a site, and the pages it lacks."""
    pages = {name: parse(files[name].decode("utf-8")) for name in sorted(files) if name.endswith(".html")}
    wanted = [addresses.ROOTS[language] + name for language in languages for name in REQUIRED]
    missing = [name for name in wanted if name not in pages]
    # Checksums are written after everything else; a page that is missing is reported once, not at every link to it.
    known = frozenset((*files, *missing, addresses.CHECKSUMS))
    return (
        *(Problem("site-page-missing", Place(name), name) for name in missing),
        *(problem for name, page in pages.items() for problem in _of_page(name, page, pages, known)),
    )


def _of_page(name: str, page: Page, pages: Mapping[str, Page], files: frozenset[str]) -> Iterator[Problem]:
    counts = Counter(value for _, value in page.ids)
    yield from (Problem("site-id-twice", Place(name, line), value) for line, value in page.ids if counts[value] > 1)
    for line, target in page.links:
        code = _fault(name, target, pages, files)
        if code:
            yield Problem(code, Place(name, line), target)
    yield from _misplaced(name, page)


def _fault(name: str, target: str, pages: Mapping[str, Page], files: frozenset[str]) -> str:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    path = _resolve(name, unquote(parts.path))
    if path not in files:
        return "site-link-broken"
    if parts.fragment and path in pages and unquote(parts.fragment) not in {value for _, value in pages[path].ids}:
        return "site-fragment-broken"
    return ""


def _resolve(name: str, path: str) -> str:
    if not path:
        return name
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return path
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _misplaced(name: str, page: Page) -> Iterator[Problem]:
    level = 0
    for line, found in page.headings:
        if found > level + 1 or (found == 1 and level):
            yield Problem("site-heading", Place(name, line), f"h{found}")
        level = found
    if not page.headings:
        yield Problem("site-heading", Place(name, 1), "h1")
