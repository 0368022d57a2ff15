"""Programs of others open the downloads in the way that the data page tells readers, and lose nothing."""

import csv
import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import duckdb
import pytest
from bs4 import BeautifulSoup

from gongshi.read.tables import cell_name
from tests.programs import needs
from tests.publication import TABLES, publication
from tests.whole.conftest import Built, build

pytestmark = pytest.mark.whole

# Codes of GB/T 2260 begin with no zero, but those of another publication may; no county here is a real one.
AREA: Final = "011126,零开头县,Leading Zero County,county,100000,,\n"
LONG: Final = "1234567890123.123456789"
# Texts that a spreadsheet would make a date, a time, a number or a truth of, were it not told to keep them.
NOTES: Final = ("1-2", "3/4", "2016年2月", "1e5", "TRUE", "110101194910012345", "10:30", "-3.5", "甲，“乙”\n丙")
# Comma, double quote, UTF-8, from the first line; then “Format quoted field as text”, and no detection of numbers.
QUOTED_AS_TEXT: Final = "--infilter=CSV:44,34,76,1,,0,true,false"
SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
VALIDATE: Final = """
import json, sys
from frictionless import Package
print(json.dumps({path: Package(path).validate().flatten(["type", "note"]) for path in sys.argv[1:]}))
"""


@pytest.fixture(scope="module")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built publication with a leading zero, a number of 22 digits and notes that look like other things."""
    folder = tmp_path_factory.mktemp("fictional")
    site = publication(folder / "publication")
    site.write("datasets/areas/areas.csv", TABLES["areas"] + AREA)
    site.replace("datasets/trees/figures.csv", ",86840000,at_least,8684万元以上,", f",{LONG},exact,{LONG}元,")
    figures = (site.root / "datasets/trees/figures.csv").read_text(encoding="utf-8")
    for number, note in enumerate(NOTES):
        quoted = note.replace('"', '""')
        figures += (
            f"tree-{number},trees-planted,011126,,20{number + 10}-01-01,20{number + 10}-12-31,"
            f'stated,actual,{number}.5,exact,{number}.5个,final,plan-2018,(一),"{quoted}"\n'
        )
    site.write("datasets/trees/figures.csv", figures)
    run = build(folder / "site", site.root)
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="module", params=["the first edition", "a fictional one"])
def data(request: pytest.FixtureRequest) -> Path:
    """The folder of downloads of a site."""
    if request.param == "a fictional one":
        folder: Path = request.getfixturevalue("fictional")
    else:
        folder = request.getfixturevalue("built").folder
    return folder / "data"


def documented(data: Path, program: str, language: str = "") -> str:
    """The line that the data page gives for a program."""
    page = BeautifulSoup((data.parent / language / "data/index.html").read_text(encoding="utf-8"), "html.parser")
    (term,) = [term for term in page.select("dt") if term.get_text() == program]
    line = term.find_next_sibling("dd")
    assert line is not None
    return line.select("pre code")[0].get_text()


def tables(data: Path, suffix: str) -> Mapping[str, list[list[str]]]:
    """The cells of every table as the csv module reads them, by path under the folder."""
    found = {}
    for path in sorted(data.rglob(f"*{suffix}")):
        if path.name.endswith(".excel.csv") == (suffix == ".excel.csv"):
            with path.open(encoding="utf-8-sig", newline="") as file:
                found[path.relative_to(data).as_posix()] = list(csv.reader(file))
    return found


def test_pandas_reads_every_table_by_the_documented_line(here: Path) -> None:
    line = documented(here, "pandas")
    read = {}
    for path in tables(here, ".csv"):
        names: dict[str, object] = {}
        exec(line.replace("figures.csv", path), names)
        frame = names["figures"]
        read[path] = [list(frame.columns), *frame.values.tolist()]  # type: ignore[attr-defined]
    assert read == tables(here, ".csv")


def test_duckdb_reads_every_table_by_the_documented_line(here: Path) -> None:
    line = documented(here, "DuckDB")
    read = {}
    for path in tables(here, ".csv"):
        found = duckdb.sql(line.replace("figures.csv", path))
        read[path] = [found.columns, *([cell or "" for cell in row] for row in found.fetchall())]
    assert read == tables(here, ".csv")


def test_codes_and_long_decimals_stand_in_the_tables_as_they_were_typed(fictional: Path) -> None:
    found = tables(fictional / "data", ".csv")
    assert [row[0] for row in found["areas/areas.csv"]] == ["code", "100000", "999999", "011126"]
    figures = [dict(zip(found["figures.csv"][0], row, strict=True)) for row in found["figures.csv"][1:]]
    assert {row["id"]: (row["area"], row["value"]) for row in figures}["tree-money-2018"] == ("999999", LONG)
    assert [row["note"] for row in figures if row["area"] == "011126"] == list(NOTES)


def test_both_languages_and_the_readme_give_the_same_lines(built: Built) -> None:
    data = built.folder / "data"
    with zipfile.ZipFile(data / "all.zip") as packed:
        readme = [line.strip() for line in packed.read("README.txt").decode("utf-8").splitlines()]
    for program in ("pandas", "DuckDB"):
        line = documented(data, program)
        assert documented(data, program, "en") == line
        assert [readme.count(part) for part in line.splitlines()] == [2] * len(line.splitlines())


@needs("LibreOffice")
def test_libreoffice_keeps_every_cell_when_quoted_cells_are_text(data: Path, tmp_path: Path) -> None:
    expected = tables(data, ".excel.csv")
    for path in expected:
        (tmp_path / path.replace("/", "+")).write_bytes((data / path).read_bytes())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", QUOTED_AS_TEXT, "--convert-to", "xlsx", "--outdir", str(tmp_path)]
    files = [str(path) for path in sorted(tmp_path.glob("*.excel.csv"))]
    subprocess.run([*command, *files], capture_output=True, timeout=300, check=True)
    shown = {path: cells(tmp_path / f"{path.replace('/', '+')[:-4]}.xlsx") for path in expected}
    assert shown == {path: typed(data / path) for path in expected}


def cells(workbook: Path) -> dict[str, str | Decimal]:
    """What is in the cells of a workbook's only sheet: texts, and numbers to the last digit."""
    with zipfile.ZipFile(workbook) as packed:
        texts = ElementTree.fromstring(packed.read("xl/sharedStrings.xml")).findall(f"{SHEET}si")
        sheet = ElementTree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
    found: dict[str, str | Decimal] = {}
    for cell in sheet.iter(f"{SHEET}c"):
        value = cell.find(f"{SHEET}v")
        if value is not None and value.text:
            text = cell.get("t") == "s"
            found[cell.get("r", "")] = "".join(texts[int(value.text)].itertext()) if text else Decimal(value.text)
    return found


def typed(path: Path) -> dict[str, str | Decimal]:
    """What should be in the cells: a number where the file has one without quotes, else a text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, quoting=csv.QUOTE_NONNUMERIC))
    return {
        cell_name(row, column): Decimal(repr(value)) if isinstance(value, float) else value
        for row, line in enumerate(lines, start=1)
        for column, value in enumerate(line)
        if value != ""
    }


def test_stock_frictionless_finds_every_published_package_valid(data: Path) -> None:
    packages = sorted(path.relative_to(data).as_posix() for path in data.rglob("datapackage.json"))
    command = [sys.executable, "-W", "ignore", "-c", VALIDATE, *packages]
    run = subprocess.run(command, cwd=data, capture_output=True, text=True, encoding="utf-8", timeout=300, check=True)
    assert json.loads(run.stdout) == {package: [] for package in packages}
