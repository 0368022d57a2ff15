"""A build replaces the site whole or not at all, and leaves nothing else behind."""

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gongshi import staging
from gongshi.errors import BuildError


def built(output: Path, text: str) -> None:
    with staging.stage(output) as stage:
        staging.write(stage.site, {"index.html": text.encode(), "data/a.csv": b"id\n"})
        staging.seal(stage.site)


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
    assert tree(output) == {"index.html": "one", "data/a.csv": "id\n"}
    assert beside(output) == ["output"]


def test_the_folders_above_the_output_are_made(tmp_path: Path) -> None:
    built(tmp_path / "a/b/output", "one")
    assert tree(tmp_path / "a/b/output") == {"index.html": "one", "data/a.csv": "id\n"}


def test_a_second_build_takes_the_place_of_the_first(output: Path) -> None:
    built(output, "one")
    with staging.stage(output) as stage:
        staging.write(stage.site, {"other.html": b"two"})
        staging.seal(stage.site)
    assert tree(output) == {"other.html": "two"}
    assert beside(output) == ["output"]


def test_an_empty_folder_may_become_the_output(output: Path) -> None:
    output.mkdir()
    built(output, "one")
    assert tree(output) == {"index.html": "one", "data/a.csv": "id\n"}


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, BuildError])
def test_a_build_that_fails_leaves_the_site_as_it_was_and_nothing_lying_about(
    output: Path, error: Callable[..., BaseException]
) -> None:
    built(output, "one")
    broken = error("无", "none")
    with pytest.raises(type(broken)), staging.stage(output) as stage:
        staging.write(stage.site, {"index.html": b"half"})
        raise broken
    assert tree(output) == {"index.html": "one", "data/a.csv": "id\n"}
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
    assert tree(output) == {"index.html": "one", "data/a.csv": "id\n"}


def test_what_a_killed_build_left_is_cleared(output: Path) -> None:
    left = output.with_name(".gongshi-output")
    left.mkdir()
    (left / "half.html").write_text("half")
    output.with_name(".gongshi-output.lock").write_text("")
    built(output, "one")
    assert beside(output) == ["output"]
    assert tree(output) == {"index.html": "one", "data/a.csv": "id\n"}


def test_a_site_set_aside_by_a_swap_that_was_cut_short_is_put_back(output: Path) -> None:
    built(output, "one")
    aside = output.with_name(".gongshi-output")
    aside.mkdir()
    output.rename(aside / "old")
    with pytest.raises(ValueError, match="^no$"), staging.stage(output):
        raise ValueError("no")
    assert tree(output) == {"index.html": "one", "data/a.csv": "id\n"}
    assert beside(output) == ["output"]


def test_a_folder_that_no_build_made_is_refused_and_left_alone(output: Path) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("years of work")
    with pytest.raises(BuildError) as caught, staging.stage(output):
        pass
    assert (caught.value.zh, caught.value.en) == (
        f"{output} 里有不是本程序生成的东西；请换一个 --output，或先把它清空。",
        f"{output} holds files this program did not make; choose another --output, or empty it first.",
    )
    assert tree(output) == {"thesis.txt": "years of work"}
    assert beside(output) == ["output"]


def test_a_second_build_at_once_is_refused(output: Path) -> None:
    with staging.stage(output) as stage:
        with pytest.raises(BuildError) as caught, staging.stage(output):
            pass
        assert stage.site.is_dir()
        staging.write(stage.site, {"index.html": b"first"})
        staging.seal(stage.site)
    assert (caught.value.zh, caught.value.en) == (
        "另一个生成正在进行；等它结束再来。",
        "Another build is at work; try again later.",
    )
    assert tree(output) == {"index.html": "first"}
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


def test_where_the_disk_does_not_let_us_write_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError) as caught, staging.stage(tmp_path / "file/output"):
        pass
    assert caught.value.en.startswith(f"Cannot write {tmp_path / 'file'}")


def test_no_path_is_written_twice(output: Path) -> None:
    with pytest.raises(BuildError), staging.stage(output) as stage:
        staging.write(stage.site, {"index.html": b"one"})
        staging.write(stage.site, {"index.html": b"two"})
    assert beside(output) == []


def test_the_seal_lists_every_file_and_checks_out(output: Path) -> None:
    with staging.stage(output) as stage:
        staging.write(stage.site, {"b/two.txt": b"2", "one.txt": b"1", "甲.txt": "甲".encode()})
        assert staging.seal(stage.site) == 3
    sums = {
        name: hashlib.sha256((output / name).read_bytes()).hexdigest() for name in ("b/two.txt", "one.txt", "甲.txt")
    }
    assert (output / staging.SEAL).read_text(encoding="utf-8") == "".join(f"{sums[n]}  {n}\n" for n in sums)
    done = subprocess.run(["sha256sum", "--strict", "-c", staging.SEAL], cwd=output, capture_output=True, check=False)
    assert done.returncode == 0
