"""Turn plots into Vega-Lite through Altair, and Vega-Lite into SVG: the one module that knows either."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, Final

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from gongshi.render.charts.shapes import Box, Dot, Label, Path, Plot, Rule, Shape, Span

SVG: Final = "http://www.w3.org/2000/svg"
SILENT: Final = ("aria-", "class", "role", "font-family")
LONG: Final = re.compile(r"-?\d+\.\d{3,}")
PAINTED: Final = frozenset({"fill", "stroke"})


def spec(plot: Plot) -> dict[str, Any]:
    """The Vega-Lite specification of a plot, without its look: one layer for all shapes of one style."""
    runs: dict[tuple[object, ...], list[Shape]] = {}
    for shape in sorted(plot.shapes, key=lambda shape: tuple(LAYERS).index(type(shape))):
        runs.setdefault(_look(shape), []).append(shape)
    with debug_mode(False):  # else every part, and every copy of it, is written out and validated
        charts = [_layer(tuple(run), plot) for run in runs.values()]
        layered = alt.layer(*charts, width=plot.width, height=plot.height, autosize="none")
        return {**layered.to_dict(validate=False), "padding": 0}


def outline(specification: Mapping[str, Any], config: Mapping[str, Any]) -> str:
    """The drawing as SVG, to be painted: colours may be names, and the type face is not yet said."""
    root = parsed(vl_convert.vegalite_to_svg({**specification, "config": config}))
    for element in root.iter():
        kept = {name: value for name, value in element.attrib.items() if not name.startswith(SILENT)}
        element.attrib.clear()
        element.attrib.update({name: LONG.sub(_shorter, value) for name, value in kept.items()})
    return ET.tostring(root, encoding="unicode")


def painted(drawing: str, colours: Mapping[str, str], font: str, title: str = "") -> str:
    """An outline with its colours, the type face stated once, and a title element where one is given."""
    root = parsed(drawing)
    for element in root.iter():
        for name in PAINTED & element.attrib.keys():
            value = element.attrib[name]
            element.attrib[name] = colours.get(value.removeprefix("--"), value)
    root.attrib["xmlns"] = SVG
    if title:
        element = ET.Element("title")
        element.text = title
        root.insert(0, element)
    return _named(root, font)


def named(drawing: str, font: str) -> str:
    """A painted drawing with another type face."""
    root = parsed(drawing)
    root.attrib["xmlns"] = SVG
    return _named(root, font)


def _named(root: ET.Element, font: str) -> str:
    root.attrib["font-family"] = font
    return ET.tostring(root, encoding="unicode") + "\n"


def parsed(drawing: str) -> ET.Element:
    """The tree of an SVG, its elements named without their namespace."""
    root = ET.fromstring(drawing)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _shorter(match: re.Match[str]) -> str:
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".")


def _look(shape: Shape) -> tuple[object, ...]:
    """What shapes of one layer have in common; every path is its own."""
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
    return _based(run).mark_text(**mark).encode(**_placed(plot), text=alt.Text(field="text", type="nominal"))


def _paths(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    (path,) = run
    assert isinstance(path, Path)
    points = [{"order": index, "x": x, "y": y} for index, (x, y) in enumerate(path.points)]
    chart = alt.Chart(alt.Data(values=points)).mark_line(style=path.style)
    return chart.encode(**_placed(plot), order=alt.Order(field="order", type="quantitative"))


def _dots(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    return _based(run).mark_point(style=run[0].style).encode(**_placed(plot))


def _rules(run: tuple[Shape, ...], plot: Plot) -> alt.Chart:
    return _based(run).mark_rule(style=run[0].style).encode(**_ranged(plot))


# From back to front.
LAYERS: Final[Mapping[type, Callable[[tuple[Shape, ...], Plot], alt.Chart]]] = MappingProxyType(
    {Box: _boxes, Rule: _rules, Path: _paths, Dot: _dots, Label: _labels}
)


def _based(run: tuple[Shape, ...]) -> alt.Chart:
    """A chart on the shapes' own values; how they look is the style's affair."""
    hidden = ("style", "align", "dx", "dy")
    rows = [{name: value for name, value in asdict(shape).items() if name not in hidden} for shape in run]
    return alt.Chart(alt.Data(values=rows))


def _placed(plot: Plot) -> dict[str, Any]:
    return {
        "x": alt.X(field="x", type="quantitative", scale=_scale(plot.x), axis=None),
        "y": alt.Y(field="y", type="quantitative", scale=_scale(plot.y), axis=None),
    }


def _ranged(plot: Plot) -> dict[str, Any]:
    return {**_placed(plot), "x2": alt.X2(field="x2"), "y2": alt.Y2(field="y2")}


def _scale(span: Span) -> alt.Scale:
    return alt.Scale(domain=[span.low, span.high], range=[span.start, span.end], nice=False, zero=False)
