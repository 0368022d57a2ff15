"""Fetch what is to be verified – a folder, a ZIP, a served site –, check it, and say what was found."""

import os
import subprocess
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import quote, urljoin, urlsplit

from gongshi import __version__
from gongshi.errors import BuildError, Place, Problem
from gongshi.publish import lock, publish
from gongshi.record import seals, verify
from gongshi.record.seals import NAME
from gongshi.releasing import NAMESPACE

# What is fetched or unpacked at most: bytes of a file, bytes of all, files, and seconds for each answer.
FILE: Final = 256 * 2**20
WHOLE: Final = 2 * 2**30
COUNT: Final = 200_000
PATIENCE: Final = 30
IDENTITY: Final = "publisher"
Files = Mapping[str, bytes]


def load(target: str) -> Files:
    """All files of a folder, a ZIP or the site at an http address, by path; BuildError where there is none."""
    if urlsplit(target).scheme in ("http", "https"):
        return dict(_served(target))
    path = Path(target)
    if path.is_dir():
        return dict(_held(path))
    if path.is_file() and zipfile.is_zipfile(path):
        return dict(_packed(path))
    raise BuildError(
        f"{target} 不是网站的文件夹，不是 ZIP，也不是网址。", f"{target} is no folder of a site, no ZIP and no address."
    )


def _held(folder: Path) -> Iterator[tuple[str, bytes]]:
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path.read_bytes()


def _packed(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _refuse_size(str(path), len(entries), COUNT)
        _refuse_size(str(path), sum(entry.file_size for entry in entries), WHOLE)
        try:
            yield from ((entry.filename, archive.read(entry)) for entry in entries)
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            raise BuildError(f"{path} 损坏，读不出来：{error}", f"{path} is damaged: {error}") from error


def _refuse_size(what: str, size: int, most: int) -> None:
    if size > most:
        raise BuildError(f"{what} 太大，不核对。", f"{what} is too large to verify.")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it may lead to another host."""

    def redirect_request(self, req: Any, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str) -> None:
        """No request instead of the first one."""


def _served(target: str) -> Iterator[tuple[str, bytes]]:
    base = target if target.endswith("/") else f"{target}/"
    opener = urllib.request.build_opener(_Stay)
    listed = _fetched(opener, urljoin(base, NAME))
    if listed is None:
        raise BuildError(f"{base}{NAME} 取不到。", f"{base}{NAME} cannot be fetched.")
    yield NAME, listed
    paths = seals.read(listed).hashes
    _refuse_size(target, len(paths), COUNT)
    size = 0
    for path in paths:
        data = _fetched(opener, urljoin(base, quote(path)))
        size += len(data or b"")
        _refuse_size(target, size, WHOLE)
        if data is not None:
            yield path, data


def _fetched(opener: urllib.request.OpenerDirector, address: str) -> bytes | None:
    """The bytes at an address; None where the server has none or sends elsewhere."""
    try:
        with opener.open(address, timeout=PATIENCE) as answer:
            data: bytes = answer.read(FILE + 1)
    except urllib.error.HTTPError as error:
        error.close()
        return None
    except OSError as error:
        raise BuildError(f"连不上 {address}：{error}", f"{address} cannot be reached: {error}") from error
    _refuse_size(address, len(data), FILE)
    return data


def signatures(files: Files, found: verify.Verified) -> tuple[tuple[Problem, ...], int]:
    """Signatures that are not by a key of allowed_signers, and how many are good.

    Raises BuildError where there are signatures and no ssh-keygen.
    """
    problems, good = [], 0
    for path, manifest, signature in verify.signed(files, found.releases):
        if _good(files.get(verify.SIGNERS, b""), manifest, signature):
            good += 1
        else:
            problems.append(Problem("verify-signature", Place(path), path))
    return tuple(problems), good


def _good(signers: bytes, manifest: bytes, signature: bytes) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        keys, signed = Path(folder, "allowed_signers"), Path(folder, "signature")
        keys.write_bytes(signers)
        signed.write_bytes(signature)
        command = ["ssh-keygen", "-Y", "verify", "-f", str(keys), "-I", IDENTITY, "-n", NAMESPACE, "-s", str(signed)]
        try:
            done = subprocess.run(command, input=manifest, capture_output=True, check=False)
        except FileNotFoundError:
            raise BuildError(
                "核对签名要用 ssh-keygen，这台机器上没有。", "Checking signatures needs ssh-keygen, which is not here."
            ) from None
    return done.returncode == 0


def rebuilt(files: Files, root: Path, say: Callable[[str], None], jobs: int) -> tuple[Problem, ...]:
    """The files that come out different when the site is built again from `root` with the same program.

    Raises BuildError where it was made by another version of the program or with other requirements.
    """
    making = seals.read(files.get(NAME, b"")).making
    if making is None or (making.engine, making.lock) != (__version__, lock()):
        made = f"{making.engine}, {making.lock[:12]}" if making else "?"
        raise BuildError(
            f"这个网站不是用这个版本的程序生成的（{made}；这里是 {__version__}, {lock()[:12]}），不能重新生成来比较。",
            f"This site was made by another version ({made}; here {__version__}, {lock()[:12]}) and cannot be rebuilt.",
        )
    with tempfile.TemporaryDirectory() as folder:
        publish(root, Path(folder, "site"), date.fromisoformat(making.today), say, jobs)
        now = seals.digests(dict(_held(Path(folder, "site"))))
    then = seals.digests(files)
    return tuple(Problem("verify-rebuilt", Place(path), path) for path in seals.differing(then, now))
