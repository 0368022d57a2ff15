"""Turn an exhibit into rows: one for each mark, stated or computed, with how it was computed."""

from dataclasses import dataclass
from datetime import date

from gongshi.check.facts import Fact, of
from gongshi.read.values import Figure
from gongshi.render.charts.telling import Telling


@dataclass(frozen=True, slots=True)
class Row:
    """One mark: its name, its fact, how it looks, and the arithmetic where it was computed.

    `share` is its percentage where the chart shows one; `group` names the panel it stands in; `when` is
    its place on an axis of time.
    """

    label: str
    fact: Fact
    shown: str
    style: str
    note: str = ""
    share: str = ""
    group: str = ""
    when: date | None = None

    @property
    def figure(self) -> Figure | None:
        """The figure, where the row is one."""
        return self.fact.figure

    @property
    def value(self) -> float:
        """The value as charts need it."""
        return float(self.fact.value)


def stated(telling: Telling, figure: Figure, label: str = "", group: str = "") -> Row:
    """The row of a figure, named by the view's choice of label unless another name is given."""
    fact = of(telling.shown, figure)
    name = label or telling.label(figure)
    return Row(name, fact, telling.amount(fact), figure.kind, group=group, when=moment(figure))


def figures(telling: Telling) -> tuple[Row, ...]:
    """A row for each figure; a group of one gives it the group's name, a group of several names their panel."""
    language = telling.words.language
    found = []
    for side in telling.shown.sides:
        name = side.name[language]
        label, group = (name, "") if len(side.figures) == 1 else ("", name)
        found += [stated(telling, figure, label, group) for figure in side.figures]
    return tuple(found)


def moment(figure: Figure) -> date:
    """Where a figure stands on an axis of time: at its end, or its beginning where it is still open."""
    return figure.period_end or figure.period_start or date.min


def look(fact: Fact) -> str:
    """How a fact is drawn: as its kind; what is computed from promises is a promise, otherwise done."""
    if fact.figure:
        return fact.figure.kind
    return "actual" if all(look(term) == "actual" for term in fact.terms) else "target"
