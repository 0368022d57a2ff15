"""Hold the files of an API against the document that describes them: by its patterns, and to the last member."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator

from gongshi.check.relations import findings
from gongshi.read.catalog import Reading
from gongshi.read.messages import messages
from gongshi.record.timeline import steps
from gongshi.render import api, checks, downloads, releases
from gongshi.render.words import Words

Files = Mapping[str, bytes]


def files(reading: Reading) -> Files:
    """The API of a publication, and everything at the site's root that it leads to besides pages."""
    catalog, made = reading.catalog, steps(reading)
    words = {language: Words(language, messages(language), catalog.units) for language in ("zh", "en")}
    found = findings(catalog)
    derived = {"checks": checks.sheet(catalog, found, words)}
    shared = {**downloads.files(catalog, words["zh"], derived=derived), **releases.files(reading.history, made)}
    known = api.Known(catalog, found, reading.history, made, words, shared)
    return {**shared, **api.files(known)}


def loaded(found: Files, path: str) -> Any:
    """What a JSON file of the API holds."""
    return json.loads(found[f"api/v1/{path}"])


def strict(schema: Any) -> Any:
    """The same schema, refusing members that it does not tell of."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {}
    return {name: strict(value) for name, value in schema.items()} | closed


def described(document: Any, path: str) -> Any:
    """What the document says of a file: an address as it stands before a pattern; none where it says nothing."""
    paths = document["paths"]
    if path in paths:
        return paths[path]
    fitting = [said for pattern, said in paths.items() if "{" in pattern and fits(pattern, said, path)]
    assert len(fitting) < 2, f"{path} fits {len(fitting)} patterns"
    return fitting[0] if fitting else None


def fits(pattern: str, said: Any, path: str) -> bool:
    """Whether a path is of a pattern, with the names in braces as the document allows them."""
    rules = {p["name"]: p["schema"]["pattern"].strip("^$") for p in said["get"]["parameters"]}
    parts = re.split(r"\{(\w+)\}", pattern)
    written = "".join(re.escape(part) if n % 2 == 0 else f"(?:{rules[part]})" for n, part in enumerate(parts))
    return bool(re.fullmatch(written, path))


def faults(found: Files) -> Iterator[str]:
    """How the files of an API differ from what its document says of them."""
    document = loaded(found, "openapi.json")
    shared = strict(document["components"])
    for path, data in found.items():
        if not path.startswith("api/v1/"):
            continue
        name = path.removeprefix("api/v1")
        said = described(document, name)
        if not said:
            yield f"{name}: no pattern"
            continue
        ((media, content),) = said["get"]["responses"]["200"]["content"].items()
        if media == "application/json":
            validator = Draft202012Validator({**strict(content["schema"]), "components": shared})
            yield from (
                f"{name}: {error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(data))
            )
        elif media == "text/csv":
            header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
            if header != content["schema"]["x-columns"]:
                yield f"{name}: {header}"


def links(value: Any, name: str = "") -> Iterator[str]:
    """Every link in what a JSON file holds, by the names of members that are links; cells of tables hold none."""
    if name == "cells":
        return
    if isinstance(value, dict):
        for key, held in value.items():
            yield from links(held, key)
    elif isinstance(value, list):
        for held in value:
            yield from links(held, name)
    elif isinstance(value, str) and name in LINKS:
        yield value


LINKS = (
    *("index", "home", "home_en", "help", "help_en", "now", "now_en", "json", "csv", "excel", "readme", "file"),
    *("openapi", "releases", "manifest", "signature"),
)
