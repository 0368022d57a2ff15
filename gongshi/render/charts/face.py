"""Cut the packaged font down to the characters that are drawn, under a name that no machine's own font has.

Images are drawn with it alone, so that a font installed on one machine cannot change them; and the renderer,
which opens the font again for every line, opens a small one: the whole font costs most of a build's time.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FONT: Final = "NotoSansCJK-Regular.ttc"
# The face of the collection that has the Chinese forms of shared characters.
FACE: Final = "Noto Sans CJK SC"
FAMILY_NAME: Final = 1
POSTSCRIPT_NAME: Final = 6
# What a line of horizontal text is set with; other features would bring thousands of further glyphs along.
FEATURES: Final = ("ccmp", "kern", "liga", "locl")
# Tables of vertical writing, which no chart uses.
UNUSED: Final = ("BASE", "VORG", "vhea", "vmtx")


def characters() -> frozenset[str]:
    """Every character that the font has."""
    with _face() as font:
        return frozenset(map(chr, font.getBestCmap()))


def cut(characters: str, family: str) -> bytes:
    """An OpenType font of the family `family` with the glyphs of these characters."""
    with _face() as font:
        options = subset.Options(hinting=True, layout_features=FEATURES, name_IDs=[FAMILY_NAME, POSTSCRIPT_NAME])
        options.drop_tables += UNUSED
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(font)
        for record in font["name"].names:
            record.string = family
        made = io.BytesIO()
        font.save(made)
        return made.getvalue()


@contextmanager
def _face() -> Iterator[TTFont]:
    file = resources.files("noto_cjk_sans_otc").joinpath(FONT)
    with resources.as_file(file) as path, TTCollection(path, lazy=True, recalcBBoxes=False) as collection:
        yield next(font for font in collection if font["name"].getDebugName(FAMILY_NAME) == FACE)
