"""The ledger of corrections, which needs a history to be true to, is tried apart: markup in it stays text."""

import csv
import io
from typing import Final

import pytest

from gongshi.site import addresses, pages_corrections, pages_oversight
from tests.check.faults.making import FIGURES, all_of, cell, swap
from tests.publication import Site
from tests.released import CORRECTIONS, MOVES, first
from tests.site.pages import Outline, desk, templates

MARKUP: Final = '"><script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))'
COLUMNS: Final = ("explanation", "explanation_en", "evidence", "evidence_en", "decided_by", "decided_by_en")


def row(cells: list[str]) -> str:
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\n").writerow(cells)
    return page.getvalue()


@pytest.fixture
def hostile(site: Site) -> Site:
    """A released publication with a correction and a move whose words are markup."""
    first(site)
    words = [f"{column} {MARKUP}" for column in COLUMNS]
    all_of(
        cell(FIGURES, 2, "value", "12345"),
        cell(FIGURES, 2, "stated", "12345个"),
        swap("datasets/commitments/commitments.csv", "trees-by-2018,", "trees-in-2018,"),
    )(site)
    for file, cells in (
        (CORRECTIONS, ["one", "trees-2017", "2", "value", "12000", "12345", "other", *words, "2020-07-01"]),
        (MOVES, ["two", "commitment", "trees-by-2018", "trees-in-2018", MARKUP, MARKUP, "2", "2020-07-01"]),
    ):
        site.write(file, (site.root / file).read_text(encoding="utf-8") + row(cells))
    return site


def test_such_a_ledger_is_no_fault(hostile: Site) -> None:
    assert hostile.problems() == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_markup_in_the_ledger_is_shown_as_text(hostile: Site, language: str) -> None:
    home = desk(hostile.root, language)
    for name, page, address in (
        ("corrections", pages_corrections.corrections, addresses.CORRECTIONS),
        ("oversight", pages_oversight.oversight, addresses.OVERSIGHT),
    ):
        at = home.at(address)
        text = templates(at).get_template(f"{name}.html").render(page=page(at))
        outline = Outline(text)
        assert [script for script in outline.all("script") if "alert" in script["text"]] == []
        assert outline.all("img") == []
        assert MARKUP in outline.one("main")["text"]
