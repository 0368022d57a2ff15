"""Turn what is wrong into values: where, what, and how to mend it.

    GongshiError
    ├── PublicationError   data or prose have problems; carries all of them
    └── BuildError         the build itself cannot go on (disk, another build at work)

A problem is a code, a place and the values its sentence needs. The sentences stand in
problems.toml, in Chinese and English, one entry a code.
"""

import string
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from typing import Final

LANGUAGES: Final = ("zh", "en")
INNER: Final = {"zh": "「{}」", "en": "‘{}’"}


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file of the publication, as people find it.

    `file` is relative to the publication's root with forward slashes. `row` is the row of a table (the
    header is row 1) or the line of a text file. `column` is the column's name, `cell` what Excel calls it.
    """

    file: str
    row: int | None = None
    column: str | None = None
    cell: str | None = None

    @property
    def order(self) -> tuple[str, int, str]:
        """A key that sorts places by file, then from top to bottom, then from left to right."""
        return (self.file, self.row or 0, (self.cell or "").rjust(16))

    def __str__(self) -> str:
        spot = self.cell or (str(self.row) if self.row else "")
        named = f" [{self.column}]" if self.column else ""
        return f"{self.file}:{spot}{named}" if spot else f"{self.file}{named}"


@dataclass(frozen=True)
class Problem:
    """One fault: a code of problems.toml, its place, the offending value and what its sentence needs.

    `advised` where the rule that is broken only advises: the fault is then a warning, whatever its code says.
    """

    code: str
    place: Place
    value: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    advised: bool = False

    @cached_property
    def _entry(self) -> Mapping[str, str]:
        return _catalogue()[self.code]

    @property
    def severity(self) -> str:
        """`error` stops publication; `warning` is shown and does not."""
        return "warning" if self.advised else self._entry["severity"]

    def message(self, language: str) -> str:
        """What is wrong, in `zh` or `en`."""
        return self._fill(self._entry[f"what_{language}"], language)

    def mend(self, language: str) -> str:
        """What would be right, in `zh` or `en`."""
        return self._fill(self._entry[f"mend_{language}"], language)

    def _fill(self, sentence: str, language: str) -> str:
        values = {"value": shorten(self.value or ""), **{name: visible(text) for name, text in self.details.items()}}
        if language == "zh" and values.get("suggestion"):
            values["suggestion"] = "：" + values["suggestion"].removeprefix(": ")
        for name, value in values.items():
            if "“" in value or "”" in value:  # a value with such quotes of its own stands in others
                sentence = sentence.replace(f"“${name}”", INNER[language].format(f"${name}"))
        return string.Template(sentence).substitute(values)


class GongshiError(Exception):
    """Whatever this program raises for its caller."""


class PublicationError(GongshiError):
    """The publication has problems; all that were found travel together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)  # its arguments are what an exception is sent to another process with

    def __str__(self) -> str:
        return f"{len(self.problems)} problems"


class BuildError(GongshiError):
    """The build cannot go on for a reason outside the publication; `zh` and `en` say which."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(zh, en)

    def said(self, language: str) -> str:
        """The message in `zh` or `en`."""
        return {"zh": self.zh, "en": self.en}[language]

    def __str__(self) -> str:
        return self.en


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetition, by place, then by code; those of one line in the order of its text."""
    unique = {(p.code, p.place, p.value, tuple(sorted(p.details.items()))): p for p in problems}
    return tuple(sorted(unique.values(), key=lambda p: (p.place.order, p.code)))


def errors_among(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those problems that stop publication."""
    return tuple(problem for problem in problems if problem.severity == "error")


def shorten(value: str, limit: int = 60) -> str:
    """A value fit for a sentence: odd spaces and control characters made visible, never longer than `limit`."""
    shown = visible(value[: limit + 1])
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def visible(text: str) -> str:
    """A text with odd spaces and control characters made visible, so that it cannot steer a terminal."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return "␣" if unicodedata.category(character) == "Zs" else f"\\x{ord(character):02x}"


def codes() -> tuple[str, ...]:
    """Every code a problem can have, sorted."""
    return tuple(sorted(_catalogue()))


def _catalogue() -> Mapping[str, Mapping[str, str]]:
    return _CATALOGUE


_CATALOGUE: Final[Mapping[str, Mapping[str, str]]] = tomllib.loads(
    resources.files("gongshi").joinpath("problems.toml").read_text(encoding="utf-8")
)
