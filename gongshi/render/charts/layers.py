"""Turn plots into Vega-Lite through Altair, and Vega-Lite into SVG and PNG: the one module that knows either."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib import resources
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import vl_convert

from gongshi.render.charts.shapes import Box, Dot, Label, Path, Plot, Rule, Shape, Span

SVG: Final = "http://www.w3.org/2000/svg"


def register_font() -> None:
    """Make the packaged font known to the renderer; images are drawn with it everywhere."""
    vl_convert.register_font_directory(str(resources.files("noto_cjk_sans_otc")))


def spec(plot: Plot, config: Mapping[str, Any], padding: Mapping[str, int] | None = None) -> dict[str, Any]:
    """The Vega-Lite specification of a plot: one layer for each run of shapes that look alike."""
    runs = [tuple(run) for _, run in groupby(plot.shapes, key=_look)]
    charts = [_layer(run, plot) for run in runs]
    layered = alt.layer(*charts).properties(width=plot.width, height=plot.height, autosize="none")
    made = layered.to_dict(validate=False)
    edge = {"left": 0, "right": 0, "top": 0, "bottom": 0}
    return {**made, "config": dict(config), "padding": {**edge, **(padding or {})}}


def svg(specification: Mapping[str, Any], title: str = "") -> str:
    """The drawing as SVG, its type face stated once, with a title element where one is given."""
    root = ET.fromstring(vl_convert.vegalite_to_svg(dict(specification)))
    fonts = {e.attrib.pop("font-family") for e in root.iter() if "font-family" in e.attrib}
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("aria-") or name in ("role", "class")]:
            del element.attrib[name]
    root.attrib.update({"font-family": family for family in sorted(fonts)[:1]})
    if title:
        named = ET.Element(f"{{{SVG}}}title")
        named.text = title
        root.insert(0, named)
        root.attrib["role"] = "img"
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True) + "\n"


def set_in(drawing: str, font: str) -> str:
    """The drawing with another type face."""
    root = ET.fromstring(drawing)
    root.attrib["font-family"] = font
    return ET.tostring(root, encoding="unicode")


def png(drawing: str, scale: float) -> bytes:
    """An SVG as pixels."""
    return bytes(vl_convert.svg_to_png(drawing, scale=scale))


def _look(shape: Shape) -> tuple[object, ...]:
    """Shapes of one look that follow each other share a layer; every path is its own."""
    if isinstance(shape, Label):
        return (Label, shape.style, shape.align, shape.dx, shape.dy)
    return (Path, shape) if isinstance(shape, Path) else (type(shape), shape.style)


def _layer(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    return LAYERS[type(run[0])](run, plot)


def _boxes(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    return _based(run).mark_rect(style=run[0].style).encode(**_ranged(plot))


def _labels(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    first = run[0]
    assert isinstance(first, Label)
    mark = {"style": first.style, "align": first.align, "dx": first.dx, "dy": first.dy}
    return _based(run).mark_text(**mark).encode(**_placed(plot), text="text:N")


def _paths(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    (path,) = run
    assert isinstance(path, Path)
    points = [{"order": index, "x": x, "y": y} for index, (x, y) in enumerate(path.points)]
    chart = alt.Chart(alt.Data(values=points)).mark_line(style=path.style)
    return chart.encode(**_placed(plot), order=alt.Order("order:Q"))


def _dots(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    return _based(run).mark_point(style=run[0].style).encode(**_placed(plot))


def _rules(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    return _based(run).mark_rule(style=run[0].style).encode(**_ranged(plot))


LAYERS: Final[Mapping[type, Callable[[tuple[Shape, ...], Plot], alt.Chart]]] = MappingProxyType(
    {Box: _boxes, Label: _labels, Path: _paths, Dot: _dots, Rule: _rules}
)


def _based(run: tuple[Shape, ...]) -> alt.Chart:
    """A chart on the shapes' own values; how they look is the style's affair."""
    hidden = ("style", "align", "dx", "dy")
    rows = [{name: value for name, value in asdict(shape).items() if name not in hidden} for shape in run]
    return alt.Chart(alt.Data(values=rows))


def _placed(plot: Plot) -> dict[str, Any]:
    return {
        "x": alt.X("x:Q", scale=_scale(plot.x), axis=None),
        "y": alt.Y("y:Q", scale=_scale(plot.y), axis=None),
    }


def _ranged(plot: Plot) -> dict[str, Any]:
    return {**_placed(plot), "x2": "x2:Q", "y2": "y2:Q"}


def _scale(span: Span) -> alt.Scale:
    return alt.Scale(domain=[span.low, span.high], range=[span.start, span.end], nice=False, zero=False)
