"""The height of a frame falls with its width, and is at least what the drawing and the text around it take."""

from dataclasses import replace

from gongshi.render.heights import Framed, css, highest

FRAMED = Framed("甲" * 40, ("乙" * 100,), ("丙" * 10, "丁" * 30), "", (736, 84), (328, 106))


def test_the_height_is_a_value_of_css_with_a_part_for_each_drawing() -> None:
    assert (highest(FRAMED), css(FRAMED)) == (456, "max(255px,449px - 18cqi,min(579px - 33cqi,640000px - 100000cqi))")


def test_a_note_that_may_come_later_has_its_room() -> None:
    assert highest(replace(FRAMED, note="戊")) - highest(FRAMED) == 54


def test_text_that_does_not_wrap_takes_the_same_height_at_every_width() -> None:
    assert (
        css(Framed("甲", ("乙",), ("丙",), "", (100, 50), (100, 50)))
        == "max(199px,199px - 0cqi,min(199px - 0cqi,640000px - 100000cqi))"
    )
