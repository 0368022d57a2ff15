"""CSV files become frames of strings in which nothing was repaired."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gongshi.errors import Place
from gongshi.read import tables
from gongshi.read.tables import Row
from gongshi.read.values import Text

FIELDS = [{"name": "id", "title": "编号"}, {"name": "value"}, {"name": "day"}, {"name": "scope"}]


@pytest.mark.parametrize(
    ("row", "position", "name"), [(1, 0, "A1"), (2, 25, "Z2"), (3, 26, "AA3"), (10, 51, "AZ10"), (7, 702, "AAA7")]
)
def test_a_cell_is_named_as_excel_names_it(row: int, position: int, name: str) -> None:
    assert tables.cell_name(row, position) == name


def rows(folder: Path, text: str) -> list[Row]:
    (folder / "a.csv").write_text(text, encoding="utf-8")
    grid, problems = tables.grid(folder / "a.csv", "a.csv", FIELDS)
    assert problems == []
    return list(tables.rows(tables.table("d", "a", Text("", ""), {"fields": FIELDS}, grid)))


def test_codes_stay_text_and_numbers_keep_their_digits(tmp_path: Path) -> None:
    row = rows(tmp_path, "id,value,day,scope\n011126,0.10,2016-02-17,a+b\n")[0]
    assert (row["id"], row.decimal("value"), row.day("day"), row.parts("scope")) == (
        "011126",
        Decimal("0.10"),
        date(2016, 2, 17),
        ("a", "b"),
    )


def test_words_that_mean_nothing_elsewhere_stay_words(tmp_path: Path) -> None:
    cells = "id,value,day,scope\nNA,null,NaN,None\n"
    assert list(rows(tmp_path, cells)[0].cells.values()) == ["NA", "null", "NaN", "None"]


@pytest.mark.parametrize(
    "written", ["", "NaN", "Infinity", "1e4", "12_000", " 12", "１２", "9" * 19, "1." + "1" * 10, "."]
)
def test_what_is_no_plain_decimal_has_no_value(tmp_path: Path, written: str) -> None:
    assert rows(tmp_path, f"id,value,day,scope\na,{written},,\n")[0].decimal("value") is None


@pytest.mark.parametrize("written", ["", "2016-2-17", "20160217", "2016-W07-3", "2016-02-30", "2016"])
def test_what_is_no_iso_date_is_no_day(tmp_path: Path, written: str) -> None:
    assert rows(tmp_path, f"id,value,day,scope\na,,{written},\n")[0].day("day") is None


def test_rows_keep_their_numbers_and_those_that_cannot_be_read_are_left_out(tmp_path: Path) -> None:
    read = rows(tmp_path, "id,value,day,scope\na,1,,\n,,,\nb,2\nc,3,,,surplus\nd,4,,\n")
    assert [(row["id"], row.number, row.place("value")) for row in read] == [
        ("a", 2, Place("a.csv", 2, "value", "B2")),
        ("d", 6, Place("a.csv", 6, "value", "B6")),
    ]


def test_a_quoted_line_break_counts_as_one_row(tmp_path: Path) -> None:
    read = rows(tmp_path, 'id,value,day,scope\n"a\nb",1,,\nc,2,,\n')
    assert [(row["id"], row.number) for row in read] == [("a\nb", 2), ("c", 3)]


def test_a_cell_longer_than_the_reader_of_csv_takes_is_told_as_one_that_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,value,day,scope\na,{'1' * 300_000},,\n", encoding="utf-8")
    before = csv.field_size_limit(131_072)  # Python's own; frictionless raises it when it is loaded
    try:
        _, problems = tables.grid(tmp_path / "a.csv", "a.csv", FIELDS)
    finally:
        csv.field_size_limit(before)
    assert [(p.code, p.place) for p in problems] == [("limit-cell", Place("a.csv", 2))]
