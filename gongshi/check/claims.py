"""Judge what relations claim: whom they name, whether their sides can be added up, and whether they must hold."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from gongshi.check.references import AREA, FIGURE, INDICATOR, unknown
from gongshi.check.relations import Finding, Item, findings
from gongshi.errors import Problem
from gongshi.read.catalog import Reading
from gongshi.read.collection import Catalog, Relation
from gongshi.read.values import Figure


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Every fault of every relation; a relation that makes no sense is not said to be broken besides."""
    catalog = reading.catalog
    found = [*_double_ids(catalog)]
    for relation in catalog.relations:
        found += _unknown(relation, reading)
    found += _unlike(catalog)
    for finding in findings(catalog):
        found += [*nonsense(finding, catalog)] or [*_broken(finding, reading)]
    return tuple(found)


def nonsense(finding: Finding, catalog: Catalog) -> Iterator[Problem]:
    """Why a relation cannot be evaluated: a figure stands there twice, or figures of several units are added."""
    place, sides = finding.relation.place, (_plain(finding.left_items), _plain(finding.right_items))
    named = [figure.id for side in sides for figure in side]
    doubled = sorted({id_ for id_ in named if named.count(id_) > 1})
    yield from (Problem("relation-double", place, id_) for id_ in doubled)
    for side in sides:
        units = dict.fromkeys(_unit(figure, catalog) for figure in side)
        if len(units) > 1:
            yield Problem("relation-units", place, ", ".join(units))


def _plain(items: tuple[Item, ...]) -> list[Figure]:
    """The figures of a side that are neither multiplied nor divided."""
    return [item.operand for item in items if isinstance(item.operand, Figure) and item.operands == (item.operand,)]


def _unit(figure: Figure, catalog: Catalog) -> str:
    """The unit in which a figure is added: 个, 元/户."""
    indicator = catalog.indicators[figure.indicator]
    return "/".join((indicator.unit, *sorted(indicator.per)))


def _double_ids(catalog: Catalog) -> Iterator[Problem]:
    """Prose names a relation by its id alone, which therefore stands once in the whole publication."""
    first: dict[str, Relation] = {}
    for relation in catalog.relations:
        other = first.setdefault(relation.id, relation)
        if relation.id and other is not relation:
            yield Problem("id-double", relation.place, relation.id, {"other": f"{other.place.file} (relations)"})


def _unknown(relation: Relation, reading: Reading) -> Iterator[Problem]:
    """Figures, indicators and areas that a relation names and nobody knows."""
    catalog = reading.catalog
    yield from (unknown(id_, catalog.figures, FIGURE, relation.place) for id_ in relation.figures if reading.lacks(id_))
    for select in (term.select for term in (*relation.left, *relation.right) if reading.whole):
        indicator = select.get("indicator", "")
        if indicator and indicator not in catalog.indicators:
            yield unknown(indicator, catalog.indicators, INDICATOR, relation.place)
        codes = (select[column] for column in ("area", "within") if column in select)
        yield from (unknown(code, catalog.areas, AREA, relation.place) for code in codes if code not in catalog.areas)


def _unlike(catalog: Catalog) -> Iterator[Problem]:
    """Orders of the rules that set indicators of several units beside each other."""
    for order in catalog.profile.orders:
        named = [catalog.indicators[name] for name in order.ascending if name in catalog.indicators]
        units = dict.fromkeys("/".join((indicator.unit, *sorted(indicator.per))) for indicator in named)
        if len(units) > 1:
            yield Problem("relation-units", order.place, ", ".join(units))


def _broken(finding: Finding, reading: Reading) -> Iterator[Problem]:
    relation = finding.relation
    if finding.holds or relation.policy == "disclose":
        return
    sides = {"left": _shown(finding.left.value), "right": _shown(finding.right.value)}
    if relation.declared:
        yield Problem("relation-broken", relation.place, finding.id, sides)
        return
    details = {**sides, "title": relation.title.zh, "title_en": relation.title.en, "figures": ", ".join(relation.terms)}
    place, advised = reading.at(relation.place, "value"), relation.policy == "advise"
    yield Problem("order-broken", place, relation.total, details, advised)


def _shown(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}".rstrip("0").rstrip(".")
