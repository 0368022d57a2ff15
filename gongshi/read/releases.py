"""Read releases/ into the history of a publication; what is wrong with the chain is the record room's affair."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Final

from gongshi.errors import Place, Problem
from gongshi.read import drawings, limits
from gongshi.read.documents import bytes_of
from gongshi.read.history import Counts, FrozenFile, History, Release, Withdrawal
from gongshi.read.inputs import is_ignored
from gongshi.read.schemas import misfits, of_form
from gongshi.read.values import Text

FOLDER: Final = "releases"
HEAD: Final = "HEAD"


def history(root: Path) -> tuple[History, list[Problem]]:
    """Every release under `root`, in the order of the chain, and the problems of files that cannot be read.

    A manifest that is none is left out: the chain then lacks it.
    """
    files, problems = _files(root)
    manifests = {name: data for name, data in files.items() if name.endswith(".json") and "/" not in name}
    made = [release(data, files.get(f"{name}.sig", b"")) for name, data in sorted(manifests.items())]
    notes = [withdrawal(data) for name, data in sorted(files.items()) if name.startswith("withdrawn/")]
    newest = head(files.get(HEAD, b""))
    releases = in_order([one for one in made if one])
    unfinished = _unfinished(releases, newest)
    return (
        History(
            releases=releases[:-1] if unfinished else releases,
            withdrawals={note.sha256: note for note in notes if note},
            head=newest,
            files=files,
            unfinished=unfinished,
            drawings=_drawings(files),
        ),
        problems,
    )


def _unfinished(releases: tuple[Release, ...], newest: tuple[str, str]) -> str:
    """The release that follows the one in HEAD, which is written last: it never came to its end."""
    last = [release.name for release in releases[-2:-1]]
    return releases[-1].name if last == [newest[0]] and releases[-1].previous == newest else ""


def _drawings(files: Mapping[str, bytes]) -> dict[str, tuple[FrozenFile, ...]]:
    """The drawings that releases keep, by the name of the release that their list has and gives."""
    lists = {PurePosixPath(name).stem: data for name, data in files.items() if name.startswith(f"{drawings.FOLDER}/")}
    found = {name: drawings.listed(data) for name, data in sorted(lists.items())}
    return {name: listed for name, listed in found.items() if listed}


def _files(root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    names = sorted(_names(root / FOLDER))
    if len(names) > limits.FROZEN:
        return {}, [limits.exceeded("releases", limits.FROZEN, Place(FOLDER))]
    for name in names:
        data, faults = bytes_of(root / FOLDER / name, f"{FOLDER}/{name}")
        problems += faults
        found |= {} if faults else {name: data}
    return found, problems


def _names(folder: Path) -> Iterator[str]:
    if folder.is_symlink():
        return
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name).relative_to(folder).as_posix() for name in names if not is_ignored(name))


def release(data: bytes, signature: bytes = b"") -> Release | None:
    """The release that a manifest describes; None where its bytes are no manifest."""
    read = of_form("release", data)
    day = _day(read)
    if day is None:
        return None
    previous = read["previous"] or {"name": "", "sha256": ""}
    return Release(
        name=read["name"],
        day=day,
        previous=(previous["name"], previous["sha256"]),
        notes=Text(read["notes"]["zh"], read["notes"]["en"]),
        changes={path: Counts(**counts) for path, counts in read["changes"].items()},
        files=tuple(FrozenFile(file["path"], file["bytes"], file["sha256"]) for file in read["files"]),
        data=data,
        signature=signature,
    )


def unfit(form: str, data: bytes) -> tuple[str, ...]:
    """The texts in a manifest, or a list of drawings, that are not of their form: names that cannot be released."""
    return tuple(str(misfit.instance) for misfit in misfits(form, json.loads(data)))


def withdrawal(data: bytes) -> Withdrawal | None:
    """The withdrawal that a note describes; None where its bytes are none."""
    read = of_form("withdrawal", data)
    day = _day(read)
    if day is None:
        return None
    return Withdrawal(read["sha256"], tuple(read["paths"]), read["reason"], read["decided_by"], day, data)


def head(data: bytes) -> tuple[str, str]:
    """The name and the hash in HEAD; both "" where it holds anything else."""
    parts = data.decode("utf-8", errors="replace").split()
    return (parts[0], parts[1]) if len(parts) == 2 else ("", "")


def in_order(made: list[Release]) -> tuple[Release, ...]:
    """Releases as they follow each other from the first one; those that follow nothing known come last, by name."""
    following: dict[str, list[Release]] = {}
    for one in made:
        following.setdefault(one.previous[0], []).append(one)
    ordered: list[Release] = []
    waiting = [""]
    while waiting:
        for one in following.pop(waiting.pop(0), []):
            ordered.append(one)
            waiting.append(one.name)
    return (*ordered, *(one for rest in following.values() for one in rest))


def _day(read: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(read.get("date", ""))
    except ValueError:
        return None
