"""Work is shared among processes without a difference in what comes out, and without leaving one behind."""

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongshi import parallel
from gongshi.errors import BuildError, Place, Problem, PublicationError
from tests.publication import HERE

WAIT = 60


def nothing() -> None:
    pass


def who(number: int) -> tuple[int, int]:
    return number, os.getpid()


def refuse(number: int) -> int:
    raise PublicationError([Problem("cell-required", Place("a.csv", number, "A"))])


def refuse_second(number: int) -> int:
    return refuse(number) if number == 2 else number


def end_second(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_what_was_given(jobs: int) -> None:
    with parallel.team(jobs, nothing) as team:
        done = team.each(who, [(1,), (2,), (3,)])
    assert [number for number, _ in done] == [1, 2, 3]
    assert done[0][1] == os.getpid()
    assert {process == os.getpid() for _, process in done[1:]} == {jobs == 1}


def test_what_a_helper_raises_arrives_with_its_problems() -> None:
    with parallel.team(2, nothing) as team, pytest.raises(PublicationError) as caught:
        team.each(refuse_second, [(1,), (2,)])
    assert [(p.code, p.place) for p in caught.value.problems] == [("cell-required", Place("a.csv", 2, "A"))]


def test_a_helper_that_is_killed_is_told_in_plain_words() -> None:
    with parallel.team(2, nothing) as team, pytest.raises(BuildError) as caught:
        team.each(end_second, [(1,), (2,)])
    assert "内存" in caught.value.zh
    assert "memory" in caught.value.en


def test_a_build_error_keeps_both_languages_on_its_way_between_processes() -> None:
    sent = pickle.loads(pickle.dumps(BuildError("磁盘满了。", "The disk is full.")))
    assert (sent.zh, sent.en, str(sent)) == ("磁盘满了。", "The disk is full.", "The disk is full.")


ORPHAN = """
import sys, time
from tests import test_parallel as here
from gongshi import parallel
if __name__ == "__main__":
    with parallel.team(2, here.nothing) as team:
        print(team.each(here.who, [(1,), (2,)])[1][1], flush=True)
        time.sleep(600)
"""


def test_helpers_end_when_the_one_who_asked_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(ORPHAN)
    command, environment = [sys.executable, str(script)], {**os.environ, "PYTHONPATH": str(HERE)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env=environment
    ) as asking:
        assert asking.stdout
        helper = int(asking.stdout.readline())
        assert alive(helper)
        asking.kill()
    end = time.monotonic() + WAIT
    while alive(helper) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(helper)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
