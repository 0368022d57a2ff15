"""Know what a release freezes, and read frozen tables back: the first column of a table without a key is its key."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from gongshi.read import canonical
from gongshi.read.collection import Table
from gongshi.read.documents import text_of, yaml_in
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
    """A canonical CSV by its key column."""
    header, *read = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    key = key if key in header else header[0]
    made = (dict(zip(header, row, strict=False)) for row in read if any(row))
    return Rows(key, tuple(header), {row[key]: row for row in made})


def _keys(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """The key column of every table that a description among the files lists."""
    found: dict[str, str] = {}
    for path, data in files.items():
        if PurePosixPath(path).name != "datapackage.yaml":
            continue
        description = yaml_in(data.decode("utf-8"), path)[0].data
        for _, resource in mappings(description, "resources"):
            schema = files.get(f"schemas/{string(resource, 'schema')}.json", b"{}")
            found[f"{PurePosixPath(path).parent}/{string(resource, 'path')}"] = _key(json.loads(schema))
    return found


def _key(schema: Mapping[str, Any]) -> str:
    return next(iter(schema.get("primaryKey", ())), "")
