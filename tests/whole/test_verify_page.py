"""The page that tells of a file which release it is, tried with the files of the first edition."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from gongshi.read.catalog import read
from tests.programs import needs
from tests.site.test_verify_page import KEPT_BACK, chosen
from tests.whole.conftest import ROOT, Built

pytestmark = [pytest.mark.browser, pytest.mark.whole, needs("Chromium")]


@pytest.fixture(params=["crypto.subtle", "its own SHA-256"])
def tab(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    if request.param != "crypto.subtle":
        context.add_init_script(KEPT_BACK)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("where", ["served", "on disk"])
def test_a_download_is_known_and_one_with_another_byte_is_not(
    built: Built, address: str, tab: Page, tmp_path: Path, where: str
) -> None:
    tab.goto(f"{address if where == 'served' else f'{built.folder.as_uri()}/'}en/verify/index.html")
    for path in ("data/figures.csv", "data/all.zip"):
        name, data = Path(path).name, (built.folder / path).read_bytes()
        assert chosen(tab, built.folder / path) == f"{name} is {path} as it is offered now, to the letter."
        altered = tmp_path / name
        altered.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
        assert chosen(tab, altered).startswith(
            f"{name} is none of the files of any edition or of the present downloads"
        )


def test_a_table_of_the_first_release_is_told_with_its_release(built: Built, tab: Page) -> None:
    first = read(ROOT).history.releases[0]
    tab.goto((built.folder / "verify/index.html").as_uri())
    table = built.folder / f"releases/{first.name}/datasets/targets/figures.csv"
    line = f"figures.csv 就是第{first.name}期的 datasets/targets/figures.csv，一字不差。"
    assert line in chosen(tab, table).splitlines()


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
    tab.locator("summary", has_text="全部校验值").click()
    assert tab.get_by_role("rowheader", name=sha256).is_visible()
    context.close()
