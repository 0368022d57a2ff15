"""Read the words of the interface, which belong to the engine's theme."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

THEME: Final = Path(__file__).resolve().parents[2] / "theme"


def messages(language: str) -> Mapping[str, str]:
    """The interface's words in `zh` or `en`, by key; `$name` in them is filled in later."""
    return tomllib.loads((THEME / "messages" / f"{language}.toml").read_text(encoding="utf-8"))
