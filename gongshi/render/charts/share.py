"""Draw a whole as one bar of its parts, with a key under it that is a small table."""

from dataclasses import replace

from gongshi.check.facts import Fact, percent
from gongshi.render.charts.rows import Row, figures
from gongshi.render.charts.shapes import Box, Label, Plot, Shape, Span, pixels
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import widest, wrap
from gongshi.render.charts.theme import Size

BAR = 44
ROW = 30
LINE = 20
SWATCH = 14
INDENT = 26
BETWEEN = 24
PARTING = 0.003
# Grey is kept for the rest where there is one.
WITHOUT = ("part-1", "part-2", "part-3", "part-4")
WITH_REST = ("part-1", "part-2", "part-4")


def rows(telling: Telling) -> tuple[Row, ...]:
    """The parts in order, and what is left of a stated whole."""
    whole, rest = telling.facts["whole"], telling.facts.get("rest")
    remains = rest is not None and rest.value > 0
    parts = tuple(
        replace(_shared(telling, row, whole), style=style)
        for row, style in zip(figures(telling), WITH_REST if remains else WITHOUT, strict=False)
    )
    if rest is None or not remains:
        return parts
    left = Row(telling.t("rest"), rest, telling.amount(rest), "rest")
    return (*parts, _shared(telling, left, whole), *_whole(telling, whole))


def _whole(telling: Telling, whole: Fact) -> tuple[Row, ...]:
    """The stated whole, for the table."""
    if whole.figure is None:
        return ()
    name = telling.shown.indicator(whole.figure).name[telling.words.language]
    label = telling.t("named", name=name, period=telling.words.period(whole.figure))
    return (_shared(telling, Row(label, whole, telling.amount(whole), "whole"), whole),)


def _shared(telling: Telling, row: Row, whole: Fact) -> Row:
    """The row with its percentage; none where the amount is one already."""
    return row if row.fact.unit == "%" else replace(row, share=telling.amount(percent(row.fact, whole)))


def plot(telling: Telling, drawn: tuple[Row, ...], size: Size) -> Plot:
    """One bar over the full width, parts divided by a sliver of paper, and the key."""
    drawn = tuple(row for row in drawn if row.style != "whole")
    x = Span(0, sum(row.value for row in drawn), 0, size.width)
    key, height = _key(drawn, x, size)
    return Plot(size.width, height, x, pixels(height), (*_pieces(drawn, x), *key))


def _pieces(drawn: tuple[Row, ...], x: Span) -> list[Shape]:
    found: list[Shape] = []
    start = 0.0
    for row in drawn:
        end = start + row.value
        last = row is drawn[-1]
        edge = end if last else max(end - PARTING * x.high, start + PARTING * x.high)
        found.append(Box(start, edge, 0, BAR, row.style, row.label, row.shown))
        start = end
    return found


def _key(drawn: tuple[Row, ...], x: Span, size: Size) -> tuple[list[Shape], int]:
    """Swatch, name, amount and share of each part; numbers flush right, under the names where room is short."""
    share = widest(tuple(row.share for row in drawn), size.label)
    amount = widest(tuple(row.shown for row in drawn), size.label)
    numbers = amount + (share + BETWEEN if share else 0)
    names = widest(tuple(row.label for row in drawn), size.label)
    right = size.width if not size.wide else min(size.width, max(INDENT + names + 2 * BETWEEN + numbers, 430))
    room = right - INDENT - BETWEEN - numbers
    under = any(len(wrap(row.label, size.label, room)) > 2 for row in drawn)
    top, found = BAR + 16, list[Shape]()
    for row in drawn:
        lines = wrap(row.label, size.label, right - INDENT if under else room)
        first = top + ROW / 2
        middle = first + LINE * len(lines) if under else first
        found += _entry(row, lines, x, first)
        found += [Label(x.at(right - (share + BETWEEN if share else 0)), middle, row.shown, "label", "right")]
        found += [Label(x.at(right), middle, row.share, "label", "right")] if row.share else []
        top += ROW + LINE * (len(lines) - (0 if under else 1))
    return found, top + 2


def _entry(row: Row, lines: tuple[str, ...], x: Span, middle: float) -> list[Shape]:
    swatch = Box(x.at(0), x.at(SWATCH), middle - SWATCH / 2, middle + SWATCH / 2, row.style)
    return [swatch, *(Label(x.at(INDENT), middle + LINE * index, text) for index, text in enumerate(lines))]
