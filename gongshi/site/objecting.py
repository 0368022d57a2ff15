"""Say how to object to something, and what was objected to it already."""

from typing import Final
from urllib.parse import quote

from gongshi.check import objections
from gongshi.read.ledgers import Objection
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.parts import Event, Link

# What the template of the issue form's address is filled with: what it is about, and the title of the issue.
ABOUT, TITLE = "{about}", "{title}"
ENDED: Final = {"rejected": "object-rejected", "withdrawn": "object-withdrawn"}


def ways(desk: Desk, about: str = "", title: str = "") -> tuple[Link, ...]:
    """The ways that publication.yaml names, in words; the issue form comes filled in.

    `about` is the id of the figure, notice or topic, `title` what readers call it.
    """
    publication, language = desk.catalog.publication, desk.language
    offered = (
        Link(publication.contact[language], ""),
        Link(publication.email, f"mailto:{publication.email}") if publication.email else None,
        Link(desk.t("object-post", address=publication.post[language]), "") if publication.post[language] else None,
        Link(desk.t("object-issue" if about else "object-issue-blank"), form(desk, about, title))
        if publication.issues
        else None,
    )
    return tuple(way for way in offered if way)


def form(desk: Desk, about: str, title: str) -> str:
    """The address of the issue form with the id and the title filled in."""
    named = desk.t("object-issue-title", title=title) if title else ""
    address = desk.catalog.publication.issues
    return address.replace(ABOUT, quote(about, safe="")).replace(TITLE, quote(named, safe=""))


def events(desk: Desk, kind: str, about: str) -> tuple[Event, ...]:
    """What was objected to a figure, a notice or a topic: when, how it stands, and what it says."""
    return tuple(event(desk, one) for one in desk.edition.objected.get(f"{kind}/{about}", ()))


def event(desk: Desk, objection: Objection) -> Event:
    """An objection in a line that leads to its place in the register."""
    received = desk.words.day(objection.received) if objection.received else ""
    text = desk.t("object-event", received=received, state=state(desk, objection))
    return Event(text, desk.href(addresses.OBJECTIONS, objection.id), objection.summary[desk.language])


def state(desk: Desk, objection: Objection) -> str:
    """How an objection stands on the day of the build: until when it waits, how late it is, or how it ended."""
    if not objection.waits:
        return _ended(desk, objection)
    due, today = objections.due(objection, desk.catalog), desk.edition.today
    late = objections.lateness(objection, desk.catalog, today)
    if due is None:
        return desk.t("object-waiting-undated")
    if late:
        return desk.t("object-late", due=desk.words.day(due), late=desk.count("count-days", late))
    return desk.t("object-waiting", due=desk.words.day(due))


def _ended(desk: Desk, objection: Objection) -> str:
    day = desk.words.day(objection.answered) if objection.answered else ""
    if objection.status in ENDED:
        return desk.t(ENDED[objection.status], day=day)
    return desk.t("object-answered", day=day, outcome=desk.t(f"outcome-{objection.outcome}"))
