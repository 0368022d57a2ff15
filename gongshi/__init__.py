"""Gongshi (公示): figures the public can find, check and reuse, as a static website."""

from typing import Final

__version__: Final = "0.1.0"
