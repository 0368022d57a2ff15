"""Read a publication's folders into one frozen catalog, collecting every problem of form on the way."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gongshi.errors import Place, Problem
from gongshi.read import descriptors, prose, registers, tables
from gongshi.read.documents import Document, text_of, yaml_of
from gongshi.read.tables import Grid
from gongshi.read.values import Catalog, Dataset, Table, Text

REGISTERS: Final = ("areas", "scopes", "sources", "indicators", "commitments")
UNIT_FIELDS: Final = ("word", "unit", "en", "en_one")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "areas": ("code", "name", "name_en", "level", "parent", "valid_from", "valid_to"),
    "scopes": ("id", "dimension", "name", "name_en", "area"),
    "sources": (
        *("id", "title", "title_en", "issuer", "issuer_en", "number", "published", "published_note"),
        *("published_note_en", "carrier", "carrier_en", "address", "sha256"),
    ),
    "indicators": (
        *("id", "name", "name_en", "unit", "per", "measure", "base", "base_en"),
        *("definition", "definition_en", "dataset"),
    ),
    "commitments": (
        *("id", "area", "scope", "title", "title_en", "due", "strength"),
        *("target", "answer", "stated", "source", "locator", "note"),
    ),
    "figures": (
        *("id", "indicator", "area", "scope", "period_start", "period_end", "dating", "kind"),
        *("value", "bound", "stated", "status", "source", "locator", "note"),
    ),
}


@dataclass(frozen=True)
class Reading:
    """What was read: the catalog, the raw grids and descriptors behind it, and the problems of form.

    `grids` holds the cells of every usable table by its file; `texts` the Markdown of articles and pages by its
    file; `ids` the ids of all rows, also of those that could not become values.
    """

    root: Path
    catalog: Catalog
    grids: Mapping[str, Grid]
    documents: tuple[Document, ...]
    texts: Mapping[str, str]
    ids: frozenset[str]
    problems: tuple[Problem, ...]

    def at(self, place: Place, column: str) -> Place:
        """The cell of another column in the same row."""
        grid = self.grids.get(place.file)
        return grid.place(place.row or 1, column) if grid else Place(place.file, place.row, column)


def read(root: Path) -> Reading:
    """Everything under `root` as values; never raises for bad data."""
    problems: list[Problem] = []
    schemas = _schemas(root, problems)
    front, found = yaml_of(root / "publication.yaml", "publication.yaml")
    problems += found
    documents, datasets, grids = [front], [], {}
    for folder in _folders(root / "datasets"):
        file = f"datasets/{folder}/datapackage.yaml"
        document, found = yaml_of(root / file, file)
        problems += found
        read_tables, read_grids = _tables(root, document, folder, schemas, problems)
        documents.append(document)
        datasets.append(descriptors.dataset(document, folder, read_tables))
        grids.update(read_grids)
    units = _units(root, problems)
    catalog = _catalog(front, tuple(datasets), units)
    ids = frozenset(row["id"] for t in _all_tables(datasets) if "id" in t.frame for row in tables.rows(t))
    texts, unreadable = prose.texts(root)
    problems += unreadable
    return Reading(root, catalog, grids, tuple(documents), texts, ids, tuple(problems))


def _folders(parent: Path) -> tuple[str, ...]:
    return tuple(sorted(p.name for p in parent.iterdir() if p.is_dir())) if parent.is_dir() else ()


def _schemas(root: Path, problems: list[Problem]) -> dict[str, dict[str, Any]]:
    schemas = {}
    for path in sorted((root / "schemas").glob("*.json")):
        if path.name.endswith(".schema.json"):
            continue
        file = f"schemas/{path.name}"
        text, found = text_of(path, file)
        problems += found
        try:
            schemas[path.stem] = json.loads(text or "{}")
        except json.JSONDecodeError as error:
            problems.append(Problem("json-syntax", Place(file, error.lineno), details={"reason": error.msg}))
    for name, columns in COLUMNS.items():
        _repair(name, columns, schemas, problems)
    return schemas


def _repair(name: str, columns: tuple[str, ...], schemas: dict[str, dict[str, Any]], problems: list[Problem]) -> None:
    """Report a schema that lacks the columns the engine works with, and go on with a bare one."""
    fields = schemas.get(name, {}).get("fields")
    names = [f.get("name") for f in fields if isinstance(f, dict)] if isinstance(fields, list) else []
    missing = [column for column in columns if column not in names]
    if missing:
        reason = f"fields: {', '.join(missing)}"
        problems.append(Problem("schema-invalid", Place(f"schemas/{name}.json"), details={"reason": reason}))
        schemas[name] = {"fields": [{"name": column, "type": "string"} for column in columns]}


def _tables(
    root: Path, document: Document, folder: str, schemas: Mapping[str, dict[str, Any]], problems: list[Problem]
) -> tuple[tuple[Table, ...], dict[str, Grid]]:
    made, grids = [], {}
    for index, resource in descriptors.mappings(document.data, "resources"):
        schema_name, path = descriptors.string(resource, "schema"), descriptors.string(resource, "path")
        place = document.place("resources", index, "schema")
        if schema_name not in schemas:
            problems.append(Problem("schema-unknown", place, schema_name, {"known": ", ".join(sorted(schemas))}))
            continue
        if not _plain_file(path):
            problems.append(Problem("file-outside", document.place("resources", index, "path"), path))
            continue
        schema = schemas[schema_name]
        file = f"datasets/{folder}/{path}"
        read_grid, found = tables.grid(root / file, file, [f["name"] for f in schema["fields"]])
        problems += found
        title = Text(descriptors.string(resource, "title"), descriptors.string(resource, "title_en"))
        made.append(tables.table(folder, descriptors.string(resource, "name"), title, schema, read_grid))
        if not found:
            grids[file] = read_grid
    return tuple(made), grids


def _plain_file(name: str) -> bool:
    return bool(name) and Path(name).name == name and name.endswith(".csv") and not name.startswith(".")


def _units(root: Path, problems: list[Problem]) -> Table:
    read_grid, found = tables.grid(root / "schemas/units.csv", "schemas/units.csv", UNIT_FIELDS)
    problems += found
    schema: dict[str, Any] = {"fields": [{"name": name, "type": "string"} for name in UNIT_FIELDS]}
    return tables.table("schemas", "units", Text("单位", "Units"), schema, read_grid)


def _all_tables(datasets: Iterable[Dataset]) -> tuple[Table, ...]:
    return tuple(t for d in datasets for t in d.tables)


def _catalog(front: Document, datasets: tuple[Dataset, ...], units: Table) -> Catalog:
    def of(name: str) -> tuple[Table, ...]:
        return tuple(t for d in datasets if d.name == name for t in d.tables if t.name == name)

    topics = tuple(t for d in datasets if d.name not in REGISTERS for t in d.tables if "indicator" in t.frame)
    return Catalog(
        publication=descriptors.publication(front),
        datasets=datasets,
        areas=registers.by_key(of("areas"), "code", registers.area),
        scopes=registers.by_key(of("scopes"), "id", registers.scope),
        sources=registers.by_key(of("sources"), "id", registers.source),
        indicators=registers.by_key(of("indicators"), "id", registers.indicator),
        figures=registers.by_key(topics, "id", registers.figure),
        commitments=registers.by_key(of("commitments"), "id", registers.commitment),
        units=tuple(registers.unit(row) for row in tables.rows(units)),
    )
