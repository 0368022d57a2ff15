"""Build once in this process, from the first import on, and print as JSON what it took.

Printed are seconds of wall clock and of processor for each room, the peak of memory in bytes (of this process,
and of the largest helping one), and what was made.
"""

import functools
import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

Spent = dict[str, list[float]]
# Of each room the function through which it is entered.
DOORS: Final = (
    ("read", "publish", "read"),
    ("check", "check.everything", "problems"),
    ("charts", "render.charts", "draw"),
    ("record", "record.timeline", "steps"),
    ("downloads", "render.downloads", "files"),
    ("formats", "render.formats", "each"),
    ("api", "render.api", "files"),
    ("metadata", "render.metadata", "files"),
    ("pages", "site.build", "pages"),
    ("embeds", "site.embeds", "files"),
    ("links", "site.links", "problems"),
    ("write", "staging", "write"),
    ("seal", "staging", "seal"),
)
SELF_AND_HELPERS: Final = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def main(root: Path, output: Path, jobs: int) -> None:
    """Build `root` into `output` with `jobs` processes and print the measurement."""
    spent: Spent = {}
    start = clock()
    publish = timed(spent, "import", importlib.import_module)("gongshi.publish")
    fit(spent)
    published = publish.publish(root, output, date(2020, 1, 1), lambda step: None, jobs)
    whole = [after - before for after, before in zip(clock(), start, strict=True)]
    files = [path for path in output.rglob("*") if path.is_file()]
    print(
        json.dumps(
            {
                "whole": whole,
                "rooms": spent,
                "memory": [resource.getrusage(who).ru_maxrss * 1024 for who in SELF_AND_HELPERS],
                "figures": published.figures,
                "pages": sum(path.suffix == ".html" for path in files),
                "files": len(files),
                "bytes": sum(path.stat().st_size for path in files),
            }
        )
    )


def fit(spent: Spent) -> None:
    """Fit every room's door with a clock."""
    for room, module, name in DOORS:
        place = importlib.import_module(f"gongshi.{module}")
        setattr(place, name, timed(spent, room, getattr(place, name)))


def timed(spent: Spent, room: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """The same work, its wall clock and processor seconds added up under the name of its room."""

    @functools.wraps(work)
    def clocked(*given: Any, **named: Any) -> Any:
        before = clock()
        try:
            return work(*given, **named)
        finally:
            taken = [after - earlier for after, earlier in zip(clock(), before, strict=True)]
            spent[room] = [total + more for total, more in zip(spent.get(room, [0.0, 0.0]), taken, strict=True)]

    return clocked


def clock() -> list[float]:
    """Seconds of wall clock, and of processor in this process and in those that it has ended."""
    spent = [resource.getrusage(who) for who in SELF_AND_HELPERS]
    return [time.perf_counter(), sum(used.ru_utime + used.ru_stime for used in spent)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
