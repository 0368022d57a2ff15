"""Turn datasets into Data Packages (v2): one for each dataset, one for the whole edition."""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import simplejson

from gongshi.read.collection import Catalog, Dataset, Licence
from gongshi.read.values import Text
from gongshi.render import notices, releases
from gongshi.render.tables import Sheet

PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
# What the tables that belong to no dataset are called.
TITLES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "figures": Text("全部数字", "All figures"),
        "notices": notices.TITLE,
        "checks": Text("核对结果", "Results of the checks"),
        "releases": releases.TITLE,
    }
)


def dataset(made: Dataset, catalog: Catalog, files: Mapping[str, bytes]) -> bytes:
    """datapackage.json of one dataset; `files` are the downloads by path. Keys into other datasets are left out."""
    resources = [
        _resource(t.name, f"{t.name}.csv", files[f"data/{made.name}/{t.name}.csv"], t.title, _alone(t.schema))
        for t in made.tables
    ]
    head = _head(made.name, made.title, made.description, catalog)
    head["keywords"] = list(made.keywords["zh"] + made.keywords["en"])
    head["licenses"] = [_licence(item) for item in made.licences]
    sources = {"sources": _sources(made.sources, catalog)} if made.sources else {}
    return _bytes(head | sources | {"resources": resources})


def edition(catalog: Catalog, files: Mapping[str, bytes], sheets: Mapping[str, Sheet]) -> bytes:
    """datapackage.json of the whole edition, with every table, the keys between them, and the tables by themselves:
    all figures in one, and what was worked out of them."""
    resources = [
        _resource(t.resource, f"{d.name}/{t.name}.csv", files[f"data/{d.name}/{t.name}.csv"], t.title, t.schema)
        for d in catalog.datasets
        for t in d.tables
    ]
    for name, sheet in sheets.items():
        resources.append(_resource(name, f"{name}.csv", files[f"data/{name}.csv"], TITLES[name], schema(sheet)))
    publication = catalog.publication
    head = _head("gongshi", publication.title, publication.notice, catalog)
    return _bytes(head | {"sources": _sources(tuple(catalog.sources), catalog), "resources": resources})


def schema(sheet: Sheet) -> dict[str, Any]:
    """The Table Schema of a table that belongs to no dataset: its first column is its key."""
    return {"fields": list(sheet.fields), "missingValues": [""], "primaryKey": [sheet.names[0]]}


def _head(name: str, title: Text, description: Text, catalog: Catalog) -> dict[str, Any]:
    publication = catalog.publication
    return {
        "$schema": PROFILE,
        "name": name,
        "title": title.zh,
        "title_en": title.en,
        "description": description.zh,
        "description_en": description.en,
        "version": f"{publication.edition}.0.0",
        "created": f"{publication.issued.isoformat()}T00:00:00Z",
        "licenses": [_licence(publication.licence)],
        "contributors": [{"title": publication.publisher.zh, "roles": ["publisher"]}],
    }


def _licence(licence: Licence) -> dict[str, str]:
    return {"name": licence.name, "title": licence.title.zh, "title_en": licence.title.en, "path": licence.path}


def _sources(ids: tuple[str, ...], catalog: Catalog) -> list[dict[str, str]]:
    listed = []
    for source in (catalog.sources[id_] for id_ in ids):
        entry = {"title": source.title.zh, "title_en": source.title.en, "version": source.published}
        listed.append({key: value for key, value in entry.items() if value})
    return listed


def _resource(name: str, path: str, data: bytes, title: Text, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "title": title.zh,
        "title_en": title.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _alone(schema: Mapping[str, Any]) -> dict[str, Any]:
    own = [key for key in schema.get("foreignKeys", []) if not key["reference"]["resource"]]
    rest = {key: value for key, value in schema.items() if key != "foreignKeys"}
    return rest | ({"foreignKeys": own} if own else {})


def _bytes(package: Mapping[str, Any]) -> bytes:
    return (simplejson.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
