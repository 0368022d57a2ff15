"""The specification of a chart opens in editors of Vega-Lite and draws the same chart again."""

import json
import re
from pathlib import Path
from typing import Any, Final

import altair
import pytest
import vl_convert
from jsonschema import Draft7Validator

from gongshi.render.charts import Drawing
from tests.render.example import VIEWS, drawn

FORM: Final = Path(altair.__file__).parent / "vegalite/v6/schema/vega-lite-schema.json"
TEXT: Final = re.compile(r"<text[^>]*>([^<]*)</text>")


@pytest.fixture(scope="module", params=["zh", "en"])
def drawings(request: pytest.FixtureRequest) -> tuple[Drawing, ...]:
    return drawn(*VIEWS, language=request.param)


def said(drawing: Drawing) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(drawing.files[f"{drawing.base}.vl.json"])
    return found


def test_every_specification_is_valid(drawings: tuple[Drawing, ...]) -> None:
    form = Draft7Validator(json.loads(FORM.read_text(encoding="utf-8")))
    assert [error.message for one in drawings for error in form.iter_errors(said(one))] == []
    assert {said(one)["$schema"] for one in drawings} == {altair.SCHEMA_URL}


def test_a_specification_holds_its_numbers_and_asks_for_no_file(drawings: tuple[Drawing, ...]) -> None:
    for one in drawings:
        text = one.files[f"{one.base}.vl.json"].decode("utf-8")
        assert re.findall(r'"(?:url|href|src)"|file:|/tmp|\.otf|NaN|Infinity', text) == []
        assert all(layer["data"]["values"] for layer in said(one)["layer"])


def test_drawn_again_it_has_the_title_and_every_word_of_the_picture(drawings: tuple[Drawing, ...]) -> None:
    for one in drawings:
        picture = TEXT.findall(one.files[one.pictures["wide", "light"]].decode("utf-8"))
        again = TEXT.findall(vl_convert.vegalite_to_svg(said(one)))
        assert sorted(again) == sorted([*picture, one.title, one.subtitle])


def test_it_says_where_it_is_from(drawings: tuple[Drawing, ...]) -> None:
    one = drawings[0]
    site = {"zh": "示例公示", "en": "Example figures"}[one.language]
    assert said(one)["usermeta"] == {
        "source": one.source,
        "publication": site,
        "edition": "1",
        "issued": "2020-06-01",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
    }
