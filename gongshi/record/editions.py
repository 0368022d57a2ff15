"""Know which edition a publication is: a release that stands, or one that is being prepared."""

from collections.abc import Iterator, Mapping
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read.catalog import Reading
from gongshi.read.history import History, Release
from gongshi.record.manifest import digest

WITHDRAWN: Final = "releases/withdrawn/"
SHOWN: Final = 5


def freeze(reading: Reading) -> Mapping[str, bytes]:
    """What a release of the publication holds, by path: its data, and the notes of what was withdrawn before."""
    notes = {f"{WITHDRAWN}{sha256}.json": note.data for sha256, note in reading.history.withdrawals.items()}
    return {**reading.frozen, **notes}


def released(history: History, edition: str) -> Release | None:
    """The release that an edition is; None while it is being prepared."""
    return history.named(edition)


def problems(reading: Reading) -> Iterator[Problem]:
    """An edition that differs from the release of its name, is dated before the last one, or holds withdrawn bytes."""
    publication, history = reading.catalog.publication, reading.history
    front = reading.documents[0]
    release = history.named(publication.edition)
    before = history.before(publication.edition)
    differing = _differing(release, reading.frozen) if release else []
    if differing:
        details = {"files": "、".join(differing[:SHOWN]), "count": str(len(differing))}
        yield Problem("edition-released", front.place("edition"), publication.edition, details)
    elif not release and before and publication.issued < before.day:
        details = {"release": before.name, "day": before.day.isoformat()}
        yield Problem("edition-early", front.place("issued"), publication.issued.isoformat(), details)
    yield from _withdrawn(history, reading.frozen)


def _withdrawn(history: History, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Files whose very bytes were withdrawn: a build would publish them again."""
    for path, data in files.items():
        note = history.withdrawals.get(digest(data))
        if note:
            details = {"post": note.decided_by, "day": note.day.isoformat()}
            yield Problem("edition-withdrawn", Place(path), path, details)


def _differing(release: Release, files: Mapping[str, bytes]) -> list[str]:
    """The paths whose bytes are not those that were released."""
    then = {file.path: file.sha256 for file in release.files if not file.path.startswith(WITHDRAWN)}
    now = {path: digest(data) for path, data in files.items()}
    return sorted(path for path in {*then, *now} if then.get(path) != now.get(path))
