"""Take apart the texts of a publication: the head with its lines `Name: value`, and the body under it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

LINE: Final = re.compile(r"^(?P<name>[A-Za-z_-]+):\s*(?P<value>.*)$")


def head_of(text: str) -> Iterator[tuple[int, str, str]]:
    """The lines of a text's head, up to the first of another form: number, name, value."""
    for number, line in enumerate(text.splitlines(), start=1):
        match = LINE.match(line)
        if not match:
            return
        yield number, match["name"], match["value"].strip()


def metadata(text: str) -> Mapping[str, str]:
    """The head of a text: `Title: …`, names in lower case."""
    return {name.lower(): value for _, name, value in head_of(text)}


def body(text: str) -> str:
    """A text without its head."""
    return "".join(text.splitlines(keepends=True)[len(tuple(head_of(text))) :])
