"""Check every text of a publication for what identifies a person, and keep messages from repeating it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from gongshi.check import personal
from gongshi.check.personal import Found
from gongshi.errors import Place, Problem
from gongshi.read.catalog import Reading
from gongshi.read.collection import Table
from gongshi.read.documents import Document
from gongshi.read.heads import head_of
from gongshi.read.tables import Grid

# What an office gives to be reached by, its phone among it, and lines of a head that say so.
CONTACTS: Final = ("contact", "contact_en", "hotline", "email", "post", "post_en", "phone", "mail")
PHONES: Final = ("mobile", "landline")
# Columns of other types hold amounts and days; so do these, whose cells stand for any column of a figure.
WRITTEN: Final = ("string",)
AMOUNTS: Final = {"corrections": ("old", "new")}
CODES: Final = {
    "identity": "personal-id",
    "identity-like": "personal-id-like",
    "mobile": "personal-phone",
    "landline": "personal-landline",
    "card": "personal-card",
    "mask": "personal-mask",
}
DIGITS: Final = re.compile(r"[0-9０-９][0-9０-９Xx*＊\s-]{4,}")


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Everything personal in tables, descriptions, rules and Markdown."""
    found: list[Problem] = []
    for table in (table for dataset in reading.catalog.datasets for table in dataset.tables):
        if table.file in reading.grids:
            found += _in_table(table, reading.grids[table.file])
    for document in (*reading.documents, reading.profile):
        found += _in_document(document)
    for file, text in reading.texts.items():
        found += _in_markdown(file, text)
    return tuple(found)


def of_text(text: str, place: Place, named: str = "", field: str = "") -> Iterator[Problem]:
    """Everything personal in one text; `named` is what its column is called, `field` the name of its field."""
    allowed = PHONES if field in CONTACTS else ()
    kept = bool(personal.IDENTITIES.search(named))
    return (_problem(one, place, kept) for one in personal.find(text, named) if one.kind not in allowed)


def discreet(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without the numbers of persons that others than ours would repeat."""
    given = tuple(problems)
    spots = {problem.place for problem in given if problem.code in CODES.values()}
    return tuple(_hidden(p) if p.code not in CODES.values() and _tells(p, spots) else p for p in given)


def _problem(found: Found, place: Place, kept: bool) -> Problem:
    # In a column for such numbers a mistyped one is still somebody's; in a sentence it may be anything.
    doubted = found.kind == "identity-like" and not kept
    return Problem(CODES[found.kind], place, found.shown, {"length": str(found.length)}, advised=doubted)


def _in_table(table: Table, grid: Grid) -> Iterator[Problem]:
    amounts = AMOUNTS.get(table.name, ()) if table.dataset == table.name else ()
    fields = {str(field["name"]): field for field in table.fields}
    texts = [at for at, name in enumerate(grid.header) if _is_text(fields.get(name, {})) and name not in amounts]
    for number, row in enumerate(grid.rows, start=2):
        # One look at the whole row: most rows hold nothing that could be meant.
        if personal.SUSPECT.search("\0".join(row[at] for at in texts if at < len(row))):
            yield from _in_cells(grid, number, texts, fields)
        elif any(len(cell) >= personal.EIGHTEEN for cell in row):
            yield from _in_amounts(grid, number, texts)


def _is_text(field: Mapping[str, Any]) -> bool:
    return field.get("type", "string") in WRITTEN


def _in_cells(
    grid: Grid, number: int, texts: Sequence[int], fields: Mapping[str, Mapping[str, Any]]
) -> Iterator[Problem]:
    row = grid.rows[number - 2]
    for at in (at for at in texts if at < len(row)):
        name = grid.header[at]
        title = str(fields.get(name, {}).get("title", ""))
        yield from of_text(row[at], grid.place(number, name, at), f"{name} {title}", name)
    yield from _in_amounts(grid, number, texts)


def _in_amounts(grid: Grid, number: int, texts: Sequence[int]) -> Iterator[Problem]:
    """Identity numbers among amounts: nothing else can be told from an amount."""
    for at, cell in enumerate(grid.rows[number - 2]):
        if at not in texts:
            place = grid.place(number, grid.header[at] if at < len(grid.header) else None, at)
            yield from (problem for problem in of_text(cell, place) if problem.code == CODES["identity"])


def _in_document(document: Document) -> Iterator[Problem]:
    for key, text in _leaves(document.data):
        field = next((str(part) for part in reversed(key) if isinstance(part, str)), "")
        yield from of_text(text, document.place(*key), field, field)


def _leaves(data: Any, key: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in a document with the way to it, names of members included."""
    if isinstance(data, Mapping):
        for name, part in data.items():
            yield (*key, name), name
            yield from _leaves(part, (*key, name))
    elif isinstance(data, list | tuple):
        for index, part in enumerate(data):
            yield from _leaves(part, (*key, index))
    elif isinstance(data, str):
        yield key, data


def _in_markdown(file: str, text: str) -> Iterator[Problem]:
    head = {number: name.lower() for number, name, _ in head_of(text)}
    for number, line in enumerate(text.splitlines(), start=1):
        yield from of_text(line, Place(file, number), "", head.get(number, ""))


def _tells(problem: Problem, spots: set[Place]) -> bool:
    texts = (problem.value or "", *problem.details.values())
    return problem.place in spots or any(personal.find(text) for text in texts)


def _hidden(problem: Problem) -> Problem:
    """The same problem with long numbers cut after their first two characters."""
    details = {name: _cut(text) for name, text in problem.details.items()}
    return replace(problem, value=_cut(problem.value) if problem.value else problem.value, details=details)


def _cut(text: str) -> str:
    return DIGITS.sub(lambda match: f"{match[0][:2]}…", text)
