"""Compose the page of corrections: every published figure that was changed, and every name that is gone."""

from dataclasses import dataclass

from gongshi.read.ledgers import Correction, Move
from gongshi.site import addresses, downloads, editions, figures, objecting
from gongshi.site.desk import Desk
from gongshi.site.facts import fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Download, Event, Fact, Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction: the figure, what changed, and the facts of the decision."""

    id: str
    figure: Link
    event: Event
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """All corrections, the newest first, and what became of names that are gone."""

    frame: Frame
    title: str
    lead: str
    entries: tuple[Entry, ...]
    moves: tuple[Event, ...]
    feed: Link
    ways: tuple[Link, ...]
    downloads: tuple[Download, ...]


def corrections(desk: Desk) -> CorrectionsPage:
    """The whole ledger."""
    title, lead = desk.t("corrections-title"), desk.t("corrections-lead")
    found = tuple(desk.catalog.corrections.values())
    ledger = [d for d in desk.catalog.datasets if d.name == "corrections"]
    return CorrectionsPage(
        frame=frame(desk, title, lead),
        title=title,
        lead=lead,
        entries=tuple(_entry(desk, one) for one in reversed(found)),
        moves=tuple(_moved(desk, one) for one in desk.catalog.moves.values()),
        feed=Link(desk.t("feed-corrections"), desk.href(addresses.CORRECTIONS_FEED)),
        ways=objecting.ways(desk),
        downloads=tuple(d for one in ledger for d in downloads.of_dataset(desk, one.name, one.tables)),
    )


def _entry(desk: Desk, one: Correction) -> Entry:
    language = desk.language
    return Entry(
        id=one.id,
        figure=figures.named(desk, one.figure),
        event=editions.event(desk, one),
        facts=known(
            (
                fact(desk.t("correction-evidence"), one.evidence[language]),
                fact(desk.t("correction-decided"), one.decided_by[language]),
                fact(desk.t("correction-day"), desk.words.day(one.day) if one.day else ""),
                fact(desk.t("correction-release"), *_release(desk, one.release)),
            )
        ),
    )


def _release(desk: Desk, edition: str) -> tuple[str, str]:
    known_ = desk.edition.history.named(edition)
    name = desk.t("page-edition" if known_ else "page-edition-preview", edition=edition)
    return name, desk.href(addresses.release(edition)) if known_ else ""


def _moved(desk: Desk, move: Move) -> Event:
    key = "move-to" if move.new else "move-gone"
    kind = desk.t(f"move-{move.kind}")
    return Event(desk.t(key, kind=kind, old=move.old, new=move.new), "", move.reason[desk.language])
