"""Every numeral of the five documents is a row, a commitment, or left out for a stated reason."""

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from gongshi.check import everything
from gongshi.read.catalog import read

ROOT: Final = Path(__file__).resolve().parents[1]
ACCOUNTS: Final = sorted((ROOT / "tests/accounts").glob("*.csv"))
DOCUMENTS: Final = Path(os.environ.get("GONGSHI_SOURCES", ROOT.parent / "shared/sources"))
REASONS: Final = {
    *("date", "ordinal", "section", "slogan", "level", "idiom"),
    *("name", "furniture", "repeat", "part", "enumeration"),
}
NUMERAL: Final = re.compile(r"[0-9０-９]+(?:[.,][0-9０-９]+)*[万亿萬億]*|[〇零一二三四五六七八九十百千万亿萬億两兩]+")
needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not here; set GONGSHI_SOURCES")


def rows() -> Iterator[tuple[str, dict[str, str]]]:
    for path in ACCOUNTS:
        with path.open(encoding="utf-8", newline="") as file:
            yield from ((path.stem, row) for row in csv.DictReader(file))


def references(outcome: str) -> set[str]:
    return {id_ for _, row in rows() if row["outcome"] == outcome for id_ in row["reference"].split(";") if id_}


def test_there_is_an_account_of_each_document() -> None:
    assert [path.stem for path in ACCOUNTS] == sorted(read(ROOT).catalog.sources)


def test_every_figure_is_reached_from_a_numeral_of_its_document() -> None:
    assert references("figure") == set(read(ROOT).catalog.figures)


def test_a_numeral_stands_in_the_words_of_the_figure_it_leads_to() -> None:
    figures = read(ROOT).catalog.figures
    wrong = [
        (source, row["n"], id_)
        for source, row in rows()
        if row["outcome"] == "figure"
        for id_ in row["reference"].split(";")
        if row["numeral"] not in figures[id_].stated or figures[id_].source != source
    ]
    assert wrong == []


def test_a_numeral_that_dates_a_promise_leads_to_a_commitment_of_its_document() -> None:
    commitments = read(ROOT).catalog.commitments
    unknown = references("commitment") - set(commitments)
    wrong = [
        (source, row["n"])
        for source, row in rows()
        if row["outcome"] == "commitment"
        for id_ in row["reference"].split(";")
        if id_ in commitments and commitments[id_].source != source
    ]
    assert (unknown, wrong) == (set(), [])


def test_whatever_is_left_out_has_a_reason() -> None:
    wrong = [
        (source, row["n"])
        for source, row in rows()
        if (row["outcome"] == "left-out") != (row["reason"] in REASONS)
        or row["outcome"] not in ("figure", "commitment", "left-out")
    ]
    assert wrong == []


@needs_documents
@pytest.mark.parametrize("path", ACCOUNTS, ids=lambda path: path.stem)
def test_the_account_lists_every_numeral_of_the_text(path: Path) -> None:
    text = (DOCUMENTS / path.name.replace(".csv", ".txt")).read_text(encoding="utf-8")
    with path.open(encoding="utf-8", newline="") as file:
        listed = [row["numeral"] for row in csv.DictReader(file)]
    assert listed == [match[0] for match in NUMERAL.finditer(text)]


@needs_documents
def test_every_quotation_stands_word_for_word_where_its_locator_says() -> None:
    assert everything.with_sources(read(ROOT), DOCUMENTS) == ()
