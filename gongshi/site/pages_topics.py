"""Compose the list of topics and the page of a topic."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongshi.read.collection import Dataset
from gongshi.read.values import Figure
from gongshi.render.citations import Citation
from gongshi.site import addresses, disputes, downloads, editions, figures, objecting, pictures
from gongshi.site.citations import cite, licence
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Chart, Dispute, Download, Event, Headline, Link, Listing


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in the list of topics."""

    link: Link
    description: str
    places: str


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """All topics."""

    frame: Frame
    title: str
    lead: str
    topics: tuple[TopicLine, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A topic: its charts, all its figures by area, what does not add up, and what no document gives."""

    frame: Frame
    title: str
    lead: str
    hero: Headline | None
    charts: tuple[Chart, ...]
    remark: str
    places: tuple[Listing, ...]
    disputes: tuple[Dispute, ...]
    agreements: tuple[Dispute, ...]
    absent: tuple[str, ...]
    corrections: tuple[Event, ...]
    objections: tuple[Event, ...]
    ways: tuple[Link, ...]
    downloads: tuple[Download, ...]
    dictionary: str
    licence: Link
    citation: Citation


def topics(desk: Desk) -> TopicsPage:
    """All topics, each with what it holds and where it is about."""
    title = desk.t("topics-title")
    lead = desk.t("topics-lead", topics=len(desk.catalog.topics), figures=len(desk.catalog.figures))
    return TopicsPage(frame(desk, title, lead), title, lead, tuple(_line(desk, d) for d in desk.catalog.topics))


def topic(desk: Desk, dataset: Dataset) -> TopicPage:
    """The page of one topic."""
    language, edition = desk.language, desk.edition
    title, lead = dataset.title[language], dataset.description[language]
    found = edition.by_topic.get(dataset.name, ())
    drawings = [d for d in edition.drawings[language] if d.view.dataset == dataset.name]
    own = [finding for finding in edition.findings if finding.relation.dataset == dataset.name]
    return TopicPage(
        frame=frame(
            desk,
            title,
            lead,
            [Link(desk.t("topics-title"), desk.href(addresses.TOPICS))],
            picture=addresses.shared_picture("topics", dataset.name) if found else "",
        ),
        title=title,
        lead=lead,
        hero=_hero(desk, dataset),
        charts=pictures.charts(desk, drawings),
        remark=desk.count("count-figures-each", len(found)),
        places=tuple(_place(desk, dataset.name, code) for code in grouped(found, lambda figure: figure.area)),
        disputes=tuple(disputes.dispute(desk, finding) for finding in own if not finding.holds),
        agreements=tuple(disputes.dispute(desk, finding) for finding in own if finding.holds),
        absent=tuple(name[language] for name in dataset.absent),
        corrections=_corrected(desk, found),
        objections=_objected(desk, dataset, found),
        ways=objecting.ways(desk, dataset.name, title),
        downloads=downloads.of_dataset(desk, dataset.name, dataset.tables),
        dictionary=desk.href(addresses.dataset(dataset.name)),
        licence=licence(desk, dataset),
        citation=cite(desk, "dataset", dataset.name, title, addresses.dataset(dataset.name)),
    )


def _corrected(desk: Desk, found: Iterable[Figure]) -> tuple[Event, ...]:
    """The corrections of figures under their names."""
    pairs = ((figure, one) for figure in found for one in desk.edition.corrected.get(figure.id, ()))
    return tuple(_named(desk, figure, editions.event(desk, one)) for figure, one in pairs)


def _objected(desk: Desk, dataset: Dataset, found: Iterable[Figure]) -> tuple[Event, ...]:
    """Objections to the topic itself, then to its figures under their names."""
    own = objecting.events(desk, "topic", dataset.name)
    return (*own, *(_named(desk, f, event) for f in found for event in objecting.events(desk, "figure", f.id)))


def _named(desk: Desk, figure: Figure, event: Event) -> Event:
    name = figures.name(desk, figure, *figures.ELSEWHERE)
    return replace(event, text=desk.t("page-named", name=name, text=event.text))


def _line(desk: Desk, dataset: Dataset) -> TopicLine:
    found = desk.edition.by_topic.get(dataset.name, ())
    link = desk.topic(dataset.name)
    areas = [desk.catalog.areas[code].name[desk.language] for code in grouped(found, lambda figure: figure.area)]
    return TopicLine(
        Link(link.text, link.href, desk.count("count-figures", len(found))),
        dataset.description[desk.language],
        desk.listed(areas),
    )


def _hero(desk: Desk, dataset: Dataset) -> Headline | None:
    declared = (h for h in desk.catalog.publication.headlines if h.figure in desk.catalog.figures)
    chosen = next((h for h in declared if desk.catalog.figures[h.figure].dataset == dataset.name), None)
    return figures.headline(desk, chosen) if chosen else None


def _place(desk: Desk, dataset: str, code: str) -> Listing:
    area = desk.catalog.areas[code]
    heading = Link(area.name[desk.language], desk.href(addresses.records(code, dataset)))
    rows = figures.by_indicator(desk, desk.edition.home(code, dataset), "indicator", "scope")
    return Listing(f"area-{code}", heading, rows)
