"""Write the line of HTML that puts a chart into a page of somebody else."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from gongshi.render.heights import Framed, css, highest


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


def line(address: str, title: str, framed: Framed) -> str:
    """A frame, as wide as there is room and as high as what it shows then needs, of what stands at an address.

    The box around the frame is there to be measured: its width is what the height is reckoned from.
    """
    box = ET.Element("div", {"style": "container-type:inline-size"})
    attributes = {
        "src": address,
        "title": title,
        "width": "100%",
        "height": str(highest(framed)),
        "style": f"border:0;height:{css(framed)}",
        "loading": "lazy",
    }
    ET.SubElement(box, "iframe", attributes)
    return ET.tostring(box, encoding="unicode", method="html")
