"""Read YAML, JSON and plain text into values that remember on which line each part stood."""

import json
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from gongshi.errors import Place, Problem
from gongshi.read import limits
from gongshi.read.absent import missing

Key = tuple[str | int, ...]
ALLOWED_CONTROLS: Final = "\t\n\r"
# Characters without a shape of their own: controls, marks of direction, halves of a pair, code points without a
# meaning, separators of lines. The zero-width spaces that word processors leave are told cell by cell.
SHAPELESS: Final = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
LEFT_BY_PASTING: Final = "\u200b\u2060"
# What else is found under the name of a text file: other encodings, and workbooks that were only renamed.
STARTS: Final = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# The parser in C, where the library has it, takes a ninth of the time and reads the same from what both accept. It
# accepts a little more and says less of what is wrong: nothing for what people write.
QUICK: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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


def text_of(path: Path, file: str, most: int = limits.TABLE) -> tuple[str, list[Problem]]:
    """The text of a UTF-8 file without its byte order mark, and what is wrong with its bytes.

    A file that cannot be used as text, or has more than `most` bytes, gives "" and a problem.
    """
    data, problems = bytes_of(path, file, most)
    if problems:
        return "", problems
    if data.startswith(WORKBOOKS):
        return "", [Problem("file-workbook", Place(file), path.name, {"name": path.name})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", [Problem("file-encoding", Place(file), details={"guess": _guess(data)})]
    return _without_controls(text, file)


def bytes_of(path: Path, file: str, most: int = limits.TABLE) -> tuple[bytes, list[Problem]]:
    """The bytes of a file of at most `most`, or b"" and a problem.

    Only a plain file inside the publication is ever opened: no link is followed, and no pipe or device is waited for.
    """
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return b"", [missing(path, file)]
    if not stat.S_ISREG(found.st_mode) or _is_linked(path, file):
        return b"", [Problem("file-outside", Place(file), file)]
    if found.st_size > most:
        return b"", [limits.exceeded("file", most, Place(file))]
    return path.read_bytes(), []


def _is_linked(path: Path, file: str) -> bool:
    """Whether the file, or a folder on the way to it from the publication's root, is a symbolic link."""
    root = path.parents[len(Path(file).parts) - 1]
    return path.resolve() != root.resolve() / file


def _without_controls(text: str, file: str) -> tuple[str, list[Problem]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable():
            shown = shapeless(line)
            if shown:
                return "", [Problem("file-control-character", Place(file, number), shown)]
    return text, []


def shapeless(text: str) -> str:
    """The first character that shows nothing and may change what the others say, as U+202E; "" without one."""
    for character in text:
        if character.isprintable() or character in ALLOWED_CONTROLS or character in LEFT_BY_PASTING:
            continue
        if unicodedata.category(character) in SHAPELESS:
            return f"U+{ord(character):04X}"
    return ""


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
    text, problems = text_of(path, file, limits.DESCRIPTION)
    return (Document(file, {}, {}), problems) if problems else yaml_in(text, file)


def yaml_in(text: str, file: str, loader: Any = yaml.BaseLoader) -> tuple[Document, list[Problem]]:
    """The YAML of a text as a Document, as `yaml_of` gives it; `loader` is QUICK for what is judged elsewhere."""
    try:
        problems = _events(text, file, loader)
        node = None if problems else yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 1
        return Document(file, {}, {}), [Problem("yaml-syntax", Place(file, line), details={"reason": reason})]
    if node is None:
        return Document(file, {}, {} if problems else {(): 1}), problems
    lines: dict[Key, int] = {}
    data = _plain(node, (), lines, problems, file)
    return Document(file, data, lines), problems


def _events(text: str, file: str, loader: Any) -> list[Problem]:
    """What may not be in a YAML file, found before anything is built of it: anchors, and too deep a nesting."""
    found: list[Problem] = []
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        place = Place(file, event.start_mark.line + 1)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > limits.DEPTH:
            return [*found, limits.exceeded("depth", limits.DEPTH, place)]
        anchor = getattr(event, "anchor", None)
        if anchor:
            found.append(Problem("yaml-alias", place, anchor))
        found += _scalar(event.value, place) if isinstance(event, yaml.ScalarEvent) else []
    return found


def _scalar(value: str, place: Place) -> Iterator[Problem]:
    """What is wrong with one text: escapes such as \\u202e write what the file itself does not show."""
    shown = shapeless(value)
    if shown:
        yield Problem("file-control-character", place, shown)
    if len(value) > limits.TEXT:
        yield limits.exceeded("text", limits.TEXT, place)


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


def json_of(path: Path, file: str) -> tuple[Any, list[Problem]]:
    """A JSON file as Python values; an unusable file gives None and its problems."""
    text, problems = text_of(path, file, limits.DESCRIPTION)
    if problems:
        return None, problems
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return None, [Problem("json-syntax", Place(file, error.lineno), details={"reason": error.msg})]
    except RecursionError:
        return None, [limits.exceeded("depth", limits.DEPTH, Place(file))]
    except ValueError as error:  # a number of thousands of digits
        return None, [Problem("json-syntax", Place(file, 1), details={"reason": str(error).partition(":")[0]})]
    place = Place(file)
    if any(depth > limits.DEPTH for _, depth in _parts(data)):
        return None, [limits.exceeded("depth", limits.DEPTH, place)]
    problems = [p for value, _ in _parts(data) if isinstance(value, str) for p in _scalar(value, place)]
    return (None if problems else data), problems


def _parts(data: Any) -> Iterator[tuple[Any, int]]:
    """Every value within a value, names of members too, with how deep it lies."""
    waiting = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        yield value, depth
        if isinstance(value, dict):
            waiting += [(part, depth + 1) for pair in value.items() for part in pair]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]
