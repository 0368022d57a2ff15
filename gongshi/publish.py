"""Publish: read, check, render, inspect, write into staging, and swap it in."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from gongshi import __version__, parallel, staging
from gongshi.check import relations
from gongshi.errors import LANGUAGES, Place, Problem, PublicationError, errors_among
from gongshi.read import inputs
from gongshi.read.catalog import Reading, read
from gongshi.read.messages import messages
from gongshi.record import changes, ledger, timeline
from gongshi.record.seals import Making
from gongshi.render import api, charts, checks, compressed, downloads, formats, metadata, releases
from gongshi.render.holdings import holdings
from gongshi.render.words import Words
from gongshi.site import addresses, build, embeds, forwards, links, lost, promised, theme, wayfinding
from gongshi.site.desk import Desk
from gongshi.site.edition import Edition

LOCK: Final = Path(__file__).resolve().parents[1] / "requirements.txt"
Say = Callable[[str], None]
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Published:
    """What a build made: the warnings it passed over, and how many figures, charts and files there are.

    `addressed` says whether it has what only a publication with an address can have.
    """

    warnings: tuple[Problem, ...]
    figures: int
    charts: int
    files: int
    addressed: bool


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the pages of every language say of files that stand once for all: size and SHA-256 by path.

    `rows` are those of tables, by the path without the ending that names a format; `steps` are what the releases
    brought.
    """

    sizes: Mapping[str, int]
    digests: Mapping[str, str]
    rows: Mapping[str, int]
    steps: tuple[timeline.Step, ...]


def publish(root: Path, output: Path, today: date, say: Say, jobs: int = 1, *, compress: bool = False) -> Published:
    """Build the publication at `root` into `output`, whole or not at all.

    `today` is the day of the build; `say` is told the name of each step; `jobs` is how many processes may work;
    `compress` asks for compressed twins of the files, for servers.
    Raises PublicationError with every problem found, BuildError where the disk, another build or a file that
    changed meanwhile stands in the way; `output` is then as it was.
    """
    with staging.stage(output, inputs.folders(root)) as stage, parallel.team(jobs, ready) as team:
        say("read")
        reading = read(root)
        say("check")
        problems = ledger.problems(reading, today=today)
        if errors_among(problems):
            raise PublicationError(problems)
        say("draw")
        staging.write(stage.scratch, {file: text.encode("utf-8") for file, text in reading.texts.items()})
        files, faults = _render(reading, today, stage.scratch, team)
        say("inspect")
        moves = reading.catalog.moves.values()
        files = {**files, **forwards.copies(files, reading.promise, moves)}
        faults = faults or (
            *links.problems(files, reading.catalog.publication.languages),
            *promised.problems((*files, addresses.CHECKSUMS), reading.promise, moves),
            *promised.fields(files, reading.promise),
        )
        if errors_among(faults):
            raise PublicationError([*problems, *faults])
        files = {**files, **lost.rooted(files, reading.catalog.publication.address)}
        if compress:
            say("compress")
            files |= _compressed(files, team, jobs)
        say("write")
        staging.write(stage.site, files)
        count = staging.seal(stage.site, Making(__version__, lock(), today.isoformat()))
        inputs.refuse_changes(root, reading.fingerprints)
    figures, drawn = len(reading.catalog.figures), len(reading.catalog.views)
    return Published((*problems, *faults), figures, drawn, count, bool(reading.catalog.publication.address))


def lock() -> str:
    """The SHA-256 of the requirements that this program is locked to."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def ready() -> None:
    """Nothing: a process that can do this has imported everything it needs."""


def _render(reading: Reading, today: date, scratch: Path, team: parallel.Team) -> tuple[Files, tuple[Problem, ...]]:
    """Every file of the site by its path, and the problems met in making them."""
    catalog, languages = reading.catalog, reading.catalog.publication.languages
    words = {language: Words(language, messages(language), catalog.units) for language in LANGUAGES}
    steps, findings = timeline.steps(reading), relations.findings(catalog)
    derived = {
        "checks": checks.sheet(catalog, findings, words),
        "releases": releases.sheet(reading.history, steps),
    }
    held = holdings(catalog, derived)
    # All figures in one table are about as much work as those of the topics.
    halves = [[h for h in held if h.dataset], [h for h in held if not h.dataset]]
    opened = team.each(formats.each, [(half, catalog.publication) for half in halves])
    shared = {
        **formats.whole(held, catalog.publication),
        **{path: data for made in opened for path, data in made.items()},
        **downloads.files(catalog, words[languages[0]], releases.chain(reading.history), derived),
        **releases.files(reading.history, steps),
        **theme.assets(),
    }
    shared |= api.files(api.Known(catalog, findings, reading.history, steps, words, shared))
    shared |= metadata.files(catalog, reading.history, changes.states(reading), shared)
    shared |= wayfinding.files(catalog, shared)
    sizes, rows = {path: len(data) for path, data in shared.items()}, {h.stem: len(h.sheet.rows) for h in held}
    known = _Shared(sizes, downloads.digests(shared), rows, steps)
    done = team.each(_in_language, [(reading, language, known, today, scratch) for language in languages])
    files, taken = _together([shared, *(made for made, _ in done)])
    return files, (*taken, *(problem for _, problems in done for problem in problems))


def _compressed(files: Files, team: parallel.Team, jobs: int) -> Files:
    """The compressed twins of files, made by all of the team; the largest first, so that nobody is left with one."""
    paths = sorted(files, key=lambda path: (-len(files[path]), path))
    shares = [({path: files[path] for path in paths[start::jobs]},) for start in range(jobs)]
    return {path: data for part in team.each(compressed.beside, shares) for path, data in part.items()}


def _in_language(
    reading: Reading, language: str, shared: _Shared, today: date, scratch: Path
) -> tuple[Files, tuple[Problem, ...]]:
    """The charts and pages of one language."""
    catalog = reading.catalog
    words = Words(language, messages(language), catalog.units)
    root = addresses.ROOTS[language]
    try:
        drawings = charts.draw(catalog, words, scratch)
        pictures = {f"{root}{path}": data for drawing in drawings for path, data in drawing.files.items()}
        edition = Edition(
            texts=reading.texts,
            catalog=catalog,
            findings=relations.findings(catalog),
            drawings={language: drawings},
            downloads={**shared.sizes, **{path: len(data) for path, data in pictures.items()}},
            today=today,
            history=reading.history,
            steps=shared.steps,
            digests=shared.digests,
            promise=reading.promise,
            rows=shared.rows,
        )
        pages = {f"{root}{path}": data for path, data in build.pages(edition, scratch, words).items()}
        embedded = embeds.files(Desk(edition, language, words))
    except PublicationError as error:
        return {}, error.problems
    files, taken = _together([pictures, pages, embedded])
    return files, taken


def _together(parts: Iterable[Files]) -> tuple[Files, tuple[Problem, ...]]:
    """All files in one, and a problem for each path that more than one part has."""
    files: dict[str, bytes] = {}
    taken: list[Problem] = []
    for part in parts:
        taken += [Problem("site-address-twice", Place(path), path) for path in part if path in files]
        files |= part
    return files, tuple(taken)
