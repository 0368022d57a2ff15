"""The limits that are told are those that hold."""

import json

from gongshi.check.expectations import PATTERNS
from gongshi.read import limits
from gongshi.read.schemas import FORMS
from tests.publication import HERE


def test_the_limits_stand_in_the_document_as_they_are() -> None:
    text = (HERE / "docs/security.md").read_text(encoding="utf-8")
    told = (
        f"{limits.TABLE:,} bytes, {limits.ROWS:,} rows, {limits.COLUMNS} columns, {limits.CELL:,} characters in a cell",
        f"{limits.DESCRIPTION:,} bytes, {limits.DEPTH} levels, {limits.TEXT:,} characters in a text",
        f"{limits.PROSE:,} bytes, {limits.PARAGRAPH:,} characters in a paragraph, {limits.NESTING} levels of",
        f"| {limits.NAME} characters |",
        f"| {limits.DATASETS}; {limits.TEXTS:,} |",
        f"| {limits.PROBLEMS}, and how many there are |",
    )
    assert [words for words in told if words not in text] == []


def test_every_pattern_that_a_schema_may_use_can_be_said_in_words() -> None:
    form = json.loads((FORMS / "table.schema.json").read_text(encoding="utf-8"))
    allowed = form["properties"]["fields"]["items"]["properties"]["constraints"]["properties"]["pattern"]["enum"]
    assert [pattern for pattern in allowed if pattern not in PATTERNS] == []
