"""What a description should have said is told in words, in both languages."""

import pytest

from gongshi.check.expectations import PATTERNS, RELATION, expected, pattern
from gongshi.read.schemas import VALIDATOR
from gongshi.read.values import Text


@pytest.mark.parametrize(
    ("schema", "written", "wanted"),
    [
        ({"type": "string"}, [], Text("一段文字", "text")),
        ({"type": "array"}, "a", Text("一个列表", "a list")),
        ({"type": "object"}, "a", Text("几行 名称: 内容", "lines of name: content")),
        ({"type": "null"}, "a", Text("null", "null")),
        ({"enum": ["zh", "en"]}, "fr", Text("zh 或 en", "zh or en")),
        ({"pattern": "^[0-9]{6}$"}, "a", Text("六位数字", "six digits")),
        ({"pattern": "^b$"}, "a", Text("^b$", "^b$")),
        ({"minLength": 20}, "a", Text("至少 20 个字", "at least 20 characters")),
        ({"minItems": 2}, ["a"], Text("至少 2 项", "at least 2 items")),
        ({"uniqueItems": True}, ["a", "a"], Text("每项只写一次", "each item once")),
        ({"contains": {"const": "zh"}}, ["en"], Text("其中要有 zh", "zh among them")),
        ({"oneOf": [{"type": "array"}, {"type": "object"}]}, "a", RELATION),
        ({"maxLength": 1}, "ab", Text("maxLength 1", "maxLength 1")),
    ],
    ids=str,
)
def test_what_is_demanded_is_said_in_words(schema: dict[str, object], written: object, wanted: Text) -> None:
    assert [expected(error) for error in VALIDATOR(schema).iter_errors(written)] == [wanted]


@pytest.mark.parametrize("written", PATTERNS)
def test_every_pattern_of_the_forms_has_words_in_both_languages(written: str) -> None:
    said = pattern(written)
    assert written not in (said.zh, said.en)
