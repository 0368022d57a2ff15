"""The values of the ledgers: what a publication keeps of its own conduct."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gongshi.errors import Place
from gongshi.read.values import Text


@dataclass(frozen=True, slots=True)
class Correction:
    """A published figure that was changed: in which release, which column, from what to what, why, and who decided.

    `field` is a column of the figure, `unit` of its indicator, or `id` where the figure is gone: `new` is then the
    id of the figure that takes its place, or empty.
    """

    id: str
    figure: str
    release: str
    field: str
    old: str
    new: str
    reason: str
    explanation: Text
    evidence: Text
    decided_by: Text
    day: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Move:
    """A published name other than a figure's that is gone: `new` takes its place, or nothing does.

    `kind` says whose name it was: dataset, table, column, area, scope, indicator, source, commitment,
    obligation, duty, notice, page, pattern, member.
    """

    id: str
    kind: str
    old: str
    new: str
    reason: Text
    release: str
    day: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Contact:
    """How whoever answers for a notice is reached; each may be empty."""

    phone: str
    address: Text
    mail: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A published statement: an `announcement` (公告), or a `consultation` (公示) that is open for objection.

    `index` is its number in the register of the publisher, `item` the id of what the rules say must be published,
    `elements` those parts of it that the notice brings. `unit` is natural or working, `counting` inclusive or
    exclusive: whether the first day of the period counts. `reviewer` is a post. `lines` says on which line of its file
    each fact stands.
    """

    slug: str
    kind: str
    index: str
    item: str
    elements: tuple[str, ...]
    publisher: Text
    level: str
    area: str
    signed: date | None
    published: date | None
    opens: date | None
    closes: date | None
    unit: str
    counting: str
    contact: Contact
    hotline: str
    reviewer: Text
    figures: tuple[str, ...]
    datasets: tuple[str, ...]
    title: Text
    summary: Text
    place: Place
    lines: Mapping[str, int]

    @property
    def url(self) -> str:
        """Where it stands for ever, relative to the root of a language edition."""
        return f"notices/{self.slug}/"

    def at(self, name: str) -> Place:
        """The line of a fact in its file; the first line where the fact is not there."""
        return Place(self.place.file, self.lines.get(name, 1))

    def state(self, today: date) -> str:
        """How it stands on a day: announcement, upcoming, open or closed."""
        if self.opens is None or self.closes is None:
            return "announcement"
        if today < self.opens:
            return "upcoming"
        return "open" if today <= self.closes else "closed"


@dataclass(frozen=True, slots=True)
class Objection:
    """A public challenge and its answer.

    `kind` says what it is `about`: figure (its id), notice (its slug) or topic (the name of a dataset). `due` is the
    day that was promised; None where the profile's rule decides. `status` is open, answered, rejected or withdrawn,
    `outcome` upheld, partly, not-upheld or outside (not about what this publication can answer for), "" while it is
    open. `correction` is the id of a correction that followed.
    """

    id: str
    received: date | None
    channel: str
    kind: str
    about: str
    summary: Text
    due: date | None
    status: str
    answered: date | None
    answer: Text
    outcome: str
    correction: str
    place: Place

    @property
    def waits(self) -> bool:
        """Whether it has no answer yet."""
        return self.status == "open"


# The levels that the catalogue of what must be published knows, from the top.
LEVELS: Final = ("county", "township", "village")


@dataclass(frozen=True, slots=True)
class Obligation:
    """An item of the catalogue of what must be published.

    `deadline` are ids of rules of the profile, `channels` and `levels` where and by which levels it is published;
    `audience` and `manner` are empty where they were not seen. `support` says how much of the text was read: seen,
    part, unconfirmed, or choice. `valid_from` and `valid_to` are a day, a year, or empty.
    """

    id: str
    number: int
    category: Text
    name: Text
    basis: str
    basis_note: Text
    deadline: tuple[str, ...]
    publisher: Text
    channels: tuple[str, ...]
    levels: tuple[str, ...]
    audience: str
    manner: str
    support: str
    note: Text
    valid_from: str
    valid_to: str
    place: Place

    def holds(self, day: date) -> bool:
        """Whether it applies on a day; a year counts from its first day to its last."""
        first, last = self.valid_from or "0000", self.valid_to or "9999"
        return f"{first}-01-01"[:10] <= day.isoformat() <= f"{last}-12-31"[:10]


@dataclass(frozen=True, slots=True)
class Element:
    """A part of what must be published under an obligation."""

    id: str
    obligation: str
    name: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that an area has to publish: what, formed when, and what became of it.

    `due` is a deadline of its own, where it has one. `notice` and `dataset` publish it, `elements` are those that are
    published and that the notice does not name; `reason` and `decided_by` say why it is not published, and which post
    decided so.
    """

    id: str
    obligation: str
    area: str
    level: str
    subject: Text
    formed: date
    due: date | None
    notice: str
    dataset: str
    elements: tuple[str, ...]
    published: date | None
    reason: Text
    decided_by: Text
    place: Place
