"""Put an exhibit into the words of one language: labels, amounts, title, subtitle, source line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from gongshi.check.exhibits import Exhibit
from gongshi.check.facts import Fact, facts
from gongshi.read.values import Figure
from gongshi.render.words import Quantity, Words

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
SECTION: Final = re.compile("(?:([二三四五六七八九]?)(十))?([一二三四五六七八九]?)")
NUMERALS: Final = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")


@dataclass(frozen=True)
class Telling:
    """An exhibit, and the words to tell it in."""

    shown: Exhibit
    words: Words

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """What the title may name."""
        return facts(self.shown)

    def t(self, key: str, **values: object) -> str:
        """A message about drawings."""
        return self.words.t(f"drawing-{key}", **values)

    def label(self, figure: Figure) -> str:
        """What names the mark of a figure: its period, area, scope or indicator."""
        names = {"period": self.moment, "area": self.area, "scope": self.scope, "indicator": self.indicator}
        return self.sentence(names[self.shown.view.label](figure))

    def indicator(self, figure: Figure) -> str:
        """Name of the indicator."""
        return self.shown.indicator(figure).name[self.words.language]

    def moment(self, figure: Figure) -> str:
        """A period as short as an axis wants it: 2014年底 for 截至2014年底."""
        end = figure.period_end
        if figure.period_start is None and end and (end.month, end.day) == (12, 31):
            return self.t("year-end", year=end.year)
        return self.words.period(figure)

    def area(self, figure: Figure) -> str:
        """Name of the area."""
        return self.shown.catalog.areas[figure.area].name[self.words.language]

    def scope(self, figure: Figure) -> str:
        """Names of the scopes that not all figures share; the area where there are none."""
        scopes = [self._scope_name(name) for name in figure.scope if name not in self._shared]
        return self.join(scopes) if scopes else self.area(figure)

    def _scope_name(self, name: str) -> str:
        return self.shown.catalog.scopes[name].name[self.words.language]

    @cached_property
    def _shared(self) -> tuple[str, ...]:
        """Scopes of all figures, where there are several."""
        first, *others = self.shown.figures
        return tuple(name for name in first.scope if others and all(name in other.scope for other in others))

    def join(self, items: Iterable[str]) -> str:
        """Names in a row, each once."""
        return self.t("and").join(dict.fromkeys(items))

    def kind(self, figure: Figure | None) -> str:
        """实际, 预计, 目标, 标准; 推算 for what was computed."""
        return self.words.t(f"kind-{figure.kind}" if figure else "computed-mark")

    def quantity(self, fact: Fact) -> Quantity:
        """A fact's amount with the bound word of its figure, or 约 before what was rounded."""
        if fact.figure:
            return self.words.quantity(fact.figure, self.shown.indicator(fact.figure))
        plain = self.words.amount(fact.value, fact.unit)
        return plain if fact.exact or fact.unit == "%" else replace(plain, before=self.t("about"))

    def amount(self, fact: Fact) -> str:
        """The same in one string."""
        return str(self.quantity(fact))

    def short(self, fact: Fact) -> str:
        """The same without the base unit, which the subtitle states: 30万 for 30万人."""
        quantity = self.quantity(fact)
        base = self.words.amount(fact.value, fact.unit).unit
        scale = self.words.amount(fact.value, "").unit
        return str(replace(quantity, unit=quantity.unit.replace(base, scale))) if base != "%" else str(quantity)

    @cached_property
    def title(self) -> str:
        """The title with its facts filled in."""
        return self.sentence(self.fill(self.shown.view.title[self.words.language]))

    def sentence(self, text: str) -> str:
        """A text that begins with a capital letter, where there are any."""
        return text[:1].upper() + text[1:]

    def fill(self, template: str) -> str:
        """A template whose placeholders are replaced by facts."""
        return PLACEHOLDER.sub(lambda match: self.fact(match[1]), template)

    def fact(self, name: str) -> str:
        """What a placeholder stands for; KeyError where it stands for nothing."""
        fact = self.facts.get(name)
        if fact:
            return self.amount(fact)
        stem, _, word = name.rpartition(".")
        if word == "number":
            return self.short(self.facts[stem])
        figure = self.facts[stem].figure
        if figure is None:
            raise KeyError(name)
        return {"label": self.label, "period": self.words.period, "area": self.area}[word](figure)

    @cached_property
    def subtitle(self) -> str:
        """Measure, area, period, unit; then what hollow and dashed mean here; then how to read the picture."""
        shared = self.join(self._scope_name(name) for name in self._shared)
        parts = (self._measure, self._area, shared, self._period, self._unit)
        first = self.t("comma").join(part for part in parts if part)
        key = self.t("comma").join(self._key)
        reading = self.fill(self.shown.view.reading[self.words.language])
        return self.t("stop").join(self.sentence(part) for part in (first, key, reading) if part)

    @cached_property
    def _measure(self) -> str:
        language, kind, own = self.words.language, self.shown.view.kind, self.shown.view.measure
        if own[language]:
            return own[language]
        name = self.shown.catalog.indicators[self.shown.measured[0]].name[language]
        if self.shown.whole and kind in ("remaining", "bullet"):
            return self.t(f"measure-{kind}", name=self.within(name))
        return name

    def within(self, name: str) -> str:
        """A name as it stands within a sentence: no capital at its beginning."""
        return name[:1].lower() + name[1:]

    @cached_property
    def _area(self) -> str:
        areas = list(dict.fromkeys(self.area(figure) for figure in self.shown.everything))
        return "" if len(areas) > 3 or self.shown.view.label == "area" and len(areas) > 1 else self.join(areas)

    @cached_property
    def _period(self) -> str:
        figures = self.shown.figures
        said = list(dict.fromkeys(self.period(figure) for figure in figures))
        starts = [f.period_start for f in figures if f.period_start]
        ends = [f.period_end for f in figures if f.period_end]
        if self.shown.view.kind in ("line", "remaining"):
            ordered = sorted(self.shown.everything, key=lambda f: f.period_end or date.min)
            return self.t("years", first=self.within(self.moment(ordered[0])), last=self.moment(ordered[-1]))
        if len(said) == 1:
            return said[0]
        if len(starts) == len(ends) == len(figures) and all(map(_whole_year, starts, ends)):
            return self.words.period(replace(figures[0], period_start=min(starts), period_end=max(ends)))
        return ""

    def period(self, figure: Figure) -> str:
        """When a figure holds, and 推断 where its source prints no period."""
        said = self.words.period(figure)
        return said if figure.dating == "stated" else self.t("inferred", period=said)

    @cached_property
    def _unit(self) -> str:
        single = self.shown.view.kind in ("bullet", "disputed")
        figures = self.shown.everything[-1:] if single else self.shown.figures
        measured = [self.shown.indicator(figure) for figure in figures]
        said = list(dict.fromkeys((self.words.unit(i), self.words.per(i)) for i in measured))
        between = self.t("comma") if self.words.language == "zh" else " "
        return between.join(part for part in said[0] if part) if len(said) == 1 else ""

    @cached_property
    def _key(self) -> tuple[str, ...]:
        """What the marks mean, where they are not all solid bars."""
        if self.shown.view.kind == "remaining":
            return (self.t("key-remaining"),)
        kinds = {figure.kind for figure in self.shown.figures}
        own = (self.t("key-multiples"),) if self.shown.view.kind == "multiples" else ()
        return (*(self.t(f"key-{kind}") for kind in ("target", "expected", "standard") if kind in kinds), *own)

    def source(self, figure: Figure) -> str:
        """Where a figure stands: the document by its short name, and in Chinese the place in it."""
        document = self.shown.catalog.sources[figure.source].short[self.words.language]
        return self.t("place", source=document, locator=self.words.locator(figure.locator))

    @cached_property
    def sources(self) -> str:
        """The source line: every document with its date and the places in it."""
        by_source: dict[str, list[str]] = {}
        for figure in self.shown.everything:
            by_source.setdefault(figure.source, []).append(figure.locator)
        return self.t("semicolon").join(self._source(name, places) for name, places in by_source.items())

    def _source(self, name: str, locators: list[str]) -> str:
        source = self.shown.catalog.sources[name]
        day = self.words.published(source.published) or self.t("undated")
        places = self.join(self.words.locator(one) for one in ordered(locators, source.passages))
        located = self.t("places", places=places) if self.words.language == "zh" else ""
        return self.t("source", title=source.title[self.words.language], day=day) + located


def ordered(locators: Iterable[str], passages: tuple[str, ...]) -> list[str]:
    """Places in the order of their document: parts, sections by their numbers, passages as its register lists them."""
    return sorted(locators, key=lambda one: (2, passages.index(one)) if one in passages else _section(one))


def _section(locator: str) -> tuple[int, int]:
    """Where a numbered place stands: parts before sections, 11 for (十一); what has no number comes last."""
    number = locator.strip("()（）")
    match = SECTION.fullmatch(number)
    if match is None:
        return 3, 0
    tens, ten, ones = (found or "" for found in match.groups())
    return int(number != locator), (10 * (NUMERALS.index(tens) or 1) if ten else 0) + NUMERALS.index(ones)


def _whole_year(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
