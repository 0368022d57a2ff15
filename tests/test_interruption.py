"""Ctrl-C ends a build even where a library swallows the exception that it raises."""

import contextlib
import os
import signal
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gongshi import cli
from gongshi.interruption import heeded
from gongshi.publish import Say
from tests.publication import Site


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def swallowed() -> None:
    """Ctrl-C inside code that drops whatever is raised in it."""
    with contextlib.suppress(KeyboardInterrupt):
        interrupt()


def test_an_interruption_is_raised_at_once() -> None:
    with heeded(), pytest.raises(KeyboardInterrupt):
        interrupt()


def test_an_interruption_that_was_swallowed_is_raised_where_one_asks() -> None:
    with heeded() as ask:
        ask()
        swallowed()
        with pytest.raises(KeyboardInterrupt):
            ask()


def test_afterwards_the_signal_means_what_it_meant_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with heeded():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_a_thread_that_no_signal_reaches_works_as_before() -> None:
    done = []

    def work() -> None:
        with heeded() as ask:
            ask()
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_build_whose_interruption_was_swallowed_begins_no_further_step(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    def publish(root: Path, output: Path, today: date, say: Say, **options: Any) -> None:
        say("read")
        begun.append("read")
        swallowed()
        say("check")
        begun.append("check")

    monkeypatch.setattr(cli, "publish", publish)
    done = CliRunner().invoke(cli.main, ["build", "--root", str(site.root), "--language", "en"])
    assert (done.exit_code, begun) == (130, ["read"])
    assert done.output.splitlines()[-1] == cli.INTERRUPTED["en"]
