"""Compose the tree of areas, the page of an area, and the homes of figures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gongshi.read.collection import Dataset
from gongshi.read.values import Area, Figure
from gongshi.render.api import ROOT
from gongshi.site import addresses, downloads, figures, pictures, promises, remains
from gongshi.site.citations import licence
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Branch, Chart, Download, Link, Listing, Record
from gongshi.site.remains import Remain


@dataclass(frozen=True, slots=True)
class AreasPage:
    """All areas as a tree."""

    frame: Frame
    title: str
    lead: str
    areas: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class AreaPage:
    """An area: its figures by topic, its commitments, and the areas below it."""

    frame: Frame
    title: str
    lead: str
    code: str
    level: str
    parent: Link | None
    children: tuple[Link, ...]
    charts: tuple[Chart, ...]
    topics: tuple[Listing, ...]
    promises: Listing
    empty: str


@dataclass(frozen=True, slots=True)
class SourceRecords:
    """The figures that one page takes from one source."""

    id: str
    source: Link
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class RecordsPage:
    """The home of the figures of one area in one topic."""

    frame: Frame
    title: str
    lead: str
    topic: Link
    sources: tuple[SourceRecords, ...]
    former: tuple[Remain, ...]
    downloads: tuple[Download, ...]
    part: tuple[Download, ...]
    help: Link
    dictionary: str
    licence: Link


def areas(desk: Desk) -> AreasPage:
    """All areas, those below others indented."""
    title = desk.t("areas-title")
    lead = desk.t("areas-lead", areas=len(desk.edition.by_area), figures=len(desk.catalog.figures))
    return AreasPage(frame(desk, title, lead), title, lead, branches(desk))


def branches(desk: Desk, parent: str = "") -> tuple[Branch, ...]:
    """The areas directly below another, each with those below it."""
    return tuple(_branch(desk, area) for area in desk.edition.children.get(parent, ()))


def area(desk: Desk, place: Area) -> AreaPage:
    """The page of one area."""
    language, found = desk.language, desk.edition.by_area.get(place.code, ())
    by_topic = grouped(found, lambda figure: figure.dataset)
    title, lead = place.name[language], _lead(desk, place, len(found), len(by_topic))
    above = desk.catalog.ancestors(place.code)
    return AreaPage(
        frame=frame(desk, title, lead, [_up(desk), *(desk.area(a) for a in above)]),
        title=title,
        lead=lead,
        code=place.code,
        level=desk.t(f"level-{place.level}"),
        parent=desk.area(above[-1]) if above else None,
        children=tuple(_child(desk, child) for child in desk.edition.children.get(place.code, ())),
        charts=pictures.showing(desk, lambda figure: figure.area, place.code),
        topics=tuple(_topic(desk, place.code, d.name) for d in desk.catalog.topics if d.name in by_topic),
        promises=_promises(desk, place),
        empty=desk.t("area-empty", sources=desk.few(len(desk.catalog.sources))),
    )


def records(desk: Desk, place: Area, dataset: Dataset) -> RecordsPage:
    """The home of an area's figures in a topic, source by source."""
    language = desk.language
    found = desk.edition.home(place.code, dataset.name)
    title = desk.t("records-title", area=place.name[language], topic=dataset.title[language])
    by_source = grouped(found, lambda figure: figure.source)
    lead = desk.t(
        "records-lead",
        count=desk.count("count-figures", len(found)),
        sources=desk.count("count-sources", len(by_source)),
    )
    above = [*desk.catalog.ancestors(place.code), place]
    return RecordsPage(
        frame=frame(desk, title, lead, [_up(desk), *(desk.area(a) for a in above)]),
        title=title,
        lead=lead,
        topic=desk.topic(dataset.name),
        sources=_disputed_once(tuple(_source(desk, name, group) for name, group in by_source.items())),
        former=remains.figures(desk, place.code, dataset.name),
        downloads=downloads.of_dataset(desk, dataset.name, dataset.tables),
        part=downloads.of_part(desk, f"{ROOT}areas/{place.code}/{dataset.name}"),
        help=Link(desk.t("footer-api"), desk.href(addresses.API)),
        dictionary=desk.href(addresses.dataset(dataset.name)),
        licence=licence(desk, dataset),
    )


def _branch(desk: Desk, place: Area) -> Branch:
    number = len(desk.edition.by_area.get(place.code, ()))
    count = desk.count("count-figures", number) if number else ""
    return Branch(desk.area(place), place.code, count, branches(desk, place.code))


def _up(desk: Desk) -> Link:
    return Link(desk.t("areas-title"), desk.href(addresses.AREAS))


def _child(desk: Desk, place: Area) -> Link:
    link, number = desk.area(place), len(desk.edition.by_area.get(place.code, ()))
    return Link(link.text, link.href, str(number) if number else "")


def _lead(desk: Desk, place: Area, number: int, topics: int) -> str:
    name = place.name[desk.language]
    made = desk.edition.promised_by.get(place.code, ())
    if not number and made:
        return desk.t("area-lead-promised", area=name, promises=desk.count("count-commitments", len(made)))
    if not number:
        return desk.t("area-lead-none", area=name)
    return desk.t(
        "area-lead", area=name, figures=desk.count("count-figures", number), topics=desk.count("count-topics", topics)
    )


def _topic(desk: Desk, code: str, dataset: str) -> Listing:
    found = desk.edition.home(code, dataset)
    title = desk.catalog.dataset(dataset).title[desk.language]
    heading = Link(title, desk.href(addresses.records(code, dataset)), desk.count("count-figures", len(found)))
    return Listing(f"topic-{dataset}", heading, figures.by_indicator(desk, found, "indicator", "scope"))


def _promises(desk: Desk, place: Area) -> Listing:
    found = desk.edition.promised_by.get(place.code, ())
    heading = Link(
        desk.t("commitments-title"), desk.href(addresses.COMMITMENTS), desk.count("count-commitments", len(found))
    )
    return Listing("commitments", heading, (), tuple(promises.promise(desk, c) for c in found))


def _source(desk: Desk, name: str, found: tuple[Figure, ...]) -> SourceRecords:
    source = desk.catalog.sources[name]
    link = Link(source.title[desk.language], desk.href(addresses.source(name)), desk.short(source))
    return SourceRecords(f"source-{name}", link, figures.records(desk, found))


def _disputed_once(groups: tuple[SourceRecords, ...]) -> tuple[SourceRecords, ...]:
    """Every dispute told in full at the first figure that it concerns; the others lead there."""
    first: dict[str, str] = {}
    for record in (record for group in groups for record in group.records):
        for dispute in record.disputes:
            first.setdefault(dispute.id, record.row.id)
    return tuple(replace(group, records=tuple(_brief(record, first) for record in group.records)) for group in groups)


def _brief(record: Record, first: Mapping[str, str]) -> Record:
    told = (
        dispute if first[dispute.id] == record.row.id else replace(dispute, above=f"#{first[dispute.id]}")
        for dispute in record.disputes
    )
    return replace(record, disputes=tuple(told))
