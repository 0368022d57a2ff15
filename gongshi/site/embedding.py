"""Choose what the lines lead to that put a chart into a page of somebody else."""

from typing import Final

from gongshi.read.drawings import WORDS, Kept, kept
from gongshi.read.history import Release
from gongshi.render.charts import Drawing
from gongshi.render.charts import kept as keeping
from gongshi.render.embedding import Embedding, line
from gongshi.render.heights import Framed
from gongshi.site import addresses, citations
from gongshi.site.desk import Desk

# Stands for the address of the site where it has none; nothing can ever be served there.
PLACEHOLDER: Final = "https://site.example"


def embedding(desk: Desk, drawing: Drawing) -> Embedding:
    """The lines for a chart: one that follows every change, and one that stays with the newest release that kept it."""
    view = drawing.view
    release = _newest(desk, (view.dataset, view.id))
    edition = desk.t("page-edition", edition=release.name if release else desk.catalog.publication.edition)
    return Embedding(
        remark="" if desk.catalog.publication.address else desk.t("embed-placeholder", address=f"{PLACEHOLDER}/"),
        following=_following(desk, drawing),
        staying=_staying(desk, drawing, release, edition) if release else "",
        stays=desk.t("embed-stays" if release else "embed-not-yet", edition=edition),
    )


def _following(desk: Desk, drawing: Drawing) -> str:
    view = drawing.view
    words = keeping.kept(drawing, desk.edition.shown[f"{view.dataset}/{view.id}"])
    day = desk.words.day(desk.catalog.publication.issued)
    said = desk.t("embed-edition", edition=desk.issue, day=day)
    return _line(desk, addresses.embed(desk.language, view.dataset, view.id), words, said)


def _staying(desk: Desk, drawing: Drawing, release: Release, edition: str) -> str:
    """The line for the drawing that a release kept; it leaves room for word of corrections that come later."""
    view = drawing.view
    content = desk.edition.history.shown(release)
    words = kept(content.get(f"{desk.language}/{view.dataset}/{view.id}/{WORDS}", b""))
    if not words:
        return ""
    said = desk.t("embed-frozen", edition=edition, day=desk.words.day(release.day))
    address = addresses.frozen_embed(release.name, desk.language, view.dataset, view.id)
    return _line(desk, address, words, said, desk.t("embed-later"))


def views(desk: Desk, release: Release) -> tuple[tuple[str, str], ...]:
    """Dataset and name of every chart that a release kept in the language of the desk."""
    paths = (file.path.split("/") for file in desk.edition.history.drawings.get(release.name, ()))
    return tuple(dict.fromkeys((path[1], path[2]) for path in paths if path[0] == desk.language))


def _newest(desk: Desk, view: tuple[str, str]) -> Release | None:
    history = desk.edition.history
    fitting = (r for r in reversed(history.releases) if view in views(desk, r) and not history.withdrawn(r))
    return next(fitting, None)


def back(desk: Desk) -> str:
    """The words of the link that leads from an embedded chart to its place on the site."""
    return desk.t("embed-back", site=desk.catalog.publication.title[desk.language])


def _line(desk: Desk, address: str, words: Kept, said: str, note: str = "") -> str:
    host = desk.catalog.publication.address.rstrip("/") or PLACEHOLDER
    working = words.notes[0] if len(words.notes) == 1 else ""
    framed = Framed(
        title=words.title,
        texts=(
            words.subtitle,
            f"{desk.t('label-source-line')}{words.source} {working}",
            f"{said}{desk.t('drawing-stop')}{desk.catalog.publication.notice[desk.language]}",
        ),
        links=(back(desk), desk.t("embed-numbers"), citations.licence(desk).text),
        note=note,
        wide=words.wide,
        narrow=words.narrow,
    )
    return line(f"{host}/{address.removesuffix('index.html')}", words.title, framed)
