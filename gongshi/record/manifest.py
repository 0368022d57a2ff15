"""Turn frozen files into a release: the manifest that lists them, and the files that are added under releases/."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Final

from gongshi.read.frozen import tables
from gongshi.read.history import History, Release, stored
from gongshi.read.values import Text
from gongshi.record.differences import Difference, differences

FORMAT: Final = "gongshi-release-1"


def manifest(
    name: str,
    day: date,
    notes: Text,
    previous: Release | None,
    files: Mapping[str, bytes],
    changes: Mapping[str, object],
) -> bytes:
    """The canonical bytes of a manifest; those of the same files, notes and predecessor are the same everywhere."""
    content = {
        "format": FORMAT,
        "name": name,
        "date": day.isoformat(),
        "previous": {"name": previous.name, "sha256": previous.sha256} if previous else None,
        "notes": {"zh": notes.zh, "en": notes.en},
        "changes": changes,
        "files": [{"path": path, "bytes": len(files[path]), "sha256": digest(files[path])} for path in sorted(files)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def additions(history: History, name: str, day: date, notes: Text, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a release adds under releases/, by path below it: the objects that are not there yet, manifest and HEAD.

    An object that a stopped run or another hand left there is kept only where it is what it should be.
    """
    previous = history.releases[-1] if history.releases else None
    counts = {difference.path: asdict(difference.counts) for difference in changes(history, previous, files)}
    made = manifest(name, day, notes, previous, files, counts)
    objects = {stored(digest(data)): data for data in files.values()}
    new = {path: data for path, data in sorted(objects.items()) if history.files.get(path) != data}
    return new | {f"{name}.json": made, "HEAD": f"{name} {digest(made)}\n".encode()}


def changes(history: History, previous: Release | None, files: Mapping[str, bytes]) -> tuple[Difference, ...]:
    """How the tables among frozen files differ from those of a release; from nothing where there is none.

    Tables that were withdrawn from it are left out: what they held is not known any more.
    """
    before = history.content(previous) if previous else {}
    withdrawn = history.withdrawn(previous) if previous else {}
    return differences(tables(before), tables({path: data for path, data in files.items() if path not in withdrawn}))


def digest(data: bytes) -> str:
    """The SHA-256 of bytes as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
