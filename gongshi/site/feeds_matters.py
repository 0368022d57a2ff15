"""Compose the feeds of what people may act on: notices as they are published, open and close, objections and answers.

An entry stands from its day on: a feed says what happened, and a build before the day cannot know that it will.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from gongshi.read.ledgers import Notice, Objection
from gongshi.render.feeds import Entry, Feed, urn
from gongshi.site import addresses, feeding, objecting, pages_objections, sentences, standings
from gongshi.site.desk import Desk


def notices(desk: Desk) -> Feed:
    """The notices: each when it was published and, where it is open for objection, when that began and ended."""
    title = desk.t("feed-notices-title", site=desk.catalog.publication.title[desk.language])
    entries = (entry for notice in standings.every(desk) for entry in _of_notice(desk, notice))
    return feeding.feed(desk, "notices", title, addresses.NOTICES, _happened(desk, entries))


def objections(desk: Desk) -> Feed:
    """The objections: each when it was received, and when it was answered or withdrawn."""
    title = desk.t("feed-objections-title", site=desk.catalog.publication.title[desk.language])
    entries = (entry for one in desk.catalog.objections.values() for entry in _of_objection(desk, one))
    return feeding.feed(desk, "objections", title, addresses.OBJECTIONS, _happened(desk, entries))


def _happened(desk: Desk, entries: Iterator[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.updated <= desk.edition.today)


def _of_notice(desk: Desk, notice: Notice) -> Iterator[Entry]:
    """What happens to a notice, the last first. The day after its last is the first on which it is closed."""
    if notice.opens and notice.closes:
        yield _stage(desk, notice, "closed", notice.closes + timedelta(days=1))
        yield _stage(desk, notice, "open", notice.opens)
    if notice.published:
        yield _stage(desk, notice, "published", notice.published)


def _stage(desk: Desk, notice: Notice, stage: str, day: date) -> Entry:
    summary, period = sentences.plain(desk, notice.summary[desk.language]), standings.period(desk, notice)
    return Entry(
        id=urn("notice", f"{notice.slug}:{stage}"),
        title=desk.t(f"feed-notice-{stage}", title=sentences.plain(desk, notice.title[desk.language])),
        updated=day,
        href=feeding.at(desk, addresses.notice(notice.slug)),
        summary=desk.t("feed-notice-summary", summary=summary, period=period) if period else summary,
    )


def _of_objection(desk: Desk, objection: Objection) -> Iterator[Entry]:
    """What happens to an objection, the last first."""
    if objection.answered:
        yield _turn(desk, objection, "answered", objection.answered, objection.answer[desk.language])
    if objection.received:
        yield _turn(desk, objection, "received", objection.received, objection.summary[desk.language])


def _turn(desk: Desk, objection: Objection, turn: str, day: date, summary: str) -> Entry:
    about = pages_objections.about(desk, objection).text
    said = objecting.state(desk, objection) if turn == "answered" else desk.t("feed-objection-received")
    return Entry(
        id=urn("objection", f"{objection.id}:{turn}"),
        title=desk.t("page-named", name=about, text=said),
        updated=day,
        href=feeding.at(desk, f"{addresses.OBJECTIONS}#{objection.id}"),
        summary=summary or objection.summary[desk.language],
    )
