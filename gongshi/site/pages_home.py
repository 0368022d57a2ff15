"""Compose the home page and the page for lost readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gongshi.site import addresses, disputes, downloads, figures, pictures
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame, frame
from gongshi.site.pages_prose import ArticleLine
from gongshi.site.parts import Chart, Dispute, Download, Headline, Link, Tally
from gongshi.site.standings import NoticeLine, pending, scripted

SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: the claim, what is open for objection, figures, charts, what needs attention, ways in."""

    frame: Frame
    title: str
    lead: str
    notices: tuple[NoticeLine, ...]
    remark: str
    all: Link
    headlines: tuple[Headline, ...]
    charts: tuple[Chart, ...]
    tallies: tuple[Tally, ...]
    disputes: tuple[Dispute, ...]
    topics: tuple[Link, ...]
    areas: tuple[Link, ...]
    articles: tuple[ArticleLine, ...]
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class LostPage:
    """The page for addresses that lead nowhere."""

    frame: Frame
    title: str
    lead: str
    ways: tuple[Link, ...]


def home(desk: Desk, articles: Sequence[ArticleLine]) -> HomePage:
    """The home page."""
    publication, language, edition = desk.catalog.publication, desk.language, desk.edition
    around, notices = frame(desk, publication.title[language], publication.lead[language]), pending(desk)
    return HomePage(
        frame=scripted(desk, around) if notices else around,
        title=publication.claim[language],
        lead=publication.lead[language],
        notices=notices,
        remark=desk.count("home-chosen", len(desk.catalog.figures)),
        all=Link(desk.t("home-all"), desk.href(addresses.INDICATORS)),
        headlines=tuple(figures.headline(desk, declared) for declared in publication.headlines),
        charts=pictures.charts(desk, (edition.drawing(language, name) for name in publication.charts)),
        tallies=tallies(desk),
        disputes=tuple(disputes.dispute(desk, finding) for finding in edition.disagreements[:SHOWN]),
        topics=tuple(_topic(desk, dataset.name) for dataset in desk.catalog.topics),
        areas=tuple(_area(desk, code) for code in sorted(edition.by_area)),
        articles=tuple(articles[:SHOWN]),
        downloads=(*downloads.whole(desk), *downloads.of_stem(desk, "data/figures", desk.t("data-figures"))[:1]),
    )


def lost(desk: Desk) -> LostPage:
    """The page shown for an address that leads nowhere."""
    title, lead = desk.t("lost-title"), desk.t("lost-lead")
    found = frame(desk, title, lead)
    return LostPage(found, title, lead, tuple(Link(item.text, item.href) for item in found.nav))


def tallies(desk: Desk) -> tuple[Tally, ...]:
    """What needs attention, as five numbers."""
    edition, catalog = desk.edition, desk.catalog
    unanswered = sum(1 for commitment in catalog.commitments.values() if not commitment.answer)
    inferred = sum(1 for figure in catalog.figures.values() if figure.dating == "inferred")
    absent = sum(len(dataset.absent) for dataset in catalog.topics)
    return (
        _tally(desk, len(edition.disagreements), "disagree", addresses.CHECKS, caution=True),
        _tally(desk, len(edition.findings) - len(edition.disagreements), "agree", addresses.CHECKS),
        _tally(desk, unanswered, "unanswered", addresses.COMMITMENTS, caution=True),
        _tally(desk, absent, "absent", addresses.TOPICS, caution=True),
        _tally(desk, inferred, "inferred", addresses.SOURCES),
    )


def _tally(desk: Desk, number: int, key: str, address: str, caution: bool = False) -> Tally:
    kind = "zero" if not number else "caution" if caution else "plain"
    return Tally(number, desk.t(f"tally-{key}"), desk.href(address), kind)


def _topic(desk: Desk, name: str) -> Link:
    link = desk.topic(name)
    return Link(link.text, link.href, desk.count("count-figures", len(desk.edition.by_topic.get(name, ()))))


def _area(desk: Desk, code: str) -> Link:
    link = desk.area(desk.catalog.areas[code])
    return Link(link.text, link.href, desk.count("count-figures", len(desk.edition.by_area[code])))
