"""What a person meets: every page in Chromium, narrow and wide, with and without JavaScript."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.whole.conftest import Built

CHROMIUM: Final = Path("/usr/bin/chromium")
ARGUMENTS: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.whole,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed at /usr/bin/chromium"),
]

# Wider than the window, pictures that did not arrive, and text below the smallest size.
MEASURE: Final = """() => ({
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  missing: [...document.images].filter(i => i.complete && i.naturalWidth === 0 && i.getClientRects().length)
    .map(i => i.src),
  small: [...document.querySelectorAll('main *, header *, footer *')].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length &&
    parseFloat(getComputedStyle(e).fontSize) < 13.9 && !e.closest('sup, sub')).map(e => e.outerHTML.slice(0, 90)),
})"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: the tests' own output is what is read."""


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    """The site served from a folder of a host on loopback, as a portal would hold it."""
    handler = functools.partial(Quiet, directory=str(built.folder.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{built.folder.name}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield browser
        browser.close()


def watched(page: Page, allowed: str, faults: list[str]) -> None:
    page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", lambda r: None if r.url.startswith((allowed, "data:")) else faults.append(f"outside: {r.url}"))
    page.on("response", lambda r: faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)


@pytest.mark.parametrize(
    ("width", "scheme", "scripts"),
    [(320, "light", True), (360, "dark", False), (768, "light", False), (1280, "dark", True)],
)
def test_every_page_opens_without_fault_overflow_or_outside_request(
    chromium: Browser, address: str, built: Built, width: int, scheme: str, scripts: bool
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=scripts
    )
    page = context.new_page()
    faults: list[str] = []
    watched(page, address, faults)
    for path in built.pages:
        page.goto(address + path)
        if scripts:
            found = page.evaluate(MEASURE)
            faults += [f"{path}: {name} {value}" for name, value in found.items() if value]
        elif page.locator("main").bounding_box()["width"] > width:  # type: ignore[index]
            faults.append(f"{path}: wider than {width}")
    context.close()
    assert faults == []


def test_a_folder_on_disk_reads_like_the_site(chromium: Browser, built: Built) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    watched(page, "file://", faults)
    page.goto((built.folder / "index.html").as_uri())
    page.locator("nav a").first.click()
    page.locator("main a").first.click()
    found = page.evaluate(MEASURE)
    page.close()
    assert (faults, found) == ([], {"overflow": 0, "missing": [], "small": []})


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
