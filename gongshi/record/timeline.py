"""Turn the states of a publication into steps: what each release brought, and where a figure was first seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gongshi.read.catalog import Reading
from gongshi.read.history import Release
from gongshi.record.changes import FIGURES, State, states
from gongshi.record.differences import Difference, differences


@dataclass(frozen=True)
class Step:
    """A release, or the edition that is being prepared, with how its tables differ from those before.

    `release` is None for what is not released yet.
    """

    name: str
    day: date
    release: Release | None
    differences: tuple[Difference, ...]


def steps(reading: Reading) -> tuple[Step, ...]:
    """Every release and, where the present edition is none of them, the present state, the oldest first."""
    known = (State("", {}), *states(reading))
    return tuple(_step(old, new, reading) for old, new in pairwise(known))


def _step(old: State, new: State, reading: Reading) -> Step:
    release = reading.history.named(new.name)
    day = release.day if release else reading.catalog.publication.issued
    return Step(new.name, day, release, differences(old.tables, new.tables))


def first_seen(made: Sequence[Step]) -> Mapping[str, Step]:
    """The step that brought each figure, by its id."""
    found: dict[str, Step] = {}
    for step in made:
        for difference in step.differences:
            if set(difference.columns) >= FIGURES:
                found |= {row[difference.key]: step for row in difference.added if row[difference.key] not in found}
    return found
