"""The one Pelican plugin: reads prose with references, and writes every page of the edition.

Pelican finds the Markdown; all pages are then composed here and handed to its writer, so that one generator
decides what stands where; the writer keeps them as values. The hands it needs travel in the settings as `GONGSHI`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup
from pelican import signals
from pelican.contents import Content
from pelican.readers import MarkdownReader, Readers
from pelican.writers import Writer

from gongshi.check.duties import assessments
from gongshi.check.heads import KNOWN
from gongshi.errors import Place, Problem, PublicationError
from gongshi.read.heads import body, metadata
from gongshi.site import (
    addresses,
    markup,
    pages_api,
    pages_areas,
    pages_checks,
    pages_commitments,
    pages_corrections,
    pages_data,
    pages_duties,
    pages_home,
    pages_indicators,
    pages_notices,
    pages_objections,
    pages_obligations,
    pages_oversight,
    pages_prose,
    pages_releases,
    pages_sources,
    pages_topics,
    pages_verify,
    remains,
)
from gongshi.site.desk import Desk
from gongshi.site.pages_prose import Prose


@dataclass(frozen=True)
class Hands:
    """What the plugin works with: the desk of the home page, the theme's templates, and where finished pages go."""

    desk: Desk
    templates: Environment
    pages: dict[str, bytes]


class ProseReader(MarkdownReader):  # type: ignore[misc]
    """Takes the text of a file as it was checked, and sees it from the page it becomes: its links lead from there."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The HTML and the head of a file."""
        hands: Hands = self.settings["GONGSHI"]
        path = Path(source_path)
        text = hands.desk.edition.texts[path.relative_to(self.settings["PATH"]).as_posix()]
        address = address_of(path.parent.name, path.stem)
        converter = markup.converter(markup.Scribe(hands.desk.at(address), hands.templates))
        said = {name: value for name, value in metadata(text).items() if name in KNOWN}
        head = {name: self.process_metadata(name, value) for name, value in said.items()}
        return converter.convert(body(text)), head


class Shelf(Writer):  # type: ignore[misc]
    """Keeps every page as bytes; the disk is the affair of others."""

    def write_file(self, name: str, template: Template, context: dict[str, Any], **_: Any) -> None:
        """Fill a template; PublicationError where the address is taken. A name is empty where nothing is wanted."""
        if not name:
            return
        pages = self.settings["GONGSHI"].pages
        if name in pages:
            raise PublicationError([Problem("site-address-twice", Place(name), name)])
        pages[name] = template.render(context).encode("utf-8")


class Pages:
    """Composes and writes all pages of one language."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], **_: Any) -> None:
        self.context = context
        self.hands: Hands = settings["GONGSHI"]

    def generate_output(self, writer: Writer) -> None:
        """Write every page."""
        desk = self.hands.desk
        articles = _sorted(_prose(desk, "articles", content) for content in self.context["articles"])
        pages = _sorted(_prose(desk, "pages", content) for content in self._from("pages"))
        notices = _sorted(_prose(desk, "notices", content) for content in self._from("notices"))
        for address, name, page in compose(desk, articles, pages, notices):
            template = self.hands.templates.get_template(f"{name}.html")
            writer.write_file(address, template, {"page": page})

    def _from(self, folder: str) -> Iterator[Content]:
        """What Pelican calls pages, from one of their folders."""
        return (content for content in self.context["pages"] if Path(content.source_path).parent.name == folder)


def compose(
    desk: Desk, articles: tuple[Prose, ...], pages: tuple[Prose, ...], notices: tuple[Prose, ...] = ()
) -> Iterator[tuple[str, str, object]]:
    """Every page as its address, the name of its template, and its context."""
    standing = set[str]()
    for page in _standing(desk, articles, pages, notices):
        standing.add(page[0])
        yield page
    yield from remains.former(desk, standing)


def _standing(
    desk: Desk, articles: tuple[Prose, ...], pages: tuple[Prose, ...], notices: tuple[Prose, ...]
) -> Iterator[tuple[str, str, object]]:
    """Every page but those at the addresses of patterns that moved."""
    yield addresses.HOME, "home", pages_home.home(desk, [pages_prose.line(desk, prose) for prose in articles])
    yield addresses.LOST, "lost", pages_home.lost(desk.at(addresses.LOST))
    yield from _topics(desk)
    yield from _areas(desk)
    yield from _indicators(desk)
    yield from _sources(desk)
    yield from _data(desk)
    at = desk.at(addresses.COMMITMENTS)
    yield at.here, "commitments", pages_commitments.commitments(at)
    at = desk.at(addresses.CHECKS)
    yield at.here, "checks", pages_checks.checks(at)
    yield from _releases(desk)
    yield from remains.pages(desk)
    at = desk.at(addresses.OVERSIGHT)
    yield at.here, "oversight", pages_oversight.oversight(at)
    at = desk.at(addresses.VERIFY)
    yield at.here, "verify", pages_verify.page(at)
    at = desk.at(addresses.CORRECTIONS)
    yield at.here, "corrections", pages_corrections.corrections(at)
    yield from _notices(desk, notices)
    at = desk.at(addresses.OBJECTIONS)
    yield at.here, "objections", pages_objections.objections_page(at)
    yield from _duties(desk)
    at = desk.at(addresses.ARTICLES)
    yield at.here, "articles", pages_prose.articles(at, articles)
    for prose in articles:
        at = desk.at(addresses.article(prose.slug))
        yield at.here, "article", pages_prose.article(at, prose)
    for prose in pages:
        at = desk.at(addresses.prose(prose.slug))
        yield at.here, "page", pages_prose.page(at, prose)


def address_of(folder: str, slug: str) -> str:
    """Where a Markdown file is published."""
    return {"articles": addresses.article, "notices": addresses.notice}.get(folder, addresses.prose)(slug)


def register() -> None:
    """Called by Pelican."""
    signals.readers_init.connect(_use_reader)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)


def _use_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = ProseReader


def _generators(_: Any) -> type[Pages]:
    return Pages


def _writer(_: Any) -> type[Shelf]:
    return Shelf


def _prose(desk: Desk, folder: str, content: Content) -> Prose:
    address = address_of(folder, content.slug)
    day = getattr(content, "date", None)
    depth = address.count("/")
    return Prose(
        slug=content.slug,
        title=content.title,
        summary=content.metadata.get("summary", ""),
        day=day.date() if day else None,
        body=Markup(content.get_content("/".join([".."] * depth))),
        twin=_twin(desk, folder, content.slug, address),
    )


def _sorted(found: Iterable[Prose]) -> tuple[Prose, ...]:
    """Newest first, then by slug: Pelican finds files in an order of its own."""
    by_slug = sorted(found, key=lambda prose: prose.slug)
    return tuple(sorted(by_slug, key=lambda prose: prose.day or date.min, reverse=True))


def _twin(desk: Desk, folder: str, slug: str, address: str) -> str:
    others = [language for language in desk.catalog.publication.languages if language != desk.language]
    if all(f"content/{other}/{folder}/{slug}.md" in desk.edition.texts for other in others):
        return address
    return {"articles": addresses.ARTICLES, "notices": addresses.NOTICES}.get(folder, addresses.HOME)


def _topics(desk: Desk) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.TOPICS)
    yield at.here, "topics", pages_topics.topics(at)
    for dataset in desk.catalog.topics:
        at = desk.at(addresses.topic(dataset.name))
        yield at.here, "topic", pages_topics.topic(at, dataset)


def _areas(desk: Desk) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.AREAS)
    yield at.here, "areas", pages_areas.areas(at)
    for code, area in sorted(desk.catalog.areas.items()):
        at = desk.at(addresses.area(code))
        yield at.here, "area", pages_areas.area(at, area)
        for dataset in desk.catalog.topics:
            if desk.edition.home(code, dataset.name) or (code, dataset.name) in desk.edition.former:
                at = desk.at(addresses.records(code, dataset.name))
                yield at.here, "records", pages_areas.records(at, area, dataset)


def _indicators(desk: Desk) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.INDICATORS)
    yield at.here, "indicators", pages_indicators.indicators(at)
    for name, figures in desk.edition.by_indicator.items():
        if len(figures) > 1:
            at = desk.at(addresses.indicator(name))
            yield at.here, "indicator", pages_indicators.indicator(at, desk.catalog.indicators[name])


def _sources(desk: Desk) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.SOURCES)
    yield at.here, "sources", pages_sources.sources(at)
    for name, source in desk.catalog.sources.items():
        at = desk.at(addresses.source(name))
        yield at.here, "source", pages_sources.source(at, source)


def _releases(desk: Desk) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.RELEASES)
    yield at.here, "releases", pages_releases.releases(at)
    for step in desk.edition.steps:
        if step.release:
            at = desk.at(addresses.release(step.name))
            yield at.here, "release", pages_releases.release(at, step)


def _notices(desk: Desk, texts: tuple[Prose, ...]) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.NOTICES)
    yield at.here, "notices", pages_notices.notices(at)
    for prose in texts:
        at = desk.at(addresses.notice(prose.slug))
        yield at.here, "notice", pages_notices.notice(at, desk.catalog.notices[prose.slug], prose)


def _duties(desk: Desk) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.OBLIGATIONS)
    yield at.here, "obligations", pages_obligations.obligations(at)
    for area, level in pages_obligations.places(assessments(desk.catalog, desk.edition.today)):
        at = desk.at(addresses.duties(area, level))
        yield at.here, "duties", pages_duties.page(at, area, level)


def _data(desk: Desk) -> Iterator[tuple[str, str, object]]:
    at = desk.at(addresses.DATA)
    yield at.here, "catalogue", pages_data.catalogue(at)
    at = desk.at(addresses.API)
    yield at.here, "api", pages_api.page(at)
    for dataset in desk.catalog.datasets:
        at = desk.at(addresses.dataset(dataset.name))
        yield at.here, "dataset", pages_data.dataset(at, dataset)
