"""A driver, run as a program: builds a publication again and again, each time ending the build at a named point.

    python -m tests.whole.killing ROOT FOLDER < cases.json > results.json

It imports gongshi once and forks for every build. A point is a function that is wrapped in the forked process only;
the program itself knows nothing of it. ROOT holds publications by name.
"""

import contextlib
import errno
import hashlib
import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from gongshi import cli

ENDS: Final = 60  # seconds that what a killed build has started may take to notice
AT_ONCE: Final = 2


@dataclass(frozen=True)
class Case:
    """Where a build is ended, how, and what it is built over.

    `target` is `module:name`; the build ends `before` or `after` the call of that number among those whose
    arguments, written out, contain `holding`. `fault` is what happens there: `kill` this process, `kill helpers`,
    or the name of an OSError's number. `builds` is the publication, `over` the one of the earlier edition, or
    empty for none.
    """

    name: str
    target: str
    moment: str
    call: int = 1
    holding: str = ""
    fault: str = "kill"
    over: str = "one"
    builds: str = "two"
    jobs: int = 1
    two_steps: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a build did: how it ended, what it said, which edition is published, and what lies about."""

    ended: int
    said: str
    published: str
    beside: Sequence[str]
    temporary: Sequence[str]
    processes: Sequence[str]


def main(root: Path, folder: Path) -> None:
    """Do all cases from standard input, and print for each the outcomes of the ended build and of the next.

    Where a build ended by itself and left nothing, there is no next.
    """
    cases = [Case(**case) for case in json.load(sys.stdin)]
    editions = {path.name: _edition(root, folder, path.name) for path in sorted(root.iterdir())}
    trees = {name: tree(edition) for name, edition in editions.items()}
    waiting, running = list(enumerate(cases)), {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            number, case = waiting.pop(0)
            work = folder / f"case-{number}"
            running[_forked(lambda case=case, work=work: _do(case, root, work, editions, trees))] = number
        ended, status = os.wait()
        assert status == 0, cases[running[ended]]
        del running[ended]
    print(json.dumps([json.loads((folder / f"case-{number}.json").read_text()) for number in range(len(cases))]))


def tree(folder: Path) -> Mapping[str, str]:
    """SHA-256 of every file by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _edition(root: Path, folder: Path, name: str) -> Path:
    output = folder / name / "site"
    built = _built(root / name, output, folder / name, {}, lambda: None)
    assert built.ended == 0, built.said
    return output


def _do(case: Case, root: Path, work: Path, editions: Mapping[str, Path], trees: Mapping[str, Any]) -> None:
    output = work / "published/site"
    output.parent.mkdir(parents=True)
    if case.over:
        shutil.copytree(editions[case.over], output)
    first = _built(root / case.builds, output, work, trees, lambda: _arm(case), case.jobs)
    outcomes = [first]
    if first.ended < 0 or first.beside:
        outcomes.append(_built(root / case.builds, output, work, trees, lambda: None))
    work.with_suffix(".json").write_text(json.dumps([asdict(outcome) for outcome in outcomes]))
    shutil.rmtree(work)


def _built(
    root: Path, output: Path, work: Path, trees: Mapping[str, Any], prepare: Callable[[], None], jobs: int = 1
) -> Outcome:
    """Build in a process of its own, with a temporary folder of its own, and look at what is there then."""
    temporary, said = work / "temporary", work / "said"
    temporary.mkdir(parents=True, exist_ok=True)

    def build() -> None:
        os.setsid()
        os.environ["TMPDIR"] = str(temporary)
        tempfile.tempdir = None
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        prepare()
        options = ["--today", "2026-11-22", "--language", "en", "--jobs", str(jobs)]
        cli.main(["build", "--root", str(root), "--output", str(output), *options])

    process = _forked(build)
    _, status = os.waitpid(process, 0)
    found = [name for name, files in trees.items() if files == tree(output)]
    return Outcome(
        ended=os.waitstatus_to_exitcode(status),
        said=said.read_text(),
        published=(found or ["neither"])[0] if output.exists() else "",
        processes=_left_running(process),
        beside=sorted(path.name for path in output.parent.iterdir() if path != output and path.name != "temporary"),
        temporary=sorted(path.name for path in temporary.iterdir()),
    )


def _forked(work: Callable[[], None]) -> int:
    sys.stdout.flush()
    process = os.fork()
    if process:
        return process
    code = 70
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # whatever it is: a child must end here, never go on as a second copy of the tests
        sys.excepthook(*sys.exc_info())
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _left_running(session: int) -> list[str]:
    """The commands of the processes of a session that are still there when they have had time to notice its end."""
    deadline = time.monotonic() + ENDS
    while (left := list(_processes(session))) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left


def _processes(session: int) -> Iterator[str]:
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(state[3]) == session and state[0] != "Z":
                yield (folder / "cmdline").read_text().replace("\0", " ")


def _arm(case: Case) -> None:
    """Wrap the function of the case in this process."""
    if case.two_steps:
        importlib.import_module("gongshi.staging")._exchange = lambda *_: False  # type: ignore[attr-defined]
    module, _, names = case.target.partition(":")
    *holders, name = names.split(".")
    holder: Any = importlib.import_module(module)
    for part in holders:
        holder = getattr(holder, part)
    wrapped = getattr(holder, name)
    calls = 0

    def wrapper(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        meant = not case.holding or case.holding in repr((arguments, named))
        calls += meant
        now = meant and calls == case.call
        if now and case.moment == "before":
            _end(case.fault)
        result = wrapped(*arguments, **named)
        if now and case.moment == "after":
            _end(case.fault)
        return result

    setattr(holder, name, wrapper)


def _end(fault: str) -> None:
    if fault == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif fault == "kill helpers":
        for process in _helpers(os.getpid()):
            os.kill(process, signal.SIGKILL)
    else:
        number = getattr(errno, fault)
        raise OSError(number, os.strerror(number))


def _helpers(parent: int) -> Iterator[int]:
    """The processes that a process has started to work for it."""
    for task in Path(f"/proc/{parent}/task").iterdir():
        for process in (task / "children").read_text().split():
            if "spawn_main" in Path(f"/proc/{process}/cmdline").read_text():
                yield int(process)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
