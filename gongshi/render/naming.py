"""Name figures, scopes and sources in the words of a language: the same on pages, in the API and in citations."""

from collections.abc import Collection, Sequence
from typing import Final

from gongshi.read.collection import Catalog
from gongshi.read.values import Figure, Source
from gongshi.render.words import Quantity, Words

# The parts of a figure's name where nothing around it says any of them.
WHOLE: Final = ("area", "indicator", "scope")


def name(catalog: Catalog, words: Words, figure: Figure, parts: Collection[str] = WHOLE) -> str:
    """What a figure is called where the parts of its name that are left out are clear from what stands around it."""
    language = words.language
    area = catalog.areas[figure.area].name[language] if "area" in parts else ""
    scope = figure.scope if "scope" in parts else ()
    indicator = catalog.indicators[figure.indicator].name[language] if "indicator" in parts else ""
    main = words.t("page-name-area", area=area, rest=indicator) if area and indicator else area or indicator
    if not main:
        return scopes(catalog, words, scope) or words.t("page-name-whole")
    return main + within(catalog, words, scope)


def scopes(catalog: Catalog, words: Words, ids: Sequence[str]) -> str:
    """The names of scopes, joined."""
    return words.t("page-comma").join(catalog.scopes[id_].name[words.language] for id_ in ids)


def within(catalog: Catalog, words: Words, ids: Sequence[str]) -> str:
    """The names of scopes as they stand behind what they narrow: in brackets, or after a dash if they have some."""
    named = scopes(catalog, words, ids)
    bracketed = any(bracket in named for bracket in "（(")
    return words.t("page-scope-dash" if bracketed else "page-scope-mark", scope=named) if named else ""


def short(words: Words, source: Source) -> str:
    """A source in few words: its short name and when it was published."""
    published = words.published(source.published)
    key = "page-source-dated" if published else "page-source-undated"
    return words.t(key, source=source.short[words.language], published=published)


def value(catalog: Catalog, words: Words, figure: Figure) -> Quantity:
    """A figure's value in words."""
    return words.quantity(figure, catalog.indicators[figure.indicator])


def dating(words: Words, figure: Figure) -> str:
    """When a figure holds, and whether that was inferred."""
    period = words.period(figure)
    return words.t("page-period-inferred", period=period) if figure.dating == "inferred" else period


def cited(catalog: Catalog, words: Words, figure: Figure, contradicting: Sequence[str]) -> str:
    """A figure with its value, its time and its source; `contradicting` are the ids of all that contradict each other,
    itself among them, where some do: all their values are told."""
    values = [str(value(catalog, words, catalog.figures[id_])) for id_ in contradicting]
    return words.t(
        "cite-conflict" if contradicting else "cite-figure",
        name=name(catalog, words, figure),
        value=value(catalog, words, figure),
        values=words.t("page-comma").join(values),
        period=dating(words, figure),
        source=short(words, catalog.sources[figure.source]),
    )
