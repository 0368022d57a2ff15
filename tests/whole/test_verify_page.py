"""The page that tells of a file which release it is, tried with files in a browser that has or lacks crypto.subtle."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from gongshi.read.catalog import read
from tests.programs import CHROMIUM, needs
from tests.whole.browsing import ARGUMENTS, served
from tests.whole.conftest import ROOT, Built

pytestmark = [pytest.mark.browser, pytest.mark.whole, needs("Chromium")]
SETTLED: Final = "() => !document.getElementById('verify-said').textContent.includes('%')"
# What a browser does not offer to pages that come over plain http from another machine.
KEPT_BACK: Final = "Object.defineProperty(crypto, 'subtle', {value: undefined})"
SIZES: Final = (0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000_003, 5_000_000)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(params=["crypto.subtle", "its own SHA-256"])
def tab(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    if request.param != "crypto.subtle":
        context.add_init_script(KEPT_BACK)
    yield context.new_page()
    context.close()


def said(tab: Page, file: Path) -> str:
    tab.set_input_files("#verify-file", file)
    tab.wait_for_function(SETTLED)
    return tab.inner_text("#verify-said")


def test_every_length_of_file_has_the_hash_that_others_give_it(built: Built, tab: Page, tmp_path: Path) -> None:
    tab.goto((built.folder / "verify/index.html").as_uri())
    for size in SIZES:
        file = tmp_path / f"{size}.bin"
        file.write_bytes(bytes(number * 7 % 256 for number in range(size)))
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        assert said(tab, file) == f"{size}.bin 不是本站发布的文件，或者被改动过。它的 SHA-256 是 {sha256}。"


def test_a_download_is_known_and_one_with_another_byte_is_not(built: Built, tab: Page, tmp_path: Path) -> None:
    with served(built.folder) as address:
        tab.goto(f"{address}en/verify/index.html")
        whole = built.folder / "data/figures.csv"
        assert said(tab, whole) == "figures.csv is data/figures.csv as it is offered now, to the letter."
        altered = tmp_path / "figures.csv"
        altered.write_bytes(whole.read_bytes().replace(b"3692000000", b"3692000001"))
        assert said(tab, altered).startswith("figures.csv is no file of this site, or it was altered.")


def test_a_table_of_the_first_release_is_told_with_its_release(built: Built, tab: Page) -> None:
    first = read(ROOT).history.releases[0]
    tab.goto((built.folder / "verify/index.html").as_uri())
    table = built.folder / f"releases/{first.name}/datasets/targets/figures.csv"
    line = f"figures.csv 就是第{first.name}期的 datasets/targets/figures.csv，一字不差。"
    assert line in said(tab, table).splitlines()


def test_without_scripts_the_page_tells_the_commands_and_every_hash(built: Built, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((built.folder / "verify/index.html").as_uri())
    assert tab.is_disabled("#verify-file")
    assert [tab.locator("pre").nth(n).inner_text() for n in range(3)] == [
        "certutil -hashfile figures.csv SHA256",
        "shasum -a 256 figures.csv",
        "sha256sum figures.csv",
    ]
    sha256 = hashlib.sha256((built.folder / "data/all.zip").read_bytes()).hexdigest()
    assert sha256 in tab.content()
    context.close()
