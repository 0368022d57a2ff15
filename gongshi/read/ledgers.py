"""The values of the ledgers: what a publication keeps of its own conduct."""

from dataclasses import dataclass
from datetime import date

from gongshi.errors import Place
from gongshi.read.values import Text


@dataclass(frozen=True, slots=True)
class Correction:
    """A published figure that was changed: in which release, which column, from what to what, why, and who decided.

    `field` is a column of the figure, `unit` of its indicator, or `id` where the figure is gone: `new` is then the
    id of the figure that takes its place, or empty.
    """

    id: str
    figure: str
    release: str
    field: str
    old: str
    new: str
    reason: str
    explanation: Text
    evidence: Text
    decided_by: Text
    day: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Move:
    """A published name other than a figure's that is gone: `new` takes its place, or nothing does.

    `kind` says whose name it was: dataset, table, column, area, scope, indicator, source, commitment, notice, page.
    """

    id: str
    kind: str
    old: str
    new: str
    reason: Text
    release: str
    day: date | None
    place: Place
