"""What a mistyped cell was meant to say."""

from decimal import Decimal

import pytest

from gongshi.check import hints


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12,000", ": 12000"),
        ("36.92億元", ": 3692000000"),
        ("36.92亿元", ": 3692000000"),
        ("1.2 万人", ": 12000"),
        ("-5%", ": -5"),
        ("−5", ": -5"),
        ("１２０", ": 120"),
        ("12000*", ": 12000"),
        ("12000①", ": 12000"),
        ("1.2万²", ": 12000"),
        ("—", ""),
        ("1.2.3", ""),
        ("很多", ""),
        ("", ""),
    ],
)
def test_a_number_is_guessed_where_there_is_one(written: str, meant: str) -> None:
    assert hints.number(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2016年2月17日", ": 2016-02-17"),
        ("2016年2月17", ": 2016-02-17"),
        ("2016/2/17", ": 2016-02-17"),
        ("2016.2.17", ": 2016-02-17"),
        ("2016-2-17", ": 2016-02-17"),
        ("2016/2/17 0:00", ": 2016-02-17"),
        ("２０１６年２月１７日", ": 2016-02-17"),
        ("42417", ": 2016-02-17"),
        ("2016年2月30日", ""),
        ("2016年", ""),
        ("123", ""),
        ("昨天", ""),
    ],
)
def test_a_day_is_guessed_where_there_is_one(written: str, meant: str) -> None:
    assert hints.day(written) == meant


@pytest.mark.parametrize(
    ("value", "written"), [("1E+3", "1000"), ("0.10", "0.1"), ("100", "100"), ("0.00", "0"), ("-5.0", "-5")]
)
def test_a_decimal_is_written_as_a_cell_holds_it(value: str, written: str) -> None:
    assert hints.decimal(Decimal(value)) == written
