"""Say where figures and pages once stood that stand there no more, so that no published address leads nowhere."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gongshi.read.ledgers import Move
from gongshi.record.differences import Difference
from gongshi.record.timeline import Step, of_figures

Home = tuple[str, str]
# The address of a page within a language, as a move names it: topics/trees or topics/trees/index.html.
ADDRESS: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def former(steps: Iterable[Step], now: Mapping[str, Home]) -> Mapping[Home, tuple[str, ...]]:
    """The figures that releases showed at a home, area and dataset, where they are no longer; `now` are their homes."""
    shown = dict.fromkeys(pair for step in steps if step.release for pair in _homes(step))
    left: dict[Home, list[str]] = {}
    for id_, home in shown:
        if now.get(id_) != home:
            left.setdefault(home, []).append(id_)
    return {home: tuple(ids) for home, ids in left.items()}


def _homes(step: Step) -> Iterator[tuple[str, Home]]:
    for difference in step.differences:
        if of_figures(difference) and difference.path.startswith("datasets/"):
            dataset = difference.path.split("/")[1]
            yield from ((id_, (area, dataset)) for id_, area in _areas(difference))


def _areas(difference: Difference) -> Iterator[tuple[str, str]]:
    yield from ((row["id"], row["area"]) for row in difference.added)
    yield from ((change.key, change.new) for change in difference.changed if change.column == "area")


def last(move: Move, moves: Iterable[Move]) -> str:
    """What a name is called today, through all its moves; "" where nothing took its place."""
    onward = {other.old: other.new for other in moves if other.kind == move.kind}
    name, seen = move.new, {move.old}
    while name in onward and name not in seen:
        seen.add(name)
        name = onward[name]
    return name


def page(written: str) -> str:
    """The file of a page that a move of the kind `page` names; "" where it is no address within a language."""
    path = written.strip("/").removesuffix("index.html").rstrip("/")
    return f"{path}/index.html" if ADDRESS.fullmatch(path) else ""
