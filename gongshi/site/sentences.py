"""Turn a sentence with references into its parts: plain text, and values bound to figures."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from gongshi.check.prose import REFERENCE, SIDES
from gongshi.check.relations import Finding
from gongshi.read.values import Figure
from gongshi.render.words import Quantity
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.parts import Bound, Sentence

HUNDRED: Final = Decimal(100)


def sentence(desk: Desk, text: str) -> Sentence:
    """The parts of a sentence, in order; KeyError where a reference leads nowhere."""
    parts: list[str | Bound] = []
    position = 0
    for match in REFERENCE.finditer(text):
        parts += [text[position : match.start()], bound(desk, match["kind"], match["key"])]
        position = match.end()
    return tuple(part for part in (*parts, text[position:]) if part)


def plain(desk: Desk, text: str) -> str:
    """A sentence with its values written out, for titles and descriptions."""
    return "".join(part if isinstance(part, str) else str(part.words) for part in sentence(desk, text))


def bound(desk: Desk, kind: str, key: str) -> Bound:
    """The value that a reference stands for; KeyError where there is none."""
    if kind == "figure":
        figure = desk.catalog.figures[key]
        return Bound(desk.figure(figure), f"{figure.value:f}", desk.value(figure), computed=False)
    if kind != "relation":
        raise KeyError(f"{kind}:{key}")
    relation, _, side = key.rpartition(".")
    finding = desk.finding(relation)
    value = amounts(finding)[side]
    href = desk.href(addresses.topic(finding.relation.dataset), f"relation-{relation}")
    return Bound(href, f"{value:f}", desk.words.amount(value, unit(desk, finding)), computed=True)


def amounts(finding: Finding) -> dict[str, Decimal]:
    """The amounts of a finding by the names that prose uses; a difference is always given as its size."""
    values = (finding.left.value, finding.right.value, abs(finding.difference))
    return dict(zip(SIDES, (decimal(value)[0] for value in values), strict=True))


def decimal(value: Fraction) -> tuple[Decimal, bool]:
    """An exact value as a decimal, and whether it still is exact: what has no end is cut to two decimals, or to none
    from a hundred on."""
    found = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(found) == value:
        return found, True
    return found.quantize(Decimal("0.01") if abs(found) < HUNDRED else Decimal(1)), False


def amount(desk: Desk, finding: Finding, value: Fraction) -> Quantity:
    """What a side of a finding comes to, with its unit."""
    return desk.words.amount(decimal(value)[0], unit(desk, finding))


def words(desk: Desk, finding: Finding, value: Fraction) -> str:
    """The same as text."""
    return str(amount(desk, finding, value))


def unit(desk: Desk, finding: Finding) -> str:
    """The unit that the amounts of a finding are in: that of the first figure on the right, else on the left."""
    items = (*finding.right_items, *finding.left_items)
    figure = next(item.operand for item in items if isinstance(item.operand, Figure))
    return desk.catalog.indicators[figure.indicator].unit
