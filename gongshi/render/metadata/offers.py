"""Find the files that offer a table, or the whole edition, and say of each its format, size and SHA-256."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gongshi.read.history import FrozenFile
from gongshi.read.values import Text

OFFICE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: its code on the European list of file types ("" if not there), its media type, words."""

    code: str
    media: str
    name: Text
    note: Text


# By the ends of file names, the longer ones first where one ends in another.
FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        ".excel.csv": Format(
            *("CSV", "text/csv", Text("Excel 用 CSV", "CSV for Excel")),
            Text("UTF-8 带 BOM，中文表头，双击即可用 Excel 打开。", "UTF-8 with BOM and Chinese heads, for Excel."),
        ),
        ".csv": Format(
            *("CSV", "text/csv", Text("CSV", "CSV")),
            Text("UTF-8，列名作表头，编码和数位与源表一致。", "UTF-8, column names as heads, cells exactly as kept."),
        ),
        ".json": Format(
            *("JSON", "application/json", Text("JSON", "JSON")),
            Text("每行一个对象，空单元格为 null。", "One object a row; empty cells are null."),
        ),
        ".xlsx": Format(
            *("XLSX", OFFICE, Text("Excel 工作簿", "Excel workbook")),
            Text("带封面、说明和字典的工作簿。", "A workbook with cover, notes and dictionary."),
        ),
        ".parquet": Format(
            *("PARQUET", "application/vnd.apache.parquet", Text("Parquet", "Parquet")),
            Text("列式文件，小数仍为小数。", "A file by columns; decimals stay decimals."),
        ),
        ".sqlite": Format(
            *("", "application/vnd.sqlite3", Text("SQLite 数据库", "SQLite database")),
            Text("全部表和表间的键，一个文件。", "Every table and the keys between them in one file."),
        ),
        ".zip": Format(
            *("ZIP", "application/zip", Text("ZIP", "ZIP")),
            Text(
                "全部下载，附说明、字典、许可和校验值。", "All downloads with readme, dictionary, licence, checksums."
            ),
        ),
    }
)
PACKAGE: Final = "datapackage.json"
MANIFEST: Final = "manifest.json"
DATASETTE: Final = "metadata.json"
# Files known by their whole names.
NAMED: Final[Mapping[str, Format]] = MappingProxyType(
    {
        PACKAGE: Format(
            *("JSON", "application/json", Text("数据包描述", "Data Package")),
            Text(
                "按 Data Package v2 写的描述：列、规则、校验值。", "Columns, rules and checksums, as Data Package v2."
            ),
        ),
        DATASETTE: Format(
            *("JSON", "application/json", Text("数据库说明", "Metadata of the database")),
            Text("给 Datasette 读的标题、单位和许可。", "Titles, units and licence, for Datasette."),
        ),
        MANIFEST: Format(
            *("JSON", "application/json", Text("发布清单", "Manifest of the release")),
            Text("这一期冻结的每个文件及其 SHA-256。", "Every file that the release froze, with its SHA-256."),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A file at a path from the site's root that offers something under a title; `lasting` if it never changes."""

    path: str
    title: Text
    format: Format
    size: int
    sha256: str
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of a site, by path: how long they are and what their SHA-256 is."""

    sizes: Mapping[str, int]
    digests: Mapping[str, str]

    def under(self, stem: str, title: Text) -> Iterator[Offer]:
        """Every format of the table at `stem`."""
        found = ((f"{stem}{end}", kind) for end, kind in FORMATS.items())
        return (self._offer(path, title, kind) for path, kind in found if path in self.sizes)

    def named(self, path: str, title: Text) -> Iterator[Offer]:
        """The file at a path that is known by its name; nothing where there is none."""
        return iter([self._offer(path, title, NAMED[path.rpartition("/")[2]])] if path in self.sizes else [])

    def _offer(self, path: str, title: Text, kind: Format) -> Offer:
        return Offer(path, title, kind, self.sizes[path], self.digests[path])


def shelf(files: Mapping[str, bytes]) -> Shelf:
    """The shelf of some files."""
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return Shelf({path: len(data) for path, data in files.items()}, digests)


def frozen(release: str, files: Iterable[FrozenFile], titles: Mapping[str, Text]) -> Iterator[Offer]:
    """The tables among the frozen files of a release, by what each path is called; CSV at their permanent addresses."""
    for file in files:
        if file.path in titles:
            path = f"releases/{release}/{file.path}"
            yield Offer(path, titles[file.path], FORMATS[".csv"], file.size, file.sha256, lasting=True)
