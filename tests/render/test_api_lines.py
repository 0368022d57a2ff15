"""The lines of the documentation read the API in programs of others as they stand, and lose nothing."""

import csv
import io
import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import duckdb
import pytest

from gongshi.render.api.lines import LINES, lines
from tests.api import files
from tests.check.faults.making import FIGURES
from tests.programs import needs
from tests.publication import TABLES, publication
from tests.whole.browsing import served

# Codes of GB/T 2260 begin with no zero, but those of another publication may; no county here is a real one.
AREA: Final = "011126,零开头县,Leading Zero County,county,100000,,\n"
LONG: Final = "1234567890123.123456789"
NOTES: Final = ("1-2", "2016年2月", "TRUE", "NA", "null", "甲，“乙”,丙")
INDICATOR: Final = "trees-planted"
# What follows the documented line prints every column, its name first, cell by cell.
IN_R: Final = """
for (name in names(figures)) cat(name, enc2utf8(as.character(figures[[name]])), sep = "\\n", append = TRUE)
"""
TOKEN: Final = re.compile(r'"(?:[^"]|"")*"|[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*|[0-9]+|[\[\](){},=]|(\s+)')
PAIRS: Final = {")": "(", "]": "[", "}": "{"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The API of a publication with a leading zero, a long number, and notes that look like other things."""
    site = publication(tmp_path_factory.mktemp("publication"))
    site.write("datasets/areas/areas.csv", TABLES["areas"] + AREA)
    figures = (site.root / FIGURES).read_text(encoding="utf-8")
    for number, note in enumerate(NOTES):
        figures += (
            f"tree-{number},{INDICATOR},011126,,20{number + 10}-01-01,20{number + 10}-12-31,stated,actual,"
            f'{LONG},exact,{LONG}个,final,plan-2018,(一),"{note}"\n'
        )
    site.write(FIGURES, figures)
    assert [problem for problem in site.problems() if problem.severity == "error"] == []
    root = tmp_path_factory.mktemp("site")
    for path, data in files(site.read()).items():
        if path.startswith("api/"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
    return root


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where that site is served, on loopback."""
    with served(folder) as found:
        yield found


@pytest.fixture(scope="module")
def line(address: str) -> Mapping[str, str]:
    """The line of each program for the site that is served."""
    return lines(address, INDICATOR)


@pytest.fixture(scope="module")
def table(folder: Path) -> list[list[str]]:
    """The cells of the file, as the csv module reads them; the first row is the head."""
    text = (folder / f"api/v1/indicators/{INDICATOR}.csv").read_text(encoding="utf-8")
    read = list(csv.reader(io.StringIO(text, newline="")))
    rows = [dict(zip(read[0], row, strict=True)) for row in read[1:]]
    assert [(row["area"], row["value"], row["note"]) for row in rows][:6] == [("011126", LONG, note) for note in NOTES]
    return read


def run(command: list[str], cwd: Path, text: str = "") -> str:
    """What a program prints, in a folder of its own and no time zone or language of this machine."""
    done = subprocess.run(
        command,
        input=text,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs("curl")
def test_curl_saves_the_file(line: Mapping[str, str], folder: Path, tmp_path: Path) -> None:
    run(["sh", "-c", line["curl"]], tmp_path)
    name = f"{INDICATOR}.csv"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        name: (folder / "api/v1/indicators" / name).read_bytes()
    }


def test_pandas_reads_every_cell(line: Mapping[str, str], table: list[list[str]]) -> None:
    names: dict[str, object] = {}
    exec(line["pandas"], names)
    frame = names["figures"]
    assert [list(frame.columns), *frame.values.tolist()] == table  # type: ignore[attr-defined]


@needs("R")
@pytest.mark.parametrize("program", ["R", "R readr"])
def test_r_reads_every_cell(line: Mapping[str, str], table: list[list[str]], program: str, tmp_path: Path) -> None:
    said = run(["Rscript", "-e", line[program] + IN_R], tmp_path)
    assert said.splitlines() == [cell for column in zip(*table, strict=True) for cell in column]


def test_duckdb_reads_every_cell_of_the_file_once_it_is_there(
    line: Mapping[str, str], table: list[list[str]], address: str, folder: Path
) -> None:
    # Over an address DuckDB needs its extension httpfs, which it fetches from its makers.
    found = duckdb.sql(line["DuckDB"].replace(address, f"{folder}/"))
    assert [found.columns, *([cell or "" for cell in row] for row in found.fetchall())] == table


@needs("Node")
def test_javascript_fetches_the_figures(line: Mapping[str, str], folder: Path, tmp_path: Path) -> None:
    said = run(["node", "--input-type=module", "-"], tmp_path, line["JavaScript"])
    figures = json.loads((folder / f"api/v1/indicators/{INDICATOR}.json").read_bytes())["figures"]
    assert said.splitlines() == [f"{f['area']['code']} {f['period_end']} {f['value']} {f['unit']}" for f in figures]
    assert f"011126 2010-12-31 {LONG} 个" in said.splitlines()


def tokens(written: str) -> list[str]:
    """The words and marks of a Power Query expression; a place that begins none of them is a fault."""
    found, place = [], 0
    while place < len(written):
        match = TOKEN.match(written, place)
        assert match, f"no word of the language: {written[place:]!r}"
        found += [] if match[1] else [match[0]]
        place = match.end()
    return found


def test_the_lines_for_excel_are_a_let_of_steps_that_are_defined_before_they_are_used(address: str) -> None:
    found = tokens(lines(address, INDICATOR)["Excel"])
    opened: list[str] = []
    for token in found:
        if token in PAIRS.values():
            opened.append(token)
        elif token in PAIRS:
            assert opened.pop() == PAIRS[token]
    assert opened == []
    steps = [found[n] for n, after in enumerate(found[1:]) if after == "=" and found[n] in ("Source", "Figures")]
    assert (found[0], steps, found[-2:]) == ("let", ["Source", "Figures"], ["in", "Figures"])
    functions = [found[n] for n, after in enumerate(found[1:]) if after == "("]
    assert functions == ["Csv.Document", "Web.Contents", "Table.PromoteHeaders"]
    assert found[found.index("Table.PromoteHeaders") + 2] == "Source"
    assert f'"{address}api/v1/indicators/{INDICATOR}.csv"' in found


def test_no_line_leaves_a_place_to_fill_in() -> None:
    made = lines("https://data.example.org/open/", "trees")
    assert (list(made), [line for line in made.values() if "$" in line]) == (list(LINES), [])
