"""Run every check over what was read, and gather all problems of one run."""

from pathlib import Path

from gongshi.check import characters, descriptors, figures, front, prose, registers, schema, sources, stated
from gongshi.errors import Problem, in_order
from gongshi.read.catalog import Reading

# Each takes what was read and gives problems; none depends on another having passed.
CHECKS = (
    descriptors.problems,
    schema.problems,
    characters.problems,
    registers.problems,
    figures.problems,
    stated.problems,
    front.problems,
    prose.problems,
)


def problems(reading: Reading) -> tuple[Problem, ...]:
    """All problems of a publication, those found on reading first counted in, sorted by place."""
    found = [problem for check in CHECKS for problem in check(reading)]
    return in_order([*reading.problems, *found])


def with_sources(reading: Reading, folder: Path) -> tuple[Problem, ...]:
    """All problems, and those of quotations that the documents in `folder` do not bear out."""
    return in_order([*problems(reading), *sources.problems(reading, folder)])
