"""Programs of others open every workbook, Parquet file and the database, and find in them what the CSV has."""

import csv
import json
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from bs4 import BeautifulSoup

from gongshi.render.downloads import LINES
from gongshi.site.downloads import size_in_words
from tests.programs import needs
from tests.whole.conftest import Built

pytestmark = pytest.mark.whole

DATA: Final = "数据 Data"
# The fourth sheet as CSV: comma, double quotes, UTF-8; every text in quotes, cells as they are stored, not as shown.
FOURTH: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,4"
# Reads tables as text, and writes what it found: arguments are the folder for that, then paths without an ending.
R: Final = """
options(warn = 2)
given <- commandArgs(TRUE)
for (stem in given[-1]) {
  csv <- readr::read_csv(paste0(stem, ".csv"), col_types = readr::cols(.default = "c"), na = "", progress = FALSE)
  book <- readxl::read_excel(paste0(stem, ".xlsx"), sheet = 4, col_types = "text", na = "", trim_ws = FALSE)
  place <- file.path(given[1], gsub("/", "+", stem))
  readr::write_csv(csv, paste0(place, ".csv.csv"), na = "")
  readr::write_csv(book, paste0(place, ".xlsx.csv"), na = "")
}
"""
# The day that the numbers of days in a workbook count from.
ZERO: Final = date(1899, 12, 30)
Rows = list[list[str]]


@pytest.fixture(scope="module")
def data(built: Built) -> Path:
    """The folder of downloads."""
    return built.folder / "data"


@pytest.fixture(scope="module")
def fields(data: Path) -> Mapping[str, list[dict[str, Any]]]:
    """The columns of every table, by its path without an ending."""
    package = json.loads((data / "datapackage.json").read_bytes())
    return {made["path"].removesuffix(".csv"): made["schema"]["fields"] for made in package["resources"]}


@pytest.fixture(scope="module")
def tables(data: Path, fields: Mapping[str, object]) -> Mapping[str, Rows]:
    """The cells of every table as the csv module reads them, without the head."""
    return {stem: lines(data / f"{stem}.csv") for stem in fields}


def lines(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def alike(cell: str, kind: str) -> object:
    """A cell as its column means it, so that 6.5 and 6.50 are one."""
    if not cell:
        return None
    return {"number": Decimal, "integer": int, "date": date.fromisoformat}.get(kind, str)(cell)


def meant(rows: Rows, columns: list[dict[str, Any]]) -> list[list[object]]:
    kinds = [column["type"] for column in columns]
    return [[alike(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows]


def test_every_table_comes_in_five_formats(built: Built, fields: Mapping[str, object]) -> None:
    files = {path.relative_to(built.folder / "data").as_posix() for path in (built.folder / "data").rglob("*.*")}
    for ending in (".csv", ".excel.csv", ".json", ".xlsx", ".parquet"):
        found = {file.removesuffix(ending) for file in files if file.endswith(ending)}
        found -= {stem for stem in found if ending == ".csv" and stem.endswith(".excel")}
        about = ("datapackage", "metadata", ".csv-metadata")
        assert {stem for stem in found if not stem.endswith(about)} == set(fields), ending


@needs("LibreOffice")
def test_libreoffice_finds_every_cell_in_the_workbooks(
    data: Path, tables: Mapping[str, Rows], fields: Mapping[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    for stem in tables:
        (tmp_path / f"{stem.replace('/', '+')}.xlsx").write_bytes((data / f"{stem}.xlsx").read_bytes())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", FOURTH, "--outdir", str(tmp_path)]
    books = [str(path) for path in sorted(tmp_path.glob("*.xlsx"))]
    subprocess.run([*command, *books], capture_output=True, timeout=300, check=True)
    read = {stem: lines(tmp_path / f"{stem.replace('/', '+')}-{DATA}.csv") for stem in tables}
    for stem, rows in tables.items():
        assert meant(read[stem], fields[stem]) == meant(rows, fields[stem]), stem


def test_pandas_finds_every_cell_in_the_workbooks(
    data: Path, tables: Mapping[str, Rows], fields: Mapping[str, list[dict[str, Any]]]
) -> None:
    for stem, rows in tables.items():
        frame = pd.read_excel(data / f"{stem}.xlsx", sheet_name=DATA, dtype=object, keep_default_na=False)
        assert list(frame.columns) == [column["title"] for column in fields[stem]]
        found = [[_plain(cell) for cell in row] for row in frame.values.tolist()]
        assert meant(found, fields[stem]) == meant(rows, fields[stem]), stem


def _plain(cell: object) -> str:
    return cell.date().isoformat() if isinstance(cell, pd.Timestamp) or hasattr(cell, "date") else str(cell)


def test_pyarrow_and_duckdb_find_every_cell_in_the_parquet_files(
    data: Path, tables: Mapping[str, Rows], fields: Mapping[str, list[dict[str, Any]]]
) -> None:
    for stem, rows in tables.items():
        path, expected = data / f"{stem}.parquet", meant(rows, fields[stem])
        assert [list(row.values()) for row in pq.read_table(path).to_pylist()] == expected, stem
        assert [list(row) for row in duckdb.read_parquet(str(path)).fetchall()] == expected, stem


def test_sqlite_finds_every_cell_in_the_database(
    data: Path, tables: Mapping[str, Rows], fields: Mapping[str, list[dict[str, Any]]]
) -> None:
    with closing(sqlite3.connect(f"file:{data / 'gongshi.sqlite'}?mode=ro&immutable=1", uri=True)) as base:
        listed = base.execute('SELECT name, dataset, "table", rows FROM tables').fetchall()
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = {
            "/".join(part for part in (dataset, table) if part): [
                ["" if cell is None else str(cell) for cell in row]
                for row in base.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            ]
            for name, dataset, table, _ in listed
        }
    assert {stem: meant(rows, fields[stem]) for stem, rows in found.items()} == {
        stem: meant(rows, fields[stem]) for stem, rows in tables.items()
    }
    assert [rows for *_, rows in listed] == [len(found[stem]) for stem in found]


def test_the_database_sorts_figures_by_their_values(data: Path) -> None:
    with closing(sqlite3.connect(f"file:{data / 'gongshi.sqlite'}?mode=ro&immutable=1", uri=True)) as base:
        greatest, many = base.execute("SELECT max(value), count(*) FILTER (WHERE value > 1000) FROM figures").fetchone()
    frame = pd.read_csv(data / "figures.csv", dtype=str)
    values = list(map(Decimal, frame["value"]))
    assert (greatest, many) == (max(values), sum(value > 1000 for value in values))


def test_the_figures_of_all_topics_are_read_from_parquet_as_one_table(data: Path, tables: Mapping[str, Rows]) -> None:
    read = duckdb.sql(f"SELECT count(*), sum(value) FROM read_parquet('{data}/*/figures.parquet')").fetchall()
    frame = pd.read_parquet(sorted(data.glob("*/figures.parquet")), dtype_backend="pyarrow")
    assert read == [(len(tables["figures"]), frame["value"].sum())]


@needs("R")
def test_r_finds_every_cell_in_the_csv_and_in_the_workbooks(
    data: Path, tables: Mapping[str, Rows], fields: Mapping[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    command = ["Rscript", "--vanilla", "-e", R, str(tmp_path), *tables]
    run = subprocess.run(command, cwd=data, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    for stem, rows in tables.items():
        place = tmp_path / stem.replace("/", "+")
        assert lines(place.with_name(f"{place.name}.csv.csv")) == rows, stem
        book = lines(place.with_name(f"{place.name}.xlsx.csv"))
        days = [number for number, field in enumerate(fields[stem]) if field["type"] == "date"]
        dated = [[_day(cell) if number in days else cell for number, cell in enumerate(row)] for row in book]
        assert meant(dated, fields[stem]) == meant(rows, fields[stem]), stem


def _day(cell: str) -> str:
    return (ZERO + timedelta(int(cell))).isoformat() if cell.isdecimal() else cell


def test_pandas_reads_every_parquet_file_by_the_documented_line(
    here: Path, tables: Mapping[str, Rows], fields: Mapping[str, list[dict[str, Any]]]
) -> None:
    for stem, rows in tables.items():
        names: dict[str, Any] = {}
        exec(LINES["Parquet"].replace("figures.parquet", f"{stem}.parquet"), names)
        frame = names["figures"].astype(object)
        found = frame.where(frame.notna(), None).values.tolist()
        assert found == meant(rows, fields[stem]), stem


def test_datasette_starts_by_the_documented_line_and_shows_every_figure(
    here: Path, tables: Mapping[str, Rows], fields: Mapping[str, list[dict[str, Any]]]
) -> None:
    program, *arguments = shlex.split(LINES["SQLite"])
    shown = json.loads(_shown(program, arguments, "/gongshi/figures.json?_size=max&_labels=off"))
    rows = [["" if cell is None else str(cell) for cell in row] for row in shown["rows"]]
    assert meant(rows, fields["figures"]) == meant(sorted(tables["figures"]), fields["figures"])
    page = BeautifulSoup(_shown(program, arguments, "/gongshi/figures"), "html.parser")
    assert page.select("h1")[0].get_text(strip=True) == "全部数字 All figures"


def _shown(program: str, arguments: list[str], address: str) -> str:
    command = [sys.executable, "-W", "ignore", "-m", program, *arguments, "--get", address]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True).stdout


def test_sizes_and_rows_stand_at_every_link_and_are_true(built: Built, tables: Mapping[str, Rows]) -> None:
    for page in ("data/index.html", "data/obligations/index.html", "topics/funds/index.html"):
        for link, size in _links(built.pages[page]):
            path = (built.folder / page).parent.joinpath(link).resolve()
            stem = path.relative_to(built.folder.resolve()).as_posix().removeprefix("data/").split(".")[0]
            found = lines(path) if path.suffix == ".csv" else tables.get(stem)
            rows = "" if found is None else f"，{len(found)}行"
            assert size == size_in_words(path.stat().st_size) + rows, link


def _links(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for link in page.select(":is(.downloads, .files) a[download]"):
        size = link.find_next_sibling(class_="download-size")
        assert size is not None
        yield str(link["href"]), size.get_text()
