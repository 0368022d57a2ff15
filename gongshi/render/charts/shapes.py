"""What a drawing is made of, as values: boxes, labels, lines, points, and the two scales that place them.

Coordinates are in the units of the data; `Span.at` turns a pixel into them, for what stands beside the data.
"""

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Span:
    """A linear scale: what runs from `low` to `high` is drawn between the pixels `start` and `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, pixel: float) -> float:
        """What is drawn at a pixel."""
        return self.low + (pixel - self.start) * (self.high - self.low) / (self.end - self.start)

    def pixel(self, value: float) -> float:
        """Where a value is drawn."""
        return self.start + (value - self.low) * (self.end - self.start) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle between two corners."""

    x: float
    x2: float
    y: float
    y2: float
    style: str
    label: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text, its middle at `y`, moved by `dx` and `dy` pixels."""

    x: float
    y: float
    text: str
    style: str = "label"
    align: Align = "left"
    dx: float = 0
    dy: float = 0


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    style: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point on a line."""

    x: float
    y: float
    style: str
    label: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from one point to another."""

    x: float
    x2: float
    y: float
    y2: float
    style: str


Shape = Box | Label | Path | Dot | Rule


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing without its frame: size in pixels, the two scales, and shapes from back to front."""

    width: int
    height: int
    x: Span
    y: Span
    shapes: tuple[Shape, ...]


def pixels(extent: float) -> Span:
    """The scale of a direction in which nothing is measured: pixels stand for themselves."""
    return Span(0, extent, 0, extent)
