"""The one look of all charts: colours and type of the design, as a Vega-Lite configuration of named styles.

Drawings name a style and never a colour: hollow is promised, dashed is expected, solid is done, ink is a
standard, ochre is a disagreement. Light and dark differ in this configuration alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

FONTS: Final = MappingProxyType(
    {
        "zh": '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
        "en": '"Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", '
        '"Source Han Sans SC", sans-serif',
    }
)
IMAGE_FONT: Final = "Noto Sans CJK SC"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one scheme: tokens of the style sheet, the four of charts, grid and axis."""

    paper: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    accent_tint: str
    caution: str
    caution_edge: str
    caution_tint: str
    rule_strong: str
    series: tuple[str, str, str, str]
    grid: str
    axis: str


LIGHT: Final = Palette(
    paper="#ffffff",
    ink="#17212b",
    ink_2="#46525d",
    ink_3="#5f6b75",
    accent="#0b5a7c",
    accent_tint="#e4eef3",
    caution="#8a4500",
    caution_edge="#b4640f",
    caution_tint="#fdf4e7",
    rule_strong="#17212b",
    series=("#0b5a7c", "#cc7a1c", "#85919a", "#17212b"),
    grid="#e3e8eb",
    axis="#75828c",
)
DARK: Final = Palette(
    paper="#12191f",
    ink="#e7ecef",
    ink_2="#b7c2ca",
    ink_3="#97a4ae",
    accent="#7cc5e8",
    accent_tint="#1f2c35",
    caution="#f0b561",
    caution_edge="#c98a35",
    caution_tint="#2a2115",
    rule_strong="#aab6be",
    series=("#5fb3dc", "#e3a652", "#8795a0", "#eef2f4"),
    grid="#28333b",
    axis="#7e8c97",
)
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


def config(palette: Palette, size: Size, font: str) -> dict[str, Any]:
    """The Vega-Lite configuration of one scheme and width."""
    return {
        "aria": False,
        "background": palette.paper,
        "font": font,
        "padding": 0,
        "view": {"stroke": None, "fill": None},
        "style": {**_texts(palette, size), **_shapes(palette), **_lines(palette)},
    }


def _texts(palette: Palette, size: Size) -> dict[str, Mapping[str, Any]]:
    styles = {
        "label": (palette.ink, size.label),
        "remark": (palette.ink_2, size.label),
        "axis": (palette.ink_2, size.small),
        "name": (palette.ink, size.small),
        "accent": (palette.accent, size.label),
        "caution": (palette.caution, size.label),
        "inside": (palette.paper, size.label),
        "title": (palette.ink, 24),
        "subtitle": (palette.ink_2, 15),
        "source": (palette.ink_3, 14),
    }
    plain = {"fontWeight": "normal", "baseline": "middle", "align": "left"}
    return {name: {"color": color, "fontSize": points, **plain} for name, (color, points) in styles.items()}


def _shapes(palette: Palette) -> dict[str, Mapping[str, Any]]:
    outline = {"color": palette.accent_tint, "stroke": palette.accent, "strokeWidth": 1.5}
    gap = {"color": palette.caution_tint, "stroke": palette.caution_edge, "strokeWidth": 1.5, "strokeDash": [5, 3]}
    first, second, third, fourth = palette.series
    solid = {
        "actual": first,
        "base": palette.ink_3,
        "standard": palette.ink,
        "part-1": first,
        "part-2": second,
        "part-3": fourth,
        "part-4": palette.series[2],
        "rest": third,
    }
    return {
        **{name: {"color": color} for name, color in solid.items()},
        "target": outline,
        "computed": outline,
        "expected": {**outline, "strokeDash": [5, 3]},
        "gap": gap,
    }


def _lines(palette: Palette) -> dict[str, Mapping[str, Any]]:
    return {
        "grid-line": {"color": palette.grid, "strokeWidth": 1},
        "zero-line": {"color": palette.axis, "strokeWidth": 1.5},
        "cap-line": {"color": palette.ink, "strokeWidth": 3},
        "frame-line": {"color": palette.rule_strong, "strokeWidth": 3},
        "done-line": {"color": palette.series[0], "strokeWidth": 2.5},
        "promised-line": {"color": palette.series[0], "strokeWidth": 2.5, "strokeDash": [6, 4]},
        "solid-point": {"color": palette.series[0], "filled": True, "size": 78, "opacity": 1},
        "base-point": {"color": palette.ink_3, "filled": True, "size": 78, "opacity": 1},
        "hollow-point": {
            **{"filled": True, "color": palette.paper, "stroke": palette.series[0]},
            **{"strokeWidth": 2.5, "size": 70, "opacity": 1},
        },
    }
