"""Read the Markdown of a publication, by the path it is known by."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from gongshi.errors import LANGUAGES, Place, Problem
from gongshi.read import limits
from gongshi.read.documents import text_of
from gongshi.read.inputs import is_ignored

FOLDERS: Final = ("articles", "notices", "pages")
# What opens a quote or a list on a line; and an indent, four columns of which are one level.
MARKS: Final = re.compile(r"(?:[ \t]*(?:>|[-*+](?=\s)|\d+[.)](?=\s)))*[ \t]*")
MARK: Final = re.compile(r">|[-*+]|\d+[.)]| {4}|\t")


def texts(root: Path) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The text of every article, notice and page under content/, and the problems of files that are no text.

    Only these texts are published, as they were read here: nothing else under content/ is opened again.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        for folder in FOLDERS:
            names, strays = _names(root, f"content/{language}/{folder}")
            problems += strays
            for file in names:
                text, faults = text_of(root / file, file, limits.PROSE)
                faults = faults or list(_unbounded(text, file))
                problems += faults
                found |= {} if faults else {file: text}
    return found, tuple(problems)


def _names(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """The Markdown files of a folder, and the problems of what else lies there."""
    held = sorted(path.name for path in (root / folder).iterdir()) if (root / folder).is_dir() else []
    shown = [f"{folder}/{name}" for name in held if not is_ignored(name)]
    if len(shown) > limits.TEXTS:
        return [], [limits.exceeded("texts", limits.TEXTS, Place(folder))]
    strays = [name for name in shown if not name.endswith(".md")]
    return [name for name in shown if name.endswith(".md")], [Problem("prose-stray", Place(n), n) for n in strays]


def _unbounded(text: str, file: str) -> Iterator[Problem]:
    """Where a text holds what takes too long to turn into a page: long paragraphs, deep quotes, lists and brackets."""
    length = brackets = 0
    for number, line in enumerate(text.splitlines(), start=1):
        place = Place(file, number)
        before, length = length, length + len(line) if line.strip() else 0
        if before <= limits.PARAGRAPH < length:
            yield limits.exceeded("paragraph", limits.PARAGRAPH, place)
        deepest, brackets = _depth(line, brackets if line.strip() else 0)
        if max(deepest, _levels(line)) > limits.NESTING:
            yield limits.exceeded("depth", limits.NESTING, place)
            brackets = 0


def _levels(line: str) -> int:
    marks = MARKS.match(line)
    return len(MARK.findall(marks[0])) if marks else 0


def _depth(line: str, open_: int) -> tuple[int, int]:
    """How deep brackets lie within a line, and how many are open after it, where `open_` were before it."""
    deepest = open_
    for character in line:
        open_ = max(0, open_ + (character == "[") - (character == "]"))
        deepest = max(deepest, open_)
    return deepest, open_
