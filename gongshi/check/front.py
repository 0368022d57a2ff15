"""Check what the prose and the first page refer to: figures, relations and charts that must exist."""

from gongshi.check import prose
from gongshi.check.references import CHART, FIGURE, unknown
from gongshi.errors import Problem
from gongshi.read.catalog import Reading


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Faults of articles and pages, and of the headlines and charts that publication.yaml names."""
    found = [p for p in prose.problems(reading.catalog, reading.texts) if not _is_broken_row(p, reading)]
    return (*found, *_headlines(reading), *_charts(reading))


def _is_broken_row(problem: Problem, reading: Reading) -> bool:
    """Whether the figure exists but could not be read: its own row is reported already."""
    return problem.code == "prose-unknown-figure" and problem.value in reading.ids


def _headlines(reading: Reading) -> list[Problem]:
    found = []
    for headline in reading.catalog.publication.headlines:
        if headline.figure and headline.figure not in reading.ids:
            found.append(unknown(headline.figure, reading.catalog.figures, FIGURE, headline.place))
        for sentence in (headline.sentence.zh, headline.sentence.en):
            for reference in prose.references(sentence):
                problem = prose.unknown(reading.catalog, reference, headline.place)
                if problem and reference.key not in reading.ids:
                    found.append(problem)
    return found


def _charts(reading: Reading) -> list[Problem]:
    known = sorted(f"{view.dataset}/{view.id}" for view in reading.catalog.views)
    place = reading.documents[0].place("charts")
    wanted = reading.catalog.publication.charts
    return [unknown(name, known, CHART, place) for name in wanted if name not in known]
