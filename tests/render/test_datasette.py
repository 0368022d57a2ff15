"""Datasette shows the database with titles, units, terms and the meaning of every column."""

import asyncio
import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from gongshi.render import databases, datasette
from gongshi.render.holdings import Holding, holdings
from tests.render.held import catalog

with warnings.catch_warnings():
    # Its own use of a library that is to change.
    warnings.simplefilter("ignore")
    from datasette.app import Datasette

ADDRESSES = ("/", "/gongshi", "/gongshi/trees_figures")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Holding, ...], dict[str, Any], Path]:
    """The tables, what is said of them, and the database."""
    folder = tmp_path_factory.mktemp("datasette")
    fictional = catalog(folder)
    held = holdings(fictional, {})
    path = folder / "gongshi.sqlite"
    path.write_bytes(databases.database(held, fictional.publication))
    return held, json.loads(datasette.metadata(held, fictional.publication)), path


@pytest.fixture(scope="module")
def pages(made: tuple[tuple[Holding, ...], dict[str, Any], Path]) -> dict[str, BeautifulSoup]:
    """What Datasette shows at each of the addresses."""
    _, told, path = made

    async def shown() -> dict[str, str]:
        server = Datasette([], immutables=[str(path)], metadata=told)
        await server.invoke_startup()
        found = {address: await server.client.get(address) for address in ADDRESSES}
        assert {address: answer.status_code for address, answer in found.items()} == dict.fromkeys(ADDRESSES, 200)
        return {address: answer.text for address, answer in found.items()}

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {address: BeautifulSoup(text, "html.parser") for address, text in asyncio.run(shown()).items()}


def text(page: BeautifulSoup, selector: str) -> str:
    (found,) = page.select(selector)
    return " ".join(found.get_text().split())


def test_the_first_page_and_the_database_have_the_publications_title_and_licence(
    pages: dict[str, BeautifulSoup],
) -> None:
    for address in ("/", "/gongshi"):
        assert text(pages[address], "h1") == "示例县公示 Example County figures"
        (terms,) = pages[address].select("footer a[href='https://creativecommons.org/licenses/by/4.0/']")
        assert terms.get_text() == "署名 4.0 Attribution 4.0"


def test_a_table_has_its_title_its_source_and_the_units_and_meaning_of_its_values(
    pages: dict[str, BeautifulSoup],
) -> None:
    page = pages["/gongshi/trees_figures"]
    assert text(page, "h1") == "种树的数字 Figures on trees"
    assert "Data source: 示例县 示例文件 2019-03-01" in " ".join(page.get_text().split())
    told = {
        term.get_text(): term.find_next_sibling("dd").get_text() for term in page.select("dl.column-descriptions dt")
    }  # type: ignore[union-attr]
    assert told["value"] == (
        "数值 Value — 单位 units：个、元。 以指标的基本单位计的十进制数，不带千位逗号和单位。 "
        "Decimal in the indicator's base unit, without thousands separators or unit words."
    )


def test_codes_are_shown_with_the_names_that_they_stand_for(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["/gongshi/trees_figures"]
    cells = {cell.get_text(" ", strip=True) for cell in page.select("td.col-area")}
    assert {cell.replace("\xa0", " ").split() == ["零开头县", "011126"] for cell in cells if "011126" in cell} == {True}


def test_every_table_is_described_and_every_column_of_it(
    made: tuple[tuple[Holding, ...], dict[str, Any], Path],
) -> None:
    held, told, _ = made
    listed = told["databases"]["gongshi"]["tables"]
    names = [*databases.names(held).values(), *datasette.OURS]
    assert list(listed) == names
    assert [name for name in names if not (listed[name]["title"] and listed[name]["description"])] == []
    columns = {databases.names(held)[one.resource]: list(one.sheet.names) for one in held}
    assert {name: list(listed[name]["columns"]) for name in columns} == columns


def test_where_the_publication_stands_is_told_if_it_stands_somewhere(
    made: tuple[tuple[Holding, ...], dict[str, Any], Path], tmp_path: Path
) -> None:
    assert "about_url" not in made[1]
    there = catalog(tmp_path, "https://data.example.org/open/")
    told = json.loads(datasette.metadata(holdings(there, {}), there.publication))
    assert told["about_url"] == "https://data.example.org/open/"
