"""Make the relations that need no declaration: what holds between figures of any publication, by the rules' orders.

| order | what it asks |
|---|---|
| chain | spent ≤ paid ≤ allocated: each figure is at most that of the next indicator which has one for its case |
| parts | the areas within an area are at most the area: of every additive indicator, where no scope narrows it |

Only figures of one case are compared: of the same area, scope, period and kind.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, TypeAlias, TypeVar

from gongshi.read.collection import Catalog, Relation, Term
from gongshi.read.rules import Order
from gongshi.read.values import Area, Figure, Text

ADDITIVE: Final = ("stock", "flow")
Case: TypeAlias = tuple[object, ...]
Key = TypeVar("Key")
Item = TypeVar("Item")


def relations(catalog: Catalog) -> tuple[Relation, ...]:
    """Every relation that follows from the orders of the catalog's rules, in their order."""
    known = [f for f in catalog.figures.values() if f.indicator in catalog.indicators and f.area in catalog.areas]
    made: list[Relation] = []
    for order in catalog.profile.orders:
        made += _chain(order, known, catalog) if order.kind == "chain" else _parts(order, known, catalog)
    return tuple(made)


def _chain(order: Order, known: Sequence[Figure], catalog: Catalog) -> Iterator[Relation]:
    named = [figure for figure in known if figure.indicator in order.ascending]
    for found in _grouped((_case(figure), figure) for figure in named).values():
        steps = [[f for f in found if f.indicator == name] for name in order.ascending]
        for lower, upper in pairwise(step for step in steps if step):
            yield from (_relation(order, (less,), more, catalog) for less in lower for more in upper)


def _case(figure: Figure) -> Case:
    return (figure.area, figure.scope, figure.period_start, figure.period_end, figure.kind)


def _parts(order: Order, known: Sequence[Figure], catalog: Catalog) -> Iterator[Relation]:
    adding = [figure for figure in known if _adds_up(figure, catalog) and figure.indicator not in order.apart]
    cases = _grouped(((f.indicator, f.period_start, f.period_end, f.kind), f) for f in adding)
    for found in cases.values():
        by_area = _grouped((figure.area, figure) for figure in found)
        # Of a place that is given twice the smaller number counts: what is then too much is too much in any case.
        smallest = {code: min(given, key=lambda f: (f.value, f.id)) for code, given in by_area.items()}
        wholes = ((_next_above(code, catalog.areas, by_area), smallest[code]) for code in sorted(by_area))
        for code, parts in _grouped((above, part) for above, part in wholes if above).items():
            yield from (_relation(order, parts, whole, catalog) for whole in by_area[code])


def _adds_up(figure: Figure, catalog: Catalog) -> bool:
    """Whether it counts something of an area as a whole that its parts count too."""
    indicator = catalog.indicators[figure.indicator]
    additive = indicator.measure in ADDITIVE and not indicator.per and indicator.unit != "%"
    return additive and not figure.scope and figure.kind != "standard"


def _next_above(code: str, areas: Mapping[str, Area], given: Mapping[str, object]) -> str:
    """The nearest area around this one that has a figure too; "" where none has."""
    seen, above = {code}, areas[code].parent or ""
    while above in areas and above not in seen:  # a circle of parents is told elsewhere
        if above in given:
            return above
        seen.add(above)
        above = areas[above].parent or ""
    return ""


def _relation(order: Order, parts: Sequence[Figure], whole: Figure, catalog: Catalog) -> Relation:
    first = parts[0]
    names = [catalog.indicators[name].name for name in dict.fromkeys((first.indicator, whole.indicator))]
    official = catalog.publication.kind == "official"
    return Relation(
        id=f"{order.id}-{whole.id}" if order.kind == "parts" else f"{order.id}-{first.id}-{whole.id}",
        dataset=whole.dataset,
        title=Text(
            f"{order.title.zh}：{'、'.join(name.zh for name in names)}",
            f"{order.title.en}: {', '.join(name.en for name in names)}",
        ),
        left=tuple(Term(figure=part.id) for part in parts),
        sign="at-most",
        right=(Term(figure=whole.id),),
        each=(),
        tolerance=Decimal(0),
        policy=("hold" if order.binds else "advise") if official else "disclose",
        explanation=Text("", ""),
        place=whole.place,
        case=(whole.area, period_of(whole)),
    )


def period_of(figure: Figure) -> str:
    """Start and end of a figure's period as it is written in a table: 2016-01-01/2016-12-31."""
    return "/".join(day.isoformat() if day else "" for day in (figure.period_start, figure.period_end))


def _grouped(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return groups
