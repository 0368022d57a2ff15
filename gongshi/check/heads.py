"""Check the names of articles and pages, and the lines of their heads: nothing there may steer the build."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from gongshi.check.names import is_name
from gongshi.check.prose import head_of
from gongshi.errors import Place, Problem
from gongshi.read.catalog import Reading

KNOWN: Final = ("title", "date", "slug", "summary")
# First parts of the addresses that the site itself uses.
TAKEN: Final = (
    *("areas", "articles", "charts", "checks", "commitments", "corrections", "data", "en", "feeds", "indicators"),
    *("notices", "objections", "obligations", "oversight", "releases", "sources", "static", "topics", "verify", "zh"),
)


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Files whose names can be no address, and lines of a head that are unknown, doubled or contradict the name."""
    return tuple(problem for file, text in reading.texts.items() for problem in _of(PurePosixPath(file), text))


def _of(path: PurePosixPath, text: str) -> Iterator[Problem]:
    file = str(path)
    if not is_name(path.stem) or (path.parent.name == "pages" and path.stem in TAKEN):
        yield Problem("prose-name", Place(file), path.name, {"taken": "、".join(TAKEN)})
    seen: set[str] = set()
    for number, name, value in head_of(text):
        if name.lower() not in KNOWN or name.lower() in seen:
            yield Problem("prose-head", Place(file, number), name)
        elif name.lower() == "slug" and value != path.stem:
            yield Problem("prose-slug", Place(file, number), value, {"expected": path.stem})
        seen.add(name.lower())
