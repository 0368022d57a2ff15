"""Fixtures that more than one room's tests use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.programs import CHROMIUM
from tests.publication import Site, publication
from tests.whole.browsing import ARGUMENTS

# No test waits for a clock: machines are shared. The same examples in every run: what is red here is red everywhere.
settings.register_profile("gongshi", deadline=None, derandomize=True)
settings.load_profile("gongshi")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one file; they are marked with what they need (tests/programs.py)."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small publication without a problem, in a folder of its own."""
    return publication(tmp_path / "publication")
