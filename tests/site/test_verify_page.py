"""The page that tells of a file which release it is: what it knows, and what its script makes of it in a browser."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from gongshi import releasing
from gongshi.record.manifest import digest
from gongshi.site import addresses, pages_verify, theme
from gongshi.site.desk import Desk
from tests.programs import needs
from tests.publication import Site
from tests.released import first
from tests.site.pages import Outline, desk, templates
from tests.whole.browsing import watch

TABLE: Final = "datasets/trees/figures.csv"
SETTLED: Final = "() => document.getElementById('verify-progress').hidden"
# What a browser does not offer to pages that come over plain http from another machine.
KEPT_BACK: Final = "Object.defineProperty(crypto, 'subtle', {value: undefined})"
# Around the ends of blocks (64 bytes) and of the padding of the last one, and around those of the pieces of a file.
SIZES: Final = (0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1_000_003, 4_194_304, 4_194_305)


def at(site: Site, language: str = "zh") -> Desk:
    """The desk of the page, where two downloads are offered."""
    made = desk(site.root, language)
    offered = {"data/trees/figures.csv": digest(b"offered"), "data/all.zip": digest(b"packed")}
    return replace(made, edition=replace(made.edition, digests=offered), here=addresses.VERIFY)


def rendered(here: Desk) -> str:
    return templates(here).get_template("verify.html").render(page=pages_verify.page(here))


def withdrawn(site: Site, post: str = "总编辑") -> str:
    """Release the publication, withdraw a table, and give the hash it had."""
    first(site)
    (sha256,) = {f.sha256 for f in site.read().history.releases[0].files if f.path == TABLE}
    releasing.withdraw(site.root, TABLE, "误列了不该公开的内容", post, date(2020, 6, 2))
    return sha256


def test_it_knows_what_is_offered_what_was_released_and_what_was_withdrawn(site: Site) -> None:
    sha256 = withdrawn(site)
    (release,) = site.read().history.releases
    assert dict(pages_verify.known(at(site))) == {
        digest(b"offered"): (("", "data/trees/figures.csv", ""),),
        digest(b"packed"): (("", "data/all.zip", ""),),
        release.sha256: (("1", "manifest.json", ""),),
        **{file.sha256: (("1", file.path, ""),) for file in release.files},
        sha256: (("1", TABLE, "2020年6月2日由总编辑"),),
    }


def test_a_hash_stands_in_the_table_with_where_the_file_is_from(site: Site) -> None:
    first(site)
    rows = re.findall(r"<tr><th scope=\"row\">(\w+)</th><td>(.*?)</td><td>(.*?)</td></tr>", rendered(at(site)))
    assert (digest(b"offered"), "data/trees/figures.csv", "现有下载") in rows
    assert [(path, where) for _, path, where in rows if path == "manifest.json"] == [("manifest.json", "第1期")]


@pytest.mark.parametrize("post", ["</script><script>x()</script>", "<!--<script>", "' onclick=x() \"", "]]>&lt;"])
def test_no_word_of_a_decision_leads_out_of_the_data_of_the_page(site: Site, post: str) -> None:
    sha256 = withdrawn(site, post)
    page = rendered(at(site))
    data = re.search(r'<script type="application/json" id="verify-known">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])[sha256] == [["1", TABLE, f"2020年6月2日由{post}"]]
    assert [script.get("src", "") for script in Outline(page).all("script")] == [
        f"../{theme.published(addresses.SCRIPT)}",
        f"../{theme.published(addresses.COPIER)}",
        "",
        f"../{theme.published(addresses.VERIFIER)}",
    ]


@pytest.mark.parametrize(("address", "shown"), [("", "网址"), ("https://example.org/a/", "https://example.org/a/")])
def test_the_command_for_the_whole_site_has_its_address_where_there_is_one(
    site: Site, address: str, shown: str
) -> None:
    if address:
        site.write("publication.yaml", (site.root / "publication.yaml").read_text("utf-8") + f"address: {address}\n")
    assert [item.line for item in pages_verify.page(at(site)).site] == [
        "sha256sum -c SHA256SUMS",
        f"python build.py verify {shown}",
        f"python build.py verify {shown} --rebuild",
    ]


@pytest.fixture(params=["crypto.subtle", "its own SHA-256"])
def tab(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A tab of a browser that has a SHA-256 for pages, or has none."""
    context = chromium.new_context()
    if request.param != "crypto.subtle":
        context.add_init_script(KEPT_BACK)
    page, faults = context.new_page(), list[str]()
    watch(page, "file://", faults)
    yield page
    context.close()
    assert faults == []


def opened(tab: Page, site: Site, language: str = "zh") -> None:
    """Open the page from a folder on disk."""
    folder, page = site.root.parent / "site", f"{addresses.ROOTS[language]}{addresses.VERIFY}"
    for path, data in {**theme.assets(), page: rendered(at(site, language)).encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    tab.goto((folder / page).as_uri())


def chosen(tab: Page, file: Path) -> str:
    """What the page says of a file."""
    tab.set_input_files("#verify-file", file)
    tab.wait_for_function(SETTLED)
    return tab.inner_text("#verify-said")


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.browser
@needs("Chromium")
def test_a_file_of_any_length_has_the_hash_that_others_give_it(site: Site, tab: Page, tmp_path: Path) -> None:
    opened(tab, site)
    for size in SIZES:
        file = written(tmp_path / f"{size}.bin", bytes(number * 7 % 256 for number in range(size)))
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        assert chosen(tab, file).endswith(f"它的 SHA-256 是 {sha256}。")


@pytest.mark.browser
@needs("Chromium")
def test_what_is_offered_withdrawn_or_unknown_is_told_apart_in_words_and_looks(
    site: Site, tab: Page, tmp_path: Path
) -> None:
    first(site)
    table = site.read().frozen[TABLE]
    releasing.withdraw(site.root, TABLE, "误列了不该公开的内容", "总编辑", date(2020, 6, 2))
    opened(tab, site, "en")
    answers = [
        (chosen(tab, written(tmp_path / name, data)), tab.get_attribute("#verify-said", "class"))
        for name, data in {"a.csv": b"offered", "b.csv": table, "c.csv": table + b" "}.items()
    ]
    assert answers == [
        ("a.csv is data/trees/figures.csv as it is offered now, to the letter.", "good"),
        (
            f"b.csv is {TABLE} of edition 1, which was withdrawn on 2 June 2020 by 总编辑; please do not pass it on.",
            "caution",
        ),
        (
            "c.csv is none of the files of any edition or of the present downloads: it is not ours, or it was altered "
            "(opening and saving it in a spreadsheet program alters it too). Pages, charts and the files of the "
            "folder api are not checked here; their hashes are in SHA256SUMS. "
            f"Its SHA-256 is {digest(table + b' ')}.",
            "caution",
        ),
    ]


# Counts how often the page gets a turn while a file is read.
TICKS: Final = "() => { window.ticks = 0; setInterval(() => { window.ticks += 1; }, 1); }"


@pytest.mark.browser
@needs("Chromium")
def test_the_file_chosen_last_is_the_one_that_is_told_and_the_page_stays_awake(
    site: Site, tab: Page, tmp_path: Path
) -> None:
    """The first file is above what crypto.subtle is given whole; it takes pieces, and time, in both browsers."""
    opened(tab, site)
    tab.evaluate(TICKS)
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(80 * 2**20)
    tab.set_input_files("#verify-file", large)
    working = (tab.inner_text("#verify-said"), tab.is_visible("#verify-progress"))
    assert working == ("正在计算……", True)
    tab.wait_for_function("() => document.getElementById('verify-progress').value >= 0.1")
    assert tab.evaluate("() => window.ticks") > 1
    told = chosen(tab, written(tmp_path / "small.bin", b"offered"))
    tab.wait_for_timeout(1500)
    assert (told, tab.inner_text("#verify-said")) == (
        "small.bin 就是现在提供下载的 data/trees/figures.csv，一字不差。",
    ) * 2


@pytest.mark.browser
@needs("Chromium")
def test_a_file_is_chosen_with_the_keyboard_and_told_anew_when_it_changed(
    site: Site, tab: Page, tmp_path: Path
) -> None:
    opened(tab, site)
    answers = []
    for data in (b"offered", b"altered"):
        with tab.expect_file_chooser() as chooser:
            tab.get_by_label("文件：").press("Space")
        assert tab.locator("#verify-said").inner_text() == "还没有选文件。"
        chooser.value.set_files(written(tmp_path / "a.csv", data))
        tab.wait_for_function(SETTLED)
        answers.append(tab.locator("#verify-said").inner_text().partition(" ")[2][:8])
    assert answers == ["就是现在提供下载", "和各期的文件、现"]
