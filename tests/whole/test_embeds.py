"""Every embedded page of the edition is small, whole, and leads back."""

from pathlib import PurePosixPath
from typing import Final

import pytest

from gongshi.read.catalog import read
from tests.whole.conftest import ROOT, Built

pytestmark = pytest.mark.whole

MOST: Final = 40_000


def embedded(built: Built) -> list[str]:
    return [path for path in built.pages if "/embed/" in f"/{path}"]


def test_every_chart_has_an_embedded_page_in_each_language(built: Built) -> None:
    charts = {f"embed/{view.dataset}/{view.id}/index.html" for view in read(ROOT).catalog.views}
    assert {f"{root}{path}" for root in ("", "en/") for path in charts} <= set(embedded(built))


def test_an_embedded_page_with_its_style_and_both_pictures_weighs_less_than_40_kb(built: Built) -> None:
    heavy = []
    for path in embedded(built):
        page, folder = built.pages[path], (built.folder / path).parent
        links = [page.img["src"], page.source["srcset"], page.select_one("link[rel=stylesheet]")["href"]]
        weight = sum((folder / link).stat().st_size for link in (*links, PurePosixPath(path).name))
        heavy += [(path, weight)] if weight > MOST or page.select("script") else []
    assert heavy == []


def test_an_embedded_page_leads_to_its_chart_on_the_site(built: Built) -> None:
    lost = []
    for path in embedded(built):
        target, _, fragment = built.pages[path].select_one(".links a")["href"].partition("#")
        page = (built.folder / path).parent.joinpath(target).resolve().relative_to(built.folder.resolve()).as_posix()
        title = built.pages[page].find(id=fragment).select_one(".chart-title").get_text()
        lost += [path] if title != built.pages[path].h1.get_text() else []
    assert lost == []
