"""Turn the history of a publication into the files that stay at its releases' addresses for ever."""

from collections.abc import Iterable, Iterator, Mapping

from gongshi.read import canonical
from gongshi.read.history import History, Release
from gongshi.record.differences import Difference
from gongshi.record.timeline import Step

CHANGES = ("table", "id", "change", "column", "old", "new")


def files(history: History, steps: Iterable[Step]) -> dict[str, bytes]:
    """Every file of every release by its path under the site's root; none where nothing was released."""
    made = {f"releases/{path}": data for path, data in _witnesses(history).items()}
    for release in history.releases:
        made |= {f"releases/{release.name}/{path}": data for path, data in _of(release, history).items()}
    for step in (step for step in steps if step.release):
        made[f"releases/{step.name}/changes.csv"] = changes(step.differences)
    return made


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
    rows = (row for difference in differences for row in _rows(difference))
    return canonical.lines([CHANGES, *rows]).encode("utf-8")


def _rows(difference: Difference) -> Iterator[tuple[str, ...]]:
    key = difference.key
    yield from ((difference.path, row[key], "added", "", "", "") for row in difference.added)
    yield from ((difference.path, c.key, "changed", c.column, c.old, c.new) for c in difference.changed)
    yield from ((difference.path, row[key], "gone", "", "", "") for row in difference.gone)
