"""The command line on a system that lists every folder backwards: python -m tests.whole.backwards build …"""

import os
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final

from gongshi import cli

LIST: Final = os.listdir
SCAN: Final = os.scandir


class Backwards:
    """What os.scandir gives, in reverse order of names."""

    def __init__(self, *where: Any) -> None:
        with SCAN(*where) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self.entries)

    def __enter__(self) -> "Backwards":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open."""


def turn() -> None:
    """From now on this process lists every folder backwards."""
    os.listdir = lambda *where: sorted(LIST(*where), reverse=True)  # type: ignore[assignment]
    os.scandir = Backwards  # type: ignore[assignment]


if __name__ == "__main__":
    turn()
    cli.main(prog_name="build.py")
