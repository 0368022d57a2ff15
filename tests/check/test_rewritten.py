"""What Excel did to the dates of a column is told once, with the cells that are concerned."""

import pytest

from gongshi.check.rewritten import gathered
from gongshi.errors import Place, Problem


def slashed(row: int, value: str = "2016/1/5", column: str = "period_end", letter: str = "F") -> Problem:
    return Problem("cell-date", Place("a.csv", row, column, f"{letter}{row}"), value, {"suggestion": ": 2016-01-05"})


@pytest.mark.parametrize(
    ("count", "cells", "cells_en"),
    [
        (2, "F2、F3", "F2, F3"),
        (5, "F2、F3、F4、F5、F6", "F2, F3, F4, F5, F6"),
        (6, "F2、F3、F4、F5、F6……", "F2, F3, F4, F5, F6 …"),
        (7, "F2、F3、F4、F5、F6……", "F2, F3, F4, F5, F6 …"),
    ],
)
def test_several_dates_of_a_column_are_one_problem(count: int, cells: str, cells_en: str) -> None:
    found = [slashed(row) for row in range(count + 1, 1, -1)]
    details = {"letter": "F", "count": str(count), "cells": cells, "cells_en": cells_en}
    assert gathered([*found, *found]) == (Problem("column-dates", found[-1].place, "2016/1/5", details),)


def test_a_column_of_two_letters_is_named_whole() -> None:
    assert gathered([slashed(2, letter="AF"), slashed(3, letter="AF")])[0].details["letter"] == "AF"


def test_one_date_alone_and_what_excel_did_not_write_stay_as_they_are() -> None:
    found = (slashed(2, column="period_start", letter="E"), slashed(2), slashed(3, "去年"), slashed(4, "2016年1月5日"))
    assert gathered(found) == found
