"""Turn the list of tables into the metadata that Datasette shows beside the database: titles, units, terms, columns.

Datasette's own `units` reckon with floats and know no Chinese unit: units stand in the words of the column instead.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import simplejson

from gongshi.read.collection import Publication
from gongshi.read.values import Source, Text
from gongshi.render import databases
from gongshi.render.holdings import Holding

PATH: Final = "data/metadata.json"
DATABASE: Final = "gongshi"
# Tables that say what the others are, with what they hold.
OURS: Final[Mapping[str, tuple[Text, Text]]] = MappingProxyType(
    {
        databases.PUBLICATION: (
            Text("出版物", "Publication"),
            Text("谁发布、第几期、许可和联系。", "Publisher, edition, licence and contact."),
        ),
        databases.TABLES: (
            Text("表的清单", "Tables"),
            Text(
                "每张表的名称、内容、单位、许可和引用。", "Title, content, units, licence and citation of each table."
            ),
        ),
        databases.COLUMNS: (
            Text("字段说明", "Dictionary"),
            Text("每张表每一列的含义。", "What every column of every table means."),
        ),
    }
)


def metadata(holdings: Sequence[Holding], publication: Publication) -> bytes:
    """The metadata.json for `datasette gongshi.sqlite --metadata metadata.json`."""
    named = databases.names(holdings)
    tables = {named[holding.resource]: _table(holding) for holding in holdings}
    tables |= {name: {"title": _both(title), "description": _both(said)} for name, (title, said) in OURS.items()}
    licence = {"license": _both(publication.licence.title), "license_url": publication.licence.path}
    about = {"about": _both(publication.publisher)}
    about |= {"about_url": publication.address} if publication.address else {}
    told = {"title": _both(publication.title), "description": _both(publication.notice), **licence, **about}
    whole = {**told, "databases": {DATABASE: {**told, "tables": tables}}}
    return (simplejson.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _table(holding: Holding) -> dict[str, Any]:
    told = {
        "title": _both(holding.title),
        "description": _both(holding.description),
        "license": _both(holding.licence.title),
        "license_url": holding.licence.path,
        "source": "；".join(_source(source) for source in holding.sources),
        "columns": _columns(holding),
    }
    labels = [name for name in ("name", "title") if name in holding.sheet.names]
    return {key: value for key, value in told.items() if value} | ({"label_column": labels[0]} if labels else {})


def _columns(holding: Holding) -> dict[str, str]:
    """What each column means; that of values names their units."""
    said = {}
    for field in holding.sheet.fields:
        texts = Text(str(field.get("description", "")), str(field.get("description_en", "")))
        units = f"单位 units：{'、'.join(holding.units)}。" if field["name"] == "value" and holding.units else ""
        title = _both(Text(str(field.get("title", "")), str(field.get("title_en", ""))))
        said[field["name"]] = " — ".join(part for part in (title, " ".join([units, _both(texts)]).strip()) if part)
    return said


def _source(source: Source) -> str:
    return " ".join(part for part in (source.issuer.zh, source.title.zh, source.published) if part)


def _both(text: Text) -> str:
    return " ".join(part for part in (text.zh, text.en) if part)
