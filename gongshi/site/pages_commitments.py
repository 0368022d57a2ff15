"""Compose the page of commitments."""

from dataclasses import dataclass

from gongshi.read.values import Commitment
from gongshi.site import promises
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Link, Listing, Tally


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """All commitments by the year of their deadline."""

    frame: Frame
    title: str
    lead: str
    tallies: tuple[Tally, ...]
    deadlines: tuple[Listing, ...]


def commitments(desk: Desk) -> CommitmentsPage:
    """All commitments by the year they are due in, within it in the order of the register."""
    found = sorted(desk.catalog.commitments.values(), key=_year)
    title = desk.t("commitments-title")
    answered = sum(1 for commitment in found if commitment.answer)
    lead = desk.t(
        "commitments-lead" if answered else "commitments-lead-none", count=len(found), open=len(found) - answered
    )
    return CommitmentsPage(
        frame=frame(desk, title, lead),
        title=title,
        lead=lead,
        tallies=_tallies(desk, found),
        deadlines=tuple(_deadline(desk, year, group) for year, group in grouped(found, _year).items()),
    )


def _year(commitment: Commitment) -> str:
    return commitment.due[:4]


def _deadline(desk: Desk, year: str, group: tuple[Commitment, ...]) -> Listing:
    heading = Link(promises.due(desk, year), "", desk.count("count-commitments", len(group)))
    return Listing(f"due-{year}", heading, (), tuple(promises.promise(desk, commitment) for commitment in group))


def _tallies(desk: Desk, found: list[Commitment]) -> tuple[Tally, ...]:
    def tally(key: str, number: int, kind: str = "plain") -> Tally:
        return Tally(number, desk.t(key), "", kind if number else "zero")

    def of(strength: str) -> int:
        return sum(1 for commitment in found if commitment.strength == strength)

    answered = sum(1 for commitment in found if commitment.answer)
    return (
        *(tally(f"strength-{strength}", of(strength)) for strength in ("ensure", "plan", "strive")),
        tally("tally-answered", answered),
        tally("tally-unanswered", len(found) - answered, "caution"),
    )
