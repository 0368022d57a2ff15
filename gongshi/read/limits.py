"""How much a publication may hold: what is beyond is refused with a message before any work is done on it."""

from typing import Final

from gongshi.errors import Place, Problem

# Files, in bytes.
TABLE: Final = 32 * 2**20
DESCRIPTION: Final = 2**18
PROSE: Final = 200_000
# Tables. A cell of Excel holds 32,767 characters; a figure, its note or a definition never needs so many.
ROWS: Final = 100_000
COLUMNS: Final = 100
CELL: Final = 5_000
# Files under releases/.
FROZEN: Final = 10_000
# Faults of one file that are told in one run.
PROBLEMS: Final = 500
# Descriptions: how deep lists and mappings may lie in each other, and how long one text may be.
DEPTH: Final = 12
TEXT: Final = 5_000
# Prose: characters between two empty lines; how deep quotes, lists and brackets may lie in each other.
PARAGRAPH: Final = 10_000
NESTING: Final = 8
# Names of folders, files and ids, in characters; and how many datasets, or texts of one language, there may be.
NAME: Final = 80
DATASETS: Final = 500
TEXTS: Final = 2_000


def exceeded(what: str, most: int, place: Place) -> Problem:
    """The problem of something that is larger than it may be; `what` is the second half of its code."""
    return Problem(f"limit-{what}", place, details={"most": f"{most:,}"})
