"""The page that shows public oversight on a fictional county says what the program says."""

from gongshi.check import duties
from gongshi.read.messages import messages
from tests import oversight_page


def test_the_page_of_oversight_is_what_the_program_says_today() -> None:
    written = oversight_page.PAGE.read_text(encoding="utf-8")
    assert written == oversight_page.page(), "run: python -m tests.oversight_page"


def test_the_page_of_oversight_shows_every_state_of_a_notice_and_of_a_duty() -> None:
    written, words = oversight_page.PAGE.read_text(encoding="utf-8"), messages("zh")
    states = [f"duty-state-{state}" for state in (*duties.STATES, "unassessed")]
    states += [f"notice-state-{state}" for state in ("upcoming", "open", "closed")]
    assert [state for state in states if f"({words[state]})" not in written] == []
