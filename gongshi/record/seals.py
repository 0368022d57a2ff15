"""The list of SHA-256 that seals a site or an archive: what was made, with which program, on which day.

Lines that begin with # say how it was made; `sha256sum -c` passes over them.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

NAME: Final = "SHA256SUMS"
# What the systems of readers drop into folders that are looked at.
DROPPINGS: Final = (".DS_Store", "Thumbs.db", "desktop.ini")
# The endings of compressed twins, which stand beside their files and are listed like them.
TWINS: Final = (".br", ".gz")
ROW: Final = re.compile(r"([0-9a-f]{64})  (.+)")
FACT: Final = re.compile(r"# (gongshi|requirements\.txt|today) (\S{1,80})")
# A path that leads out of the folder, or that some system would take for another.
HOSTILE: Final = re.compile(r"^/|\\|^[A-Za-z]:|(^|/)\.\.?(/|$)|//|[\x00-\x1f?#]")


@dataclass(frozen=True, slots=True)
class Making:
    """How a site was made: version of the program, SHA-256 of its locked requirements, day of the build."""

    engine: str
    lock: str
    today: str

    def lines(self) -> tuple[str, ...]:
        """The comment lines of the list."""
        return f"# gongshi {self.engine}", f"# requirements.txt {self.lock}", f"# today {self.today}"


@dataclass(frozen=True, slots=True)
class Seal:
    """A list as read: the hash of every file by its path, how all was made, and the lines that are neither."""

    hashes: Mapping[str, str]
    making: Making | None
    strange: tuple[str, ...]


def written(hashes: Mapping[str, str], making: Making | None = None) -> bytes:
    """The list of files by path, after the lines that say how they were made."""
    rows = [f"{hashes[path]}  {path}" for path in sorted(hashes)]
    return "".join(f"{line}\n" for line in (*(making.lines() if making else ()), *rows)).encode("utf-8")


def read(data: bytes) -> Seal:
    """What a list says; a path that leads out of its folder is a strange line."""
    hashes: dict[str, str] = {}
    facts: dict[str, str] = {}
    strange: list[str] = []
    for line in data.decode("utf-8", errors="replace").splitlines():
        row, fact = ROW.fullmatch(line), FACT.fullmatch(line)
        if row and not HOSTILE.search(row[2]) and row[2] not in hashes:
            hashes[row[2]] = row[1]
        elif fact:
            facts[fact[1]] = fact[2]
        elif not line.startswith("# "):
            strange.append(line)
    return Seal(hashes, _making(facts), tuple(strange))


def _making(facts: Mapping[str, str]) -> Making | None:
    """How all was made, where a list says all of it and names a day that there is."""
    if set(facts) != {"gongshi", "requirements.txt", "today"} or not _is_day(facts["today"]):
        return None
    return Making(facts["gongshi"], facts["requirements.txt"], facts["today"])


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def digests(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """The SHA-256 of every file by its path."""
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def differing(first: Mapping[str, str], second: Mapping[str, str], leave: Iterable[str] = ()) -> Iterator[str]:
    """The paths that two lists do not agree on, sorted."""
    paths = sorted({*first, *second} - {*leave})
    return (path for path in paths if first.get(path) != second.get(path))
