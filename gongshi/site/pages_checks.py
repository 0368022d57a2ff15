"""Compose the page of checks: every relation, its arithmetic written out, and whether it agrees."""

from dataclasses import dataclass

from gongshi.check.relations import VERDICTS
from gongshi.site import disputes, downloads
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Dispute, Download, Tally


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """All findings: those that do not agree in full, the others line by line."""

    frame: Frame
    title: str
    lead: str
    tallies: tuple[Tally, ...]
    disputes: tuple[Dispute, ...]
    rounding: tuple[Dispute, ...]
    agreements: tuple[Dispute, ...]
    downloads: tuple[Download, ...]


def checks(desk: Desk) -> ChecksPage:
    """Every finding of the edition by its verdict, within one verdict in order of declaration."""
    found = desk.edition.findings
    title = desk.t("checks-title")
    lead = desk.t("checks-lead", relations=len(desk.catalog.relations), checks=len(found))
    general = sum(not finding.relation.declared for finding in found)
    lead += desk.count("checks-general", general) if general else ""
    notes = {verdict: tuple(disputes.dispute(desk, f) for f in found if f.verdict == verdict) for verdict in VERDICTS}
    return ChecksPage(
        frame=frame(desk, title, lead),
        title=title,
        lead=lead,
        tallies=tuple(_tally(desk, verdict, len(notes[verdict])) for verdict in VERDICTS),
        disputes=(*notes["fails"], *notes["explained"]),
        rounding=notes["rounding"],
        agreements=notes["holds"],
        downloads=downloads.checks(desk),
    )


def _tally(desk: Desk, verdict: str, number: int) -> Tally:
    caution = verdict in ("fails", "explained")
    return Tally(
        number, desk.t(f"page-verdict-{verdict}"), "", "zero" if not number else "caution" if caution else "plain"
    )
