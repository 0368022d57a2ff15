"""Turn an exhibit into the facts its title may name, exactly, without words.

| placeholder | stands for | where |
|---|---|---|
| count | how many figures are drawn, without the whole | everywhere |
| ID | a figure of the view, by its id | everywhere |
| whole | the figure the parts are measured by; where a share names none, their sum, or 100 % | with a whole |
| first, last | the first and the last figure | one unit |
| max, min | the largest and the smallest figure, the first of equals | one unit |
| sum | the figures added up | one unit, no ratios or limits |
| difference | sum and whole apart, without sign; between max and min where there is no whole | as sum; as max |
| rest | whole less sum, below zero where the parts exceed it | with sum and whole |
| share | sum in percent of the whole | with sum and whole |
| quotient | the first figure divided by the second | a bullet of two figures |
| left, right | the two sides, each added or multiplied as its relation says | stacked and disputed, two sides |
| N.max … | any of these for the Nth group alone | several groups |

After a fact may stand, by a dot: `number` (without the base unit), `share` (its percentage of the whole, or of the
sum), and where the fact is a figure `label` (what names its mark), `period`, `area`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod
from typing import Final

from gongshi.check import ranges
from gongshi.check.exhibits import Exhibit, Side
from gongshi.read.values import Figure

HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its unit: of one figure, or computed from `terms`; `exact` unless rounded or bounded."""

    value: Decimal
    unit: str
    figure: Figure | None = None
    exact: bool = True
    sign: str = ""
    terms: tuple["Fact", ...] = ()


def facts(shown: Exhibit) -> dict[str, Fact]:
    """Every fact of the table above that this exhibit has."""
    found = _common(shown, Side(shown.view.title, shown.figures))
    if shown.view.kind == "bullet":
        found |= _bullet(shown)
    if shown.view.kind in ("stacked", "disputed"):
        found |= _opposed(shown)
    if len(shown.sides) > 1:
        for number, side in enumerate(shown.sides, start=1):
            found |= {f"{number}.{name}": fact for name, fact in _common(shown, side).items()}
    base = found.get("whole") or found.get("sum")
    if base and base.value:
        found |= {f"{name}.share": percent(f, base) for name, f in found.items() if f.unit == base.unit}
    return found


def of(shown: Exhibit, figure: Figure) -> Fact:
    """A figure as a fact."""
    return Fact(figure.value, shown.indicator(figure).unit, figure, figure.bound == "exact")


def total(parts: tuple[Fact, ...]) -> Fact:
    """Facts of one unit added up; one alone stays itself."""
    if len(parts) == 1:
        return parts[0]
    value = sum((part.value for part in parts), Decimal(0))
    return Fact(value, parts[0].unit, None, all(part.exact for part in parts), "+", parts)


def product(parts: tuple[Fact, ...]) -> Fact:
    """Facts multiplied; the unit is that of the last."""
    value = prod((part.value for part in parts), start=Decimal(1))
    return Fact(value, parts[-1].unit, None, all(part.exact for part in parts), "×", parts)


def combined(shown: Exhibit, side: Side) -> Fact:
    """What a side comes to: its one figure, or its figures added or multiplied as their relation says."""
    if len(side.figures) == 1:
        return of(shown, side.figures[0])
    relation = shown.relation(side)
    if relation and relation.kind == "product":
        return product(tuple(of(shown, shown.catalog.figures[name]) for name in relation.terms))
    return total(tuple(of(shown, figure) for figure in side.figures))


def less(left: Fact, right: Fact) -> Fact:
    """Left minus right."""
    return Fact(left.value - right.value, left.unit, None, left.exact and right.exact, "−", (left, right))


def apart(left: Fact, right: Fact) -> Fact:
    """How far two facts are apart, without sign; to the stated digits of a total where the other is computed."""
    if left.terms and right.figure:
        left, right = right, left
    return positive(against(left, right) if left.figure and right.terms else less(left, right))


def against(whole: Fact, parts: Fact) -> Fact:
    """A stated whole minus its parts; where that pretends to more digits, to the last one the whole is stated in."""
    rest = less(whole, parts)
    if whole.exact and _plain(rest.value):
        return rest
    step = grain(whole)
    rounded = (rest.value / step).quantize(Decimal(1)) * step
    return replace(rest, value=rounded, exact=rest.exact and rounded == rest.value)


def _plain(value: Decimal) -> bool:
    """Whether a value can be said shortly: below 万, or with two decimals of 万 or 亿."""
    scale = next((ranges.SCALES[word] for word in "亿万" if abs(value) >= ranges.SCALES[word]), Decimal(1))
    return scale == 1 or value * 100 % scale == 0


def grain(fact: Fact) -> Decimal:
    """What one step in the last stated digit means: 1000 for 83.9万人, 1 where no scale is printed."""
    return ranges.grain(fact.figure) if fact.figure else Decimal(1)


def quotient(left: Fact, right: Fact) -> Fact:
    """Left divided by right, to three significant digits."""
    whole = left.value / right.value
    rounded = significant(whole, 3)
    return Fact(rounded, left.unit, None, left.exact and right.exact and rounded == whole, "÷", (left, right))


def percent(part: Fact, whole: Fact) -> Fact:
    """Part in percent of the whole: one decimal, more where that would leave less than two digits."""
    ratio = part.value * HUNDRED / whole.value
    rounded = ratio.quantize(Decimal("0.1")) if abs(ratio) >= 1 or not ratio else significant(ratio, 2)
    return Fact(rounded, "%", None, part.exact and whole.exact and rounded == ratio, "÷", (part, whole))


def significant(value: Decimal, digits: int) -> Decimal:
    """A value rounded to so many significant digits."""
    return value if not value else value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1))


def _common(shown: Exhibit, side: Side) -> dict[str, Fact]:
    figures = side.figures
    found = {"count": Fact(Decimal(len(figures)), "")} | {figure.id: of(shown, figure) for figure in figures}
    if shown.whole:
        found |= {"whole": of(shown, shown.whole), shown.whole.id: of(shown, shown.whole)}
    if len({shown.unit(figure) for figure in figures}) == 1:
        found |= _extremes(shown, figures)
    if figures and shown.additive(figures):
        found |= _sums(shown, figures, found.get("whole"))
    if shown.view.kind == "share" and [shown.unit(figure) for figure in figures] == [("%", ())]:
        found |= {"whole": Fact(HUNDRED, "%"), "rest": less(Fact(HUNDRED, "%"), of(shown, figures[0]))}
    return found


def _extremes(shown: Exhibit, figures: tuple[Figure, ...]) -> dict[str, Fact]:
    largest = of(shown, max(figures, key=lambda figure: figure.value))
    smallest = of(shown, min(figures, key=lambda figure: figure.value))
    return {
        "first": of(shown, figures[0]),
        "last": of(shown, figures[-1]),
        "max": largest,
        "min": smallest,
        "difference": apart(largest, smallest),
    }


def _sums(shown: Exhibit, figures: tuple[Figure, ...], whole: Fact | None) -> dict[str, Fact]:
    added = total(tuple(of(shown, figure) for figure in figures))
    if whole is None and shown.view.kind == "share":
        return {"sum": added, "whole": added}
    if whole is None or whole.unit != added.unit:
        return {"sum": added}
    rest = against(whole, added)
    return {"sum": added, "rest": rest, "difference": positive(rest)} | _share(added, whole)


def positive(fact: Fact) -> Fact:
    """A difference the other way round where it is below zero."""
    return fact if fact.value >= 0 else replace(fact, value=-fact.value, terms=fact.terms[::-1])


def _share(part: Fact, whole: Fact) -> dict[str, Fact]:
    return {"share": percent(part, whole)} if whole.value else {}


def _bullet(shown: Exhibit) -> dict[str, Fact]:
    pair = shown.sides[0].figures if shown.sides else ()
    if len(pair) != 2 or not pair[1].value:
        return {}
    return {"quotient": quotient(of(shown, pair[0]), of(shown, pair[1]))}


def _opposed(shown: Exhibit) -> dict[str, Fact]:
    sides = [combined(shown, side) for side in opposed(shown)]
    if len(sides) != 2:
        return {}
    left, right = sides
    return {"left": left, "right": right, "difference": apart(left, right)}


def opposed(shown: Exhibit) -> tuple[Side, ...]:
    """The sides to compare: the groups, or the parts and the whole, or two figures of one group."""
    if shown.whole:
        return (*shown.sides, Side(shown.indicator(shown.whole).name, (shown.whole,)))
    if len(shown.sides) == 1 and shown.view.kind == "disputed":
        return tuple(Side(shown.sides[0].name, (figure,)) for figure in shown.figures)
    return shown.sides
