"""Charts as pixels: drawn with a font of their own, on every machine and in every run the same."""

import io
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from gongshi.errors import PublicationError
from gongshi.read.values import Text
from gongshi.render.charts import face, raster
from tests.render.example import VIEWS, drawn

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="5" y="20">{}</text></svg>'
EMPTY = SVG.format("")


def image(svg: str, scratch: Path) -> bytes:
    return raster.images({"one": svg}, 1, scratch)["one"]


@pytest.mark.parametrize("name", ["0" * 32, "1e2f" * 8, "a" * 32, "f0" * 16])
def test_text_is_drawn_whatever_the_random_name_of_the_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    empty, usual = image(EMPTY, tmp_path), image(SVG.format("示例 1.5"), tmp_path)
    assert empty != usual
    monkeypatch.setattr(raster.uuid, "uuid4", lambda: uuid.UUID(name))
    assert image(SVG.format("示例 1.5"), tmp_path) == usual


def test_images_of_a_second_call_do_not_lean_on_the_font_of_the_first(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    made = []
    for folder in folders:
        folder.mkdir()
        made.append(image(SVG.format("示例"), folder))
        for file in folder.rglob("*.otf"):
            file.unlink()
    assert made[0] == made[1]
    assert made[0] != image(EMPTY, tmp_path)


def test_the_cut_font_has_exactly_the_characters_asked_for() -> None:
    font = TTFont(io.BytesIO(face.cut("示例0.5%", "Example")))
    assert sorted(map(chr, font.getBestCmap())) == sorted("示例0.5%")
    assert font["name"].getDebugName(face.FAMILY_NAME) == "Example"


def test_the_font_is_the_one_with_the_chinese_forms() -> None:
    assert set("示例縣脱貧，。「」—0aZ") <= face.characters()
    assert "\U0001f600" not in face.characters()


def test_a_character_that_the_font_lacks_is_refused_rather_than_left_to_the_machine() -> None:
    smiling = Text("最多{max}\U0001f600", "At most {max}")
    with pytest.raises(PublicationError) as caught:
        drawn(replace(VIEWS[0], title=smiling))
    assert [(p.code, p.value) for p in caught.value.problems] == [("view-character", "\U0001f600（U+1F600）")]
