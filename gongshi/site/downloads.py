"""Turn the files of an edition into lists of downloads with their sizes."""

from collections.abc import Iterable
from typing import Final

from gongshi.read.collection import Table
from gongshi.site.desk import Desk
from gongshi.site.parts import Download

FORMATS: Final = ((".excel.csv", "excel"), (".csv", "csv"), (".json", "json"))


def of_table(desk: Desk, table: Table) -> tuple[Download, ...]:
    """The formats of one table, Excel first."""
    return of_stem(desk, f"data/{table.dataset}/{table.name}")


def of_stem(desk: Desk, stem: str) -> tuple[Download, ...]:
    """The formats of the table at `stem`."""
    return _present(one(desk, stem + suffix, kind) for suffix, kind in FORMATS)


def of_dataset(desk: Desk, name: str, tables: Iterable[Table]) -> tuple[Download, ...]:
    """All files of a dataset; its description comes last."""
    files = [download for table in tables for download in of_table(desk, table)]
    return _present([*files, one(desk, f"data/{name}/datapackage.json", "package")])


def of_part(desk: Desk, stem: str) -> tuple[Download, ...]:
    """The formats of a part of the API at `stem`, and the readme of what was filtered."""
    return (*of_stem(desk, stem), *_present([one(desk, f"{stem}.txt", "readme")]))


def whole(desk: Desk) -> tuple[Download, ...]:
    """The archive of everything."""
    return _present([one(desk, "data/all.zip", "zip")])


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
    return Download(desk.t(f"format-{kind}"), desk.shared(path), size_in_words(size), desk.t(f"format-{kind}-note"))


def size_in_words(size: int) -> str:
    """A size in B, KB or MB; small files are never shown as 0 KB."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{round(size / 1000)} KB"
    return f"{round(size / 1_000_000, 1)} MB"


def _present(found: Iterable[Download | None]) -> tuple[Download, ...]:
    return tuple(download for download in found if download is not None)
