"""Keep the drawings of a release beside its manifest, and check that they are still what was kept.

Other versions of the tools draw other bytes, so drawings are no part of a manifest, which is the same wherever it is
made: they are named in a list of their own, and the hash of that list stands beside it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read.drawings import FOLDER, inert
from gongshi.read.history import History, stored
from gongshi.read.releases import FOLDER as RELEASES
from gongshi.record.manifest import digest

FORMAT: Final = "gongshi-drawings-1"


def additions(history: History, name: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the drawings of a release add under releases/, by path below it: new objects, their list, its hash."""
    entries = [{"path": path, "bytes": len(files[path]), "sha256": digest(files[path])} for path in sorted(files)]
    content = {"format": FORMAT, "release": name, "files": entries}
    made = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    objects = {stored(digest(data)): data for data in files.values()}
    new = {path: data for path, data in sorted(objects.items()) if history.files.get(path) != data}
    return new | {listing(name): made, _sum(name): _line(name, made)}


def problems(history: History) -> Iterator[Problem]:
    """Lists and drawings that are altered or missing; those of a release that something was withdrawn from are gone."""
    for release in history.releases:
        yield from _list_of(history, release.name)
        if not history.withdrawn(release):
            yield from _files(history, release.name)


def known(history: History) -> Iterator[str]:
    """Every file under releases/ that the drawings of a release need, by path below it."""
    for release in history.releases:
        yield from (listing(release.name), _sum(release.name))
        yield from (stored(file.sha256) for file in history.drawings.get(release.name, ()))


def leaving(history: History, gone: frozenset[str]) -> tuple[str, ...]:
    """The drawings, as paths below releases/, that no release shows once the objects of these hashes are withdrawn.

    What a release is withdrawn for may be read off its drawings: all of them go, but for those that others show.
    """
    staying = {r.name for r in history.releases if not history.withdrawn(r) and not gone & {f.sha256 for f in r.files}}
    held = {name: {file.sha256 for file in files} for name, files in history.drawings.items()}
    left = set().union(*(hashes for name, hashes in held.items() if name not in staying))
    return tuple(sorted(stored(sha256) for sha256 in left.difference(*(held.get(name, set()) for name in staying))))


def listing(name: str) -> str:
    """Where the list of a release's drawings is kept below releases/."""
    return f"{FOLDER}/{name}.json"


def _sum(name: str) -> str:
    return f"{listing(name)}.sha256"


def _line(name: str, data: bytes) -> bytes:
    """The hash of a list, as sha256sum writes it and reads it."""
    return f"{digest(data)}  {name}.json\n".encode()


def _list_of(history: History, name: str) -> Iterator[Problem]:
    """A list whose hash is another; either of the two files may be the one that was altered."""
    pair = listing(name), _sum(name)
    there = [path for path in pair if path in history.files]
    if len(there) == 1:
        yield from (_problem("release-missing", path) for path in pair if path not in there)
    elif there and (name not in history.drawings or history.files[pair[1]] != _line(name, history.files[pair[0]])):
        yield from (_problem("release-altered", path) for path in pair)


def _problem(code: str, path: str) -> Problem:
    return Problem(code, Place(f"{RELEASES}/{path}"), f"{RELEASES}/{path}")


def _files(history: History, name: str) -> Iterator[Problem]:
    for file in history.drawings.get(name, ()):
        place, details = Place(f"{RELEASES}/{stored(file.sha256)}"), {"release": name}
        data = history.files.get(stored(file.sha256))
        if data is None:
            yield Problem("release-object-missing", place, file.path, details)
        elif (len(data), digest(data)) != (file.size, file.sha256) or not inert(file.path, data):
            yield Problem("release-object-altered", place, file.path, details)
