"""Turn the files of an edition into lists of downloads with their sizes and rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from gongshi.read.collection import Table
from gongshi.site.desk import Desk
from gongshi.site.parts import Download

FORMATS: Final = (
    *((".xlsx", "xlsx"), (".csv", "csv")),
    *((".excel.csv", "excel"), (".json", "json"), (".parquet", "parquet")),
)
# What few readers look for.
ASIDE: Final = ("excel", "json", "parquet", "package")


def of_table(desk: Desk, table: Table) -> tuple[Download, ...]:
    """The formats of one table, Excel first."""
    return of_stem(desk, f"data/{table.dataset}/{table.name}")


def of_stem(desk: Desk, stem: str, title: str = "") -> tuple[Download, ...]:
    """The formats of the table at `stem`; `title` stands in their labels where other tables are listed beside it."""
    files = _present(one(desk, stem + suffix, kind) for suffix, kind in FORMATS)
    return tuple(
        replace(file, label=_label(desk, title, file), size=extent(desk, file.size, desk.edition.rows.get(stem)))
        for file in files
    )


def _label(desk: Desk, title: str, file: Download) -> str:
    return desk.t("download-of", table=title, format=file.label) if title else file.label


def extent(desk: Desk, size: str, rows: int | None) -> str:
    """The size of a file in words and, of a table, the number of its rows."""
    return size if rows is None else f"{size}{desk.t('page-comma-place')}{desk.count('count-rows', rows)}"


def of_dataset(desk: Desk, name: str, tables: Sequence[Table]) -> tuple[Download, ...]:
    """All files of a dataset; its description comes last."""
    titles = [table.title[desk.language] if len(tables) > 1 else "" for table in tables]
    stems = zip((f"data/{name}/{table.name}" for table in tables), titles, strict=True)
    files = [download for stem, title in stems for download in of_stem(desk, stem, title)]
    return _present([*files, one(desk, f"data/{name}/datapackage.json", "package")])


def of_part(desk: Desk, stem: str) -> tuple[Download, ...]:
    """The formats of a part of the API at `stem`, and the readme of what was filtered."""
    return (*of_stem(desk, stem), *_present([one(desk, f"{stem}.txt", "readme")]))


def whole(desk: Desk) -> tuple[Download, ...]:
    """The archive of everything."""
    return _present([one(desk, "data/all.zip", "zip")])


def database(desk: Desk) -> tuple[Download, ...]:
    """All tables in one database, and what Datasette shows beside it."""
    return _present([one(desk, "data/gongshi.sqlite", "sqlite"), one(desk, "data/metadata.json", "metadata")])


def every_figure(desk: Desk) -> tuple[Download, ...]:
    """All figures of all topics in one table, and the description of the edition."""
    return (*of_stem(desk, "data/figures"), *_present([one(desk, "data/datapackage.json", "package")]))


def checks(desk: Desk) -> tuple[Download, ...]:
    """The results of all checks in one table."""
    return of_stem(desk, "data/checks")


def one(desk: Desk, path: str, kind: str) -> Download | None:
    """The download at `path`, or None where the edition has no such file."""
    size = desk.edition.downloads.get(path)
    if size is None:
        return None
    said = desk.t(f"format-{kind}"), desk.shared(path), size_in_words(size), desk.t(f"format-{kind}-note")
    return Download(*said, aside=kind in ASIDE)


def size_in_words(size: int) -> str:
    """A size in B, KB or MB; small files are never shown as 0 KB."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{round(size / 1000)} KB"
    return f"{round(size / 1_000_000, 1)} MB"


def _present(found: Iterable[Download | None]) -> tuple[Download, ...]:
    return tuple(download for download in found if download is not None)
