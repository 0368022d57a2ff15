"""A downloaded table holds what was read, digit for digit, in every format and for every program."""

import csv
import io
import json
from decimal import Decimal

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.render import tables
from gongshi.render.tables import FORMULA_STARTS, Sheet
from tests.publication import Site

FIELDS = (
    {"name": "code", "type": "string", "title": "代码"},
    {"name": "value", "type": "number", "title": "数值"},
    {"name": "note", "type": "string"},
)
SHEET = Sheet(FIELDS, (("011126", "36920000000.123456789", "甲，乙"), ("999999", "", 'say "ja", =1'), ("NA", "-5", "")))
# What a cell can hold after reading: any character but the control characters, among which line ends are allowed.
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\t\n\r"), max_size=8)
sheets = st.lists(st.tuples(texts, st.decimals(-9999, 9999, places=2).map(str), texts), min_size=1, max_size=5).map(
    lambda rows: Sheet(FIELDS, tuple(rows))
)
risky = st.builds(str.__add__, st.sampled_from(FORMULA_STARTS), texts)


def test_the_canonical_csv_is_plain() -> None:
    assert tables.csv_bytes(SHEET).decode("utf-8") == (
        'code,value,note\n011126,36920000000.123456789,甲，乙\n999999,,"say ""ja"", =1"\nNA,-5,\n'
    )


def test_the_csv_for_excel_has_a_mark_chinese_heads_windows_line_ends_and_texts_in_quotes() -> None:
    rows = (
        '"代码","数值","note"\r\n"011126","36920000000.123456789","甲，乙"\r\n'
        '"999999",,"say ""ja"", =1"\r\n"NA",-5,\r\n'
    )
    assert tables.excel_bytes(SHEET) == b"\xef\xbb\xbf" + rows.encode("utf-8")


def test_json_keeps_codes_as_text_and_every_digit_of_a_number() -> None:
    assert json.loads(tables.json_bytes(SHEET), parse_float=Decimal) == [
        {"code": "011126", "value": Decimal("36920000000.123456789"), "note": "甲，乙"},
        {"code": "999999", "value": None, "note": 'say "ja", =1'},
        {"code": "NA", "value": -5, "note": None},
    ]


@given(sheets)
def test_the_csv_module_reads_back_the_same_cells(made: Sheet) -> None:
    text = tables.csv_bytes(made).decode("utf-8")
    assert tuple(map(tuple, csv.reader(io.StringIO(text, newline="")))) == (made.names, *made.rows)


@given(sheets)
def test_pandas_reads_back_the_same_cells(made: Sheet) -> None:
    frame = pd.read_csv(io.BytesIO(tables.csv_bytes(made)), dtype=str, keep_default_na=False, skip_blank_lines=False)
    assert tuple(frame.columns) == made.names
    assert tuple(frame.itertuples(index=False, name=None)) == made.rows


@given(
    sheets | st.lists(st.tuples(risky, st.just("-1"), risky), min_size=1).map(lambda rows: Sheet(FIELDS, tuple(rows)))
)
def test_no_text_acts_as_a_formula_in_excel(made: Sheet) -> None:
    text = tables.excel_bytes(made).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [row[1] for row in rows] == [row[1] for row in made.rows]
    # A negative number is a number, also in a column of texts.
    texts = [cell for row in rows for cell in (row[0], row[2]) if not tables.DECIMAL.fullmatch(cell)]
    assert [cell for cell in texts if cell.startswith(FORMULA_STARTS)] == []
    assert [(row[0].removeprefix("'"), row[2].removeprefix("'")) for row in rows] == [
        (row[0].removeprefix("'"), row[2].removeprefix("'")) for row in made.rows
    ]


@given(sheets)
def test_json_reads_back_the_same_cells(made: Sheet) -> None:
    rows = json.loads(tables.json_bytes(made), parse_float=Decimal, parse_int=Decimal)
    assert [tuple(row) for row in rows] == [made.names] * len(made.rows)
    assert [(row["code"] or "", row["value"], row["note"] or "") for row in rows] == [
        (code, Decimal(value), note) for code, value, note in made.rows
    ]


@pytest.mark.parametrize("table", ["areas.areas", "sources.sources", "commitments.commitments", "trees.figures"])
def test_duckdb_reads_the_tables_of_a_publication_as_they_stand(site: Site, table: str) -> None:
    found = {t.resource: t for d in site.read().catalog.datasets for t in d.tables}[table]
    made = tables.sheet(found)
    path = site.root / "table.csv"
    path.write_bytes(tables.csv_bytes(made))
    read = duckdb.sql(f"select * from read_csv('{path}', all_varchar = true, header = true, nullstr = '\\N')")
    assert tuple(read.columns) == made.names
    assert [tuple(cell or "" for cell in row) for row in read.fetchall()] == list(made.rows)


def test_a_table_comes_in_three_formats() -> None:
    assert sorted(tables.formats("data/trees/figures", SHEET)) == [
        "data/trees/figures.csv",
        "data/trees/figures.excel.csv",
        "data/trees/figures.json",
    ]
