"""Citations are copied by keyboard, with the clipboard of modern browsers and without it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from gongshi.site import addresses, pages_areas, theme
from tests.programs import needs
from tests.publication import Site
from tests.site.pages import desk, templates

pytestmark = [pytest.mark.browser, needs("Chromium")]
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
REFUSING = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error())}})"
HELPLESS = f"{NO_CLIPBOARD}; document.execCommand = () => false"


def built(site: Site, language: str) -> Path:
    """The home of the figures of trees."""
    at, folder = desk(site.root, language).at(addresses.records("999999", "trees")), site.root / "site"
    page = pages_areas.records(at, at.catalog.areas["999999"], at.catalog.dataset("trees"))
    root = addresses.ROOTS[language]
    made = {f"{root}{at.here}": templates(at).get_template("records.html").render(page=page).encode(), **theme.assets()}
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / root / at.here


def pasted(page: Page) -> str:
    page.evaluate("document.body.prepend(document.createElement('textarea'))")
    page.focus("body > textarea")
    page.keyboard.press("Control+V")
    return page.input_value("body > textarea")


def on_first_button(page: Page) -> None:
    """Reach the button of the first citation with the keyboard alone."""
    for summary in ("#trees-2018 summary", "#trees-2018 .cite summary"):
        page.focus(summary)
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")


@pytest.mark.parametrize("script", ["", NO_CLIPBOARD, REFUSING], ids=["clipboard", "none", "refused"])
@pytest.mark.parametrize(("language", "word"), [("zh", "已复制"), ("en", "Copied")])
def test_a_citation_is_copied_by_keyboard(chromium: Browser, site: Site, script: str, language: str, word: str) -> None:
    with chromium.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.add_init_script(script)
        page.clock.set_fixed_time("2020-08-09T12:00:00Z")
        page.goto(built(site, language).as_uri())
        on_first_button(page)
        page.keyboard.press("Enter")
        page.get_by_role("status").filter(has_text=word).wait_for()
        shown = page.locator("#trees-2018 .citation").first.inner_text()
        assert "[2020-08-09]. urn:gongshi:figure:trees-2018." in shown
        assert pasted(page) == shown


def test_where_nothing_can_be_copied_the_text_is_marked_and_the_reader_told(chromium: Browser, site: Site) -> None:
    page = chromium.new_page()
    page.add_init_script(HELPLESS)
    page.goto(built(site, "zh").as_uri())
    on_first_button(page)
    page.keyboard.press("Space")
    page.get_by_role("status").filter(has_text="已选中，请按 Ctrl+C").wait_for()
    marked = page.evaluate("getSelection().toString()")
    assert marked == page.locator("#trees-2018 .citation").first.inner_text()
    page.close()


def test_every_button_says_what_it_copies(chromium: Browser, site: Site) -> None:
    page = chromium.new_page()
    page.goto(built(site, "zh").as_uri())
    on_first_button(page)
    within = page.locator("#trees-2018 .cite")
    for name in ("复制 GB/T 7714", "复制 APA", "复制 BibTeX"):
        assert within.get_by_role("button", name=name, exact=True).count() == 1
    page.close()
