"""Know the files that a publication is made of, and refuse to publish what changed while it was built."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from gongshi.errors import BuildError
from gongshi.read import limits

FRONT: Final = "publication.yaml"
FOLDERS: Final = ("content", "datasets", "releases", "schemas")
# Hidden files and what editors keep beside a file that is open; no build reads them.
IGNORED_STARTS: Final = (".", "~")
IGNORED_ENDS: Final = ("~", ".tmp")
SHOWN: Final = 20
# What became of a file, in Chinese and English.
GONE, ADDED, CHANGED = ("少了", "gone:"), ("多了", "added:"), ("改了", "changed:")


def folders(root: Path) -> tuple[Path, ...]:
    """The folders of the publication at `root` that hold what it is made of."""
    return tuple(root / name for name in FOLDERS)


def fingerprints(root: Path) -> Mapping[str, str]:
    """SHA-256 of every file that a build may read, by its path from `root`; "" for one that is too large or unreadable.

    Taken before the first file is read, so that one which changes later, even while it is read, differs.
    """
    return {path.relative_to(root).as_posix(): _fingerprint(path) for path in _files(root)}


def refuse_changes(root: Path, before: Mapping[str, str]) -> None:
    """Compare the files with their fingerprints `before`; raises BuildError that names every one that differs."""
    now = fingerprints(root)
    differing = [file for file in sorted({*before, *now}) if before.get(file) != now.get(file)]
    if differing:
        words = {file: GONE if file not in now else ADDED if file not in before else CHANGED for file in differing}
        zh, en = ([f"{word[language]} {file}" for file, word in words.items()] for language in (0, 1))
        raise BuildError(
            f"生成期间有文件变了，所以没有发布：\n{_listed(zh, '另有 {} 个文件')}"
            "已发布的网站原样不动。等文件都存好，再运行一次。",
            f"Files changed during the build, so nothing was published:\n{_listed(en, 'and {} more')}"
            "The published site is as it was. Run it again when all files are saved.",
        )


def _files(root: Path) -> Iterator[Path]:
    yield from (path for path in [root / FRONT] if path.is_file() and not path.is_symlink())
    for top in (folder for folder in folders(root) if not folder.is_symlink()):
        for parent, below, names in os.walk(top):
            below[:] = sorted(name for name in below if not name.startswith(IGNORED_STARTS))
            paths = (Path(parent, name) for name in sorted(names) if not is_ignored(name))
            yield from (path for path in paths if path.is_file() and not path.is_symlink())


def is_ignored(name: str) -> bool:
    """Whether a file of this name is none of the publication's."""
    return name.startswith(IGNORED_STARTS) or name.endswith(IGNORED_ENDS)


def _fingerprint(path: Path) -> str:
    try:
        if path.stat().st_size > limits.TABLE:  # refused on reading, whatever it holds
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _listed(lines: Sequence[str], more: str) -> str:
    rest = [more.format(len(lines) - SHOWN)] if len(lines) > SHOWN else []
    return "".join(f"  {line}\n" for line in [*lines[:SHOWN], *rest])
