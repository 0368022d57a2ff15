"""Turn a publication into the file that leads to all others of the API, and each area into one that leads onward."""

from collections.abc import Iterable
from typing import Final

from gongshi.read.values import Area
from gongshi.record.remains import Home
from gongshi.render.api import registers
from gongshi.render.api.known import ROOT, VERSION, Json, Known, both, head, link, page
from gongshi.render.api.registers import Ledger
from gongshi.render.feeds import urn

HERE: Final = f"{ROOT}index.json"
Homes = Iterable[Home]


def index(known: Known, homes: Homes, ledgers: Iterable[Ledger]) -> Json:
    """The JSON that lists every dataset, indicator, area, ledger and release."""
    publication, catalog = known.catalog.publication, known.catalog
    return {
        **head(known, HERE, publication.title),
        **page(known, HERE, "./"),
        **page(known, HERE, "api/", "help"),
        "version": VERSION,
        "address": publication.address or None,
        **both("notice", publication.notice),
        "openapi": "openapi.json",
        "datasets": [_dataset(one.name, known) for one in catalog.datasets],
        "indicators": [registers.indicator(known, HERE, name) for name in sorted(catalog.indicators)],
        "areas": [_area(HERE, one) for _, one in sorted(catalog.areas.items())],
        "parts": [registers.home(known, HERE, pair) for pair in homes],
        "ledgers": [registers.listed(HERE, one) for one in ledgers],
        "releases": "releases/index.json",
    }


def area(known: Known, made: Area, homes: Homes) -> Json:
    """The JSON of an area: where it belongs, what lies below it, and what there is of it."""
    here, code, catalog = f"{ROOT}areas/{made.code}.json", made.code, known.catalog
    return {
        **head(known, here, made.name),
        **page(known, here, f"areas/{code}/"),
        "code": code,
        "urn": urn("area", code),
        "level": made.level,
        "parent": made.parent,
        "valid_from": made.valid_from.isoformat() if made.valid_from else None,
        "valid_to": made.valid_to.isoformat() if made.valid_to else None,
        "children": [_area(here, child) for child in catalog.children(code)],
        "parts": [registers.home(known, here, pair) for pair in homes if pair[0] == code],
        "commitments": sorted(one.id for one in catalog.commitments.values() if one.area == code),
        "notices": sorted(one.slug for one in catalog.notices.values() if one.area == code),
    }


def _dataset(name: str, known: Known) -> Json:
    made = known.catalog.dataset(name)
    return {
        "id": name,
        **both("title", made.title),
        "kind": made.kind,
        "json": link(HERE, f"{ROOT}datasets/{name}.json"),
    }


def _area(here: str, made: Area) -> Json:
    return {"code": made.code, **both("title", made.name), "json": link(here, f"{ROOT}areas/{made.code}.json")}
