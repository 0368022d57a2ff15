"""Run one build and write down what it asks of the system: `python witness.py ROOT OUTPUT REPORT`.

The audit hook sees every file that Python opens, every socket, every process. `jobs=1` keeps the build in this
process, so that nothing happens elsewhere.
"""

import json
import sys
from datetime import date
from pathlib import Path

NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request", "http.client.connect")
PROCESSES = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty")
WRITING = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree")


def watch(events: list[tuple[str, str]]) -> None:
    """Write down from now on what is opened, written, connected to and started."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = (*arguments, None, None)[:3]
            writes = bool(set(str(mode or "")) & set("wax+")) or bool(isinstance(flags, int) and flags & 3)
            if isinstance(path, str | bytes | Path):
                events.append(("write" if writes else "read", str(Path(str(path)).absolute())))
        elif event in WRITING and not _within_a_folder(arguments):
            events.extend(("write", str(Path(a).absolute())) for a in arguments if isinstance(a, str | Path))
        elif event in NETWORK or event in PROCESSES:
            events.append((event, str(arguments)))

    sys.addaudithook(hook)


def _within_a_folder(arguments: tuple[object, ...]) -> bool:
    """Whether names are meant from an open folder, as when a tree is removed; that folder was told before."""
    return isinstance(arguments[-1], int) and arguments[-1] >= 0


def main(root: str, output: str, report: str) -> None:
    """Build, and write down what happened and how it ended."""
    from gongshi.errors import PublicationError  # noqa: PLC0415 # loading the program is not what is watched
    from gongshi.publish import publish  # noqa: PLC0415

    events: list[tuple[str, str]] = []
    watch(events)
    try:
        publish(Path(root), Path(output), date(2026, 11, 22), lambda step: None)
        ended = ["built"]
    except PublicationError as error:
        ended = [problem.code for problem in error.problems if problem.severity == "error"]
    Path(report).write_text(json.dumps({"ended": ended, "events": list(events)}), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
