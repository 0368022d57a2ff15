"""Keep half-made sites out of sight: a staging folder beside the output, swapped in when it is whole.

Everything a build makes on disk stands in one hidden folder, `.gongshi-<output>`: `lock`, which one build
holds, `site`, which becomes the output, `scratch`, and `old`, where the output waits while systems that cannot
exchange two names put the new one in its place. The next build undoes or clears whatever a killed one left there.
"""

import contextlib
import ctypes
import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from gongshi import disk
from gongshi.errors import BuildError
from gongshi.record import seals
from gongshi.record.seals import DROPPINGS, Making
from gongshi.record.seals import NAME as SEAL

LOCK: Final = "lock"
OLD: Final = "old"
TRIES: Final = 100
# linux/fs.h and fcntl.h; sys/stdio.h of macOS: exchange the two names in one step.
RENAME_EXCHANGE: Final = 2
AT_FDCWD: Final = -100
RENAME_SWAP: Final = 2


@dataclass(frozen=True, slots=True)
class Stage:
    """Two empty folders beside the output: `site` becomes the output, `scratch` is thrown away."""

    site: Path
    scratch: Path


@contextmanager
def stage(output: Path, inputs: Iterable[Path] = ()) -> Iterator[Stage]:
    """A stage whose `site` takes the place of `output` when the block ends without an exception.

    `inputs` are folders the site is made from: `output` must lie neither in nor above them. Files come out with
    mode 0644 and folders with 0755. Raises BuildError where another build is at work, where `output` cannot be
    replaced or holds what no build made, and for every OSError in the block.
    """
    try:
        output = _real(output)
        _refuse_inputs(output, inputs)
        _refuse_fixed(output)
        with _umask(0o022), _parents(output), _workshop(output) as workshop:
            _refuse_foreign(output)
            made = Stage(workshop / "site", workshop / "scratch")
            made.site.mkdir()
            made.scratch.mkdir()
            yield made
            _flush(made.site)
            _swap(made.site, output, workshop / OLD)
    except OSError as error:
        raise disk.refused(error, output) from error


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file under `folder`.

    Raises ValueError for a path that leads out of it; that, and a path that is there already, is a fault of the
    program.
    """
    for name, data in sorted(files.items()):
        path = folder / name
        if ".." in path.parts or folder not in path.parents:
            raise ValueError(f"leads out of the site: {name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)


def seal(folder: Path, making: Making) -> int:
    """Write the list of SHA-256 of every file with how they were made, and return how many there are."""
    hashes = {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in sorted(_files(folder))}
    write(folder, {SEAL: seals.written(hashes, making)})
    return len(hashes)


def _files(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve raises RuntimeError where links lead round in a circle


def _refuse_inputs(output: Path, inputs: Iterable[Path]) -> None:
    for folder in map(_real, inputs):
        if output == folder or output in folder.parents or folder in output.parents:
            raise BuildError(
                f"网站不能生成到 {output}：那里放着数据和文章。请用 --output 换一个文件夹。",
                f"The site cannot go to {output}: data and prose lie there. Choose another folder with --output.",
            )


def _refuse_fixed(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise BuildError(
            f"{output} 是一个文件。请用 --output 写一个文件夹。",
            f"{output} is a file. Name a folder with --output.",
        )
    if output.is_mount():
        raise BuildError(
            f"{output} 是挂载点，不能整个换掉。请用 --output 写它里面的一个文件夹。",
            f"{output} is a mount point and cannot be replaced whole. Name a folder inside it with --output.",
        )


def _refuse_foreign(output: Path) -> None:
    made = {*_sealed(output), SEAL}
    foreign = sorted(file for file in _files(output) if file not in made and Path(file).name not in DROPPINGS)
    if foreign:
        raise BuildError(
            f"{output} 里有不是本程序生成的东西（{foreign[0]}）；请换一个 --output，或先把它移走。",
            f"{output} holds files this program did not make ({foreign[0]}); choose another --output, or move them.",
        )


def _sealed(output: Path) -> Iterable[str]:
    """The files of an edition, by the list that a build sealed it with."""
    return seals.read((output / SEAL).read_bytes()).hashes if (output / SEAL).is_file() else ()


@contextmanager
def _umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _parents(output: Path) -> Iterator[None]:
    """The folders above `output`; those that were made and stayed empty are taken away again."""
    made = [folder for folder in output.parents if not folder.exists()]
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        with contextlib.suppress(OSError):
            for folder in made:
                folder.rmdir()


@contextmanager
def _workshop(output: Path) -> Iterator[Path]:
    """The hidden folder beside `output`, empty but for its lock, while this build is the only one in it.

    What cannot be cleared afterwards is left to the next build, which must clear it or say why it cannot.
    """
    folder = output.with_name(f".gongshi-{output.name}")
    with _locked(folder, output):
        try:
            _put_back(folder / OLD, output)
            _clear(folder)
            yield folder
        finally:
            with contextlib.suppress(OSError):
                _put_back(folder / OLD, output)
                _clear(folder)
                (folder / LOCK).unlink()
                folder.rmdir()


def _put_back(aside: Path, output: Path) -> None:
    """Undo the first half of a swap whose second half did not come."""
    if aside.exists() and not output.exists():
        aside.rename(output)


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != LOCK:
            path.unlink()


def _locked(folder: Path, output: Path) -> IO[str]:
    """The open lock of `folder`, held until it is closed.

    A lock of the process, not of the open file: a child that outlives a killed build does not keep it.
    """
    for _ in range(TRIES):
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
        try:
            file = _opened(folder)
        except FileNotFoundError:  # the build before has just taken its folder away
            continue
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            file.close()
            break
        if _same(file, folder / LOCK):
            return file
        file.close()
    raise BuildError(
        f"另一个生成正在写 {output}；等它结束再来。",
        f"Another build into {output} is at work; try again when it has ended.",
    )


def _opened(folder: Path) -> IO[str]:
    """The lock file of `folder`, made where there is none; OSError for links, which may lead to what is not ours."""
    for path in (folder, folder / LOCK):
        if path.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return (folder / LOCK).open("a", encoding="utf-8")


def _same(file: IO[str], path: Path) -> bool:
    """Whether `path` still names the open file, and not another that took its place before the lock was ours."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def _flush(folder: Path) -> None:
    """One flush for all files: without it a power cut after the swap could leave a site of empty ones."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(handle) != 0:  # a write that the disk accepted and then could not keep
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)


def _swap(site: Path, output: Path, aside: Path) -> None:
    if not output.exists():
        site.rename(output)
    elif not _exchange(site, output):
        output.rename(aside)
        site.rename(output)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two names in one step where the system can; False where it cannot."""
    libc = ctypes.CDLL(None)
    names = os.fsencode(first), os.fsencode(second)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
    if hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(*names, RENAME_SWAP) == 0)
    return False
