"""Changes that look odd and are no faults."""

from typing import Final

from tests.check.faults.making import (
    AREAS,
    COMMITMENTS,
    FIGURES,
    FRONT,
    SOURCES,
    Fault,
    again,
    all_of,
    cell,
    swap,
    whole,
)
from tests.check.faults.ordering import UNBROKEN

HARMLESS: Final = (
    *UNBROKEN,
    Fault("a byte order mark at the start", again(FIGURES, lambda data: b"\xef\xbb\xbf" + data), []),
    Fault("line ends of Windows", again(FIGURES, lambda data: data.replace(b"\n", b"\r\n")), []),
    Fault("line ends of an old Mac", again(FIGURES, lambda data: data.replace(b"\n", b"\r")), []),
    Fault("no line end at the end", again(FIGURES, lambda data: data.rstrip(b"\n")), []),
    Fault(
        "quotes around every cell",
        again(FIGURES, lambda data: b'"' + data.replace(b",", b'","').replace(b"\n", b'"\n"')[:-1]),
        [],
    ),
    Fault("a comma inside quotes", cell(FIGURES, 2, "note", "种树, 种草"), []),
    Fault("a line break inside a note", cell(FIGURES, 2, "note", "种树\n种草"), []),
    Fault("a hidden folder among the datasets", whole("datasets/.cache/notes.txt", "x"), []),
    Fault("a table without rows", again(COMMITMENTS, lambda data: data.splitlines(keepends=True)[0]), []),
    Fault("a source of which only the year is known", cell(SOURCES, 2, "published", "2019"), []),
    Fault("a source of the year in which its figures end", cell(SOURCES, 2, "published", "2018"), []),
    Fault(
        "a code that is valid from the last day of a figure to that of another",
        all_of(cell(AREAS, 3, "valid_from", "2017-12-31"), cell(AREAS, 3, "valid_to", "2018-12-31")),
        [],
    ),
    Fault(
        "an amount of a relation in an article",
        swap("content/zh/articles/trees.md", "{figure:trees-2018}", "{figure:trees-2018}，共{relation:trees-sum.left}"),
        [],
    ),
    Fault("the first year that may be", cell(FIGURES, 2, "period_start", "1949-01-01"), []),
    Fault("the last year that may be", cell(FIGURES, 4, "period_end", "2100-12-31"), []),
    Fault("a source of which no date is known", cell(SOURCES, 2, "published", ""), []),
    Fault(
        "a period that has not ended",
        all_of(
            cell(FIGURES, 4, "kind", "standard"),
            cell(FIGURES, 4, "period_start", "2018-01-01"),
            cell(FIGURES, 4, "period_end", ""),
        ),
        [],
    ),
    Fault(
        "an official publication that quotes nobody",
        all_of(
            swap(FRONT, "kind: compiled", "kind: official"),
            cell(FIGURES, 2, "stated", ""),
            cell(FIGURES, 2, "locator", ""),
        ),
        [],
    ),
)
