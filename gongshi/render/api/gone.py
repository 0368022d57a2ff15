"""Put a file in the place of each that is there no more: where what it held is now, or why it is gone.

The JSON says so. A CSV cannot: a program would read a note as data. So that of what took its place stands at the old
address as well, and where nothing did there is none.
"""

from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from gongshi.read.ledgers import Move
from gongshi.read.values import Text
from gongshi.record import remains
from gongshi.record.remains import Home
from gongshi.render.api.known import ROOT, Json, Known, both, head, link
from gongshi.render.api.parts import SUFFIXES

# Where the file of a thing stands, by its kind as a move names it.
FOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {"dataset": f"{ROOT}datasets/", "indicator": f"{ROOT}indicators/", "area": f"{ROOT}areas/"}
)


def files(known: Known, homes: Container[Home]) -> dict[str, Json]:
    """The JSON for every dataset, indicator and area that has another name or none, and for homes among these."""
    return {f"{old}.json": _file(known, old, name, new, move) for old, name, new, move in _led(known, homes)}


def tables(known: Known, homes: Container[Home], made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The CSV files and readmes, among those `made`, that stand at a former address as well, by that address."""
    led = [(old, new) for old, _, new, _ in _led(known, homes) if new]
    return {old + end: made[new + end] for old, new in led for end in SUFFIXES.values() if new + end in made}


def _led(known: Known, homes: Container[Home]) -> Iterator[tuple[str, str, str, Move | None]]:
    """What is gone: its path without its ending, its name, the path of what took its place or "", and its move."""
    for area, dataset in sorted(home for home in known.former if home not in homes):
        now = (_now(known, "area", area), _now(known, "dataset", dataset))
        new = f"{ROOT}areas/{now[0]}/{now[1]}" if now in homes else ""
        yield f"{ROOT}areas/{area}/{dataset}", f"{area}:{dataset}", new, None
    # The first of two moves of one name is the one that the pages follow.
    for move in reversed(tuple(move for move in known.catalog.moves.values() if move.kind in FOLDERS)):
        name, folder = remains.last(move, known.catalog.moves.values()), FOLDERS[move.kind]
        yield folder + move.old, move.old, folder + name if name else "", move


def _now(known: Known, kind: str, name: str) -> str:
    """What an area or a dataset is called today; "" where nothing took its place."""
    moves = known.catalog.moves.values()
    return next((remains.last(one, moves) for one in moves if (one.kind, one.old) == (kind, name)), name)


def _file(known: Known, old: str, name: str, new: str, move: Move | None) -> Json:
    here = f"{old}.json"
    return {
        **head(known, here, Text(name, name)),
        "gone": name,
        "json": link(here, f"{new}.json") if new else None,
        **both("reason", move.reason if move else Text("", "")),
        "release": move.release if move else None,
        "date": move.day.isoformat() if move and move.day else None,
    }
