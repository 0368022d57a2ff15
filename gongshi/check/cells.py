"""Say what is wrong with one cell, and what to type instead, from what its column's schema tells of it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gongshi.check import hints
from gongshi.check.expectations import pattern
from gongshi.check.references import nearest
from gongshi.errors import Place, Problem

Field = Mapping[str, Any]

CODES: Final[Mapping[str, str]] = {
    "enum": "cell-choice",
    "pattern": "cell-pattern",
    "required": "cell-required",
    "minLength": "cell-length",
    "maxLength": "cell-length",
    "minimum": "cell-range",
    "maximum": "cell-range",
}
NUMBERS: Final = ("number", "integer")
# What Excel writes where a column was too narrow to show the cell.
HASHES: Final = re.compile(r"#{2,}")
# In a description: a word of the table, then what it is called in Chinese.
MEANINGS: Final = re.compile(r"([a-z_]+) ([^，；。]+)")


def constrained(name: str, field: Field, place: Place, value: str) -> Problem:
    """The problem of a value that breaks the constraint `name` of its field."""
    code = CODES.get(name, "cell-invalid")
    if code == "cell-choice":
        return Problem(code, place, value, _choice(field, value))
    return Problem(code, place, value, _rule(field, place) | _form(field, value))


def mistyped(field: Field, place: Place, value: str) -> Problem:
    """The problem of a value that is none of its field's type."""
    kind = field.get("type", "")
    if HASHES.fullmatch(value):
        return Problem("cell-hashes", place, value)
    if kind in NUMBERS and hints.SCIENTIFIC.fullmatch(value):
        return Problem("cell-scientific", place, value, {"number": hints.number(value).removeprefix(": ")})
    if kind in NUMBERS:
        return Problem("cell-number", place, value, {"suggestion": hints.number(value)})
    if kind == "date":
        return Problem("cell-date", place, value, {"suggestion": hints.day(value)})
    return Problem("cell-invalid", place, value, _rule(field, place))


def doubled(field: Field, place: Place, value: str, first: Place) -> Problem:
    """The problem of a value that stands in its column already, at `first`."""
    return Problem("cell-double", place, value, _rule(field, place) | {"other": first.cell or ""})


def unknown(place: Place, value: str, register: str, known: Sequence[str]) -> Problem:
    """The problem of a value that is no key of `register`, a file with the keys `known`."""
    return Problem("cell-unknown", place, value, {"register": register, "suggestion": nearest(value, known)})


def _rule(field: Field, place: Place) -> dict[str, str]:
    name = place.column or ""
    return {
        "column": field.get("title", name),
        "column_en": field.get("title_en", name),
        "rule": field.get("description", name),
        "rule_en": field.get("description_en", name),
    }


def _form(field: Field, value: str) -> dict[str, str]:
    """What the form of a cell should be, and the value in that form where it can be guessed."""
    written = field.get("constraints", {}).get("pattern", "")
    wanted = pattern(written)
    guessed = [guess for guess in hints.keys(value) if written and re.search(written, guess)]
    return {"pattern": wanted.zh, "pattern_en": wanted.en, "suggestion": f": {guessed[0]}" if guessed else ""}


def _choice(field: Field, value: str) -> dict[str, str]:
    """The words that may stand in a cell, and the one that was meant where it can be guessed."""
    words = [str(word) for word in field.get("constraints", {}).get("enum", [])]
    meanings = {word: said for word, said in MEANINGS.findall(field.get("description", "")) if word in words}
    meant = next((word for word, said in meanings.items() if _is_said(value, said)), "")
    return {
        "suggestion": f": {meant}" if meant else nearest(value.strip().lower(), words),
        "allowed": "、".join(f"{word}（{meanings[word]}）" if word in meanings else word for word in words),
        "allowed_en": ", ".join(words),
    }


def _is_said(value: str, meaning: str) -> bool:
    """Whether a value is one of the words that explain a choice, or begins with one: 目标, 目标数, 超过."""
    return any(value.strip().startswith(word) for word in meaning.split("、"))
