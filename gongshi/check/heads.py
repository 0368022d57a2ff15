"""Check the names of articles, notices and pages, and the lines of their heads: nothing there may steer the build."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from gongshi.check.names import is_name
from gongshi.errors import Place, Problem
from gongshi.read.catalog import Reading
from gongshi.read.heads import head_of
from gongshi.read.notices import FACTS, FOLDER

KNOWN: Final = ("title", "date", "slug", "summary")
OF_NOTICES: Final = ("title", "slug", "summary")
# First parts of the addresses that the site itself uses.
TAKEN: Final = (
    *("api", "areas", "articles", "charts", "checks", "commitments", "corrections", "data", "embed", "en", "feeds"),
    *("indicators", "notices", "objections", "obligations", "oversight", "releases", "sources", "static", "topics"),
    *("verify", "zh"),
)


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Files whose names can be no address, and lines of a head that are unknown, doubled or contradict the name."""
    first = next(iter(reading.catalog.publication.languages), "zh")
    return tuple(problem for file, text in reading.texts.items() for problem in _of(PurePosixPath(file), text, first))


def _of(path: PurePosixPath, text: str, first: str) -> Iterator[Problem]:
    file = str(path)
    if not is_name(path.stem) or (path.parent.name == "pages" and path.stem in TAKEN):
        yield Problem("prose-name", Place(file), path.name, {"taken": "、".join(TAKEN)})
    of_notice, known, seen = path.parent.name == FOLDER, _known(path, first), set[str]()
    for number, name, value in head_of(text):
        if of_notice and name.lower() in FACTS and name.lower() not in known:
            yield Problem("notice-fact-elsewhere", Place(file, number), name, {"file": _original(path, first)})
        elif name.lower() not in known or name.lower() in seen:
            code = "notice-head" if of_notice else "prose-head"
            yield Problem(code, Place(file, number), name)
        elif name.lower() == "slug" and value != path.stem:
            yield Problem("prose-slug", Place(file, number), value, {"expected": path.stem})
        seen.add(name.lower())


def _known(path: PurePosixPath, first: str) -> tuple[str, ...]:
    """The lines that the head of a text may have: facts of a notice stand in the first language only."""
    if path.parent.name != FOLDER:
        return KNOWN
    return (*OF_NOTICES, *FACTS) if path.parts[1] == first else OF_NOTICES


def _original(path: PurePosixPath, first: str) -> str:
    return str(PurePosixPath(path.parts[0], first, *path.parts[2:]))
