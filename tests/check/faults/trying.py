"""Try a broken publication once, by the command that finds its fault, and keep what was found."""

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from gongshi.errors import Problem
from gongshi.read.catalog import read
from gongshi.record import ledger
from gongshi.site import links
from tests.check.faults.making import Fault
from tests.publication import HERE, publication

# Pelican tells each of its warnings once a process, so that a build that must warn has a process of its own.
BUILD: Final = """
import pickle, sys
from datetime import date
from pathlib import Path
from gongshi.errors import PublicationError
from gongshi.publish import publish
root = Path(sys.argv[1])
try:
    problems = publish(root, root / "output", date(2020, 6, 1), lambda step: None).warnings
except PublicationError as error:
    problems = error.problems
sys.stdout.buffer.write(pickle.dumps(problems))
"""
LATER: Final = date(2021, 1, 4)
_found: Final[dict[str, tuple[Problem, ...]]] = {}


def problems_of(fault: Fault) -> tuple[Problem, ...]:
    """Every problem of the small publication once it is broken; each fault is tried once a session."""
    if fault.name not in _found:
        with tempfile.TemporaryDirectory() as folder:
            site = publication(Path(folder) / "publication")
            made = fault.change(site)
            _found[fault.name] = made if fault.by == "program" else BY[fault.by](site.root)
    return _found[fault.name]


def _checked(root: Path) -> tuple[Problem, ...]:
    return ledger.problems(read(root))


def _later(root: Path) -> tuple[Problem, ...]:
    return ledger.problems(read(root), today=LATER)


def _compared(root: Path) -> tuple[Problem, ...]:
    return ledger.problems(read(root), root / "texts")


def _built(root: Path) -> tuple[Problem, ...]:
    done = subprocess.run([sys.executable, "-c", BUILD, str(root)], cwd=HERE, check=True, capture_output=True)
    problems: tuple[Problem, ...] = pickle.loads(done.stdout)
    return problems


def _inspected(root: Path) -> tuple[Problem, ...]:
    site = root / "site"
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return links.problems(files, ())


BY: Final[Mapping[str, Callable[[Path], tuple[Problem, ...]]]] = {
    "check": _checked,
    "later": _later,
    "sources": _compared,
    "build": _built,
    "inspect": _inspected,
}
