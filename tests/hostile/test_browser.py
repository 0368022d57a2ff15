"""A hostile publication in a real browser: every page is opened with JavaScript on, and nothing of it runs."""

from typing import Final

import pytest
from playwright.sync_api import sync_playwright

from tests.hostile.conftest import Pair
from tests.programs import CHROMIUM, needs
from tests.whole.browsing import ARGUMENTS, served, watch

pytestmark = [pytest.mark.browser, pytest.mark.whole, needs("Chromium")]
# What was planted would make elements of this kind, or handlers on others; one that ran would say so.
SPY: Final = "window.alert = window.confirm = window.prompt = () => console.error('ran')"
PLANTED: Final = """() => [...document.querySelectorAll('*')]
  .filter(e => e.localName.startsWith('x-') || [...e.attributes].some(a => a.name.startsWith('on')))
  .map(e => e.outerHTML.slice(0, 90))"""


def test_nothing_that_was_planted_runs_or_loads_anything(pair: Pair) -> None:
    faults: list[str] = []
    # The page for lost readers works at the address of the publication alone; it is served at another here.
    names = [name for name in pair.files if name.endswith(".html") and not name.endswith("404.html")]
    with served(pair.hostile) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        page = browser.new_page()
        page.add_init_script(SPY)
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        watch(page, address, faults)
        for name in names:
            page.goto(address + name)
            faults += [f"{name}: {found}" for found in page.evaluate(PLANTED)]
        browser.close()
    assert names != []
    assert faults == []
