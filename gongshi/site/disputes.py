"""Turn findings into notes: the arithmetic written out, the two sides, the verdict, what the texts explain."""

from fractions import Fraction

from gongshi.check.relations import ALONE, Finding, Item
from gongshi.read.values import Figure
from gongshi.render.arithmetic import Sum, decimal, operands
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.parts import Dispute, Link, Side
from gongshi.site.tongues import quotation


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
        arithmetic=str(written(desk, finding)),
        explanation=explanation if finding.holds else shown,
        sides=_sides(desk, finding),
    )


def written(desk: Desk, finding: Finding) -> Sum:
    """A finding as its arithmetic is written in the page's language."""
    return Sum(finding, desk.catalog, desk.words)


def title(desk: Desk, finding: Finding) -> str:
    """The relation's title, with what tells it from others of its kind."""
    name = finding.relation.title[desk.language]
    case = _case(desk, finding)
    return desk.t("page-name-period", name=name, period=desk.listed(case)) if case else name


def _case(desk: Desk, finding: Finding) -> list[str]:
    """The area and the period it is repeated for; of a relation that nobody declared also scope and kind."""
    case, (first, *_) = [], finding.figures
    if finding.area:
        case.append(desk.catalog.areas[finding.area].name[desk.language])
    if not finding.relation.declared and first.scope:
        case.append(desk.scope(first.scope))
    if finding.period:
        case.append(desk.words.period(first))
    if not finding.relation.declared and first.kind != "actual":
        case.append(desk.t(f"kind-{first.kind}"))
    return case


def link(desk: Desk, finding: Finding) -> Link:
    """The verdict in few words, leading to the note on the topic's page."""
    key = f"page-verdict-{finding.verdict}" if finding.holds else f"page-dispute-{finding.relation.kind}"
    return Link(desk.t(key), desk.href(addresses.topic(finding.relation.dataset), f"relation-{finding.id}"))


def _line(desk: Desk, finding: Finding) -> str:
    found = written(desk, finding)
    if finding.holds:
        return str(found)
    left, right, apart = found.parts
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
    if operands(items) == 1 and isinstance(items[0].operand, Figure):
        return _stated(desk, items[0].operand)
    amount = written(desk, finding).amount(value)
    return Side(f"{decimal(value)[0]:f}", amount, desk.t(f"page-side-{kind}"), "", True, None, None)


def _stated(desk: Desk, figure: Figure) -> Side:
    name = desk.catalog.indicators[figure.indicator].name[desk.language]
    source = desk.source(figure.source, figure.locator)
    return Side(
        f"{figure.value:f}", desk.value(figure), name, desk.figure(figure), False, quotation(figure.stated), source
    )
