"""Everything that stands against a publication: what its values say, and what its history says."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from gongshi.check import everything, objections, privacy
from gongshi.errors import Place, Problem, errors_among, in_order
from gongshi.read.catalog import Reading
from gongshi.record import chain, changes, editions, moves


def problems(reading: Reading, sources: Path | None = None, today: date | None = None) -> tuple[Problem, ...]:
    """All problems in one run, by place; `sources` is a folder of documents to compare every quotation with.

    `today` is the day on which it is asked what is late; without it nothing is.
    """
    found = everything.with_sources(reading, sources) if sources else everything.problems(reading)
    late = objections.overdue(reading, today) if today else ()
    return in_order(privacy.discreet([*found, *late, *of_history(reading)]))


def of_history(reading: Reading) -> Iterable[Problem]:
    """What is wrong with the releases; where nothing is, what differs from them without a word."""
    broken = chain.problems(reading.history)
    if errors_among(broken):
        return [problem for problem in broken if problem.severity == "error"]
    # Rows that could not be read are told with their cells; what they would change cannot be known yet.
    if not reading.whole or errors_among(reading.problems):
        return broken
    return [*broken, *editions.problems(reading), *changes.problems(reading), *moves.problems(reading)]


def of_words(words: Mapping[str, str]) -> tuple[Problem, ...]:
    """What is wrong with words that are about to be recorded for ever, by the name of each: persons in them."""
    return tuple(problem for name, text in words.items() for problem in privacy.of_text(text, Place(name)))
