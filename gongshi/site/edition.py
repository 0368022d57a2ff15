"""Everything that the pages of one edition are made of, with the indexes they are looked up by."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from gongshi.check.exhibits import exhibit
from gongshi.check.relations import Finding
from gongshi.read.collection import Catalog
from gongshi.read.history import History, Release
from gongshi.read.ledgers import Correction, Objection
from gongshi.read.promise import Promise
from gongshi.read.values import Area, Commitment, Figure
from gongshi.record.remains import Home, former
from gongshi.record.timeline import Step, first_seen, of_figures
from gongshi.render.charts import Drawing

T = TypeVar("T")


@dataclass(frozen=True)
class Edition:
    """A checked catalog, what was found and drawn from it, the sizes of its downloads, and the day of the build.

    `texts` are articles, notices and pages by their files. `drawings` are by language; `downloads` are paths from the
    site's root. `steps` are the releases of its `history` and, where it is none of them, the edition itself;
    `digests` are the SHA-256 of the downloads by path, `rows` the number of rows of tables by the path without the
    ending that names a format; `promise` are the addresses that are promised.
    """

    texts: Mapping[str, str]
    catalog: Catalog
    findings: tuple[Finding, ...]
    drawings: Mapping[str, tuple[Drawing, ...]]
    downloads: Mapping[str, int]
    today: date
    history: History = field(default_factory=History)
    steps: tuple[Step, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    promise: Promise = field(default_factory=Promise)

    @cached_property
    def by_area(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by the code of their area."""
        return grouped(self.catalog.figures.values(), lambda figure: figure.area)

    @cached_property
    def by_home(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by the page where they are at home: the code of their area, a slash, their dataset."""
        return grouped(self.catalog.figures.values(), lambda figure: f"{figure.area}/{figure.dataset}")

    @cached_property
    def children(self) -> Mapping[str, tuple[Area, ...]]:
        """Areas by the code of the area above them, in order of their own codes; "" for those at the top."""
        ordered = [area for _, area in sorted(self.catalog.areas.items())]
        return grouped(ordered, lambda area: area.parent or "")

    @cached_property
    def shown(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures of every chart, by dataset and name of its view."""
        views = self.catalog.views
        return {f"{v.dataset}/{v.id}": exhibit(v, self.catalog).everything for v in views}

    def home(self, area: str, dataset: str) -> tuple[Figure, ...]:
        """The figures of an area in a topic."""
        return self.by_home.get(f"{area}/{dataset}", ())

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by dataset."""
        return grouped(self.catalog.figures.values(), lambda figure: figure.dataset)

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by indicator."""
        return grouped(self.catalog.figures.values(), lambda figure: figure.indicator)

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by source."""
        return grouped(self.catalog.figures.values(), lambda figure: figure.source)

    @cached_property
    def promised_by(self) -> Mapping[str, tuple[Commitment, ...]]:
        """Commitments by the code of their area."""
        return grouped(self.catalog.commitments.values(), lambda commitment: commitment.area)

    @cached_property
    def disagreements(self) -> tuple[Finding, ...]:
        """Findings whose relation does not hold."""
        return tuple(finding for finding in self.findings if not finding.holds)

    @cached_property
    def checked(self) -> Mapping[str, tuple[Finding, ...]]:
        """All findings, by each figure they name."""
        pairs = [(figure.id, finding) for finding in self.findings for figure in finding.figures]
        return {key: tuple(f for _, f in found) for key, found in grouped(pairs, lambda pair: pair[0]).items()}

    @cached_property
    def disputes(self) -> Mapping[str, tuple[Finding, ...]]:
        """Findings that do not hold, by each figure they name."""
        pairs = [(figure.id, finding) for finding in self.disagreements for figure in finding.figures]
        return {key: tuple(f for _, f in found) for key, found in grouped(pairs, lambda pair: pair[0]).items()}

    @property
    def release(self) -> Release | None:
        """The release that this edition is; None while it is being prepared."""
        return self.history.named(self.catalog.publication.edition)

    def touched(self, datasets: Collection[str]) -> tuple[date, ...]:
        """The days of the releases, and of this edition, in which any table of some datasets came or changed."""
        folders = tuple(f"datasets/{name}/" for name in datasets)
        steps = (step for step in self.steps if any(one.path.startswith(folders) for one in step.differences))
        return tuple(step.day for step in steps) or (self.catalog.publication.issued,)

    @cached_property
    def figure_days(self) -> Mapping[str, date]:
        """The day of the last release, or of this edition, in which each figure came, changed or went, by its id."""
        found: dict[str, date] = {}
        for step in self.steps:
            for one in filter(of_figures, step.differences):
                rows = (*one.added, *one.gone)
                found |= dict.fromkeys((*(row["id"] for row in rows), *(c.key for c in one.changed)), step.day)
        return found

    @cached_property
    def first_seen(self) -> Mapping[str, Step]:
        """The step that brought each figure, by its id."""
        return first_seen(self.steps)

    @cached_property
    def corrected(self) -> Mapping[str, tuple[Correction, ...]]:
        """Corrections by the id of their figure, in the order of the ledger."""
        return grouped(self.catalog.corrections.values(), lambda correction: correction.figure)

    @cached_property
    def objected(self) -> Mapping[str, tuple[Objection, ...]]:
        """Objections by what they are about: its kind, a slash, its id."""
        return grouped(self.catalog.objections.values(), lambda objection: f"{objection.kind}/{objection.about}")

    @cached_property
    def former(self) -> Mapping[Home, tuple[str, ...]]:
        """Figures that were published at a home, an area and a dataset, and are not there any more."""
        return former(
            self.steps, {figure.id: (figure.area, figure.dataset) for figure in self.catalog.figures.values()}
        )

    def column_names(self, file: str, language: str) -> Mapping[str, str]:
        """What the columns of a table are called in a language; none where there is no such table any more."""
        title = "title" if language == "zh" else f"title_{language}"
        tables = (table for dataset in self.catalog.datasets for table in dataset.tables if table.file == file)
        return {str(f["name"]): str(f.get(title, f["name"])) for table in tables for f in table.fields}

    def drawing(self, language: str, name: str) -> Drawing:
        """The drawing of `dataset/view`; KeyError where there is none."""
        return {f"{d.view.dataset}/{d.view.id}": d for d in self.drawings[language]}[name]


def grouped(items: Iterable[T], key: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    """Items by key, keys in order of first appearance."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(found) for name, found in groups.items()}
