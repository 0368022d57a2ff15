"""Turn a sentence with references into its parts: plain text, and values bound to figures."""

from decimal import Decimal

from gongshi.check.prose import REFERENCE, SIDES
from gongshi.check.relations import Finding
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.parts import Bound, Sentence


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
    amount = amounts(finding)[side]
    words = desk.words.amount(amount, unit(desk, finding))
    href = desk.href(addresses.topic(finding.relation.dataset), f"relation-{relation}")
    return Bound(href, f"{amount:f}", words, computed=True)


def amounts(finding: Finding) -> dict[str, Decimal]:
    """The amounts of a finding by the names that prose uses; a difference is always given as its size."""
    return dict(zip(SIDES, (finding.left, finding.right, abs(finding.difference)), strict=True))


def unit(desk: Desk, finding: Finding) -> str:
    """The unit that the amounts of a finding are in."""
    relation = finding.relation
    figure = desk.catalog.figures[relation.total or relation.terms[0]]
    return desk.catalog.indicators[figure.indicator].unit
