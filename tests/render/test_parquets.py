"""A Parquet file holds what the CSV holds, typed: decimals with every digit, codes as strings, days as dates."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gongshi.read.collection import Catalog
from gongshi.render.holdings import Holding, holdings
from gongshi.render.parquets import parquet
from tests.render.held import CITED, CITED_EN, URN, about, catalog, holding


@pytest.fixture(scope="module")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return catalog(tmp_path_factory.mktemp("publication"))


def opened(held: Holding) -> pa.Table:
    return pq.read_table(io.BytesIO(parquet(held, about())))


def kinds(held: Holding) -> list[str]:
    return [str(kind) for kind in opened(held).schema.types]


def meant(cell: str, kind: str) -> object:
    if not cell:
        return None
    return {"number": Decimal, "integer": int, "date": date.fromisoformat}.get(kind, str)(cell)


def expected(held: Holding) -> list[tuple[object, ...]]:
    kinds = [field["type"] for field in held.sheet.fields]
    return [tuple(meant(cell, kind) for cell, kind in zip(row, kinds, strict=True)) for row in held.sheet.rows]


def test_pyarrow_reads_every_table_cell_for_cell(fictional: Catalog) -> None:
    for held in holdings(fictional, {}):
        table = pq.read_table(io.BytesIO(parquet(held, fictional.publication)))
        assert tuple(table.column_names) == held.sheet.names
        assert [tuple(row.values()) for row in table.to_pylist()] == expected(held), held.resource


def test_duckdb_reads_every_table_cell_for_cell(fictional: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    for held in holdings(fictional, {}):
        path.write_bytes(parquet(held, fictional.publication))
        assert duckdb.read_parquet(str(path)).fetchall() == expected(held), held.resource


def test_pandas_reads_decimals_and_codes_as_what_they_are(fictional: Catalog, tmp_path: Path) -> None:
    held = next(held for held in holdings(fictional, {}) if held.resource == "figures")
    (tmp_path / "figures.parquet").write_bytes(parquet(held, fictional.publication))
    frame = pd.read_parquet(tmp_path / "figures.parquet", dtype_backend="pyarrow").set_index("id")
    assert frame["value"].to_dict()["tree-money-2018"] == Decimal("1234567890123.123456789")
    assert sorted(set(frame["area"])) == ["011126", "999999"]
    values = held.sheet.names.index("value")
    assert frame["value"].sum() == sum((Decimal(row[values]) for row in held.sheet.rows), Decimal())


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (("1", "", "6.50"), "decimal128(38, 10)"),
        (("-1234567890123.123456789", "0"), "decimal128(38, 10)"),
        (("",), "decimal128(38, 10)"),
        ((), "decimal128(38, 10)"),
        (("1" * 28, "0." + "1" * 10), "decimal128(38, 10)"),
        (("1" * 29, "0"), "decimal256(76, 30)"),
        (("0." + "1" * 11,), "decimal256(76, 30)"),
        (("1" * 46, "0." + "1" * 30), "decimal256(76, 30)"),
        (("1" * 47, "0"), "string"),
        (("0." + "1" * 31,), "string"),
        (("1", "约3"), "string"),
    ],
    ids=str,
)
def test_columns_of_numbers_have_one_type_in_all_tables_unless_a_value_needs_more(
    values: tuple[str, ...], kind: str
) -> None:
    held = holding([("a", value, "", "") for value in values])
    assert kinds(held) == ["string", kind, "int64", "date32[day]"]
    read = [None if value is None else str(value) for value in opened(held)["value"].to_pylist()]
    wanted = [value or None for value in values]
    assert read == wanted if kind == "string" else list(map(decimal, read)) == list(map(decimal, wanted))


def decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def test_days_and_counts_that_do_not_fit_their_type_stay_text() -> None:
    held = holding([("a", "", "0001", "2018-01-01"), ("b", "", "2.5", "2018-02")])
    assert kinds(held) == ["string", "decimal128(38, 10)", "string", "string"]
    assert opened(held)["day"].to_pylist() == ["2018-01-01", "2018-02"]


def test_the_schema_carries_titles_terms_and_sources(fictional: Catalog) -> None:
    held = next(held for held in holdings(fictional, {}) if held.resource == "trees.figures")
    schema = pq.read_schema(io.BytesIO(parquet(held, fictional.publication)))
    assert {key.decode(): value.decode() for key, value in schema.metadata.items()} == {
        "name": "trees.figures",
        "edition": "1",
        "issued": "2020-06-01",
        "identifier": URN,
        "license": "署名 4.0",
        "license_en": "Attribution 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "title": "种树的数字",
        "title_en": "Figures on trees",
        "description": "虚构的种树数字，只用于测试，里面的一切都不存在于现实之中；"
        "地名、单位、来源和数目都是编的，请不要引用。",
        "description_en": "Fictional figures on trees, for tests only; nothing in them exists.",
        "publisher": "示例编辑组",
        "publisher_en": "Example editors",
        "contact": "写信到示例信箱。",
        "contact_en": "Write to the example mailbox.",
        "citation": CITED,
        "citation_en": CITED_EN,
        "source": "示例县：示例文件，2019-03-01",
        "source_en": "Example County: Example document, 2019-03-01",
        "notice": "本站是测试用的虚构出版物。",
        "notice_en": "A fictional publication for tests.",
    }
    value = held.sheet.fields[held.sheet.names.index("value")]
    told = {key.decode(): text.decode() for key, text in schema.field("value").metadata.items()}
    told.pop("PARQUET:field_id", None)
    assert told == {key: value[key] for key in ("title", "title_en", "description", "description_en")}


def test_it_is_packed_with_zstd() -> None:
    packed = pq.ParquetFile(io.BytesIO(parquet(holding([("a", "1", "2", "2018-01-01")]), about()))).metadata
    assert {packed.row_group(0).column(number).compression for number in range(4)} == {"ZSTD"}
