"""Compose the catalogue and the pages of datasets with their dictionaries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gongshi.check.expectations import pattern
from gongshi.read.collection import Dataset, Table
from gongshi.render.citations import Citation
from gongshi.render.downloads import LINES
from gongshi.render.metadata import catalogue as listing
from gongshi.site import addresses, downloads, structured
from gongshi.site.citations import cite, licence
from gongshi.site.desk import Desk
from gongshi.site.facts import code, fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Download, Fact, Link

# The catalogue for other portals, in its two forms.
CATALOGUES: Final = (("Turtle", listing.TURTLE), ("JSON-LD", listing.JSON_LD))
SPREADSHEETS: Final = (("Excel", "open-excel"), ("LibreOffice", "open-libreoffice"))


@dataclass(frozen=True, slots=True)
class Opening:
    """How a program opens the files: in words, or in a line to copy."""

    program: str
    words: str
    line: str


@dataclass(frozen=True, slots=True)
class DatasetLine:
    """A dataset in the catalogue; the licence is named where it is not the publication's."""

    id: str
    link: Link
    description: str
    count: str
    downloads: tuple[Download, ...]
    licence: Link | None


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """The catalogue: everything at once, then dataset by dataset."""

    frame: Frame
    title: str
    lead: str
    whole: tuple[Download, ...]
    figures: tuple[Download, ...]
    notices: tuple[Download, ...]
    checks: tuple[Download, ...]
    releases: tuple[Download, ...]
    remark: str
    licence: Link
    checksums: Link
    catalogues: tuple[Link, ...]
    openings: tuple[Opening, ...]
    help: Link
    datasets: tuple[DatasetLine, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column in the dictionary of a table; its type is the first of its rules."""

    name: str
    title: str
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
    citation: Citation


def catalogue(desk: Desk) -> CataloguePage:
    """Everything at once, then topic by topic, then the registers."""
    title, lead = desk.t("data-title"), desk.t("data-lead")
    registers = tuple(d for d in desk.catalog.datasets if d.kind != "topic")
    publication, listed = desk.catalog.publication, (*desk.catalog.topics, *registers)
    return CataloguePage(
        frame=structured.described(frame(desk, title, lead), structured.catalogue(desk, listed)),
        title=title,
        lead=lead,
        whole=(*downloads.whole(desk), *downloads.database(desk)),
        figures=downloads.every_figure(desk),
        notices=downloads.of_stem(desk, "data/notices"),
        checks=downloads.checks(desk),
        releases=downloads.of_stem(desk, "data/releases"),
        remark=desk.t("page-issue-dated", edition=desk.issue, issued=desk.words.day(publication.issued)),
        licence=licence(desk),
        checksums=Link(desk.t("footer-checksums"), desk.shared(addresses.CHECKSUMS)),
        catalogues=tuple(Link(name, desk.shared(path)) for name, path in CATALOGUES if path in desk.edition.downloads),
        openings=_openings(desk),
        help=Link(desk.t("footer-api"), desk.href(addresses.API)),
        datasets=tuple(_line(desk, dataset) for dataset in listed),
    )


def dataset(desk: Desk, data: Dataset) -> DatasetPage:
    """The page of one dataset."""
    language = desk.language
    title = desk.t("dataset-title", title=data.title[language])
    lead = data.description[language]
    package = downloads.one(desk, f"data/{data.name}/datapackage.json", "package")
    around = frame(desk, title, lead, [Link(desk.t("data-title"), desk.href(addresses.DATA))])
    return DatasetPage(
        frame=structured.described(around, structured.dataset(desk, data)),
        title=title,
        lead=lead,
        topic=desk.topic(data.name) if data.kind == "topic" else None,
        facts=_facts(desk, data),
        tables=tuple(_dictionary(desk, table) for table in data.tables),
        package=(package,) if package else (),
        licence=licence(desk, data),
        citation=cite(desk, "dataset", data.name, data.title[language], addresses.dataset(data.name)),
    )


def _openings(desk: Desk) -> tuple[Opening, ...]:
    spreadsheets = (Opening(name, desk.t(key), "") for name, key in SPREADSHEETS)
    lines = (Opening(name, "", line) for name, line in LINES.items())
    return (*spreadsheets, *lines)


def _line(desk: Desk, data: Dataset) -> DatasetLine:
    terms = licence(desk, data)
    return DatasetLine(
        id=f"data-{data.name}",
        link=Link(data.title[desk.language], desk.href(addresses.dataset(data.name))),
        description=data.description[desk.language],
        count=desk.count("count-rows", sum(len(table.frame) for table in data.tables)),
        downloads=downloads.of_dataset(desk, data.name, data.tables),
        licence=None if terms == licence(desk) else terms,
    )


def _facts(desk: Desk, data: Dataset) -> tuple[Fact, ...]:
    sources = [desk.catalog.sources[name] for name in data.sources if name in desk.catalog.sources]
    links = tuple(Link(desk.short(source), desk.href(addresses.source(source.id))) for source in sources)
    terms = licence(desk, data)
    return known(
        (
            code(desk.t("label-id"), data.name),
            fact(desk.t("label-kind-of-dataset"), desk.t(f"dataset-kind-{data.kind}")),
            fact(desk.t("label-keywords"), desk.listed(data.keywords[desk.language])),
            Fact(desk.t("label-source"), links),
            fact(desk.t("label-licence"), terms.text, terms.href),
        )
    )


def _dictionary(desk: Desk, table: Table) -> Dictionary:
    return Dictionary(
        id=f"table-{table.name}",
        title=table.title[desk.language],
        count=desk.count("count-rows", len(table.frame)),
        fields=tuple(_field(desk, column) for column in table.fields),
        downloads=downloads.of_table(desk, table),
    )


def _field(desk: Desk, column: Mapping[str, Any]) -> Field:
    suffix = "_en" if desk.language == "en" else ""
    return Field(
        name=column["name"],
        title=column.get(f"title{suffix}", ""),
        description=column.get(f"description{suffix}", ""),
        rules=(desk.t(f"type-{column.get('type', 'string')}"), *_rules(desk, column.get("constraints", {}))),
    )


def _rules(desk: Desk, constraints: Mapping[str, Any]) -> tuple[str, ...]:
    rules = [desk.t(f"rule-{name}") for name in ("required", "unique") if constraints.get(name)]
    if "pattern" in constraints:
        words = pattern(constraints["pattern"])
        rules.append(desk.t("rule-pattern", value=words[desk.language]))
    if "enum" in constraints:
        rules.append(desk.t("rule-enum", values=", ".join(constraints["enum"])))
    for name in ("minimum", "maximum", "minLength", "maxLength"):
        if name in constraints:
            rules.append(desk.t(f"rule-{name}", value=constraints[name]))
    return tuple(rules)
