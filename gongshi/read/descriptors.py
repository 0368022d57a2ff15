"""Turn descriptors (datapackage.yaml, publication.yaml) into values.

Missing or misshapen parts become empty: their shape is judged by the check, against the JSON Schemas.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from gongshi.read.collection import Dataset, Group, Headline, Licence, Publication, Table, View
from gongshi.read.documents import Document
from gongshi.read.fields import mappings, string, strings, text
from gongshi.read.relations import relation
from gongshi.read.values import Text


def paths(document: Document) -> tuple[str, ...]:
    """The files that a descriptor lists as its tables."""
    return tuple(string(resource, "path") for _, resource in mappings(document.data, "resources"))


def plain_file(name: str) -> bool:
    """Whether this is the name of a CSV file, without any path."""
    return Path(name).name == name and name.endswith(".csv") and not name.startswith(".")


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
        relations=tuple(relation(document, folder, index, item) for index, item in mappings(data, "relations")),
        absent=tuple(text(item, "name") for _, item in mappings(data, "absent")),
        file=document.file,
        themes=strings(data, "themes"),
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
        issues=string(data, "issues"),
        post=text(data, "post"),
        publisher_type=string(data, "publisher_type"),
    )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return date.min
