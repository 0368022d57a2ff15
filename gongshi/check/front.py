"""Check what the first page refers to: headline figures and charts that must exist."""

from gongshi.check.references import CHART, FIGURE, unknown
from gongshi.errors import Problem
from gongshi.read.catalog import Reading


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Figures and charts named in publication.yaml that are nowhere."""
    publication, figures = reading.catalog.publication, reading.catalog.figures
    headlines = [h for h in publication.headlines if h.figure and h.figure not in reading.ids]
    charts = {f"{view.dataset}/{view.id}" for view in reading.catalog.views}
    place = reading.documents[0].place("charts")
    return (
        *(unknown(headline.figure, figures, FIGURE, headline.place) for headline in headlines),
        *(unknown(name, charts, CHART, place) for name in publication.charts if name not in charts),
    )
