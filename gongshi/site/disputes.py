"""Turn findings into notes: the arithmetic written out, the two sides, the verdict, what the texts explain."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from gongshi.check.relations import ALONE, Finding, Item, Operand
from gongshi.read.values import Figure
from gongshi.site import addresses, sentences
from gongshi.site.desk import Desk
from gongshi.site.parts import Dispute, Link, Side
from gongshi.site.tongues import quotation

# What stands between the sides, where they agree and where they do not.
SIGNS: Final = {"equal": ("=", "≠"), "at-most": ("≤", ">"), "at-least": ("≥", "<"), "part": ("≤", ">")}
WITHIN: Final = "≈"


def dispute(desk: Desk, finding: Finding) -> Dispute:
    """A finding as the note that stands beside the figures it names."""
    explanation = finding.relation.explanation[desk.language]
    shown = desk.t("page-dispute-explained", explanation=explanation)
    return Dispute(
        id=f"relation-{finding.id}",
        href=link(desk, finding).href,
        word=link(desk, finding).text,
        title=title(desk, finding),
        line=_line(desk, finding),
        arithmetic=arithmetic(desk, finding),
        explanation=explanation if finding.holds else shown,
        sides=_sides(desk, finding),
    )


def title(desk: Desk, finding: Finding) -> str:
    """The relation's title, with the area and the period it is repeated for."""
    name = finding.relation.title[desk.language]
    case = []
    if finding.area:
        case.append(desk.catalog.areas[finding.area].name[desk.language])
    if finding.period:
        case.append(desk.words.period(finding.figures[0]))
    return desk.t("page-name-period", name=name, period=desk.listed(case)) if case else name


def link(desk: Desk, finding: Finding) -> Link:
    """The verdict in few words, leading to the note on the topic's page."""
    key = f"page-verdict-{finding.verdict}" if finding.holds else f"page-dispute-{finding.relation.kind}"
    return Link(desk.t(key), desk.href(addresses.topic(finding.relation.dataset), f"relation-{finding.id}"))


def arithmetic(desk: Desk, finding: Finding) -> str:
    """Both sides written out, and how far they lie apart where they do not agree."""
    left, right = (sentences.words(desk, finding, value) for value in (finding.left.value, finding.right.value))
    apart = sentences.words(desk, finding, abs(finding.difference))
    larger, smaller = (left, right) if finding.difference >= 0 else (right, left)
    subtraction = f"{larger} − {smaller} = {apart}"
    if finding.relation.sign == "conflict":
        return subtraction
    written = _written(desk, finding.left_items, finding.left.value, left)
    if finding.relation.sign == "whole":
        numbers = desk.listed([str(number) for number in finding.left.wholes]) or desk.t("page-wholes-none")
        return desk.t("page-wholes", worked=written, numbers=numbers)
    if not finding.holds and finding.relation.sign == "equal":
        return desk.t("page-arithmetic", worked=written, compared=subtraction)
    sign = SIGNS[finding.relation.sign][not finding.holds]
    if finding.relation.sign == "equal" and finding.left.value != finding.right.value:
        sign = WITHIN
    # A sum that is the other side's one value to the letter need not be written twice.
    if sign == "=" and _operands(finding.left_items) > 1 and _operands(finding.right_items) == 1:
        return written
    return f"{written} {sign} {_written(desk, finding.right_items, finding.right.value, right)}"


def _written(desk: Desk, items: tuple[Item, ...], value: Fraction, result: str) -> str:
    """A side as sum, with what it comes to where there is anything to work out."""
    terms = " + ".join(_item(desk, item) for item in items)
    if _operands(items) == 1:
        return terms
    return f"{terms} {'=' if sentences.decimal(value)[1] else WITHIN} {result}"


def _operands(items: tuple[Item, ...]) -> int:
    return sum(len(item.operands) for item in items)


def _item(desk: Desk, item: Item) -> str:
    parts = [_operand(desk, item.operand)]
    parts += [f"× {_operand(desk, factor)}" for factor in item.times]
    parts += [f"÷ {_operand(desk, divisor)}" for divisor in item.over]
    return " ".join(parts)


def _operand(desk: Desk, operand: Operand) -> str:
    if isinstance(operand, Decimal):
        return f"{operand:f}"
    if operand.bound == "exact" or operand.kind == "standard":
        return str(desk.words.amount(operand.value, desk.catalog.indicators[operand.indicator].unit))
    return str(desk.value(operand))


def _line(desk: Desk, finding: Finding) -> str:
    values = (finding.left.value, finding.right.value, abs(finding.difference))
    left, right, apart = (sentences.words(desk, finding, value) for value in values)
    if finding.holds:
        return arithmetic(desk, finding)
    return desk.t(f"page-dispute-line-{finding.relation.kind}", left=left, right=right, apart=apart)


def _sides(desk: Desk, finding: Finding) -> tuple[Side, ...]:
    if finding.relation.sign in ALONE:
        return tuple(_stated(desk, figure) for figure in finding.figures)
    kind = finding.relation.kind
    return (
        _side(desk, finding, finding.left_items, finding.left.value, kind),
        _side(desk, finding, finding.right_items, finding.right.value, "comparison"),
    )


def _side(desk: Desk, finding: Finding, items: tuple[Item, ...], value: Fraction, kind: str) -> Side:
    """A side that is one printed figure is quoted; any other was computed here."""
    if _operands(items) == 1 and isinstance(items[0].operand, Figure):
        return _stated(desk, items[0].operand)
    amount = sentences.amount(desk, finding, value)
    return Side(f"{sentences.decimal(value)[0]:f}", amount, desk.t(f"page-side-{kind}"), "", True, None, None)


def _stated(desk: Desk, figure: Figure) -> Side:
    name = desk.catalog.indicators[figure.indicator].name[desk.language]
    source = desk.source(figure.source, figure.locator)
    return Side(
        f"{figure.value:f}", desk.value(figure), name, desk.figure(figure), False, quotation(figure.stated), source
    )
