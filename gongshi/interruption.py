"""Ctrl-C ends the work even where a library swallows the exception that it raises."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heeded() -> Iterator[Callable[[], None]]:
    """While the block runs, Ctrl-C raises KeyboardInterrupt, and what is yielded raises it again wherever it is asked.

    Python drops an exception raised in a finalizer or in a call from native code, and with it the first one. Outside
    the main thread, where no signal arrives, nothing is changed.
    """
    came = threading.Event()

    def _note(_number: int, _frame: FrameType | None) -> None:
        came.set()
        raise KeyboardInterrupt

    def _ask() -> None:
        if came.is_set():
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield _ask
        return
    before = signal.signal(signal.SIGINT, _note)
    try:
        yield _ask
    finally:
        signal.signal(signal.SIGINT, before)
