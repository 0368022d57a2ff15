"""Turn declared relations into values: a side is a list of terms, a term an id, a number, or figures chosen.

left: [jilin-exits-2015, jilin-exits-2016]
is: equal
right: [{figure: jilin-poor-2014, times: ["0.5"]}]

left: [{indicator: poverty-exit-households, area: "411702"}]
is: at-most
right: [{indicator: poverty-exits, area: "411702"}]
each: [period]
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from gongshi.read.collection import Relation, Term
from gongshi.read.documents import Document
from gongshi.read.fields import string, strings, text

FACTORS = ("times", "over")


def relation(document: Document, folder: str, index: int, data: Mapping[str, Any]) -> Relation:
    """One relation of a descriptor's list; what is missing or misshapen becomes empty."""
    return Relation(
        id=string(data, "id"),
        dataset=folder,
        title=text(data, "title"),
        left=_terms(data.get("left")),
        sign=string(data, "is"),
        right=_terms(data.get("right")),
        each=strings(data, "each"),
        tolerance=_decimal(string(data, "tolerance")) or Decimal(0),
        policy=string(data, "policy") or "disclose",
        explanation=text(data, "explanation"),
        place=document.place("relations", index),
    )


def _terms(data: Any) -> tuple[Term, ...]:
    return tuple(_term(item) for item in data) if isinstance(data, list) else ()


def _term(data: Any) -> Term:
    if isinstance(data, str):
        value = _decimal(data)
        return Term(figure=data) if value is None else Term(number=value)
    if not isinstance(data, Mapping):
        return Term()
    times, over = (tuple(_factor(item) for item in strings(data, name)) for name in FACTORS)
    chosen = {k: v for k, v in data.items() if k not in (*FACTORS, "figure", "number") and isinstance(v, str)}
    return Term(string(data, "figure"), _decimal(string(data, "number")), chosen, times, over)


def _factor(written: str) -> str | Decimal:
    value = _decimal(written)
    return written if value is None else value


def _decimal(written: str) -> Decimal | None:
    """A plain decimal; None for anything else, such as an id."""
    try:
        value = Decimal(written)
    except InvalidOperation:
        return None
    return value if value.is_finite() and written[:1].isdigit() else None
