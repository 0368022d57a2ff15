"""What a chart says beside its picture: title, subtitle, alternative text, arithmetic, sources, numbers."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from gongshi.read.collection import View
from gongshi.read.values import Text
from gongshi.render import tables
from gongshi.render.charts import arithmetic, table
from gongshi.render.charts.telling import ordered
from tests.drawn import figure, named, view
from tests.render.example import FIGURES, VIEWS, rows, told


@pytest.mark.parametrize(
    ("drawing", "title", "subtitle"),
    [
        (VIEWS[0], "最多30万人", "种树人数，示例县，2015—2017年，人。空心为目标，虚线框为预计"),
        (VIEWS[1], "2016年最多，计划30万人", "种树人数，示例县，2015—2017年，人。空心为目标，虚线框为预计"),
        (VIEWS[2], "到2017年25万人", "种树人数，示例县，2016年—2017年，人。空心为目标"),
        (VIEWS[3], "多减7.5万人", "剩余护林人数（推算），示例县，2014年—2017年，人。空心点为推算"),
        (VIEWS[4], "计划比基数多7.5万人", "种树人数，示例县，2015—2017年，人。空心为目标，虚线框为预计"),
        (VIEWS[5], "占累计的2.4%", "种树资金，示例县，2017年，元"),
        (VIEWS[6], "最多30万人", "种树，示例县，2015—2017年。空心为目标，虚线框为预计，各小图刻度不同"),
        (VIEWS[7], "户均约3.43万元", "对照补助上限，示例县，2017年，元，每户"),
        (VIEWS[8], "相差1千瓦", "水泵总功率，示例县，2017年，千瓦"),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else "",
)
def test_title_and_subtitle_come_from_the_data(drawing: View, title: str, subtitle: str) -> None:
    one = told(drawing)
    assert (one.title, one.subtitle) == (title, subtitle)


def test_english_titles_begin_with_a_capital_letter() -> None:
    one = told(VIEWS[7], "en")
    assert (one.title, one.subtitle) == (
        "About 34,300 yuan per household",
        "Compared with the cap on a grant, Example County, 2017, yuan per household",
    )


def test_the_reading_closes_the_subtitle_with_its_own_facts() -> None:
    one = told(replace(VIEWS[2], reading=Text("从{first}起", "from {first}")), "en")
    assert one.subtitle == "People planting, Example County, 2016–2017, people. Hollow: target. From 300,000 people"


@pytest.mark.parametrize(
    ("drawing", "notes"),
    [
        (VIEWS[1], ()),
        (VIEWS[4], ("推算：12.5万人 + 30万人 + 25万人 = 67.5万人", "推算：67.5万人 − 60万人 = 7.5万人")),
        (VIEWS[5], ("推算：36.92亿元 − 8684万元 ≈ 36.05亿元", "推算：8684万元 ÷ 36.92亿元 ≈ 2.4%")),
        (VIEWS[7], ("推算：8684万元 ÷ 2534户 ≈ 3.43万元",)),
        (VIEWS[8], ("推算：4个 × 5千瓦 = 20千瓦", "推算：21千瓦 − 20千瓦 = 1千瓦")),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else "",
)
def test_the_notes_write_out_what_was_computed(drawing: View, notes: tuple[str, ...]) -> None:
    one = told(drawing)
    assert arithmetic.notes(one, rows(one)) == notes


@pytest.mark.parametrize(
    ("drawing", "alt"),
    [
        (VIEWS[0], "横条图：最多30万人。第一个是2015年 12.5万人，最后一个是2017年 25万人。"),
        (
            replace(
                VIEWS[0], label="scope", groups=(named("甲", "A", "a"), named("乙", "B", "b"), named("丙", "C", "c"))
            ),
            "横条图：最多30万人。最大的是乙 30万人，最小的是甲 12.5万人。",
        ),
        (VIEWS[2], "折线图：到2017年25万人。2016年 30万人，2017年 25万人。"),
        (VIEWS[3], "折线图：多减7.5万人。第一个是2014年 60万人，最后一个是2017年底 −7.5万人（推算）。"),
        (
            replace(VIEWS[4], title=Text("多{difference}", "")),
            "分段条形图：多7.5万人。三年计划相加 67.5万人（推算），护林人数（2014年） 60万人，相差 7.5万人（推算）。",
        ),
        (VIEWS[8], "两数对照图：相差1千瓦。4个 × 5千瓦 20千瓦（推算），“21” 21千瓦，相差 1千瓦（推算）。"),
    ],
    ids=lambda value: value.kind if isinstance(value, View) else "",
)
def test_the_alternative_text_says_kind_finding_and_values(drawing: View, alt: str) -> None:
    one = told(drawing)
    assert table.alternative(one, rows(one)) == alt


@pytest.mark.parametrize(
    ("locators", "passages", "expected"),
    [
        (("(十一)", "(六)", "(十)", "(二十三)"), (), ["(六)", "(十)", "(十一)", "(二十三)"]),
        (("(二)", "三", "一"), (), ["一", "三", "(二)"]),
        (("「后」", "「先」", "(四)", "「无」"), ("「先」", "「后」"), ["(四)", "「先」", "「后」", "「无」"]),
    ],
)
def test_places_stand_in_the_order_of_their_document(
    locators: tuple[str, ...], passages: tuple[str, ...], expected: list[str]
) -> None:
    assert ordered(locators, passages) == expected


def test_the_source_line_names_documents_with_date_and_places() -> None:
    places = (replace(FIGURES[1], locator="(四)"), replace(FIGURES[2], locator="「三年」"))
    assert told(VIEWS[2], figures=places).sources == "示例文件，2018年3月1日，第（四）条、「三年」"
    assert told(VIEWS[2], "en", places).sources == "Example document, 1 March 2018"


def test_the_csv_holds_plain_numbers_under_heads_in_words_and_where_they_come_from() -> None:
    shown = told(VIEWS[5])
    heads = "组,项目,数值,单位,口气,性质,占比（推算）,起始日,截止日,数字编号,来源,出处"
    assert table.comma_separated(shown, rows(shown)).decode("utf-8-sig") == (
        ",".join(f'"{head}"' for head in heads.split(",")) + "\r\n"
        ',"2017年",86840000,"元","exact","actual",2.4,"2017-01-01","2017-12-31","money","plan-2018","(一)"\r\n'
        ',"其余",3605000000,"元","about","computed",97.6,,,,,\r\n'
        ',"种树资金（截至2016年底）",3692000000,"元","exact","actual",100,,"2016-12-31","all","plan-2018","(一)"\r\n'
    )


def test_the_csv_opens_in_a_spreadsheet_without_garbled_characters() -> None:
    shown = told(VIEWS[5], "en")
    assert table.comma_separated(shown, rows(shown)).startswith(b'\xef\xbb\xbf"Group","Item","Value","Unit","Bound"')


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("@it", "'@it"), ("+5", "'+5"), ("-5", "-5"), ("-5.25", "-5.25"), ("-a", "'-a"), ("a", "a")],
)
def test_no_cell_of_the_csv_is_run_as_a_formula(cell: str, written: str) -> None:
    assert tables.inert(cell) == written


def test_a_negative_remainder_stays_a_number_in_the_csv() -> None:
    shown = told(VIEWS[3])
    written = table.comma_separated(shown, rows(shown)).decode("utf-8-sig")
    assert [row["数值"] for row in csv.DictReader(io.StringIO(written))] == ["600000", "475000", "175000", "-75000"]


def test_values_of_a_table_keep_every_digit() -> None:
    odd = (figure("o", Decimal("12.0625"), "power", stated="12.0625千瓦"),)
    assert rows(told(view("bars", "o"), figures=odd))[0].shown == "12.0625千瓦"
