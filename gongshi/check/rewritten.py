"""Tell once, with all its cells, what Excel did to the dates of a whole column."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gongshi.errors import Problem, in_order

# What Excel makes of 2016-01-05 when it saves a table.
DAY: Final = re.compile(r"\d{4}/\d{1,2}/\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?")
NAMED: Final = 5


def gathered(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems of a table, in order; one for a column where several of its dates were rewritten."""
    columns: dict[str, list[Problem]] = {}
    others: list[Problem] = []
    for problem in in_order(problems):
        is_day = problem.code == "cell-date" and DAY.fullmatch(problem.value or "")
        (columns.setdefault(problem.place.column or "", []) if is_day else others).append(problem)
    for found in columns.values():
        others += found if len(found) == 1 else [_column(found)]
    return in_order(others)


def _column(found: Sequence[Problem]) -> Problem:
    cells = [problem.place.cell or "" for problem in found]
    rest = len(cells) - NAMED
    details = {
        "letter": cells[0].rstrip("0123456789"),
        "count": str(len(cells)),
        "cells": "、".join(cells[:NAMED]) + ("……" if rest > 0 else ""),
        "cells_en": ", ".join(cells[:NAMED]) + (" …" if rest > 0 else ""),
    }
    return replace(found[0], code="column-dates", details=details)
