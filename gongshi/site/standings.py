"""Say how notices stand on the day of the build: in lines of lists, in words for their periods."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gongshi.check import days
from gongshi.read.ledgers import Notice
from gongshi.site import addresses, sentences
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame
from gongshi.site.parts import Link

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


def pending(desk: Desk) -> tuple[NoticeLine, ...]:
    """What is open for objection, then what will be: a home page shows each on its days."""
    return tuple(line(desk, notice) for name in PENDING for notice in in_state(desk, name))


def lasting(desk: Desk) -> tuple[NoticeLine, ...]:
    """The announcements, which stay."""
    return tuple(line(desk, notice) for notice in in_state(desk, "announcement"))


def every(desk: Desk) -> Sequence[Notice]:
    """All notices, the newest first."""
    by_slug = sorted(desk.catalog.notices.values(), key=lambda notice: notice.slug)
    return sorted(by_slug, key=_published, reverse=True)


def in_state(desk: Desk, name: str) -> Sequence[Notice]:
    """Notices that stand so: open ones by the day they close, coming ones by the day they open, others newest first."""
    today = desk.edition.today
    by_slug = sorted(desk.catalog.notices.values(), key=lambda notice: notice.slug)
    found = [notice for notice in by_slug if notice.state(today) == name]
    order = {"open": _closes, "closed": _closes, "upcoming": _opens, "announcement": _published}[name]
    return sorted(found, key=order, reverse=name in ("announcement", "closed"))


def _opens(notice: Notice) -> date:
    return notice.opens or date.max


def _closes(notice: Notice) -> date:
    return notice.closes or date.max


def _published(notice: Notice) -> date:
    return notice.published or date.min


def state(desk: Desk, notice: Notice) -> State:
    """How a notice stands on the day of the build."""
    today = desk.edition.today
    name = notice.state(today)
    if not (notice.opens and notice.closes):
        return State(name, "", "", "")
    return State(name, notice.opens.isoformat(), notice.closes.isoformat(), today.isoformat())


def line(desk: Desk, notice: Notice) -> NoticeLine:
    """A notice as an entry of a list."""
    return NoticeLine(
        state=state(desk, notice),
        link=Link(sentences.plain(desk, notice.title[desk.language]), desk.href(addresses.notice(notice.slug))),
        summary=sentences.plain(desk, notice.summary[desk.language]),
        publisher=notice.publisher[desk.language],
        day=day(desk, notice.published),
        iso=notice.published.isoformat() if notice.published else "",
        period=period(desk, notice),
    )


def period(desk: Desk, notice: Notice) -> str:
    """Both days, how many that is, in which unit, and whether the first counts; "" for an announcement."""
    if not (notice.opens and notice.closes):
        return ""
    count = days.length(notice.opens, notice.closes, notice.unit, notice.counting, desk.catalog.calendar)
    length = desk.t("notice-days-unknown") if count is None else desk.count(f"notice-days-{notice.unit}", count)
    counting = desk.t(f"notice-counting-{notice.counting}")
    ends = {"opens": day(desk, notice.opens), "closes": day(desk, notice.closes)}
    return desk.t("notice-period-words", **ends, length=length, counting=counting)


def counted(desk: Desk, notice: Notice) -> tuple[Link, ...]:
    """The period, and how many days it has in the other unit, where that is known: notices count in either."""
    if not (notice.opens and notice.closes):
        return ()
    other = "working" if notice.unit == "natural" else "natural"
    count = days.length(notice.opens, notice.closes, other, notice.counting, desk.catalog.calendar)
    also = () if count is None else (Link(desk.count(f"notice-also-{other}", count), ""),)
    return (Link(period(desk, notice), ""), *also)


def day(desk: Desk, known: date | None) -> str:
    """A day in words; "" where there is none."""
    return desk.words.day(known) if known else ""


def scripted(desk: Desk, around: Frame) -> Frame:
    """The frame of a page that tells how notices stand, with the script that keeps it true."""
    return replace(around, scripts=(*around.scripts, desk.asset(addresses.NOTICES_SCRIPT)))
