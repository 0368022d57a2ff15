"""A workbook holds what the CSV holds, as spreadsheets keep it, behind a cover that says whose it is."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from gongshi.read.collection import Catalog
from gongshi.render.holdings import Holding, holdings
from gongshi.render.workbooks import CUT, LONGEST, workbook
from tests.render.held import CITED, CITED_EN, LONG, NOTES, about, catalog, holding

COVER, WORDS, DICTIONARY, DATA = SHEETS = ["封面 Cover", "说明 Notes", "字段 Dictionary", "数据 Data"]


@pytest.fixture(scope="module")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return catalog(tmp_path_factory.mktemp("publication"))


def opened(held: Holding) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(held, about())))


def cells(held: Holding) -> list[list[object]]:
    return [[cell.value for cell in row] for row in opened(held)[DATA].iter_rows(min_row=2)]


def only(text: str) -> Cell:
    """The one cell of a table that holds this text and nothing else."""
    held = holding([(text,)], fields=[{"name": "note", "type": "string", "title": "附注"}])
    found = opened(held)[DATA].cell(2, 1)
    assert isinstance(found, Cell)
    return found


def meant(cell: str, kind: str) -> object:
    """What a spreadsheet should have in a cell: numbers of up to 15 digits and days as such, all else as text."""
    if kind in ("number", "integer") and cell and len(Decimal(cell).as_tuple().digits) <= 15:
        return Decimal(cell)
    return datetime.fromisoformat(cell) if kind == "date" and cell else cell or None


def number(value: object) -> object:
    return Decimal(repr(value)) if isinstance(value, int | float) else value


def test_every_table_of_a_publication_stands_in_its_workbook_cell_for_cell(fictional: Catalog) -> None:
    for held in holdings(fictional, {}):
        kinds = [field["type"] for field in held.sheet.fields]
        book = openpyxl.load_workbook(io.BytesIO(workbook(held, fictional.publication)))
        head, *rows = ([number(cell.value) for cell in row] for row in book[DATA].iter_rows())
        assert head == [field["title"] for field in held.sheet.fields]
        expected = [[meant(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in held.sheet.rows]
        assert rows == expected, held.resource


def test_codes_long_numbers_and_notes_that_look_like_other_things_are_text(fictional: Catalog) -> None:
    figures = next(held for held in holdings(fictional, {}) if held.resource == "trees.figures")
    rows = [dict(zip(figures.sheet.names, row, strict=True)) for row in cells(figures)]
    assert [row["note"] for row in rows if row["area"] == "011126"] == list(NOTES)
    assert {row["id"]: row["value"] for row in rows}["tree-money-2018"] == LONG


@pytest.mark.parametrize(
    ("cell", "value", "form"),
    [
        ("36920", 36920, "#,##0"),
        ("6.50", 6.5, "#,##0.00"),
        ("-0.1", -0.1, "#,##0.0"),
        ("9.95", 9.95, "#,##0.00"),
        ("123456789012345", 123456789012345, "#,##0"),
        ("1234567890.12345", 1234567890.12345, "#,##0.00000"),
        ("1234567890123456", "1234567890123456", "@"),
        ("0.1234567890123456", "0.1234567890123456", "@"),
        ("–", "–", "General"),
    ],
    ids=str,
)
def test_a_number_keeps_its_digits_or_is_text(cell: str, value: object, form: str) -> None:
    found = opened(holding([("a", cell, "", "")]))[DATA].cell(2, 2)
    assert (found.value, found.number_format) == (value, form)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2018-02-28", datetime(2018, 2, 28)),
        ("1900-03-01", datetime(1900, 3, 1)),
        ("1900-02-28", "1900-02-28"),
        ("0900-01-01", "0900-01-01"),
        ("2018-02", "2018-02"),
        ("2018", "2018"),
    ],
    ids=str,
)
def test_a_day_is_a_date_where_a_spreadsheet_gets_it_right(cell: str, value: object) -> None:
    assert cells(holding([("a", "", "", cell)])) == [["a", None, None, value]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_text_that_looks_like_a_formula_is_text_and_stays_so_when_it_is_edited(start: str) -> None:
    found = only(f"{start}SUM(A1:A9)")
    assert (found.value, found.data_type, found.quotePrefix) == (f"{start}SUM(A1:A9)", "s", True)


@pytest.mark.parametrize(
    "text",
    [
        "<r><t>b</t></r>",
        "<r>" + "</r>",
        "<r><rPr><b/></rPr><t>x</t></r></si><si><t>y</t></r>",
        "https://example.org/",
        "_x0041_",
        " a ",
        "甲\n乙",
        "&amp; <b>",
        "{=1}",
    ],
)
def test_nothing_in_a_text_is_taken_for_something_else(text: str) -> None:
    found = only(text)
    assert (found.value, found.data_type, found.hyperlink) == (text, "s", None)


def test_a_text_that_no_cell_can_hold_says_where_the_rest_is() -> None:
    assert [only("树" * length).value for length in (LONGEST, LONGEST + 1)] == ["树" * LONGEST, "树" * LONGEST + CUT]
    assert len((("😀" * LONGEST) + CUT).encode("utf-16-le")) // 2 <= 32767


def test_the_sheets_are_named_for_every_spreadsheet_and_the_data_begin_in_the_first_cell() -> None:
    book = opened(holding([("a", "1", "2", "2018-01-01"), ("b", "", "", "")]))
    assert book.sheetnames == SHEETS
    assert [(sheet.freeze_panes, sheet.merged_cells.ranges) for sheet in book] == [("A2", set())] * 4
    (table,) = book[DATA].tables.values()
    heads = [column.name for column in table.tableColumns]
    assert (table.name, table.ref, heads) == ("t_example_trees", "A1:D3", ["编号", "数值", "个数", "日期"])
    assert (table.autoFilter.ref, book[DATA].print_title_rows) == ("A1:D3", "$1:$1")


def test_a_table_without_rows_has_its_head() -> None:
    book = opened(holding([]))
    assert [[cell.value for cell in row] for row in book[DATA].iter_rows()] == [["编号", "数值", "个数", "日期"]]
    assert list(book[DATA].tables) == []


def test_columns_of_one_title_are_told_apart() -> None:
    twins = [{"name": name, "type": "string", "title": title} for name, title in (("a", "Ab"), ("b", "aB"), ("c", "c"))]
    book = opened(holding([("1", "2", "3")], fields=twins))
    assert [cell.value for cell in book[DATA][1]] == ["Ab (a)", "aB (b)", "c"]


def rows(book: Workbook, sheet: str) -> Sequence[Sequence[object]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def test_the_cover_says_in_both_languages_whose_the_data_are_and_how_they_may_be_used(fictional: Catalog) -> None:
    held = next(held for held in holdings(fictional, {}) if held.resource == "trees.figures")
    book = openpyxl.load_workbook(io.BytesIO(workbook(held, fictional.publication)))
    address = "https://creativecommons.org/licenses/by/4.0/"
    said = "虚构的种树数字，只用于测试，里面的一切都不存在于现实之中；地名、单位、来源和数目都是编的，请不要引用。"
    said_en = "Fictional figures on trees, for tests only; nothing in them exists."
    assert rows(book, COVER) == [
        ["项目 Item", "中文", "English"],
        ["表 Table", "种树的数字", "Figures on trees"],
        ["内容 Content", said, said_en],
        ["出版物 Publication", "示例县公示", "Example County figures"],
        ["发布者 Publisher", "示例编辑组", "Example editors"],
        ["期次 Edition", "1", "1"],
        ["日期 Date", "2020-06-01", "2020-06-01"],
        ["行数 Rows", "14", "14"],
        ["单位 Units", "个、元", "个, 元"],
        ["许可 Licence", "署名 4.0", "Attribution 4.0"],
        ["许可全文 Licence text", address, address],
        ["来源 Source", "示例县：示例文件，2019-03-01", "Example County: Example document, 2019-03-01"],
        ["联系 Contact", "写信到示例信箱。", "Write to the example mailbox."],
        ["怎样引用 How to cite", CITED, CITED_EN],
        ["声明 Please note", "本站是测试用的虚构出版物。", "A fictional publication for tests."],
    ]


def test_a_publication_with_an_address_is_cited_by_it(tmp_path: Path) -> None:
    made = catalog(tmp_path, "https://data.example.org/open/")
    held = next(held for held in holdings(made, {}) if held.resource == "figures")
    book = openpyxl.load_workbook(io.BytesIO(workbook(held, made.publication)))
    cited = {row[0]: row[1] for row in rows(book, COVER)}["怎样引用 How to cite"]
    assert cited == (
        "示例编辑组. 全部数字[DS/OL]. 示例县公示：虚构的数字, 第1期 (2020-06-01)[引用日期]. "
        "https://data.example.org/open/data/figures.csv."
    )


def test_notes_and_dictionary_explain_the_table_in_both_languages() -> None:
    book = opened(holding([("a", "1", "2", "2018-01-01")]))
    assert [len(row) for row in rows(book, WORDS)] == [2] * 8
    assert all(cell for row in rows(book, WORDS) for cell in row)
    assert rows(book, DICTIONARY) == [
        ["列名", "Column", "name", "type", "含义", "Meaning"],
        ["编号", "Id", "id", "string", "号。", "No."],
        ["数值", "Value", "value", "number", None, None],
        ["个数", "Count", "count", "integer", None, None],
        ["日期", "Day", "day", "date", None, None],
    ]


def test_the_properties_name_title_language_and_the_day_of_the_edition() -> None:
    told = opened(holding([])).properties
    assert (told.title, told.subject, told.creator, told.description) == (
        "示例县公示：树",
        "Example County figures: Trees",
        "示例编辑组",
        "虚构。",
    )
    assert (told.language, told.created, told.modified) == ("zh-CN", datetime(2020, 6, 1), datetime(2020, 6, 1))


def test_the_bytes_know_no_clock() -> None:
    held = holding([("a", "1", "2", "2018-01-01")])
    made = workbook(held, about())
    assert workbook(held, about()) == made
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {date(2020, 6, 1).timetuple()[:3]}


@pytest.mark.parametrize(
    ("text", "height"),
    [
        *(("", 16.5), ("a" * 50, 16.5), ("汉" * 25, 16.5), ("a" * 60, 33), ("汉" * 60, 49.5), ("一行\n又一行", 33)),
        ("长" * 5000, 408.75),
    ],
    ids=["empty", "letters", "characters", "two lines", "three lines", "broken", "higher than rows can be"],
)
def test_rows_of_words_are_as_high_as_their_text_in_every_spreadsheet(text: str, height: float) -> None:
    fields = [{"name": "note", "type": "string", "title": "附注", "description": text}]
    sheet = opened(holding([("x",)], fields=fields))[DICTIONARY]
    assert sheet.row_dimensions[2].height == height
