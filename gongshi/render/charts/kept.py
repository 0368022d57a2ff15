"""Turn drawings into what a release keeps of them: the pictures that pages show by day, the numbers, the words."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from gongshi.check.exhibits import exhibit
from gongshi.read.collection import Catalog
from gongshi.read.drawings import NARROW, NUMBERS, WIDE, WORDS, Kept
from gongshi.read.messages import messages
from gongshi.read.values import Figure
from gongshi.render.charts.drawing import Drawing, outlined
from gongshi.render.words import Words


def everything(catalog: Catalog) -> dict[str, bytes]:
    """What is kept of every drawing of an edition, by path: language, dataset, view, file.

    Raises PublicationError where something cannot be drawn.
    """
    files: dict[str, bytes] = {}
    for language in catalog.publication.languages:
        for drawing in outlined(catalog, Words(language, messages(language), catalog.units)):
            files |= _files(drawing, exhibit(drawing.view, catalog).everything)
    return files


def kept(drawing: Drawing, figures: Iterable[Figure]) -> Kept:
    """What is said around a drawing of these figures."""
    return Kept(
        dataset=drawing.view.dataset,
        view=drawing.view.id,
        language=drawing.language,
        title=drawing.title,
        subtitle=drawing.subtitle,
        source=drawing.source,
        alt=drawing.alt,
        notes=drawing.notes,
        columns=drawing.columns,
        numeric=drawing.numeric,
        rows=drawing.rows,
        figures=tuple(dict.fromkeys(figure.id for figure in figures)),
        wide=drawing.sizes["wide"],
        narrow=drawing.sizes["narrow"],
    )


def _files(drawing: Drawing, figures: Iterable[Figure]) -> dict[str, bytes]:
    said = json.dumps(asdict(kept(drawing, figures)), ensure_ascii=False, indent=1) + "\n"
    folder = f"{drawing.language}/{drawing.view.dataset}/{drawing.view.id}"
    return {
        f"{folder}/{WIDE}": drawing.files[drawing.pictures["wide", "light"]],
        f"{folder}/{NARROW}": drawing.files[drawing.pictures["narrow", "light"]],
        f"{folder}/{NUMBERS}": drawing.files[f"{drawing.base}.csv"],
        f"{folder}/{WORDS}": said.encode("utf-8"),
    }
