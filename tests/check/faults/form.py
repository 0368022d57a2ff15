"""The form of files and tables: columns, rows, bytes."""

from typing import Final

from gongshi.render import tables
from tests.check.faults.making import (
    AREAS,
    FIGURES,
    TREES,
    Fault,
    again,
    all_of,
    columns,
    each_row,
    encoded,
    gone,
    link,
    renamed,
    swap,
    whole,
)
from tests.publication import Site


def published(site: Site) -> None:
    """Put the download for Excel in the place of the data file."""
    made = next(table for d in site.read().catalog.topics for table in d.tables)
    site.write(FIGURES, tables.excel_bytes(tables.sheet(made)))


COLUMNS: Final = (
    Fault(
        "a column is missing",
        columns(FIGURES, each_row(lambda row: row.pop(10))),
        [("column-missing", FIGURES, 1, None)],
    ),
    Fault(
        "there is a column too many",
        columns(FIGURES, each_row(lambda row: row.append("memo" if row[0] == "id" else ""))),
        [("column-unknown", FIGURES, 1, "P1")],
    ),
    Fault(
        "a column stands twice",
        columns(FIGURES, each_row(lambda row: row.append(row[-1]))),
        [("column-double", FIGURES, 1, "P1")],
    ),
    Fault(
        "a column's name is misspelt", swap(FIGURES, "kind,value", "kind,valeu"), [("column-renamed", FIGURES, 1, "I1")]
    ),
    Fault(
        "a column was given another name",
        swap(FIGURES, "bound,stated,", "bound,原文摘录,"),
        [("column-renamed", FIGURES, 1, "K1")],
    ),
    Fault(
        "a title stands above the columns",
        again(FIGURES, lambda data: f"示例县种树统计表{',' * 14}\n".encode() + data),
        [("table-headless", FIGURES, 1, None)],
    ),
    Fault(
        "the row of column names is missing",
        again(FIGURES, lambda data: data.partition(b"\n")[2]),
        [("table-headless", FIGURES, 1, None)],
    ),
    Fault("the published table for Excel was put in its place", published, [("table-published", FIGURES, 1, None)]),
    Fault(
        "the columns are in another order",
        columns(FIGURES, each_row(lambda row: row.insert(8, row.pop(9)))),
        [("column-order", FIGURES, 1, "I1")],
    ),
    Fault(
        "the column names are Chinese",
        swap(AREAS, "code,name,name_en,", "代码,名称,英文名,"),
        [
            ("column-renamed", AREAS, 1, "A1"),
            ("column-renamed", AREAS, 1, "B1"),
            ("column-renamed", AREAS, 1, "C1"),
        ],
    ),
)

ROWS: Final = (
    Fault(
        "a row is short",
        swap(FIGURES, "1.2万个,final,plan-2018,(一),", "1.2万个,final"),
        [("row-short", FIGURES, 2, "M2")],
    ),
    Fault(
        "a row is long",
        swap(FIGURES, "1.2万个,final,plan-2018,(一),", "1.2万个,final,plan-2018,(一),种树,种草"),
        [("row-long", FIGURES, 2, "P2")],
    ),
    Fault(
        "a row of commas is blank",
        swap(FIGURES, "\ntrees-2018,", f"\n{',' * 14}\ntrees-2018,"),
        [("row-blank", FIGURES, 3, None)],
    ),
    Fault(
        "rows of commas are left below the last",
        again(FIGURES, lambda data: data + (b"," * 14 + b"\n") * 2),
        [("row-blank", FIGURES, 6, None), ("row-blank", FIGURES, 7, None)],
    ),
    Fault("a line is empty", swap(FIGURES, "\ntrees-2018,", "\n\ntrees-2018,"), [("row-blank", FIGURES, 3, None)]),
)

FILES: Final = (
    Fault("a table is saved as GBK", encoded(FIGURES, "gbk"), [("file-encoding", FIGURES, None, None)]),
    Fault("a table is saved as UTF-16", encoded(FIGURES, "utf-16"), [("file-encoding", FIGURES, None, None)]),
    Fault(
        "a table is saved as Latin-1",
        all_of(swap(AREAS, "Example County", "Comté"), again(AREAS, lambda data: data.replace("é".encode(), b"\xe9"))),
        [("file-encoding", AREAS, None, None)],
    ),
    Fault("a description is saved as UTF-16", encoded(TREES, "utf-16"), [("file-encoding", TREES, None, None)]),
    Fault(
        "a table is no text at all", whole(FIGURES, bytes(range(128, 256))), [("file-encoding", FIGURES, None, None)]
    ),
    Fault("a table holds a NUL", swap(FIGURES, "1.2万个", "1.2\0万个"), [("file-control-character", FIGURES, 2, None)]),
    Fault(
        "a table holds a byte order mark inside",
        swap(FIGURES, "1.2万个", "1.2\ufeff万个"),
        [("file-control-character", FIGURES, 2, None)],
    ),
    Fault(
        "columns are separated by semicolons",
        again(FIGURES, lambda data: data.replace(b",", b";")),
        [("table-delimiter", FIGURES, 1, None)],
    ),
    Fault(
        "columns are separated by tabs",
        again(FIGURES, lambda data: data.replace(b",", b"\t")),
        [("table-delimiter", FIGURES, 1, None)],
    ),
    Fault(
        "columns are separated by Chinese commas",
        again(FIGURES, lambda data: data.replace(b",", "，".encode())),
        [("table-delimiter", FIGURES, 1, None)],
    ),
    Fault(
        "a quotation mark is not closed", swap(FIGURES, ",1.2万个", ',"1.2万个'), [("table-quote", FIGURES, 2, None)]
    ),
    Fault("a table is empty", whole(FIGURES, ""), [("table-empty", FIGURES, None, None)]),
    Fault("a table is missing", gone(FIGURES), [("file-missing", FIGURES, None, None)]),
    Fault(
        "a table has the name of a copy", renamed(FIGURES, "figures(1).csv"), [("file-renamed", FIGURES, None, None)]
    ),
    Fault("a workbook was saved beside", renamed(FIGURES, "figures.xlsx"), [("file-workbook", FIGURES, None, None)]),
    Fault(
        "a workbook was named .csv", whole(FIGURES, b"PK\x03\x04\x14\x00\x06"), [("file-workbook", FIGURES, None, None)]
    ),
    Fault("a table is a link", link(FIGURES, "../areas/areas.csv"), [("file-outside", FIGURES, None, None)]),
    Fault(
        "a table lies outside its folder",
        swap(TREES, "path: figures.csv", "path: ../areas/areas.csv"),
        [("file-outside", TREES, 12, None)],
    ),
    Fault(
        "the table of units is missing", gone("schemas/units.csv"), [("file-missing", "schemas/units.csv", None, None)]
    ),
    Fault(
        "an article is saved as GBK",
        encoded("content/zh/articles/trees.md", "gbk"),
        [("file-encoding", "content/zh/articles/trees.md", None, None)],
    ),
)

FORM: Final = (*COLUMNS, *ROWS, *FILES)
