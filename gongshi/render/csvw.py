"""Describe a CSV as the W3C asks (CSV on the Web): what its columns are, their types, its key, its terms of reuse."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import simplejson

from gongshi.errors import LANGUAGES
from gongshi.read.collection import Licence, Publication
from gongshi.read.values import Text

CONTEXT: Final = ("http://www.w3.org/ns/csvw", {"@language": "zh"})
# Where programs look for it, by the standard: the name of the CSV, and this behind it.
ENDING: Final = "-metadata.json"
TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{"string": "string", "number": "decimal", "integer": "integer", "boolean": "boolean"},
        **{"date": "date", "datetime": "dateTime", "time": "time", "year": "gYear", "yearmonth": "gYearMonth"},
    }
)
# What a Table Schema says of a column, as CSVW says it of the column's type.
LIMITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{"minLength": "minLength", "maxLength": "maxLength", "pattern": "format"},
        **{"minimum": "minimum", "maximum": "maximum"},
    }
)


def described(path: str, title: Text, schema: Mapping[str, Any], licence: Licence, by: Publication) -> dict[str, bytes]:
    """The description of the CSV at `path`, by its own path; `schema` is its Table Schema."""
    made = {
        "@context": list(CONTEXT),
        "url": path.rpartition("/")[2],
        "dc:title": _both(title),
        "dc:publisher": _both(by.publisher),
        "dc:issued": {"@value": by.issued.isoformat(), "@type": "xsd:date"},
        "dc:license": {"@id": licence.path},
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
        "tableSchema": _schema(schema),
    }
    return {f"{path}{ENDING}": (simplejson.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def _schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Columns and key; keys into other tables are left out, since this description stands alone."""
    made: dict[str, Any] = {"columns": [_column(field) for field in schema["fields"]]}
    key = schema.get("primaryKey", ())
    return made | ({"primaryKey": _names(key)} if key else {})


def _names(key: str | Sequence[str]) -> list[str]:
    return [key] if isinstance(key, str) else list(key)


def _column(field: Mapping[str, Any]) -> dict[str, Any]:
    """A column under its name, which is also its head in the file; what readers call it stands beside that."""
    made = {"name": field["name"], "titles": field["name"], "datatype": _type(field)}
    for term, key in (("dc:title", "title"), ("dc:description", "description")):
        text = Text(str(field.get(key, "")), str(field.get(f"{key}_en", "")))
        made |= {term: _both(text)} if text.zh or text.en else {}
    return made | ({"required": True} if field.get("constraints", {}).get("required") else {})


def _type(field: Mapping[str, Any]) -> str | dict[str, Any]:
    base, rules = TYPES.get(field.get("type", "string"), "string"), field.get("constraints", {})
    limits = {name: rules[key] for key, name in LIMITS.items() if key in rules}
    if base != "string":
        limits.pop("format", None)  # which would be a pattern of digits there, in another notation
    elif "enum" in rules:
        limits["format"] = f"^({'|'.join(map(_escaped, rules['enum']))})$"
    return {"base": base, **limits} if limits else base


def _escaped(choice: str) -> str:
    """A word as a regular expression (of ECMAScript, as the standard says) that matches it alone."""
    return "".join(f"\\{sign}" if sign in r"\^$.*+?()[]{}|" else sign for sign in choice)


def _both(text: Text) -> list[dict[str, str]]:
    return [{"@value": text[language], "@language": language} for language in LANGUAGES if text[language]]
