"""Name files after their content, so that a browser that has one need never ask for it again."""

import hashlib
from typing import Final

# How many digits of a SHA-256 stand in a name; serving/nginx.conf knows such names by them.
DIGITS: Final = 12


def name(path: str, data: bytes) -> str:
    """The path with the hash of the content before its ending: other content never stands under the same name."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:DIGITS]}{dot}{ending}"
