"""Check descriptors against the JSON Schemas of their form, and what those cannot say."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from gongshi.check import promises
from gongshi.check.expectations import DAY, expected
from gongshi.errors import Place, Problem
from gongshi.read.catalog import LEDGERS, REGISTERS, Reading
from gongshi.read.collection import Dataset
from gongshi.read.descriptors import plain_file
from gongshi.read.documents import Document
from gongshi.read.fields import string
from gongshi.read.schemas import Misfit, misfits
from gongshi.read.values import Text

KINDS: Final = ("topic", "register")
# So many characters a description must have to be found by search engines, and to be one at all (by its schema).
LEAST: Final = 50
STATED: Final = 20


def problems(reading: Reading) -> tuple[Problem, ...]:
    """Faults of publication.yaml, of every datapackage.yaml, of the rules and of the addresses promised."""
    found: list[Problem] = []
    front, *descriptors = reading.documents
    found += [*_against(front, "publication"), *_issued(front), *_against(reading.profile, "rules")]
    found += [*_against(reading.addresses, "addresses"), *promises.problems(reading.addresses)]
    for document in descriptors:
        found += _against(document, "descriptor")
    for document, dataset in zip(descriptors, reading.catalog.datasets, strict=True):
        found += _names(document, dataset)
        found += _short(document)
        found += _sources(document, dataset, reading)
    return tuple(found)


def _against(document: Document, form: str) -> list[Problem]:
    if not document.lines:
        return []
    return [problem for error in misfits(form, document.data) for problem in _translate(error, document)]


def _translate(error: Misfit, document: Document) -> Iterable[Problem]:
    key = tuple(error.absolute_path)
    name = ".".join(map(str, key)) or "–"
    place = document.place(*key)
    if error.validator == "required":
        missing = [n for n in error.validator_value if n not in error.instance]
        return [Problem("descriptor-missing", place, n) for n in missing]
    if error.validator == "additionalProperties":
        allowed = ", ".join(sorted(error.schema.get("properties", {})))
        surplus = [n for n in error.instance if n not in error.schema.get("properties", {})]
        return [Problem("descriptor-unknown", document.place(*key, n), n, {"allowed": allowed}) for n in surplus]
    if key[::2] == ("resources", "path") and not plain_file(str(error.instance)):
        return []  # reported on reading: the file is outside
    value = error.instance if isinstance(error.instance, str) else json.dumps(error.instance, ensure_ascii=False)
    return [_value(place, value, name, expected(error))]


def _issued(front: Document) -> list[Problem]:
    written = string(front.data, "issued")
    try:
        date.fromisoformat(written)
    except ValueError:
        return [_value(front.place("issued"), written, "issued", DAY)] if written else []
    return []


def _value(place: Place, value: str, key: str, wanted: Text) -> Problem:
    details = {"key": key, "expected": wanted.zh, "expected_en": wanted.en}
    return Problem("descriptor-value", place, value, details)


def _short(document: Document) -> list[Problem]:
    """Descriptions that search engines for datasets would not take; one that is no description at all is told so."""
    texts = {key: string(document.data, key) for key in ("description", "description_en")}
    return [
        Problem(
            "descriptor-short", document.place(key), text, {"key": key, "length": str(len(text)), "least": str(LEAST)}
        )
        for key, text in texts.items()
        if STATED <= len(text) < LEAST
    ]


def _names(document: Document, dataset: Dataset) -> list[Problem]:
    found = []
    name = string(document.data, "name")
    kind = "register" if dataset.name in (*REGISTERS, *LEDGERS) else "topic"
    if name and name != dataset.name:
        found.append(Problem("descriptor-name", document.place("name"), name, {"folder": dataset.name}))
    if dataset.kind in KINDS and dataset.kind != kind:
        found.append(_value(document.place("kind"), dataset.kind, "kind", Text(kind, kind)))
    listed = {
        "views": [view.id for view in dataset.views],
        "resources": [table.name for table in dataset.tables],
    }
    for key, names in listed.items():
        for index, double in _doubled(names):
            details = {"other": f"{dataset.file} ({key})"}
            found.append(Problem("id-double", document.place(key, index), double, details))
    return found + _files(document, dataset)


def _files(document: Document, dataset: Dataset) -> list[Problem]:
    """Files that two tables of different names claim."""
    names = [table.name for table in dataset.tables]
    files = [table.file.rpartition("/")[2] for table in dataset.tables]
    return [
        Problem("table-double", document.place("resources", index, "path"), file)
        for index, file in _doubled(files)
        if names.count(names[index]) == 1
    ]


def _doubled(names: list[str]) -> list[tuple[int, str]]:
    counts = Counter(names)
    return [(i, name) for i, name in enumerate(names) if counts[name] > 1 and name in names[:i]]


def _sources(document: Document, dataset: Dataset, reading: Reading) -> list[Problem]:
    known = reading.catalog.sources
    unknown = [source for source in dataset.sources if source not in known and reading.lacks(source)]
    details = {"known": ", ".join(sorted(known))}
    found = [Problem("descriptor-source-unknown", document.place("sources"), source, details) for source in unknown]
    used = {f.source for f in reading.catalog.figures.values() if f.dataset == dataset.name}
    if used and used <= set(known) and not unknown and dataset.sources and set(dataset.sources) != used:
        listed, expected = ", ".join(sorted(dataset.sources)), ", ".join(sorted(used))
        found.append(Problem("descriptor-sources", document.place("sources"), listed, {"expected": expected}))
    return found
