"""Compose what a link to a page is shown with elsewhere: the picture of a topic or an indicator, and its words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gongshi.check.comparisons import against
from gongshi.check.exhibits import Exhibit, exhibit
from gongshi.check.relations import Finding
from gongshi.read.collection import Dataset, View
from gongshi.read.values import Figure
from gongshi.render.charts import card
from gongshi.render.charts.card import Card
from gongshi.render.charts.rows import moment
from gongshi.render.charts.spark import spark
from gongshi.site import figures
from gongshi.site.addresses import shared_picture
from gongshi.site.desk import Desk


@dataclass(frozen=True)
class Choice:
    """The figure that stands for a page, what it is called there, and the chart that shows it, if one can."""

    figure: Figure
    name: str
    chart: Exhibit | None


def pictures(desk: Desk, scratch: Path) -> Mapping[str, bytes]:
    """The picture of every topic and of every indicator that has a page, by its path within the language."""
    barred = against(desk.catalog)
    return card.draw((*_topics(desk, barred), *_indicators(desk, barred)), desk.words, scratch)


def _topics(desk: Desk, barred: tuple[Finding, ...]) -> Iterator[Card]:
    for topic in desk.catalog.topics:
        found = desk.edition.by_topic.get(topic.name, ())
        if found:
            headline = _headline(desk, topic)
            chosen, chart = _typical(desk, (headline,) if headline else found, topic.views, barred)
            choice = Choice(chosen, figures.name(desk, chosen, *figures.ELSEWHERE), chart)
            yield _card(desk, shared_picture("topics", topic.name), topic.title[desk.language], choice)


def _indicators(desk: Desk, barred: tuple[Finding, ...]) -> Iterator[Card]:
    for name, found in desk.edition.by_indicator.items():
        if len(found) > 1:
            indicator = desk.catalog.indicators[name]
            views = (view for view in desk.catalog.views if _is_of(desk, view, name))
            chosen, chart = _typical(desk, found, tuple(views), barred)
            choice = Choice(chosen, figures.name(desk, chosen, "area", "scope"), chart)
            yield _card(desk, shared_picture("indicators", name), indicator.name[desk.language], choice)


def _headline(desk: Desk, topic: Dataset) -> Figure | None:
    """The first figure of the topic that the home page shows."""
    declared = (desk.catalog.figures.get(headline.figure) for headline in desk.catalog.publication.headlines)
    return next((figure for figure in declared if figure and figure.dataset == topic.name), None)


def _is_of(desk: Desk, view: View, indicator: str) -> bool:
    """Whether a view shows one indicator alone."""
    return {figure.indicator for figure in desk.edition.shown[f"{view.dataset}/{view.id}"]} == {indicator}


def _typical(
    desk: Desk, found: Iterable[Figure], views: tuple[View, ...], barred: tuple[Finding, ...]
) -> tuple[Figure, Exhibit | None]:
    """The figure that a chart shows best and nothing contradicts, done rather than promised, of a whole area, the last.

    With it the chart: one that is declared, else what can stand beside the figure.
    """

    def chart(figure: Figure) -> Exhibit | None:
        declared = (view for view in views if figure in desk.edition.shown[f"{view.dataset}/{view.id}"])
        view = next(declared, None)
        return exhibit(view, desk.catalog) if view else spark(figure, desk.catalog, barred)

    def rank(pair: tuple[Figure, Exhibit | None]) -> tuple[bool, bool, bool, bool, int]:
        figure, shown = pair
        disputed, promised = figure.id in desk.edition.disputes, figure.kind != "actual"
        return disputed, shown is None, promised, bool(figure.scope), -moment(figure).toordinal()

    return min(((figure, chart(figure)) for figure in found), key=rank)


def _card(desk: Desk, path: str, title: str, choice: Choice) -> Card:
    publication, figure = desk.catalog.publication, choice.figure
    site = publication.title[desk.language]
    value, caution = _value(desk, figure)
    return Card(
        path=path,
        brand=desk.t("share-brand", site=site, tagline=publication.tagline[desk.language]),
        title=title,
        value=value,
        remark=desk.t("page-comma-place").join(
            (choice.name, desk.t(f"kind-{figure.kind}").lower(), _dated(desk, figure))
        ),
        caution=caution,
        foot=_foot(desk, choice),
        chart=choice.chart,
    )


def _value(desk: Desk, figure: Figure) -> tuple[str, str]:
    """The value, with all others that the documents give for the same, and what to say of that."""
    found = desk.edition.disputes.get(figure.id, ())
    conflict = next((finding for finding in found if finding.relation.kind == "conflict"), None)
    if conflict:
        rivals = (desk.catalog.figures[term] for term in conflict.relation.terms)
        return " / ".join(str(desk.value(rival)) for rival in rivals), desk.t("share-conflict")
    return str(desk.value(figure)), desk.t("share-disputed") if found else ""


def _dated(desk: Desk, figure: Figure) -> str:
    period = desk.words.period(figure)
    return period if figure.dating == "stated" else desk.t("page-period-inferred", period=period)


def _foot(desk: Desk, choice: Choice) -> tuple[str, ...]:
    """Every document of what is shown; then the edition and what it is."""
    publication, shown = desk.catalog.publication, choice.chart.everything if choice.chart else ()
    names = dict.fromkeys(figure.source for figure in (choice.figure, *shown))
    sources = desk.t("page-semicolon").join(desk.short(desk.catalog.sources[name]) for name in names)
    edition = desk.t(
        "drawing-image-edition",
        site=publication.title[desk.language],
        edition=publication.edition,
        day=desk.words.day(publication.issued),
    )
    compiled = desk.t("drawing-image-compiled") if publication.kind == "compiled" else ""
    line = desk.t("drawing-gap").join(part for part in (edition, publication.address, compiled) if part)
    return desk.t("drawing-image-source", source=sources), line
