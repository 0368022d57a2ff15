"""The one look of all charts: colours and type of the design, as a Vega-Lite configuration of named styles.

Drawings name a style and never a colour: hollow is promised, dashed is expected, solid is done, ink is a
standard, ochre is a disagreement. Light and dark differ in this configuration alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

HAN: Final = (
    '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
)
FONTS: Final = MappingProxyType(
    {
        "zh": HAN,
        "en": f'"Helvetica Neue", Arial, {HAN}',
    }
)


# Tokens of the style sheet, and below them the four colours of charts, grid and axis.
LIGHT: Final = MappingProxyType(
    {
        "paper": "#ffffff",
        "ink": "#17212b",
        "ink-2": "#46525d",
        "ink-3": "#5f6b75",
        "accent": "#0b5a7c",
        "accent-tint": "#e4eef3",
        "caution": "#8a4500",
        "caution-edge": "#b4640f",
        "caution-tint": "#fdf4e7",
        "rule-strong": "#17212b",
        "chart-1": "#0b5a7c",
        "chart-2": "#cc7a1c",
        "chart-3": "#85919a",
        "chart-4": "#17212b",
        "grid": "#e3e8eb",
        "axis": "#75828c",
    }
)
DARK: Final = MappingProxyType(
    {
        "paper": "#12191f",
        "ink": "#e7ecef",
        "ink-2": "#b7c2ca",
        "ink-3": "#97a4ae",
        "accent": "#7cc5e8",
        "accent-tint": "#1f2c35",
        "caution": "#f0b561",
        "caution-edge": "#c98a35",
        "caution-tint": "#2a2115",
        "rule-strong": "#aab6be",
        "chart-1": "#5fb3dc",
        "chart-2": "#e3a652",
        "chart-3": "#8795a0",
        "chart-4": "#eef2f4",
        "grid": "#28333b",
        "axis": "#7e8c97",
    }
)
# A drawing is laid out once, its colours as names, and painted in each scheme.
NAMED: Final = MappingProxyType({name: f"--{name}" for name in LIGHT})
SCHEMES: Final = MappingProxyType({"light": LIGHT, "dark": DARK})


@dataclass(frozen=True, slots=True)
class Size:
    """One width of drawing and the measures that go with it, in pixels."""

    name: str
    width: int
    label: int
    small: int
    bar: int
    step: int
    column_gap: float
    line_height: int

    @property
    def wide(self) -> bool:
        """Whether labels stand in a column beside their bars."""
        return self.name == "wide"


WIDE: Final = Size("wide", 736, label=15, small=13, bar=22, step=38, column_gap=0.42, line_height=300)
NARROW: Final = Size("narrow", 328, label=14, small=13, bar=20, step=58, column_gap=0.30, line_height=270)
SIZES: Final = (WIDE, NARROW)


def config(colours: Mapping[str, str], size: Size) -> dict[str, Any]:
    """The Vega-Lite configuration of one scheme and width."""
    return {
        "aria": False,
        "background": colours["paper"],
        "font": "none",  # what is measured with it is thrown away, and a real one is slow to open
        "view": {"stroke": None, "fill": None},
        "style": {**_texts(colours, size), **_shapes(colours), **_lines(colours)},
    }


def _texts(colours: Mapping[str, str], size: Size) -> dict[str, Mapping[str, Any]]:
    styles = {
        "label": (colours["ink"], size.label),
        "remark": (colours["ink-2"], size.label),
        "axis": (colours["ink-2"], size.small),
        "name": (colours["ink"], size.small),
        "accent": (colours["accent"], size.label),
        "caution": (colours["caution"], size.label),
        "inside": (colours["paper"], size.label),
    }
    plain = {"fontWeight": "normal", "baseline": "middle", "align": "left"}
    return {name: {"color": color, "fontSize": points, **plain} for name, (color, points) in styles.items()}


def _shapes(colours: Mapping[str, str]) -> dict[str, Mapping[str, Any]]:
    outline = {"color": colours["accent-tint"], "stroke": colours["accent"], "strokeWidth": 1.5}
    gap = {
        "color": colours["caution-tint"],
        "stroke": colours["caution-edge"],
        "strokeWidth": 1.5,
        "strokeDash": [5, 3],
    }
    solid = {
        "actual": colours["chart-1"],
        "base": colours["ink-3"],
        "standard": colours["ink"],
        "part-1": colours["chart-1"],
        "part-2": colours["chart-2"],
        "part-3": colours["chart-3"],
        "part-4": colours["chart-4"],
        "rest": colours["chart-3"],
    }
    return {
        **{name: {"color": color} for name, color in solid.items()},
        "target": outline,
        "computed": outline,
        "expected": {**outline, "strokeDash": [5, 3]},
        "gap": gap,
    }


def _lines(colours: Mapping[str, str]) -> dict[str, Mapping[str, Any]]:
    return {
        "grid-line": {"color": colours["grid"], "strokeWidth": 1},
        "zero-line": {"color": colours["axis"], "strokeWidth": 1.5},
        "cap-line": {"color": colours["ink"], "strokeWidth": 3},
        "done-line": {"color": colours["chart-1"], "strokeWidth": 2.5},
        "promised-line": {"color": colours["chart-1"], "strokeWidth": 2.5, "strokeDash": [6, 4]},
        "solid-point": {"color": colours["chart-1"], "filled": True, "size": 78, "opacity": 1},
        "base-point": {"color": colours["ink-3"], "filled": True, "size": 78, "opacity": 1},
        "hollow-point": {
            **{"filled": True, "color": colours["paper"], "stroke": colours["chart-1"]},
            **{"strokeWidth": 2.5, "size": 70, "opacity": 1},
        },
    }
