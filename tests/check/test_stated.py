"""What a document prints is read as it is meant, and a value that differs from it is never let pass."""

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.check import stated
from gongshi.check.stated import Printed, parse
from gongshi.errors import Place
from gongshi.read.catalog import Reading, read
from gongshi.read.values import Figure, Indicator, Text
from gongshi.render.words import BOUNDS_ZH, Words
from tests.publication import HERE, publication

READING = read(HERE)
UNITS = READING.catalog.units
WORDS = Words("zh", {}, UNITS)
NAMES = sorted({unit.unit for unit in UNITS if unit.word})
NOWHERE = Place("figures.csv")


@pytest.mark.parametrize(
    ("printed", "value", "unit", "bound"),
    [
        ("120人", "120", "人", "exact"),
        ("120人①", "120", "人", "exact"),
        ("57,532人", "57532", "人", "exact"),
        ("57532人", "57532", "人", "exact"),
        ("12,000.5亩", "12000.5", "亩", "exact"),
        ("0户", "0", "户", "exact"),
        ("-5%", "-5", "%", "exact"),
        ("−5%", "-5", "%", "exact"),
        ("近120万人", "1200000", "人", "nearly"),
        ("将近120万人", "1200000", "人", "nearly"),
        ("接近120万人", "1200000", "人", "nearly"),
        ("近全省平均水平的60%", "60", "%", "nearly"),
        ("最近3年", "3", "年", "exact"),
        ("附近3个村", "3", "个", "exact"),
        ("36.92億元", "3692000000", "元", "exact"),
        ("36.92亿元", "3692000000", "元", "exact"),
        ("124.12億元", "12412000000", "元", "exact"),
        ("3000余户", "3000", "户", "over"),
        ("3000餘戶", "3000", "户", "over"),
        ("2900余万元", "29000000", "元", "over"),
        ("8500多人", "8500", "人", "over"),
        ("1万多人", "10000", "人", "over"),
        ("5亿多元", "500000000", "元", "over"),
        ("500余人次", "500", "人次", "over"),
        ("超过100%", "100", "%", "over"),
        ("高于全省平均水平的60%", "60", "%", "over"),
        ("50万千瓦", "500000", "千瓦", "exact"),
        ("平均500千瓦", "500", "千瓦", "exact"),
        ("1千瓦", "1", "千瓦", "exact"),
        ("5千余万元", "50000000", "元", "over"),
        ("不到全省平均水平的60%", "60", "%", "below"),
        ("不满3年", "3", "年", "below"),
        ("不足120户", "120", "户", "below"),
        ("不少于1000万元", "10000000", "元", "at_least"),
        ("不低于70%", "70", "%", "at_least"),
        ("至少2名", "2", "人", "at_least"),
        ("70%以上", "70", "%", "at_least"),
        ("8684万元以上", "86840000", "元", "at_least"),
        ("不超过5万元", "50000", "元", "at_most"),
        ("不高于5%", "5", "%", "at_most"),
        ("5万元以下", "50000", "元", "at_most"),
        ("3年以内", "3", "年", "at_most"),
        ("3年之内", "3", "年", "at_most"),
        ("约60％", "60", "%", "about"),
        ("大约两千人", "2000", "人", "about"),
        ("100个左右", "100", "个", "about"),
        ("签约120户", "120", "户", "exact"),
        ("节约3万元", "30000", "元", "exact"),
        ("两个连片特困地区", "2", "个", "exact"),
        ("一百二十三户", "123", "户", "exact"),
        ("二十余户", "20", "户", "over"),
        ("十几户", "10", "户", "over"),
        ("二十几万人", "200000", "人", "over"),
        ("第十二批二十户", "20", "户", "exact"),
        ("第3批20户", "20", "户", "exact"),
        ("2.0539万农村贫困人口", "20539", "人", "exact"),
        ("21万人(次)", "210000", "人(次)", "exact"),
        ("21万人（次）", "210000", "人(次)", "exact"),
        ("289个规上企业", "289", "个", "exact"),
        ("229家规上工业和商贸企业", "229", "个", "exact"),
        ("6.5公里", "6.5", "公里", "exact"),
        ("0.5万亩", "5000", "亩", "exact"),
        ("3个月", "3", "个月", "exact"),
        ("每户5万元", "50000", "元", "exact"),
        ("83.9 万 人", "839000", "人", "exact"),
        ("近 120 万人", "1200000", "人", "nearly"),
        ("1亿2千万元", "120000000", "元", "exact"),
        ("1億2300萬元", "123000000", "元", "exact"),
        ("3万5千余户", "35000", "户", "over"),
        ("一亿二千万人", "120000000", "人", "exact"),
        ("五万六千人", "56000", "人", "exact"),
        ("一点五万户", "15000", "户", "exact"),
        ("百分之六十", "60", "%", "exact"),
        ("百分之一百二十以上", "120", "%", "at_least"),
        ("3万一般贫困户", "30000", "户", "exact"),
        ("上半年120户", "120", "户", "exact"),
        ("3个半导体企业", "3", "个", "exact"),
    ],
    ids=str,
)
def test_a_printed_figure_has_one_value_unit_and_bound(printed: str, value: str, unit: str, bound: str) -> None:
    assert parse(printed, UNITS) == Printed(Decimal(value), unit, bound)


@pytest.mark.parametrize(
    "printed",
    [
        *(
            "",
            "大量树木",
            "120",
            "120万",
            "5000—6000元",
            "3户，120人",
            "2016年120户",
            "1,2,3户",
            "1234,567人",
            "1.2.3万人",
        ),
        *("百余人", "数百户", "几十户", "数十户", "一半", "三分之二", "万人", "第3批", "500米", "3成"),
        *("一半个", "一半的户", "三分之二的户", "3成农户", "一年半", "3个半月", "两个半月", "半年", "半数户"),
        *("1.2亿3千万元", "3千5百万元", "10万5万户", "1万2户", "五万六户", "5千万-6千万元", "12 000人", "百分之百"),
    ],
)
def test_where_there_is_not_one_number_with_a_known_unit_nothing_is_read(printed: str) -> None:
    assert parse(printed, UNITS) is None


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("大量树木", "stated-unreadable"),
        ("百余人", "stated-unreadable"),
        ("万人", "stated-unreadable"),
        ("5000—6000元", "stated-several"),
        ("2016年120户", "stated-several"),
        ("12 000人", "stated-several"),
        ("120", "stated-unitless"),
        ("120万", "stated-unitless"),
        ("500米", "stated-unitless"),
        ("三分之二", "stated-fraction"),
        ("3成农户", "stated-fraction"),
        ("一年半", "stated-fraction"),
        ("半年", "stated-fraction"),
    ],
)
def test_why_nothing_is_read_is_said(printed: str, code: str) -> None:
    assert stated.unread(printed, UNITS) == code


values = st.decimals(
    min_value=-(10**12), max_value=10**12, places=3, allow_nan=False, allow_infinity=False
) | st.integers(min_value=0, max_value=10**14).map(Decimal)
positive = values.filter(lambda value: value > 0)
bounds = st.sampled_from([(bound, "".join(pair)) for bound, pairs in BOUNDS_ZH.items() for pair in pairs])


@given(value=values, unit=st.sampled_from(NAMES), bounded=bounds)
def test_what_the_site_writes_is_read_back_as_what_it_means(
    value: Decimal, unit: str, bounded: tuple[str, str]
) -> None:
    bound, word = bounded
    written = WORDS.quantity(figure(value, bound=bound, stated=word), indicator(unit))
    assert parse(str(written), UNITS) == Printed(value, unit, bound)


@given(value=positive, unit=st.sampled_from([name for name in NAMES if name != "%"]), word=st.sampled_from("余多"))
def test_a_loose_figure_is_written_with_its_word_and_read_back(value: Decimal, unit: str, word: str) -> None:
    written = str(WORDS.quantity(figure(value, bound="over", stated=f"1{word}个"), indicator(unit)))
    assert word in written
    assert parse(written, UNITS) == Printed(value, unit, "over")


@given(
    value=positive, unit=st.sampled_from(NAMES), slip=st.sampled_from(["10", "0.1", "100", "0.01", "10000", "0.0001"])
)
def test_a_value_that_slipped_by_a_power_of_ten_is_always_reported(value: Decimal, unit: str, slip: str) -> None:
    words = str(WORDS.amount(value, unit))
    right, wrong = figure(value, stated=words), figure(value * Decimal(slip), stated=words)
    assert codes(right, unit) == []
    assert codes(wrong, unit) == ["stated-value"]


@given(value=positive, units=st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True))
def test_another_unit_is_always_reported(value: Decimal, units: list[str]) -> None:
    assert codes(figure(value, stated=str(WORDS.amount(value, units[0]))), units[1]) == ["stated-unit"]


@pytest.mark.parametrize(
    ("value", "times"),
    [
        ("120", "，差 100 倍"),
        ("120000", "，差 10 倍"),
        ("1.2", "，差 10000 倍"),
        ("12", "，差 1000 倍"),
        ("1200000000000", "，差 100000000 倍"),
        ("13000", ""),
        ("0", ""),
    ],
)
def test_the_message_says_by_how_much_a_value_slipped(value: str, times: str) -> None:
    problem = stated.problems(reading(figure(Decimal(value), stated="1.2万个"), "个"))[0]
    assert problem.message("zh") == f"原文“1.2万个”是 12000，数值写的是 {value}{times}。"
    times_en = times.replace("，差", ",").replace("倍", "times off")
    assert problem.message("en") == f"“1.2万个” means 12000, but the value is {value}{times_en}."


def test_every_figure_of_the_shipped_publication_says_what_its_document_prints() -> None:
    assert stated.problems(READING) == ()


def test_the_words_are_not_asked_for_in_an_official_publication(tmp_path: Path) -> None:
    site = publication(tmp_path)
    site.replace("publication.yaml", "kind: compiled", "kind: official")
    site.replace("datasets/trees/figures.csv", "1.2万个", "")
    assert site.problems() == ()


def codes(made: Figure, unit: str) -> list[str]:
    return [problem.code for problem in stated.problems(reading(made, unit))]


def reading(made: Figure, unit: str) -> Reading:
    catalog = dataclasses.replace(
        READING.catalog, figures={made.id: made}, indicators={made.indicator: indicator(unit)}
    )
    return dataclasses.replace(READING, catalog=catalog)


def indicator(unit: str) -> Indicator:
    text = Text("种树", "trees")
    return Indicator("trees", text, unit, (), "flow", text, text, "trees", NOWHERE)


def figure(value: Decimal, bound: str = "exact", stated: str = "") -> Figure:
    place = ("trees-1", "trees", "trees", "999999", (), None, None)
    return Figure(*place, "stated", "actual", value, bound, stated, "final", "plan", "(一)", "", NOWHERE)
