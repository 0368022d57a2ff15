"""Check that what was released is still there, byte for byte, and that each release follows the one before."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read.history import History, Release, stored
from gongshi.read.releases import FOLDER, HEAD
from gongshi.record import drawings
from gongshi.record.manifest import digest

SIGNERS: Final = "allowed_signers"


def problems(history: History) -> tuple[Problem, ...]:
    """Releases, frozen files and notes of withdrawal that are altered or missing, and files that are of no release."""
    return (
        *_head(history),
        *_links(history),
        *(problem for release in history.releases for problem in _files(release, history)),
        *drawings.problems(history),
        *_withdrawals(history),
        *_strays(history),
    )


def _problem(code: str, file: str) -> Problem:
    return Problem(code, Place(f"{FOLDER}/{file}"), f"{FOLDER}/{file}")


def _head(history: History) -> Iterator[Problem]:
    """HEAD names the last release of the chain and its hash."""
    if not history.files:
        return
    newest = history.releases[-1] if history.releases else None
    name, sha256 = history.head
    if not name:
        yield _problem("release-missing" if HEAD not in history.files else "release-altered", HEAD)
    elif f"{name}.json" not in history.files:
        yield _problem("release-missing", f"{name}.json")
    elif digest(history.files[f"{name}.json"]) != sha256:
        yield _problem("release-altered", f"{name}.json")
    elif newest and newest.name != name:
        yield _problem("release-altered", HEAD)


def _links(history: History) -> Iterator[Problem]:
    names = [history.unfinished, *(release.name for release in history.releases)]
    for name in sorted(_manifests(history)):
        if name.removesuffix(".json") not in names:
            yield _problem("release-altered", name)
    firsts = [release for release in history.releases if not release.previous[0]]
    yield from (_problem("release-altered", f"{release.name}.json") for release in firsts[1:])
    followed: dict[str, str] = {}
    for release in history.releases:
        before, sha256 = release.previous
        if not before:
            continue
        if f"{before}.json" not in history.files:
            yield _problem("release-missing", f"{before}.json")
        elif digest(history.files[f"{before}.json"]) != sha256:
            yield _problem("release-altered", f"{before}.json")
        if followed.setdefault(before, release.name) != release.name:
            yield _problem("release-altered", f"{release.name}.json")


def _files(release: Release, history: History) -> Iterator[Problem]:
    for file in release.files:
        kept = stored(file.sha256)
        data = history.files.get(kept)
        if data is None and file.sha256 not in history.withdrawals:
            yield Problem("release-object-missing", Place(f"{FOLDER}/{kept}"), file.path, {"release": release.name})
        elif data is not None and (len(data) != file.size or digest(data) != file.sha256):
            yield Problem("release-object-altered", Place(f"{FOLDER}/{kept}"), file.path, {"release": release.name})


def _withdrawals(history: History) -> Iterator[Problem]:
    """A note of withdrawal is named after the hash that it gives, stays as it was released, and the bytes are gone."""
    released = {file.path: file.sha256 for release in history.releases for file in release.files}
    for name, data in history.files.items():
        if not name.startswith("withdrawn/"):
            continue
        note = history.withdrawals.get(PurePosixPath(name).stem)
        if note is None or note.data != data or released.get(f"{FOLDER}/{name}", digest(data)) != digest(data):
            yield _problem("release-altered", name)
    for sha256, note in history.withdrawals.items():
        if stored(sha256) in history.files:
            yield Problem("release-not-withdrawn", Place(f"{FOLDER}/{stored(sha256)}"), note.paths[0])


def _strays(history: History) -> Iterator[Problem]:
    """Files that no release knows: what a release that was stopped left, or what others put there."""
    known = {HEAD, SIGNERS, *_known(history), *drawings.known(history)}
    yield from (_problem("release-stray", name) for name in sorted(history.files) if name not in known)


def _known(history: History) -> Iterator[str]:
    for release in history.releases:
        yield from (f"{release.name}.json", f"{release.name}.json.sig")
        yield from (stored(file.sha256) for file in release.files)
    yield from (name for name in history.files if PurePosixPath(name).parent.name == "withdrawn")
    yield from (name for name in _manifests(history) if name != f"{history.unfinished}.json")


def _manifests(history: History) -> Iterator[str]:
    yield from (name for name in history.files if name.endswith(".json") and "/" not in name)
