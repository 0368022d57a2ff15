"""Compare the files of a site with the addresses that are promised, and the fields in them with the names that are."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from gongshi.errors import Place, Problem
from gongshi.read.ledgers import Move
from gongshi.read.promise import FILE, Pattern, Promise
from gongshi.render.api import members


def problems(files: Iterable[str], promise: Promise, moves: Iterable[Move]) -> Iterator[Problem]:
    """Patterns that have no file though they must, and files of which nothing says whether they are promised.

    The latter are told once for each folder and kind. An address that was promised once is accounted for by its move.
    """
    former = [one for move in moves if move.kind == "pattern" and (one := promise.pattern(move.old))]
    built: set[Pattern | None] = set()
    strange: dict[tuple[str, str], list[str]] = {}
    for file in sorted(files):
        found = promise.of(file)
        built.add(found)
        if found is None and all(one.values(file) is None for one in former):
            path = PurePosixPath(file)
            strange.setdefault((path.parts[0], path.suffix), []).append(file)
    for one in promise.patterns:
        if one not in built and not one.optional:
            yield Problem("address-unbuilt", one.place, one.path)
    for listed in strange.values():
        yield Problem("address-unpromised", Place(FILE), listed[0], {"count": str(len(listed))})


def fields(files: Mapping[str, bytes], promise: Promise) -> Iterator[Problem]:
    """Names that are promised and not in the files, and those in the files that are not promised, once for each holder.

    A publication that promises no names at all, as those of older releases, is told of none.
    """
    if not promise.members:
        return
    made, listed = members.made(files), {(one.holder, one.name) for one in promise.members}
    for one in promise.members:
        if one.name not in made.get(one.holder, ()):
            yield Problem("member-unbuilt", one.place, one.whole)
    for holder, names in made.items():
        strange = [name for name in names if (holder, name) not in listed]
        if strange:
            yield Problem("member-unpromised", Place(FILE), ", ".join(strange), {"holder": holder})
