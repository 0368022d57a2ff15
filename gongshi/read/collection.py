"""The values that hold others: tables, datasets with their charts and relations, the publication, the catalog."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import pandas as pd

from gongshi.errors import Place
from gongshi.read.calendar import Calendar
from gongshi.read.ledgers import Correction, Duty, Element, Move, Notice, Objection, Obligation
from gongshi.read.rules import EMPTY, Profile
from gongshi.read.values import Area, Commitment, Figure, Indicator, Scope, Source, Text, Unit


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a relation's side: a figure by its id, a number, or figures chosen by their columns.

    `times` and `over` multiply and divide it, each by figures named by id or by numbers.
    """

    figure: str = ""
    number: Decimal | None = None
    select: Mapping[str, str] = field(default_factory=dict)
    times: tuple["str | Decimal", ...] = ()
    over: tuple["str | Decimal", ...] = ()

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the figures that the term names."""
        factors = tuple(factor for factor in (*self.times, *self.over) if isinstance(factor, str))
        return (self.figure, *factors) if self.figure else factors


@dataclass(frozen=True, slots=True)
class Relation:
    """A declared relation between the sums of two sides, or a conflict between the figures of the left one.

    `sign` is equal, at-most, at-least, part or conflict; `policy` hold (a breach stops publication) or disclose.
    `each` are columns (area, period): the relation is repeated for every value of them among chosen figures.
    `tolerance` is how far apart the sides may lie, in the unit of the sides, beyond what their printed digits
    leave open. `case` are the area and the period of a relation that nobody declared: it follows from a rule for
    all publications, and its policy may be advise.
    """

    id: str
    dataset: str
    title: Text
    left: tuple[Term, ...]
    sign: str
    right: tuple[Term, ...]
    each: tuple[str, ...]
    tolerance: Decimal
    policy: str
    explanation: Text
    place: Place
    case: tuple[str, str] = ("", "")

    @property
    def declared(self) -> bool:
        """Whether it stands in a description of this publication."""
        return self.case == ("", "")

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of all figures that are named, in order."""
        return tuple(name for term in (*self.left, *self.right) for name in term.figures)

    @property
    def terms(self) -> tuple[str, ...]:
        """Ids of the figures on the left."""
        return tuple(name for term in self.left for name in term.figures)

    @property
    def total(self) -> str:
        """The id of the one figure on the right; "" where there stands something else."""
        alone = len(self.right) == 1 and not (self.right[0].times or self.right[0].over)
        return self.right[0].figure if alone else ""

    @property
    def kind(self) -> str:
        """What its arithmetic is, as charts and words name it: conflict, sum, product or comparison."""
        if self.sign == "conflict":
            return "conflict"
        if self.sign != "equal" or not self.total:
            return "comparison"
        if all(term.figure and not (term.times or term.over) for term in self.left):
            return "sum"
        return "product" if len(self.left) == 1 and not self.left[0].over else "comparison"


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that stand together in a chart under one name; the name may be empty."""

    name: Text
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A chart as declared: its kind, its groups of figures, what labels a mark, and its words.

    `select` chooses figures by column value where no ids are listed. `whole` is the figure that a share is
    taken of, or that a remainder starts from. `measure` says what is measured where the indicators differ.
    """

    id: str
    dataset: str
    kind: str
    groups: tuple[Group, ...]
    select: Mapping[str, str]
    whole: str | None
    label: str
    title: Text
    measure: Text
    reading: Text
    place: Place


@dataclass(frozen=True)
class Table:
    """A CSV file as read: every cell a string, rows in file order, beside its Table Schema."""

    dataset: str
    name: str
    file: str
    title: Text
    schema: Mapping[str, Any]
    frame: pd.DataFrame = field(compare=False)

    @property
    def resource(self) -> str:
        """Name in the edition's Data Package."""
        return f"{self.dataset}.{self.name}"

    @property
    def fields(self) -> tuple[Mapping[str, Any], ...]:
        """The schema's fields, in order."""
        return tuple(self.schema["fields"])


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of reuse: an SPDX name, a title and the text's address."""

    name: str
    title: Text
    path: str


@dataclass(frozen=True)
class Dataset:
    """A folder under datasets/: a register, or a topic with its figures, views and relations.

    `themes` are codes of the European list of data themes, by which catalogues sort datasets; there may be none.
    """

    name: str
    kind: str
    title: Text
    description: Text
    keywords: Mapping[str, tuple[str, ...]]
    licences: tuple[Licence, ...]
    sources: tuple[str, ...]
    tables: tuple[Table, ...]
    views: tuple[View, ...]
    relations: tuple[Relation, ...]
    absent: tuple[Text, ...]
    file: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline of the home page: a figure and the sentence that carries it, figures bound in it."""

    figure: str
    sentence: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Publication:
    """publication.yaml: who publishes what, under which terms, and how to reach them.

    `issues` is the address of the repository's form for new issues, `{about}` and `{title}` standing where the id and
    the title go; `post` a postal address; both may be empty. `topics` names datasets in the order in which readers
    meet them; those not named follow by name. `publisher_type` is a code of the ADMS vocabulary of publisher types, or
    empty.
    """

    title: Text
    tagline: Text
    claim: Text
    lead: Text
    notice: Text
    kind: str
    publisher: Text
    contact: Text
    email: str
    licence: Licence
    languages: tuple[str, ...]
    address: str
    edition: str
    issued: date
    headlines: tuple[Headline, ...]
    charts: tuple[str, ...]
    topics: tuple[str, ...]
    issues: str = ""
    post: Text = Text("", "")
    publisher_type: str = ""
    file: str = "publication.yaml"


@dataclass(frozen=True)
class Catalog:
    """Everything a publication holds, read once and never changed."""

    publication: Publication
    datasets: tuple[Dataset, ...]
    areas: Mapping[str, Area]
    scopes: Mapping[str, Scope]
    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]
    figures: Mapping[str, Figure]
    commitments: Mapping[str, Commitment]
    units: tuple[Unit, ...]
    profile: Profile = EMPTY
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    moves: Mapping[str, Move] = field(default_factory=dict)
    objections: Mapping[str, Objection] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    obligations: Mapping[str, Obligation] = field(default_factory=dict)
    elements: Mapping[str, Element] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)

    @cached_property
    def topics(self) -> tuple[Dataset, ...]:
        """Datasets that hold figures, in the order the publication gives them."""
        named = {name: index for index, name in enumerate(self.publication.topics)}
        topics = (d for d in self.datasets if d.kind == "topic")
        return tuple(sorted(topics, key=lambda d: (named.get(d.name, len(named)), d.name)))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All declared relations, in order of dataset and declaration."""
        return tuple(r for d in self.datasets for r in d.relations)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """All declared charts, in order of dataset and declaration."""
        return tuple(v for d in self.datasets for v in d.views)

    @cached_property
    def elements_of(self) -> Mapping[str, tuple[Element, ...]]:
        """The elements of each obligation by its id, in the order of the catalogue."""
        found: dict[str, list[Element]] = {}
        for element in self.elements.values():
            found.setdefault(element.obligation, []).append(element)
        return {name: tuple(held) for name, held in found.items()}

    def dataset(self, name: str) -> Dataset:
        """The dataset of that name; KeyError where there is none."""
        return {d.name: d for d in self.datasets}[name]

    def children(self, code: str) -> tuple[Area, ...]:
        """Areas directly below `code`, in order of code."""
        return tuple(a for _, a in sorted(self.areas.items()) if a.parent == code)

    def ancestors(self, code: str) -> tuple[Area, ...]:
        """Areas above `code`, from the country down."""
        parent = self.areas[code].parent
        return (*self.ancestors(parent), self.areas[parent]) if parent else ()

    def figures_in(self, area: str, dataset: str) -> tuple[Figure, ...]:
        """Figures of one area in one dataset, in file order."""
        return tuple(f for f in self.figures.values() if (f.area, f.dataset) == (area, dataset))
