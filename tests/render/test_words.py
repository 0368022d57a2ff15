"""Values in words: the digits of the source, neither rounded nor padded, in the form each language expects."""

import string
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.errors import Place
from gongshi.read.catalog import read
from gongshi.read.messages import messages
from gongshi.read.values import Figure, Indicator, Text
from gongshi.render.words import Quantity, Words, grouped, scaled
from tests.publication import HERE

UNITS = read(HERE).catalog.units
ZH, EN = Words("zh", messages("zh"), UNITS), Words("en", messages("en"), UNITS)
NOWHERE = Place("figures.csv")
values = st.decimals(min_value=-(10**15), max_value=10**15, places=4, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("3692000000", "元", "36.92亿元", "3.692 billion yuan"),
        ("86840000", "元", "8684万元", "86.84 million yuan"),
        ("839000", "人", "83.9万人", "839,000 people"),
        ("57532", "人", "57,532人", "57,532 people"),
        ("9559", "人", "9559人", "9,559 people"),
        ("0.68", "%", "0.68%", "0.68%"),
        ("100000000", "元", "1亿元", "100 million yuan"),
        ("12412000000", "元", "124.12亿元", "12.412 billion yuan"),
        ("123456789", "元", "123,456,789元", "123,456,789 yuan"),
        ("99999999", "元", "99,999,999元", "99,999,999 yuan"),
        ("20539", "人", "20,539人", "20,539 people"),
        ("10000", "户", "1万户", "10,000 households"),
        ("9999", "户", "9999户", "9,999 households"),
        ("10100", "户", "1.01万户", "10,100 households"),
        ("10001", "户", "10,001户", "10,001 households"),
        ("999", "户", "999户", "999 households"),
        ("1", "人", "1人", "1 person"),
        ("1", "户", "1户", "1 household"),
        ("0", "人", "0人", "0 people"),
        ("6.5", "公里", "6.5公里", "6.5 km"),
        ("6.50", "公里", "6.5公里", "6.5 km"),
        ("500000", "千瓦", "50万千瓦", "500,000 kW"),
        ("289", "个", "289个", "289"),
        ("12000", "个", "1.2万个", "12,000"),
        ("1200000", "人", "120万人", "1.2 million people"),
        ("210000", "人(次)", "21万人(次)", "210,000 people or person-times"),
        ("-86840000", "元", "−8684万元", "−86.84 million yuan"),
        ("-12000", "人", "−1.2万人", "−12,000 people"),
        ("-5", "%", "−5%", "−5%"),
    ],
    ids=str,
)
def test_an_amount_reads_as_people_of_each_language_write_it(value: str, unit: str, zh: str, en: str) -> None:
    assert (str(ZH.amount(Decimal(value), unit)), str(EN.amount(Decimal(value), unit))) == (zh, en)


@pytest.mark.parametrize(
    ("bound", "stated", "zh", "en"),
    [
        ("exact", "120万人", "120万人", "1.2 million people"),
        ("nearly", "近120万人", "近120万人", "nearly 1.2 million people"),
        ("nearly", "接近120万人", "接近120万人", "nearly 1.2 million people"),
        ("about", "約120萬人", "约120万人", "about 1.2 million people"),
        ("about", "120万人左右", "120万人左右", "about 1.2 million people"),
        ("below", "不到120万人", "不到120万人", "under 1.2 million people"),
        ("below", "不滿120萬人", "不满120万人", "under 1.2 million people"),
        ("over", "超过120万人", "超过120万人", "over 1.2 million people"),
        ("over", "多于120万人", "多于120万人", "over 1.2 million people"),
        ("over", "120余万人", "120余万人", "over 1.2 million people"),
        ("over", "120多万人", "120多万人", "over 1.2 million people"),
        ("at_least", "120万人以上", "120万人以上", "at least 1.2 million people"),
        ("at_least", "不少于120万人", "不少于120万人", "at least 1.2 million people"),
        ("at_most", "120万人以下", "120万人以下", "at most 1.2 million people"),
        ("at_most", "120万人以内", "120万人以内", "at most 1.2 million people"),
        ("at_most", "不超过120万人", "不超过120万人", "at most 1.2 million people"),
        ("at_most", "", "120万人以下", "at most 1.2 million people"),
    ],
    ids=str,
)
def test_a_bound_is_said_with_the_word_of_the_source(bound: str, stated: str, zh: str, en: str) -> None:
    made, of = figure("1200000", bound=bound, stated=stated), indicator("人")
    assert (str(ZH.quantity(made, of)), str(EN.quantity(made, of))) == (zh, en)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("3000", "户", Quantity("", "3000", "余户", "")),
        ("29000000", "元", Quantity("", "2900", "余万元", "")),
        ("10000", "人", Quantity("", "1", "万余人", "")),
        ("18000", "个", Quantity("", "1.8", "万余个", "")),
        ("36920000", "元", Quantity("", "3692", "余万元", "")),
        ("500", "人次", Quantity("", "500", "余人次", "")),
        ("70", "%", Quantity("超过", "70", "%", "")),
    ],
    ids=str,
)
def test_a_loose_figure_carries_its_word_where_chinese_puts_it(value: str, unit: str, shown: Quantity) -> None:
    assert ZH.quantity(figure(value, bound="over", stated="余"), indicator(unit)) == shown


def test_a_quantity_comes_in_parts_so_that_a_page_can_set_the_number_apart() -> None:
    near, least = figure("1200000", bound="nearly"), figure("6000", bound="at_least")
    assert ZH.quantity(near, indicator("人")) == Quantity("近", "120", "万人", "")
    assert ZH.quantity(least, indicator("元")) == Quantity("", "6000", "元", "以上")
    assert EN.quantity(near, indicator("人")) == Quantity("nearly ", "1.2", " million people", "")


@pytest.mark.parametrize(
    ("start", "end", "kind", "zh", "en"),
    [
        ("2016-01-01", "2016-12-31", "actual", "2016年", "2016"),
        ("2016-01-01", "2018-12-31", "actual", "2016—2018年", "2016–2018"),
        ("2018-01-01", "2018-06-30", "actual", "2018年上半年", "first half of 2018"),
        ("2018-07-01", "2018-12-31", "actual", "2018年下半年", "second half of 2018"),
        ("2018-01-01", "2018-05-31", "actual", "2018年1—5月", "January–May 2018"),
        ("2018-02-01", "2018-02-28", "actual", "2018年2月", "February 2018"),
        ("2016-02-01", "2016-02-29", "actual", "2016年2月", "February 2016"),
        ("2017-11-01", "2018-02-28", "actual", "2017年11月—2018年2月", "November 2017 – February 2018"),
        ("2018-01-03", "2018-04-09", "actual", "2018年1月3日至2018年4月9日", "3 January 2018 to 9 April 2018"),
        ("2016-01-01", "2016-02-28", "actual", "2016年1月1日至2016年2月28日", "1 January 2016 to 28 February 2016"),
        ("", "2014-12-31", "actual", "截至2014年底", "as of the end of 2014"),
        ("", "2018-06-30", "actual", "截至2018年6月底", "as of the end of June 2018"),
        ("", "2018-04-09", "actual", "截至2018年4月9日", "as of 9 April 2018"),
        ("", "2018-12-31", "target", "到2018年底", "by the end of 2018"),
        ("", "2018-06-30", "target", "到2018年6月底", "by the end of June 2018"),
        ("2016-02-17", "", "standard", "2016年2月17日起", "from 17 February 2016"),
        ("2016-02-17", "", "target", "文件没有写期限", "no deadline given"),
        ("", "", "target", "时间未写明", "period not stated"),
    ],
    ids=str,
)
def test_a_period_is_named_as_people_name_it(start: str, end: str, kind: str, zh: str, en: str) -> None:
    made = figure("1", start=start, end=end, kind=kind)
    assert (ZH.period(made), EN.period(made)) == (zh, en)


def test_of_a_rule_whose_start_is_inferred_only_the_latest_start_is_said() -> None:
    made = replace(figure("1", start="2018-04-09", kind="standard"), dating="inferred")
    assert (ZH.period(made), EN.period(made)) == ("至迟2018年4月9日起", "from 9 April 2018 at the latest")


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [("2016-02-17", "2016年2月17日", "17 February 2016"), ("2018", "2018年", "2018"), ("", "", "")],
)
def test_a_source_is_dated_as_exactly_as_is_known(written: str, zh: str, en: str) -> None:
    assert (ZH.published(written), EN.published(written)) == (zh, en)


def test_every_month_has_its_name() -> None:
    days = [date(2018, month, 1) for month in range(1, 13)]
    assert [EN.day(day) for day in days] == [f"{day:1 %B %Y}".strip() for day in days]
    assert [ZH.day(day) for day in days] == [f"2018年{month}月1日" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("per", "zh", "en"),
    [
        ((), "", ""),
        (("户",), "每户", "per household"),
        (("户", "年"), "每户每年", "per household per year"),
        (("县",), "每县", "per county"),
    ],
)
def test_per_what_is_counted(per: tuple[str, ...], zh: str, en: str) -> None:
    assert (ZH.per(indicator("元", per)), EN.per(indicator("元", per))) == (zh, en)


@pytest.mark.parametrize(
    ("unit", "zh", "en"), [("元", "元", "yuan"), ("%", "%", "%"), ("个", "个", ""), ("人", "人", "people")]
)
def test_a_unit_alone_heads_a_column(unit: str, zh: str, en: str) -> None:
    assert (ZH.unit(indicator(unit)), EN.unit(indicator(unit))) == (zh, en)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("999", "999", "999"),
        ("1000", "1000", "1,000"),
        ("9999", "9999", "9,999"),
        ("10000", "10,000", "10,000"),
        ("1234567.89", "1,234,567.89", "1,234,567.89"),
        ("-1000", "−1000", "−1,000"),
        ("0.10", "0.1", "0.1"),
        ("100", "100", "100"),
        ("1E+3", "1000", "1,000"),
        ("-0", "0", "0"),
    ],
)
def test_digits_are_grouped_from_five_in_chinese_and_four_in_english(value: str, zh: str, en: str) -> None:
    assert (grouped(Decimal(value), "zh"), grouped(Decimal(value), "en")) == (zh, en)


@given(value=values, language=st.sampled_from(["zh", "en"]))
def test_no_digit_is_rounded_or_padded(value: Decimal, language: str) -> None:
    number, scale = scaled(value, language)
    factor = {"": 1, "万": 10**4, "亿": 10**8, " million": 10**6, " billion": 10**9}[scale]
    assert Decimal(number.replace(",", "").replace("−", "-")) * factor == value
    assert not ("." in number and number.endswith("0"))
    assert set(number) <= set(string.digits + ",.−")


@given(value=values)
def test_a_scale_is_used_only_where_few_decimals_say_it_exactly(value: Decimal) -> None:
    for language, most in (("zh", 2), ("en", 3)):
        number, scale = scaled(value, language)
        assert not scale or len(number.partition(".")[2]) <= most


def test_a_message_is_filled_in_and_an_incomplete_one_is_refused() -> None:
    words = Words("zh", {"count": "$count 个数字"}, ())
    assert words.t("count", count=3) == "3 个数字"
    with pytest.raises(KeyError):
        words.t("count")
    with pytest.raises(KeyError):
        words.t("nothing")


def test_the_interface_has_a_text_for_everything_in_both_languages() -> None:
    assert list(ZH.messages) == list(EN.messages)
    assert [key for w in (ZH, EN) for key, text in w.messages.items() if not string.Template(text).is_valid()] == []


def indicator(unit: str, per: tuple[str, ...] = ()) -> Indicator:
    text = Text("种树", "trees")
    return Indicator("trees", text, unit, per, "flow", text, text, "trees", NOWHERE)


def figure(
    value: str, bound: str = "exact", stated: str = "", start: str = "", end: str = "", kind: str = "actual"
) -> Figure:
    days = (date.fromisoformat(day) if day else None for day in (start, end))
    names = ("trees-1", "trees", "trees", "999999", ())
    return Figure(*names, *days, "stated", kind, Decimal(value), bound, stated, "final", "plan", "(一)", "", NOWHERE)


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("(四)", "第（四）条", "(四)"),
        ("（十一）", "第（十一）条", "（十一）"),
        ("一", "第一部分", "一"),
        ("「种树的钱」", "「种树的钱」", "「种树的钱」"),
    ],
)
def test_places_in_a_document_are_said_as_readers_say_them(written: str, zh: str, en: str) -> None:
    assert (ZH.locator(written), EN.locator(written)) == (zh, en)
