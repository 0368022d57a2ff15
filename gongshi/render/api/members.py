"""Say which names of fields a site publishes beside those of its tables: members of JSON, columns of derived sheets."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from gongshi.render.api.known import ROOT

DOCUMENT: Final = f"{ROOT}openapi.json"
SHEET: Final = re.compile(r"data/[a-z0-9-]+\.csv")
LEDGER: Final = "/ledgers/"
# Their own names are those of columns, which are promised with their tables.
CELLS: Final = "cells"
# Files for Excel have titles for people over their columns; programs read those beside them.
LABELLED: Final = ".excel.csv"


def made(files: Mapping[str, bytes]) -> Mapping[str, tuple[str, ...]]:
    """The fields by what holds them: a file, a pattern of files, or an object that stands in several files.

    A member within another is written with a dot between: tables.columns.name. `files` are those of a site by path.
    """
    found: dict[str, tuple[str, ...]] = {}
    if DOCUMENT in files:
        document = json.loads(files[DOCUMENT])
        found |= {name: tuple(_members(held)) for name, held in document["components"]["schemas"].items()}
        for path, said in document["paths"].items():
            if path.endswith(LABELLED):
                continue
            (content,) = said["get"]["responses"]["200"]["content"].values()
            # All ledgers are alike but for their cells.
            pattern = f"{LEDGER}{{ledger}}.json" if path.startswith(LEDGER) else path
            found[ROOT + pattern.removeprefix("/")] = tuple(_members(content["schema"]))
    sheets = {path: data for path, data in files.items() if SHEET.fullmatch(path)}
    found |= {path: tuple(next(csv.reader(io.StringIO(data.decode("utf-8"))))) for path, data in sheets.items()}
    return {name: fields for name, fields in sorted(found.items()) if fields}


def _members(schema: Mapping[str, Any], within: str = "") -> Iterator[str]:
    """The members that a schema tells of, those of others that it names left out, and the columns of a CSV."""
    yield from schema.get("x-columns", ())
    for name, held in schema.get("properties", {}).items():
        yield f"{within}{name}"
        if name != CELLS:
            yield from _members(held, f"{within}{name}.")
    for held in (*([schema["items"]] if "items" in schema else ()), *schema.get("anyOf", ())):
        yield from _members(held, within)
