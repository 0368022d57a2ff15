"""Put a file in the place of each that is there no more: where what it held is now, or why it is gone."""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Final

from gongshi.read.ledgers import Move
from gongshi.read.values import Text
from gongshi.record import remains
from gongshi.record.remains import Home
from gongshi.render.api.known import ROOT, Json, Known, both, head, link

# Where the file of a thing stands, by its kind as a move names it.
FOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {"dataset": f"{ROOT}datasets/", "indicator": f"{ROOT}indicators/", "area": f"{ROOT}areas/"}
)


def files(known: Known, homes: Container[Home]) -> dict[str, Json]:
    """The JSON for every dataset, indicator and area that has another name or none, and for homes among these."""
    moves = tuple(move for move in known.catalog.moves.values() if move.kind in FOLDERS)
    left = (home for home in known.former if home not in homes)
    homeless = {f"{ROOT}areas/{area}/{dataset}.json": f"{area}:{dataset}" for area, dataset in sorted(left)}
    # The first of two moves of one name is the one that the pages follow.
    return {
        **{here: _file(known, here, name, "", None) for here, name in homeless.items()},
        **{_at(move.kind, move.old): _moved(known, move) for move in reversed(moves)},
    }


def _at(kind: str, name: str) -> str:
    return f"{FOLDERS[kind]}{name}.json"


def _moved(known: Known, move: Move) -> Json:
    here, name = _at(move.kind, move.old), remains.last(move, known.catalog.moves.values())
    return _file(known, here, move.old, link(here, _at(move.kind, name)) if name else "", move)


def _file(known: Known, here: str, name: str, onward: str, move: Move | None) -> Json:
    return {
        **head(known, here, Text(name, name)),
        "gone": name,
        "json": onward or None,
        **both("reason", move.reason if move else Text("", "")),
        "release": move.release if move else None,
        "date": move.day.isoformat() if move and move.day else None,
    }
