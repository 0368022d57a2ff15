"""Look at many pages in Chromium, a few tabs side by side."""

import asyncio
import contextlib
import functools
import http.server
import sys
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Page, async_playwright

from tests.programs import CHROMIUM

ARGUMENTS: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
TABS: Final = 2
# Kinds of pages for states that need not be tried on every page of a kind.
SAMPLE: Final = tuple(
    f"{root}{page}index.html"
    for root in ("", "en/")
    for page in (
        *("", "topics/targets/", "topics/teams/", "areas/220800/", "areas/220800/teams/", "indicators/paired-firms/"),
        *("commitments/", "checks/", "articles/", "sources/baicheng-2018/", "data/", "data/teams/", "method/"),
        *("verify/", "api/"),
    )
)

# What is at fault with a page, and in which state of the window.
Look = Callable[[Page], Awaitable[Iterable[str]]]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: the tests' own output is what is read."""


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Let a browser hang up on a picture that it no longer needs; anything else is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` in a folder of a host on loopback, as a portal would hold it."""
    handler = functools.partial(Quiet, directory=str(folder.parent))
    server = Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    server.shutdown()
    server.server_close()
    thread.join()


def watch(page: Any, address: str, faults: list[str]) -> None:
    """Note every error of a page, and every request that leaves `address`."""
    page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", lambda r: None if r.url.startswith((address, "data:")) else faults.append(f"outside: {r.url}"))
    page.on("response", lambda r: faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)


def on_every_page(address: str, paths: Iterable[str], look: Look, **context: Any) -> list[str]:
    """What is at fault with the pages, in their order: errors, outside requests, and what `look` finds.

    `context` is for the tabs' browser contexts, such as java_script_enabled.
    """
    listed = tuple(paths)
    with ThreadPoolExecutor(1) as apart:  # the synchronous fixtures of other tests may hold this thread's event loop
        found = apart.submit(asyncio.run, _tour(address, listed, look, context)).result()
    return [f"{path}: {fault}" for path in listed for fault in found[path]]


async def _tour(
    address: str, paths: tuple[str, ...], look: Look, context: Mapping[str, Any]
) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {path: [] for path in paths}
    left = iter(paths)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))

        async def tab() -> None:
            page = await (await browser.new_context(**context)).new_page()
            page.set_default_timeout(120_000)
            faults: list[str] = []
            watch(page, address, faults)
            for path in left:
                await page.goto(address + path)
                found[path] += await look(page)
                found[path] += faults
                faults.clear()

        await asyncio.gather(*(tab() for _ in range(TABS)))
        await browser.close()
    return found
