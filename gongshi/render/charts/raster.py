"""Turn drawings into PNG with a font of their own: exactly the characters drawn, on every machine the same."""

import uuid
from collections.abc import Mapping
from pathlib import Path

import vl_convert

from gongshi.render.charts.face import cut
from gongshi.render.charts.layers import named, parsed
from gongshi.render.charts.pixels import packed


def images(drawings: Mapping[str, str], scale: float, scratch: Path) -> dict[str, bytes]:
    """Every SVG as a PNG, by the same names; `scratch` is a folder in which the font lies meanwhile.

    The renderer keeps what it was given as long as its process lives, so each call brings a family of its own.
    """
    family = f"Gongshi{uuid.uuid4().hex}"  # one word: a later word must not begin with a digit
    characters = sorted({character for svg in drawings.values() for character in written(svg)})
    folder = scratch / family
    folder.mkdir()
    (folder / "face.otf").write_bytes(cut("".join(characters), family))
    vl_convert.register_font_directory(str(folder))
    return {name: packed(vl_convert.svg_to_png(named(svg, family), scale=scale)) for name, svg in drawings.items()}


def written(drawing: str) -> str:
    """Every character that an SVG draws."""
    return "".join(parsed(drawing).itertext())
