"""Turn schemas/rules.yaml into a profile: what must be published, how long it stands open, and how days count.

A profile is data that a jurisdiction edits. A rule binds (a breach stops publication) or advises (a warning), says
which document it comes from and how sure that is, and holds between two days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gongshi.errors import Place
from gongshi.read.documents import Document
from gongshi.read.fields import mappings, string, strings, text
from gongshi.read.values import Text

FILE: Final = "schemas/rules.yaml"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a profile.

    `kind` says what it asks: `fields` (these lines stand in the head of a notice; with `value` they hold this number,
    with `most` they have at most so many characters), `duration` (a 公示 is open for
    `days` at least), `deadline` (an item is published within `days` of being formed, or by the next `day` of the year,
    written month-day) or `answer` (an objection is
    answered within `days`). `notices`, `items` and `levels` narrow what it applies to, each empty for all. `unit` is
    natural or working, `counting` inclusive or exclusive: whether the first day counts. `support` says how much of
    the document was read: seen, part, unconfirmed, or choice where it is this profile's own.
    """

    id: str
    kind: str
    title: Text
    notices: tuple[str, ...]
    items: tuple[str, ...]
    levels: tuple[str, ...]
    fields: tuple[str, ...]
    value: str
    most: int
    days: int
    day: str
    unit: str
    counting: str
    binds: bool
    basis: str
    support: str
    valid_from: date | None
    valid_to: date | None
    place: Place

    def applies(self, notice: str = "", item: str = "", level: str = "", day: date | None = None) -> bool:
        """Whether it concerns a notice of this kind, an item of the catalogue, a level, a day."""
        named = ((self.notices, notice), (self.items, item), (self.levels, level))
        fits = all(not allowed or value in allowed for allowed, value in named)
        begun = day is None or self.valid_from is None or self.valid_from <= day
        return fits and begun and (day is None or self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Order:
    """What must hold between figures of any publication without being declared there.

    Of the kind `chain`: of the indicators `ascending` none exceeds the next one of the same area, scope, period and
    kind. Of the kind `parts`: the figures of the areas within an area do not exceed its own, except of indicators
    `apart`, which count something else at each level.
    """

    id: str
    kind: str
    title: Text
    ascending: tuple[str, ...]
    apart: tuple[str, ...]
    binds: bool
    basis: str
    place: Place


@dataclass(frozen=True, slots=True)
class Profile:
    """The rules of a jurisdiction."""

    id: str
    title: Text
    rules: tuple[Rule, ...]
    orders: tuple[Order, ...] = ()

    def of(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one kind, in order."""
        return tuple(rule for rule in self.rules if rule.kind == kind)


EMPTY: Final = Profile("", Text("", ""), ())


def profile(document: Document) -> Profile:
    """The profile that a document describes; what is missing or misshapen becomes empty."""
    data = document.data
    made = tuple(_rule(document, index, item) for index, item in mappings(data, "rules"))
    orders = tuple(_order(document, index, item) for index, item in mappings(data, "orders"))
    return Profile(string(data, "id"), text(data, "title"), made, orders)


def _order(document: Document, index: int, data: Mapping[str, Any]) -> Order:
    return Order(
        id=string(data, "id"),
        kind=string(data, "kind"),
        title=text(data, "title"),
        ascending=strings(data, "ascending"),
        apart=strings(data, "apart"),
        binds=string(data, "binds") == "true",
        basis=string(data, "basis"),
        place=document.place("orders", index),
    )


def _rule(document: Document, index: int, data: Mapping[str, Any]) -> Rule:
    return Rule(
        id=string(data, "id"),
        kind=string(data, "kind"),
        title=text(data, "title"),
        notices=strings(data, "notices"),
        items=strings(data, "items"),
        levels=strings(data, "levels"),
        fields=strings(data, "fields"),
        value=string(data, "value"),
        most=_number(string(data, "most")),
        days=_number(string(data, "days")),
        day=string(data, "day"),
        unit=string(data, "unit") or "natural",
        counting=string(data, "counting") or "inclusive",
        binds=string(data, "binds") == "true",
        basis=string(data, "basis"),
        support=string(data, "support"),
        valid_from=_day(string(data, "valid_from")),
        valid_to=_day(string(data, "valid_to")),
        place=document.place("rules", index),
    )


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() else 0


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
