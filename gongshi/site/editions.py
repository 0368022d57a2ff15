"""Say where a figure was first published, and how it changed since."""

from datetime import date
from typing import Final

from gongshi.read.ledgers import Correction
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.parts import Event

KINDS: Final = ("actual", "expected", "target", "standard")


def history(desk: Desk, id_: str) -> tuple[Event, ...]:
    """How the figure of this id came, changed and went, the oldest first."""
    return (_first(desk, id_), *(event(desk, one) for one in desk.edition.corrected.get(id_, ())))


def _first(desk: Desk, id_: str) -> Event:
    step = desk.edition.first_seen.get(id_)
    publication = desk.catalog.publication
    edition, day = (step.name, step.day) if step else (publication.edition, publication.issued)
    known = desk.edition.history.named(edition) is not None
    text = desk.t(
        "page-history-first" if known else "page-history-preview", edition=edition, issued=desk.words.day(day)
    )
    return Event(text, desk.href(addresses.release(edition)) if known else "", "")


def cell(desk: Desk, column: str, written: str) -> str:
    """A cell of a table of figures as readers say it: days and the names of things in words, anything else as it is."""
    catalog, language = desk.catalog, desk.language
    if not written:
        return desk.t("page-scope-whole" if column == "scope" else "page-nothing")
    if column in ("period_start", "period_end"):
        return _day(desk, written)
    if column == "scope" and all(id_ in catalog.scopes for id_ in written.split("+")):
        return desk.scope(written.split("+"))
    if column == "area" and written in catalog.areas:
        return catalog.areas[written].name[language]
    if column == "indicator" and written in catalog.indicators:
        return catalog.indicators[written].name[language]
    return desk.t(f"kind-{written}") if column == "kind" and written in KINDS else written


def _day(desk: Desk, written: str) -> str:
    """A day in words; what is none, in a row of corrections that nobody can mend any more, as it is."""
    try:
        return desk.words.day(date.fromisoformat(written))
    except ValueError:
        return written


def event(desk: Desk, correction: Correction) -> Event:
    """A correction in a line: in which release which column changed from what to what, and why."""
    gone = correction.field == "id"
    key = "page-history-gone" if gone and not correction.new else "page-history-corrected"
    text = desk.t(
        key,
        edition=correction.release,
        column=desk.t(f"column-{correction.field.replace('_', '-')}"),
        old=cell(desk, correction.field, correction.old),
        new=cell(desk, correction.field, correction.new),
    )
    reason = desk.t(f"reason-{correction.reason}")
    explanation = correction.explanation[desk.language]
    return Event(
        text,
        desk.href(addresses.CORRECTIONS, correction.id),
        desk.t("page-history-why", reason=reason, explanation=explanation),
    )
