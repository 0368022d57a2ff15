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
    return made


def stylesheet() -> str:
    """All layers as one stylesheet, in the order that decides which of them wins; comments stay at home."""
    parts = [(THEME / "static" / "css" / f"{layer}.css").read_text(encoding="utf-8") for layer in LAYERS]
    lines = re.sub(r"/\*.*?\*/", "", "".join(parts), flags=re.DOTALL).splitlines()
    return "\n".join([f"@layer {', '.join(LAYERS)};", *(line.strip() for line in lines if line.strip()), ""])


@cache
def _contents() -> Mapping[str, bytes]:
    """The static files by the names that this program knows them by."""
    names = (addresses.SCRIPT, addresses.COPIER, addresses.VERIFIER, addresses.NOTICES_SCRIPT, addresses.ICON)
    return {addresses.STYLE: stylesheet().encode(), **{name: (THEME / name).read_bytes() for name in names}}


def published(name: str) -> str:
    """Where a static file stands: its hash is part of its name. KeyError where there is none of that name."""
    return hashed.name(name, _contents()[name])


def assets() -> Mapping[str, bytes]:
    """The static files by their path from the site's root."""
    return {published(name): data for name, data in _contents().items()}
