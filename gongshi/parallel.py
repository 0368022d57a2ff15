"""Do independent work in several processes, none of which outlives the one that asked for them."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from gongshi.errors import BuildError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Team:
    """This process, and the helping ones behind `executor`; without one it works alone."""

    executor: ProcessPoolExecutor | None

    def each(self, work: Callable[..., T], arguments: Sequence[tuple[Any, ...]]) -> list[T]:
        """What `work` returns for each tuple of arguments, in their order; the first is done in this process.

        `work` is a function of a module, and what goes in and comes out can be pickled. Whatever it raises is
        raised here once all others have ended; BuildError where a process was ended from outside.
        """
        if self.executor is None:
            return [work(*given) for given in arguments]
        try:
            others = [self.executor.submit(work, *given) for given in arguments[1:]]
            try:
                own = [work(*given) for given in arguments[:1]]
            finally:
                wait(others)
            return [*own, *(other.result() for other in others)]
        except BrokenProcessPool as error:
            raise BuildError(
                "帮忙的进程中途被结束了，多半是内存不够；网站保持原样。关掉别的程序再来，或加上 --jobs 1。",
                "A helping process was ended, most likely for want of memory; the site is as it was. "
                "Close other programs and try again, or add --jobs 1.",
            ) from error


@contextmanager
def team(jobs: int, prepare: Callable[[], object]) -> Iterator[Team]:
    """A team of up to `jobs` processes, this one among them; the others begin with `prepare` at once."""
    if jobs < 2:
        yield Team(None)
        return
    context = multiprocessing.get_context("spawn")  # threads of libraries do not survive a fork
    with ProcessPoolExecutor(jobs - 1, mp_context=context, initializer=_end_with_parent) as executor:
        executor.submit(prepare)
        yield Team(executor)


def _end_with_parent() -> None:
    """End this process silently when its parent ends, however that comes about."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
