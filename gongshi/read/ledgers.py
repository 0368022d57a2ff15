"""The values of the ledgers: what a publication keeps of its own conduct."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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

    `kind` says whose name it was: dataset, table, column, area, scope, indicator, source, commitment, notice, page.
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
