"""Compose the list of notices and the page of each: how it stands today, how to object, what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from markupsafe import Markup

from gongshi.check import days
from gongshi.read.ledgers import Notice
from gongshi.record import seen
from gongshi.site import addresses, downloads, figures, frames, metas, sentences
from gongshi.site.desk import Desk
from gongshi.site.facts import code, fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.pages_prose import Prose
from gongshi.site.parts import Download, Fact, Link, Row, Sentence

# In this order the list shows them; the second only where there are any.
STATES: Final = ("open", "upcoming", "announcement", "closed")
SOMETIMES: Final = ("upcoming",)
PENDING: Final = ("open", "upcoming")


@dataclass(frozen=True, slots=True)
class State:
    """How a notice stands on the day of the build, and the days by which a browser brings it up to date.

    All days are "" for an announcement, which stands as it is for ever.
    """

    name: str
    opens: str
    closes: str
    today: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice in a list; `period` is "" for an announcement."""

    state: State
    link: Link
    summary: str
    publisher: str
    day: str
    iso: str
    period: str


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
    facts: tuple[Fact, ...]
    downloads: tuple[Download, ...]


def notices(desk: Desk) -> NoticesPage:
    """All notices by how they stand on the day of the build."""
    title, lead = desk.t("notices-title"), desk.t("notices-lead")
    groups = (_group(desk, state) for state in STATES)
    return NoticesPage(
        frame=_scripted(desk, frame(desk, title, lead)),
        title=title,
        lead=lead,
        groups=tuple(group for group in groups if group.lines or group.state not in SOMETIMES),
        downloads=downloads.of_stem(desk, "data/notices"),
    )


def pending(desk: Desk) -> tuple[NoticeLine, ...]:
    """What is open for objection, then what will be: a home page shows each on its days."""
    return tuple(_line(desk, notice) for state in PENDING for notice in _in_state(desk, state))


def notice(desk: Desk, found: Notice, prose: Prose) -> NoticePage:
    """The page of one notice."""
    title, lead = sentences.plain(desk, prose.title), sentences.plain(desk, prose.summary)
    around = frame(desk, title, lead, [Link(desk.t("notices-title"), desk.href(addresses.NOTICES))], prose.twin)
    return NoticePage(
        frame=replace(_scripted(desk, around), meta=metas.of_notice(desk, found, title, lead)),
        state=_state(desk, found),
        title=title,
        lead=sentences.sentence(desk, prose.summary),
        period=_period(desk, found),
        body=prose.body,
        rows=figures.rows(desk, (desk.catalog.figures[id_] for id_ in found.figures)),
        sayings=_sayings(desk, found),
        ways=_ways(desk, found),
        facts=_facts(desk, found),
        downloads=downloads.of_stem(desk, "data/notices"),
    )


def script(desk: Desk) -> str:
    """The link to the script that brings states up to date."""
    return desk.shared(addresses.NOTICES_SCRIPT)


def _scripted(desk: Desk, around: Frame) -> Frame:
    return replace(around, scripts=(*around.scripts, script(desk)))


def _group(desk: Desk, state: str) -> NoticeGroup:
    return NoticeGroup(
        state=state,
        title=desk.t(f"notices-{state}"),
        remark=desk.t(f"notices-{state}-remark"),
        lines=tuple(_line(desk, notice) for notice in _in_state(desk, state)),
        none=desk.t(f"notices-{state}-none"),
        none_text=desk.t(f"notices-{state}-none-text"),
    )


def _in_state(desk: Desk, state: str) -> Sequence[Notice]:
    """Open ones by the day they close, coming ones by the day they open, others newest first."""
    today = desk.edition.today
    by_slug = sorted(desk.catalog.notices.values(), key=lambda notice: notice.slug)
    found = [notice for notice in by_slug if notice.state(today) == state]
    order = {"open": _closes, "closed": _closes, "upcoming": _opens, "announcement": _published}[state]
    return sorted(found, key=order, reverse=state in ("announcement", "closed"))


def _opens(notice: Notice) -> date:
    return notice.opens or date.max


def _closes(notice: Notice) -> date:
    return notice.closes or date.max


def _published(notice: Notice) -> date:
    return notice.published or date.min


def _state(desk: Desk, notice: Notice) -> State:
    today = desk.edition.today
    state = notice.state(today)
    if state == "announcement" or not (notice.opens and notice.closes):
        return State(state, "", "", "")
    return State(state, notice.opens.isoformat(), notice.closes.isoformat(), today.isoformat())


def _line(desk: Desk, notice: Notice) -> NoticeLine:
    return NoticeLine(
        state=_state(desk, notice),
        link=Link(sentences.plain(desk, notice.title[desk.language]), desk.href(addresses.notice(notice.slug))),
        summary=sentences.plain(desk, notice.summary[desk.language]),
        publisher=notice.publisher[desk.language],
        day=_day(desk, notice.published),
        iso=notice.published.isoformat() if notice.published else "",
        period=_period(desk, notice),
    )


def _day(desk: Desk, day: date | None) -> str:
    return desk.words.day(day) if day else ""


def _period(desk: Desk, notice: Notice) -> str:
    """Both days, how many that is, in which unit, and whether the first counts; "" for an announcement."""
    if not (notice.opens and notice.closes):
        return ""
    count = days.length(notice.opens, notice.closes, notice.unit, notice.counting, desk.catalog.calendar)
    length = desk.t("notice-days-unknown") if count is None else desk.count(f"notice-days-{notice.unit}", count)
    counting = desk.t(f"notice-counting-{notice.counting}")
    ends = {"opens": _day(desk, notice.opens), "closes": _day(desk, notice.closes)}
    return desk.t("notice-period-words", **ends, length=length, counting=counting)


def _sayings(desk: Desk, notice: Notice) -> tuple[Saying, ...]:
    """How to object, for every state that the notice can be in."""
    states = ("upcoming", "open", "closed") if notice.opens and notice.closes else ("announcement",)
    ends = {"opens": _day(desk, notice.opens), "closes": _day(desk, notice.closes)}
    return tuple(Saying(state, desk.t(f"notice-object-{state}", **ends)) for state in states)


def _ways(desk: Desk, notice: Notice) -> tuple[Fact, ...]:
    """The ways to whoever answers for the notice, then to whoever keeps this site."""
    publication, contact, language = desk.catalog.publication, notice.contact, desk.language
    mail = f"mailto:{publication.email}" if publication.email else ""
    own = (Link(publication.contact[language], ""), Link(publication.email, mail))
    return known(
        (
            fact(desk.t("notice-phone"), contact.phone),
            fact(desk.t("notice-address"), contact.address[language]),
            fact(desk.t("notice-mail"), contact.mail, f"mailto:{contact.mail}" if contact.mail else ""),
            fact(desk.t("notice-hotline"), notice.hotline),
            Fact(desk.t("notice-site"), tuple(link for link in own if link.text)),
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
            fact(desk.t("notice-signed"), _day(desk, notice.signed)),
            fact(desk.t("notice-published"), _day(desk, notice.published)),
            Fact(desk.t("notice-first-seen"), first_seen(desk, notice)),
            fact(desk.t("notice-period"), _period(desk, notice)),
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
