"""One table of all figures, understandable without any other."""

from gongshi.render import figures
from tests.publication import Site

NAMES = (
    *("id", "dataset", "indicator", "indicator_name", "area", "area_name", "scope", "scope_name"),
    *("period_start", "period_end", "dating", "kind", "value", "unit", "per", "bound"),
    *("stated", "status", "source", "locator", "note"),
)


def test_every_figure_stands_with_the_names_its_codes_mean(site: Site) -> None:
    made = figures.sheet(site.read().catalog)
    assert made.names == NAMES
    assert [dict(zip(NAMES, row, strict=True)) for row in made.rows][3] == {
        "id": "tree-money-2018",
        "dataset": "trees",
        "indicator": "tree-money",
        "indicator_name": "种树资金",
        "area": "999999",
        "area_name": "示例县",
        "scope": "schools",
        "scope_name": "学校",
        "period_start": "2018-01-01",
        "period_end": "2018-12-31",
        "dating": "inferred",
        "kind": "actual",
        "value": "86840000",
        "unit": "元",
        "per": "",
        "bound": "at_least",
        "stated": "8684万元以上",
        "status": "final",
        "source": "plan-2018",
        "locator": "「种树的钱」",
        "note": "",
    }


def test_figures_come_in_order_of_topic_and_row(site: Site) -> None:
    rows = figures.sheet(site.read().catalog).rows
    assert [row[0] for row in rows] == ["trees-2017", "trees-2018", "trees-planned", "tree-money-2018"]


def test_several_scopes_are_named_together_and_several_denominators_are_joined(site: Site) -> None:
    site.replace("datasets/trees/figures.csv", ",schools,", ",example-village+schools,")
    site.replace(
        "datasets/indicators/indicators.csv", "种树资金,Money for trees,元,,", "种树资金,Money for trees,元,户+年,"
    )
    assert site.problems() == ()
    row = dict(zip(NAMES, figures.sheet(site.read().catalog).rows[3], strict=True))
    assert (row["scope_name"], row["per"]) == ("示例村、学校", "户+年")


def test_no_value_is_written_with_an_exponent_or_surplus_zeros(site: Site) -> None:
    site.replace("datasets/trees/figures.csv", ",12000,", ",12000.500,")
    site.replace("datasets/trees/figures.csv", "1.2万个", "12000.5个")
    assert site.problems() == ()
    assert [row[12] for row in figures.sheet(site.read().catalog).rows] == ["12000.5", "18000", "30000", "86840000"]


def test_every_column_is_described_in_both_languages(site: Site) -> None:
    fields = figures.sheet(site.read().catalog).fields
    told = ("title", "title_en", "description", "description_en")
    assert [field["name"] for field in fields if not all(field.get(key) for key in told)] == []
