"""Describe the API in one OpenAPI 3.1 document: every address or pattern of addresses, and what stands there."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from gongshi.render.api import shapes
from gongshi.render.api.known import VERSION, Json, Known
from gongshi.render.api.registers import Ledger
from gongshi.render.api.schemas import SHARED, Schema, of

PROMISE: Final = (
    "静态文件，不需要密钥，没有频率限制。第 1 版里：地址的样式、编号、成员的名字和含义不改；只会增加新的成员和文件，"
    "读的程序应当略过不认识的成员。要改只能另立 v2，那时 v1 照旧。链接都相对于所在的文件。数值是写成文字的十进制数，"
    "代码和编号是文字。\n\n"
    "Static files: no key, no limit of requests. Within version 1 the patterns of addresses, ids, and the names and "
    "meanings of members do not change; members and files may only be added, so programs should pass over those that "
    "they do not know. Anything else would be a v2, beside which v1 stays. All links are relative to the file that "
    "they stand in. Values are decimals written as text; codes and ids are text."
)
JSON: Final = "application/json"
CSV: Final = "text/csv"
PLAIN: Final = "text/plain"
NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "dataset": ("数据集的编号。 Id of a dataset.", "^[a-z0-9]+(-[a-z0-9]+)*$"),
    "indicator": ("指标的编号。 Id of an indicator.", "^[a-z0-9]+(-[a-z0-9]+)*$"),
    "code": ("地区代码。 Code of an area.", "^[0-9]{6}$"),
    "release": ("期次。 Name of a release.", "^[a-z0-9]+(-[a-z0-9]+)*$"),
}


def document(known: Known, ledgers: Iterable[Ledger]) -> Json:
    """The whole description; the columns of ledgers and of CSV files are those of this publication."""
    publication = known.catalog.publication
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{publication.title.zh} {publication.title.en}",
            "version": f"{VERSION}.{publication.edition}",
            "description": PROMISE,
            "contact": {"name": f"{publication.contact.zh} {publication.contact.en}"},
            "license": {"name": publication.licence.name, "url": publication.licence.path},
        },
        "servers": [{"url": ".", "description": "这份文件所在的文件夹。 The folder of this document."}],
        "paths": _paths(known, ledgers),
        "components": {"schemas": {**SHARED, "gone": shapes.GONE}},
    }


def _paths(known: Known, ledgers: Iterable[Ledger]) -> Json:
    own = {
        "/index.json": _get("总目录。 Everything there is.", JSON, shapes.INDEX),
        "/openapi.json": _get("这份说明。 This document.", JSON, {"type": "object", "required": ["openapi", "paths"]}),
        "/datasets/{dataset}.json": _get("一个数据集。 A dataset.", JSON, _or_gone(shapes.DATASET), "dataset"),
        "/areas/{code}.json": _get("一个地区。 An area.", JSON, _or_gone(shapes.AREA), "code"),
        "/releases/index.json": _get("各期。 All releases.", JSON, shapes.RELEASES),
        "/releases/{release}.json": _get("一期。 A release.", JSON, shapes.RELEASE, "release"),
        **_part(
            known, "/indicators/{indicator}", "一个指标的数字。 Figures of an indicator.", shapes.INDICATOR, "indicator"
        ),
        **_part(
            known,
            *(
                "/areas/{code}/{dataset}",
                "一个地区在一个数据集里的数字。 Figures of an area in a dataset.",
                shapes.HOME,
            ),
            *("code", "dataset"),
        ),
    }
    listed = {
        f"/ledgers/{one.name}.json": _get(f"{one.title.zh}。 {one.title.en}.", JSON, shapes.ledger(one.sheet))
        for one in ledgers
    }
    return own | listed


def _part(known: Known, stem: str, said: str, schema: Schema, *names: str) -> Json:
    table, columns = {"type": "string"}, list(known.table.names)
    heads = [str(field["title"]) for field in known.table.fields]
    return {
        f"{stem}.json": _get(said, JSON, _or_gone(schema), *names),
        f"{stem}.csv": _get(f"{said} CSV.", CSV, {**table, "x-columns": columns}, *names),
        f"{stem}.excel.csv": _get(f"{said} CSV for Excel.", CSV, {**table, "x-columns": heads}, *names),
        f"{stem}.txt": _get(f"{said} 筛选说明。 What was filtered.", PLAIN, table, *names),
    }


def _or_gone(schema: Schema) -> Schema:
    return {"anyOf": [schema, of("gone")]}


def _get(said: str, media: str, schema: Schema, *names: str) -> dict[str, Any]:
    parameters = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": NAMES[name][0],
            "schema": {"type": "string", "pattern": NAMES[name][1]},
        }
        for name in names
    ]
    found = {"200": {"description": said, "content": {media: {"schema": schema}}}}
    return {"get": {"summary": said, **({"parameters": parameters} if parameters else {}), "responses": found}}
