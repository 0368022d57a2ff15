"""Full, small, read-only and forbidden disks, builds that meet, and files that change: as people meet them."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from tests.publication import HERE, Site
from tests.whole.killing import tree

pytestmark = pytest.mark.whole
AS_IT_WAS: Final = {"zh": "已发布的网站原样不动。", "en": "The published site is as it was."}
WITHOUT_PRIVILEGE: Final = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")

# Without coverage: at its end it would write a file of its own under the limits and signals that are tried here.
UNTRACED: Final = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def command(site: Site, output: Path, language: str = "zh") -> list[str]:
    options = ["--root", str(site.root), "--output", str(output), "--today", "2026-11-22", "--language", language]
    return [sys.executable, str(HERE / "build.py"), *options, "--jobs", "1"]


def build(
    site: Site, output: Path, language: str = "zh", before: tuple[str, ...] = (), **options: Any
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, *command(site, output, language)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
        env=UNTRACED,
        **options,
    )


def built(site: Site, output: Path) -> Mapping[str, str]:
    """The site, built, as the hashes of its files."""
    done = build(site, output)
    assert (done.returncode, beside(output)) == (0, []), done.stderr
    return tree(output)


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir() if path != output)


def last(done: subprocess.CompletedProcess[str]) -> str:
    """The last line that a build which failed has said, and that it said it in exit code and stream."""
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False), done.stderr
    return done.stderr.splitlines()[-1]


def mount(folder: Path, options: str) -> None:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(command, check=False, timeout=60, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a disk in memory at the same folder again and again, each time with other options."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def make(options: str) -> Path:
        mount(folder, options)
        return folder

    yield make
    while folder.is_mount():
        subprocess.run(["umount", str(folder)], check=True, timeout=60)


# How much of the disk is left beside the earlier edition, in parts of what one edition takes.
@pytest.mark.parametrize(("part", "language"), [(0.0, "zh"), (0.1, "en"), (0.5, "zh"), (0.97, "en")])
def test_a_full_disk_is_told_and_costs_the_published_site_nothing(
    site: Site, disk: Callable[[str], Path], part: float, language: str
) -> None:
    folder = disk("size=64m")
    earlier = built(site, folder / "site")
    used = shutil.disk_usage(folder).used
    site.replace("content/zh/pages/about.md", "虚构。", "虚构的第二期。")
    subprocess.run(["mount", "-o", f"remount,size={int(used * (1 + part)) // 4096 * 4}k", str(folder)], check=True)
    said = last(build(site, folder / "site", language))
    assert said.startswith({"zh": "磁盘满了：", "en": "The disk is full: "}[language])
    assert AS_IT_WAS[language] in said
    assert (tree(folder / "site"), beside(folder / "site")) == (earlier, [])
    subprocess.run(["mount", "-o", "remount,size=64m", str(folder)], check=True)
    assert built(site, folder / "site") != earlier


def test_a_disk_that_can_hold_no_more_files_counts_as_full(site: Site, disk: Callable[[str], Path]) -> None:
    folder = disk("size=64m,nr_inodes=60")
    assert last(build(site, folder / "site", "en")).startswith("The disk is full: ")
    assert beside(folder / "site") == []


def test_a_first_build_that_finds_the_disk_full_leaves_nothing(site: Site, disk: Callable[[str], Path]) -> None:
    folder = disk("size=200k")
    assert last(build(site, folder / "a/b/site")).startswith("磁盘满了：")
    assert list(folder.iterdir()) == []


def test_a_disk_that_can_only_be_read_is_told(site: Site, disk: Callable[[str], Path]) -> None:
    folder = disk("size=64m")
    earlier = built(site, folder / "site")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    assert last(build(site, folder / "site")) == (
        f"这个位置只能读，不能写：{folder / '.gongshi-site'}。已发布的网站原样不动。用 --output 换一个能写的文件夹。"
    )
    assert last(build(site, folder / "site", "en")) == (
        f"This place is read-only: {folder / '.gongshi-site'}. The published site is as it was. "
        "Choose another folder with --output."
    )
    assert (tree(folder / "site"), beside(folder / "site")) == (earlier, [])


def test_a_mount_point_is_no_output(site: Site, disk: Callable[[str], Path]) -> None:
    folder = disk("size=64m")
    assert last(build(site, folder)) == f"{folder} 是挂载点，不能整个换掉。请用 --output 写它里面的一个文件夹。"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_folder_that_this_account_may_not_write_is_told(site: Site, tmp_path: Path, language: str) -> None:
    if shutil.which("setpriv") is None and os.getuid() == 0:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    before = WITHOUT_PRIVILEGE if os.getuid() == 0 else ()
    folder = tmp_path / "public"
    earlier = built(site, folder / "site")
    folder.chmod(0o555)
    try:
        said = last(build(site, folder / "site", language, before))
        assert (tree(folder / "site"), beside(folder / "site")) == (earlier, [])
    finally:
        folder.chmod(0o755)
    assert said.startswith({"zh": "没有权限：", "en": "Permission denied: "}[language])
    assert AS_IT_WAS[language] in said


def test_a_limit_on_the_size_of_files_is_told(site: Site, tmp_path: Path) -> None:
    earlier = built(site, tmp_path / "public/site")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    said = last(build(site, tmp_path / "public/site", "en", preexec_fn=limit))
    assert said.startswith("A file is larger than the system allows: ")
    assert (tree(tmp_path / "public/site"), beside(tmp_path / "public/site")) == (earlier, [])


@pytest.mark.parametrize("place", [".", "..", "datasets", "content/zh"])
def test_the_publication_itself_is_no_output(site: Site, place: str) -> None:
    before = tree(site.root)
    assert last(build(site, site.root / place)).endswith("那里放着数据和文章。请用 --output 换一个文件夹。")
    assert tree(site.root) == before


@contextmanager
def stopped(site: Site, output: Path, step: str) -> Iterator[subprocess.Popen[str]]:
    """A build that is halted when it says that it begins a step."""
    environment = {**UNTRACED, "PYTHONUNBUFFERED": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command(site, output), encoding="utf-8", env=environment, **pipes) as process:
        try:
            assert process.stderr is not None
            while process.stderr.readline() != f"{step}\n":
                assert process.poll() is None
            process.send_signal(signal.SIGSTOP)
            yield process
        finally:
            process.kill()


def resumed(process: subprocess.Popen[str]) -> tuple[int, str]:
    process.send_signal(signal.SIGCONT)
    said = process.communicate(timeout=600)[1]
    return process.returncode, said


def test_of_two_builds_at_once_the_first_goes_on_and_the_second_says_why_it_does_not(
    site: Site, tmp_path: Path
) -> None:
    output = tmp_path / "public/site"
    with stopped(site, output, "读取") as first:
        assert last(build(site, output)) == f"另一个生成正在写 {output}；等它结束再来。"
        assert (
            last(build(site, output, "en")) == f"Another build into {output} is at work; try again when it has ended."
        )
        assert resumed(first)[0] == 0
    assert tree(output) == built(site, output)


def test_a_file_that_changes_while_the_site_is_built_is_named_and_nothing_is_published(
    site: Site, tmp_path: Path
) -> None:
    output = tmp_path / "public/site"
    earlier = built(site, output)
    with stopped(site, output, "绘图排版") as process:
        site.write("content/zh/articles/new.md", "Title: 新\n")
        site.replace("content/zh/pages/about.md", "虚构。", "虚构的第二期。")
        ended, said = resumed(process)
    assert (ended, said.splitlines()[-4:]) == (
        2,
        [
            "生成期间有文件变了，所以没有发布：",
            "  多了 content/zh/articles/new.md",
            "  改了 content/zh/pages/about.md",
            "已发布的网站原样不动。等文件都存好，再运行一次。",
        ],
    )
    assert (tree(output), beside(output)) == (earlier, [])


def test_an_interrupted_build_says_that_the_site_is_whole(site: Site, tmp_path: Path) -> None:
    output = tmp_path / "public/site"
    earlier = built(site, output)
    with stopped(site, output, "绘图排版") as process:
        process.send_signal(signal.SIGINT)
        ended, said = resumed(process)
    assert (ended, said.splitlines()[-1]) == (130, "已中断。已发布的网站是完整的；要更新它，再运行一次。")
    assert (tree(output), beside(output)) == (earlier, [])
