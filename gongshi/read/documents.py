"""Read YAML and plain text into values that remember on which line each part stood."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from gongshi.errors import Place, Problem

Key = tuple[str | int, ...]
ALLOWED_CONTROLS: Final = "\t\n\r"
# What else is found under the name of a text file: other encodings, and workbooks that were only renamed.
STARTS: Final = (
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"PK\x03\x04", "XLSX"),
    (b"\xd0\xcf\x11\xe0", "XLS"),
)
MAX_BYTES: Final = 64 * 2**20


@dataclass(frozen=True)
class Document:
    """A YAML file as nested dicts, lists and strings, with the line of every node.

    Scalars stay strings: a code such as 011126 must never become a number.
    """

    file: str
    data: Any
    lines: Mapping[Key, int]

    def place(self, *key: str | int) -> Place:
        """Where the node under `key` stands; the nearest parent where there is no such node."""
        while key and key not in self.lines:
            key = key[:-1]
        return Place(self.file, self.lines.get(key, 1))


def text_of(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a UTF-8 file without its byte order mark, and what is wrong with its bytes.

    A file that cannot be used as text gives "" and a problem.
    """
    if not path.is_file():
        return "", [Problem("file-missing", Place(file), file)]
    if _is_linked(path, file):
        return "", [Problem("file-outside", Place(file), file)]
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        return "", [Problem("file-encoding", Place(file), details={"guess": f"> {MAX_BYTES} B"})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", [Problem("file-encoding", Place(file), details={"guess": _guess(data)})]
    return _without_controls(text, file)


def _is_linked(path: Path, file: str) -> bool:
    """Whether the file, or a folder on the way to it from the publication's root, is a symbolic link."""
    root = path.parents[len(Path(file).parts) - 1]
    return path.resolve() != root.resolve() / file


def _without_controls(text: str, file: str) -> tuple[str, list[Problem]]:
    for number, line in enumerate(text.splitlines(), start=1):
        for character in line:
            if unicodedata.category(character) == "Cc" and character not in ALLOWED_CONTROLS or character == "\ufeff":
                shown = f"U+{ord(character):04X}"
                return "", [Problem("file-control-character", Place(file, number), shown)]
    return text, []


def _guess(data: bytes) -> str:
    for start, name in STARTS:
        if data.startswith(start):
            return name
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK"


def yaml_of(path: Path, file: str) -> tuple[Document, list[Problem]]:
    """A YAML file as a Document; an unusable file gives an empty one and its problems."""
    text, problems = text_of(path, file)
    if problems:
        return Document(file, {}, {}), problems
    try:
        aliases = _aliases(text, file)
        if aliases:
            return Document(file, {}, {}), aliases
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 1
        return Document(file, {}, {}), [Problem("yaml-syntax", Place(file, line), details={"reason": reason})]
    lines: dict[Key, int] = {}
    data = _plain(node, (), lines, problems, file) if node else {}
    lines.setdefault((), 1)
    return Document(file, data, lines), problems


def _aliases(text: str, file: str) -> list[Problem]:
    found = []
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        anchor = getattr(event, "anchor", None)
        if anchor:
            found.append(Problem("yaml-alias", Place(file, event.start_mark.line + 1), anchor))
    return found


def _plain(node: yaml.Node, key: Key, lines: dict[Key, int], problems: list[Problem], file: str) -> Any:
    lines[key] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*key, index), lines, problems, file) for index, child in enumerate(node.value)]
    values: dict[str, Any] = {}
    for name_node, child in node.value:
        name = str(name_node.value) if isinstance(name_node, yaml.ScalarNode) else "?"
        if name in values:
            problems.append(Problem("yaml-double-key", Place(file, name_node.start_mark.line + 1), name))
            continue
        values[name] = _plain(child, (*key, name), lines, problems, file)
        lines[(*key, name)] = name_node.start_mark.line + 1
    return values
