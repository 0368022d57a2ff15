"""Check what becomes part of addresses and file names, whatever a publication's own schemas say of it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read import limits
from gongshi.read.catalog import Reading
from gongshi.read.collection import Catalog
from gongshi.read.ledgers import Correction, Duty, Objection, Obligation
from gongshi.read.values import Commitment, Figure, Indicator, Scope, Source

NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE: Final = re.compile(r"[0-9]{6}")
ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9][^\s<>\"'\\^`{|}]*")
# Names that the downloads take themselves, and those that Windows keeps for devices: no archive with such a file
# can be unpacked there.
DEVICES: Final = (
    *("con", "prn", "aux", "nul"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
)
KEPT: Final = ("datapackage", *DEVICES)

Named = tuple[str, Place]
Identified = Figure | Scope | Source | Indicator | Commitment | Correction | Objection | Obligation | Duty


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Ids, names and web addresses that no page, file or link can carry."""
    rows = [name for name in _rows(reading.catalog) if not is_name(name[0])]
    # What else is wrong with a name in a description is said by the form of descriptions.
    described = [name for name in _described(reading.catalog) if NAME.fullmatch(name[0]) and not is_name(name[0])]
    found = [Problem("name-unfit", place, name, {"most": str(limits.NAME)}) for name, place in (*rows, *described)]
    return (*found, *_codes(reading), *_addresses(reading))


def _rows(catalog: Catalog) -> Iterator[Named]:
    registers: tuple[Iterable[Identified], ...] = (
        catalog.figures.values(),
        catalog.scopes.values(),
        catalog.sources.values(),
        catalog.indicators.values(),
        catalog.commitments.values(),
        catalog.corrections.values(),
        catalog.objections.values(),
        catalog.obligations.values(),
        catalog.duties.values(),
    )
    return ((item.id, item.place) for register in registers for item in register if item.id)


def _described(catalog: Catalog) -> Iterator[Named]:
    yield from ((view.id, view.place) for view in catalog.views)
    yield from ((relation.id, relation.place) for relation in catalog.relations)
    for dataset in catalog.datasets:
        yield from ((name, Place(dataset.file)) for name in (dataset.name, *(table.name for table in dataset.tables)))


def is_name(name: str) -> bool:
    """Whether this may stand in an address and in a file name of every system."""
    return bool(NAME.fullmatch(name)) and len(name) <= limits.NAME and name not in KEPT


def _codes(reading: Reading) -> Iterator[Problem]:
    codes = (area for area in reading.catalog.areas.values() if area.code)
    return (Problem("area-code", area.place, area.code) for area in codes if not CODE.fullmatch(area.code))


def _addresses(reading: Reading) -> Iterator[Problem]:
    for source in reading.catalog.sources.values():
        if source.address and not ADDRESS.fullmatch(source.address):
            yield Problem("address-unfit", reading.at(source.place, "address"), source.address)
