"""Downloads in a spreadsheet: what looks like a formula is text, and every text is there as it was."""

import csv
import html
import io
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from gongshi.check import relations
from gongshi.check.characters import FORMULA_STARTS
from gongshi.errors import LANGUAGES
from gongshi.read.catalog import read
from gongshi.read.messages import messages
from gongshi.render import charts, checks, downloads
from gongshi.render.holdings import holdings
from gongshi.render.words import Words
from gongshi.render.workbooks import workbook
from tests.hostile.planting import accepted
from tests.programs import needs
from tests.publication import Site

pytestmark = pytest.mark.whole


def files(site: Site, scratch: Path) -> dict[str, bytes]:
    """Every table of a publication's downloads, charts' and the archive's among them."""
    catalog = read(site.root).catalog
    words = {language: Words(language, messages(language), catalog.units) for language in LANGUAGES}
    checked = checks.sheet(catalog, relations.findings(catalog), words)
    made = downloads.files(catalog, words["zh"], derived={"checks": checked})
    with zipfile.ZipFile(io.BytesIO(made["data/all.zip"])) as archive:
        made["dictionary.csv"] = archive.read("dictionary.csv")
    made |= {
        path: data for drawing in charts.draw(catalog, words["zh"], scratch) for path, data in drawing.files.items()
    }
    return {path.replace("/", "_"): data for path, data in made.items() if path.endswith(".csv")}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A publication with a formula at the beginning of every text that may begin so."""
    site, _, _ = accepted(tmp_path_factory.mktemp("formulas") / "made", lambda old, word: f"=SUM({word})&{old}")
    return site


@pytest.fixture(scope="module")
def tables(hostile: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Its downloads."""
    return files(hostile, tmp_path_factory.mktemp("drawn"))


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_no_table_has_a_cell_that_begins_as_a_formula(tables: dict[str, bytes]) -> None:
    found = [(name, cell) for name, data in tables.items() for row in cells(data) for cell in row]
    assert [(name, cell) for name, cell in found if cell.startswith(FORMULA_STARTS)] == []
    assert any(cell.startswith("'=") for _, cell in found)


def test_no_sheet_of_a_workbook_has_a_formula_or_a_link_and_every_text_is_there(hostile: Site) -> None:
    catalog = read(hostile.root).catalog
    for held in holdings(catalog, {}):
        book = openpyxl.load_workbook(io.BytesIO(workbook(held, catalog.publication)))
        found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in found} <= {"s", "n", "d"}
        assert [cell.coordinate for cell in found if cell.hyperlink] == []
        kept = {cell.value for cell in found}
        assert [cell for row in held.sheet.rows for cell in row if "SUM(" in cell and cell not in kept] == []


@needs("LibreOffice")
def test_a_spreadsheet_computes_nothing_and_keeps_every_text(tables: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in tables.items():
        (tmp_path / name).write_bytes(data)
    # Comma, double quote, UTF-8, from line 1, no column's type said: as a double click opens it.
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", str(tmp_path / "opened")),
            *(str(tmp_path / name) for name in tables),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    for name, data in tables.items():
        opened = (tmp_path / "opened" / name).with_suffix(".fods").read_text(encoding="utf-8")
        assert "table:formula" not in opened, name
        written = [cell for row in cells(data) for cell in row if "SUM(" in cell]
        kept = html.unescape(opened)
        assert [cell for cell in written if cell not in kept] == [], name
