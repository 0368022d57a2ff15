"""Turn a command line into a build or a check, messages and an exit code.

Exit codes: 0 done, 1 problems in data, prose or what is verified, 2 wrong usage or a disk or server that does not let
us read or write, 130 interrupted.
"""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Final

import click
from rich.console import Console

from gongshi import disk, fetching, inspecting, outcomes, releasing, report
from gongshi.errors import LANGUAGES, BuildError, Problem, PublicationError, errors_among, in_order
from gongshi.interruption import heeded
from gongshi.publish import Published, Say, publish
from gongshi.read.catalog import read
from gongshi.read.values import Text
from gongshi.record import ledger, verify

HERE: Final = Path(__file__).resolve().parents[1]
STEPS: Final = {
    "zh": {
        "read": "读取",
        "check": "核对",
        "draw": "绘图排版",
        "inspect": "检查链接",
        "compress": "压缩",
        "write": "写入",
    },
    "en": {
        "read": "reading",
        "check": "checking",
        "draw": "drawing",
        "inspect": "inspecting",
        "compress": "compressing",
        "write": "writing",
    },
}
INTERRUPTED: Final = {
    "zh": "已中断。已发布的网站是完整的；要更新它，再运行一次。",
    "en": "Interrupted. The published site is whole; to renew it, run this again.",
}
UNADDRESSED: Final = {
    "zh": "publication.yaml 没有写 address（网址），所以没有生成站点地图、规范链接、分享图片、robots.txt 和 llms.txt。",
    "en": "publication.yaml gives no address: no sitemap, canonical links, share pictures, robots.txt or llms.txt.",
}
FORMATS: Final = {"text": report.as_text, "json": report.as_json, "github": report.as_github}

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=HERE,
    help="The publication's folder.",
)
language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), default="zh", show_default=True, help="Language of messages."
)
today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day of the run, YYYY-MM-DD [default: today, UTC]."
)
WITHDRAWN: Final = {
    "zh": "已撤下 {file}（期次：{releases}）。重新生成并上传网站；版本库的历史和缓存另按 docs/withdrawal.md 处理。",
    "en": "Withdrawn: {file} (releases: {releases}). Build and upload the site again; docs/withdrawal.md says what to "
    "do about the repository's history and about caches.",
}
TEXT_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


class _Default(click.Group):
    """A group that runs `build` where no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] != "--help"):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Default, context_settings={"help_option_names": ["--help"]})
def main() -> None:
    """Check a publication and turn it into a static website. Without a command: build."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may not know every character of a message
            stream.reconfigure(errors="replace")


@main.command("build")
@root_option
@click.option(
    "--output", type=click.Path(path_type=Path), help="The folder where the site goes [default: ROOT/output]."
)
@today_option
@click.option("--jobs", type=click.IntRange(1), help="How many processes may work [default: one a processor].")
@click.option("--compress", is_flag=True, help="Also write .br and .gz beside the files, for servers that send them.")
@language_option
def build_command(
    root: Path, output: Path | None, today: datetime | None, jobs: int | None, compress: bool, language: str
) -> None:
    """Check everything, then build the site; problems leave the old site as it was."""
    day = today.date() if today else _today()
    console = Console(stderr=True)
    with _told(language):
        making = partial(publish, root, output or root / "output", day, jobs=jobs or _processors(), compress=compress)
        done = _run(console, making, language)
        if done.warnings:
            click.echo(report.as_text(done.warnings, language), err=True)
        click.echo(_closing(done, output or root / "output", language))


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _processors() -> int:
    """How many processors this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _run(console: Console, making: Callable[[Say], Published], language: str) -> Published:
    """Build with a moving line on a terminal, and one plain line a step elsewhere; no step begins after Ctrl-C."""
    with heeded() as ask:
        if not console.is_terminal:
            return making(_teller(ask, language, lambda words: click.echo(words, err=True)))
        with console.status(STEPS[language]["read"]) as status:
            return making(_teller(ask, language, status.update))


def _teller(ask: Callable[[], None], language: str, tell: Say) -> Say:
    """Tells the words of each step, unless the build was interrupted before it."""

    def say(step: str) -> None:
        ask()
        tell(STEPS[language][step])

    return say


def _closing(done: Published, output: Path, language: str) -> str:
    left_out = "" if done.addressed else f"\n{UNADDRESSED[language]}"
    if language == "zh":
        return f"已生成 {output}：{done.figures} 个数字，{done.charts} 张图，{done.files} 个文件。{left_out}"
    return f"Built {output}: {done.figures} figures, {done.charts} charts, {done.files} files.{left_out}"


@main.command("check")
@root_option
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True, help="How to report."
)
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the documents (<source id>.txt): compare every quotation.",
)
@today_option
@language_option
def check_command(root: Path, form: str, sources: Path | None, today: datetime | None, language: str) -> None:
    """Check everything and report every fault; nothing is written."""
    try:
        problems = _problems(root, sources, today.date() if today else _today())
    except OSError as error:
        click.echo(disk.unread(error, root).said(language), err=True)
        sys.exit(2)
    click.echo(FORMATS[form](problems, language))
    sys.exit(1 if errors_among(problems) else 0)


def _problems(root: Path, sources: Path | None, today: date) -> tuple[Problem, ...]:
    return ledger.problems(read(root), sources, today)


@main.command("release")
@root_option
@click.argument("name")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the release.")
@click.option(
    "--notes", type=TEXT_FILE, required=True, help="What it brings, in Chinese (2.md); in English beside it (2.en.md)."
)
@click.option("--sign", "key", type=TEXT_FILE, help="A private SSH key that signs the release.")
@language_option
def release_command(root: Path, name: str, day: datetime, notes: Path, key: Path | None, language: str) -> None:
    """Freeze the publication as release NAME under releases/, where nothing is ever changed."""
    told = Text(_text(notes), _text(notes.with_suffix(f".en{notes.suffix}")))
    with _told(language):
        made = releasing.make(root, name, day.date(), told, key)
        click.echo(outcomes.of_releasing(made.name, made.sha256, made.files, made.changes, language))


@main.command("withdraw")
@root_option
@click.argument("file")
@click.option("--reason", required=True, help="Why it must go, in a sentence that anyone may read.")
@click.option("--decided-by", required=True, help="The post that decided; no private person's name.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the decision.")
@language_option
def withdraw_command(root: Path, file: str, reason: str, decided_by: str, day: datetime, language: str) -> None:
    """Take a released FILE (its path, or RELEASE:PATH) away by decision; its hash and a note stay."""
    with _told(language):
        names = releasing.withdraw(root, file, reason, decided_by, day.date())
        click.echo(WITHDRAWN[language].format(file=file, releases=", ".join(names)))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace").strip() if path.is_file() else ""


@contextmanager
def _told(language: str) -> Iterator[None]:
    """End with the exit code and the words of what stands in the way."""
    try:
        yield
    except PublicationError as error:
        click.echo(report.as_text(error.problems, language), err=True)
        sys.exit(1)
    except BuildError as error:
        click.echo(error.said(language), err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        click.echo(INTERRUPTED[language], err=True)
        sys.exit(130)


@main.command("verify")
@click.argument("target")
@click.option("--rebuild", is_flag=True, help="Also build the edition again from --root, and compare byte for byte.")
@click.option("--known", metavar="SHA256", help="The hash of a latest manifest, noted earlier: it must still be there.")
@click.option(
    "--signers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Keys from elsewhere (allowed_signers): only signatures by these count.",
)
@root_option
@language_option
def verify_command(
    target: str, rebuild: bool, known: str | None, signers: Path | None, root: Path, language: str
) -> None:
    """Check TARGET – a built site, its all.zip, or its address – against its own hashes and chain of releases."""
    with _told(language):
        files = fetching.load(target)
        found = verify.verified(files)
        signatures = inspecting.signatures(files, found, signers.read_bytes() if signers else None)
        click.echo(outcomes.of_verifying(found, signatures, language))
        noted = verify.forgotten(found, known) if known else ()
        faults = _faults((*found.problems, *noted, *signatures.problems), language)
        if rebuild:
            again = inspecting.rebuilt(
                files, root, lambda step: click.echo(STEPS[language][step], err=True), _processors()
            )
            if not again:
                click.echo(outcomes.SAME[language])
            faults |= _faults(again, language)
        sys.exit(1 if faults else 0)


def _faults(problems: Iterable[Problem], language: str) -> bool:
    """Tell problems, where there are some."""
    told = in_order(problems)
    if told:
        click.echo(report.as_text(told, language), err=True)
    return bool(told)
