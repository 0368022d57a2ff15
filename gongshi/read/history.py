"""The values of what was published when: releases, the files they froze, and what was withdrawn from them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from gongshi.read.values import Text


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file of a release: its path from the publication's root, its length in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a table were added, changed and taken away."""

    added: int
    changed: int
    gone: int


@dataclass(frozen=True)
class Release:
    """An immutable, numbered state of the data, as its manifest `data` says.

    `previous` is the name of the release before and the SHA-256 of its manifest, both "" for the first.
    """

    name: str
    day: date
    previous: tuple[str, str]
    notes: Text
    changes: Mapping[str, Counts]
    files: tuple[FrozenFile, ...]
    data: bytes = field(repr=False)
    signature: bytes = field(default=b"", repr=False)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the manifest, which stands for everything in the release and before it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The lawful end of a frozen file: its bytes are gone, its hash and this note stay."""

    sha256: str
    paths: tuple[str, ...]
    reason: str
    decided_by: str
    day: date
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class History:
    """All releases, the oldest first, with the bytes of everything they froze.

    `files` are all files under releases/ as they stand, by their path below it; `head` is the name and the hash that
    HEAD gives for the newest release, both "" where there is none. `unfinished` names a release that was stopped
    before HEAD named it: its manifest stands, and it is none of the releases. `drawings` are the files that releases
    keep of their drawings, by the name of the release, each with its path below the release's embed/.
    """

    releases: tuple[Release, ...] = ()
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict)
    head: tuple[str, str] = ("", "")
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    unfinished: str = ""
    drawings: Mapping[str, tuple[FrozenFile, ...]] = field(default_factory=dict)

    def named(self, name: str) -> Release | None:
        """The release of that name."""
        return next((release for release in self.releases if release.name == name), None)

    def before(self, name: str) -> Release | None:
        """The release before the one of that name; the newest of all where none has it."""
        names = [release.name for release in self.releases]
        position = names.index(name) if name in names else len(names)
        return self.releases[position - 1] if position else None

    def content(self, release: Release) -> Mapping[str, bytes]:
        """The bytes of every file that a release froze and that was not withdrawn, by path."""
        held = {file.path: self.files.get(stored(file.sha256)) for file in release.files}
        return {path: data for path, data in held.items() if data is not None}

    def withdrawn(self, release: Release) -> Mapping[str, Withdrawal]:
        """The files that a release froze and that were withdrawn since, by path."""
        notes = {file.path: self.withdrawals.get(file.sha256) for file in release.files}
        return {path: note for path, note in notes.items() if note is not None}

    def shown(self, release: Release) -> Mapping[str, bytes]:
        """The bytes of every file of a release's drawings, by path; none once something was withdrawn from it."""
        if self.withdrawn(release):
            return {}
        return {file.path: self.files[stored(file.sha256)] for file in self.drawings.get(release.name, ())}

    @property
    def signers(self) -> bytes:
        """The keys that may sign releases, as ssh-keygen reads them; b"" where none are named."""
        return self.files.get("allowed_signers", b"")


def stored(sha256: str) -> str:
    """Where the bytes of a frozen file are kept below releases/."""
    return f"objects/{sha256[:2]}/{sha256}"
