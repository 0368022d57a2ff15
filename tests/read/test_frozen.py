"""What lies under releases/ may be of any hand: it is read as some table, and names nothing but what is ever frozen."""

from collections.abc import Mapping
from datetime import date

import pytest

from gongshi.read.frozen import Rows, rows, tables
from gongshi.read.releases import release
from gongshi.read.values import Text
from gongshi.record.manifest import manifest

LISTED = b"resources: [{path: b.csv, schema: s}]\n"


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"id,v\na,1\n", Rows("id", ("id", "v"), {"a": {"id": "a", "v": "1"}})),
        (b"", Rows("", (), {})),
        (b"\nx\n", Rows("", (), {})),
        (b"id,v\na\n", Rows("id", ("id", "v"), {"a": {"id": "a", "v": ""}})),
        (b"id\na,1,2\n", Rows("id", ("id",), {"a": {"id": "a"}})),
        (b"\xff\xfe\n", Rows("\ufffd\ufffd", ("\ufffd\ufffd",), {})),
    ],
    ids=["a table", "nothing", "no header", "a short row", "a long row", "no text"],
)
def test_whatever_the_bytes_are_they_are_read_as_some_table(data: bytes, read: Rows) -> None:
    assert rows(data) == read


@pytest.mark.parametrize(
    ("schema", "key"),
    [
        (b'{"primaryKey": ["v"]}', "v"),
        (b'{"primaryKey": "v"}', "id"),
        (b'{"primaryKey": [{}]}', "id"),
        (b'{"primaryKey": 5}', "id"),
        (b'{"primaryKey": ["lost"]}', "id"),
        (b"[]", "id"),
        (b"{", "id"),
        (b"\xff", "id"),
        (b"[" * 100_000, "id"),
    ],
    ids=["a key", "a text", "a mapping", "a number", "no column", "a list", "no JSON", "no text", "too deep"],
)
def test_a_table_without_a_usable_key_is_read_by_its_first_column(schema: bytes, key: str) -> None:
    files = {"datasets/a/b.csv": b"id,v\n", "datasets/a/datapackage.yaml": LISTED, "schemas/s.json": schema}
    assert {path: read.key for path, read in tables(files).items()} == {"datasets/a/b.csv": key}


def named(path: str) -> Mapping[str, bytes]:
    return {path: b"x"}


@pytest.mark.parametrize(
    "path",
    [
        "publication.yaml",
        "datasets/trees/datapackage.yaml",
        "datasets/trees/figures.csv",
        "schemas/figures.json",
        "schemas/rules.yaml",
        "schemas/units.csv",
        "content/zh/notices/call.md",
        f"releases/withdrawn/{'0' * 64}.json",
    ],
)
def test_a_release_may_hold_what_is_frozen(path: str) -> None:
    made = release(manifest("1", date(2020, 1, 1), Text("", ""), None, named(path), {}))
    assert made and [file.path for file in made.files] == [path]


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "manifest.json",
        "changes.csv",
        "evil.html",
        "../publication.yaml",
        "/publication.yaml",
        "publication.yaml\n",
        "datasets/trees/figures.html",
        "datasets/../figures.csv",
        "datasets/trees/more/figures.csv",
        "schemas/.hidden.json",
        "content/zh/articles/trees.md",
        "content/zh/notices/page.html",
    ],
    ids=repr,
)
def test_a_manifest_that_names_anything_else_is_none(path: str) -> None:
    assert release(manifest("1", date(2020, 1, 1), Text("", ""), None, named(path), {})) is None
