"""What is told of every problem is complete in both languages, and plain to the people who must mend it."""

import string
import tomllib
from pathlib import Path

import pytest

from gongshi.errors import codes
from tests.publication import HERE

KEYS = ["mend_en", "mend_zh", "severity", "what_en", "what_zh"]
ENTRIES = tomllib.loads((HERE / "gongshi/problems.toml").read_text(encoding="utf-8"))
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(HERE / "tests").rglob("*.py")))


@pytest.mark.parametrize("code", codes())
def test_a_code_has_all_its_sentences(code: str) -> None:
    entry = ENTRIES[code]
    assert sorted(entry) == KEYS
    assert entry["severity"] in ("error", "warning")
    assert [key for key in KEYS if not entry[key].strip() or not string.Template(entry[key]).is_valid()] == []


@pytest.mark.parametrize("code", codes())
def test_chinese_sentences_end_in_chinese_punctuation(code: str) -> None:
    sentences = [ENTRIES[code]["what_zh"], ENTRIES[code]["mend_zh"]]
    assert [text for text in sentences if not text.endswith(("。", "$value", "$rule", "$reason", "$row"))] == []


def test_every_code_is_produced_by_some_test() -> None:
    assert [code for code in codes() if f'"{code}"' not in TESTS] == []
