"""The commonest mistakes of people with a spreadsheet are told as mistakes.toml says, word for word.

Each entry names a fault of the corpus. Its text is what `python build.py check` prints of it: file, Excel cell, column,
what is wrong, and what to type instead.
"""

import tomllib

import pytest

from gongshi import report
from tests.check.faults import FAULTS
from tests.publication import HERE, Site

MISTAKES = tomllib.loads((HERE / "tests/mistakes.toml").read_text(encoding="utf-8"))
FAULT = {fault.name: fault for fault in FAULTS}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_common_mistake_is_told_in_plain_words(site: Site, name: str) -> None:
    FAULT[name].change(site)
    problems = site.problems()
    told = {language: f"{report.as_text(problems, language)}\n" for language in ("zh", "en")}
    assert told == MISTAKES[name]
