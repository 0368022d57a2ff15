"""Turn figures into rows, records and headlines."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from gongshi.read.collection import Headline as Declared
from gongshi.read.values import Figure
from gongshi.render import naming
from gongshi.render.citations import Citation
from gongshi.site import addresses, citations, disputes, editions, objecting, sentences
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped
from gongshi.site.parts import Headline, Link, Quotation, Record, Row, Value
from gongshi.site.tongues import quotation

HERE: Final = ("indicator", "scope")
ELSEWHERE: Final = naming.WHOLE


def rows(desk: Desk, figures: Iterable[Figure], *named: str) -> tuple[Row, ...]:
    """Figures as rows, named by the given parts: area, indicator, scope; alike names get their period."""
    return _told_apart(desk, _joined(desk, {figure.id: row(desk, figure, *named) for figure in figures}))


def within_source(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows without their source, for lists under a heading that names it."""
    return tuple(replace(one, source=None) for one in rows)


def by_indicator(desk: Desk, figures: Iterable[Figure], *named: str) -> tuple[Row, ...]:
    """Figures as rows, those of one indicator together and in order of time."""
    groups = grouped(figures, lambda figure: figure.indicator).values()
    return rows(desk, (figure for group in groups for figure in sorted(group, key=_time)), *named)


def by_area(desk: Desk, figures: Iterable[Figure], *named: str) -> tuple[Row, ...]:
    """Figures as rows, those of one area together and in order of time."""
    groups = grouped(figures, lambda figure: figure.area).values()
    return rows(desk, (figure for group in groups for figure in sorted(group, key=_time)), *named)


def row(desk: Desk, figure: Figure, *named: str) -> Row:
    """A figure as a row that leads to its home."""
    found = desk.edition.disputes.get(figure.id, ())
    return Row(
        id=figure.id,
        href=desk.figure(figure),
        name=name(desk, figure, *(named or ELSEWHERE)),
        value=value(desk, figure),
        kind=figure.kind,
        period=desk.words.period(figure),
        inferred=figure.dating == "inferred",
        provisional=figure.status == "provisional",
        quote=quotation(figure.stated),
        source=desk.source(figure.source, figure.locator),
        disputed=disputes.link(desk, found[0]) if found else None,
    )


def name(desk: Desk, figure: Figure, *named: str) -> str:
    """What a figure is called where the parts left out are clear from the page."""
    return naming.name(desk.catalog, desk.words, figure, named)


def named(desk: Desk, id_: str) -> Link:
    """A figure by its name, leading to its home; one that is gone by its id alone."""
    figure = desk.catalog.figures.get(id_)
    return Link(name(desk, figure, *ELSEWHERE), desk.figure(figure), id_) if figure else Link(id_, "")


def value(desk: Desk, figure: Figure) -> Value:
    """A figure's value: for programs, and in words."""
    indicator = desk.catalog.indicators[figure.indicator]
    per = desk.words.per(indicator)
    before, after = (per, "") if desk.language == "zh" else ("", per)
    return Value(f"{figure.value:f}", before, desk.value(figure), after)


def records(desk: Desk, figures: Iterable[Figure]) -> tuple[Record, ...]:
    """Figures at their home; alike names get their period."""
    made = tuple(record(desk, figure) for figure in figures)
    rows = _told_apart(desk, tuple(one.row for one in made))
    return tuple(replace(one, row=named) for one, named in zip(made, rows, strict=True))


def record(desk: Desk, figure: Figure) -> Record:
    """A figure with all that is known of it."""
    language, indicator = desk.language, desk.catalog.indicators[figure.indicator]
    area = desk.catalog.areas[figure.area]
    found = desk.edition.checked.get(figure.id, ())
    return Record(
        row=row(desk, figure, *HERE),
        area=Link(area.name[language], desk.href(addresses.area(area.code)), area.code),
        indicator=desk.indicator(indicator.id),
        definition=indicator.definition[language],
        unit=desk.words.unit(indicator),
        base=indicator.base[language],
        scope=desk.scope(figure.scope),
        bound=desk.t(f"bound-{figure.bound}"),
        note=_note(figure.note),
        disputes=tuple(disputes.dispute(desk, finding) for finding in found if not finding.holds),
        agreements=tuple(disputes.dispute(desk, finding) for finding in found if finding.holds),
        citation=citation(desk, figure),
        address=address(desk, figure),
        history=editions.history(desk, figure.id),
        objections=objecting.events(desk, "figure", figure.id),
        ways=objecting.ways(desk, figure.id, name(desk, figure, *ELSEWHERE)),
    )


def citation(desk: Desk, figure: Figure) -> Citation:
    """A figure with its value and the document it is from; all values of a disputed one."""
    found = desk.edition.disputes.get(figure.id, ())
    conflict = next((f for f in found if f.relation.kind == "conflict"), None)
    terms = conflict.relation.terms if conflict else ()
    title = naming.cited(desk.catalog, desk.words, figure, terms)
    return citations.cite(desk, "figure", figure.id, title, _home(figure))


def address(desk: Desk, figure: Figure) -> str:
    """The permanent address of a figure, or its URN where the publication has no address."""
    return citations.permanent(desk, "figure", figure.id, _home(figure))


def _home(figure: Figure) -> str:
    return f"{addresses.records(figure.area, figure.dataset)}#{figure.id}"


def headline(desk: Desk, declared: Declared) -> Headline:
    """A figure beside the sentence that carries it."""
    known = desk.catalog.figures
    found = desk.edition.disputes.get(declared.figure, ())
    terms = next((f.relation.terms for f in found if f.relation.kind == "conflict"), ())
    rivals = tuple(row(desk, known[term]) for term in terms if term != declared.figure)
    return Headline(
        replace(row(desk, known[declared.figure]), rivals=rivals),
        sentences.sentence(desk, declared.sentence[desk.language]),
    )


def _joined(desk: Desk, rows: Mapping[str, Row]) -> tuple[Row, ...]:
    """Figures that contradict each other as one row, where the list holds all of them."""
    kept = dict(rows)
    for finding in desk.edition.disagreements:
        first, *others = finding.relation.terms
        if finding.relation.kind == "conflict" and set(finding.relation.terms) <= set(kept):
            kept[first] = replace(kept[first], rivals=tuple(kept.pop(other) for other in others))
    return tuple(kept.values())


def _told_apart(desk: Desk, made: tuple[Row, ...]) -> tuple[Row, ...]:
    counts = Counter(one.name for one in made)
    return tuple(_dated(desk, one) if counts[one.name] > 1 else one for one in made)


def _dated(desk: Desk, one: Row) -> Row:
    return replace(one, name=desk.t("page-name-period", name=one.name, period=one.period))


def _time(figure: Figure) -> tuple[date, date]:
    end = figure.period_end or date.max
    return figure.period_start or end, end


def _note(text: str) -> Quotation | None:
    return quotation(text) if text else None
