"""axe-core finds no barrier on any page: WCAG 2.0, 2.1 and 2.2, levels A and AA."""

import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Page

from tests.programs import AXE, needs
from tests.whole.browsing import SAMPLE, Look, on_every_page, served
from tests.whole.conftest import Built

pytestmark = [pytest.mark.browser, pytest.mark.whole, needs("Chromium", "axe-core")]

WIDTHS: Final = (320, 1280)
SCHEMES: Final = ("light", "dark")
RUN: Final = """async left_out => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
    resultTypes: ['violations', 'incomplete'], preload: false,
    rules: Object.fromEntries(left_out.map(rule => [rule, {enabled: false}])),
  });
  const said = (word, results) => results.flatMap(rule => rule.nodes.flatMap(node =>
    [...node.any, ...node.all, ...node.none].map(check => [word, rule.id, node.target.join(' '), check.message])));
  return [...said('violation', found.violations), ...said('undetermined', found.incomplete)];
}"""
OPEN: Final = "() => document.querySelectorAll('details').forEach(details => details.open = true)"
# A table that scrolls hides its last columns at 320 px; at 1280 px, where they show, their contrast is measured.
SCROLLED: Final = "background color could not be determined because it's partially obscured by another element"


# States of a kind of page, with the rules that say nothing there: nothing is pressed on paper, and where the reader's
# own colours are forced upon a page, the browser sees to their contrast (axe measures -webkit-text-fill-color, which
# stays as written).
MEDIA: Final = (
    ({"media": "print"}, ["target-size"]),
    ({"forced_colors": "active"}, ["color-contrast"]),
    ({"contrast": "more"}, []),
)


async def audit(page: Page, state: str, left_out: Iterable[str] = ()) -> list[str]:
    """What axe finds in a state of the window."""
    found = await page.evaluate(RUN, list(left_out))
    return [f"{state}: {word} {rule} {node}: {why}" for word, rule, node, why in found if SCROLLED not in why]


async def arranged(page: Page) -> list[str]:
    """What axe finds narrow and wide, light and dark; from the second on, all that can be opened is open."""
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    for state, (width, scheme) in enumerate(itertools.product(WIDTHS, SCHEMES)):
        await page.set_viewport_size({"width": width, "height": 800})
        await page.emulate_media(color_scheme=scheme)
        if state == 1:
            await page.evaluate(OPEN)
        found += await audit(page, f"{width} {scheme}")
    return found


def emulating(media: Mapping[str, str], left_out: Iterable[str]) -> Look:
    """What axe finds with everything open, on a medium or with colours of the reader's."""

    async def look(page: Page) -> Iterable[str]:
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        await page.emulate_media(**media)
        await page.evaluate(OPEN)
        return await audit(page, " ".join(media.values()), left_out)

    return look


def test_no_page_has_a_barrier_narrow_or_wide_light_or_dark(address: str, built: Built) -> None:
    assert on_every_page(address, built.anywhere, arranged) == []


@pytest.mark.parametrize(("media", "left_out"), MEDIA, ids=str)
def test_no_kind_of_page_has_a_barrier_on_paper_or_in_colours_of_the_reader(
    address: str, media: Mapping[str, str], left_out: list[str]
) -> None:
    assert on_every_page(address, SAMPLE, emulating(media, left_out)) == []


def test_axe_finds_a_barrier_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="zh-CN"><title>甲</title><link rel="icon" href="data:,">'
        '<main><h1>甲</h1><details><summary>乙</summary><p style="color:#bbb;background:#fff">丙</p></details></main>',
        encoding="utf-8",
    )
    with served(tmp_path) as address:
        found = on_every_page(address, ["bad.html"], arranged)
    assert [fault.split(" p: ")[0] for fault in found] == [
        f"bad.html: {state}: violation color-contrast" for state in ("320 dark", "1280 light", "1280 dark")
    ]
