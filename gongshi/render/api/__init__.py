"""Turn a publication into its API, version 1: files at addresses that can be told beforehand, no server behind them."""

from collections.abc import Mapping

import simplejson

from gongshi.record.remains import Home
from gongshi.render.api import directory, figures, gone, openapi, parts, registers, releases
from gongshi.render.api.known import ROOT, Json, Known

__all__ = ["ROOT", "Known", "files"]


def files(known: Known) -> dict[str, bytes]:
    """Every file of the API by its path under the site's root."""
    catalog, homes = known.catalog, parts.homes(known)
    ledgers = registers.ledgers(known)
    made = {
        **gone.files(known, homes),
        f"{ROOT}index.json": directory.index(known, homes, ledgers),
        f"{ROOT}openapi.json": openapi.document(known, ledgers),
        releases.INDEX: releases.index(known),
        **releases.files(known),
        **{
            f"{ROOT}datasets/{one.name}.json": registers.dataset(known, one, homes, ledgers) for one in catalog.datasets
        },
        **{f"{ROOT}areas/{code}.json": directory.area(known, one, homes) for code, one in catalog.areas.items()},
        **{one.here: registers.ledger(known, one) for one in ledgers},
    }
    found = _parts(known, homes)
    return {**gone.tables(known, homes, found), **{path: _bytes(content) for path, content in made.items()}, **found}


def _parts(known: Known, homes: Mapping[Home, tuple[str, ...]]) -> dict[str, bytes]:
    catalog = known.catalog
    made: dict[str, bytes] = {}
    histories = figures.histories(known.steps, catalog.corrections.values())
    for indicator in catalog.indicators.values():
        part = parts.of_indicator(known, indicator)
        made |= _files(known, part, parts.indicator(known, part, indicator, histories))
    for (area, name), former in homes.items():
        part = parts.of_home(known, area, catalog.dataset(name))
        made |= _files(known, part, parts.home(known, part, former, histories))
    return made


def _files(known: Known, part: parts.Part, content: Json) -> dict[str, bytes]:
    made = {part.here: _bytes(content), **parts.tables(known, part)}
    return {**made, f"{part.stem}.txt": parts.readme(known, part, made)}


def _bytes(content: Json) -> bytes:
    return (simplejson.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
