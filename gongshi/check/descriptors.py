"""Check descriptors against the JSON Schemas of schemas/, and what those cannot say."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError

from gongshi.errors import Place, Problem
from gongshi.read.catalog import Reading
from gongshi.read.documents import Document, text_of
from gongshi.read.values import Dataset


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Faults of publication.yaml and of every datapackage.yaml."""
    found: list[Problem] = []
    front, *descriptors = reading.documents
    found += _against(front, "publication", reading)
    for document in descriptors:
        found += _against(document, "descriptor", reading)
    for document, dataset in zip(descriptors, reading.catalog.datasets, strict=True):
        found += _names(document, dataset)
        found += _sources(document, dataset, reading)
    return tuple(found)


def _against(document: Document, name: str, reading: Reading) -> list[Problem]:
    if not document.lines:
        return []
    file = f"schemas/{name}.schema.json"
    text, found = text_of(reading.root / file, file)
    if found:
        return found
    try:
        schema = json.loads(text)
        Draft202012Validator.check_schema(schema)
    except (json.JSONDecodeError, SchemaError) as error:
        reason = str(error).splitlines()[0]
        return [Problem("schema-invalid", Place(file), details={"reason": reason})]
    errors = Draft202012Validator(schema).iter_errors(document.data)
    return [p for error in errors for p in _translate(error, document)]


def _translate(error: ValidationError, document: Document) -> Iterable[Problem]:
    key = tuple(error.absolute_path)
    name = ".".join(map(str, key)) or "–"
    place = document.place(*key)
    if error.validator == "required":
        missing = [n for n in error.validator_value if n not in error.instance]
        return [Problem("descriptor-missing", place, n) for n in missing]
    if error.validator == "additionalProperties":
        allowed = ", ".join(sorted(error.schema["properties"]))
        surplus = [n for n in error.instance if n not in error.schema["properties"]]
        return [Problem("descriptor-unknown", document.place(*key, n), n, {"allowed": allowed}) for n in surplus]
    value = error.instance if isinstance(error.instance, str) else json.dumps(error.instance, ensure_ascii=False)
    return [Problem("descriptor-value", place, value, {"key": name, "expected": _expected(error)})]


def _expected(error: ValidationError) -> str:
    wanted: Mapping[str, Any] = error.schema
    if error.validator == "enum":
        return " | ".join(map(str, wanted["enum"]))
    if error.validator == "oneOf":
        return "conflict: [a, b] | sum: [a, b] + equals: c | product: [a, b] + equals: c"
    return f"{error.validator} {error.validator_value}"


def _names(document: Document, dataset: Dataset) -> list[Problem]:
    found = []
    name = document.data.get("name") if isinstance(document.data, Mapping) else None
    if isinstance(name, str) and name != dataset.name:
        found.append(Problem("descriptor-name", document.place("name"), name, {"folder": dataset.name}))
    listed = {
        "views": [view.id for view in dataset.views],
        "relations": [relation.id for relation in dataset.relations],
        "resources": [table.name for table in dataset.tables],
    }
    for key, names in listed.items():
        for index, double in _doubled(names):
            details = {"other": f"{dataset.file} ({key})"}
            found.append(Problem("id-double", document.place(key, index), double, details))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", dataset.name):
        details = {"key": "datasets/", "expected": "a-z 0-9 -"}
        found.append(Problem("descriptor-value", Place(dataset.file), dataset.name, details))
    return found


def _doubled(names: list[str]) -> list[tuple[int, str]]:
    counts = Counter(names)
    return [(i, name) for i, name in enumerate(names) if counts[name] > 1 and name in names[:i]]


def _sources(document: Document, dataset: Dataset, reading: Reading) -> list[Problem]:
    known = reading.catalog.sources
    unknown = [source for source in dataset.sources if known and source not in known]
    details = {"known": ", ".join(sorted(known))}
    found = [Problem("descriptor-source-unknown", document.place("sources"), source, details) for source in unknown]
    used = {f.source for f in reading.catalog.figures.values() if f.dataset == dataset.name}
    if used and not unknown and dataset.sources and set(dataset.sources) != used:
        listed, expected = ", ".join(sorted(dataset.sources)), ", ".join(sorted(used))
        found.append(Problem("descriptor-sources", document.place("sources"), listed, {"expected": expected}))
    return found
