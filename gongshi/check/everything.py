"""Run every check over what was read, and gather all problems of one run."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongshi.check import (
    characters,
    claims,
    descriptors,
    figures,
    front,
    heads,
    names,
    notices,
    objections,
    obligations,
    privacy,
    prose,
    publicity,
    registers,
    schema,
    sources,
    stated,
    views,
)
from gongshi.errors import Place, Problem, in_order
from gongshi.read import limits
from gongshi.read.catalog import Reading


def _views(reading: Reading) -> tuple[Problem, ...]:
    # A figure whose row could not be read is reported with its row, not again with each chart that shows it.
    found = views.problems(reading.catalog)
    return tuple(p for p in found if p.code != "view-figure" or reading.lacks(p.value or ""))


# Each takes what was read and gives problems; none depends on another having passed.
CHECKS = (
    descriptors.problems,
    schema.problems,
    characters.problems,
    registers.problems,
    claims.problems,
    figures.problems,
    stated.problems,
    front.problems,
    names.problems,
    heads.problems,
    prose.problems,
    notices.problems,
    publicity.problems,
    privacy.problems,
    objections.problems,
    obligations.problems,
    _views,
)


# What is wrong with the form of a cell hides what follows from it: only the first of these is reported.
FORMS = (
    *("cell-lookalike", "cell-space", "cell-required", "cell-hashes", "cell-scientific", "cell-number", "cell-date"),
    *("column-dates", "cell-pattern", "cell-choice", "cell-unknown", "cell-length", "cell-formula"),
)


def problems(reading: Reading) -> tuple[Problem, ...]:
    """All problems of a publication, those found on reading first counted in, sorted by place."""
    found = [problem for check in CHECKS for problem in check(reading)]
    return in_order(_capped(in_order(_first_causes([*reading.problems, *found]))))


def _capped(found: Sequence[Problem]) -> Iterator[Problem]:
    """The first faults of every file, and how many there are where not all are told."""
    counts = Counter(problem.place.file for problem in found)
    told: Counter[str] = Counter()
    for problem in found:
        file = problem.place.file
        told[file] += 1
        if told[file] <= limits.PROBLEMS:
            yield problem
        elif told[file] == limits.PROBLEMS + 1:
            details = {"count": f"{counts[file]:,}", "most": f"{limits.PROBLEMS:,}"}
            yield Problem("limit-problems", Place(file), details=details)


def _first_causes(found: Sequence[Problem]) -> Iterator[Problem]:
    """The problems without those that follow from others: in the same cell, or in a row that is to be deleted."""
    surplus = {(problem.place.file, problem.place.row) for problem in found if problem.code == "row-double"}
    ranks: dict[Place, int] = {}
    for problem in found:
        ranks[problem.place] = min(_rank(problem), ranks.get(problem.place, len(FORMS)))
    for problem in found:
        place = problem.place
        first = _rank(problem) == ranks[place] and (place.file, place.row) not in surplus
        if not place.cell or first or problem.code in privacy.CODES.values():
            yield problem


def _rank(problem: Problem) -> int:
    return FORMS.index(problem.code) if problem.code in FORMS else len(FORMS)


def with_sources(reading: Reading, folder: Path) -> tuple[Problem, ...]:
    """All problems, and those of quotations that the documents in `folder` do not bear out."""
    return in_order([*problems(reading), *sources.problems(reading, folder)])
