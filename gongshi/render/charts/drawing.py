"""Turn views into drawings: words, table and pictures of every view in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gongshi.check.exhibits import exhibit
from gongshi.errors import Problem, PublicationError
from gongshi.read.collection import Catalog, Publication, View
from gongshi.render import hashed
from gongshi.render.charts import face, layers, raster, specification, table
from gongshi.render.charts.arithmetic import notes
from gongshi.render.charts.frame import SCALE, framed
from gongshi.render.charts.kinds import KINDS
from gongshi.render.charts.pixels import halved
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.theme import FONTS, LIGHT, NAMED, SCHEMES, SIZES, config
from gongshi.render.words import Words

TITLE: Final = MappingProxyType({"zh": 26, "en": 90})


@dataclass(frozen=True)
class Drawing:
    """A view as one language shows it.

    `files` are paths from the root of the language edition, `pictures` those of them that pages show, by width and
    scheme; `sizes` give width and height of the wide and the narrow picture; `rows` and `columns` are the table beside
    it, `notes` the arithmetic of what was computed.
    """

    view: View
    language: str
    title: str
    subtitle: str
    source: str
    alt: str
    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    disputed: bool
    base: str
    sizes: Mapping[str, tuple[int, int]]
    files: Mapping[str, bytes]
    pictures: Mapping[tuple[str, str], str]


def draw(catalog: Catalog, words: Words, scratch: Path) -> tuple[Drawing, ...]:
    """Every view of the catalog, drawn, also in pixels; raises as `outlined` does.

    `scratch` is a folder that must live until this returns.
    """
    return _with_images(outlined(catalog, words), scratch)


def outlined(catalog: Catalog, words: Words) -> tuple[Drawing, ...]:
    """Every view of the catalog, drawn, without pixels.

    PublicationError where a title has become too long, or where the font lacks a character.
    """
    tellings = tuple(Telling(exhibit(view, catalog), words) for view in catalog.views)
    long = [problem for telling in tellings for problem in _too_long(telling)]
    if long:
        raise PublicationError(long)
    drawings = tuple(_drawing(telling, catalog.publication) for telling in tellings)
    known, pictures = face.characters(), _framed(drawings)
    unknown = [problem for d in drawings for problem in _unknown(d, set(raster.written(pictures[d.base])) - known)]
    if unknown:
        raise PublicationError(unknown)
    return drawings


def _framed(drawings: tuple[Drawing, ...]) -> dict[str, str]:
    return {drawing.base: drawing.files[f"{drawing.base}.svg"].decode() for drawing in drawings}


def _with_images(drawings: tuple[Drawing, ...], scratch: Path) -> tuple[Drawing, ...]:
    """The drawings, each with its framed picture as pixels as well."""
    pictures = _framed(drawings)
    images = raster.images(pictures, SCALE, scratch)
    return tuple(replace(d, files={**d.files, **_pixels(d.base, images[d.base])}) for d in drawings)


def _pixels(base: str, image: bytes) -> dict[str, bytes]:
    """The two sizes of a picture: one for print and slides, one for small screens."""
    return {f"{base}.png": image, f"{base}.small.png": halved(image)}


def _too_long(telling: Telling) -> Iterator[Problem]:
    """The problem of a title that does not fit above its chart, facts filled in."""
    most = TITLE[telling.words.language]
    if len(telling.title) > most:
        details = {"length": str(len(telling.title)), "most": str(most)}
        yield Problem("view-title-long", telling.shown.view.place, telling.title, details)


def _unknown(drawing: Drawing, characters: set[str]) -> Iterator[Problem]:
    """The problem of characters that the font lacks: each machine would draw them in its own way, or not at all."""
    if characters:
        shown = " ".join(f"{character}（U+{ord(character):04X}）" for character in sorted(characters))
        yield Problem("view-character", drawing.view.place, shown)


def _drawing(telling: Telling, publication: Publication) -> Drawing:
    view, language = telling.shown.view, telling.words.language
    base = f"charts/{view.dataset}/{view.id}"
    rows = KINDS[view.kind].rows(telling)
    plots = {size.name: KINDS[view.kind].plot(telling, rows, size) for size in SIZES}
    columns = table.columns(telling, rows)
    specs = {size.name: layers.spec(plots[size.name]) for size in SIZES}
    outlines = {size.name: layers.outline(specs[size.name], config(NAMED, size)) for size in SIZES}
    shown = _shown(base, outlines, FONTS[language])
    image = framed(telling, outlines["wide"], publication)
    return Drawing(
        view=view,
        language=language,
        title=telling.title,
        subtitle=telling.subtitle,
        source=telling.sources,
        alt=table.alternative(telling, rows),
        columns=tuple(column.name for column in columns),
        numeric=tuple(column.numeric for column in columns),
        rows=tuple(tuple(column.cell(row) for column in columns) for row in rows),
        notes=notes(telling, rows),
        disputed=view.kind == "disputed",
        base=base,
        sizes={name: (plot.width, plot.height) for name, plot in plots.items()},
        files={
            **dict(shown.values()),
            f"{base}.svg": layers.painted(image, LIGHT, FONTS[language], telling.title).encode("utf-8"),
            f"{base}.csv": table.comma_separated(telling, rows),
            f"{base}.vl.json": specification.document(specs["wide"], telling, publication),
        },
        pictures={screen: path for screen, (path, _) in shown.items()},
    )


def _shown(base: str, outlines: Mapping[str, str], font: str) -> dict[tuple[str, str], tuple[str, bytes]]:
    """The pictures for pages, each as path and bytes, by width and scheme."""
    found = {}
    for width, outline in outlines.items():
        for scheme, colours in SCHEMES.items():
            data = layers.painted(outline, colours, font).encode("utf-8")
            found[width, scheme] = (hashed.name(f"{base}.{width}.{scheme}.svg", data), data)
    return found
