"""Check the register of what must be published: what it refers to, the order of its days, what contradicts itself.

That something is late or missing is no fault here: it is assessed (`duties`) and published.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gongshi.check import duties, registers
from gongshi.check.references import AREA, CHANNEL, DATASET, ELEMENT, ITEM, LEVEL, NOTICE, RULE, unknown
from gongshi.errors import Place, Problem
from gongshi.read.catalog import Reading
from gongshi.read.ledgers import LEVELS, Duty, Notice, Obligation
from gongshi.read.values import Text

CHANNELS: Final = (
    *("website", "gazette", "social-media", "press", "broadcast", "print", "reading-point", "service-centre"),
    *("convenience", "visit", "board", "push", "other"),
)
DUE: Final = Text("期限", "deadline")
PUBLISHED: Final = Text("公开日期", "day of publication")


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Every fault of the catalogue and of the duties; a compiled publication has no duties to speak of."""
    catalog = reading.catalog
    found = [p for obligation in catalog.obligations.values() for p in _obligation(obligation, reading)]
    found += _elements(reading)
    if catalog.publication.kind == "compiled":
        return (*found, *(Problem("duties-compiled", duty.place, duty.id) for duty in [*catalog.duties.values()][:1]))
    return (*found, *(p for duty in catalog.duties.values() for p in _duty(duty, reading)))


def _obligation(obligation: Obligation, reading: Reading) -> Iterator[Problem]:
    rules = {rule.id: rule for rule in reading.catalog.profile.of("deadline")}
    lists = (
        ("deadline", obligation.deadline, tuple(rules), RULE),
        ("channels", obligation.channels, CHANNELS, CHANNEL),
        ("levels", obligation.levels, LEVELS, LEVEL),
    )
    for column, words, known, what in lists:
        yield from _unknown(words, known, what, reading.at(obligation.place, column))
    for rule in (rules[id_] for id_ in obligation.deadline if id_ in rules):
        if not (rule.days or rule.day):
            yield Problem("rule-dayless", rule.place, rule.id)
    for column in ("valid_from", "valid_to"):
        yield from registers.dated(getattr(obligation, column), reading.at(obligation.place, column))
    first, last = obligation.valid_from, obligation.valid_to
    if first and last and f"{last}-12-31"[:10] < f"{first}-01-01"[:10]:
        yield Problem("period-order", reading.at(obligation.place, "valid_to"), last, {"start": first})


def _elements(reading: Reading) -> Iterator[Problem]:
    """Elements of no item of the catalogue."""
    items = reading.catalog.obligations
    for element in reading.catalog.elements.values():
        if element.obligation not in items and reading.whole:
            yield unknown(element.obligation, items, ITEM, reading.at(element.place, "obligation"))


def _unknown(words: Iterable[str], known: Iterable[str], what: Text, place: Place) -> Iterator[Problem]:
    return (unknown(word, known, what, place) for word in words if word not in known)


def _duty(duty: Duty, reading: Reading) -> Iterator[Problem]:
    yield from _references(duty, reading)
    yield from _days(duty, reading)
    yield from _reason(duty, reading)
    obligation, notice = reading.catalog.obligations.get(duty.obligation), reading.catalog.notices.get(duty.notice)
    if obligation:
        yield from _under(duty, obligation, reading)
    if notice:
        yield from _noticed(duty, notice, reading)


def _references(duty: Duty, reading: Reading) -> Iterator[Problem]:
    """What it names and is nowhere; tables that could not be read may have it."""
    catalog = reading.catalog
    datasets = tuple(dataset.name for dataset in catalog.datasets)
    named: tuple[tuple[str, str, Iterable[str], Text], ...] = (
        ("obligation", duty.obligation, catalog.obligations, ITEM),
        ("area", duty.area, catalog.areas, AREA),
        ("notice", duty.notice, catalog.notices, NOTICE),
        ("dataset", duty.dataset, datasets, DATASET),
    )
    for column, id_, known, what in named:
        if id_ and id_ not in known and (reading.whole or column == "notice"):
            yield unknown(id_, known, what, reading.at(duty.place, column))


def _under(duty: Duty, obligation: Obligation, reading: Reading) -> Iterator[Problem]:
    """What does not fit the item of the catalogue that it falls under."""
    elements = tuple(element.id for element in reading.catalog.elements_of.get(obligation.id, ()))
    yield from _unknown(duty.elements, elements, ELEMENT, reading.at(duty.place, "elements"))
    if duty.level not in obligation.levels:
        details = {"item": obligation.name.zh, "item_en": obligation.name.en, "levels": "+".join(obligation.levels)}
        yield Problem("duty-level", reading.at(duty.place, "level"), duty.level, details)
    if not obligation.holds(duty.formed):
        details = {"first": obligation.valid_from or "…", "last": obligation.valid_to or "…"}
        yield Problem("duty-outside", reading.at(duty.place, "formed"), f"{duty.formed}", details)
    there = duties.published(duty, reading.catalog) and not duty.reason.zh
    if there and elements and not duties.named(duty, reading.catalog):
        yield Problem("duty-unnamed", reading.at(duty.place, "elements"), duty.id)


def _days(duty: Duty, reading: Reading) -> Iterator[Problem]:
    """Days before it was formed, and a dataset that nothing says was published when."""
    days = (("due", duty.due, DUE), ("published", duties.published(duty, reading.catalog), PUBLISHED))
    for column, day, what in days:
        if day and day < duty.formed:
            details = {"formed": f"{duty.formed}", "what": what.zh, "what_en": what.en}
            yield Problem("duty-early", reading.at(duty.place, column), f"{day}", details)
    if (duty.dataset or duty.elements) and not duties.published(duty, reading.catalog):
        yield Problem("duty-undated", reading.at(duty.place, "published"), duty.dataset)


def _reason(duty: Duty, reading: Reading) -> Iterator[Problem]:
    """A decision not to publish beside a publication, or one of which a part is not said."""
    said: Mapping[str, str] = {
        "reason": duty.reason.zh,
        "reason_en": duty.reason.en,
        "decided_by": duty.decided_by.zh,
        "decided_by_en": duty.decided_by.en,
    }
    if not any(said.values()):
        return
    catalog = reading.catalog
    if duty.published or duty.notice in catalog.notices or duty.dataset in {one.name for one in catalog.datasets}:
        yield Problem("duty-both", reading.at(duty.place, "reason"), duty.reason.zh)
    for column in (column for column, words in said.items() if not words):
        yield Problem("duty-undecided", reading.at(duty.place, column), duty.id)


def _noticed(duty: Duty, notice: Notice, reading: Reading) -> Iterator[Problem]:
    """A notice that says otherwise than the duty: about which item, area or level it is, and when it was published."""
    pairs = (
        ("obligation", duty.obligation, notice.item),
        ("area", duty.area, notice.area),
        ("level", duty.level, notice.level),
        ("published", f"{duty.published or ''}", f"{notice.published or ''}"),
    )
    for column, own, said in pairs:
        if own and said and own != said:
            details = {"said": said, "file": notice.place.file}
            yield Problem("duty-differs", reading.at(duty.place, column), own, details)
