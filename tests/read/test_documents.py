"""YAML and text become values that know their lines, and nothing of a file is taken for what it is not."""

from pathlib import Path

import pytest

from gongshi.errors import Place, Problem
from gongshi.read.documents import QUICK, Document, text_of, yaml_in, yaml_of
from tests.publication import HERE


def yaml(folder: Path, text: str) -> tuple[Document, list[Problem]]:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return yaml_of(folder / "a.yaml", "a.yaml")


def test_scalars_stay_strings(tmp_path: Path) -> None:
    document, problems = yaml(tmp_path, "a: 011126\nb: [yes, 1.50, ~, 2016-02-17]\nc: {d: 1e3}\n")
    assert (document.data, problems) == (
        {"a": "011126", "b": ["yes", "1.50", "~", "2016-02-17"], "c": {"d": "1e3"}},
        [],
    )


def test_every_node_knows_its_line_and_an_unknown_one_its_parents(tmp_path: Path) -> None:
    document, _ = yaml(tmp_path, "a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n")
    places = {("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 0, "d"): 4, ("b", 1): 5, ("b", 0, "x", "y"): 3, ("z",): 1, (): 1}
    assert {key: document.place(*key).row for key in places} == places


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_an_empty_file_is_an_empty_description(tmp_path: Path, text: str) -> None:
    document, problems = yaml(tmp_path, text)
    assert (document.data, document.place("title"), problems) == ({}, Place("a.yaml", 1), [])


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        ("示例".encode("gbk"), "GBK"),
        ("示例".encode("utf-16"), "UTF-16"),
        (b"\xff\x00\xff", "?"),
    ],
)
def test_what_is_no_utf_8_is_told_with_what_it_seems_to_be(tmp_path: Path, data: bytes, guess: str) -> None:
    (tmp_path / "a").write_bytes(data)
    assert text_of(tmp_path / "a", "a") == ("", [Problem("file-encoding", Place("a"), details={"guess": guess})])


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_workbook_that_was_only_renamed_is_told_as_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    problem = Problem("file-workbook", Place("a.csv"), "a.csv", {"name": "a.csv"})
    assert text_of(tmp_path / "a.csv", "a.csv") == ("", [problem])


@pytest.mark.parametrize(
    ("beside", "code", "value"),
    [
        (["a(1).csv"], "file-renamed", "a(1).csv"),
        (["a （2）.csv"], "file-renamed", "a （2）.csv"),
        (["a - 副本.csv"], "file-renamed", "a - 副本.csv"),
        (["副本a.csv"], "file-renamed", "副本a.csv"),
        (["a - Copy (2).csv"], "file-renamed", "a - Copy (2).csv"),
        (["A.CSV"], "file-renamed", "A.CSV"),
        (["a.csv.csv"], "file-renamed", "a.csv.csv"),
        (["a.csv.txt"], "file-renamed", "a.csv.txt"),
        (["a.xlsx"], "file-workbook", "a.xlsx"),
        (["b.csv", "a-b.csv", "aa.csv"], "file-missing", "a.csv"),
        ([], "file-missing", "a.csv"),
    ],
)
def test_a_file_that_is_not_there_is_looked_for_under_the_names_of_copies(
    tmp_path: Path, beside: list[str], code: str, value: str
) -> None:
    for name in beside:
        (tmp_path / name).write_text("", encoding="utf-8")
    problems = text_of(tmp_path / "a.csv", "a.csv")[1]
    assert [(p.code, p.place, p.value) for p in problems] == [(code, Place("a.csv"), value)]


def test_a_byte_order_mark_at_the_start_is_taken_off(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbf\xe7\x94\xb2")
    assert text_of(tmp_path / "a", "a") == ("甲", [])


def test_nothing_is_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/a").write_text("secret")
    root = tmp_path / "root"
    root.mkdir()
    (root / "folder").symlink_to(tmp_path / "secret")
    (root / "file").symlink_to(tmp_path / "secret/a")
    for file in ("folder/a", "file"):
        assert text_of(root / file, file) == ("", [Problem("file-outside", Place(file), file)])


def test_a_publication_that_lies_behind_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a").write_text("text")
    (tmp_path / "link").symlink_to("real")
    assert text_of(tmp_path / "link" / "a", "a") == ("text", [])


@pytest.mark.parametrize(
    "file", sorted((HERE / "datasets").glob("*/datapackage.yaml")), ids=lambda file: file.parent.name
)
def test_the_quick_parser_reads_what_the_strict_one_reads(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert yaml_in(text, "x.yaml", QUICK) == yaml_in(text, "x.yaml")
