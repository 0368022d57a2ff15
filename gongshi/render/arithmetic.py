"""Write out the arithmetic of a finding in one language: 12.5万人 + 30万人 = 42.5万人 ≠ 42万人."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from gongshi.check.relations import Finding, Item, Operand
from gongshi.read.collection import Catalog
from gongshi.read.values import Figure
from gongshi.render.words import Quantity, Words

# What stands between the sides, where they agree and where they do not.
SIGNS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"equal": ("=", "≠"), "at-most": ("≤", ">"), "at-least": ("≥", "<"), "part": ("≤", ">")}
)
WITHIN: Final = "≈"
HUNDRED: Final = Decimal(100)


def decimal(value: Fraction) -> tuple[Decimal, bool]:
    """An exact value as a decimal, and whether it still is exact: what has no end is cut to two decimals, or to none
    from a hundred on."""
    found = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(found) == value:
        return found, True
    return found.quantize(Decimal("0.01") if abs(found) < HUNDRED else Decimal(1)), False


def unit(catalog: Catalog, finding: Finding) -> str:
    """The unit that the amounts of a finding are in: that of the first figure on the right, else on the left."""
    items = (*finding.right_items, *finding.left_items)
    figure = next(item.operand for item in items if isinstance(item.operand, Figure))
    return catalog.indicators[figure.indicator].unit


def operands(items: tuple[Item, ...]) -> int:
    """How many figures and numbers a side is worked out from."""
    return sum(len(item.operands) for item in items)


@dataclass(frozen=True, slots=True)
class Sum:
    """A finding as it is written in the language of the words."""

    finding: Finding
    catalog: Catalog
    words: Words

    def amount(self, value: Fraction) -> Quantity:
        """What a side comes to, with its unit."""
        return self.words.amount(decimal(value)[0], unit(self.catalog, self.finding))

    @property
    def parts(self) -> tuple[str, str, str]:
        """What the left and the right side come to, and how far they lie apart."""
        left, right = self.finding.left.value, self.finding.right.value
        return str(self.amount(left)), str(self.amount(right)), str(self.amount(abs(left - right)))

    @property
    def subtraction(self) -> str:
        """The smaller side taken from the larger."""
        left, right, apart = self.parts
        larger, smaller = (left, right) if self.finding.difference >= 0 else (right, left)
        return f"{larger} − {smaller} = {apart}"

    def __str__(self) -> str:
        """Both sides written out, how far they lie apart where they do not agree, and what was tolerated."""
        relation = self.finding.relation
        if relation.sign == "conflict":
            return self.subtraction
        written = self._side(self.finding.left_items, self.finding.left.value)
        if relation.sign == "whole":
            numbers = [str(number) for number in self.finding.left.wholes]
            listed = self.words.t("page-comma").join(numbers) or self.words.t("page-wholes-none")
            return self.words.t("page-wholes", worked=written, numbers=listed)
        if not self.finding.holds and relation.sign == "equal":
            return self.words.t("page-arithmetic", worked=written, compared=self.subtraction)
        return self._tolerated(self._compared(written))

    def _compared(self, written: str) -> str:
        sign = SIGNS[self.finding.relation.sign][not self.finding.holds]
        if self.finding.relation.sign == "equal" and self.finding.left.value != self.finding.right.value:
            sign = WITHIN
        left, right = self.finding.left_items, self.finding.right_items
        # A sum that is the other side's one value to the letter need not be written twice.
        if sign == "=" and operands(left) > 1 and operands(right) == 1:
            return written
        return f"{written} {sign} {self._side(right, self.finding.right.value)}"

    def _tolerated(self, written: str) -> str:
        tolerance = self.finding.relation.tolerance
        if not tolerance or self.finding.verdict != "rounding":
            return written
        return self.words.t("page-tolerated", worked=written, tolerance=self.amount(Fraction(tolerance)))

    def _side(self, items: tuple[Item, ...], value: Fraction) -> str:
        """A side as sum, with what it comes to where there is anything to work out."""
        terms = " + ".join(self._item(item) for item in items)
        if operands(items) == 1:
            return terms
        return f"{terms} {'=' if decimal(value)[1] else WITHIN} {self.amount(value)}"

    def _item(self, item: Item) -> str:
        parts = [self._operand(item.operand)]
        parts += [f"× {self._operand(factor)}" for factor in item.times]
        parts += [f"÷ {self._operand(divisor)}" for divisor in item.over]
        return " ".join(parts)

    def _operand(self, operand: Operand) -> str:
        if isinstance(operand, Decimal):
            return f"{operand:f}"
        indicator = self.catalog.indicators[operand.indicator]
        if operand.bound == "exact" or operand.kind == "standard":
            return str(self.words.amount(operand.value, indicator.unit))
        return str(self.words.quantity(operand, indicator))
