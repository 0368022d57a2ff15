"""A build replaces the site whole or not at all, and leaves nothing else behind."""

import ctypes
import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest

from gongshi import disk, staging
from gongshi.errors import BuildError
from gongshi.record.seals import Making
from tests.publication import HERE

MAKING: Final = Making("0.0.0", "0" * 64, "2020-06-01")
ONE: Final = {"index.html": "one", "data/a.csv": "id\n"}
# Builds into the folder given and, before it ends, says so and waits for a line.
WAITING: Final = """
import sys
from pathlib import Path
from gongshi import staging
from gongshi.record.seals import Making
with staging.stage(Path(sys.argv[1])) as stage:
    staging.write(stage.site, {"index.html": b"first"})
    staging.seal(stage.site, Making("0", "0", "2020-06-01"))
    print("ready", flush=True)
    sys.stdin.readline()
"""
# Builds into the folder given twenty-five times, and tries again whenever another build is at work.
TRYING: Final = """
import sys
from pathlib import Path
from gongshi import staging
from gongshi.errors import BuildError
from gongshi.record.seals import Making
done = 0
while done < 25:
    try:
        with staging.stage(Path(sys.argv[1])) as stage:
            staging.write(stage.site, {f"{sys.argv[2]}-{done}-{part}.html": b"x" for part in range(3)})
            staging.seal(stage.site, Making("0", "0", "2020-06-01"))
        done += 1
    except BuildError as error:
        if "at work" not in error.en:
            raise
"""


def built(output: Path, text: str) -> None:
    with staging.stage(output) as stage:
        staging.write(stage.site, {"index.html": text.encode(), "data/a.csv": b"id\n"})
        staging.seal(stage.site, MAKING)


def tree(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != staging.SEAL)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def test_a_first_build_makes_the_output(output: Path) -> None:
    built(output, "one")
    assert tree(output) == ONE
    assert beside(output) == ["output"]


def test_the_folders_above_the_output_are_made(tmp_path: Path) -> None:
    built(tmp_path / "a/b/output", "one")
    assert tree(tmp_path / "a/b/output") == ONE


def test_a_second_build_takes_the_place_of_the_first(output: Path) -> None:
    built(output, "one")
    with staging.stage(output) as stage:
        staging.write(stage.site, {"other.html": b"two"})
        staging.seal(stage.site, MAKING)
    assert tree(output) == {"other.html": "two"}
    assert beside(output) == ["output"]


def test_an_empty_folder_may_become_the_output(output: Path) -> None:
    output.mkdir()
    built(output, "one")
    assert tree(output) == ONE


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, BuildError])
def test_a_build_that_fails_leaves_the_site_as_it_was_and_nothing_lying_about(
    output: Path, error: Callable[..., BaseException]
) -> None:
    built(output, "one")
    broken = error("无", "none")
    with pytest.raises(type(broken)), staging.stage(output) as stage:
        staging.write(stage.site, {"index.html": b"half"})
        raise broken
    assert tree(output) == ONE
    assert beside(output) == ["output"]


def test_a_first_build_that_fails_leaves_nothing(output: Path) -> None:
    with pytest.raises(ValueError, match="^no$"), staging.stage(output) as stage:
        staging.write(stage.site, {"index.html": b"half"})
        raise ValueError("no")
    assert beside(output) == []


def test_the_next_build_works_after_one_that_failed(output: Path) -> None:
    with pytest.raises(ValueError, match="^no$"), staging.stage(output):
        raise ValueError("no")
    built(output, "one")
    assert tree(output) == ONE


def test_what_a_killed_build_left_is_cleared(output: Path) -> None:
    left = output.with_name(".gongshi-output")
    (left / "site/data").mkdir(parents=True)
    (left / "site/half.html").write_text("half")
    (left / "lock").write_text("")
    (left / "index.html").write_text("half")
    (left / "elsewhere").symlink_to(HERE)
    built(output, "one")
    assert beside(output) == ["output"]
    assert tree(output) == ONE


def test_a_site_that_a_killed_build_had_set_aside_is_put_back_before_anything_else(output: Path) -> None:
    built(output, "one")
    left = output.with_name(".gongshi-output")
    left.mkdir()
    output.rename(left / "old")
    with pytest.raises(ValueError, match="^no$"), staging.stage(output):
        raise ValueError("no")
    assert tree(output) == ONE
    assert beside(output) == ["output"]


def test_a_site_set_aside_is_dropped_where_the_new_one_already_stands(output: Path) -> None:
    built(output, "one")
    shutil.copytree(output, output.with_name(".gongshi-output") / "old")
    built(output, "two")
    assert tree(output) == ONE | {"index.html": "two"}
    assert beside(output) == ["output"]


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two names in one step."""
    monkeypatch.setattr(staging, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("two_steps")
def test_where_names_cannot_be_exchanged_the_site_is_replaced_in_two_steps(output: Path) -> None:
    built(output, "one")
    built(output, "two")
    assert tree(output) == ONE | {"index.html": "two"}
    assert beside(output) == ["output"]


@pytest.mark.usefixtures("two_steps")
def test_where_the_second_step_fails_the_first_is_undone(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(output, "one")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "site":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(BuildError):
        built(output, "two")
    assert tree(output) == ONE
    assert beside(output) == ["output"]


def test_what_cannot_be_cleared_after_the_swap_is_left_to_the_next_build(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(output, "one")

    def failing(path: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", failing)
        built(output, "two")
    assert (tree(output), beside(output)) == (ONE | {"index.html": "two"}, [".gongshi-output", "output"])
    built(output, "three")
    assert (tree(output), beside(output)) == (ONE | {"index.html": "three"}, ["output"])


class Mac:
    """The C library of a system that exchanges names by renamex_np, and has neither renameat2 nor syncfs."""

    def __init__(self, result: int) -> None:
        self.result = result
        self.flags: list[int] = []

    def renamex_np(self, first: bytes, second: bytes, flags: int) -> int:
        self.flags.append(flags)
        if self.result == 0:
            between = first + b"-between"
            for old, new in ((first, between), (second, first), (between, second)):
                os.rename(old, new)  # noqa: PTH104
        return self.result


@pytest.mark.parametrize("result", [0, -1])
def test_a_mac_exchanges_names_where_its_disk_can_and_takes_two_steps_where_it_cannot(
    output: Path, monkeypatch: pytest.MonkeyPatch, result: int
) -> None:
    built(output, "one")
    library, flushed = Mac(result), []
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    monkeypatch.setattr(os, "sync", lambda: flushed.append("all"))
    built(output, "two")
    assert (library.flags, flushed) == ([2], ["all"])
    assert tree(output) == ONE | {"index.html": "two"}
    assert beside(output) == ["output"]


def test_a_system_that_cannot_exchange_names_takes_two_steps(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(output, "one")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())
    built(output, "two")
    assert (tree(output), beside(output)) == (ONE | {"index.html": "two"}, ["output"])


@pytest.mark.usefixtures("two_steps")
def test_what_the_disk_took_and_then_could_not_keep_is_not_published(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(output, "one")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(syncfs=lambda _: -1))
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EIO)
    with pytest.raises(BuildError) as caught:
        built(output, "two")
    assert caught.value.zh == (
        f"磁盘读写出错，可能坏了：{output.parent}/.gongshi-output/site。已发布的网站原样不动。"
        "先检查磁盘，或用 --output 换一个磁盘。"
    )
    assert (tree(output), beside(output)) == (ONE, ["output"])


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o177])
def test_the_site_can_be_read_by_everyone_whatever_the_mask_of_the_account(output: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        built(output, "one")
    finally:
        after = os.umask(before)
    modes = {path.relative_to(output.parent).as_posix(): path.stat().st_mode & 0o7777 for path in output.rglob("*")}
    assert after == mask
    assert output.stat().st_mode & 0o7777 == 0o755
    assert modes == {
        "output/SHA256SUMS": 0o644,
        "output/data": 0o755,
        "output/data/a.csv": 0o644,
        "output/index.html": 0o644,
    }


def refusal(output: Path, *inputs: Path) -> tuple[str, str]:
    """What is said of an output, which must stop the build before its block begins."""
    with pytest.raises(BuildError) as caught, staging.stage(output, inputs):
        pytest.fail("the build began")
    return caught.value.zh, caught.value.en


def test_a_folder_that_no_build_made_is_refused_and_left_alone(output: Path) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("years of work")
    assert refusal(output) == (
        f"{output} 里有不是本程序生成的东西（thesis.txt）；请换一个 --output，或先把它移走。",
        f"{output} holds files this program did not make (thesis.txt); choose another --output, or move them.",
    )
    assert tree(output) == {"thesis.txt": "years of work"}
    assert beside(output) == ["output"]


def test_a_file_that_someone_put_into_a_site_is_not_deleted_with_it(output: Path) -> None:
    built(output, "one")
    (output / "data/mine.txt").write_text("mine")
    assert refusal(output)[1] == (
        f"{output} holds files this program did not make (data/mine.txt); choose another --output, or move them."
    )
    assert tree(output) == ONE | {"data/mine.txt": "mine"}
    assert beside(output) == ["output"]


def test_what_a_file_manager_drops_into_a_site_does_not_hinder_a_build(output: Path) -> None:
    built(output, "one")
    (output / "data/.DS_Store").write_text("")
    built(output, "two")
    assert tree(output) == ONE | {"index.html": "two"}


def test_a_file_is_no_output(output: Path) -> None:
    output.write_text("mine")
    assert refusal(output) == (
        f"{output} 是一个文件。请用 --output 写一个文件夹。",
        f"{output} is a file. Name a folder with --output.",
    )
    assert output.read_text() == "mine"
    assert beside(output) == ["output"]


@pytest.mark.skipif(not Path("/proc").is_mount(), reason="no folder is known to be a mount point here")
def test_a_mount_point_is_no_output() -> None:
    assert refusal(Path("/proc")) == (
        "/proc 是挂载点，不能整个换掉。请用 --output 写它里面的一个文件夹。",
        "/proc is a mount point and cannot be replaced whole. Name a folder inside it with --output.",
    )


@pytest.mark.parametrize("place", [".", "..", "datasets", "datasets/output", "datasets/../content"])
def test_a_site_never_goes_over_into_or_above_what_it_is_made_from(tmp_path: Path, place: str) -> None:
    root = tmp_path / "publication"
    for name in ("datasets", "content"):
        (root / name).mkdir(parents=True)
    there = (root / place).resolve()
    assert refusal(root / place, root / "datasets", root / "content") == (
        f"网站不能生成到 {there}：那里放着数据和文章。请用 --output 换一个文件夹。",
        f"The site cannot go to {there}: data and prose lie there. Choose another folder with --output.",
    )
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "publication",
        "publication/content",
        "publication/datasets",
    ]


def test_a_link_cannot_lead_a_site_into_what_it_is_made_from(tmp_path: Path) -> None:
    (tmp_path / "datasets").mkdir()
    (tmp_path / "output").symlink_to("datasets")
    assert refusal(tmp_path / "output", tmp_path / "datasets")[1].startswith("The site cannot go to")


def test_a_circle_of_links_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(BuildError) as caught:
        built(tmp_path / "a", "one")
    assert caught.value.en.startswith("A file stands where a folder is needed: ")
    assert beside(tmp_path / "a") == ["a", "b"]


@contextmanager
def another_build(output: Path, script: str = WAITING) -> Iterator[subprocess.Popen[str]]:
    """A build in a process of its own that waits in the middle of its work."""
    command = [sys.executable, "-c", script, str(output)]
    with subprocess.Popen(
        command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_build_at_once_is_refused_and_does_not_disturb_the_first(output: Path) -> None:
    with another_build(output) as first:
        assert refusal(output) == (
            f"另一个生成正在写 {output}；等它结束再来。",
            f"Another build into {output} is at work; try again when it has ended.",
        )
        first.communicate("\n", timeout=60)
        assert first.returncode == 0
    assert tree(output) == {"index.html": "first"}
    assert beside(output) == ["output"]


def test_the_next_build_begins_as_soon_as_the_one_before_is_killed(output: Path) -> None:
    with another_build(output) as first:
        first.kill()
        first.wait(timeout=60)
        built(output, "one")
    assert tree(output) == ONE
    assert beside(output) == ["output"]


def test_a_child_that_outlives_its_killed_build_does_not_hold_up_the_next(output: Path) -> None:
    child = "import os\n    if not os.fork():\n        sys.stdin.read()\n        os._exit(0)\n    print"
    forking = WAITING.replace("print", child)
    with another_build(output, forking) as first:
        first.kill()
        first.wait(timeout=60)
        built(output, "one")  # the child still waits for the end of its input
    assert (tree(output), beside(output)) == (ONE, ["output"])


def test_a_lock_that_others_keep_taking_away_is_not_waited_for_without_end(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(self: Path) -> os.stat_result:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self))

    monkeypatch.setattr(Path, "lstat", gone)
    assert refusal(output)[1] == f"Another build into {output} is at work; try again when it has ended."


@pytest.mark.parametrize("target", ["mine", "nowhere"])
def test_a_link_in_the_place_of_the_stage_is_refused_and_what_it_leads_to_left_alone(
    output: Path, tmp_path: Path, target: str
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work")
    stage = output.with_name(".gongshi-output")
    stage.symlink_to(target)
    assert refusal(output) == (
        f"这里是一个链接，或链接绕成了圈：{stage}。已发布的网站原样不动。把链接删掉，或用 --output 写真正的文件夹。",
        f"A link stands here, or links lead round in a circle: {stage}. The published site is as it was. "
        "Delete the link, or name the real folder with --output.",
    )
    assert tree(tmp_path / "mine") == {"thesis.txt": "years of work"}


def test_a_link_in_the_place_of_the_lock_is_refused_and_what_it_leads_to_left_alone(
    output: Path, tmp_path: Path
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    output.with_name(".gongshi-output").mkdir()
    output.with_name(".gongshi-output").joinpath("lock").symlink_to(tmp_path / "thesis.txt")
    assert refusal(output)[1].startswith("A link stands here, or links lead round in a circle: ")
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_builds_that_race_for_one_output_are_told_of_each_other_and_never_meet_in_it(output: Path) -> None:
    command = [sys.executable, "-c", TRYING, str(output)]
    racing = [subprocess.Popen([*command, name], cwd=HERE) for name in "abcd"]
    assert [process.wait(timeout=300) for process in racing] == [0, 0, 0, 0]
    last = {name.rpartition("-")[0] for name in tree(output)}
    assert (len(tree(output)), len(last)) == (3, 1)
    assert beside(output) == ["output"]


def test_builds_into_different_folders_do_not_hinder_each_other(tmp_path: Path) -> None:
    with staging.stage(tmp_path / "one") as one, staging.stage(tmp_path / "two") as two:
        staging.write(one.site, {"a": b"1"})
        staging.write(two.site, {"a": b"2"})
    assert [tree(tmp_path / name) for name in ("one", "two")] == [{"a": "1"}, {"a": "2"}]


def test_an_output_named_by_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    built(tmp_path / "real", "one")
    (tmp_path / "link").symlink_to("real")
    built(tmp_path / "link", "two")
    assert (tmp_path / "link").is_symlink()
    assert tree(tmp_path / "real") == {"index.html": "two", "data/a.csv": "id\n"}


def test_folders_made_for_a_first_build_that_fails_are_taken_away(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="^no$"), staging.stage(tmp_path / "a/b/output"):
        raise ValueError("no")
    assert list(tmp_path.iterdir()) == []


def test_a_file_on_the_way_to_the_output_is_named_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refusal(tmp_path / "file/output") == (
        f"路径上有一个同名的文件，不是文件夹：{tmp_path / 'file'}。已发布的网站原样不动。"
        "把它移走，或用 --output 换一个文件夹。",
        f"A file stands where a folder is needed: {tmp_path / 'file'}. The published site is as it was. "
        "Move it away, or choose another folder with --output.",
    )


def test_a_name_that_leaves_no_room_for_the_stage_beside_it_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("很" * 84))[0] == (
        f"文件名或路径太长：{tmp_path}/.gongshi-{'很' * 84}。已发布的网站原样不动。"
        "用 --output 换一个名字短些的文件夹，或把编号改短。"
    )


REFUSED: Final = [
    (errno.ENOSPC, "磁盘满了", "The disk is full", "Free some space, then run it again."),
    (errno.EDQUOT, "磁盘配额用完了", "Your disk quota is used up", "Delete files you do not need"),
    (errno.EACCES, "没有权限", "Permission denied", "Ask for the right to write there"),
    (errno.EPERM, "没有权限", "Permission denied", "Ask for the right to write there"),
    (errno.EROFS, "这个位置只能读，不能写", "This place is read-only", "Choose another folder with --output."),
    (errno.EMFILE, "同时打开的文件太多", "Too many files are open", "Close some programs"),
    (errno.ENAMETOOLONG, "文件名或路径太长", "A file name or path is too long", "Choose a folder with a shorter name"),
    (errno.EFBIG, "文件超过了系统允许的大小", "A file is larger than the system allows", "Ask for a higher limit"),
    (errno.EIO, "磁盘读写出错，可能坏了", "The disk reports a fault and may be failing", "Have the disk checked"),
    (errno.EBUSY, "它正被占用", "It is in use", "Close the program that uses it"),
    (errno.ENOENT, "生成期间它被移走或删除了", "It was moved or deleted during the build", "Run it again"),
    (
        errno.ELOOP,
        "这里是一个链接，或链接绕成了圈",
        "A link stands here, or links lead round in a circle",
        "Delete the link",
    ),
    (
        errno.ENOLCK,
        f"系统不让读写（{os.strerror(errno.ENOLCK)}）",
        f"The system refuses to read or write ({os.strerror(errno.ENOLCK)})",
        "Show this message to whoever looks after the computer",
    ),
]


@pytest.mark.parametrize(("number", "zh", "en", "mend"), REFUSED, ids=lambda value: str(value)[:12])
def test_a_fault_of_the_disk_is_told_with_its_place_the_state_of_the_site_and_the_mend(
    output: Path, number: int, zh: str, en: str, mend: str
) -> None:
    built(output, "one")
    with pytest.raises(BuildError) as caught, staging.stage(output) as stage:
        raise OSError(number, os.strerror(number), str(stage.site / "a"))
    place = output.parent / ".gongshi-output/site/a"
    assert caught.value.zh.startswith(f"{zh}：{place}。已发布的网站原样不动。")
    assert caught.value.en.startswith(f"{en}: {place}. The published site is as it was. {mend}")
    assert tree(output) == ONE
    assert beside(output) == ["output"]


def test_a_fault_without_a_place_is_told_of_the_output(output: Path) -> None:
    assert disk.refused(OSError(errno.ENOSPC, "No space left on device"), output).zh == (
        f"磁盘满了：{output}。已发布的网站原样不动。清出一些空间，再运行一次。"
    )


def test_a_fault_without_a_number_is_told_all_the_same(output: Path) -> None:
    assert disk.refused(TimeoutError(), output).en == (
        f"The system refuses to read or write (TimeoutError): {output}. The published site is as it was. "
        "Show this message to whoever looks after the computer, then run it again."
    )


def test_every_cause_ends_in_what_to_do() -> None:
    ends = [(cause.zh[-1:], cause.mend_zh[-1:], cause.en[-1:], cause.mend_en[-1:]) for cause in disk.CAUSES.values()]
    assert [end for end in ends if end[0] in "。." or end[2] in "。." or (end[1], end[3]) != ("。", ".")] == []


def test_no_path_is_written_twice(output: Path) -> None:
    with pytest.raises(BuildError), staging.stage(output) as stage:
        staging.write(stage.site, {"index.html": b"one"})
        staging.write(stage.site, {"index.html": b"two"})
    assert beside(output) == []


def test_the_seal_lists_every_file_and_checks_out(output: Path) -> None:
    with staging.stage(output) as stage:
        staging.write(stage.site, {"b/two.txt": b"2", "one.txt": b"1", "甲.txt": "甲".encode()})
        assert staging.seal(stage.site, MAKING) == 3
    sums = {
        name: hashlib.sha256((output / name).read_bytes()).hexdigest() for name in ("b/two.txt", "one.txt", "甲.txt")
    }
    assert (output / staging.SEAL).read_text(encoding="utf-8") == "".join(
        [*(f"{line}\n" for line in MAKING.lines()), *(f"{sums[n]}  {n}\n" for n in sums)]
    )
    done = subprocess.run(["sha256sum", "--strict", "-c", staging.SEAL], cwd=output, capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["../evil.html", "a/../../evil.html", "/evil.html", "a/../b.html"])
def test_a_path_that_leads_out_of_the_site_is_never_written(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(ValueError, match="leads out of the site"):
        staging.write(site, {name: b"evil"})
    assert [path.name for path in tmp_path.rglob("*")] == ["site"]
