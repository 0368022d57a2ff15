"""Whole drawings: their files, their table, their look."""

import hashlib
import io
import re
import xml.etree.ElementTree as ET
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
import vl_convert
from PIL import Image, ImageChops

from gongshi.check.exhibits import KINDS
from gongshi.errors import PublicationError
from gongshi.read.values import Text
from gongshi.render.charts import Drawing, kinds, theme
from gongshi.render.charts.pixels import packed
from tests.render.example import VIEWS, drawn


@pytest.fixture(scope="module")
def all_kinds() -> tuple[Drawing, ...]:
    """Every kind, drawn once for the tests that look at files."""
    return drawn(*VIEWS)


def test_every_kind_that_the_check_knows_is_drawn(all_kinds: tuple[Drawing, ...]) -> None:
    assert tuple(kinds.KINDS) == KINDS
    assert [d.view.kind for d in all_kinds] == list(KINDS)


def test_a_drawing_has_four_pictures_for_the_page_three_to_keep_the_numbers_and_how_it_is_drawn(
    all_kinds: tuple[Drawing, ...],
) -> None:
    one = all_kinds[0]
    assert sorted(one.files) == sorted(
        [
            *(f"charts/trees/v0.{kind}" for kind in ("csv", "png", "small.png", "svg", "vl.json")),
            *one.pictures.values(),
        ]
    )
    assert sorted(one.pictures) == [("narrow", "dark"), ("narrow", "light"), ("wide", "dark"), ("wide", "light")]


def test_the_name_of_a_picture_on_a_page_follows_from_its_bytes(all_kinds: tuple[Drawing, ...]) -> None:
    one = all_kinds[0]
    named = {
        screen: f"charts/trees/v0.{'.'.join(screen)}.{hashlib.sha256(one.files[path]).hexdigest()[:12]}.svg"
        for screen, path in one.pictures.items()
    }
    assert one.pictures == named


def test_the_same_views_give_the_same_bytes(all_kinds: tuple[Drawing, ...]) -> None:
    assert [d.files for d in drawn(*VIEWS)] == [d.files for d in all_kinds]


def test_the_table_holds_every_mark_and_computed_ones_say_so(all_kinds: tuple[Drawing, ...]) -> None:
    one = all_kinds[5]
    assert one.columns == ("项目", "数值", "占比（推算）", "性质", "时间", "来源")
    assert one.numeric == (False, True, True, False, False, False)
    assert one.rows == (
        ("2017年", "8684万元", "2.4%", "实际", "2017年", "示例文件，第（一）条"),
        ("其余", "约36.05亿元", "97.6%", "推算", "", ""),
        ("种树资金（截至2016年底）", "36.92亿元", "100%", "实际", "截至2016年底（推断）", "示例文件，第（一）条"),
    )


def test_a_title_too_long_with_its_facts_is_a_problem() -> None:
    long = replace(VIEWS[1], title=Text("这是一个写得很长很长很长很长很长的图题，最多的是{max}", "{max}"))
    with pytest.raises(PublicationError) as caught:
        drawn(long)
    assert [(p.code, p.details) for p in caught.value.problems] == [("view-title-long", {"length": "28", "most": "26"})]


def texts(data: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(data).iter("{http://www.w3.org/2000/svg}text")]


def test_the_kept_image_carries_title_source_edition_and_what_it_is_not(all_kinds: tuple[Drawing, ...]) -> None:
    one = all_kinds[8]
    said = texts(one.files[f"{one.base}.svg"])
    assert [*said[:2], *said[-3:]] == [
        "相差1千瓦",
        "水泵总功率，示例县，2017年，千瓦",
        "来源：示例文件，2018年3月1日，第（一）条",
        "示例公示　第1期　2020年6月1日　由公开文件整理，非官方发布",
        "数字出自2018年的文件，不代表现状",
    ]


def test_pictures_for_the_page_leave_the_title_to_the_page(all_kinds: tuple[Drawing, ...]) -> None:
    one = all_kinds[8]
    assert one.title not in texts(one.files[one.pictures["wide", "light"]])


def test_the_small_png_has_half_the_width_and_height_of_the_large_one_and_its_paper(
    all_kinds: tuple[Drawing, ...],
) -> None:
    for one in all_kinds:
        large, small = (Image.open(io.BytesIO(one.files[f"{one.base}{end}"])) for end in (".png", ".small.png"))
        assert (large.width, small.width, large.height) == (1600, 800, 2 * small.height)
        assert {image.convert("RGB").getpixel((0, 0)) for image in (large, small)} == {(255, 255, 255)}


def test_the_small_png_is_the_large_one_to_the_eye(all_kinds: tuple[Drawing, ...]) -> None:
    for one in all_kinds:
        large, small = (
            Image.open(io.BytesIO(one.files[f"{one.base}{end}"])).convert("RGB") for end in (".png", ".small.png")
        )
        away = ImageChops.difference(large.reduce(2), small).getextrema()
        assert max(most for _, most in away) < 12
        assert len(one.files[f"{one.base}.small.png"]) < len(one.files[f"{one.base}.png"]) / 2


@pytest.mark.parametrize(("name", "width"), [("wide", 736), ("narrow", 328)])
def test_pictures_have_the_stated_size(all_kinds: tuple[Drawing, ...], name: str, width: int) -> None:
    for one in all_kinds:
        root = ET.fromstring(one.files[one.pictures[name, "dark"]])
        assert (int(root.attrib["width"]), int(root.attrib["height"])) == one.sizes[name]
        assert one.sizes[name][0] == width


def test_light_and_dark_differ_in_colour_alone(all_kinds: tuple[Drawing, ...]) -> None:
    for one in all_kinds:
        light, dark = (one.files[one.pictures["wide", scheme]].decode() for scheme in ("light", "dark"))
        colour = re.compile("#[0-9a-f]{6}")
        assert colour.sub("", light) == colour.sub("", dark)
        assert set(colour.findall(light)) <= set(theme.LIGHT.values())
        assert set(colour.findall(dark)) <= set(theme.DARK.values())


def test_the_palette_is_that_of_the_style_sheet() -> None:
    css = (Path(__file__).parents[2] / "theme/static/css/tokens.css").read_text(encoding="utf-8")
    tokens = {name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", css)}
    shared = theme.LIGHT.keys() & tokens.keys()
    assert {name: (theme.LIGHT[name], theme.DARK[name]) for name in shared} == {name: tokens[name] for name in shared}
    assert (theme.LIGHT["axis"], theme.DARK["axis"]) == tokens["edge"]
    assert len(shared) == 10


def test_a_packed_png_has_the_same_pixels_in_fewer_bytes() -> None:
    loose = vl_convert.svg_to_png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle r="60"/></svg>'
    )
    tight = packed(loose)
    assert len(tight) < len(loose)
    assert pixels_of(tight) == pixels_of(loose)


def pixels_of(png: bytes) -> bytes:
    start, end = png.index(b"IDAT") + 4, png.index(b"IEND") - 8
    return zlib.decompress(png[start:end])
