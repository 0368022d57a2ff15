"""The SQLite file holds every table as the CSV has it, with its keys and its dictionary."""

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from gongshi.read.collection import Catalog
from gongshi.render import databases, tables
from gongshi.render.holdings import Holding, holdings
from tests.render.held import CITED, CITED_EN, LONG, about, catalog, holding

ABOUT = ["publication", "tables", "columns"]


@pytest.fixture(scope="module")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return catalog(tmp_path_factory.mktemp("publication"))


@pytest.fixture(scope="module")
def held(fictional: Catalog) -> tuple[Holding, ...]:
    return holdings(fictional, {})


@pytest.fixture
def base(held: tuple[Holding, ...], fictional: Catalog, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The database as a reader opens it: a file, with foreign keys on."""
    path = tmp_path / "gongshi.sqlite"
    path.write_bytes(databases.database(held, fictional.publication))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def rows(base: sqlite3.Connection, statement: str) -> list[tuple[object, ...]]:
    return base.execute(statement).fetchall()


def test_every_table_stands_there_cell_for_cell(base: sqlite3.Connection, held: tuple[Holding, ...]) -> None:
    named = databases.names(held)
    for one in held:
        head, *lines = csv.reader(io.StringIO(tables.csv_bytes(one.sheet).decode("utf-8"), newline=""))
        found = base.execute(f'SELECT * FROM "{named[one.resource]}" ORDER BY rowid')
        assert [column[0] for column in found.description] == head
        assert [["" if cell is None else str(cell) for cell in row] for row in found] == lines, one.resource


def test_the_tables_are_called_after_their_datasets(base: sqlite3.Connection) -> None:
    found = rows(base, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    registers = ["areas", "commitments", "indicators", "scopes", "sources"]
    assert [name for (name,) in found] == [*ABOUT, *registers, "trees_figures", "figures", "notices"]


@pytest.mark.parametrize(
    ("places", "named"),
    [
        ([("areas", "areas"), ("", "figures")], ["areas", "figures"]),
        ([("a-b", "c-d"), ("", "e")], ["a_b_c_d", "e"]),
        ([("a-b", "c"), ("a", "b-c")], ["a-b.c", "a.b-c"]),
        ([("figures", "figures"), ("", "figures")], ["figures.figures", "figures"]),
        ([("columns", "columns"), ("tables", "tables")], ["columns.columns", "tables.tables"]),
    ],
    ids=str,
)
def test_no_two_tables_have_one_name(places: list[tuple[str, str]], named: list[str]) -> None:
    held = [replace(holding([]), dataset=dataset, name=name) for dataset, name in places]
    assert list(databases.names(held).values()) == named


def test_a_column_with_a_number_too_long_for_a_float_is_text_with_every_digit(base: sqlite3.Connection) -> None:
    assert rows(base, "SELECT DISTINCT typeof(value) FROM figures") == [("text",)]
    assert rows(base, "SELECT value FROM trees_figures WHERE id = 'tree-money-2018'") == [(LONG,)]
    assert rows(base, "SELECT value FROM trees_figures WHERE id = 'tree-6'") == [("6.50",)]


def test_other_columns_of_decimals_sort_and_compare_as_numbers() -> None:
    values = ("9559", "41455000000", "0.10", "-3", "36.92", "999999999999.99")
    made = databases.database([holding([("a", value, "", "") for value in values])], about())
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(made)
        found = rows(base, "SELECT value FROM example_trees WHERE value > 0 ORDER BY value DESC")
        assert [str(value) for (value,) in found] == ["999999999999.99", "41455000000", "9559", "36.92", "0.1"]


def test_integers_are_integers_and_empty_cells_are_null() -> None:
    made = databases.database([holding([("a", "1.50", "7", "")])], about())
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(made)
        assert rows(base, "SELECT * FROM example_trees") == [("a", 1.5, 7, None)]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO areas SELECT * FROM areas WHERE code = '999999'",
        "UPDATE areas SET parent = '888888' WHERE code = '999999'",
        "UPDATE trees_figures SET area = '888888'",
        "UPDATE figures SET indicator = 'nothing'",
        "UPDATE trees_figures SET value = NULL",
        "DELETE FROM sources",
    ],
)
def test_the_keys_are_enforced(base: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        base.execute(statement)


def test_a_key_that_leads_nowhere_is_refused() -> None:
    key = {"fields": ["id"], "reference": {"resource": "", "fields": ["id"]}}
    other = {"fields": ["value"], "reference": {"resource": "", "fields": ["id"]}}
    told = holding([("a", "b", "", "")], primaryKey=["id"], foreignKeys=[key])
    assert databases.database([told], about())
    with pytest.raises(sqlite3.IntegrityError):
        databases.database([replace(told, schema={**told.schema, "foreignKeys": [other]})], about())


def test_a_key_to_what_is_no_primary_key_is_left_out() -> None:
    key = {"fields": ["value"], "reference": {"resource": "", "fields": ["day"]}}
    made = databases.database([holding([], primaryKey=["id"], foreignKeys=[key])], about())
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(made)
        assert rows(base, "PRAGMA foreign_key_list(example_trees)") == []


def test_the_file_is_sound_marked_as_ours_and_needs_no_journal(base: sqlite3.Connection) -> None:
    pragmas = ("integrity_check", "foreign_key_check", "user_version", "application_id", "journal_mode", "encoding")
    assert [rows(base, f"PRAGMA {pragma}") for pragma in pragmas] == [
        *([("ok",)], [], [(1,)], [(0x47534849,)]),
        *([("delete",)], [("UTF-8",)]),
    ]


def test_every_column_is_explained(base: sqlite3.Connection, held: tuple[Holding, ...]) -> None:
    named = databases.names(held)
    texts = ("title", "title_en", "description", "description_en")
    assert rows(base, "SELECT * FROM columns ORDER BY rowid") == [
        (named[one.resource], field["name"], at, field["type"], *(field[text] for text in texts))
        for one in held
        for at, field in enumerate(one.sheet.fields, start=1)
    ]


def test_every_table_has_its_title_units_terms_and_citation(base: sqlite3.Connection) -> None:
    (found,) = rows(base, "SELECT * FROM tables WHERE name = 'trees_figures'")
    assert found == (
        *("trees_figures", "trees", "figures", 14, "种树的数字", "Figures on trees"),
        "虚构的种树数字，只用于测试，里面的一切都不存在于现实之中；地名、单位、来源和数目都是编的，请不要引用。",
        "Fictional figures on trees, for tests only; nothing in them exists.",
        *("个、元", "署名 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        *(CITED, CITED_EN),
    )


def test_the_publication_says_who_it_is(base: sqlite3.Connection) -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert rows(base, "SELECT * FROM publication ORDER BY rowid") == [
        ("title", "示例县公示", "Example County figures"),
        ("notice", "本站是测试用的虚构出版物。", "A fictional publication for tests."),
        ("publisher", "示例编辑组", "Example editors"),
        ("license", "署名 4.0", "Attribution 4.0"),
        ("contact", "写信到示例信箱。", "Write to the example mailbox."),
        ("license_url", licence, licence),
        ("edition", "1", "1"),
        ("issued", "2020-06-01", "2020-06-01"),
    ]


def test_the_same_tables_give_the_same_bytes(held: tuple[Holding, ...], fictional: Catalog) -> None:
    made = databases.database(held, fictional.publication)
    assert databases.database(held, fictional.publication) == made
