"""Keep half-made sites out of sight: a staging folder beside the output, swapped in when it is whole."""

import ctypes
import ctypes.util
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gongshi.errors import BuildError

SEAL: Final = "SHA256SUMS"
OLD: Final = "old"
# linux/fs.h and fcntl.h: exchange the two names in one step.
RENAME_EXCHANGE: Final = 2
AT_FDCWD: Final = -100


@dataclass(frozen=True, slots=True)
class Stage:
    """Two empty folders beside the output: `site` becomes the output, `scratch` is thrown away."""

    site: Path
    scratch: Path


@contextmanager
def stage(output: Path) -> Iterator[Stage]:
    """A stage whose `site` takes the place of `output` when the block ends without an exception.

    Raises BuildError where another build is at work, or where `output` holds what no build made.
    """
    output = output.resolve()
    _refuse_foreign(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _disk(error) from error
    folder = output.with_name(f".gongshi-{output.name}")
    with _lock(output.with_name(f".gongshi-{output.name}.lock")):
        _put_back(folder, output)
        _clear(folder)
        try:
            made = Stage(folder / "site", folder / "scratch")
            made.site.mkdir(parents=True)
            made.scratch.mkdir()
            yield made
            _swap(made.site, output)
        except OSError as error:
            raise _disk(error) from error
        finally:
            _clear(folder)


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file under `folder`; a path that is there already is a fault of the program."""
    for name, data in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)


def seal(folder: Path) -> int:
    """Write the list of SHA-256 of every file, and return how many there are."""
    paths = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    rows = [f"{hashlib.sha256((folder / path).read_bytes()).hexdigest()}  {path}\n" for path in paths]
    write(folder, {SEAL: "".join(rows).encode("utf-8")})
    return len(paths)


def _refuse_foreign(output: Path) -> None:
    if output.is_dir() and any(output.iterdir()) and not (output / SEAL).is_file():
        raise BuildError(
            f"{output} 里有不是本程序生成的东西；请换一个 --output，或先把它清空。",
            f"{output} holds files this program did not make; choose another --output, or empty it first.",
        )


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    try:
        file = path.open("w")
    except OSError as error:
        raise _disk(error) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BuildError(
                "另一个生成正在进行；等它结束再来。", "Another build is at work; try again later."
            ) from error
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _disk(error: OSError) -> BuildError:
    where = error.filename or ""
    return BuildError(f"写不了文件 {where}：{error.strerror}。", f"Cannot write {where}: {error.strerror}.")


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _put_back(folder: Path, output: Path) -> None:
    """Undo a swap in two steps that ended after the first."""
    if (folder / OLD).is_dir() and not output.exists():
        (folder / OLD).rename(output)


def _swap(site: Path, output: Path) -> None:
    if not output.exists():
        site.rename(output)
    elif not _exchange(site, output):
        output.rename(site.with_name(OLD))
        site.rename(output)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two names in one step where the system can; False where it cannot."""
    libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    names = os.fsencode(first), os.fsencode(second)
    return bool(libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
