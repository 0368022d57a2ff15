"""Compose the list of indicators and the page of an indicator."""

from dataclasses import dataclass

from gongshi.read.values import Indicator
from gongshi.render.api import ROOT
from gongshi.render.citations import Citation
from gongshi.site import addresses, disputes, downloads, figures, pictures
from gongshi.site.citations import cite
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped
from gongshi.site.facts import code, fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Chart, Dispute, Download, Fact, Link, Row


@dataclass(frozen=True, slots=True)
class IndicatorList:
    """The indicators of one topic."""

    id: str
    topic: Link
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndicatorsPage:
    """All indicators by topic."""

    frame: Frame
    title: str
    lead: str
    topics: tuple[IndicatorList, ...]


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """An indicator: what it means and all its figures."""

    frame: Frame
    title: str
    lead: str
    disputes: tuple[Dispute, ...]
    charts: tuple[Chart, ...]
    rows: tuple[Row, ...]
    remark: str
    facts: tuple[Fact, ...]
    downloads: tuple[Download, ...]
    part: tuple[Download, ...]
    help: Link
    citation: Citation


def indicators(desk: Desk) -> IndicatorsPage:
    """All indicators by topic; those with a single figure lead to it."""
    title = desk.t("indicators-title")
    used = [i for i in desk.catalog.indicators.values() if i.id in desk.edition.by_indicator]
    lead = desk.t("indicators-lead", indicators=len(used))
    groups = grouped(used, lambda indicator: indicator.dataset)
    return IndicatorsPage(
        frame(desk, title, lead), title, lead, tuple(_group(desk, name, group) for name, group in groups.items())
    )


def indicator(desk: Desk, measured: Indicator) -> IndicatorPage:
    """The page of one indicator."""
    found = desk.edition.by_indicator[measured.id]
    title = measured.name[desk.language]
    places = [desk.catalog.areas[code].name[desk.language] for code in grouped(found, lambda figure: figure.area)]
    lead = desk.t("indicator-lead", count=desk.count("count-figures", len(found)), areas=desk.listed(places))
    table = next(t for t in desk.catalog.dataset(measured.dataset).tables)
    return IndicatorPage(
        frame=frame(
            desk,
            title,
            lead,
            [Link(desk.t("indicators-title"), desk.href(addresses.INDICATORS))],
            picture=addresses.shared_picture("indicators", measured.id),
        ),
        title=title,
        lead=lead,
        disputes=_disputes(desk, measured),
        charts=pictures.showing(desk, lambda figure: figure.indicator, measured.id),
        rows=figures.by_area(desk, found, "area", "scope"),
        remark=desk.t("indicator-remark"),
        facts=_facts(desk, measured),
        downloads=downloads.of_table(desk, table),
        part=downloads.of_part(desk, f"{ROOT}indicators/{measured.id}"),
        help=Link(desk.t("footer-api"), desk.href(addresses.API)),
        citation=cite(desk, "indicator", measured.id, title, addresses.indicator(measured.id)),
    )


def _group(desk: Desk, dataset: str, group: tuple[Indicator, ...]) -> IndicatorList:
    return IndicatorList(f"topic-{dataset}", desk.topic(dataset), tuple(_link(desk, measured) for measured in group))


def _link(desk: Desk, measured: Indicator) -> Link:
    found = desk.edition.by_indicator[measured.id]
    href = desk.figure(found[0]) if len(found) == 1 else desk.href(addresses.indicator(measured.id))
    return Link(measured.name[desk.language], href, desk.count("count-figures", len(found)))


def _disputes(desk: Desk, measured: Indicator) -> tuple[Dispute, ...]:
    known = desk.catalog.figures
    failing = [
        finding
        for finding in desk.edition.disagreements
        if any(known[name].indicator == measured.id for name in finding.relation.figures)
    ]
    return tuple(disputes.dispute(desk, finding) for finding in failing)


def _facts(desk: Desk, measured: Indicator) -> tuple[Fact, ...]:
    topic = desk.topic(measured.dataset)
    facts = (
        fact(desk.t("label-definition"), measured.definition[desk.language]),
        fact(desk.t("label-unit"), desk.words.unit(measured) or desk.t("label-unit-none")),
        fact(desk.t("label-per"), desk.words.per(measured)),
        fact(desk.t("label-measure"), desk.t(f"measure-{measured.measure}")),
        fact(desk.t("label-base"), measured.base[desk.language]),
        fact(desk.t("label-topic"), topic.text, topic.href),
        code(desk.t("label-id"), measured.id),
    )
    return known(facts)
