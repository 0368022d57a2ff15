"""Turn the states of a publication into steps: what each release brought, and where a figure was first seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gongshi.read.catalog import Reading
from gongshi.read.history import Counts, Release
from gongshi.record.changes import FIGURES, State, states
from gongshi.record.differences import Difference, differences


@dataclass(frozen=True)
class Step:
    """A release, or the edition that is being prepared, with how its tables differ from those before.

    `release` is None for what is not released yet. `brought` are the ids of the figures that were in none before, as
    far as tables were not withdrawn.
    """

    name: str
    day: date
    release: Release | None
    differences: tuple[Difference, ...]
    brought: tuple[str, ...] = ()

    @property
    def figures(self) -> Counts:
        """How many figures it added, changed and took away."""
        counts = [one.counts for one in self.differences if of_figures(one)]
        return Counts(*(sum(getattr(each, name) for each in counts) for name in ("added", "changed", "gone")))

    @property
    def registers(self) -> int:
        """How many rows of other tables it touched."""
        counts = [one.counts for one in self.differences if not of_figures(one)]
        return sum(each.added + each.changed + each.gone for each in counts)


def steps(reading: Reading) -> tuple[Step, ...]:
    """Every release and, where the present edition is none of them, the present state, the oldest first."""
    known = (State("", {}), *states(reading))
    return tuple(
        _step(known[:position], old, new, reading) for position, (old, new) in enumerate(pairwise(known), start=1)
    )


def _step(past: Sequence[State], old: State, new: State, reading: Reading) -> Step:
    release = reading.history.named(new.name)
    day = release.day if release else reading.catalog.publication.issued
    # Nothing is known of what a withdrawn table brought where none stood before it.
    unknown = (old.withdrawn | new.withdrawn) - {*old.tables}
    told = tuple(one for one in differences(old.tables, new.tables) if one.path not in unknown)
    brought = tuple(id_ for id_ in new.figures if not any(id_ in state.figures for state in past))
    return Step(new.name, day, release, told, brought)


def of_figures(difference: Difference) -> bool:
    """Whether a table of figures differs; one that is gone is known by the rows that it had."""
    rows = difference.added or difference.gone
    return set(difference.columns or (rows[0] if rows else ())) >= FIGURES


def first_seen(made: Sequence[Step]) -> Mapping[str, Step]:
    """The step that brought each figure, by its id."""
    return {id_: step for step in made for id_ in step.brought}
