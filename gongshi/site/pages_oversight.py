"""Compose the page that a supervisor opens first: facts with links, no score and no ranking."""

from dataclasses import dataclass
from typing import Final

from gongshi.check import duties, objections
from gongshi.check.duties import Assessment
from gongshi.read.ledgers import Correction, Objection
from gongshi.site import (
    addresses,
    disputes,
    editions,
    figures,
    objecting,
    pages_duties,
    pages_objections,
    pages_obligations,
    standings,
)
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame, frame
from gongshi.site.pages_duties import DutyLine
from gongshi.site.parts import Dispute, Event, Link, Tally
from gongshi.site.standings import NoticeLine

LACKING: Final = ("late", "partly", "unknown")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An objection that is not answered yet: what it is about, and how it stands."""

    about: Link
    state: str
    late: bool


@dataclass(frozen=True, slots=True)
class OversightPage:
    """What is open, what does not add up, what was corrected, what waits, and how to verify all of it."""

    frame: Frame
    title: str
    lead: str
    edition: str
    tallies: tuple[Tally, ...]
    notices: tuple[NoticeLine, ...]
    compiled: bool
    judged: str
    obligations: Link
    duties: tuple[DutyLine, ...]
    disputes: tuple[Dispute, ...]
    corrections: tuple[Event, ...]
    waiting: tuple[Waiting, ...]
    head: str
    release: Link | None
    ways: tuple[Link, ...]


def oversight(desk: Desk) -> OversightPage:
    """The page as of the day of the build."""
    title, lead = desk.t("oversight-title"), desk.t("oversight-lead")
    catalog = desk.catalog
    waiting = tuple(one for one in catalog.objections.values() if one.waits)
    return OversightPage(
        frame=standings.scripted(desk, frame(desk, title, lead)),
        title=title,
        lead=lead,
        edition=desk.t("oversight-day", day=desk.words.day(desk.edition.today)),
        tallies=_tallies(desk, waiting),
        notices=(*standings.pending(desk), *standings.lasting(desk)),
        compiled=catalog.publication.kind == "compiled",
        judged=pages_obligations.judged(desk),
        obligations=Link(desk.t("obligations-title"), desk.href(addresses.OBLIGATIONS)),
        duties=tuple(pages_duties.line(desk, one) for one in _lacking(desk)),
        disputes=tuple(disputes.dispute(desk, finding) for finding in desk.edition.disagreements),
        corrections=tuple(_corrected(desk, one) for one in reversed(tuple(catalog.corrections.values()))),
        waiting=tuple(_waiting(desk, one) for one in waiting),
        head=desk.edition.history.head[1],
        release=_release(desk),
        ways=_ways(desk),
    )


def _tallies(desk: Desk, waiting: tuple[Objection, ...]) -> tuple[Tally, ...]:
    opened = sum(1 for line in standings.pending(desk) if line.state.name == "open")
    late = sum(1 for one in waiting if objections.lateness(one, desk.catalog, desk.edition.today))
    official = desk.catalog.publication.kind != "compiled"
    return (
        _tally(desk, "open", opened, addresses.NOTICES),
        *((_tally(desk, "lacking", len(_lacking(desk)), addresses.OBLIGATIONS, "caution"),) if official else ()),
        _tally(desk, "disagree", len(desk.edition.disagreements), addresses.CHECKS, "caution"),
        _tally(desk, "corrected", len(desk.catalog.corrections), addresses.CORRECTIONS, "caution"),
        _tally(desk, "waiting", len(waiting), addresses.OBJECTIONS, "caution" if late else "plain"),
        _tally(desk, "released", len(desk.edition.history.releases), addresses.RELEASES),
    )


def _lacking(desk: Desk) -> tuple[Assessment, ...]:
    """What is or was late, is incomplete, or cannot be judged; a compiled publication says this of nobody."""
    found = duties.assessments(desk.catalog, desk.edition.today)
    return tuple(one for one in found if one.state in LACKING or (one.late and one.state != "withheld"))


def _tally(desk: Desk, key: str, number: int, address: str, kind: str = "plain") -> Tally:
    return Tally(number, desk.t(f"oversight-tally-{key}"), desk.href(address), kind if number else "zero")


def _corrected(desk: Desk, one: Correction) -> Event:
    """A correction with the name of its figure before it."""
    told = editions.event(desk, one)
    named = desk.t("page-named", name=figures.named(desk, one.figure).text, text=told.text)
    return Event(named, told.href, told.why)


def _waiting(desk: Desk, one: Objection) -> Waiting:
    late = bool(objections.lateness(one, desk.catalog, desk.edition.today))
    return Waiting(pages_objections.about(desk, one), objecting.state(desk, one), late)


def _release(desk: Desk) -> Link | None:
    history = desk.edition.history
    if not history.releases:
        return None
    last = history.releases[-1]
    name = desk.t("page-edition-dated", edition=last.name, issued=desk.words.day(last.day))
    return Link(name, desk.href(addresses.release(last.name)))


def _ways(desk: Desk) -> tuple[Link, ...]:
    """The other pages of oversight."""
    listed = (
        ("checks-title", addresses.CHECKS),
        ("commitments-title", addresses.COMMITMENTS),
        ("notices-title", addresses.NOTICES),
        ("obligations-title", addresses.OBLIGATIONS),
        ("corrections-title", addresses.CORRECTIONS),
        ("objections-title", addresses.OBJECTIONS),
        ("releases-title", addresses.RELEASES),
        ("verify-title", addresses.VERIFY),
    )
    return tuple(Link(desk.t(key), desk.href(address)) for key, address in listed)
