"""Work out which addresses lead on to which, where patterns, tables or datasets have moved.

A static host cannot redirect. A page that moved leaves a page that leads on. A data file stands at both addresses with
the same bytes, as programs read whatever they are given; where nothing takes its place there is none at the old one.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

from gongshi.read.collection import Catalog
from gongshi.read.ledgers import Move
from gongshi.read.promise import Pattern, Promise
from gongshi.record import remains

PAGE: Final = ".html"
Led = tuple[str, str, Move]


def pages(addresses: Iterable[str], language: str, promise: Promise, catalog: Catalog) -> Iterator[Led]:
    """Where pages of a language once stood, the page that took the place of each, or "", and the move that says so.

    `addresses` are those of the pages that there are, from the site's root; `language` is what theirs begins with.
    """
    moves = [move for move in catalog.moves.values() if move.kind == "pattern" and move.old.endswith(PAGE)]
    found = tuple(addresses)
    for move in moves:
        if remains.last(move, moves):
            yield from _moved(found, promise, move, moves)
        else:
            yield from ((old, "", move) for old in _gone(promise, move, language, catalog))


def copies(files: Mapping[str, bytes], promise: Promise, moves: Iterable[Move]) -> dict[str, bytes]:
    """The data files that stand at a former address as well, by that address."""
    data, listed = [path for path in files if not path.endswith(PAGE)], tuple(moves)
    made: dict[str, bytes] = {}
    for move in listed:
        led = _moved(data, promise, move, listed) if move.kind == "pattern" else _renamed(data, move, listed)
        made |= {old: files[new] for old, new, _ in led if old not in files}
    return made


def _moved(addresses: Iterable[str], promise: Promise, move: Move, moves: Iterable[Move]) -> Iterator[Led]:
    """The former address of everything that stands at an address of the new pattern."""
    new = remains.last(move, moves)
    before, after = promise.pattern(move.old), promise.pattern(new)
    if before is None or after is None or not set(before.placeholders) <= set(after.placeholders):
        return
    for address in addresses:
        values = after.values(address) if _is(promise.of(address), new) else None
        if values is not None:
            yield before.filled(values), address, move


def _is(pattern: Pattern | None, path: str) -> bool:
    return pattern is not None and pattern.path == path


def _renamed(addresses: Iterable[str], move: Move, moves: Iterable[Move]) -> Iterator[Led]:
    """The former address of the downloads of a table or a dataset under a new name."""
    mark = {"table": ".", "dataset": "/"}.get(move.kind)
    new = remains.last(move, moves)
    if mark and new:
        before, after = f"data/{move.old}{mark}", f"data/{new}{mark}"
        yield from ((before + path.removeprefix(after), path, move) for path in addresses if path.startswith(after))


def _gone(promise: Promise, move: Move, language: str, catalog: Catalog) -> Iterator[str]:
    """The addresses in a language of a pattern that nothing took the place of, for all that is known."""
    known = {
        "language": (language,),
        "area": tuple(catalog.areas),
        "dataset": tuple(dataset.name for dataset in catalog.datasets),
        "indicator": tuple(catalog.indicators),
        "source": tuple(catalog.sources),
        "notice": tuple(catalog.notices),
    }
    before = promise.pattern(move.old)
    if before and set(before.placeholders) <= set(known):
        names = tuple(dict.fromkeys(before.placeholders))
        for values in product(*(known[name] for name in names)):
            yield before.filled(dict(zip(names, values, strict=True)))
