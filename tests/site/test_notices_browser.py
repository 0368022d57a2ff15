"""The script of notices in Chromium, with clocks of other days than that of the build."""

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from gongshi.site import addresses, pages_home, pages_notices, pages_oversight, theme
from tests.programs import needs
from tests.publication import Site, official
from tests.site.pages import desk, templates
from tests.site.test_notices import prose

pytestmark = [pytest.mark.browser, needs("Chromium")]

# A clock somewhere in the world, and how the notice that is open from 27 May to 5 June in China stands by it.
CLOCKS: Final = (
    ("2020-05-26T23:59:59+08:00", "upcoming", "未开始"),
    ("2020-05-27T00:00:00+08:00", "open", "公示中"),
    ("2020-06-05T23:59:59+08:00", "open", "公示中"),
    ("2020-06-05T17:00:00+01:00", "closed", "公示期满"),
    ("2020-06-06T00:00:00+08:00", "closed", "公示期满"),
    ("2030-01-01T12:00:00+08:00", "closed", "公示期满"),
)
BUILT: Final = date(2020, 5, 26)


def built(site: Site, today: date) -> Path:
    """The home page, the list and the page of the consultation, as a build of that day makes them."""
    at, folder = desk(official(site).root, today=today), site.root / "site"
    listing, page = at.at(addresses.NOTICES), at.at(addresses.notice("tree-plan"))
    oversight = at.at(addresses.OVERSIGHT)
    made = {
        addresses.HOME: ("home", pages_home.home(at, [])),
        listing.here: ("notices", pages_notices.notices(listing)),
        oversight.here: ("oversight", pages_oversight.oversight(oversight)),
        page.here: ("notice", pages_notices.notice(page, at.catalog.notices["tree-plan"], prose(page, "tree-plan"))),
    }
    files = {
        path: templates(at).get_template(f"{name}.html").render(page=one).encode() for path, (name, one) in made.items()
    }
    for path, data in {**files, **theme.assets()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def opened(chromium: Browser, folder: Path, path: str, clock: str) -> tuple[Page, list[str]]:
    """A page at a time, and the errors that it makes."""
    errors: list[str] = []
    page = chromium.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda said: errors.append(said.text) if said.type == "error" and "charts/" not in said.text else None,
    )
    page.clock.set_fixed_time(clock)
    page.goto((folder / path).as_uri())
    return page, [error for error in errors if "ERR_FILE_NOT_FOUND" not in error]


@pytest.mark.parametrize(("clock", "state", "word"), CLOCKS)
def test_a_notice_comes_to_the_state_of_the_readers_day(
    site: Site, chromium: Browser, clock: str, state: str, word: str
) -> None:
    page, errors = opened(chromium, built(site, BUILT), addresses.notice("tree-plan"), clock)
    chip = page.locator(".chip").first
    found = (
        chip.inner_text(),
        chip.get_attribute("class"),
        [one.get_attribute("data-when") for one in page.locator("[data-when]:visible").all()],
    )
    page.close()
    assert (found, errors) == ((word, f"chip chip-{state}", [state]), [])


@pytest.mark.parametrize(("clock", "state", "word"), CLOCKS)
def test_a_notice_moves_in_the_list_to_where_its_state_is_told(
    site: Site, chromium: Browser, clock: str, state: str, word: str
) -> None:
    page, errors = opened(chromium, built(site, BUILT), addresses.NOTICES, clock)
    lists = {
        place.get_attribute("data-notices"): place.locator("li").count()
        for place in page.locator("[data-notices]").all()
    }
    said = page.locator(f'[data-notices="{state}"] li .chip').inner_text()
    empty = [box.get_attribute("data-none") for box in page.locator("[data-none]:visible").all()]
    page.close()
    assert {name for name, count in lists.items() if count} == {state, "announcement"}
    assert (said, sorted(empty), errors) == (word, sorted({*lists} - {state, "announcement"}), [])


@pytest.mark.parametrize(("clock", "state", "word"), CLOCKS)
def test_the_home_page_shows_a_notice_on_the_days_it_is_open(
    site: Site, chromium: Browser, clock: str, state: str, word: str
) -> None:
    page, errors = opened(chromium, built(site, BUILT), addresses.HOME, clock)
    shown = (
        page.locator("#open").is_visible(),
        [line.inner_text() for line in page.locator("li:has(.chip-open):visible a").all()],
    )
    page.close()
    assert (shown, errors) == ((True, ["示例县种树计划公示"]) if state == "open" else (False, []), [])


@pytest.mark.parametrize(("clock", "state", "word"), CLOCKS)
def test_a_notice_in_a_list_of_every_state_stays_where_it_is(
    site: Site, chromium: Browser, clock: str, state: str, word: str
) -> None:
    page, errors = opened(chromium, built(site, BUILT), addresses.OVERSIGHT, clock)
    found = [chip.inner_text() for chip in page.locator("li[data-opens] .chip:visible").all()]
    page.close()
    assert (found, errors) == ([word], [])


def test_a_clock_that_is_behind_the_build_is_not_believed(site: Site, chromium: Browser) -> None:
    page, _ = opened(
        chromium, built(site, date(2020, 6, 6)), addresses.notice("tree-plan"), "2000-01-01T00:00:00+08:00"
    )
    word = page.locator(".chip").first.inner_text()
    page.close()
    assert word == "公示期满"


def test_a_page_that_stays_open_over_midnight_follows(site: Site, chromium: Browser) -> None:
    page, _ = opened(chromium, built(site, BUILT), addresses.notice("tree-plan"), "2020-06-05T23:59:00+08:00")
    before = page.locator(".chip").first.inner_text()
    page.clock.set_fixed_time("2020-06-06T00:01:00+08:00")
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    after = page.locator(".chip").first.inner_text()
    page.close()
    assert (before, after) == ("公示中", "公示期满")


def test_the_script_is_short_and_asks_nobody(site: Site) -> None:
    text = theme.assets()[theme.published(addresses.NOTICES_SCRIPT)].decode()
    assert re.findall(r"fetch|XMLHttpRequest|innerHTML|eval|import\(", text) == []
