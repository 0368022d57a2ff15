"""How a publication is broken: small changes to its files."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.publication import TABLES, TOPIC, Site

Change = Callable[[Site], object]
Found = tuple[str, str, int | None, str | None]

FIGURES: Final = "datasets/trees/figures.csv"
TREES: Final = "datasets/trees/datapackage.yaml"
FRONT: Final = "publication.yaml"
AREAS, SCOPES, SOURCES, INDICATORS, COMMITMENTS = (f"datasets/{name}/{name}.csv" for name in TABLES)


@dataclass(frozen=True)
class Fault:
    """A broken publication: what is wrong with it, how it came about, and what must be reported.

    `by` is what finds it: `check`, `later` (a check some months on), `sources` (one with the documents under texts/),
    `build`, or `inspect`, the last step of a build, on pages that stand under site/;
    a fault of the `program` is no change but a call that returns what is said.
    """

    name: str
    change: Change
    expected: list[Found]
    by: str = "check"

    def __str__(self) -> str:
        return self.name


def swap(file: str, old: str, new: str) -> Change:
    """Replace the one place where `old` stands."""
    return lambda site: site.replace(file, old, new)


def whole(file: str, text: str | bytes) -> Change:
    """Write the file anew."""
    return lambda site: site.write(file, text)


def again(file: str, change: Callable[[bytes], bytes]) -> Change:
    """Pass the bytes of a file through a function."""
    return lambda site: site.write(file, change((site.root / file).read_bytes()))


def encoded(file: str, name: str) -> Change:
    """Save the file in another encoding."""
    return again(file, lambda data: data.decode("utf-8").encode(name))


def cell(file: str, row: int, column: str, value: str) -> Change:
    """Type `value` into a cell, as Excel would; the header is row 1."""

    def change(site: Site) -> None:
        table = grid(site, file)
        table[row - 1][table[0].index(column)] = value
        save(site, file, table)

    return change


def columns(file: str, change: Callable[[list[list[str]]], object]) -> Change:
    """Change the rows of a table, the header among them, in place."""

    def changed(site: Site) -> None:
        table = grid(site, file)
        change(table)
        save(site, file, table)

    return changed


def grid(site: Site, file: str) -> list[list[str]]:
    """The cells of a table."""
    return list(csv.reader(io.StringIO((site.root / file).read_text(encoding="utf-8"), newline="")))


def save(site: Site, file: str, table: list[list[str]]) -> None:
    """Write the cells of a table."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(table)
    site.write(file, buffer.getvalue())


def line(file: str, text: str) -> Change:
    """Add a line at the end."""
    return again(file, lambda data: data + f"{text}\n".encode())


def gone(file: str) -> Change:
    """Delete a file."""
    return lambda site: (site.root / file).unlink()


def renamed(file: str, name: str) -> Change:
    """Give a file another name in the same folder."""
    return lambda site: (site.root / file).rename((site.root / file).with_name(name))


def link(file: str, target: str) -> Change:
    """Put a symbolic link in the place of a file."""

    def change(site: Site) -> None:
        (site.root / file).unlink()
        (site.root / file).symlink_to(target)

    return change


def all_of(*changes: Change) -> Change:
    """One change after the other."""

    def change(site: Site) -> None:
        for each in changes:
            each(site)

    return change


def field(schema: str, column: str, **changed: object) -> Change:
    """Change what a schema says of a column."""

    def change(site: Site) -> None:
        path = site.root / f"schemas/{schema}.json"
        made = json.loads(path.read_bytes())
        made["fields"] = [each | changed if each["name"] == column else each for each in made["fields"]]
        path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")

    return change


def each_row(change: Callable[[list[str]], object]) -> Callable[[list[list[str]]], object]:
    """The same for the header and every row."""
    return lambda table: [change(row) for row in table]


SECOND_TOPIC: Final = all_of(
    whole("datasets/ponds/datapackage.yaml", TOPIC.split("relations:", maxsplit=1)[0].replace("trees", "ponds")),
    line(INDICATORS, "ponds-dug,池塘,Ponds,个,,flow,,,挖的池塘。,Ponds dug.,ponds"),
)
HEAD: Final = (
    "id,indicator,area,scope,period_start,period_end,dating,kind,value,bound,stated,status,source,locator,note"
)


def second_topic(row: str) -> Change:
    """Add a second topic that has one figure."""
    return all_of(SECOND_TOPIC, whole("datasets/ponds/figures.csv", f"{HEAD}\n{row}\n"))
