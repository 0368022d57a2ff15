"""Where marks and labels stand: from zero, within the picture, clear of each other, in the look of their kind."""

from itertools import combinations

import pytest

from gongshi.check.exhibits import exhibit
from gongshi.read.collection import Catalog, View
from gongshi.read.messages import messages
from gongshi.render.charts.kinds import KINDS
from gongshi.render.charts.shapes import Box, Dot, Label, Path, Plot, Span
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.text import SLACK, fill, paragraph, width, wrap
from gongshi.render.charts.theme import LIGHT, NARROW, SIZES, WIDE, Size, config
from gongshi.render.words import Words
from tests.drawn import catalog, edition, figure, named, view, words
from tests.render.example import VIEWS, rows, shown

Corners = tuple[float, float, float, float]
EDITION = edition()
LONG = ("很长很长的一个名字，写到一行写不下为止，还要再长一点", "A name so long that no line can hold it at all")
DENSE = catalog(
    [
        *(figure(f"y{year}", 125000 + 31000 * (year % 4), year=year) for year in range(2008, 2020)),
        *(figure(f"s{n}", 4200 - n * 1000, "money") for n in range(4)),
        figure("tiny", 9, "pumps", stated="9个水泵"),
        figure("huge", 25000, "pumps", stated="2.5万个水泵"),
        figure("over", 62000, "grant"),
        figure("cap", 50000, "grant-cap", kind="standard", bound="at_most", stated="5万元以下"),
    ],
    [
        view("line", [f"y{year}" for year in range(2012, 2018)]),
        view("columns", [f"y{year}" for year in range(2012, 2018)]),
        view(
            "bars",
            named(*LONG, "y2012"),
            ("y2013",),
        ),
        view("multiples", ["y2012", "y2013"], ["s0", "s1"], ["tiny", "huge"], ["y2014", "y2015"]),
        view("share", [f"s{n}" for n in range(4)], label="indicator"),
        view("disputed", ["tiny", "huge"], label="indicator"),
        view("bullet", named("户均补助，全县所有乡镇", "Grant per household in all townships", "over"), whole="cap"),
        view("stacked", ["y2012", "y2013", "y2014"], ["y2015", "y2016"]),
    ],
)
ALL = [(found, one) for found in (EDITION, DENSE, shown(*VIEWS)) for one in found.views]


def plot(found: Catalog, one: View, size: Size, language: str) -> Plot:
    telling = Telling(exhibit(one, found), words(language) if found is not EDITION else real(language))
    return KINDS[one.kind].plot(telling, rows(telling), size)


def real(language: str) -> Words:
    return Words(language, messages(language), EDITION.units)


def box(label: Label, drawn: Plot, size: Size) -> Corners:
    """Left, top, right, bottom of a label in pixels, as the packaged font draws it."""
    points = config(LIGHT, size)["style"][label.style]["fontSize"]
    long = width(label.text, points) / SLACK
    x, y = drawn.x.pixel(label.x) + label.dx, drawn.y.pixel(label.y) + label.dy
    left = x - {"left": 0, "center": long / 2, "right": long}[label.align]
    return left, y - points / 2, left + long, y + points / 2


def labels(drawn: Plot) -> list[Label]:
    return [shape for shape in drawn.shapes if isinstance(shape, Label) and shape.text]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize(("found", "one"), ALL, ids=lambda value: getattr(value, "kind", ""))
def test_no_label_is_cut_off_or_covers_another(found: Catalog, one: View, size: Size, language: str) -> None:
    drawn = plot(found, one, size, language)
    boxes = {label: box(label, drawn, size) for label in labels(drawn)}
    outside = [label.text for label, corners in boxes.items() if not within(corners, drawn)]
    assert outside == []
    assert [(a.text, b.text) for (a, p), (b, q) in combinations(boxes.items(), 2) if overlap(p, q)] == []


def within(corners: Corners, drawn: Plot) -> bool:
    left, top, right, bottom = corners
    return left >= -1 and top >= -1 and right <= drawn.width + 1 and bottom <= drawn.height + 2


def overlap(p: Corners, q: Corners) -> bool:
    return p[0] < q[2] and q[0] < p[2] and p[1] + 2 < q[3] and q[1] + 2 < p[3]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("one", VIEWS, ids=lambda one: one.kind)
def test_every_shape_stands_within_its_picture(one: View, size: Size) -> None:
    drawn = plot(shown(one), one, size, "zh")
    for shape in drawn.shapes:
        if isinstance(shape, Box):
            assert -1 <= drawn.x.pixel(shape.x) <= drawn.x.pixel(shape.x2) <= drawn.width + 1
            low, high = sorted((drawn.y.pixel(shape.y), drawn.y.pixel(shape.y2)))
            assert -1 <= low <= high <= drawn.height + 1


def boxes_of(one: View, size: Size = WIDE) -> list[Box]:
    return [shape for shape in plot(shown(one), one, size, "zh").shapes if isinstance(shape, Box)]


def test_bars_start_at_zero_end_at_their_value_and_show_their_kind() -> None:
    assert [(b.x, b.x2, b.style) for b in boxes_of(VIEWS[0])] == [
        (0, 125000, "expected"),
        (0, 300000, "target"),
        (0, 250000, "target"),
        (0, 600000, "base"),
    ]


def test_columns_start_at_zero_and_end_at_their_value() -> None:
    assert [(b.y, b.y2) for b in boxes_of(VIEWS[1])] == [(0, 125000), (0, 300000), (0, 250000)]


def test_columns_become_bars_where_their_amounts_do_not_fit() -> None:
    many = DENSE.views[1]
    drawn = plot(DENSE, many, NARROW, "en")
    assert [(shape.x, shape.x2) for shape in drawn.shapes if isinstance(shape, Box)][0] == (0, 125000)


def test_a_remainder_is_solid_at_its_base_and_hollow_where_it_is_computed() -> None:
    drawn = plot(shown(VIEWS[3]), VIEWS[3], WIDE, "zh")
    dots = [(shape.y, shape.style) for shape in drawn.shapes if isinstance(shape, Dot)]
    assert dots == [
        (600000, "base-point"),
        (475000, "hollow-point"),
        (175000, "hollow-point"),
        (-75000, "hollow-point"),
    ]
    assert [shape.style for shape in drawn.shapes if isinstance(shape, Path)] == ["promised-line"]


def test_a_line_is_dashed_where_it_leads_to_a_promise() -> None:
    done = view("line", ["y1", "y2", "y3"])
    found = catalog([figure("y1", 1, year=2015), figure("y2", 2, year=2016), figure("y3", 3, year=2017, kind="target")])
    drawn = plot(found, done, WIDE, "zh")
    assert [(p.style, len(p.points)) for p in drawn.shapes if isinstance(p, Path)] == [
        ("done-line", 2),
        ("promised-line", 2),
    ]


def test_the_gap_of_a_stack_and_of_a_dispute_is_a_dashed_box_of_its_own() -> None:
    assert [(b.x, b.x2) for b in boxes_of(VIEWS[4]) if b.style == "gap"] == [(600000, 675000)]
    assert [(b.x, b.x2) for b in boxes_of(VIEWS[8]) if b.style == "gap"] == [(20, 21)]


def test_a_share_fills_the_whole_width_with_the_rest_in_grey() -> None:
    bar = [b for b in boxes_of(VIEWS[5]) if b.y == 0]
    assert [b.style for b in bar] == ["part-1", "rest"]
    assert (bar[0].x, bar[-1].x2) == (0, 86840000 + 3605000000)


def test_the_actual_of_a_bullet_lies_within_the_frame_of_its_limit() -> None:
    assert [(b.x2, b.style) for b in boxes_of(VIEWS[7])] == [(50000, "target"), (34300, "actual")]


def test_a_span_turns_pixels_into_values_and_back() -> None:
    span = Span(0, 400, 100, 300)
    assert (span.pixel(200), span.at(200), span.at(span.pixel(73))) == (200, 200, pytest.approx(73))


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("发展生产", 100, ("发展生产",)),
        ("易地搬迁（列入规划且有搬迁意愿的）", 160, ("易地搬迁（列入规划", "且有搬迁意愿的）")),
        ("Social security (minimum living allowance)", 200, ("Social security (minimum", "living allowance)")),
        ("到2018年底，83.9万人", 110, ("到2018年底，", "83.9万人")),
        ("", 50, ("",)),
    ],
    ids=str,
)
def test_labels_break_into_even_lines_and_never_before_a_closing_mark(
    text: str, room: int, lines: tuple[str, ...]
) -> None:
    assert wrap(text, 15, room) == lines


def test_running_text_fills_its_lines_and_leaves_no_single_character() -> None:
    assert fill("一二三四五六七八九十甲", 10, 111) == ("一二三四五六七八九十", "甲")
    assert paragraph("一二三四五六七八九十甲", 10, 111) == ("一二三四五六七八九", "十甲")
    assert paragraph("one two three four five", 10, 80) == ("one two three", "four five")
