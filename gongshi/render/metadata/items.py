"""List what a catalogue describes: every dataset, every table worked out of them, and the publication as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final

from gongshi.read.collection import Catalog, Dataset, Licence, Publication
from gongshi.read.history import History, Release
from gongshi.read.values import Figure, Text
from gongshi.record.changes import FIGURES, State
from gongshi.render.metadata.offers import FORMATS, MANIFEST, NAMED, PACKAGE, Offer, Shelf, frozen
from gongshi.render.packages import TITLES

# The area, the first and the last day of a figure, as they stand in a table.
Span = tuple[str, ...]

CONDUCT: Final = ("GOVE",)
# What is said of the tables that belong to no dataset; one that is not here is described by its title.
DERIVED: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "figures": Text(
            "全部主题的全部数字合成一张表，写出指标、地区和范围的名称，每个数字带来源、出处和文件原文，便于一次取用。",
            "All figures of all topics in one table, with the names of indicators, areas and scopes, and the source, "
            "place and wording of each.",
        ),
        "notices": Text(
            "已经发布的公告和公示，每份写明发布单位、日期、公示期、怎样提出异议，以及它依据的数字和数据集。",
            "The notices that were published: publisher, days, period open for objection, how to object, and the "
            "figures and datasets they rest on.",
        ),
        "checks": Text(
            "数字之间勾稽关系的核对结果，每条写出算式、两边的数、差和结论；对不上的附说明，不改动原来的数字。",
            "Results of checking the relations between figures, each with its arithmetic, both sides, the difference "
            "and the verdict; what does not hold is explained, never repaired.",
        ),
        "releases": Text(
            "每一期发布的日期、说明、新增和改动的数字、冻结的文件数和清单的校验值，用来核对以后没有悄悄改动。",
            "Every release with its date, notes, figures added and changed, files frozen and the hash of its manifest, "
            "to verify that nothing was changed in silence.",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The codes of the areas that figures are about, and their first and last day, "" where none is known."""

    areas: tuple[str, ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Version:
    """How something was published in one release, or is published now; `page` is an address from the site's root."""

    name: str
    day: date
    notes: Text
    offers: tuple[Offer, ...]
    coverage: Coverage
    page: str

    @property
    def tables(self) -> frozenset[str]:
        """The hashes of its tables in their plain form."""
        return frozenset(offer.sha256 for offer in self.offers if offer.format == FORMATS[".csv"])


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is published again with every release, and its versions, the oldest first.

    `id` is what its URN ends in; `sources` are ids of documents, `modified` is the day of the last version whose tables
    are not those of the version before.
    """

    id: str
    title: Text
    description: Text
    keywords: Mapping[str, Sequence[str]]
    themes: tuple[str, ...]
    licence: Licence
    sources: tuple[str, ...]
    versions: tuple[Version, ...]
    modified: date


def items(catalog: Catalog, history: History, states: Sequence[State], shelf: Shelf) -> tuple[Item, ...]:
    """Everything to be described; `states` are the releases and the present as last, `shelf` the files of the site."""
    edition = catalog.publication.edition
    released = [(state, release) for state in states if (release := history.named(state.name))]
    past = [(state, release) for state, release in released if release.name != edition]
    datasets = (_dataset(dataset, catalog, history, past, shelf) for dataset in catalog.datasets)
    tables = (_table(name, catalog, shelf) for name in TITLES if f"data/{name}.csv" in shelf.sizes)
    notes = next((release.notes for _, release in released if release.name == edition), Text("", ""))
    return tuple(_noted(item, notes) for item in (_whole(catalog, past, shelf), *datasets, *tables))


def _noted(item: Item, notes: Text) -> Item:
    """The item with what its last release says of itself."""
    *before, current = item.versions
    return replace(item, versions=(*before, replace(current, notes=notes)))


def covered(catalog: Catalog, figures: Iterable[Figure]) -> Coverage:
    """What some figures cover; a dataset without any, a register, covers what all figures do."""
    return _coverage(map(_span, tuple(figures) or catalog.figures.values()))


def _span(figure: Figure) -> Span:
    days = (figure.period_start, figure.period_end)
    start, end = (day.isoformat() if day else "" for day in days)
    return figure.area, start, end


def _coverage(spans: Iterable[Span]) -> Coverage:
    """A figure without a start is known to be of its last day at least, one without an end of its first."""
    found = tuple(spans)
    starts = sorted(start or end for _, start, end in found if start or end)
    ends = sorted(end or start for _, start, end in found if start or end)
    areas = tuple(sorted({area for area, _, _ in found if area}))
    return Coverage(areas, *(starts[:1] or [""]), *(ends[-1:] or [""]))


def _then(state: State, dataset: str) -> Coverage:
    """What the figures of a dataset covered in a release; those of all datasets where it had none."""
    tables = {path: rows for path, rows in state.tables.items() if set(rows.columns) >= FIGURES}
    own = {path: rows for path, rows in tables.items() if path.startswith(f"datasets/{dataset}/")}
    rows = chain.from_iterable(table.rows.values() for table in (own or tables).values())
    return _coverage(tuple(row.get(name, "") for name in ("area", "period_start", "period_end")) for row in rows)


def _dataset(
    data: Dataset, catalog: Catalog, history: History, past: Sequence[tuple[State, Release]], shelf: Shelf
) -> Item:
    titles = {table.file: table.title for table in data.tables}
    offers = [shelf.under(f"data/{data.name}/{table.name}", table.title) for table in data.tables]
    package = shelf.named(f"data/{data.name}/{PACKAGE}", data.title)
    figures = (figure for figure in catalog.figures.values() if figure.dataset == data.name)
    current = _current(catalog.publication, (*chain(*offers), *package), covered(catalog, figures))
    before = []
    for state, release in past:
        kept = [file for file in release.files if file.path not in history.withdrawn(release)]
        files = tuple(frozen(release.name, kept, titles))
        before += [_past(release, files, _then(state, data.name))] if files else []
    versions = (*before, replace(current, page=f"data/{data.name}/index.html"))
    return Item(
        id=f"dataset:{data.name}",
        title=data.title,
        description=data.description,
        keywords=data.keywords,
        themes=data.themes,
        licence=data.licences[0] if data.licences else catalog.publication.licence,
        sources=data.sources,
        versions=versions,
        modified=_modified(versions),
    )


def _modified(versions: Sequence[Version]) -> date:
    changed = (new.day for old, new in pairwise(versions) if new.tables != old.tables)
    return max(changed, default=versions[0].day)


def _table(name: str, catalog: Catalog, shelf: Shelf) -> Item:
    of_figures = name == "figures"
    offers = tuple(shelf.under(f"data/{name}", TITLES[name]))
    return Item(
        id=f"table:{name}",
        title=TITLES[name],
        description=DERIVED.get(name, TITLES[name]),
        keywords={language: (TITLES[name][language],) for language in ("zh", "en")},
        themes=_themes(catalog) if of_figures else CONDUCT,
        licence=catalog.publication.licence,
        sources=tuple(catalog.sources) if of_figures else (),
        versions=(_current(catalog.publication, offers, covered(catalog, ())),),
        modified=catalog.publication.issued,
    )


def _whole(catalog: Catalog, past: Sequence[tuple[State, Release]], shelf: Shelf) -> Item:
    publication = catalog.publication
    single = sorted(path for path in shelf.sizes if _is_top(path) and path.removeprefix("data/") not in NAMED)
    stems = dict.fromkeys(path.removeprefix("data/").partition(".")[0] for path in single)
    offers = [shelf.under(f"data/{stem}", publication.title) for stem in stems if stem not in TITLES]
    named = [shelf.named(f"data/{name}", publication.title) for name in NAMED]
    current = _current(publication, tuple(chain(*offers, *named)), covered(catalog, ()))
    before = (
        _past(release, tuple(shelf.named(f"releases/{release.name}/{MANIFEST}", publication.title)), _then(state, ""))
        for state, release in past
    )
    return Item(
        id="publication",
        title=publication.title,
        description=publication.lead,
        keywords={language: [data.title[language] for data in catalog.topics] for language in ("zh", "en")},
        themes=_themes(catalog),
        licence=publication.licence,
        sources=tuple(catalog.sources),
        versions=(*before, current),
        modified=current.day,  # the list of releases, which is of it, grows with every one
    )


def _is_top(path: str) -> bool:
    return path.startswith("data/") and path.count("/") == 1


def _themes(catalog: Catalog) -> tuple[str, ...]:
    """The themes of all topics."""
    return tuple(sorted({theme for topic in catalog.topics for theme in topic.themes}))


def _current(publication: Publication, offers: tuple[Offer, ...], coverage: Coverage) -> Version:
    name, day = publication.edition, publication.issued
    return Version(name, day, Text("", ""), offers, coverage, "data/index.html")


def _past(release: Release, offers: tuple[Offer, ...], coverage: Coverage) -> Version:
    page = f"releases/{release.name}/index.html"
    return Version(release.name, release.day, release.notes, offers, coverage, page)
