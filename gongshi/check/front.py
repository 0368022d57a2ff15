"""Check what publication.yaml refers to: headline figures, charts and topics that must exist."""

from gongshi.check.references import CHART, FIGURE, TOPIC, unknown
from gongshi.errors import Problem
from gongshi.read.catalog import Reading


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Figures, charts and topics named in publication.yaml that are nowhere."""
    publication, figures = reading.catalog.publication, reading.catalog.figures
    headlines = [h for h in publication.headlines if h.figure and h.figure not in reading.ids]
    charts = {f"{view.dataset}/{view.id}" for view in reading.catalog.views}
    topics = {dataset.name for dataset in reading.catalog.topics}
    front = reading.documents[0]
    return (
        *(unknown(headline.figure, figures, FIGURE, headline.place) for headline in headlines),
        *(unknown(name, charts, CHART, front.place("charts")) for name in publication.charts if name not in charts),
        *(unknown(name, topics, TOPIC, front.place("topics")) for name in publication.topics if name not in topics),
    )
