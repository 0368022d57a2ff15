"""Turn drawings into chart figures: the four drawings, the words, the table and the files to save."""

from collections.abc import Callable, Iterable
from typing import Final

from gongshi.read.drawings import Kept
from gongshi.read.values import Figure
from gongshi.render.charts import Drawing
from gongshi.render.citations import Citation
from gongshi.site import addresses, citations, embedding
from gongshi.site.desk import Desk
from gongshi.site.downloads import extent, size_in_words
from gongshi.site.parts import Cell, Chart, Link, Picture, TableView
from gongshi.site.tongues import phrases

DARK: Final = "(prefers-color-scheme: dark)"
WIDE: Final = "(min-width: 46rem)"
SCREENS: Final = (
    ("wide", "dark", f"screen and {WIDE} and {DARK}"),
    ("wide", "light", f"print, {WIDE}"),
    ("narrow", "dark", f"screen and {DARK}"),
)
FILES: Final = (
    *(("small.png", "chart-small"), ("png", "chart-png"), ("svg", "chart-svg")),
    *(("csv", "chart-csv"), ("vl.json", "chart-specification")),
)


def charts(desk: Desk, drawings: Iterable[Drawing]) -> tuple[Chart, ...]:
    """Drawings as figures under headings of level three."""
    return tuple(chart(desk, drawing) for drawing in drawings)


def chart(desk: Desk, drawing: Drawing, level: int = 3) -> Chart:
    """A drawing as a figure whose title is a heading of `level`."""
    name = f"chart-{drawing.view.dataset}-{drawing.view.id}"
    return Chart(
        id=name,
        level=level,
        title=drawing.title,
        subtitle=drawing.subtitle,
        source=drawing.source,
        alt=drawing.alt,
        notes=drawing.notes,
        pictures=tuple(_picture(desk, drawing, *screen) for screen in SCREENS),
        image=_picture(desk, drawing, "narrow", "light", ""),
        table=table(f"{name}-table", drawing.title, drawing),
        files=tuple(_file(desk, drawing, f"{drawing.base}.{kind}", key) for kind, key in FILES),
        citation=_citation(desk, drawing, name),
        embedding=embedding.embedding(desk, drawing),
    )


def _file(desk: Desk, drawing: Drawing, path: str, key: str) -> Link:
    rows = len(drawing.rows) if path.endswith(".csv") else None
    return Link(desk.t(key), desk.href(path), extent(desk, size_in_words(len(drawing.files[path])), rows))


def _citation(desk: Desk, drawing: Drawing, name: str) -> Citation:
    """A chart, by its place on the page of its topic."""
    view = drawing.view
    address = f"{addresses.topic(view.dataset)}#{name}"
    return citations.cite(
        desk, "chart", f"{view.dataset}/{view.id}", desk.t("cite-chart", title=drawing.title), address
    )


def showing(desk: Desk, only: Callable[[Figure], str], wanted: str) -> tuple[Chart, ...]:
    """The charts all of whose figures have one thing in common, such as their area."""
    fitting = (
        drawing
        for drawing in desk.edition.drawings[desk.language]
        if {only(figure) for figure in desk.edition.shown[f"{drawing.view.dataset}/{drawing.view.id}"]} == {wanted}
    )
    return charts(desk, fitting)


def table(name: str, caption: str, drawing: Drawing | Kept) -> TableView:
    """The numbers of a drawing."""

    def cells(texts: Iterable[str]) -> tuple[Cell, ...]:
        return tuple(
            Cell(phrases(text, drawing.language), numeric) for text, numeric in zip(texts, drawing.numeric, strict=True)
        )

    return TableView(name, caption, cells(drawing.columns), tuple(cells(row) for row in drawing.rows))


def _picture(desk: Desk, drawing: Drawing, width: str, scheme: str, media: str) -> Picture:
    across, down = drawing.sizes[width]
    return Picture(media, desk.href(drawing.pictures[width, scheme]), across, down)
