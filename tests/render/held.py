"""Fictional tables as they are downloaded, for the tests of the formats."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from gongshi.errors import errors_among
from gongshi.read.collection import Catalog, Licence, Publication
from gongshi.read.values import Text
from gongshi.render.holdings import Holding
from gongshi.render.tables import Sheet
from tests.publication import TABLES, publication

# Codes of GB/T 2260 begin with no zero, but those of another publication may; no county here is a real one.
AREA: Final = "011126,零开头县,Leading Zero County,county,100000,,\n"
LONG: Final = "1234567890123.123456789"
# Texts that a program would make a date, a time, a number or a truth of, were it not told to keep them.
NOTES: Final = ("1-2", "3/4", "2016年2月", "1e5", "TRUE", "110101194910012345", "10:30", "-3.5", "甲，“乙”\n丙", "NA")
FIELDS: Final[tuple[dict[str, Any], ...]] = (
    {"name": "id", "type": "string", "title": "编号", "title_en": "Id", "description": "号。", "description_en": "No."},
    {"name": "value", "type": "number", "title": "数值", "title_en": "Value"},
    {"name": "count", "type": "integer", "title": "个数", "title_en": "Count"},
    {"name": "day", "type": "date", "title": "日期", "title_en": "Day"},
)
# The figures of the fictional publication, cited.
URN: Final = "urn:gongshi:table:trees.figures"
CITED: Final = f"示例编辑组. 种树的数字[DS/OL]. 示例县公示：虚构的数字, 第1期 (2020-06-01)[引用日期]. {URN}."
CITED_EN: Final = (
    "Example editors. (2020, June 1). Figures on trees (Edition 1) [Data set]. "
    f"Example County figures: Fictional figures. {URN}"
)
CC: Final = Licence("CC-BY-4.0", Text("署名 4.0", "Attribution 4.0"), "https://creativecommons.org/licenses/by/4.0/")


def catalog(folder: Path, address: str = "") -> Catalog:
    """The fictional publication, with a leading zero, a number of 22 digits and notes that look like other things."""
    site = publication(folder / "publication")
    site.write("datasets/areas/areas.csv", TABLES["areas"] + AREA)
    site.replace("datasets/trees/figures.csv", ",86840000,at_least,8684万元以上,", f",{LONG},exact,{LONG}元,")
    site.replace("publication.yaml", 'edition: "1"', f'edition: "1"\naddress: {address}' if address else 'edition: "1"')
    figures = (site.root / "datasets/trees/figures.csv").read_text(encoding="utf-8")
    for number, note in enumerate(NOTES):
        figures += (
            f"tree-{number},trees-planted,011126,,20{number:02}-01-01,20{number:02}-12-31,"
            f'stated,actual,{number}.50,exact,{number}.50个,final,plan-2018,(一),"{note}"\n'
        )
    site.write("datasets/trees/figures.csv", figures)
    assert errors_among(site.problems()) == ()
    return site.read().catalog


def holding(rows: Sequence[tuple[str, ...]], fields: Sequence[dict[str, Any]] = FIELDS, **keys: Any) -> Holding:
    """A table of a fictional dataset; `keys` are those of its schema."""
    return Holding(
        dataset="example",
        name="trees",
        title=Text("树", "Trees"),
        description=Text("虚构的树。", "Fictional trees."),
        licence=CC,
        sources=(),
        absent=(),
        units=(),
        schema={"fields": list(fields), **keys},
        sheet=Sheet(tuple(fields), tuple(rows)),
    )


def about() -> Publication:
    """What publishes it."""
    return Publication(
        title=Text("示例县公示", "Example County figures"),
        tagline=Text("", ""),
        claim=Text("", ""),
        lead=Text("", ""),
        notice=Text("虚构。", "Fictional."),
        kind="compiled",
        publisher=Text("示例编辑组", "Example editors"),
        contact=Text("写信。", "Write."),
        email="",
        licence=CC,
        languages=("zh", "en"),
        address="",
        edition="1",
        issued=date(2020, 6, 1),
        headlines=(),
        charts=(),
        topics=(),
    )
