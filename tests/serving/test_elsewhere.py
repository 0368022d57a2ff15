"""Embedded pages in the page of another host, the page for lost readers, and a site deep in a portal, through nginx."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from itertools import product
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.programs import AXE, needs
from tests.serving.hosting import BROTLI, SHIPPED, free, hosted
from tests.whole.browsing import served, watch
from tests.whole.conftest import build_at
from tests.whole.test_axe import OPEN, RUN

pytestmark = [pytest.mark.browser, needs("nginx", "Chromium")]

EMBEDDED: Final = (
    *("embed/trees/by-year/", "en/embed/trees/by-year/"),
    *("releases/1/embed/zh/trees/by-year/", "releases/1/embed/en/trees/by-year/"),
)
NOT: Final = ("", "topics/trees/", "releases/1/", "data/", "404.html")
DEEP: Final = "a/b/site/"
LONGEST: Final = 200
KINDS: Final = tuple(
    f"{root}{page}"
    for root in ("", "en/")
    for page in ("", "topics/trees/", "data/", "data/trees/", "api/", "verify/", "corrections/", "embed/trees/by-year/")
)
LINKS: Final = """() => [...document.querySelectorAll('[href], [src], [srcset]')].flatMap(
  one => ['href', 'src', 'srcset'].filter(name => one.hasAttribute(name)).map(name => one.getAttribute(name)))
  .filter(link => !/^(#|[a-z]+:)/.test(link)).map(link => new URL(link, location.href).pathname)"""


@dataclass(frozen=True)
class Placed:
    """A built site whose address has a path, and the address of that path in a portal."""

    folder: Path
    address: str


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Placed]:
    """The site behind the lines of docs/serving.md, in a portal on another port."""
    folder = tmp_path_factory.mktemp("elsewhere")
    site = build_at(folder, f"https://data.example.org/{DEEP}").folder
    text = (SHIPPED.parents[1] / "docs/serving.md").read_text(encoding="utf-8")
    told = re.search(r"```nginx\n(location /open/ .*?)```", text, re.DOTALL)
    assert told is not None
    lines = told[1].replace("/open/", f"/{DEEP}").replace("127.0.0.1:8080", "127.0.0.1:BACK")
    port = free()
    more = f"server {{ listen 127.0.0.1:{port}; {lines} }}"
    with hosted(site, folder / "run", brotli=BROTLI.exists(), more=more):
        yield Placed(site, f"http://127.0.0.1:{port}/{DEEP}")


def framed(page: Page, address: str, folder: Path) -> Frame:
    """The frame of another host's page that shows an address."""
    (folder / "index.html").write_text(
        f'<!doctype html><link rel="icon" href="data:,"><iframe src="{address}" width="600" height="600"></iframe>',
        encoding="utf-8",
    )
    with served(folder) as other:
        page.goto(f"{other}index.html", wait_until="networkidle")
    return page.frames[1]


@pytest.mark.parametrize("path", EMBEDDED)
def test_an_embedded_page_shows_its_picture_in_its_style_and_leads_out_of_the_frame(
    chromium: Browser, placed: Placed, tmp_path: Path, path: str
) -> None:
    context, faults = chromium.new_context(), list[str]()
    page = context.new_page()
    watch(page, "http://127.0.0.1:", faults)
    frame = framed(page, placed.address + path, tmp_path)
    found = frame.evaluate(
        "() => [document.images[0].naturalWidth > 0, getComputedStyle(document.querySelector('main')).display]"
    )
    with context.expect_page() as opened:
        frame.locator(".links a").first.click()
    opened.value.wait_for_load_state()
    led, stays, heading = opened.value.url, page.frames[1].url, opened.value.locator(".chart-title").first
    shown = heading.is_visible()
    context.close()
    root = "en/" if "en/" in path else ""
    assert (found, faults, shown) == ([True, "flex"], [], True)
    assert (led, stays) == (
        f"{placed.address}{root}topics/trees/index.html#chart-trees-by-year",
        placed.address + path,
    )


@pytest.mark.parametrize("path", NOT)
def test_no_other_page_can_be_framed(chromium: Browser, placed: Placed, tmp_path: Path, path: str) -> None:
    page, faults = chromium.new_page(), list[str]()
    watch(page, "http://127.0.0.1:", faults)
    frame = framed(page, placed.address + path, tmp_path)
    url = frame.url
    page.close()
    assert url.startswith("chrome-error:")
    assert ["frame-ancestors 'none'" in fault.replace('"', "'") for fault in faults] == [True]


@needs("axe-core")
@pytest.mark.parametrize("path", ["none/at/all/x.html", "en/areas/none/none/x"])
def test_a_lost_reader_deep_in_a_portal_meets_no_barrier(chromium: Browser, placed: Placed, path: str) -> None:
    context, faults = chromium.new_context(bypass_csp=True), list[str]()
    page = context.new_page()
    watch(page, placed.address, faults)
    answer = page.goto(placed.address + path)
    assert answer is not None
    linked = page.evaluate(LINKS)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(OPEN)
    found = []
    for width, scheme in product((320, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found += page.evaluate(RUN, [])
    lost = [link for link in {*linked} if context.request.get(urljoin(placed.address, link)).status != HTTPStatus.OK]
    language = page.locator("html").get_attribute("lang")
    context.close()
    own = [fault for fault in faults if not fault.endswith(f"/{path}") and "404 (Not Found)" not in fault]
    assert (answer.status, language, found, lost, own) == (404, "en" if path.startswith("en/") else "zh-CN", [], [], [])
    assert len(linked) > 5


@pytest.mark.parametrize("server", ["nginx", "python"])
def test_every_link_of_each_kind_of_page_holds_deep_in_a_portal(
    chromium: Browser, placed: Placed, tmp_path: Path, server: str
) -> None:
    """Python sends lost readers its own page, so only the other kinds of pages are looked at there."""
    context, faults, links = chromium.new_context(), list[str](), set[str]()
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / DEEP.rstrip("/")).symlink_to(placed.folder)
    with served(tmp_path) as root:
        address = placed.address if server == "nginx" else f"{root}{DEEP}"
        page = context.new_page()
        watch(page, address, faults)
        for path in KINDS:
            page.goto(address + path)
            links |= {urljoin(address, link) for link in page.evaluate(LINKS)}
        outside = [link for link in links if not link.startswith(address)]
        lost = [link for link in links if context.request.get(link).status != HTTPStatus.OK]
    context.close()
    assert (faults, outside, lost) == ([], [], [])
    assert len(links) > 50


def test_names_of_files_hold_on_every_host(placed: Placed) -> None:
    """Neither GitHub Pages, which drops names that begin with _ or ., nor a disk or a store changes or loses one."""
    paths = [path.relative_to(placed.folder).as_posix() for path in placed.folder.rglob("*")]
    assert [
        path for path in paths if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*", path)
    ] == []
    assert len({path.lower() for path in paths}) == len(paths)
    assert [path for path in paths if len(path) >= LONGEST or path.endswith(".")] == []
