"""Turn a table into a workbook (XLSX): cover, notes and dictionary, then the data.

Cells hold what the CSV holds: short numbers as numbers, full dates as dates, all else as text that is never run. Each
sheet has one table that begins in its first column and no merged cells, as people who listen to a workbook need it.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from math import ceil
from types import MappingProxyType
from typing import Final
from unicodedata import east_asian_width

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from gongshi.check.characters import FORMULA_STARTS
from gongshi.read.collection import Publication
from gongshi.read.tables import WRITTEN
from gongshi.render import covers, tables
from gongshi.render.downloads import archive
from gongshi.render.holdings import Holding

COVER, NOTES, DICTIONARY, DATA = "封面 Cover", "说明 Notes", "字段 Dictionary", "数据 Data"
# A spreadsheet counts a 29 February 1900 that never was: days before the first of March come out wrong.
FIRST_DAY: Final = date(1900, 3, 1)
# What a cell holds, less room for the words that say that it was cut; a character may count twice.
LONGEST: Final = 16_000
CUT: Final = "……［太长，全文见 .csv；too long, see the .csv］"
LANGUAGE: Final = b"<dc:language>zh-CN</dc:language>"
CORE: Final = "docProps/core.xml"
STYLE: Final = "Table Style Light 1"
NARROWEST, WIDEST = 8, 60
# The height of a line in points; not every spreadsheet makes rows as high as their text.
LINE: Final = 16.5
# The greatest height that a row may have.
HIGHEST: Final = 408.75
# What a text takes beyond its letters, as words are not broken.
ROOM: Final = 1.1
# How many letters side by side can be read on a page of A4.
PAGE: Final = 200
# How wide the columns of the sheets in front are.
WIDTHS: Final = MappingProxyType({COVER: (24, 60, 60), NOTES: (60, 60), DICTIONARY: (20, 24, 20, 10, 60, 60)})
# Digits after the point that a number can have.
PLACES: Final = range(10)


@dataclass(frozen=True, slots=True)
class _Pens:
    """How cells are written: days, codes, texts, those that look like formulas, numbers by digits after the point."""

    day: Format
    code: Format
    text: Format
    inert: Format
    numbers: tuple[Format, ...]


def workbook(holding: Holding, publication: Publication) -> bytes:
    """The workbook of a table; its bytes depend on the table, the publication and XlsxWriter's version alone."""
    buffer = io.BytesIO()
    made = Workbook(buffer, {"in_memory": True})
    made.set_properties(_properties(holding, publication))
    _front(made, COVER, covers.COVER_HEAD, covers.cover(holding, publication))
    _front(made, NOTES, covers.NOTES_HEAD, covers.notes(holding, publication))
    _front(made, DICTIONARY, covers.DICTIONARY_HEAD, covers.dictionary(holding))
    _data(made, holding)
    made.close()
    return _in_its_language(buffer.getvalue(), publication.issued)


def _properties(holding: Holding, publication: Publication) -> dict[str, object]:
    return {
        "title": f"{publication.title.zh}：{holding.title.zh}",
        "subject": f"{publication.title.en}: {holding.title.en}",
        "author": publication.publisher.zh,
        "comments": publication.notice.zh,
        "created": datetime.combine(publication.issued, time()),
    }


def _front(made: Workbook, name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A sheet of words with its head in bold."""
    sheet, bold = made.add_worksheet(name), made.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = made.add_format({"text_wrap": True, "valign": "top"})
    for column, (word, width) in enumerate(zip(head, WIDTHS[name], strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, word, bold)
    for number, row in enumerate(rows, start=1):
        sheet.set_row(number, _height(row, WIDTHS[name]))
        for column, words in enumerate(row):
            _text(sheet, (number, column), words, wrapped)
    _set_up(sheet, sum(WIDTHS[name]))


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    return min(LINE * max(map(_lines, row, widths)), HIGHEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, rather one too many than one too few."""
    return sum(max(1, ceil(ROOM * _letters(line) / width)) for line in text.split("\n"))


def _letters(text: str) -> int:
    """How wide a text is, in letters; a Chinese character is as wide as two."""
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def _data(made: Workbook, holding: Holding) -> None:
    """The table itself, from the first cell on, with a head that stays in sight and can filter and sort."""
    sheet, rows = made.add_worksheet(DATA), holding.sheet.rows
    heads, last = covers.heads(holding.sheet.fields), (len(rows), len(holding.sheet.fields) - 1)
    if rows:
        named = f"t_{holding.resource}".replace(".", "_").replace("-", "_")
        sheet.add_table(0, 0, *last, {"name": named, "style": STYLE, "columns": [{"header": head} for head in heads]})
        sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, *last)})
    bold, pens = made.add_format({"bold": True}), _pens(made)
    widths = [_width([head, *(row[column] for row in rows)]) for column, head in enumerate(heads)]
    for number, row in enumerate(rows, start=1):
        sheet.set_row(number, _height(row, widths))
    for column, (field, head) in enumerate(zip(holding.sheet.fields, heads, strict=True)):
        sheet.set_column(column, column, widths[column])
        sheet.write_string(0, column, head, bold)
        for number, row in enumerate(rows, start=1):
            _cell(sheet, (number, column), row[column], field.get("type", "string"), pens)
    _set_up(sheet, sum(widths))


def _pens(made: Workbook) -> _Pens:
    top = {"valign": "top"}
    numbers = (made.add_format({"num_format": "#,##0" + (f".{'0' * n}" if n else ""), **top}) for n in PLACES)
    return _Pens(
        day=made.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top}),
        code=made.add_format({"num_format": "@", **top}),
        text=made.add_format({"text_wrap": True, **top}),
        inert=made.add_format({"quote_prefix": True, "text_wrap": True, **top}),
        numbers=tuple(numbers),
    )


def _cell(sheet: Worksheet, at: tuple[int, int], cell: str, kind: str, pens: _Pens) -> None:
    """One cell as what its column says it is, where a spreadsheet keeps that whole, else as text."""
    if not cell:
        return
    if kind in tables.NUMBERS and tables.is_short(cell):
        places = len(cell.partition(".")[2])
        sheet.write_number(*at, float(cell), pens.numbers[min(places, PLACES[-1])])
    elif kind == "date" and _is_day(cell):
        sheet.write_datetime(*at, datetime.combine(date.fromisoformat(cell), time()), pens.day)
    else:
        _text(sheet, at, cell, _pen(cell, pens))


def _is_day(cell: str) -> bool:
    return WRITTEN["date"].fullmatch(cell) is not None and date.fromisoformat(cell) >= FIRST_DAY


def _pen(cell: str, pens: _Pens) -> Format:
    if tables.DECIMAL.fullmatch(cell):
        return pens.code
    return pens.inert if cell.startswith(FORMULA_STARTS) else pens.text


def _text(sheet: Worksheet, at: tuple[int, int], text: str, pen: Format) -> None:
    """The text in a cell, as it stands: nothing in it becomes a formula, a link or a piece of XML."""
    text = text if len(text) <= LONGEST else text[:LONGEST] + CUT
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes this for XML of its own; in pieces it is not.
        sheet.write_rich_string(*at, *text[:2], text[2:], pen)
    elif text:
        sheet.write_string(*at, text, pen)


def _width(cells: Iterable[str]) -> int:
    """Wide enough for the longest cell, within reason."""
    longest = max(_letters(cell[:WIDEST]) for cell in cells)
    return min(max(longest + 3, NARROWEST), WIDEST)


def _set_up(sheet: Worksheet, width: int) -> None:
    """The head stays in sight; on paper it is repeated, with the first column where one page is too narrow for all."""
    pages = ceil(width / PAGE)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    if pages > 1:
        sheet.repeat_columns(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(pages, 0)


def _in_its_language(data: bytes, day: date) -> bytes:
    """The workbook with its language among its properties, which XlsxWriter cannot name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        content = {name: packed.read(name) for name in packed.namelist()}
    end = b"</cp:coreProperties>"
    content[CORE] = content[CORE].replace(end, LANGUAGE + end)
    return archive(content, day)
