"""Know what a release freezes, and read frozen tables back: the first column of a table without a key is its key."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path, PurePosixPath
from typing import Final

from gongshi.read import canonical
from gongshi.read.collection import Table
from gongshi.read.documents import QUICK, text_of, yaml_in
from gongshi.read.fields import mappings, string
from gongshi.read.inputs import FRONT, is_ignored

# What is frozen beside the tables, as patterns below the publication's root.
PATTERNS: Final = (
    *(FRONT, "datasets/*/datapackage.yaml", "schemas/*.json", "schemas/*.yaml", "schemas/*.csv"),
    "content/*/notices/*.md",
)


@dataclass(frozen=True)
class Rows:
    """A frozen table: the name of its key, its columns, and its rows by key in the order of the file."""

    key: str
    columns: tuple[str, ...]
    rows: Mapping[str, Mapping[str, str]]


def contents(root: Path, tables: Iterable[Table]) -> Mapping[str, bytes]:
    """The bytes that a release of the publication would freeze, by path; files that are no text are left out."""
    texts = {file: text_of(root / file, file) for file in sorted(_listed(root))}
    kept = {file: canonical.text(text) for file, (text, problems) in texts.items() if not problems}
    return kept | {table.file: canonical.table(table) for table in tables}


def _listed(root: Path) -> Iterator[str]:
    paths = (path.relative_to(root) for pattern in PATTERNS for path in root.glob(pattern))
    return (path.as_posix() for path in paths if not any(is_ignored(part) for part in path.parts))


def tables(files: Mapping[str, bytes]) -> Mapping[str, Rows]:
    """The tables among frozen files, by path."""
    keys = _keys(files)
    listed = [path for path in sorted(files) if path.endswith(".csv")]
    return {path: rows(files[path], keys.get(path, "")) for path in listed}


def rows(data: bytes, key: str = "") -> Rows:
    """A canonical CSV by its key column; one without a header has no columns and no rows.

    What lies under releases/ may be of any hand: whatever the bytes are, they are read as some table.
    """
    header, *read = _records(data) or [[]]
    key = key if key in header else next(iter(header), "")
    made = (dict(zip_longest(header, row[: len(header)], fillvalue="")) for row in read if any(row))
    return Rows(key, tuple(header), {row[key]: row for row in made} if header else {})


def _records(data: bytes) -> list[list[str]]:
    """The records of a CSV; none where it cannot be taken apart."""
    try:
        return list(csv.reader(io.StringIO(data.decode("utf-8", errors="replace"), newline="")))
    except csv.Error:  # a cell longer than any that this program freezes
        return []


def _keys(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """The key column of every table that a description among the files lists."""
    found: dict[str, str] = {}
    for path, data in files.items():
        if PurePosixPath(path).name != "datapackage.yaml":
            continue
        description = yaml_in(data.decode("utf-8", errors="replace"), path, QUICK)[0].data
        for _, resource in mappings(description, "resources"):
            schema = files.get(f"schemas/{string(resource, 'schema')}.json", b"{}")
            found[f"{PurePosixPath(path).parent}/{string(resource, 'path')}"] = _key(schema)
    return found


def _key(schema: bytes) -> str:
    """The first column of the primary key of a Table Schema; "" where it names none."""
    try:
        read = json.loads(schema)
    except (ValueError, RecursionError):
        return ""
    listed = read.get("primaryKey") if isinstance(read, Mapping) else None
    first = listed[0] if isinstance(listed, list) and listed else ""
    return first if isinstance(first, str) else ""
