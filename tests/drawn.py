"""Plainly fictional figures and views, as values, for tests of charts and of the check that guards them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from gongshi.errors import Place
from gongshi.read import descriptors
from gongshi.read.catalog import read
from gongshi.read.collection import Catalog, Dataset, Group, Relation, Term, View
from gongshi.read.documents import Document
from gongshi.read.messages import messages
from gongshi.read.values import Area, Figure, Indicator, Scope, Source, Text, Unit
from gongshi.render.words import Words

HERE: Final = Place("datasets/trees/datapackage.yaml", 7)
UNITS: Final = (
    Unit("人", "人", "people", "person"),
    Unit("户", "户", "households", "household"),
    Unit("元", "元", "yuan", "yuan"),
    Unit("%", "%", "%", "%"),
    Unit("个", "个", "", ""),
    Unit("千瓦", "千瓦", "kW", "kW"),
)
# id, name, English name, unit, per, measure
INDICATORS: Final = (
    ("people", "种树人数", "People planting", "人", (), "flow"),
    ("foresters", "护林人数", "Foresters", "人", (), "stock"),
    ("homes", "种树户数", "Households planting", "户", (), "flow"),
    ("money", "种树资金", "Money for trees", "元", (), "flow"),
    ("grant-cap", "补助上限", "Cap on a grant", "元", ("户",), "limit"),
    ("grant", "户均补助", "Grant per household", "元", ("户",), "flow"),
    ("survival", "成活率", "Survival rate", "%", (), "ratio"),
    ("pumps", "水泵数", "Pumps", "个", (), "stock"),
    ("pump-power", "平均每泵功率", "Power per pump", "千瓦", ("泵",), "stock"),
    ("power", "水泵总功率", "Power of all pumps", "千瓦", (), "stock"),
)
PUBLICATION: Final = descriptors.publication(
    Document(
        "publication.yaml",
        {
            **{"title": "示例公示", "title_en": "Example figures", "edition": "1", "issued": "2020-06-01"},
            "licence": {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"},
        },
        {},
    )
)


def edition() -> Catalog:
    """The real publication of this repository."""
    return read(Path(__file__).resolve().parents[1]).catalog


def words(language: str) -> Words:
    """The words of the engine's own theme."""
    return Words(language, messages(language), UNITS)


def figure(name: str, value: float | str, indicator: str = "people", year: int | None = 2017, **more: object) -> Figure:
    """A figure of the county over a whole year, unless told otherwise."""
    given: dict[str, object] = {
        "id": name,
        "dataset": "trees",
        "indicator": indicator,
        "area": "999999",
        "scope": (),
        "period_start": date(year, 1, 1) if year else None,
        "period_end": date(year, 12, 31) if year else date(2016, 12, 31),
        "dating": "stated",
        "kind": "actual",
        "value": Decimal(str(value)),
        "bound": "exact",
        "stated": f"{value}",
        "status": "final",
        "source": "plan-2018",
        "locator": "(一)",
        "note": "",
        "place": HERE,
    }
    return Figure(**{**given, **more})  # type: ignore[arg-type]


def view(kind: str, *groups: Iterable[str] | Group, **more: object) -> View:
    """A view of unnamed groups of ids, or of groups."""
    given: dict[str, object] = {
        "id": "it",
        "dataset": "trees",
        "kind": kind,
        "groups": tuple(g if isinstance(g, Group) else Group(Text("", ""), tuple(g)) for g in groups),
        "select": {},
        "whole": None,
        "label": "period",
        "title": Text("共{count}项", "{count} of them"),
        "measure": Text("", ""),
        "reading": Text("", ""),
        "place": HERE,
    }
    return View(**{**given, **more})  # type: ignore[arg-type]


def named(zh: str, en: str, *figures: str) -> Group:
    """A group with a name."""
    return Group(Text(zh, en), figures)


def relation(kind: str, terms: Iterable[str], total: str | None = None, explained: str = "") -> Relation:
    """A declared relation: a conflict of figures, or their sum or product and the figure it should equal."""
    first, *others = terms
    left = (Term(first, times=tuple(others)),) if kind == "product" else tuple(map(Term, (first, *others)))
    sign, right = ("conflict", ()) if total is None else ("equal", (Term(total),))
    text = Text(explained, explained)
    return Relation("it", "trees", Text("关系", "Relation"), left, sign, right, (), Decimal(0), "disclose", text, HERE)


def catalog(figures: Iterable[Figure], views: Iterable[View] = (), relations: Iterable[Relation] = ()) -> Catalog:
    """A catalog of one topic."""
    title, nothing = Text("种树", "Trees"), Text("", "")
    topic = Dataset("trees", "topic", title, nothing, {}, (), (), (), tuple(views), tuple(relations), (), HERE.file)
    return Catalog(
        publication=PUBLICATION,
        datasets=(topic,),
        areas={area.code: area for area in AREAS},
        scopes={scope.id: scope for scope in SCOPES},
        sources={SOURCE.id: SOURCE},
        indicators={
            name: Indicator(name, Text(zh, en), unit, per, measure, Text("", ""), Text("", ""), "trees", HERE)
            for name, zh, en, unit, per, measure in INDICATORS
        },
        figures={figure.id: figure for figure in figures},
        commitments={},
        units=UNITS,
    )


def _area(code: str, zh: str, en: str, level: str, parent: str | None) -> Area:
    return Area(code, Text(zh, en), level, parent, None, None, HERE)


AREAS: Final = (
    _area("999900", "示例市", "Example City", "city", None),
    _area("999998", "邻县", "Next County", "county", "999900"),
    _area("999999", "示例县", "Example County", "county", "999900"),
)
SCOPES: Final = (
    Scope("schools", "group", Text("学校", "Schools"), None, HERE),
    Scope("village", "place", Text("示例村", "Example Village"), "999999", HERE),
)
SOURCE: Final = Source(
    "plan-2018",
    Text("示例文件", "Example document"),
    Text("示例文件", "Example document"),
    Text("示例县", "Example County"),
    "",
    "2018-03-01",
    Text("", ""),
    Text("", ""),
    "",
    (),
    "0" * 64,
    HERE,
)
