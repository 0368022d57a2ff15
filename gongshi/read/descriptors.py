"""Turn descriptors (datapackage.yaml, publication.yaml) into values.

Missing or misshapen parts become empty: their shape is judged by the check, against the JSON Schemas.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from gongshi.read.collection import Dataset, Group, Headline, Licence, Publication, Relation, Table, View
from gongshi.read.documents import Document
from gongshi.read.values import Text


def string(data: Any, key: str) -> str:
    """The string under `key`; "" where there is none."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return value if isinstance(value, str) else ""


def strings(data: Any, key: str) -> tuple[str, ...]:
    """The strings of the list under `key`."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def mappings(data: Any, key: str) -> tuple[tuple[int, Mapping[str, Any]], ...]:
    """The mappings of the list under `key`, each with its index."""
    value = data.get(key) if isinstance(data, Mapping) else None
    items = enumerate(value) if isinstance(value, list) else ()
    return tuple((index, item) for index, item in items if isinstance(item, Mapping))


def paths(document: Document) -> tuple[str, ...]:
    """The files that a descriptor lists as its tables."""
    return tuple(string(resource, "path") for _, resource in mappings(document.data, "resources"))


def plain_file(name: str) -> bool:
    """Whether this is the name of a CSV file, without any path."""
    return Path(name).name == name and name.endswith(".csv") and not name.startswith(".")


def text(data: Any, key: str) -> Text:
    """The phrase under `key` and `key_en`."""
    return Text(string(data, key), string(data, f"{key}_en"))


def licence(data: Any) -> Licence:
    """Terms of reuse from a mapping with name, title and path."""
    return Licence(string(data, "name"), text(data, "title"), string(data, "path"))


def dataset(document: Document, folder: str, tables: tuple[Table, ...]) -> Dataset:
    """A dataset from its descriptor and its tables; `folder` is its name."""
    data = document.data
    return Dataset(
        name=folder,
        kind=string(data, "kind"),
        title=text(data, "title"),
        description=text(data, "description"),
        keywords={"zh": strings(data, "keywords"), "en": strings(data, "keywords_en")},
        licences=tuple(licence(item) for _, item in mappings(data, "licenses")),
        sources=strings(data, "sources"),
        tables=tables,
        views=tuple(_view(document, folder, index, item) for index, item in mappings(data, "views")),
        relations=tuple(_relation(document, folder, index, item) for index, item in mappings(data, "relations")),
        absent=tuple(text(item, "name") for _, item in mappings(data, "absent")),
        file=document.file,
    )


def _view(document: Document, folder: str, index: int, data: Mapping[str, Any]) -> View:
    groups = tuple(Group(text(item, "name"), strings(item, "figures")) for _, item in mappings(data, "groups"))
    single = strings(data, "figures")
    chosen = data.get("select")
    return View(
        id=string(data, "id"),
        dataset=folder,
        kind=string(data, "kind"),
        groups=(Group(Text("", ""), single), *groups) if single else groups,
        select={k: v for k, v in chosen.items() if isinstance(v, str)} if isinstance(chosen, Mapping) else {},
        whole=string(data, "whole") or None,
        label=string(data, "label"),
        title=text(data, "title"),
        measure=text(data, "measure"),
        reading=text(data, "reading"),
        place=document.place("views", index),
    )


def _relation(document: Document, folder: str, index: int, data: Mapping[str, Any]) -> Relation:
    kinds = [kind for kind in ("conflict", "sum", "product") if kind in data]
    kind = kinds[0] if len(kinds) == 1 else ""
    return Relation(
        id=string(data, "id"),
        dataset=folder,
        kind=kind,
        title=text(data, "title"),
        terms=strings(data, kind),
        total=string(data, "equals") or None,
        explanation=text(data, "explanation"),
        place=document.place("relations", index),
    )


def publication(document: Document) -> Publication:
    """The publication from publication.yaml."""
    data = document.data
    headlines = tuple(
        Headline(string(item, "figure"), text(item, "sentence"), document.place("headlines", index))
        for index, item in mappings(data, "headlines")
    )
    return Publication(
        title=text(data, "title"),
        tagline=text(data, "tagline"),
        claim=text(data, "claim"),
        lead=text(data, "lead"),
        notice=text(data, "notice"),
        kind=string(data, "kind"),
        publisher=text(data, "publisher"),
        contact=text(data, "contact"),
        email=string(data, "email"),
        licence=licence(data.get("licence") if isinstance(data, Mapping) else None),
        languages=strings(data, "languages"),
        address=string(data, "address"),
        edition=string(data, "edition"),
        issued=_day(string(data, "issued")),
        headlines=headlines,
        charts=strings(data, "charts"),
        topics=strings(data, "topics"),
    )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return date.min
