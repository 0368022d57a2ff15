"""Say where a figure was first published, and how it changed since."""

from gongshi.read.ledgers import Correction
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.parts import Event


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


def event(desk: Desk, correction: Correction) -> Event:
    """A correction in a line: in which release which column changed from what to what, and why."""
    gone = correction.field == "id"
    key = "page-history-gone" if gone and not correction.new else "page-history-corrected"
    text = desk.t(
        key,
        edition=correction.release,
        column=desk.t(f"column-{correction.field.replace('_', '-')}"),
        old=correction.old or desk.t("page-nothing"),
        new=correction.new or desk.t("page-nothing"),
    )
    reason = desk.t(f"reason-{correction.reason}")
    explanation = correction.explanation[desk.language]
    return Event(
        text,
        desk.href(addresses.CORRECTIONS, correction.id),
        desk.t("page-history-why", reason=reason, explanation=explanation),
    )
