"""Parse HTML in tests, and compose pages from a publication without drawing or building anything."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment

from gongshi.check.relations import findings
from gongshi.read.catalog import read
from gongshi.read.messages import messages
from gongshi.record.timeline import steps
from gongshi.render.charts import Drawing
from gongshi.render.words import Words
from gongshi.site import theme
from gongshi.site.desk import Desk
from gongshi.site.edition import Edition


def drawing(view: object, language: str = "zh") -> Drawing:
    """A drawing without pictures, for pages that show one."""
    return Drawing(
        view=view,  # type: ignore[arg-type]
        language=language,
        title="最多的一年种了1.8万个",
        subtitle="种树棵数，示例县",
        source="示例县2019年3月1日",
        alt="柱形图。",
        columns=("时间", "数量"),
        numeric=(False, True),
        rows=(("2017年", "1.2万个"), ("2018年", "1.8万余个")),
        notes=(),
        disputed=False,
        base="charts/trees/by-year",
        sizes={"wide": (736, 300), "narrow": (328, 280)},
        files={f"charts/trees/by-year.{kind}": b"x" * 1200 for kind in ("small.png", "png", "svg", "csv", "vl.json")},
        pictures={
            (width, scheme): f"charts/trees/by-year.{width}.{scheme}.svg"
            for width in ("wide", "narrow")
            for scheme in ("light", "dark")
        },
    )


def desk(root: Path, language: str = "zh", today: date = date(2020, 6, 1)) -> Desk:
    """The desk of the home page of a publication, on a day."""
    reading = read(root)
    catalog = reading.catalog
    drawings = {name: tuple(drawing(view, name) for view in catalog.views) for name in ("zh", "en")}
    found, sizes = findings(catalog), {"data/all.zip": 86_000}
    past = reading.history, steps(reading)
    edition = Edition(reading.texts, catalog, found, drawings, sizes, today, *past, promise=reading.promise)
    return Desk(edition, language, Words(language, messages(language), catalog.units))


def templates(desk: Desk) -> Environment:
    """The theme's templates with the messages of a desk."""
    return theme.environment(desk.t)


class Outline(HTMLParser):
    """A page as a list of (tag, attributes, text so far inside it)."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self.open: list[int] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in ("meta", "link", "img", "input", "source", "br"):
            self.open.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.found[self.open.pop()][0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for index in self.open:
            self.found[index][2].append(data)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every element of that tag with these attributes."""
        return [
            {**attrs, "text": re.sub(r"\s+", " ", "".join(text)).strip()}
            for name, attrs, text in self.found
            if name == tag and all(attrs.get(key.rstrip("_")) == value for key, value in wanted.items())
        ]

    def one(self, tag: str, **wanted: str) -> dict[str, str]:
        """The only such element."""
        (element,) = self.all(tag, **wanted)
        return element
