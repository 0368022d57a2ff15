"""Turn a sentence with references into its parts: plain text, and values bound to figures."""

from decimal import Decimal

from gongshi.check.prose import REFERENCE, SIDES
from gongshi.check.relations import Finding
from gongshi.render.arithmetic import decimal, unit
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
    value = amounts(finding)[side]
    href = desk.href(addresses.topic(finding.relation.dataset), f"relation-{relation}")
    return Bound(href, f"{value:f}", desk.words.amount(value, unit(desk.catalog, finding)), computed=True)


def amounts(finding: Finding) -> dict[str, Decimal]:
    """The amounts of a finding by the names that prose uses; a difference is always given as its size."""
    values = (finding.left.value, finding.right.value, abs(finding.difference))
    return dict(zip(SIDES, (decimal(value)[0] for value in values), strict=True))
