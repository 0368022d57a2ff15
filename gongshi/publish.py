"""Publish: read, check, render, write into staging, check that, and swap it in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gongshi import staging
from gongshi.check import everything, relations
from gongshi.errors import Problem, PublicationError, errors_among
from gongshi.read import inputs
from gongshi.read.catalog import Reading, read
from gongshi.read.messages import messages
from gongshi.render import charts, downloads
from gongshi.render.words import Words
from gongshi.site import build, links
from gongshi.site.edition import Edition

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What a build made: the warnings it passed over, and how many figures, charts and files there are."""

    warnings: tuple[Problem, ...]
    figures: int
    charts: int
    files: int


def publish(root: Path, output: Path, today: date, say: Say) -> Published:
    """Build the publication at `root` into `output`, whole or not at all.

    `today` is the day of the build; `say` is told the name of each step. Raises PublicationError with every
    problem found, BuildError where the disk, another build or a file that changed meanwhile stands in the way;
    `output` is then as it was.
    """
    say("read")
    reading = read(root)
    say("check")
    problems = everything.problems(reading)
    if errors_among(problems):
        raise PublicationError(problems)
    say("draw")
    edition, files = _render(reading, today)
    with staging.stage(output, inputs.folders(root)) as stage:
        say("write")
        staging.write(stage.site, files)
        for language in reading.catalog.publication.languages:
            build.write(edition, stage.site, language)
        say("inspect")
        faults = links.problems(stage.site, reading.catalog.publication.languages)
        if errors_among(faults):
            raise PublicationError([*problems, *faults])
        count = staging.seal(stage.site)
        inputs.refuse_changes(root, reading.fingerprints)
    figures, drawn = len(reading.catalog.figures), len(reading.catalog.views)
    return Published(problems, figures, drawn, count)


def _render(reading: Reading, today: date) -> tuple[Edition, dict[str, bytes]]:
    catalog = reading.catalog
    words = {language: Words(language, messages(language), catalog.units) for language in catalog.publication.languages}
    drawings = {language: charts.draw(catalog, words[language]) for language in words}
    files = downloads.files(catalog, words[catalog.publication.languages[0]])
    for language, drawn in drawings.items():
        prefix = "" if language == "zh" else f"{language}/"
        files |= {f"{prefix}{path}": data for drawing in drawn for path, data in drawing.files.items()}
    sizes = {path: len(data) for path, data in files.items()}
    return Edition(reading.root, catalog, relations.findings(catalog), drawings, sizes, today), files
