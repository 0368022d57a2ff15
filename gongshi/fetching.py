"""Fetch what is to be verified – a folder, a ZIP, a served site – as files by path, none of them trusted.

Nothing is unpacked or written, no link is followed, no redirection either, and all of it has bounds.
"""

import http.client
import os
import stat
import time
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final, NoReturn
from urllib.parse import quote, urljoin, urlsplit

from gongshi import disk
from gongshi.errors import BuildError
from gongshi.record import seals
from gongshi.record.seals import NAME

# What is read at most: bytes of a file, bytes of all, files; seconds for a server to go on, and for all of a site.
FILE: Final = 256 * 2**20
WHOLE: Final = 2 * 2**30
COUNT: Final = 200_000
PATIENCE: Final = 30
LONGEST: Final = 3600
PIECE: Final = 2**20
# What zipfile raises where an archive is damaged, encrypted, or packed in a way it does not know.
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
Files = Mapping[str, bytes]


def load(target: str) -> Files:
    """All files of a folder, a ZIP or the site at an http address, by path.

    Raises BuildError where there is none, where it cannot be read, and where it is too large.
    """
    path = Path(target)
    try:
        if "://" in target:
            return dict(_served(_base(target)))
        if path.is_dir():
            return dict(_held(path))
        if path.is_file() and zipfile.is_zipfile(path):
            return dict(_packed(path))
    except OSError as error:
        raise disk.unread(error, path) from error
    return _refuse(target)


def _refuse(target: str) -> NoReturn:
    raise BuildError(
        f"{target} 不是网站的文件夹，不是 ZIP，也不是网址。", f"{target} is no folder of a site, no ZIP and no address."
    )


def _refuse_size(what: str, size: int, most: int) -> None:
    if size > most:
        raise BuildError(f"{what} 太大，不核对。", f"{what} is too large to verify.")


def _held(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a folder; a link counts as a file that holds where it leads, as nobody publishes one."""
    found = sorted(_entries(folder))
    _refuse_size(str(folder), len(found), COUNT)
    _refuse_size(str(folder), sum(path.lstat().st_size for path in found), WHOLE)
    for path in found:
        yield path.relative_to(folder).as_posix(), _content(path)


def _entries(folder: Path) -> Iterator[Path]:
    for parent, below, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)
        yield from (path for name in below if (path := Path(parent, name)).is_symlink())


def _content(path: Path) -> bytes:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return os.fsencode(path.readlink())
    return path.read_bytes() if stat.S_ISREG(mode) else b""


def _packed(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_size(str(path), len(entries), COUNT)
            _refuse_size(str(path), sum(entry.file_size for entry in entries), WHOLE)
            _refuse_twins(path, [entry.filename for entry in entries])
            yield from ((entry.filename, archive.read(entry)) for entry in entries)
    except BROKEN as error:
        raise BuildError(f"{path} 损坏，读不出来：{error}", f"{path} is damaged: {error}") from error


def _refuse_twins(path: Path, names: list[str]) -> None:
    """Programs do not agree which of two entries of one name they unpack."""
    if len({*names}) < len(names):
        raise BuildError(f"{path} 里有同名的文件，不核对。", f"{path} holds several files of one name: not verified.")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it may lead to another host."""

    def redirect_request(self, req: Any, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str) -> None:
        """No request instead of the first one."""


def _base(target: str) -> str:
    """The address of the folder that a site stands in, given that or its first page."""
    try:
        parts = urlsplit(target)
        _ = parts.port  # raises ValueError where it is none
    except ValueError:
        _refuse(target)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        _refuse(target)
    path = quote(parts.path.removesuffix("index.html").rstrip("/"), safe="/%:@!$&'()*+,;=~")
    return parts._replace(path=f"{path}/", query="", fragment="").geturl()


def _served(base: str) -> Iterator[tuple[str, bytes]]:
    opener, until = urllib.request.build_opener(_Stay), time.monotonic() + LONGEST
    listed = _fetched(opener, urljoin(base, NAME), until)
    if listed is None:
        raise BuildError(
            f"{base}{NAME} 取不到；若网址会转到别处，请用最后的网址。",
            f"{base}{NAME} cannot be had; where the address leads on to another, give that one.",
        )
    yield NAME, listed
    paths = seals.read(listed).hashes
    _refuse_size(base, len(paths), COUNT)
    size = len(listed)
    for path in paths:
        data = _fetched(opener, urljoin(base, quote(path)), until)
        size += len(data or b"")
        _refuse_size(base, size, WHOLE)
        if data is not None:
            yield path, data


def _fetched(opener: urllib.request.OpenerDirector, address: str, until: float) -> bytes | None:
    """The bytes at an address; None where the server has none or sends elsewhere."""
    try:
        with opener.open(address, timeout=PATIENCE) as answer:
            return _drained(answer, address, until)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code < 500:
            return None
        _give_up(address, error)
    except (OSError, http.client.HTTPException, ValueError) as error:
        _give_up(address, error)


def _drained(answer: http.client.HTTPResponse, address: str, until: float) -> bytes:
    """All of an answer, piece by piece, so that neither its size nor its slowness is without end."""
    data = bytearray()
    while piece := answer.read1(PIECE):
        data += piece
        _refuse_size(address, len(data), FILE)
        if time.monotonic() > until:
            _give_up(address, f"> {LONGEST} s")
    if answer.length:  # what the server announced and did not send
        raise http.client.IncompleteRead(bytes(data[:0]), answer.length)
    return bytes(data)


def _give_up(address: str, why: object) -> NoReturn:
    raise BuildError(f"从 {address} 取不到：{why}", f"{address} cannot be had: {why}")
