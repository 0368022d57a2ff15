"""Compose the list of notices and the page of each: how it stands today, how to object, what it rests on."""

from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from gongshi.read.ledgers import Notice
from gongshi.record import seen
from gongshi.site import addresses, downloads, figures, frames, metas, objecting, sentences, standings
from gongshi.site.desk import Desk
from gongshi.site.facts import code, fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.pages_prose import Prose
from gongshi.site.parts import Download, Event, Fact, Link, Row, Sentence
from gongshi.site.standings import NoticeLine, State

# In this order the list shows them; the second only where there are any.
STATES: Final = ("open", "upcoming", "announcement", "closed")
SOMETIMES: Final = ("upcoming",)


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """The notices that stand alike, and what is said where there are none."""

    state: str
    title: str
    remark: str
    lines: tuple[NoticeLine, ...]
    none: str
    none_text: str


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """What is open for objection now and until when, then announcements, then what is closed."""

    frame: Frame
    title: str
    lead: str
    groups: tuple[NoticeGroup, ...]
    feed: Link
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence that holds while a notice is in a state."""

    state: str
    text: str


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A notice: the matter, how to object, its facts, the figures it rests on."""

    frame: Frame
    state: State
    title: str
    lead: Sentence
    period: str
    body: Markup
    rows: tuple[Row, ...]
    sayings: tuple[Saying, ...]
    ways: tuple[Fact, ...]
    objections: tuple[Event, ...]
    facts: tuple[Fact, ...]
    downloads: tuple[Download, ...]


def notices(desk: Desk) -> NoticesPage:
    """All notices by how they stand on the day of the build."""
    title, lead = desk.t("notices-title"), desk.t("notices-lead")
    groups = (_group(desk, state) for state in STATES)
    return NoticesPage(
        frame=standings.scripted(desk, frame(desk, title, lead)),
        title=title,
        lead=lead,
        groups=tuple(group for group in groups if group.lines or group.state not in SOMETIMES),
        feed=Link(desk.t("feed-notices"), desk.href(addresses.NOTICES_FEED)),
        downloads=downloads.of_stem(desk, "data/notices"),
    )


def notice(desk: Desk, found: Notice, prose: Prose) -> NoticePage:
    """The page of one notice."""
    title, lead = sentences.plain(desk, prose.title), sentences.plain(desk, prose.summary)
    around = frame(desk, title, lead, [Link(desk.t("notices-title"), desk.href(addresses.NOTICES))], prose.twin)
    return NoticePage(
        frame=replace(standings.scripted(desk, around), meta=metas.of_notice(desk, found, title, lead)),
        state=standings.state(desk, found),
        title=title,
        lead=sentences.sentence(desk, prose.summary),
        period=standings.period(desk, found),
        body=prose.body,
        rows=figures.rows(desk, (desk.catalog.figures[id_] for id_ in found.figures)),
        sayings=_sayings(desk, found),
        ways=_ways(desk, found),
        objections=objecting.events(desk, "notice", found.slug),
        facts=_facts(desk, found),
        downloads=downloads.of_stem(desk, "data/notices"),
    )


def _group(desk: Desk, state: str) -> NoticeGroup:
    return NoticeGroup(
        state=state,
        title=desk.t(f"notices-{state}"),
        remark=desk.t(f"notices-{state}-remark"),
        lines=tuple(standings.line(desk, notice) for notice in standings.in_state(desk, state)),
        none=desk.t(f"notices-{state}-none"),
        none_text=desk.t(f"notices-{state}-none-text"),
    )


def _sayings(desk: Desk, notice: Notice) -> tuple[Saying, ...]:
    """How to object, for every state that the notice can be in."""
    states = ("upcoming", "open", "closed") if notice.opens and notice.closes else ("announcement",)
    ends = {"opens": standings.day(desk, notice.opens), "closes": standings.day(desk, notice.closes)}
    return tuple(Saying(state, desk.t(f"notice-object-{state}", **ends)) for state in states)


def _ways(desk: Desk, notice: Notice) -> tuple[Fact, ...]:
    """The ways to whoever answers for the notice, then to whoever keeps this site."""
    contact, language = notice.contact, desk.language
    own = objecting.ways(desk, notice.slug, sentences.plain(desk, notice.title[language]))
    return known(
        (
            fact(desk.t("notice-phone"), contact.phone),
            fact(desk.t("notice-address"), contact.address[language]),
            fact(desk.t("notice-mail"), contact.mail, f"mailto:{contact.mail}" if contact.mail else ""),
            fact(desk.t("notice-hotline"), notice.hotline),
            Fact(desk.t("notice-site"), own),
        )
    )


def _facts(desk: Desk, notice: Notice) -> tuple[Fact, ...]:
    language, catalog = desk.language, desk.catalog
    area = catalog.areas.get(notice.area)
    datasets = (catalog.dataset(name) for name in notice.datasets)
    links = (Link(one.title[language], desk.href(addresses.dataset(one.name))) for one in datasets)
    return known(
        (
            fact(desk.t("notice-kind"), desk.t(f"notice-kind-{notice.kind}")),
            code(desk.t("notice-index"), notice.index),
            Fact(desk.t("notice-item"), (_item(desk, notice),)),
            fact(desk.t("notice-publisher"), notice.publisher[language]),
            fact(desk.t("notice-level"), desk.t(f"notice-level-{notice.level}") if notice.level else ""),
            Fact(desk.t("label-area"), (desk.area(area),) if area else ()),
            fact(desk.t("notice-signed"), standings.day(desk, notice.signed)),
            fact(desk.t("notice-published"), standings.day(desk, notice.published)),
            Fact(desk.t("notice-first-seen"), first_seen(desk, notice)),
            Fact(desk.t("notice-period"), standings.counted(desk, notice)),
            fact(desk.t("notice-reviewer"), notice.reviewer[language]),
            Fact(desk.t("notice-datasets"), tuple(links)),
            code(desk.t("label-permanent"), frames.address(desk)),
        )
    )


def _item(desk: Desk, notice: Notice) -> Link:
    """The item of what must be published, leading to the catalogue."""
    item = desk.catalog.obligations.get(notice.item)
    return Link(item.name[desk.language], desk.href(addresses.OBLIGATIONS, item.id)) if item else Link(notice.item, "")


def first_seen(desk: Desk, notice: Notice) -> tuple[Link, ...]:
    """The first release that holds the notice, where it is of another day than the notice says; else nothing."""
    found = seen.first(desk.edition.history, notice.place.file)
    if found is None or found.day == notice.published:
        return ()
    words = desk.t("notice-first-seen-words", day=desk.words.day(found.day), release=found.name)
    return (Link(words, desk.href(addresses.release(found.name))),)
