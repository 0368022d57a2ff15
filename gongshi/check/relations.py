"""Evaluate relations exactly: does what the documents say add up?

Each side is a sum of items; an item is a figure or a number, multiplied and divided by others. The verdict:

| verdict | when |
|---|---|
| holds | the values agree as they are printed |
| rounding | they agree within what their printed digits and bound words leave open, or within the tolerance |
| explained | they do not agree, and the declaration says what the documents say about it |
| fails | they do not agree |
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Final, TypeAlias

from gongshi.check import general, ranges
from gongshi.check.general import period_of
from gongshi.check.ranges import Range
from gongshi.read.collection import Catalog, Relation, Term
from gongshi.read.values import Figure

EACH: Final = ("area", "period")
SELECTABLE: Final = ("indicator", "area", "within", "scope", "period", "kind", "source")
# Relations of one side: its figures contradict each other, or it must come to a whole number.
ALONE: Final = ("conflict", "whole")
VERDICTS: Final = ("fails", "explained", "rounding", "holds")
AGREEING: Final = ("holds", "rounding")
# What a declared relation may say for a general one between the same figures not to be told besides.
COVERING: Final = ("equal", "at-most", "part", "conflict")
Operand: TypeAlias = Figure | Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """A summand as it was found: a figure or a number, and what it is multiplied and divided by."""

    operand: Operand
    times: tuple[Operand, ...] = ()
    over: tuple[Operand, ...] = ()

    @property
    def operands(self) -> tuple[Operand, ...]:
        """All of them, in the order in which they are written."""
        return (self.operand, *self.times, *self.over)


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation's outcome for one area and period, or for all where it is not repeated.

    `left` and `right` are what the sides come to; of a conflict they are its first two values.
    """

    relation: Relation
    area: str
    period: str
    left_items: tuple[Item, ...]
    right_items: tuple[Item, ...]
    left: Range
    right: Range
    verdict: str

    @property
    def id(self) -> str:
        """The relation's id, with area and period where the relation is repeated."""
        if not self.relation.declared:
            return self.relation.id
        return "-".join(
            part for part in (self.relation.id, self.area, self.period.strip("/").replace("/", "-")) if part
        )

    @property
    def holds(self) -> bool:
        """Whether the two sides agree."""
        return self.verdict in AGREEING

    @property
    def difference(self) -> Fraction:
        """Left minus right, as printed."""
        return self.left.value - self.right.value

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of both sides, in order, each once."""
        operands = (operand for item in (*self.left_items, *self.right_items) for operand in item.operands)
        return tuple({operand.id: operand for operand in operands if isinstance(operand, Figure)}.values())


def findings(catalog: Catalog) -> tuple[Finding, ...]:
    """The outcome of every relation, in order of declaration; a side that chooses nothing gives none.

    Those that hold without being declared come last; one is left out where a declared relation between the same
    figures says as much, or explains why it does not hold.
    """
    declared = tuple(finding for relation in catalog.relations for finding in _found(relation, catalog))
    told = {_ids(finding) for finding in declared if finding.relation.sign in COVERING and finding.verdict != "fails"}
    followed = (finding for relation in general.relations(catalog) for finding in _found(relation, catalog))
    return (*declared, *(finding for finding in followed if _ids(finding) not in told))


def _ids(finding: Finding) -> frozenset[str]:
    return frozenset(figure.id for figure in finding.figures)


def _found(relation: Relation, catalog: Catalog) -> Iterator[Finding]:
    for area, period in _cases(relation, catalog):
        left, right = (_items(side, area, period, catalog) for side in (relation.left, relation.right))
        if relation.sign and left and (right or relation.sign in ALONE) and not _unfit(relation, left, right):
            yield _finding(relation, (area, period), left, right, catalog)


def _unfit(relation: Relation, left: tuple[Item, ...], right: tuple[Item, ...]) -> bool:
    """Whether something is divided by nothing, or a figure contradicts no other."""
    alone = relation.sign == "conflict" and len(left) < 2
    return alone or any(not _value(divisor) for item in (*left, *right) for divisor in item.over)


def _value(operand: Operand) -> Decimal:
    return operand.value if isinstance(operand, Figure) else operand


def _finding(
    relation: Relation, case: tuple[str, str], left: tuple[Item, ...], right: tuple[Item, ...], catalog: Catalog
) -> Finding:
    if relation.sign == "conflict":
        first, second, *_ = (_worked(item, catalog) for item in left)
        return Finding(relation, *case, left, right, first, second, _disagreeing(relation))
    worked_left = _sum(left, catalog)
    worked_right = _sum(right, catalog) if right else worked_left
    verdict = _verdict(relation, worked_left, worked_right)
    return Finding(relation, *case, left, right, worked_left, worked_right, verdict)


def _sum(items: tuple[Item, ...], catalog: Catalog) -> Range:
    return reduce(Range.__add__, (_worked(item, catalog) for item in items))


def _worked(item: Item, catalog: Catalog) -> Range:
    found = _range(item.operand, catalog)
    for factor in item.times:
        found *= _factor(factor, catalog)
    for divisor in item.over:
        found /= _factor(divisor, catalog)
    return found


def _factor(operand: Operand, catalog: Catalog) -> Range:
    """What something is multiplied or divided by: 52% is 52 of a hundred."""
    found = _range(operand, catalog)
    percent = isinstance(operand, Figure) and catalog.indicators[operand.indicator].unit == "%"
    return found / ranges.number(Decimal(100)) if percent else found


def _range(operand: Operand, catalog: Catalog) -> Range:
    if isinstance(operand, Figure):
        return ranges.of(operand, catalog.indicators[operand.indicator])
    return ranges.number(operand)


def _verdict(relation: Relation, left: Range, right: Range) -> str:
    if relation.sign == "whole":
        printed, possible = left.value.denominator == 1, bool(left.wholes)
        return "holds" if printed else "rounding" if possible else _disagreeing(relation)
    if relation.sign == "at-least":
        left, right = right, left
    if relation.sign == "equal":
        printed = left.value == right.value
        possible = left.widened(Fraction(relation.tolerance)).meets(right)
    else:
        printed = left.value <= right.value
        possible = right.most is None or left.least <= right.most + Fraction(relation.tolerance)
    return "holds" if printed else "rounding" if possible else _disagreeing(relation)


def _disagreeing(relation: Relation) -> str:
    return "explained" if relation.explanation.zh else "fails"


def _cases(relation: Relation, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """The areas and periods for which a relation is repeated: those of the figures that its left side chooses."""
    if not relation.each:
        return (relation.case,)
    chosen = [figure for term in relation.left for figure in _chosen(term, "", "", catalog)]
    found = {
        (f.area if "area" in relation.each else "", period_of(f) if "period" in relation.each else "") for f in chosen
    }
    return tuple(sorted(found))


def _items(side: tuple[Term, ...], area: str, period: str, catalog: Catalog) -> tuple[Item, ...]:
    """What a side consists of in one case; empty where a figure that it names could not be read whole."""
    if any(name not in catalog.figures for term in side for name in term.figures):
        return ()
    items = tuple(item for term in side for item in _of_term(term, area, period, catalog))
    figures = (operand for item in items for operand in item.operands if isinstance(operand, Figure))
    return items if all(figure.indicator in catalog.indicators for figure in figures) else ()


def _of_term(term: Term, area: str, period: str, catalog: Catalog) -> Iterator[Item]:
    times, over = (
        tuple(catalog.figures[factor] if isinstance(factor, str) else factor for factor in factors)
        for factors in (term.times, term.over)
    )
    if term.number is not None:
        yield Item(term.number, times, over)
    elif term.figure:
        yield Item(catalog.figures[term.figure], times, over)
    else:
        yield from (Item(figure, times, over) for figure in _chosen(term, area, period, catalog))


def _chosen(term: Term, area: str, period: str, catalog: Catalog) -> tuple[Figure, ...]:
    """The figures that a term chooses by their columns, narrowed to one area and one period where these are given."""
    if not term.select:
        return ()
    wanted: Mapping[str, str] = {"scope": "", **term.select}
    if area:
        wanted = {**wanted, ("within" if "within" in wanted else "area"): area}
    return tuple(
        figure
        for figure in catalog.figures.values()
        if all(_matches(figure, column, value, catalog) for column, value in wanted.items())
        and (not period or period_of(figure) == period)
    )


def _matches(figure: Figure, column: str, value: str, catalog: Catalog) -> bool:
    if column == "scope":
        return value in ("*", "+".join(figure.scope))
    if column == "within":
        area = catalog.areas.get(figure.area)
        return area is not None and area.parent == value
    if column == "period":
        return period_of(figure) == value
    return bool(getattr(figure, column) == value)
