"""The page of every message is complete and says what the program says."""

import re

import pytest

from gongshi.errors import codes
from tests import problem_page
from tests.check.faults import FAULTS


@pytest.mark.parametrize("code", codes())
def test_every_code_has_a_broken_publication_that_gives_it(code: str) -> None:
    assert [fault.name for fault in FAULTS if code in {found[0] for found in fault.expected}] != []


def test_the_page_of_messages_is_what_the_program_says_today() -> None:
    written = problem_page.PAGE.read_text(encoding="utf-8")
    assert written == problem_page.page(), "run: python -m tests.problem_page"
    assert re.findall(r"^## (.+)$", written, re.MULTILINE) == list(codes())
