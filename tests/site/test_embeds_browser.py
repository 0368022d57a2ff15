"""Embedded pages in Chromium: in the page of another host, on a phone, with and without scripts."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from gongshi.record import timeline
from gongshi.render import releases
from gongshi.render.charts import kept
from gongshi.site import embedding, embeds, theme
from tests.programs import AXE, needs
from tests.publication import Site
from tests.site.pages import desk
from tests.site.test_embeds import KEPT, LIVE, corrected
from tests.whole import framing
from tests.whole.browsing import served, watch

pytestmark = [pytest.mark.browser, needs("Chromium")]
FACTS = """() => ({
  title: document.querySelector('h1').innerText,
  seen: [...document.images].map(image => [image.currentSrc.split('/').pop(), image.naturalWidth > 0]),
  wider: document.documentElement.scrollWidth > innerWidth,
  font: getComputedStyle(document.querySelector('p')).fontSize,
})"""


def built(site: Site) -> Path:
    """The embedded pages of both languages with their pictures and style, in a folder."""
    corrected(site)
    reading, folder = site.read(), site.root / "site"
    made = {**theme.assets(), **releases.files(reading.history, timeline.steps(reading))}
    for path, data in kept.everything(reading.catalog).items():
        language, dataset, view, name = path.split("/")
        root = "" if language == "zh" else "en/"
        made[f"{root}charts/{dataset}/{view}.{name.replace('.svg', '.light.svg')}"] = data
    for language in ("zh", "en"):
        made |= embeds.files(desk(site.root, language))
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def host(folder: Path, line: str, address: str) -> Path:
    """A page of somebody else with the line for embedding as it is copied, its address put in."""
    folder.mkdir()
    text = line.replace(f"{embedding.PLACEHOLDER}/", address)
    head = '<!doctype html><title>x</title><link rel="icon" href="data:,"><p>x</p>'
    (folder / "index.html").write_text(head + text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("width", "scripts"), [(360, True), (360, False), (1280, True), (1280, False)])
@pytest.mark.parametrize("kind", [("zh", False), ("en", False), ("zh", True), ("en", True)], ids=str)
def test_the_copied_line_shows_the_chart_in_a_page_of_another_host(
    chromium: Browser, site: Site, tmp_path: Path, kind: tuple[str, bool], width: int, scripts: bool
) -> None:
    (language, stays), folder, faults = kind, built(site), list[str]()
    at = desk(site.root, language)
    made = embedding.embedding(at, at.edition.drawings[language][0])
    with (
        served(folder) as address,
        served(host(tmp_path / "host", made.staying if stays else made.following, address)) as other,
    ):
        assert address.split("/")[2] != other.split("/")[2]
        context = chromium.new_context(viewport={"width": width, "height": 700}, java_script_enabled=scripts)
        page = context.new_page()
        watch(page, "http://127.0.0.1:", faults)
        page.goto(f"{other}index.html")
        frame = page.frames[1]
        frame.wait_for_load_state()
        found = frame.evaluate(FACTS)
        context.close()
    picture = "wide" if width == 1280 else "narrow"
    shown = f"{picture}.svg" if stays else f"by-year.{picture}.light.svg"
    titles = {"zh": "最多的一年种了1.8万", "en": "The busiest year saw"}
    title = found.pop("title")
    assert title.startswith(titles[language] if stays else "最多的一年种了1.8万个")
    assert found == {"seen": [[shown, True]], "wider": False, "font": "14px"}
    assert faults == []


@needs("axe-core")
@pytest.mark.parametrize("path", [LIVE["zh"], KEPT.format("en")], ids=["following", "staying"])
def test_an_embedded_page_works_from_a_folder_and_has_no_barrier(chromium: Browser, site: Site, path: str) -> None:
    folder = built(site)
    page = chromium.new_page(viewport={"width": 360, "height": 700})
    page.goto((folder / path).as_uri())
    page.evaluate("() => { document.querySelector('details').open = true }")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document).then(r => r.violations.map(v => v.id))")
    facts = page.evaluate(FACTS)
    page.close()
    assert (found, facts["seen"][0][1], facts["wider"]) == ([], True, False)


def test_the_line_is_well_formed(site: Site) -> None:
    at = desk(site.root)
    line = embedding.embedding(at, at.edition.drawings["zh"][0]).following
    assert [element.tag for element in ET.fromstring(line).iter()] == ["div", "iframe"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_release_kept_fits_its_frame_also_where_a_correction_came_later(
    chromium: Browser, site: Site, tmp_path: Path, language: str
) -> None:
    folder, at = built(site), desk(site.root, language)
    made = embedding.embedding(at, at.edition.drawings[language][0])
    (tmp_path / "host").mkdir()
    with served(folder) as address, served(tmp_path / "host") as other:
        line = made.staying.replace(f"{embedding.PLACEHOLDER}/", address)
        page = chromium.new_page(viewport=framing.VIEWPORT)
        found = [*framing.misfits(page, other + framing.host(tmp_path / "host", "x", line))]
        noted = page.frames[1].locator(".later summary").all_inner_texts()
        opened = page.frames[1]
        opened.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        cut = opened.evaluate("() => [...document.images].map(one => one.height < one.getAttribute('height') / 2)")
        page.close()
    assert (found, len(noted), cut) == ([], 1, [False])
