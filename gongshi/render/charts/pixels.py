"""Pack a PNG tighter without touching a pixel: the renderer compresses fast, and its files are four times too large."""

import zlib
from collections.abc import Iterator
from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
LEVEL: Final = 6

Chunk = tuple[bytes, bytes]


def packed(data: bytes) -> bytes:
    """The same picture in fewer bytes."""
    chunks = tuple(_chunks(data))
    image = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    head = [chunk for chunk in chunks if chunk[0] not in (b"IDAT", b"IEND")]
    written = (*head, (b"IDAT", zlib.compress(image, LEVEL)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, body) for kind, body in written)


def _chunks(data: bytes) -> Iterator[Chunk]:
    """Kind and body of every chunk: length, kind, body, checksum."""
    place = len(SIGNATURE)
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
