"""Frame a plot for the world outside: title, subtitle, source, site, edition, date and what it is not, in the image."""

from dataclasses import dataclass
from itertools import chain

from gongshi.read.values import Publication
from gongshi.render.charts.shapes import Label, Plot, Rule, Shape
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import wrap

MARGIN = 32
TOP, BOTTOM = 28, 26
SCALE = 1.5
LEADING = {"title": 36, "subtitle": 25, "source": 23}
SIZES = {"title": 24, "subtitle": 15, "source": 14}


@dataclass(frozen=True, slots=True)
class Framed:
    """A plot with its frame drawn into the padding around it."""

    plot: Plot
    padding: dict[str, int]


def framed(telling: Telling, plot: Plot, publication: Publication) -> Framed:
    """The plot as it leaves the site."""
    head = _lines(telling.title, "title", plot.width) + _lines(telling.subtitle, "subtitle", plot.width)
    foot = list(chain.from_iterable(_lines(text, "source", plot.width) for text in _footer(telling, publication)))
    above = TOP + 18 + sum(LEADING[style] for _, style in head) + 20
    below = 18 + sum(LEADING[style] for _, style in foot) + BOTTOM
    shapes = (
        *_rule(plot, TOP - above),
        *_stack(head, plot, TOP + 18 - above),
        *_stack(foot, plot, plot.height + 18),
    )
    return Framed(plot.plus(shapes), {"left": MARGIN, "right": MARGIN, "top": above, "bottom": below})


def _footer(telling: Telling, publication: Publication) -> tuple[str, ...]:
    language = telling.words.language
    edition = telling.t(
        "image-edition",
        site=publication.title[language],
        edition=publication.edition,
        day=telling.words.day(publication.issued),
    )
    parts = (edition, publication.address, telling.t("image-compiled"))
    return (
        telling.t("image-source", source=telling.sources),
        telling.t("gap").join(part for part in parts if part),
        telling.t("image-years", years=_years(telling)),
    )


def _years(telling: Telling) -> str:
    """The first and the last year in which the publication's documents appeared."""
    dates = [s.published for s in telling.shown.catalog.sources.values() if s.published]
    years = sorted({day[:4] for day in dates})
    if not years:
        return telling.t("undated")
    return years[0] if len(years) == 1 else telling.t("years", first=years[0], last=years[-1])


def _lines(text: str, style: str, room: int) -> list[tuple[str, str]]:
    return [(line, style) for line in wrap(text, SIZES[style], room)] if text else []


def _rule(plot: Plot, top: float) -> tuple[Shape, ...]:
    y = plot.y.at(top)
    return (Rule(plot.x.at(0), plot.x.at(plot.width), y, y, "frame-line"),)


def _stack(lines: list[tuple[str, str]], plot: Plot, top: float) -> list[Shape]:
    found: list[Shape] = []
    for text, style in lines:
        found.append(Label(plot.x.at(0), plot.y.at(top + LEADING[style] / 2), text, style))
        top += LEADING[style]
    return found
