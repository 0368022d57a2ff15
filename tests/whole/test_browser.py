"""What a person meets: every page in Chromium, narrow and wide, light and dark, with and without JavaScript."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Page as Tab
from playwright.sync_api import Browser

from tests.programs import needs
from tests.whole.browsing import SAMPLE, on_every_page, served, watch
from tests.whole.conftest import Built

pytestmark = [pytest.mark.browser, pytest.mark.whole, needs("Chromium")]

# Narrow and wide, light and dark: between them they ask for each of a chart's four drawings.
WINDOWS: Final = ((320, "light"), (360, "dark"), (768, "light"), (1280, "dark"))
# Wider than the window, pictures that did not arrive, and text below the smallest size.
MEASURE: Final = """() => {
  const shown = [...document.images].filter(image => image.getClientRects().length);
  const small = element => parseFloat(getComputedStyle(element).fontSize) < 13.9 && !element.closest('sup, sub');
  const speaks = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    missing: shown.filter(image => !image.complete || !image.naturalWidth).map(image => image.getAttribute('src')),
    small: [...document.querySelectorAll('main *, header *, footer *')]
      .filter(element => speaks(element) && element.getClientRects().length && small(element))
      .map(element => element.outerHTML.slice(0, 90)),
  };
}"""
PATIENCE: Final = 100  # times fifty milliseconds: how long a picture for another width or colour scheme may take


async def measured(page: Tab) -> list[str]:
    """What does not fit, is missing or too small, in each of the windows."""
    found = []
    for width, scheme in WINDOWS:
        await page.set_viewport_size({"width": width, "height": 800})
        await page.emulate_media(color_scheme=scheme)
        measures = await settled(page)
        found += [f"{width} {scheme}: {name} {value}" for name, value in measures.items() if value]
    return found


async def settled(page: Tab) -> Mapping[str, object]:
    """The measures of a page once its pictures are there, or have had the time."""
    measures: Mapping[str, object] = await page.evaluate(MEASURE)
    for _ in range(PATIENCE):
        if not measures["missing"]:
            break
        await asyncio.sleep(0.05)
        measures = await page.evaluate(MEASURE)
    return measures


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_every_page_opens_without_fault_overflow_or_outside_request(address: str, built: Built, scripts: bool) -> None:
    assert on_every_page(address, built.anywhere, measured, java_script_enabled=scripts) == []


# The way of a reader through the folder on a disk: what is clicked on each page, and the page that it leads to.
WALK: Final = (
    ('nav a[href="topics/index.html"]', "topics/index.html"),
    ('main a[href="microcredit/index.html"]', "topics/microcredit/index.html"),
    ("main .row-name", "areas/220000/microcredit/index.html"),
    ('.crumbs a[href="../index.html"]', "areas/220000/index.html"),
    ('.tools a[lang="en"]', "en/areas/220000/index.html"),
    ('nav a[href$="articles/index.html"]', "en/articles/index.html"),
    ('main a[href="income-gains/index.html"]', "en/articles/income-gains/index.html"),
    ('.tools a[lang="zh-CN"]', "articles/income-gains/index.html"),
    ('nav a[href$="data/index.html"]', "data/index.html"),
    ('main h2 a[href="microcredit/index.html"]', "data/microcredit/index.html"),
    (".brand a", "index.html"),
)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_folder_on_disk_reads_like_the_site(chromium: Browser, built: Built, scripts: bool) -> None:
    folder, faults = f"{built.folder.as_uri()}/", []
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    watch(page, folder, faults)
    page.goto(f"{folder}index.html")
    for link, path in WALK:
        page.locator(link).first.click()
        page.wait_for_url(lambda url, path=path: url.partition("#")[0] == folder + path)
        faults += [f"{path}: {name} {value}" for name, value in page.evaluate(MEASURE).items() if value]
    context.close()
    assert faults == []


def test_every_kind_of_page_opens_from_a_folder_on_disk(built: Built) -> None:
    assert on_every_page(f"{built.folder.as_uri()}/", SAMPLE, measured) == []


def test_what_is_at_fault_with_a_page_is_found(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        '<main><p style="width:420px;font-size:12px">+</p><img src="none.png" alt="-" width="9" height="9">'
        '<link rel="stylesheet" href="//127.0.0.2/none.css"></main><script>lost()</script>',
        encoding="utf-8",
    )
    with served(tmp_path) as address:
        found = [fault.replace(address, "/") for fault in on_every_page(address, ["bad.html"], measured)]
    everywhere = ["missing ['none.png']", """small ['<p style="width:420px;font-size:12px">+</p>']"""]
    assert sorted(found) == sorted(
        [
            *(f"bad.html: {width} {scheme}: {fault}" for width, scheme in WINDOWS for fault in everywhere),
            "bad.html: 320 light: overflow 108",
            "bad.html: 360 dark: overflow 68",
            "bad.html: 404: /none.png",
            "bad.html: console: Failed to load resource: net::ERR_CONNECTION_REFUSED",
            "bad.html: console: Failed to load resource: the server responded with a status of 404 (File not found)",
            "bad.html: error: lost is not defined",
            "bad.html: outside: http://127.0.0.2/none.css",
        ]
    )


def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}index.html")
    page.keyboard.press("Tab")
    focused = page.evaluate(
        "() => [document.activeElement.getAttribute('href'), getComputedStyle(document.activeElement).outlineStyle]"
    )
    page.close()
    assert focused == ["#main", "solid"]


def test_large_text_works_without_a_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=True)
    page = context.new_page()
    page.goto(f"{address}index.html")
    before = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    page.locator("#large").check()
    after = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    context.close()
    assert (before, after) == (16, 20)


def test_a_figure_can_be_traced_to_its_sentence_from_its_permanent_address(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}areas/220000/microcredit/index.html#jilin-loans-to-2018h1")
    text = page.locator("#jilin-loans-to-2018h1").inner_text()
    page.close()
    assert all(words in text for words in ("36.92", "亿元", "36.92億元", "建立扶貧資金投入"))


def test_on_paper_stands_what_the_reader_opened(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}areas/220000/microcredit/index.html")
    page.emulate_media(media="print")
    page.evaluate("() => { document.querySelector('.more').open = true; }")
    shown = [facts.is_visible() for facts in page.locator(".more .facts").all()]
    page.close()
    assert shown == [True] + [False] * (len(shown) - 1)
