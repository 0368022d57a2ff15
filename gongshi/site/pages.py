"""The contexts of all pages: one frozen value for each kind, which its template reads as `page` and nothing else."""

from dataclasses import dataclass

from markupsafe import Markup

from gongshi.site.parts import (
    Branch,
    Chart,
    Dispute,
    Download,
    Fact,
    Frame,
    Headline,
    Link,
    Listing,
    Quotation,
    Record,
    Row,
    Sentence,
    Tally,
)


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: the claim, the main figures, charts, what needs attention, and the ways in."""

    frame: Frame
    title: str
    lead: str
    remark: str
    headlines: tuple[Headline, ...]
    charts: tuple[Chart, ...]
    tallies: tuple[Tally, ...]
    disputes: tuple[Dispute, ...]
    topics: tuple[Link, ...]
    areas: tuple[Branch, ...]
    articles: "tuple[ArticleLine, ...]"
    downloads: tuple[Download, ...]


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
    downloads: tuple[Download, ...]
    dictionary: str
    licence: Link
    citation: str


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
    contact: str
    email: str
    downloads: tuple[Download, ...]
    dictionary: str
    licence: Link


@dataclass(frozen=True, slots=True)
class IndicatorList:
    """The indicators of one topic."""

    id: str
    topic: Link
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndicatorsPage:
    """All indicators by topic."""

    frame: Frame
    title: str
    lead: str
    topics: tuple[IndicatorList, ...]


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """An indicator: what it means and all its figures."""

    frame: Frame
    title: str
    lead: str
    disputes: tuple[Dispute, ...]
    charts: tuple[Chart, ...]
    rows: tuple[Row, ...]
    remark: str
    facts: tuple[Fact, ...]
    downloads: tuple[Download, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list of sources."""

    link: Link
    issuer: str
    published: str
    note: str
    count: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """All sources."""

    frame: Frame
    title: str
    lead: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: the facts of the document and everything taken from it, passage by passage."""

    frame: Frame
    title: str
    original: Quotation | None
    lead: str
    facts: tuple[Fact, ...]
    passages: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """All commitments by their deadline."""

    frame: Frame
    title: str
    lead: str
    tallies: tuple[Tally, ...]
    deadlines: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class DatasetLine:
    """A dataset in the catalogue."""

    id: str
    link: Link
    description: str
    count: str
    downloads: tuple[Download, ...]
    licence: Link


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """The catalogue: everything at once, then dataset by dataset."""

    frame: Frame
    title: str
    lead: str
    whole: tuple[Download, ...]
    figures: tuple[Download, ...]
    remark: str
    licence: Link
    datasets: tuple[DatasetLine, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column in the dictionary of a table."""

    name: str
    title: str
    type: str
    description: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The dictionary of a table, with the table's files."""

    id: str
    title: str
    count: str
    fields: tuple[Field, ...]
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class DatasetPage:
    """A dataset: what it holds, the dictionary of every table, and its files."""

    frame: Frame
    title: str
    lead: str
    topic: Link | None
    facts: tuple[Fact, ...]
    tables: tuple[Dictionary, ...]
    package: tuple[Download, ...]
    licence: Link
    citation: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    link: Link
    day: str
    iso: str
    summary: str


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """All articles, newest first."""

    frame: Frame
    title: str
    lead: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article."""

    frame: Frame
    title: str
    lead: Sentence
    day: str
    iso: str
    body: Markup


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page of plain prose: method, about."""

    frame: Frame
    title: str
    lead: Sentence
    body: Markup


@dataclass(frozen=True, slots=True)
class LostPage:
    """The page for addresses that lead nowhere."""

    frame: Frame
    title: str
    lead: str
    ways: tuple[Link, ...]
