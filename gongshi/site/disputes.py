"""Turn findings that do not hold into notes: the values side by side, the arithmetic, the explanation."""

from typing import Final

from gongshi.check.relations import Finding
from gongshi.read.values import Figure
from gongshi.render.words import Quantity
from gongshi.site import addresses, sentences
from gongshi.site.desk import Desk
from gongshi.site.parts import Dispute, Link, Side
from gongshi.site.tongues import quotation

SIGNS: Final = {"sum": " + ", "product": " × "}


def dispute(desk: Desk, finding: Finding) -> Dispute:
    """A finding that does not hold, as the note that stands beside every figure it names."""
    relation = finding.relation
    return Dispute(
        id=f"relation-{relation.id}",
        href=link(desk, finding).href,
        word=link(desk, finding).text,
        title=relation.title[desk.language],
        line=_line(desk, finding),
        arithmetic=arithmetic(desk, finding),
        explanation=desk.t("page-dispute-explained", explanation=relation.explanation[desk.language]),
        sides=_sides(desk, finding),
    )


def link(desk: Desk, finding: Finding) -> Link:
    """What is wrong, in few words, leading to the note on the topic's page."""
    relation = finding.relation
    href = desk.href(addresses.topic(relation.dataset), f"relation-{relation.id}")
    return Link(desk.t(f"page-dispute-{relation.kind}"), href)


def arithmetic(desk: Desk, finding: Finding) -> str:
    """The sum or product written out, then how far the two values lie apart."""
    relation = finding.relation
    left, right, apart = _amounts(desk, finding)
    larger, smaller = (left, right) if finding.difference >= 0 else (right, left)
    subtraction = f"{larger} − {smaller} = {apart}"
    if relation.kind == "conflict":
        return subtraction
    terms = [str(_amount(desk, desk.catalog.figures[term])) for term in relation.terms]
    worked = f"{SIGNS[relation.kind].join(terms)} = {left}"
    return worked if finding.holds else desk.t("page-arithmetic", worked=worked, compared=subtraction)


def _amounts(desk: Desk, finding: Finding) -> tuple[Quantity, Quantity, Quantity]:
    unit = sentences.unit(desk, finding)
    left, right, apart = (desk.words.amount(amount, unit) for amount in sentences.amounts(finding).values())
    return left, right, apart


def _amount(desk: Desk, figure: Figure) -> Quantity:
    return desk.words.amount(figure.value, desk.catalog.indicators[figure.indicator].unit)


def _line(desk: Desk, finding: Finding) -> str:
    left, right, apart = _amounts(desk, finding)
    return desk.t(f"page-dispute-line-{finding.relation.kind}", left=left, right=right, apart=apart)


def _sides(desk: Desk, finding: Finding) -> tuple[Side, ...]:
    relation, figures = finding.relation, desk.catalog.figures
    if relation.total is None:
        return tuple(_stated(desk, figures[term]) for term in relation.terms)
    worked = Side(
        f"{finding.left:f}", _amounts(desk, finding)[0], desk.t(f"page-side-{relation.kind}"), "", True, None, None
    )
    return worked, _stated(desk, figures[relation.total])


def _stated(desk: Desk, figure: Figure) -> Side:
    name = desk.catalog.indicators[figure.indicator].name[desk.language]
    source = desk.source(figure.source, figure.locator)
    return Side(
        f"{figure.value:f}", desk.value(figure), name, desk.figure(figure), False, quotation(figure.stated), source
    )
