"""Turn problems into what people, programs and workflows read: text, JSON, annotations."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import simplejson

from gongshi.errors import Problem, errors_among, visible


def as_text(problems: Sequence[Problem], language: str) -> str:
    """Problems for people, grouped by file: place, what is wrong, how to mend it."""
    lines: list[str] = []
    file = None
    for problem in problems:
        if problem.place.file != file:
            file = problem.place.file
            lines += ["", visible(file)]
        lines += _text_lines(problem, language)
    return "\n".join([*lines[1:], "", summary(problems, language)]) if lines else summary(problems, language)


def _text_lines(problem: Problem, language: str) -> list[str]:
    place = problem.place
    spot = place.cell or (_row(place.row, language) if place.row else "–")
    column = f" {visible(place.column)}" if place.column else ""
    mark = {"error": "✗", "warning": "!"}[problem.severity]
    head = f"  {mark} {spot}{column}  {problem.message(language)}"
    return [head, f"      → {problem.mend(language)}  ({problem.code})"]


def _row(number: int, language: str) -> str:
    return {"zh": f"第{number}行", "en": f"line {number}"}[language]


def summary(problems: Sequence[Problem], language: str) -> str:
    """How many errors and warnings there are, in a sentence."""
    errors = len(errors_among(problems))
    warnings = len(problems) - errors
    if language == "zh":
        return f"{errors} 个错误，{warnings} 个提醒。" if problems else "没有发现问题。"
    if not problems:
        return "No problems found."
    return f"{errors} {'error' if errors == 1 else 'errors'}, {warnings} {'warning' if warnings == 1 else 'warnings'}."


def as_json(problems: Sequence[Problem], language: str) -> str:
    """One JSON object: whether the publication is valid, and every problem with its place."""
    found = {"valid": not errors_among(problems), "problems": [_record(p, language) for p in problems]}
    return simplejson.dumps(found, ensure_ascii=False, indent=1)


def _record(problem: Problem, language: str) -> Mapping[str, Any]:
    place = problem.place
    return {
        "severity": problem.severity,
        "code": problem.code,
        "file": place.file,
        "row": place.row,
        "column": place.column,
        "cell": place.cell,
        "value": problem.value,
        "message": problem.message(language),
        "mend": problem.mend(language),
    }


def as_github(problems: Iterable[Problem], language: str) -> str:
    """One workflow command a problem, which GitHub shows beside the line it is about."""
    return "\n".join(_annotation(problem, language) for problem in problems)


def _annotation(problem: Problem, language: str) -> str:
    place = problem.place
    text = f"{problem.message(language)} {problem.mend(language)}"
    properties = {
        "file": place.file,
        "line": str(place.row or 1),
        "title": f"{place.cell or ''} {problem.code}".strip(),
    }
    listed = ",".join(f"{name}={_escaped(value, ',:')}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_escaped(text)}"


def _escaped(value: str, more: str = "") -> str:
    # Percent first: the other escapes contain percent signs themselves.
    for character in "%\r\n" + more:
        value = value.replace(character, f"%{ord(character):02X}")
    return value
