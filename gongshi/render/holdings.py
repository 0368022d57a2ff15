"""Turn a catalog into the list of all tables that are downloaded, each with what a reader must be told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from gongshi.read.collection import Catalog, Dataset, Licence, Table
from gongshi.read.values import Source, Text
from gongshi.render import figures, notices, packages, tables
from gongshi.render.tables import Sheet

# What the tables that belong to no dataset hold.
DESCRIPTIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "figures": Text(
            "所有主题的全部数字，一行一个，附地区、指标、范围的名称和单位。",
            "Every figure of every topic, one a row, with the names of areas, indicators and scopes, and the unit.",
        ),
        "notices": Text(
            "公告公示，一行一份：单位、日期、期限、联系方式、所依据的数字。",
            "Notices, one a row: publisher, days, period, contact, and the figures they rest on.",
        ),
        "checks": Text(
            "数字之间的核对，一行一次：两边、差、结果和算式。",
            "Checks between figures, one a row: both sides, the difference, the verdict and the arithmetic.",
        ),
        "releases": Text(
            "发布过的各期，一行一期：日期、改动的多少、校验值。",
            "The releases, one a row: day, how much each changed, and its hash.",
        ),
    }
)
NOTHING: Final = Text("", "")


@dataclass(frozen=True)
class Holding:
    """A table as it is downloaded, with its place, words, terms, sources and keys.

    `dataset` is "" for tables that were worked out and belong to none. `schema` holds the keys, `reference.resource`
    being a `resource` as below; `absent` is what the documents do not give.
    """

    dataset: str
    name: str
    title: Text
    description: Text
    licence: Licence
    sources: tuple[Source, ...]
    absent: tuple[Text, ...]
    units: tuple[str, ...]
    schema: Mapping[str, Any]
    sheet: Sheet

    @property
    def resource(self) -> str:
        """Its name in the edition's Data Package."""
        return f"{self.dataset}.{self.name}" if self.dataset else self.name

    @property
    def stem(self) -> str:
        """Its path under the site's root, without the ending that names a format."""
        return f"data/{self.dataset}/{self.name}" if self.dataset else f"data/{self.name}"


def holdings(catalog: Catalog, derived: Mapping[str, Sheet]) -> tuple[Holding, ...]:
    """All tables of all datasets, then all figures, all notices, and what was `derived` by its name."""
    sheets = {"figures": figures.sheet(catalog), "notices": notices.sheet(catalog), **derived}
    read = (_read(dataset, table, catalog) for dataset in catalog.datasets for table in dataset.tables)
    return (*read, *(_derived(name, sheet, catalog) for name, sheet in sheets.items()))


def _read(dataset: Dataset, table: Table, catalog: Catalog) -> Holding:
    sheet = tables.sheet(table)
    return Holding(
        dataset=dataset.name,
        name=table.name,
        title=table.title,
        description=dataset.description,
        licence=dataset.licences[0] if dataset.licences else catalog.publication.licence,
        sources=tuple(catalog.sources[id_] for id_ in dataset.sources),
        absent=dataset.absent,
        units=_units(sheet, catalog),
        schema=table.schema,
        sheet=sheet,
    )


def _derived(name: str, sheet: Sheet, catalog: Catalog) -> Holding:
    keys = {"primaryKey": [sheet.names[0]], "foreignKeys": _shared_keys(catalog) if name == "figures" else []}
    return Holding(
        dataset="",
        name=name,
        title=packages.TITLES.get(name, Text(name, name)),
        description=DESCRIPTIONS.get(name, NOTHING),
        licence=catalog.publication.licence,
        sources=tuple(source for _, source in sorted(catalog.sources.items())),
        absent=(),
        units=_units(sheet, catalog),
        schema={"fields": list(sheet.fields), **keys},
        sheet=sheet,
    )


def _shared_keys(catalog: Catalog) -> list[Mapping[str, Any]]:
    """The keys that the tables of figures have into other tables."""
    found = [table.schema.get("foreignKeys", []) for topic in catalog.topics for table in topic.tables]
    return [key for key in found[0] if key["reference"]["resource"]] if found else []


def _units(sheet: Sheet, catalog: Catalog) -> tuple[str, ...]:
    """The units of the values in a table of figures, in order of their first row."""
    if not {"indicator", "value"} <= set(sheet.names):
        return ()
    column = sheet.names.index("indicator")
    known = (catalog.indicators[row[column]].unit for row in sheet.rows if row[column] in catalog.indicators)
    return tuple(dict.fromkeys(known))
