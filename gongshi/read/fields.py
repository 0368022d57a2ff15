"""Take the parts of a description; what is missing or misshapen becomes empty."""

from collections.abc import Mapping
from typing import Any

from gongshi.read.values import Text


def string(data: Any, key: str) -> str:
    """The string under `key`; "" where there is none."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return value if isinstance(value, str) else ""


def strings(data: Any, key: str) -> tuple[str, ...]:
    """The strings of the list under `key`."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def mappings(data: Any, key: str) -> tuple[tuple[int, Mapping[str, Any]], ...]:
    """The mappings of the list under `key`, each with its index."""
    value = data.get(key) if isinstance(data, Mapping) else None
    items = enumerate(value) if isinstance(value, list) else ()
    return tuple((index, item) for index, item in items if isinstance(item, Mapping))


def text(data: Any, key: str) -> Text:
    """The phrase under `key` and `key_en`."""
    return Text(string(data, key), string(data, f"{key}_en"))
