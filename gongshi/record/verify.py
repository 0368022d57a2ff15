"""Check a published site or archive against itself: every file, and the chain of releases back to the first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read.history import FrozenFile, Release, Withdrawal
from gongshi.read.releases import head, in_order, release, withdrawal
from gongshi.record import seals
from gongshi.record.manifest import digest
from gongshi.record.seals import DROPPINGS, NAME

HEAD: Final = "releases/HEAD"
SIGNERS: Final = "releases/allowed_signers"
MANIFEST: Final = "manifest.json"
# The page that a site has and an archive has not.
HOME: Final = "index.html"
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Verified:
    """What was found: every fault, the releases from the first, what was withdrawn, and which one the data are.

    `present` is the name of the release whose tables the downloads are; "" where they are those of none.
    """

    problems: tuple[Problem, ...]
    count: int
    seal: seals.Seal
    releases: tuple[Release, ...]
    withdrawn: tuple[Withdrawal, ...]
    present: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Releases by their signatures, each by name: made by a key that is named, by none of them, none at all.

    `unchecked` are those whose signature nobody could check here.
    """

    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    unsigned: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every signature that does not hold."""
        files = [f"releases/{name}/{MANIFEST}.sig" for name in self.bad]
        return tuple(Problem("verify-signature", Place(file), file) for file in files)


def forgotten(found: Verified, sha256: str) -> tuple[Problem, ...]:
    """A problem where no release has the manifest of that SHA-256, which was noted while it was the latest.

    Whoever cuts off the end of a chain, or makes another one, leaves nothing in the site that tells it.
    """
    known = {one.sha256 for one in found.releases}
    return () if sha256.lower() in known else (Problem("verify-forgotten", Place(HEAD), sha256),)


def verified(files: Files) -> Verified:
    """Check all files of a site or of an unpacked archive, by their path within it."""
    seal = seals.read(files.get(NAME, b""))
    manifests = _manifests(files)
    found = [one for name, data in manifests.items() if (one := release(data)) and one.name == name]
    releases = in_order(found)
    notes = tuple(_notes(files))
    return Verified(
        problems=(*_sealed(files, seal), *_chain(files, releases, manifests), *_frozen(files, releases)),
        count=len(seal.hashes),
        seal=seal,
        releases=releases,
        withdrawn=tuple({note.sha256: note for note in notes}.values()),
        present=present(files, releases),
    )


def _manifests(files: Files) -> Mapping[str, bytes]:
    """Manifests by the name of the folder they stand in."""
    parts = {path: path.split("/") for path in sorted(files)}
    return {p[1]: files[path] for path, p in parts.items() if len(p) == 3 and p[0] == "releases" and p[2] == MANIFEST}


def _notes(files: Files) -> Iterator[Withdrawal]:
    for path in sorted(files):
        if path.startswith("releases/") and path.endswith(".withdrawn.json"):
            note = withdrawal(files[path])
            if note:
                yield note


def _sealed(files: Files, seal: seals.Seal) -> Iterator[Problem]:
    """Files that differ from the list, are missing, or are not on it."""
    if not seal.hashes:
        yield Problem("verify-unsealed", Place(NAME), NAME)
        return
    yield from (Problem("verify-list", Place(NAME), line) for line in seal.strange)
    now = seals.digests(files)
    for path in seals.differing(seal.hashes, now, leave=(NAME,)):
        if path.rpartition("/")[2] in DROPPINGS and path not in seal.hashes:
            continue
        code = (
            "verify-missing" if path not in now else "verify-surplus" if path not in seal.hashes else "verify-differs"
        )
        yield Problem(code, Place(path), path)


def _chain(files: Files, releases: tuple[Release, ...], manifests: Mapping[str, bytes]) -> Iterator[Problem]:
    """Manifests that are not the bytes that the next one or HEAD names, or that none of them names; a HEAD of none."""
    newest = head(files.get(HEAD, b""))
    if newest[0] not in manifests:
        yield from [_broken(HEAD)] if releases or HEAD in files else []
        newest = _last(releases)
    sound, missing = _followed(newest, releases)
    names = {*manifests, *missing}
    yield from (_broken(_manifest(name)) for name in sorted(names - sound))


def _last(releases: Sequence[Release]) -> tuple[str, str]:
    return (releases[-1].name, releases[-1].sha256) if releases else ("", "")


def _followed(newest: tuple[str, str], releases: Sequence[Release]) -> tuple[set[str], set[str]]:
    """Walk back from the newest: the names of releases that are what is said of them, and of those that are not there.

    Where one is not there, the walk goes on from the last of those that are left.
    """
    left = {one.name: one for one in releases}
    sound, missing = set[str](), set[str]()
    name, sha256 = newest
    while name:
        one = left.pop(name, None)
        if one is None:
            missing.add(name)
            name, sha256 = _last(tuple(left.values()))
            continue
        sound |= {name} if one.sha256 == sha256 else set()
        name, sha256 = one.previous
    return sound, missing


def _manifest(name: str) -> str:
    return f"releases/{name}/{MANIFEST}"


def _broken(file: str) -> Problem:
    return Problem("verify-chain", Place(file), file)


def _frozen(files: Files, releases: tuple[Release, ...]) -> Iterator[Problem]:
    """Frozen files that are not what their manifest says; an archive holds none of a release, which is no fault."""
    for one in releases:
        paths = [_at(one, file) for file in one.files]
        if HOME not in files and not any(path in files for path in paths):
            continue
        for file in one.files:
            data = files.get(_at(one, file))
            gone = withdrawal(files.get(f"{_at(one, file)}.withdrawn.json", b""))
            if data is None and (gone is None or gone.sha256 != file.sha256):
                yield Problem("verify-missing", Place(_at(one, file)), _at(one, file))
            elif data is not None and (len(data), digest(data)) != (file.size, file.sha256):
                yield Problem("verify-frozen", Place(_at(one, file)), _at(one, file), {"release": one.name})


def _at(one: Release, file: FrozenFile) -> str:
    return f"releases/{one.name}/{file.path}"


def present(files: Files, releases: tuple[Release, ...]) -> str:
    """The newest release whose tables are those that are offered for download; "" where there is none."""
    base = "data/" if any(path.startswith("data/") for path in files) else ""
    for one in reversed(releases):
        tables = {f.path: f.sha256 for f in one.files if f.path.startswith("datasets/") and f.path.endswith(".csv")}
        offered = {path: files.get(path.replace("datasets/", base, 1)) for path in tables}
        if tables and all(data is not None and digest(data) == tables[path] for path, data in offered.items()):
            return one.name
    return ""


def signed(files: Files, releases: tuple[Release, ...]) -> Iterator[tuple[str, bytes, bytes]]:
    """The name of every signed release with its manifest and the signature."""
    for one in releases:
        path = f"{_manifest(one.name)}.sig"
        if path in files:
            yield one.name, one.data, files[path]
