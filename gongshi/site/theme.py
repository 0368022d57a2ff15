"""Turn the theme's files into what pages need: a Jinja environment, and the static files of the site."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gongshi.render import hashed
from gongshi.site import addresses

THEME: Final = Path(__file__).resolve().parents[2] / "theme"
LAYERS: Final = ("reset", "tokens", "base", "layout", "components", "print")
EMBED_LAYERS: Final = ("tokens", "embed")
ENVIRONMENT: Final[Mapping[str, Any]] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


def environment(translate: Callable[..., str]) -> Environment:
    """The templates of this theme and of no other, with messages as the filter `t`."""
    made = Environment(loader=FileSystemLoader(THEME / "templates"), **ENVIRONMENT)
    made.filters["t"] = translate
    # Chinese as it is; signs that could end a script element are escaped all the same.
    made.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    return made


def stylesheet() -> str:
    """All layers as one stylesheet, in the order that decides which of them wins; comments stay at home."""
    return _sheet(LAYERS)


def _sheet(layers: tuple[str, ...]) -> str:
    parts = [(THEME / "static" / "css" / f"{layer}.css").read_text(encoding="utf-8") for layer in layers]
    lines = re.sub(r"/\*.*?\*/", "", "".join(parts), flags=re.DOTALL).splitlines()
    return "\n".join([f"@layer {', '.join(layers)};", *(line.strip() for line in lines if line.strip()), ""])


@cache
def _contents() -> Mapping[str, bytes]:
    """The static files by the names that this program knows them by."""
    names = (addresses.SCRIPT, addresses.COPIER, addresses.VERIFIER, addresses.NOTICES_SCRIPT, addresses.ICON)
    sheets = {addresses.STYLE: stylesheet(), addresses.EMBED_STYLE: _sheet(EMBED_LAYERS)}
    files = {name: (THEME / name).read_bytes() for name in names}
    return {**{name: sheet.encode() for name, sheet in sheets.items()}, **files}


def published(name: str) -> str:
    """Where a static file stands: its hash is part of its name. KeyError where there is none of that name."""
    return hashed.name(name, _contents()[name])


def assets() -> Mapping[str, bytes]:
    """The static files by their path from the site's root."""
    return {published(name): data for name, data in _contents().items()}
