"""Turn registers, ledgers and what was worked out into files of the API, each a list of entries with their links.

The cells of an entry are those of the table that can be downloaded: every one a text, or null where it is empty.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from gongshi.read.collection import Dataset, Table
from gongshi.read.values import Text
from gongshi.record.remains import Home
from gongshi.render import checks, notices, packages, tables
from gongshi.render.api import cited, parts
from gongshi.render.api.known import ROOT, Json, Known, both, head, link, page
from gongshi.render.feeds import urn
from gongshi.render.tables import Sheet

# What an entry is, as its URN says it, and where the pages show it; "" where they do not.
KINDS: Final[Mapping[str, Home]] = MappingProxyType(
    {
        "areas": ("area", "areas/{code}/"),
        "scopes": ("scope", ""),
        "sources": ("source", "sources/{id}/"),
        "indicators": ("indicator", "indicators/{id}/"),
        "commitments": ("commitment", "commitments/#{id}"),
        "corrections": ("correction", "corrections/#{id}"),
        "corrections.moves": ("move", ""),
        "objections": ("objection", "objections/#{id}"),
        "obligations": ("obligation", "obligations/#{id}"),
        "obligations.elements": ("element", ""),
        "obligations.duties": ("duty", "obligations/{area}/{level}/#{id}"),
        "notices": ("notice", "notices/{slug}/"),
        "checks": ("check", "topics/{dataset}/#relation-{id}"),
    }
)


@dataclass(frozen=True)
class Ledger:
    """A table that holds no figures: its name in the API, what it is called, its rows, and where they can be had.

    `stem` is the path of the downloads without their suffix, `key` the column that names an entry.
    """

    name: str
    title: Text
    sheet: Sheet
    key: str
    stem: str
    dataset: Dataset | None = None

    @property
    def here(self) -> str:
        """The path of its file."""
        return f"{ROOT}ledgers/{self.name}.json"


def ledgers(known: Known) -> tuple[Ledger, ...]:
    """Every table of every register, by its dataset's name and its own where they differ; then notices and checks."""
    registers = (dataset for dataset in known.catalog.datasets if dataset.kind != "topic")
    own = tuple(_ledger(dataset, table) for dataset in registers for table in dataset.tables)
    derived = {
        "notices": notices.sheet(known.catalog),
        "checks": checks.sheet(known.catalog, known.findings, known.words),
    }
    return (
        *own,
        *(Ledger(n, packages.TITLES[n], sheet, sheet.names[0], f"data/{n}") for n, sheet in derived.items()),
    )


def ledger(known: Known, made: Ledger) -> Json:
    """The JSON of a ledger."""
    return {
        **head(known, made.here, made.title, made.dataset),
        "id": made.name,
        "csv": link(made.here, f"{made.stem}.csv"),
        "entries": list(_entries(known, made)),
    }


def dataset(known: Known, made: Dataset, homes: Iterable[Home], own: Iterable[Ledger]) -> Json:
    """The JSON of a dataset: what it holds, its columns, every file of it, and the parts that it can be had in."""
    here, address = f"{ROOT}datasets/{made.name}.json", f"data/{made.name}/"
    catalog = known.catalog
    return {
        **head(known, here, made.title, made),
        **page(known, here, address),
        "id": made.name,
        "urn": urn("dataset", made.name),
        **cited.dataset(known, made),
        "kind": made.kind,
        **both("description", made.description),
        "keywords": list(made.keywords["zh"]),
        "keywords_en": list(made.keywords["en"]),
        "sources": list(made.sources),
        "absent": [both("text", text) for text in made.absent],
        "tables": [_table(table) for table in made.tables],
        "files": [
            {"file": link(here, path), "bytes": len(data)}
            for path, data in sorted(known.downloads.items())
            if path.startswith(address)
        ],
        "indicators": [
            indicator(known, here, name) for name, one in sorted(catalog.indicators.items()) if one.dataset == made.name
        ],
        "areas": [home(known, here, pair) for pair in homes if pair[1] == made.name],
        "ledgers": [listed(here, one) for one in own if one.dataset == made],
    }


def indicator(known: Known, here: str, name: str) -> Json:
    """An indicator as it is listed in the file `here`."""
    number = len(known.by_indicator.get(name, ()))
    titled = both("title", known.catalog.indicators[name].name)
    return {"id": name, **titled, "figures": number, "json": link(here, f"{ROOT}indicators/{name}.json")}


def home(known: Known, here: str, pair: Home) -> Json:
    """An area in a dataset as it is listed in the file `here`."""
    code, name = pair
    return {
        "code": code,
        "dataset": name,
        "figures": len(known.by_home.get(pair, ())),
        "json": link(here, f"{ROOT}areas/{code}/{name}.json"),
    }


def listed(here: str, made: Ledger) -> Json:
    """A ledger as it is listed in the file `here`."""
    titled = both("title", made.title)
    return {"id": made.name, **titled, "entries": len(made.sheet.rows), "json": link(here, made.here)}


def _ledger(dataset: Dataset, table: Table) -> Ledger:
    alone = table.name == dataset.name and dataset.name not in packages.TITLES
    name = dataset.name if alone else table.resource
    sheet = tables.sheet(table)
    key = next(iter(table.schema.get("primaryKey", ())), sheet.names[0])
    return Ledger(name, table.title, sheet, key, f"data/{dataset.name}/{table.name}", dataset)


def _entries(known: Known, made: Ledger) -> Iterator[Json]:
    kind = KINDS.get(made.name, (made.name, ""))[0]
    rows = (dict(zip(made.sheet.names, row, strict=True)) for row in made.sheet.rows)
    for row in sorted(rows, key=lambda row: row[made.key]):
        cells = {name: cell or None for name, cell in row.items()}
        yield {
            "urn": urn(kind, row[made.key]),
            **page(known, made.here, _address(known, made.name, row)),
            "cells": cells,
        }


def _address(known: Known, name: str, row: Mapping[str, str]) -> str:
    """Where the pages show an entry."""
    if name == "indicators":
        return parts.page_of(known, row["id"], row["dataset"])
    if name == "obligations.duties" and known.catalog.publication.kind == "compiled":
        return ""
    return KINDS.get(name, ("", ""))[1].format_map(row)


def _table(table: Table) -> Json:
    texts = ("type", "title", "title_en", "description", "description_en")
    columns: list[dict[str, Any]] = [
        {"name": column["name"], **{name: column.get(name) for name in texts}} for column in table.fields
    ]
    return {"name": table.name, **both("title", table.title), "rows": len(table.frame), "columns": columns}
