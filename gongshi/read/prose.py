"""Read the Markdown of a publication, by the path it is known by."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from gongshi.errors import LANGUAGES, Problem
from gongshi.read.documents import text_of

FOLDERS: Final = ("articles", "pages")


def texts(root: Path) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The text of every article and page under content/, and the problems of files that are no text."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        for folder in FOLDERS:
            for path in sorted((root / "content" / language / folder).glob("*.md")):
                file = path.relative_to(root).as_posix()
                text, faults = text_of(path, file)
                problems += faults
                found |= {} if faults else {file: text}
    return found, tuple(problems)
