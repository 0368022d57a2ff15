"""Check what publication.yaml refers to: headline figures, charts and topics that must exist."""

from gongshi.check.references import CHART, FIGURE, TOPIC, unknown
from gongshi.errors import Problem
from gongshi.read.catalog import Reading
from gongshi.read.values import Text


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Figures, charts and topics named in publication.yaml that are nowhere."""
    publication, figures = reading.catalog.publication, reading.catalog.figures
    headlines = [h for h in publication.headlines if h.figure and reading.lacks(h.figure)]
    charts = {f"{view.dataset}/{view.id}" for view in reading.catalog.views}
    topics = {dataset.name for dataset in reading.catalog.topics}
    return (
        *(unknown(headline.figure, figures, FIGURE, headline.place) for headline in headlines),
        *_unknown("charts", publication.charts, charts, CHART, reading),
        *_unknown("topics", publication.topics, topics, TOPIC, reading),
    )


def _unknown(key: str, names: tuple[str, ...], known: set[str], what: Text, reading: Reading) -> list[Problem]:
    front = reading.documents[0]
    wanted = enumerate(names) if reading.whole else ()
    return [unknown(name, known, what, front.place(key, index)) for index, name in wanted if name not in known]
