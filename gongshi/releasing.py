"""Make a release: check, freeze, and add what is new under releases/; or withdraw what should not have been there.

Nothing under releases/ is ever changed but HEAD, which is written last: a run that is stopped leaves at most files
that no release knows, and the next one goes on from there.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from gongshi import disk
from gongshi.errors import BuildError, PublicationError, errors_among
from gongshi.read.catalog import Reading, read
from gongshi.read.drawings import listed as listed_in
from gongshi.read.history import Counts, History, stored
from gongshi.read.releases import FOLDER, HEAD, release, unfit
from gongshi.read.values import Text
from gongshi.record import drawings, editions, ledger, manifest
from gongshi.render.charts import kept

NAMESPACE: Final = "gongshi-release"
# The list of releases in the API stands at releases/index.json, where a release of that name would.
TAKEN: Final = "index"


@dataclass(frozen=True, slots=True)
class Made:
    """What a release came to: its name, the SHA-256 of its manifest, and the rows changed in each table."""

    name: str
    sha256: str
    files: int
    changes: Mapping[str, Counts]


def make(root: Path, name: str, day: date, notes: Text, key: Path | None = None) -> Made:
    """Release the publication at `root` as `name`; `key` is a private SSH key that signs the manifest.

    Raises PublicationError where the publication has errors, BuildError where the release cannot be made.
    """
    reading = read(root)
    problems = (*ledger.problems(reading), *ledger.of_words({"--notes": notes.zh, "--notes (en)": notes.en}))
    if errors_among(problems):
        raise PublicationError(problems)
    _refuse(reading, name, day)
    released = _additions(reading, name, day, notes)
    return _keep(root, name, {**_drawn(reading, name), **released}, key)


def freeze(root: Path, reading: Reading, name: str, day: date, notes: Text) -> Made:
    """Add a release of what was read, unchecked and without drawings, under `root`.

    Raises BuildError where nothing changed since the last one, where a name cannot be released, and where the disk
    refuses.
    """
    return _keep(root, name, _additions(reading, name, day, notes))


def _additions(reading: Reading, name: str, day: date, notes: Text) -> Mapping[str, bytes]:
    """What a release adds under releases/, by path below it; BuildError where there is nothing new, or a bad name."""
    files = editions.freeze(reading)
    if reading.history.releases and _same(reading.history, files):
        raise BuildError(
            f"和上一期（{reading.history.head[0]}）比没有任何改动，不用再发布。",
            f"Nothing differs from the last release ({reading.history.head[0]}): there is nothing to release.",
        )
    added = manifest.additions(reading.history, name, day, notes, files)
    if release(added[f"{name}.json"]) is None:
        raise BuildError(*_unfit("release", added[f"{name}.json"]))
    return added


def _drawn(reading: Reading, name: str) -> Mapping[str, bytes]:
    """What the drawings of a release add under releases/; nothing where there are none. BuildError for a bad name."""
    files = kept.everything(reading.catalog)
    added = drawings.additions(reading.history, name, files) if files else {}
    listed = added.get(drawings.listing(name))
    if listed is not None and listed_in(listed) is None:
        raise BuildError(*_unfit("drawings", listed))
    return added


def _keep(root: Path, name: str, added: Mapping[str, bytes], key: Path | None = None) -> Made:
    """Write what a release adds; BuildError where the disk or ssh-keygen refuses."""
    made = release(added[f"{name}.json"])
    assert made is not None
    try:
        _add(root / FOLDER, name, added, key)
    except OSError as error:
        raise disk.refused(error, root / FOLDER) from error
    return Made(name, made.sha256, len(made.files), made.changes)


def _unfit(form: str, data: bytes) -> tuple[str, str]:
    """What is told of a manifest that holds names it may not: they become addresses, and are kept for ever."""
    names = unfit(form, data)
    return (
        f"这些名称不能发布：{'、'.join(names)}。期次名和文件名只用小写字母、数字和连字符；改名以后再发布。",
        f"These names cannot be released: {', '.join(names)}. Names of releases and files have lower-case letters, "
        "digits and hyphens only; rename them, then release.",
    )


def _add(folder: Path, name: str, added: Mapping[str, bytes], key: Path | None) -> None:
    """Write what a release adds: what it is made of first, then, at once, the manifest and HEAD."""
    last = (f"{name}.json", HEAD)
    _write(folder, {path: data for path, data in added.items() if path not in last})
    unfinished = {path: _unfinished(folder / path, added[path]) for path in last}
    try:
        signature = _sign(unfinished[last[0]], key) if key else None
        # One of a stopped run would be the signature of other words.
        (folder / f"{name}.json.sig").unlink(missing_ok=True)
        if signature:
            signature.replace(folder / f"{name}.json.sig")
        for path in last:
            unfinished[path].replace(folder / path)
    finally:
        for left in unfinished.values():
            left.unlink(missing_ok=True)


def _same(history: History, files: Mapping[str, bytes]) -> bool:
    last = {file.path: file.sha256 for file in history.releases[-1].files}
    return last == {path: manifest.digest(data) for path, data in files.items()}


def _refuse(reading: Reading, name: str, day: date) -> None:
    publication = reading.catalog.publication
    if name == TAKEN:
        raise BuildError(
            f"期次不能叫 {TAKEN}：接口的各期目录占了这个地址（api/v1/releases/{TAKEN}.json）。换一个期次名。",
            f"No release can be named {TAKEN}: the API lists all releases at api/v1/releases/{TAKEN}.json. "
            "Choose another name.",
        )
    if reading.history.named(name):
        raise BuildError(f"第 {name} 期已经发布，不能再发布一次。", f"Release {name} stands already.")
    if (publication.edition, publication.issued) != (name, day):
        raise BuildError(
            f"publication.yaml 里写的是第 {publication.edition} 期、{publication.issued}；"
            f'要发布第 {name} 期，先把 edition 写成 "{name}"，issued 写成 {day}。',
            f"publication.yaml says edition {publication.edition} of {publication.issued}; "
            f'to release {name}, write edition: "{name}" and issued: {day} there first.',
        )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, each whole or not at all."""
    for name, data in files.items():
        _unfinished(folder / name, data).replace(folder / name)


def _unfinished(path: Path, data: bytes) -> Path:
    """A hidden file beside `path` that holds what will stand there; no build reads it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.tmp")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return unfinished


def _sign(path: Path, key: Path) -> Path:
    """The signature of a file, beside it."""
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(path)]
    signature = path.with_name(f"{path.name}.sig")
    signature.unlink(missing_ok=True)
    try:
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise BuildError(
            "签名要用 ssh-keygen，这台机器上没有。", "Signing needs ssh-keygen, which is not here."
        ) from None
    if run.returncode:
        said = (run.stderr or run.stdout).strip()
        raise BuildError(f"ssh-keygen 没有签名：{said}", f"ssh-keygen did not sign: {said}")
    return signature


def withdraw(root: Path, file: str, reason: str, decided_by: str, day: date) -> tuple[str, ...]:
    """Take the bytes of a frozen file away and leave a note; the names of the releases that held them.

    `file` is its path, or RELEASE:PATH; a path alone means it in every release, whatever its content there. The
    drawings of those releases go with it: what was withdrawn may be read off them. Raises
    PublicationError where the words would themselves tell what must go, BuildError where no release has such a file,
    where reason or post are blank, or the disk refuses.
    """
    if not reason.strip() or not decided_by.strip():
        raise BuildError(
            "撤下要写明原因（--reason）和作出决定的岗位（--decided-by）；什么都没有撤下。",
            "A withdrawal says why (--reason) and which post decided (--decided-by); nothing was withdrawn.",
        )
    told = ledger.of_words({"--reason": reason, "--decided-by": decided_by})
    if errors_among(told):
        raise PublicationError(told)
    history = read(root).history
    only, mark, path = file.rpartition(":")
    found = {
        (frozen.sha256, one.name)
        for one in history.releases
        for frozen in one.files
        if frozen.path == path and (not mark or one.name == only)
    }
    if not found:
        raise BuildError(f"没有哪一期发布过 {file}。", f"No release holds {file}.")
    try:
        for path in drawings.leaving(history, frozenset(sha256 for sha256, _ in found)):
            (root / FOLDER / path).unlink(missing_ok=True)
        for sha256 in sorted({sha256 for sha256, _ in found}):
            _write(root / FOLDER, {f"withdrawn/{sha256}.json": _note(history, sha256, reason, decided_by, day)})
            (root / FOLDER / stored(sha256)).unlink(missing_ok=True)
    except OSError as error:
        raise disk.refused(error, root / FOLDER) from error
    return tuple(sorted({name for _, name in found}))


def _note(history: History, sha256: str, reason: str, decided_by: str, day: date) -> bytes:
    paths = sorted({file.path for one in history.releases for file in one.files if file.sha256 == sha256})
    content = {"sha256": sha256, "paths": paths, "reason": reason, "decided_by": decided_by, "date": day.isoformat()}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
