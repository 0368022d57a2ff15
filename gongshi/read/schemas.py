"""Read the Table Schemas of a publication, and let pass only what the form of a schema allows.

The form is the engine's own: a publication may describe its columns, and may not bring rules that this program
cannot say in words, such as patterns of its own.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from gongshi.errors import Place, Problem
from gongshi.read.documents import json_of

FORMS: Final = Path(__file__).resolve().parents[2] / "schemas"


def _pattern(_: Any, wanted: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """The keyword `pattern`, with `$` at the very end: Python's own lets a line break follow."""
    if isinstance(instance, str) and ("\n" in instance or not re.search(wanted, instance)):
        yield ValidationError(f"{instance!r} does not match {wanted!r}")


Misfit: TypeAlias = ValidationError
VALIDATOR: Final = validators.extend(Draft202012Validator, {"pattern": _pattern})


def misfits(form: str, data: Any) -> Iterable[Misfit]:
    """Where a description is not of its form (publication, descriptor, rules, table), which is always the engine's."""
    schema = json.loads((FORMS / f"{form}.schema.json").read_text(encoding="utf-8"))
    found: Iterable[Misfit] = VALIDATOR(schema).iter_errors(data)
    return found


def of_form(form: str, data: bytes) -> Mapping[str, Any]:
    """What JSON bytes hold; nothing where they are no JSON or not of their form."""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return {} if any(True for _ in misfits(form, read)) else read


def schemas(root: Path, columns: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Every Table Schema under schemas/ by its name, and what is wrong with them.

    `columns` are those that a schema must have, by its name; where it cannot be used a bare one stands for it.
    """
    made: dict[str, dict[str, Any]] = {name: bare(wanted) for name, wanted in columns.items()}
    listed = sorted(p.name for p in (root / "schemas").glob("*.json") if not p.name.endswith(".schema.json"))
    problems: list[Problem] = []
    for name in (*listed, *(f"{name}.json" for name in columns if f"{name}.json" not in listed)):
        stem, file = name.removesuffix(".json"), f"schemas/{name}"
        data, found = json_of(root / file, file)
        found = found or _faults(data, file, columns.get(stem, ()))
        problems += found
        made[stem] = bare(columns.get(stem, ())) if found else data
    return made, problems


def bare(columns: tuple[str, ...]) -> dict[str, Any]:
    """A schema that says nothing of its columns but their names."""
    return {"fields": [{"name": column, "type": "string"} for column in columns]}


def _faults(schema: Any, file: str, columns: tuple[str, ...]) -> list[Problem]:
    reason = _misshapen(schema) or _mismatched(schema, columns)
    return [Problem("schema-invalid", Place(file), details={"reason": reason})] if reason else []


def _misshapen(schema: Any) -> str:
    """The first place of a schema that its form does not allow."""
    places = sorted(".".join(map(str, error.absolute_path)) or "–" for error in misfits("table", schema))
    return places[0] if places else ""


def _mismatched(schema: Mapping[str, Any], columns: tuple[str, ...]) -> str:
    """The columns that a schema lacks, has twice, or takes for a key without having them."""
    names = [field["name"] for field in schema["fields"]]
    keys = [*schema.get("primaryKey", []), *(key["fields"][0] for key in schema.get("foreignKeys", []))]
    wrong = [name for name in (*columns, *keys) if name not in names] + [n for n in names if names.count(n) > 1]
    return f"fields: {', '.join(dict.fromkeys(wrong))}" if wrong else ""
