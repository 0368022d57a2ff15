"""Turn all tables into one SQLite file, with their keys, and with what every table and column means.

SQLite knows no decimals. A column of them is NUMERIC, so that it sorts and adds up, where every value has so few digits
that a binary float keeps them all; elsewhere it is text, exactly as the CSV has it.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Final

from gongshi.read.collection import Publication
from gongshi.render import covers
from gongshi.render.holdings import Holding
from gongshi.render.tables import is_short

PATH: Final = "data/gongshi.sqlite"
# The tables about the tables; a table of a dataset may not take their names.
PUBLICATION, TABLES, COLUMNS = "publication", "tables", "columns"
# Changes when a program that reads the file would have to change; and what marks the file as one of ours: "GSHI".
FORMAT: Final = 1
MARK: Final = 0x47534849
# Where the header of a file names its writer; nothing reads it (https://sqlite.org/fileformat2.html).
VERSION: Final = slice(96, 100)
BEGINNING: Final = f"""
PRAGMA page_size = 2048; PRAGMA encoding = 'UTF-8'; PRAGMA user_version = {FORMAT}; PRAGMA application_id = {MARK};
BEGIN;
CREATE TABLE "{PUBLICATION}" ("name" TEXT PRIMARY KEY NOT NULL, "zh" TEXT, "en" TEXT);
CREATE TABLE "{TABLES}" (
  "name" TEXT PRIMARY KEY NOT NULL, "dataset" TEXT, "table" TEXT NOT NULL, "rows" INTEGER NOT NULL,
  "title" TEXT, "title_en" TEXT, "description" TEXT, "description_en" TEXT, "units" TEXT,
  "license" TEXT, "license_url" TEXT, "citation" TEXT, "citation_en" TEXT
);
CREATE TABLE "{COLUMNS}" (
  "table" TEXT NOT NULL REFERENCES "{TABLES}" ("name"), "column" TEXT NOT NULL, "position" INTEGER NOT NULL,
  "type" TEXT NOT NULL, "title" TEXT, "title_en" TEXT, "description" TEXT, "description_en" TEXT,
  PRIMARY KEY ("table", "column")
);
"""
TOLD: Final = ("title", "title_en", "description", "description_en")


def database(holdings: Sequence[Holding], publication: Publication) -> bytes:
    """The database of all tables; an empty cell is NULL. Raises sqlite3.IntegrityError where a key leads nowhere."""
    named, known = names(holdings), {holding.resource: holding for holding in holdings}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.executescript(BEGINNING)
        _tell(base, holdings, publication, named)
        for holding in holdings:
            base.execute(_table(holding, known, named))
            _fill(base, named[holding.resource], (_row(holding, row) for row in holding.sheet.rows))
        base.execute("COMMIT")
        lost = base.execute("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise sqlite3.IntegrityError(lost[0])
        base.execute("VACUUM")
        return _of_no_version(base.serialize())


def _of_no_version(data: bytes) -> bytes:
    """The file without the number of the SQLite that wrote it, which comes with the machine and not with our lock."""
    return data[: VERSION.start] + bytes(4) + data[VERSION.stop :]


def names(holdings: Iterable[Holding]) -> dict[str, str]:
    """What each table is called in the database, by its resource: areas, targets_figures.

    A table that has the name of its dataset is called that; where two would have one name, those of datasets have
    their full one.
    """
    short = {holding.resource: _short(holding) for holding in holdings}
    taken = Counter([*short.values(), PUBLICATION, TABLES, COLUMNS])
    return {resource: name if "." not in resource or taken[name] == 1 else resource for resource, name in short.items()}


def _short(holding: Holding) -> str:
    name = holding.name if holding.dataset in ("", holding.name) else f"{holding.dataset}_{holding.name}"
    return name.replace("-", "_")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _table(holding: Holding, known: Mapping[str, Holding], named: Mapping[str, str]) -> str:
    """The statement that makes a table, with its keys."""
    key = holding.schema.get("primaryKey", [])
    kinds = zip(holding.sheet.fields, _kinds(holding), strict=True)
    lines = [_column(field, kind, key) for field, kind in kinds]
    lines += [f"PRIMARY KEY ({', '.join(map(_quoted, key))})"] if key else []
    lines += list(_keys(holding, known, named))
    return f"CREATE TABLE {_quoted(named[holding.resource])} ({', '.join(lines)})"


def _kinds(holding: Holding) -> list[str]:
    """What SQLite makes of each column."""
    return [
        "INTEGER" if field.get("type") == "integer" else "NUMERIC" if _is_numeric(holding, position) else "TEXT"
        for position, field in enumerate(holding.sheet.fields)
    ]


def _is_numeric(holding: Holding, position: int) -> bool:
    """Whether a column is of decimals of which a binary float keeps every digit."""
    cells = (row[position] for row in holding.sheet.rows if row[position])
    return holding.sheet.fields[position].get("type") == "number" and all(map(is_short, cells))


def _column(field: Mapping[str, Any], kind: str, key: Sequence[str]) -> str:
    needed = field["name"] in key or field.get("constraints", {}).get("required")
    return f"{_quoted(field['name'])} {kind}{' NOT NULL' if needed else ''}"


def _keys(holding: Holding, known: Mapping[str, Holding], named: Mapping[str, str]) -> Iterator[str]:
    """The keys into other tables; SQLite takes only those that lead to a primary key."""
    for key in holding.schema.get("foreignKeys", []):
        target = key["reference"]["resource"] or holding.resource
        there = key["reference"]["fields"]
        if target in known and known[target].schema.get("primaryKey") == there:
            here, named_there = ", ".join(map(_quoted, key["fields"])), ", ".join(map(_quoted, there))
            yield f"FOREIGN KEY ({here}) REFERENCES {_quoted(named[target])} ({named_there})"


def _fill(base: sqlite3.Connection, name: str, rows: Iterable[Sequence[object]]) -> None:
    for row in rows:
        base.execute(f"INSERT INTO {_quoted(name)} VALUES ({', '.join('?' * len(row))})", row)


def _row(holding: Holding, row: Sequence[str]) -> tuple[object, ...]:
    return tuple(
        None if cell == "" else int(cell) if field.get("type") == "integer" else cell
        for field, cell in zip(holding.sheet.fields, row, strict=True)
    )


def _tell(
    base: sqlite3.Connection, holdings: Sequence[Holding], publication: Publication, named: Mapping[str, str]
) -> None:
    """The publication, the tables and their columns, as tables."""
    _fill(base, PUBLICATION, _publication(publication))
    for holding in holdings:
        cited, name = covers.citation(holding, publication), named[holding.resource]
        texts = (holding.title.zh, holding.title.en, holding.description.zh, holding.description.en)
        place = (name, holding.dataset or None, holding.name, len(holding.sheet.rows))
        terms = (holding.licence.title.zh, holding.licence.path, cited.zh, cited.en)
        _fill(base, TABLES, [(*place, *texts, "、".join(holding.units) or None, *terms)])
        fields = enumerate(holding.sheet.fields, start=1)
        told = (
            (name, field["name"], at, field.get("type", "string"), *(field.get(key) for key in TOLD))
            for at, field in fields
        )
        _fill(base, COLUMNS, told)


def _publication(publication: Publication) -> Iterator[tuple[str, str, str]]:
    """A row for each thing that is said of the whole: its name, Chinese, English."""
    both = {
        "title": publication.title,
        "notice": publication.notice,
        "publisher": publication.publisher,
        "license": publication.licence.title,
        "contact": publication.contact,
    }
    same = {"license_url": publication.licence.path, "email": publication.email, "address": publication.address}
    same |= {"edition": publication.edition, "issued": publication.issued.isoformat()}
    yield from ((name, text.zh, text.en) for name, text in both.items())
    yield from ((name, value, value) for name, value in same.items() if value)
