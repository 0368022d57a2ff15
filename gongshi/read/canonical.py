"""Write tables and texts in the one form in which they are published, kept and compared."""

from collections.abc import Iterable, Sequence

from gongshi.read.collection import Table


def table(read: Table) -> bytes:
    """A table as canonical CSV: UTF-8 without BOM, LF, RFC 4180 quotes where needed, cells exactly as read."""
    rows: Iterable[tuple[str, ...]] = read.frame.itertuples(index=False, name=None)
    return lines([tuple(read.frame.columns), *rows]).encode("utf-8")


def text(read: str) -> bytes:
    """A text with LF at its line ends."""
    return read.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV text, a line feed after each."""
    return "".join(f"{','.join(map(_quoted, row))}\n" for row in rows)


def enclosed(cell: str) -> str:
    """A cell in quotes, those within it doubled."""
    return '"' + cell.replace('"', '""') + '"'


def _quoted(cell: str) -> str:
    # Not the csv module: it leaves a lone carriage return bare, and every reader takes that for a line end.
    return enclosed(cell) if any(character in cell for character in ',"\r\n') else cell
