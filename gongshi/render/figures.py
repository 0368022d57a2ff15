"""Turn the figures of all topics into one table that needs no other to be understood."""

from collections.abc import Mapping
from typing import Any, Final

from gongshi.check.hints import decimal
from gongshi.read.collection import Catalog
from gongshi.read.values import Figure
from gongshi.render.tables import Sheet


def _field(name: str, title: str, title_en: str, description: str, description_en: str) -> Mapping[str, Any]:
    texts = {"title": title, "title_en": title_en, "description": description, "description_en": description_en}
    return {"name": name, "type": "string", **texts}


# Columns that the topics' own schema does not have; the others are taken from it.
ADDED: Final = {
    "dataset": _field("dataset", "数据集", "Dataset", "数字所在的数据集。", "The dataset that holds the figure."),
    "indicator_name": _field("indicator_name", "指标名称", "Indicator name", "指标的中文名。", "Name in Chinese."),
    "area_name": _field("area_name", "地区", "Area name", "地区的中文名。", "Name of the area in Chinese."),
    "scope_name": _field("scope_name", "范围名称", "Scope name", "范围的中文名。", "Names of the scopes in Chinese."),
    "unit": _field("unit", "单位", "Unit", "数值的单位。", "Unit of the value."),
    "per": _field("per", "每", "Per", "平均到什么，几个之间用 + 连接。", "Per what; several joined by +."),
}
ORDER: Final = (
    *("id", "dataset", "indicator", "indicator_name", "area", "area_name", "scope", "scope_name"),
    *("period_start", "period_end", "dating", "kind", "value", "unit", "per", "bound"),
    *("stated", "status", "source", "locator", "note"),
)


def sheet(catalog: Catalog) -> Sheet:
    """All figures of all topics, in order of dataset and row, with the names their codes stand for."""
    schema = next((t.fields for d in catalog.topics for t in d.tables), ())
    fields = {f["name"]: {k: v for k, v in f.items() if k != "constraints"} for f in schema} | ADDED
    ordered = sorted(catalog.figures.values(), key=lambda f: f.dataset)
    return Sheet(tuple(fields[name] for name in ORDER), tuple(row(figure, catalog) for figure in ordered))


def row(figure: Figure, catalog: Catalog) -> tuple[str, ...]:
    """One figure as strings, in the order of ORDER."""
    indicator = catalog.indicators[figure.indicator]
    cells = {
        "id": figure.id,
        "dataset": figure.dataset,
        "indicator": figure.indicator,
        "indicator_name": indicator.name.zh,
        "area": figure.area,
        "area_name": catalog.areas[figure.area].name.zh,
        "scope": "+".join(figure.scope),
        "scope_name": "、".join(catalog.scopes[part].name.zh for part in figure.scope),
        "period_start": figure.period_start.isoformat() if figure.period_start else "",
        "period_end": figure.period_end.isoformat() if figure.period_end else "",
        "dating": figure.dating,
        "kind": figure.kind,
        "value": decimal(figure.value),
        "unit": indicator.unit,
        "per": "+".join(indicator.per),
        "bound": figure.bound,
        "stated": figure.stated,
        "status": figure.status,
        "source": figure.source,
        "locator": figure.locator,
        "note": figure.note,
    }
    return tuple(cells[name] for name in ORDER)
