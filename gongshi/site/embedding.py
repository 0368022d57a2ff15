"""Choose what the lines lead to that put a chart into a page of somebody else."""

from typing import Final

from gongshi.read.history import Release
from gongshi.render.charts import Drawing
from gongshi.render.embedding import Embedding, line
from gongshi.site import addresses
from gongshi.site.desk import Desk

# Stands for the address of the site where it has none; nothing can ever be served there.
PLACEHOLDER: Final = "https://site.example"
# What stands around a picture takes so much in half of the charts at 360 pixels, and less in wider frames.
AROUND: Final = 400


def embedding(desk: Desk, drawing: Drawing) -> Embedding:
    """The lines for a chart: one that follows every change, and one that stays with the newest release that kept it."""
    view, language = drawing.view, desk.language
    release = _newest(desk, (view.dataset, view.id))
    edition = desk.t("page-edition", edition=release.name if release else desk.catalog.publication.edition)
    frozen = addresses.frozen_embed(release.name, language, view.dataset, view.id) if release else ""
    return Embedding(
        remark="" if desk.catalog.publication.address else desk.t("embed-placeholder", address=f"{PLACEHOLDER}/"),
        following=_line(desk, drawing, addresses.embed(language, view.dataset, view.id)),
        staying=_line(desk, drawing, frozen) if frozen else "",
        stays=desk.t("embed-stays" if frozen else "embed-not-yet", edition=edition),
    )


def views(desk: Desk, release: Release) -> tuple[tuple[str, str], ...]:
    """Dataset and name of every chart that a release kept in the language of the desk."""
    paths = (file.path.split("/") for file in desk.edition.history.drawings.get(release.name, ()))
    return tuple(dict.fromkeys((path[1], path[2]) for path in paths if path[0] == desk.language))


def _newest(desk: Desk, view: tuple[str, str]) -> Release | None:
    history = desk.edition.history
    fitting = (r for r in reversed(history.releases) if view in views(desk, r) and not history.withdrawn(r))
    return next(fitting, None)


def _line(desk: Desk, drawing: Drawing, address: str) -> str:
    host = desk.catalog.publication.address.rstrip("/") or PLACEHOLDER
    height = max(down for _, down in drawing.sizes.values()) + AROUND
    return line(f"{host}/{address.removesuffix('index.html')}", drawing.title, height)
