"""Evaluate declared relations exactly: does what the documents say add up?"""

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import mul

from gongshi.read.collection import Catalog, Relation


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation's outcome: the two sides and whether they agree.

    `left` is the sum or product of the terms, `right` the figure it is compared with. Of a conflict they are
    the first two values, and it never holds.
    """

    relation: Relation
    left: Decimal
    right: Decimal
    holds: bool

    @property
    def difference(self) -> Decimal:
        """Left minus right."""
        return self.left - self.right


def findings(catalog: Catalog) -> tuple[Finding, ...]:
    """The outcome of every declared relation, in order of declaration."""
    return tuple(_find(relation, catalog) for relation in catalog.relations)


def _find(relation: Relation, catalog: Catalog) -> Finding:
    values = [catalog.figures[id_].value for id_ in relation.terms]
    if relation.kind == "conflict":
        return Finding(relation, values[0], values[1], holds=False)
    left = sum(values, Decimal()) if relation.kind == "sum" else reduce(mul, values)
    right = catalog.figures[relation.total or ""].value
    return Finding(relation, left, right, left == right)
