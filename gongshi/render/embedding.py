"""Write the line of HTML that puts a chart into a page of somebody else."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Embedding:
    """The lines that put a chart into a page of others: following every change, and staying with a release.

    `stays` says with which; where none kept the chart `staying` is "", and `stays` says so. `remark` is "" where the
    lines can be used as they are.
    """

    remark: str
    following: str
    staying: str
    stays: str


def line(address: str, title: str, height: int) -> str:
    """A frame of that height, as wide as there is room, that shows what stands at an address."""
    attributes = {
        "src": address,
        "title": title,
        "width": "100%",
        "height": str(height),
        "style": "border:0",
        "loading": "lazy",
    }
    return ET.tostring(ET.Element("iframe", attributes), encoding="unicode", method="html")
