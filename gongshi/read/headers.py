"""Say what is wrong with the first row of a table, and which column each name was meant for."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gongshi.errors import Place, Problem

MOST: Final = 0.75  # a row of data may hold a word that a column is called by
FEW: Final = 2  # a table of one column may well be called like its title


def problems(places: Sequence[Place], header: tuple[str, ...], fields: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Columns that are missing, unknown, doubled, renamed or out of order.

    `places` are those of the header's cells, at least one; `fields` those of the Table Schema.
    """
    expected = tuple(str(field["name"]) for field in fields)
    row = Place(places[0].file, 1)
    if len(fields) >= FEW and header == tuple(field.get("title") for field in fields):
        details = {"expected": ",".join(expected), "name": row.file.rpartition("/")[2]}
        return [Problem("table-published", row, details=details)]
    found, missing = _unknown(places, header, fields)
    if len(fields) >= FEW and len(missing) > MOST * len(fields):
        # A title or a note above the columns, or no columns' names at all: one mistake, not one for each column.
        return [Problem("table-headless", row, details={"expected": ",".join(expected)})]
    found += [Problem("column-missing", row, name, {"expected": ", ".join(expected)}) for name in missing]
    return found or _order(places, header, expected)


def _unknown(
    places: Sequence[Place], header: tuple[str, ...], fields: Sequence[Mapping[str, Any]]
) -> tuple[list[Problem], list[str]]:
    """Columns that stand twice or belong to no field, and the fields that are left without a column."""
    titles = {str(field["name"]): str(field.get("title", field["name"])) for field in fields}
    missing = [name for name in titles if name not in header]
    found = []
    for position, (place, name) in enumerate(zip(places, header, strict=True)):
        if name in header[:position]:
            found.append(Problem("column-double", place, name))
        elif name not in titles:
            meant = _meant(header, position, missing, titles)
            missing = [other for other in missing if other != meant]
            details = {"expected": meant, "title": titles.get(meant, "")}
            found.append(Problem("column-renamed" if meant else "column-unknown", place, name, details))
    return found, missing


def _meant(header: tuple[str, ...], position: int, missing: Sequence[str], titles: Mapping[str, str]) -> str:
    """The missing column that an unknown one stands for: by its title, a likeness, or its place; "" if none."""
    written = header[position].strip()
    by_title = {title: column for column, title in titles.items()}.get(written, written.lower())
    near = difflib.get_close_matches(by_title, missing, n=1, cutoff=0.7)
    return next(iter((*near, *_at_its_place(header, position, missing, tuple(titles)))), "")


def _at_its_place(
    header: tuple[str, ...], position: int, missing: Sequence[str], expected: tuple[str, ...]
) -> Sequence[str]:
    """The missing column that belongs at this position, where a column beside it stands at its own."""
    beside = (other for other in (position - 1, position + 1) if 0 <= other < min(len(header), len(expected)))
    if not any(header[other] == expected[other] for other in beside):
        return ()
    return [column for column in expected[position : position + 1] if column in missing]


def _order(places: Sequence[Place], header: tuple[str, ...], expected: tuple[str, ...]) -> list[Problem]:
    for place, have, want in zip(places, header, expected, strict=True):
        if have != want:
            return [Problem("column-order", place, have, {"expected": want, "order": ", ".join(expected)})]
    return []
