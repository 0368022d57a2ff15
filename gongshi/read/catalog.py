"""Read a publication's folders into one frozen catalog, collecting every problem of form on the way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from gongshi.errors import Place, Problem
from gongshi.read import (
    descriptors,
    fields,
    frozen,
    inputs,
    limits,
    notices,
    promise,
    prose,
    registers,
    releases,
    rules,
    tables,
    working_days,
)
from gongshi.read.collection import Catalog, Dataset, Table
from gongshi.read.documents import Document, yaml_of
from gongshi.read.history import History
from gongshi.read.keys import Keys, keys
from gongshi.read.promise import Promise
from gongshi.read.rules import Profile
from gongshi.read.schemas import bare, schemas
from gongshi.read.tables import Grid
from gongshi.read.values import Text

REGISTERS: Final = ("areas", "scopes", "sources", "indicators", "commitments")
# What a publication keeps of its own conduct; one that has none yet leaves the dataset out.
LEDGERS: Final = ("obligations", "corrections", "objections")
UNIT_FIELDS: Final = ("word", "unit", "en", "en_one")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "areas": ("code", "name", "name_en", "level", "parent", "valid_from", "valid_to"),
    "scopes": ("id", "dimension", "name", "name_en", "area"),
    "sources": (
        *("id", "title", "title_en", "short", "short_en", "issuer", "issuer_en", "number", "published"),
        *("published_note", "published_note_en", "carrier", "carrier_en", "address", "passages", "sha256"),
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
    "corrections": (
        *("id", "figure", "release", "field", "old", "new", "reason", "explanation", "explanation_en"),
        *("evidence", "evidence_en", "decided_by", "decided_by_en", "date"),
    ),
    "objections": (
        *("id", "received", "channel", "about_kind", "about", "summary", "summary_en", "due", "status"),
        *("answered", "answer", "answer_en", "outcome", "correction"),
    ),
    "obligations": (
        *("id", "number", "category", "category_en", "name", "name_en", "basis", "basis_note", "basis_note_en"),
        *("deadline", "publisher", "publisher_en", "channels", "levels", "audience", "manner", "support"),
        *("note", "note_en", "valid_from", "valid_to"),
    ),
    "elements": ("id", "obligation", "name", "name_en"),
    "duties": (
        *("id", "obligation", "area", "level", "subject", "subject_en", "formed", "due", "notice", "dataset"),
        *("elements", "published", "reason", "reason_en", "decided_by", "decided_by_en"),
    ),
    "moves": ("id", "kind", "old", "new", "reason", "reason_en", "release", "date"),
}
T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """What was read: the catalog, the raw grids and descriptors behind it, and the problems of form.

    `promise` is what schemas/addresses.yaml promises, `addresses` that file itself. `fingerprints` are of all files as
    they were before the first was read; `grids` holds the cells of every usable table by its file; `schemas` the Table
    Schemas by name; `texts` the Markdown of articles, notices and pages by its file; `keys` those of all rows, also of
    those that could not become values; `whole` says that no register and no table is lacking, so that an id that is
    not there is unknown; `frozen` is what a release would freeze, by path, and `history` what earlier ones did.
    """

    root: Path
    fingerprints: Mapping[str, str]
    catalog: Catalog
    grids: Mapping[str, Grid]
    schemas: Mapping[str, Mapping[str, Any]]
    documents: tuple[Document, ...]
    profile: Document
    addresses: Document
    promise: Promise
    texts: Mapping[str, str]
    keys: Keys
    whole: bool
    frozen: Mapping[str, bytes]
    history: History
    problems: tuple[Problem, ...]

    def lacks(self, id_: str) -> bool:
        """Whether no row has this id; not said while a table or a row that might have it could not be read."""
        return self.whole and id_ not in self.keys.ids and not self.keys.meant(id_)

    def at(self, place: Place, column: str) -> Place:
        """The cell of another column in the same row."""
        grid = self.grids.get(place.file)
        return grid.place(place.row or 1, column) if grid else Place(place.file, place.row, column)


def read(root: Path) -> Reading:
    """Everything under `root` as values; never raises for bad data."""
    fingerprints = inputs.fingerprints(root)
    problems: list[Problem] = []
    known = _value(problems, schemas(root, COLUMNS))
    front = _value(problems, yaml_of(root / "publication.yaml", "publication.yaml"))
    documents, datasets, grids = [front], [], {}
    for folder in _folders(root, problems):
        file = f"datasets/{folder}/datapackage.yaml"
        document = _value(problems, yaml_of(root / file, file))
        read_tables, read_grids = _tables(root, document, folder, known, problems)
        documents.append(document)
        datasets.append(descriptors.dataset(document, folder, read_tables))
        grids.update(read_grids)
    profile = _value(problems, yaml_of(root / rules.FILE, rules.FILE))
    addresses = _value(problems, yaml_of(root / promise.FILE, promise.FILE))
    texts = _value(problems, prose.texts(root))
    calendar = _value(problems, working_days.calendar(root))
    history = _value(problems, releases.history(root))
    plain = _catalog(front, tuple(datasets), _units(root, problems), rules.profile(profile))
    listed = notices.notices(texts, plain.publication.languages)
    catalog = replace(plain, notices=listed, calendar=calendar)
    return Reading(
        root=root,
        fingerprints=fingerprints,
        catalog=catalog,
        grids=grids,
        schemas=known,
        documents=tuple(documents),
        profile=profile,
        addresses=addresses,
        promise=promise.promise(addresses),
        texts=texts,
        keys=keys((table for dataset in datasets for table in dataset.tables), grids),
        whole=_whole(documents, catalog, grids),
        frozen=frozen.contents(root, (table for dataset in datasets for table in dataset.tables)),
        history=history,
        problems=tuple(problems),
    )


def _value(problems: list[Problem], made: tuple[T, Iterable[Problem]]) -> T:
    """What was read, its problems put to the others."""
    value, found = made
    problems += found
    return value


def _folders(root: Path, problems: list[Problem]) -> tuple[str, ...]:
    held = (root / "datasets").iterdir() if (root / "datasets").is_dir() else ()
    folders = tuple(sorted(p.name for p in held if p.is_dir() and not p.name.startswith(".")))
    if len(folders) <= limits.DATASETS:
        return folders
    problems.append(limits.exceeded("datasets", limits.DATASETS, Place("datasets")))
    return ()


def _whole(documents: Sequence[Document], catalog: Catalog, grids: Mapping[str, Grid]) -> bool:
    """Whether every description, every table it lists, and every register could be read."""
    listed = {f"{d.file.rpartition('/')[0]}/{path}" for d in documents[1:] for path in descriptors.paths(d)}
    described = all(document.data for document in documents) and all(d.tables for d in catalog.datasets)
    return described and listed <= set(grids) and not missing_registers(catalog)


def missing_registers(catalog: Catalog) -> tuple[str, ...]:
    """Registers that have no table of their name with the columns of that register."""
    return tuple(name for name in REGISTERS if not _register(name, catalog.datasets))


def _tables(
    root: Path, document: Document, folder: str, known: Mapping[str, dict[str, Any]], problems: list[Problem]
) -> tuple[tuple[Table, ...], dict[str, Grid]]:
    made, grids = [], {}
    for index, resource in fields.mappings(document.data, "resources"):
        schema_name, path = fields.string(resource, "schema"), fields.string(resource, "path")
        place = document.place("resources", index, "schema")
        if schema_name not in known:
            problems.append(Problem("schema-unknown", place, schema_name, {"known": ", ".join(sorted(known))}))
            continue
        if not descriptors.plain_file(path):
            problems.append(Problem("file-outside", document.place("resources", index, "path"), path))
            continue
        schema = known[schema_name]
        file = f"datasets/{folder}/{path}"
        read_grid, found = tables.grid(root / file, file, schema["fields"])
        problems += found
        title = Text(fields.string(resource, "title"), fields.string(resource, "title_en"))
        made.append(tables.table(folder, fields.string(resource, "name"), title, schema, read_grid))
        if not found:
            grids[file] = read_grid
    return tuple(made), grids


def _units(root: Path, problems: list[Problem]) -> Table:
    schema = bare(UNIT_FIELDS)
    read_grid, found = tables.grid(root / "schemas/units.csv", "schemas/units.csv", schema["fields"])
    problems += found
    return tables.table("schemas", "units", Text("单位", "Units"), schema, read_grid)


def _register(name: str, datasets: tuple[Dataset, ...], dataset: str = "") -> tuple[Table, ...]:
    """The tables of this name in the dataset of the same or the given name that have the columns of that register."""
    own = (t for d in datasets if d.name == (dataset or name) for t in d.tables if t.name == name)
    return tuple(t for t in own if set(COLUMNS[name]) <= set(t.frame))


def _catalog(front: Document, datasets: tuple[Dataset, ...], units: Table, profile: Profile) -> Catalog:
    def of(name: str, dataset: str = "") -> tuple[Table, ...]:
        return _register(name, datasets, dataset)

    others = (t for d in datasets if d.name not in (*REGISTERS, *LEDGERS) for t in d.tables)
    topics = tuple(t for t in others if set(COLUMNS["figures"]) <= set(t.frame))
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
        profile=profile,
        corrections=registers.by_key(of("corrections"), "id", registers.correction),
        moves=registers.by_key(of("moves", "corrections"), "id", registers.move),
        objections=registers.by_key(of("objections"), "id", registers.objection),
        obligations=registers.by_key(of("obligations"), "id", registers.obligation),
        elements=registers.by_key(of("elements", "obligations"), "id", registers.element),
        duties=registers.by_key(of("duties", "obligations"), "id", registers.duty),
    )
