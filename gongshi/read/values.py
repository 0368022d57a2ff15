"""The values that figures are made of: figures themselves and the registers they point into."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gongshi.errors import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A phrase in both languages of the edition."""

    zh: str
    en: str

    def __getitem__(self, language: str) -> str:
        return {"zh": self.zh, "en": self.en}[language]


@dataclass(frozen=True, slots=True)
class Area:
    """An administrative division by its GB/T 2260 code."""

    code: str
    name: Text
    level: str
    parent: str | None
    valid_from: date | None
    valid_to: date | None
    place: Place

    @property
    def is_reversed(self) -> bool:
        """Whether its code is said to end before it begins, so that no period tells anything of it."""
        return bool(self.valid_from and self.valid_to and self.valid_to < self.valid_from)


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of an area that a figure covers."""

    id: str
    dimension: str
    name: Text
    area: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """A document that figures were taken from; `published` is a day, a year, or empty; `short` names it in links.

    `passages` are the locators of a document without section numbers, in the order of its text.
    """

    id: str
    title: Text
    short: Text
    issuer: Text
    number: str
    published: str
    published_note: Text
    carrier: Text
    address: str
    passages: tuple[str, ...]
    sha256: str
    place: Place


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, in which unit, per what, and of which dataset."""

    id: str
    name: Text
    unit: str
    per: tuple[str, ...]
    measure: str
    base: Text
    definition: Text
    dataset: str
    place: Place


@dataclass(frozen=True, slots=True)
class Figure:
    """One published value: the smallest thing that can be cited, disputed or corrected."""

    id: str
    dataset: str
    indicator: str
    area: str
    scope: tuple[str, ...]
    period_start: date | None
    period_end: date | None
    dating: str
    kind: str
    value: Decimal
    bound: str
    stated: str
    status: str
    source: str
    locator: str
    note: str
    place: Place

    @property
    def identity(self) -> tuple[object, ...]:
        """What may stand once in a source: indicator, area, scope, period and kind."""
        return (self.source, self.indicator, self.area, self.scope, self.period_start, self.period_end, self.kind)

    @property
    def url(self) -> str:
        """The figure's one home, relative to the root of a language edition."""
        return f"areas/{self.area}/{self.dataset}/#{self.id}"


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something promised by a date; `target` and `answer` are ids of figures or None."""

    id: str
    area: str
    scope: tuple[str, ...]
    title: Text
    due: str
    strength: str
    target: str | None
    answer: str | None
    stated: str
    source: str
    locator: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word as sources write it, the base unit it means, and that unit in English.

    Where the word is empty the unit only names what others are counted per.
    """

    word: str
    unit: str
    en: str
    en_one: str
