"""Turn the history of a publication into the files that stay at its releases' addresses for ever."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gongshi.read import canonical
from gongshi.read.drawings import WORDS
from gongshi.read.history import History, Release
from gongshi.read.values import Text
from gongshi.record.differences import Difference
from gongshi.record.timeline import Step
from gongshi.render.tables import Sheet, column, inert

CHANGES: Final = ("table", "id", "change", "column", "old", "new")
TITLE: Final = Text("历次发布", "Releases")


FIELDS: Final = (
    column("name", "期次", "Release", "第几期，不会改，也不会再用。", "Its number, which never changes."),
    column("date", "发布日期", "Date", "年-月-日。", "Year-month-day.", "date"),
    column("notes", "说明", "Notes", "这一期改了什么，中文。", "What it changed, in Chinese."),
    column("notes_en", "说明英文", "Notes in English", "说明的英文。", "The same in English."),
    column("added", "新增数字", "Figures added", "比上一期多出的数字。", "Figures not in the one before.", "integer"),
    column("changed", "改动数字", "Figures changed", "有改动的数字。", "Figures with any change.", "integer"),
    column("gone", "撤下数字", "Figures gone", "比上一期少了的数字。", "Figures of the one before only.", "integer"),
    column(
        "registers", "登记表改动", "Rows of registers", "登记表里动过的行。", "Rows of registers touched.", "integer"
    ),
    column("files", "文件数", "Files", "这一期冻结的文件。", "Files that it froze.", "integer"),
    column(
        "withdrawn",
        "撤回文件数",
        "Withdrawn",
        "后来依决定撤回的文件。",
        "Files withdrawn by decision since.",
        "integer",
    ),
    column("signed", "签名", "Signed", "yes 有签名，no 没有。", "yes or no: whether a signature stands beside it."),
    column("sha256", "校验值", "SHA-256", "清单的 SHA-256，代表这期和以前各期。", "Of its manifest and all before."),
    column("previous", "上一期", "Previous", "上一期的期次，第一期没有。", "The release before; empty for the first."),
    column("previous_sha256", "上一期校验值", "Previous SHA-256", "上一期清单的 SHA-256。", "Of the manifest before."),
)


def sheet(history: History, steps: Iterable[Step]) -> Sheet:
    """All releases, the oldest first, with how many figures and rows of registers each touched."""
    return Sheet(FIELDS, tuple(_row(step, step.release, history) for step in steps if step.release))


def _row(step: Step, release: Release, history: History) -> tuple[str, ...]:
    counts = {
        "added": step.figures.added,
        "changed": step.figures.changed,
        "gone": step.figures.gone,
        "registers": step.registers,
        "files": len(release.files),
        "withdrawn": len(history.withdrawn(release)),
    }
    cells = {
        "name": release.name,
        "date": release.day.isoformat(),
        "notes": release.notes.zh,
        "notes_en": release.notes.en,
        **{name: str(count) for name, count in counts.items()},
        "signed": "yes" if release.signature else "no",
        "sha256": release.sha256,
        "previous": release.previous[0],
        "previous_sha256": release.previous[1],
    }
    return tuple(inert(cells[field["name"]]) for field in FIELDS)


def files(history: History, steps: Iterable[Step]) -> dict[str, bytes]:
    """Every file of every release, its drawings too, by its path under the site's root; none without a release."""
    made = {f"releases/{path}": data for path, data in _witnesses(history).items()}
    for release in history.releases:
        made |= {f"releases/{release.name}/{path}": data for path, data in _of(release, history).items()}
        shown = history.shown(release)
        made |= {f"releases/{release.name}/embed/{path}": data for path, data in shown.items() if _published(path)}
    for step in (step for step in steps if step.release):
        made[f"releases/{step.name}/changes.csv"] = changes(step.differences)
    return made


def _published(path: str) -> bool:
    """Whether a file of a drawing is for readers; its words are told by the page around it."""
    return not path.endswith(f"/{WORDS}")


def chain(history: History) -> dict[str, bytes]:
    """What it takes to follow the chain without the frozen files: manifests, signatures, keys and HEAD."""
    manifests = {f"releases/{r.name}/{path}": data for r in history.releases for path, data in _manifest(r).items()}
    return manifests | {f"releases/{path}": data for path, data in _witnesses(history).items()}


def _witnesses(history: History) -> Mapping[str, bytes]:
    return {name: history.files[name] for name in ("HEAD", "allowed_signers") if name in history.files}


def _manifest(release: Release) -> Mapping[str, bytes]:
    signature = {"manifest.json.sig": release.signature} if release.signature else {}
    return {"manifest.json": release.data, **signature}


def _of(release: Release, history: History) -> Mapping[str, bytes]:
    gone = {f.path: history.withdrawals[f.sha256] for f in release.files if f.sha256 in history.withdrawals}
    notes = {f"{path}.withdrawn.json": note.data for path, note in gone.items()}
    return {**_manifest(release), **history.content(release), **notes}


def changes(differences: Iterable[Difference]) -> bytes:
    """The differences between a release and the one before, as CSV: a line for a row that came or went, or a cell."""
    return canonical.lines([CHANGES, *differing(differences)]).encode("utf-8")


def differing(differences: Iterable[Difference]) -> Iterator[tuple[str, ...]]:
    """The same as rows of strings, in the order of CHANGES."""
    return (row for difference in differences for row in _rows(difference))


def _rows(difference: Difference) -> Iterator[tuple[str, ...]]:
    key = difference.key
    yield from ((difference.path, row[key], "added", "", "", "") for row in difference.added)
    yield from ((difference.path, c.key, "changed", c.column, c.old, c.new) for c in difference.changed)
    yield from ((difference.path, row[key], "gone", "", "", "") for row in difference.gone)
