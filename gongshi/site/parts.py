"""The values that pages are composed of; each one is drawn by one macro of the theme.

All texts are in the language of the page, all links lead from the page that the value is made for.
"""

from dataclasses import dataclass
from typing import TypeAlias

from gongshi.render.citations import Citation
from gongshi.render.embedding import Embedding
from gongshi.render.words import Quantity


@dataclass(frozen=True, slots=True)
class Meta:
    """Something that the head of a page says of it, by the name that programs look for."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; `note` stands beside it, `lang` where the text is in another language."""

    text: str
    href: str
    note: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document as printed, with their language."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where something was taken from: a link to the source's page and the place within the source."""

    href: str
    label: str
    locator: Quotation


@dataclass(frozen=True, slots=True)
class Value:
    """A figure's value: the raw decimal for programs, the words for people, and per what it is counted.

    Chinese says per what before the value, English after it.
    """

    raw: str
    before: str
    words: Quantity
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in a list, leading to its home.

    `rivals` are the figures that contradict it, where they stand in the same list; `source` is None where the
    whole list is from one place.
    """

    id: str
    href: str
    name: str
    value: Value
    kind: str
    period: str
    inferred: bool
    provisional: bool
    quote: Quotation
    source: SourceRef | None
    disputed: Link | None
    rivals: "tuple[Row, ...]" = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that disagree; `computed` where it was worked out here."""

    raw: str
    value: Quantity
    name: str
    href: str
    computed: bool
    quote: Quotation | None
    source: SourceRef | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A relation that does not hold: the values side by side, the arithmetic, and what the texts explain.

    `above` leads to the place of the page where all this stands, if the note stands there already.
    """

    id: str
    href: str
    word: str
    title: str
    line: str
    arithmetic: str
    explanation: str
    sides: tuple[Side, ...]
    above: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a figure, in a line that leads to more; `why` where a reason was given."""

    text: str
    href: str
    why: str


@dataclass(frozen=True, slots=True)
class Record:
    """A figure at its home, with all that is known of it."""

    row: Row
    area: Link
    indicator: Link
    definition: str
    unit: str
    base: str
    scope: str
    bound: str
    note: Quotation | None
    disputes: tuple[Dispute, ...]
    agreements: tuple[Dispute, ...]
    citation: Citation
    address: str
    history: tuple[Event, ...]
    objections: tuple[Event, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure's value within a sentence, or an amount computed from figures."""

    href: str
    raw: str
    words: Quantity
    computed: bool


Sentence: TypeAlias = "tuple[str | Bound, ...]"


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure set large beside the sentence that carries it."""

    row: Row
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table in phrases that may differ in language; numbers stand flush right; it may lead somewhere."""

    phrases: tuple[Quotation, ...]
    numeric: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of plain text."""

    id: str
    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One of the four drawings of a chart and the screens it is for."""

    media: str
    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its words, its drawings, its numbers and its files."""

    id: str
    level: int
    title: str
    subtitle: str
    source: str
    alt: str
    notes: tuple[str, ...]
    pictures: tuple[Picture, ...]
    image: Picture
    table: TableView
    files: tuple[Link, ...]
    citation: Citation
    embedding: Embedding


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with what answers it, if anything does; `within` narrows its area."""

    id: str
    href: str
    title: str
    area: Link
    within: str
    due: str
    strength: str
    quote: Quotation
    source: SourceRef | None
    note: Quotation | None
    target: Row | None
    answer: Row | None
    unanswered: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away; `size` is how large it is and, of a table, how many rows it has; `note` says whom it suits.

    Those `aside` are for few readers and stand folded up.
    """

    label: str
    href: str
    size: str
    note: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """A number and what it counts, with where to read on; `kind` is caution, plain or zero."""

    number: int
    label: str
    href: str
    kind: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what there is to say about it; a text without an address is no link."""

    term: str
    texts: tuple[Link, ...]
    code: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands that must be published: the state for the chip, and its words."""

    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows or promises under a heading of their own, which may be a link."""

    id: str
    heading: Link
    rows: tuple[Row, ...]
    promises: tuple[Promise, ...] = ()
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """An area in the tree of areas."""

    link: Link
    code: str
    count: str
    branches: "tuple[Branch, ...]"
