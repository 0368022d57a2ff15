"""Check notices: their facts, the order of their days, what they refer to, and their translations.

What the profile of rules asks of them is the affair of `publicity`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from gongshi.check.names import is_name
from gongshi.check.references import AREA, DATASET, ELEMENT, FIGURE, ITEM, unknown
from gongshi.errors import Place, Problem
from gongshi.read import limits
from gongshi.read.catalog import Reading
from gongshi.read.collection import Catalog
from gongshi.read.heads import metadata
from gongshi.read.ledgers import Notice
from gongshi.read.notices import DAYS, PERIOD, file_of, files
from gongshi.read.values import Text

# What the lines of a head may say, where they say anything.
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": ("announcement", "consultation"),
    "unit": ("natural", "working"),
    "counting": ("inclusive", "exclusive"),
    "level": ("country", "province", "prefecture", "county", "township", "village"),
}
ALWAYS: Final = ("kind", "publisher", "published")
INDEX: Final = re.compile(r"[0-9A-Za-z]+([/-][0-9A-Za-z]+)*")
MAIL: Final = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
BILINGUAL: Final = ("publisher", "address", "reviewer")


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Every fault of every notice that needs no rule of a profile to be one."""
    found = [*_translations(reading), *_double_indices(reading.catalog)]
    for notice in reading.catalog.notices.values():
        head = metadata(reading.texts[notice.place.file])
        found += [*_lines(notice, head, reading.catalog), *_values(notice, head), *_references(notice, reading)]
        found += [*_order(notice), *_compiled(notice, reading.catalog)]
    return tuple(found)


def line(name: str) -> str:
    """The name of a line as heads write it: opens → Opens."""
    return name.capitalize()


def _lines(notice: Notice, head: Mapping[str, str], catalog: Catalog) -> Iterator[Problem]:
    """Lines that a notice cannot do without, and those that an announcement cannot have."""
    of_kind = PERIOD if notice.kind == "consultation" else ()
    for name in (*ALWAYS, *of_kind):
        if not head.get(name):
            yield Problem("notice-line-missing", notice.place, line(name))
    for name in PERIOD:
        if notice.kind == "announcement" and name in head:
            yield Problem("notice-announced", notice.at(name), line(name))
    for name in BILINGUAL:
        yield from _one_language(notice, name, catalog.publication.languages, head)


def _one_language(notice: Notice, name: str, languages: tuple[str, ...], head: Mapping[str, str]) -> Iterator[Problem]:
    """A name that stands in one language of the publication only."""
    said = Text(head.get(name, ""), head.get(f"{name}_en", ""))
    if any(said[language] for language in languages):
        lacking = [language for language in languages if not said[language]]
        named = {"zh": line(name), "en": f"{line(name)}_en"}
        # A publisher that is there in no language is told with the lines that no notice can do without.
        silent = name in ALWAYS and not said.zh
        yield from (Problem("notice-line-missing", notice.place, named[one]) for one in lacking if not silent)


def _values(notice: Notice, head: Mapping[str, str]) -> Iterator[Problem]:
    """Values of a form that cannot be used."""
    for name in DAYS:
        if head.get(name) and getattr(notice, name) is None:
            yield Problem("prose-date", notice.at(name), head[name])
    for name, allowed in CHOICES.items():
        if head.get(name) and head[name] not in allowed:
            yield Problem("notice-choice", notice.at(name), head[name], {"line": line(name), "allowed": _any(allowed)})
    if notice.index and not INDEX.fullmatch(notice.index):
        yield Problem("notice-index", notice.at("index"), notice.index)
    for element in notice.elements:
        if not is_name(element):
            yield Problem("name-unfit", notice.at("elements"), element, {"most": str(limits.NAME)})
    if notice.contact.mail and not MAIL.fullmatch(notice.contact.mail):
        yield Problem("notice-mail", notice.at("mail"), notice.contact.mail)


def _order(notice: Notice) -> Iterator[Problem]:
    """Days that do not follow each other: signed, published, opens, closes."""
    if notice.published and notice.closes and notice.opens and notice.opens <= notice.closes < notice.published:
        details = {"closes": f"{notice.closes}"}
        yield Problem("notice-late", notice.at("published"), f"{notice.published}", details)
        return
    known = [(name, day) for name in DAYS if (day := getattr(notice, name))]
    for (earlier, before), (later, after) in zip(known, known[1:], strict=False):
        if after < before:
            details = {"line": line(later), "before": line(earlier), "day": f"{before}"}
            yield Problem("notice-order", notice.at(later), f"{after}", details)


def _references(notice: Notice, reading: Reading) -> Iterator[Problem]:
    """Areas, figures, datasets and items that are nowhere."""
    catalog, items = reading.catalog, reading.catalog.obligations
    datasets = {dataset.name for dataset in catalog.datasets}
    if notice.area and notice.area not in catalog.areas and reading.whole:
        yield unknown(notice.area, catalog.areas, AREA, notice.at("area"))
    if notice.item and notice.item not in items and reading.whole:
        yield unknown(notice.item, items, ITEM, notice.at("item"))
    elements = [element.id for element in catalog.elements_of.get(notice.item, ())]
    foreign = (id_ for id_ in notice.elements if notice.item in items and id_ not in elements)
    yield from (unknown(id_, elements, ELEMENT, notice.at("elements")) for id_ in foreign)
    lost = (figure for figure in notice.figures if reading.lacks(figure))
    yield from (unknown(figure, catalog.figures, FIGURE, notice.at("figures")) for figure in lost)
    strays = (name for name in notice.datasets if name not in datasets)
    yield from (unknown(name, datasets, DATASET, notice.at("datasets")) for name in strays)


def _compiled(notice: Notice, catalog: Catalog) -> Iterator[Problem]:
    """Only who owes the publication of something lays it open for objection: a compiler never does."""
    if notice.kind == "consultation" and catalog.publication.kind == "compiled":
        yield Problem("notice-compiled", notice.at("kind"), notice.kind)


def _translations(reading: Reading) -> Iterator[Problem]:
    """Texts of a notice that stand in one language of the publication only."""
    first, *others = reading.catalog.publication.languages or ("zh",)
    originals = dict(files(reading.texts, first))
    for language in others:
        translated = dict(files(reading.texts, language))
        for slug in sorted({*originals} - {*translated}):
            yield Problem("notice-untranslated", Place(originals[slug]), file_of(language, slug))
        for slug in sorted({*translated} - {*originals}):
            yield Problem("notice-original", Place(translated[slug]), file_of(first, slug))


def _double_indices(catalog: Catalog) -> Iterator[Problem]:
    """An index number that stands for two notices."""
    counts = Counter(notice.index for notice in catalog.notices.values())
    first: dict[str, Notice] = {}
    for notice in catalog.notices.values():
        other = first.setdefault(notice.index, notice)
        if notice.index and counts[notice.index] > 1 and other is not notice:
            yield Problem("notice-index-double", notice.at("index"), notice.index, {"other": other.place.file})


def _any(words: tuple[str, ...]) -> str:
    return " / ".join(words)
