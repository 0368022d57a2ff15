"""One fictional view of every kind, on fictional figures."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gongshi.check.exhibits import exhibit
from gongshi.read.collection import Catalog, View
from gongshi.read.values import Figure, Text
from gongshi.render.charts import Drawing, draw
from gongshi.render.charts.kinds import KINDS
from gongshi.render.charts.rows import Row
from gongshi.render.charts.telling import Telling
from tests.drawn import catalog, figure, named, relation, view, words

FIGURES = (
    figure("a", 125000, year=2015, kind="expected", stated="12.5万人"),
    figure("b", 300000, year=2016, kind="target", stated="30万人"),
    figure("c", 250000, year=2017, kind="target", stated="25万人"),
    figure("base", 600000, "foresters", year=2014, stated="60万人"),
    figure("money", 86840000, "money", stated="8684万元"),
    figure("all", 3692000000, "money", year=None, stated="36.92億元", dating="inferred"),
    figure("homes", 2534, "homes", stated="2534户"),
    figure("cap", 50000, "grant-cap", kind="standard", bound="at_most", stated="5万元以下"),
    figure("n", 4, "pumps"),
    figure("k", 5, "pump-power"),
    figure("p", 21, "power"),
)
PLAN = named("三年计划相加", "Three years of plans", "a", "b", "c")
VIEWS = (
    view("bars", "abc", whole="base", title=Text("最多{max}", "At most {max}")),
    view("columns", "abc", title=Text("{max.period}最多，计划{max}", "{max.period} carries the most: {max}")),
    view("line", "bc", title=Text("到{last.period}{last}", "{last} by {last.period}")),
    view("remaining", "abc", whole="base", title=Text("多减{difference}", "{difference} too many")),
    view("stacked", PLAN, whole="base", title=Text("计划比基数多{difference}", "{difference} more than the base")),
    view("share", ("money",), whole="all", title=Text("占累计的{share}", "{share} of the total")),
    view(
        "multiples",
        "abc",
        ("homes",),
        measure=Text("种树", "Planting"),
        title=Text("最多{1.max}", "At most {1.max}"),
    ),
    view("bullet", ("money", "homes"), whole="cap", title=Text("户均{quotient}", "{quotient} per household")),
    view("disputed", "nk", "p", title=Text("相差{difference}", "{difference} apart"), label="indicator"),
)
RELATIONS = (relation("product", "nk", "p"), relation("sum", "abc", "base"))


def shown(*views: View, figures: tuple[Figure, ...] = FIGURES) -> Catalog:
    """A catalog with these views, each with an id of its own."""
    own = [replace(v, id=f"v{number}") for number, v in enumerate(views)]
    return catalog(figures, own, RELATIONS)


def drawn(*views: View, language: str = "zh", figures: tuple[Figure, ...] = FIGURES) -> tuple[Drawing, ...]:
    """Views with all their pictures."""
    with TemporaryDirectory() as scratch:
        return draw(shown(*views, figures=figures), words(language), Path(scratch))


def told(one: View, language: str = "zh", figures: tuple[Figure, ...] = FIGURES) -> Telling:
    """A view in words."""
    return Telling(exhibit(one, shown(one, figures=figures)), words(language))


def rows(telling: Telling) -> tuple[Row, ...]:
    """The rows of a view in words."""
    return KINDS[telling.shown.view.kind].rows(telling)
