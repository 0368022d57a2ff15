"""Write out how computed facts came about: 12.5万人 + 30万人 = 42.5万人（推算）."""

from collections.abc import Iterable

from gongshi.check.facts import Fact
from gongshi.render.charts.rows import Row
from gongshi.render.charts.telling import PLACEHOLDER, Telling


def notes(telling: Telling, rows: Iterable[Row]) -> tuple[str, ...]:
    """One line for every computation behind the title and the rows, each once."""
    view = telling.shown.view
    language = telling.words.language
    names = PLACEHOLDER.findall(view.title[language] + view.reading[language])
    named = [telling.facts[name] for name in names if name in telling.facts]
    lines = [line for fact in (*(row.fact for row in rows), *named) for line in _lines(telling, fact)]
    return tuple(dict.fromkeys(lines))


def _lines(telling: Telling, fact: Fact) -> list[str]:
    """The computations behind a fact, the innermost first."""
    if not fact.terms:
        return []
    before = [line for term in fact.terms for line in _lines(telling, term)]
    terms = f" {fact.sign} ".join(telling.amount(term) for term in fact.terms)
    equals = "=" if fact.exact else "≈"
    outcome = telling.words.amount(fact.value, fact.unit)
    return [*before, telling.t("arithmetic", sum=f"{terms} {equals} {outcome}")]
