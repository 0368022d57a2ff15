"""Say that a file is not there, and which one beside it may be meant: a copy, a download, a workbook."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from gongshi.errors import Place, Problem

# What spreadsheets, browsers and people add to the name of a copy.
COPIED: Final = re.compile(r"[\s_-]*(?:\(\d+\)|副本|复件|拷贝|备份|copy(?: of)?)[\s_-]*")
ENDINGS: Final = re.compile(r"(?:\.(?:csv|txt|xlsx?|xlsm|et|ya?ml))+$")
WORKBOOKS: Final = (".xlsx", ".xls", ".xlsm", ".et")


def missing(path: Path, file: str) -> Problem:
    """The problem that there is no file at `path`, called `file` from the publication's root."""
    place, wanted = Place(file), path.name
    found = _beside(path)
    if not found:
        return Problem("file-missing", place, file)
    if found.lower().endswith(WORKBOOKS):
        return Problem("file-workbook", place, found, {"name": wanted})
    return Problem("file-renamed", place, found, {"name": wanted})


def _beside(path: Path) -> str:
    """The name of the file in the same folder that differs only as copies do; "" where there is none."""
    folder = path.parent
    names = sorted(other.name for other in folder.iterdir() if other.is_file()) if folder.is_dir() else []
    return next((name for name in names if _bare(name) == _bare(path.name)), "")


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return COPIED.sub("", ENDINGS.sub("", plain))
