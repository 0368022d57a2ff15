"""A published name is kept for ever: what is gone leads to what takes its place, or to a stone that says why."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from gongshi.errors import Problem
from gongshi.read import promise
from gongshi.read.catalog import Reading
from gongshi.read.documents import yaml_in
from gongshi.read.frozen import Rows, tables

FILE: Final = "datasets/corrections/moves.csv"
REGISTERS: Final[Mapping[str, str]] = {
    "area": "datasets/areas/areas.csv",
    "scope": "datasets/scopes/scopes.csv",
    "indicator": "datasets/indicators/indicators.csv",
    "source": "datasets/sources/sources.csv",
    "commitment": "datasets/commitments/commitments.csv",
    "obligation": "datasets/obligations/obligations.csv",
    "duty": "datasets/obligations/duties.csv",
}
Name = tuple[str, str]


def problems(reading: Reading) -> Iterator[Problem]:
    """Names of any release that are gone without a word, and moves to what is not there or of what still is."""
    history, now = reading.history, names(reading.frozen)
    once = dict.fromkeys(name for release in history.releases for name in names(history.content(release)))
    moved = {(move.kind, move.old): move for move in reading.catalog.moves.values()}
    front = reading.documents[0]
    for kind, name in once:
        if (kind, name) not in now and (kind, name) not in moved and not _within(kind, name, now, moved):
            details = {"kind": kind, "file": FILE}
            yield Problem("move-missing", front.place("edition"), name, details)
    for (kind, name), move in moved.items():
        if (kind, name) in now:
            yield Problem("move-unfounded", reading.at(move.place, "old"), name)
        elif move.new and (kind, move.new) not in now and (kind, move.new) not in moved and kind != "page":
            yield Problem("move-unknown", reading.at(move.place, "new"), move.new)


def _within(kind: str, name: str, now: Mapping[Name, None], moved: Mapping[Name, object]) -> bool:
    """Whether what holds the name is itself gone and accounted for: a table with its columns, a dataset with both."""
    if kind == "member":
        holder = (kind, name.partition("#")[0])
        return holder not in now and holder in moved
    dataset, _, rest = name.partition("/")
    table = rest.partition("/")[0]
    holders = [("dataset", dataset)] if kind in ("table", "column") else []
    holders += [("table", f"{dataset}/{table}")] if kind == "column" else []
    return any(holder not in now and holder in moved for holder in holders)


def names(files: Mapping[str, bytes]) -> Mapping[Name, None]:
    """The names that frozen files publish, other than those of figures, by kind."""
    read = tables(files)
    return dict.fromkeys((*_registered(read), *_described(read, files), *_noticed(files), *_promised(files)))


def _registered(read: Mapping[str, Rows]) -> Iterator[Name]:
    for kind, path in REGISTERS.items():
        yield from ((kind, key) for key in (read[path].rows if path in read else ()))


def _described(read: Mapping[str, Rows], files: Mapping[str, bytes]) -> Iterator[Name]:
    for path in files:
        if path.startswith("datasets/") and path.endswith("/datapackage.yaml"):
            yield "dataset", path.split("/")[1]
    for path, rows in read.items():
        if path.startswith("datasets/"):
            table = f"{path.split('/')[1]}/{PurePosixPath(path).stem}"
            yield "table", table
            yield from (("column", f"{table}/{column}") for column in rows.columns)


def _noticed(files: Mapping[str, bytes]) -> Iterator[Name]:
    yield from (("notice", PurePosixPath(path).stem) for path in files if "/notices/" in path)


def _promised(files: Mapping[str, bytes]) -> Iterator[Name]:
    text = files.get(promise.FILE, b"").decode("utf-8", errors="replace")
    promised = promise.promise(yaml_in(text, promise.FILE)[0])
    yield from (("pattern", one.path) for one in promised.patterns)
    for member in promised.members:
        yield from (("member", member.holder), ("member", member.whole))
