"""Check what publication.yaml refers to: figures, charts, topics that must exist, ways to object that lead on."""

import re
from typing import Final

from gongshi.check.references import CHART, FIGURE, TOPIC, unknown
from gongshi.errors import Problem
from gongshi.read.catalog import Reading
from gongshi.read.values import Text

# The form of a repository for new issues, with marks where the id and the title go: in the query, nowhere else.
ISSUES: Final = re.compile(
    r"https://[A-Za-z0-9][^\s<>\"'\\^`{}|?#]*\?(?=.*\{about\})(?:[^\s<>\"'\\^`{}|#]|\{about\}|\{title\})*"
)


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
        *_ways(reading),
    )


def _ways(reading: Reading) -> list[Problem]:
    """An issue form that no link can lead to, and a postal address in one language only."""
    publication, front = reading.catalog.publication, reading.documents[0]
    found = []
    if publication.issues and not ISSUES.fullmatch(publication.issues):
        found.append(Problem("issues-unfit", front.place("issues"), publication.issues))
    if bool(publication.post.zh) != bool(publication.post.en):
        found.append(Problem("descriptor-missing", front.place("post"), "post_en" if publication.post.zh else "post"))
    return found


def _unknown(key: str, names: tuple[str, ...], known: set[str], what: Text, reading: Reading) -> list[Problem]:
    front = reading.documents[0]
    wanted = enumerate(names) if reading.whole else ()
    return [unknown(name, known, what, front.place(key, index)) for index, name in wanted if name not in known]
