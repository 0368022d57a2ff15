"""Judge the words of a view: titles state a finding by facts of the figures, and judge nothing."""

import re
from collections.abc import Iterator
from typing import Final

from gongshi.check.exhibits import Exhibit
from gongshi.check.facts import facts
from gongshi.check.prose import naked_numbers
from gongshi.errors import LANGUAGES, Problem

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
OF_FACTS: Final = ("number",)
OF_FIGURES: Final = ("label", "period", "area")
SPELT: Final = re.compile(r"[〇一二三四五六七八九十百千两]+[万亿成倍]|百分之[〇一二三四五六七八九十百]+")
JUDGING: Final = (
    *("显著", "圆满", "成效", "丰硕", "喜人", "辉煌", "巨大", "大幅", "底气十足", "扎实", "有力"),
    *("significant", "remarkable", "successful", "great", "impressive", "dramatic", "excellent result"),
)
STOPS: Final = ("。", ".", "！", "!")


def problems(shown: Exhibit) -> Iterator[Problem]:
    """What is wrong with a view's title and its reading, in each language."""
    found = known(shown)
    for language in LANGUAGES:
        title, reading = shown.view.title[language], shown.view.reading[language]
        if title and not PLACEHOLDER.search(title):  # a missing one is told by the form of descriptions
            yield Problem("view-title-plain", shown.view.place, title, {"known": _listed(found)})
        for name in PLACEHOLDER.findall(title + reading):
            if name not in found:
                yield Problem("view-title-unknown", shown.view.place, f"{{{name}}}", {"known": _listed(found)})
        for number in (*naked(title), *naked(reading)):
            yield Problem("view-title-number", shown.view.place, number, {"known": _listed(found)})
        yield from _words(shown, title)


def known(shown: Exhibit) -> tuple[str, ...]:
    """Every placeholder that stands for something in this view."""
    found = facts(shown)
    names = [f"{name}.{word}" for name, fact in found.items() for word in OF_FACTS if fact.unit]
    names += [f"{name}.{word}" for name, fact in found.items() for word in OF_FIGURES if fact.figure]
    return (*found, *names)


def naked(text: str) -> tuple[str, ...]:
    """Numbers of a text that are neither placeholders nor years, also those spelt out with their unit."""
    plain = PLACEHOLDER.sub(" ", text)
    return (*naked_numbers(plain), *(match[0] for match in SPELT.finditer(plain)))


def _words(shown: Exhibit, title: str) -> Iterator[Problem]:
    for word in JUDGING:
        if word in title.lower():
            yield Problem("view-title-judges", shown.view.place, word)
    if title.endswith(STOPS):
        yield Problem("view-title-stop", shown.view.place, title)


def _listed(names: tuple[str, ...]) -> str:
    return " ".join(f"{{{name}}}" for name in names if "." not in name)
