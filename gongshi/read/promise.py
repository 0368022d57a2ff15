"""Turn schemas/addresses.yaml into the promise that a publication makes: which addresses and names it will keep.

An address is promised as a pattern such as `areas/{area}/index.html`. What may stand in a placeholder is one of a few
forms that this program knows; a publication brings no expressions of its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from gongshi.errors import Place
from gongshi.read.documents import Document
from gongshi.read.fields import mappings, string, strings

FILE: Final = "schemas/addresses.yaml"
NAME: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "language": "(?:en/)?",
        "code": "[0-9]{6}",
        "name": NAME,
        "names": rf"{NAME}(?:\.{NAME})*",
        "file": "[A-Za-z0-9._-]+",
        "path": "[A-Za-z0-9._/-]+",
    }
)
# Every dot is followed by something else: nothing leads out of the site.
PART: Final = r"([A-Za-z0-9]|\{[a-z-]+\})([A-Za-z0-9_-]|\.[A-Za-z0-9]|\.?\{[a-z-]+\})*"
PATH: Final = re.compile(rf"{PART}(/{PART})*")
PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Pattern:
    """Addresses of one kind: its name, its path with placeholders, and what those may hold.

    `since` is the edition that it came with; `optional` says that there may be no such file at all.
    """

    name: str
    path: str
    since: str
    optional: bool
    place: Place
    forms: Mapping[str, str] = field(repr=False, compare=False)

    @cached_property
    def placeholders(self) -> tuple[str, ...]:
        """The names of its placeholders, in order."""
        return tuple(PLACEHOLDER.findall(self.path))

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        text, seen = "", set[str]()
        for index, part in enumerate(PLACEHOLDER.split(self.path)):
            if index % 2 == 0:
                text += re.escape(part)
            elif part in seen:
                text += f"(?P=_{part.replace('-', '_')})"
            else:
                text += f"(?P<_{part.replace('-', '_')}>{FORMS[self.forms[part]]})"
                seen.add(part)
        return re.compile(text)

    def values(self, address: str) -> Mapping[str, str] | None:
        """What stands in the placeholders of an address; None where it is none of this pattern."""
        found = self._expression.fullmatch(address)
        return {name: found[f"_{name.replace('-', '_')}"] for name in self.placeholders} if found else None

    def filled(self, values: Mapping[str, str]) -> str:
        """The address with these values in the placeholders; KeyError where one is missing."""
        return PLACEHOLDER.sub(lambda mark: values[mark[1]], self.path)


@dataclass(frozen=True)
class Member:
    """The name of a field that is promised: a member of JSON or a column, and what holds it.

    `holder` is a file, a pattern of files or an object that stands in several; `since` the edition that it came with.
    """

    holder: str
    name: str
    since: str
    place: Place

    @property
    def whole(self) -> str:
        """How a move names it."""
        return f"{self.holder}#{self.name}"


@dataclass(frozen=True)
class Promise:
    """The patterns that are promised, those of files that are made and not promised, and the names of fields."""

    patterns: tuple[Pattern, ...] = ()
    apart: tuple[Pattern, ...] = ()
    members: tuple[Member, ...] = ()
    forms: Mapping[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def _closest(self) -> tuple[Pattern, ...]:
        """All patterns, those that leave least open first."""
        return tuple(sorted((*self.patterns, *self.apart), key=lambda one: len(one.placeholders)))

    def of(self, address: str) -> Pattern | None:
        """The pattern that an address is of, the one with the fewest placeholders; None where it is of none."""
        return next((one for one in self._closest if one.values(address) is not None), None)

    def pattern(self, path: str) -> Pattern | None:
        """A pattern by its path, also one that is promised no more; None where it cannot be one."""
        made = Pattern(path, path, "", optional=True, place=Place(FILE), forms=self.forms)
        return made if PATH.fullmatch(path) and set(made.placeholders) <= set(self.forms) else None


def promise(document: Document) -> Promise:
    """What a description promises; entries whose placeholders are unknown are left out."""
    listed = document.data.get("placeholders") if isinstance(document.data, Mapping) else None
    named = {name: string(held, "form") for name, held in _mapping(listed).items()}
    forms = {name: form for name, form in named.items() if form in FORMS}

    def patterns(key: str) -> tuple[Pattern, ...]:
        made = (
            Pattern(
                name=string(item, "name"),
                path=string(item, "path"),
                since=string(item, "since"),
                optional=string(item, "optional") == "true",
                place=document.place(key, index, "path"),
                forms=forms,
            )
            for index, item in mappings(document.data, key)
        )
        return tuple(one for one in made if one.path and set(one.placeholders) <= set(forms))

    members = (
        Member(string(item, "of"), name, string(item, "since"), document.place("members", index, "names", position))
        for index, item in mappings(document.data, "members")
        for position, name in enumerate(strings(item, "names"))
    )
    return Promise(patterns("patterns"), patterns("apart"), tuple(members), forms)


def _mapping(data: object) -> Mapping[str, object]:
    return data if isinstance(data, Mapping) else {}
