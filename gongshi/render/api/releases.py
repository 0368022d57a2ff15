"""Turn releases into files of the API: what each changed, what it froze, and what was withdrawn since."""

from typing import Final

from gongshi.read.history import FrozenFile, Release
from gongshi.read.values import Text
from gongshi.record.timeline import Step
from gongshi.render.api import cited
from gongshi.render.api.known import ROOT, Json, Known, both, head, link, page
from gongshi.render.feeds import urn
from gongshi.render.releases import CHANGES, differing

INDEX: Final = f"{ROOT}releases/index.json"
TITLE: Final = Text("历次发布", "Releases")


def index(known: Known) -> Json:
    """The JSON of all releases, the oldest first."""
    made = [step for step in known.steps if step.release]
    return {
        **head(known, INDEX, TITLE),
        **page(known, INDEX, "releases/"),
        "latest": made[-1].name if made else None,
        "releases": [_listed(known, step, step.release) for step in made if step.release],
    }


def files(known: Known) -> dict[str, Json]:
    """The JSON of every release by its path."""
    return {_here(step.name): _release(known, step, step.release) for step in known.steps if step.release}


def _here(name: str) -> str:
    return f"{ROOT}releases/{name}.json"


def _listed(known: Known, step: Step, release: Release) -> Json:
    return {"id": step.name, **_facts(release), "json": link(INDEX, _here(step.name))}


def _facts(release: Release) -> Json:
    return {"date": release.day.isoformat(), **both("notes", release.notes), "sha256": release.sha256}


def _release(known: Known, step: Step, release: Release) -> Json:
    here, folder = _here(step.name), f"releases/{step.name}/"
    words = {name: known.words[name].t("page-edition", edition=step.name) for name in ("zh", "en")}
    previous = dict(zip(("id", "sha256"), release.previous, strict=True))
    return {
        **head(known, here, Text(**words)),
        **page(known, here, folder),
        "id": step.name,
        "urn": urn("release", step.name),
        **cited.release(known, release),
        **_facts(release),
        "previous": previous if previous["id"] else None,
        "manifest": link(here, f"{folder}manifest.json"),
        "signature": link(here, f"{folder}manifest.json.sig") if release.signature else None,
        "csv": link(here, f"{folder}changes.csv"),
        "changes": [_change(row) for row in differing(step.differences)],
        "files": [_file(known, here, folder, file) for file in sorted(release.files, key=lambda file: file.path)],
    }


def _change(row: tuple[str, ...]) -> Json:
    """A change; a row may have an empty key, such as that of a unit that no document writes."""
    cells = dict(zip(CHANGES, row, strict=True))
    return cells | {name: cells[name] or None for name in ("column", "old", "new")}


def _file(known: Known, here: str, folder: str, file: FrozenFile) -> Json:
    """A frozen file, or the note that stands in its place."""
    note = known.history.withdrawals.get(file.sha256)
    gone = {"date": note.day.isoformat(), "reason": note.reason, "decided_by": note.decided_by} if note else None
    return {
        "path": file.path,
        "bytes": file.size,
        "sha256": file.sha256,
        "withdrawn": gone,
        "file": link(here, f"{folder}{file.path}{'.withdrawn.json' if note else ''}"),
    }
