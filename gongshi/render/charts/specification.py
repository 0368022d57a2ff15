"""Write the specification of a drawing for those who want to draw it anew: Vega-Lite, with its numbers in it."""

import json
from collections.abc import Mapping
from typing import Any, Final

from gongshi.read.collection import Publication
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.theme import FONTS, LIGHT, WIDE, config

# Room for the title, which Vega writes above the drawing itself.
PADDING: Final = {"left": 24, "top": 76, "right": 24, "bottom": 24}
TITLE: Final = {
    "anchor": "start",
    "frame": "group",
    "fontSize": 20,
    "subtitleFontSize": 14,
    "subtitlePadding": 6,
    "offset": 20,
}


def document(spec: Mapping[str, Any], telling: Telling, publication: Publication) -> bytes:
    """The specification of the wide drawing with its look, its title and its source; the type face is the reader's."""
    language = telling.words.language
    said = {
        "$schema": spec["$schema"],
        "title": {"text": telling.title, "subtitle": telling.subtitle, **TITLE},
        "usermeta": {
            "source": telling.sources,
            "publication": publication.title[language],
            "edition": publication.edition,
            "issued": publication.issued.isoformat(),
            "licence": publication.licence.path,
        },
        **{name: part for name, part in spec.items() if name not in ("$schema", "config")},
        "padding": PADDING,
        "config": {**config(LIGHT, WIDE), "font": FONTS[language]},
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
