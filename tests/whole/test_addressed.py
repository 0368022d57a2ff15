"""A publication with an address has what search engines and networks look for; one without is told what it lacks."""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.whole.conftest import Built, build_at

pytestmark = pytest.mark.whole

ADDRESS: Final = "https://data.example.org/open/"
OUTWARD: Final = ("sitemap.xml", "robots.txt", "llms.txt", "share.png")
LEFT_OUT: Final = (
    "publication.yaml 没有写 address（网址），所以没有生成站点地图、规范链接、分享图片、robots.txt 和 llms.txt。"
)


@dataclass(frozen=True)
class Placed:
    """A built site with an address, and what the build said."""

    built: Built

    def file(self, address: str) -> Path:
        """The file that stands at a whole address."""
        path = address.removeprefix(ADDRESS)
        assert address.startswith(ADDRESS), address
        return self.built.folder / (f"{path}index.html" if not path or path.endswith("/") else path)

    def heads(self) -> Iterator[tuple[str, BeautifulSoup]]:
        """The head of every page that is to be found: none that leads on, is for lost readers, or stands in others."""
        for path, page in self.built.pages.items():
            apart = path.endswith("404.html") or "noindex" in str(page.select_one('meta[name="robots"]'))
            if not apart and not page.select('meta[http-equiv="refresh"]'):
                yield path, page


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Placed:
    """A released fictional publication with an address."""
    return Placed(build_at(tmp_path_factory.mktemp("addressed"), ADDRESS))


def test_every_page_has_one_canonical_address_of_its_own_that_leads_to_it(placed: Placed) -> None:
    found = {path: [link["href"] for link in page.select('link[rel="canonical"]')] for path, page in placed.heads()}
    assert {path: [placed.file(str(href)) for href in hrefs] for path, hrefs in found.items()} == {
        path: [placed.built.folder / path] for path in found
    }


def test_translations_name_each_other(placed: Placed) -> None:
    named = {
        path: {str(link["hreflang"]): placed.file(str(link["href"])) for link in page.select("link[hreflang]")}
        for path, page in placed.heads()
    }
    for path, languages in named.items():
        own = path.removeprefix("en/")
        there = {"zh-CN": placed.built.folder / own, "en": placed.built.folder / "en" / own}
        assert languages == {**there, "x-default": there["zh-CN"]}, path


def test_sitemaps_list_every_page_once_and_nothing_else(placed: Placed) -> None:
    listed: list[Path] = []
    for sitemap in re.findall(r"Sitemap: (\S+)", (placed.built.folder / "robots.txt").read_text(encoding="utf-8")):
        root = ET.parse(placed.file(sitemap)).getroot()
        listed += [placed.file(str(one.text)) for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(listed) == sorted(placed.built.folder / path for path, _ in placed.heads())


def test_a_picture_that_a_page_is_shown_with_is_there_in_the_size_that_it_says(placed: Placed) -> None:
    pictures = {}
    for _, page in placed.heads():
        said = {str(meta["property"]): str(meta["content"]) for meta in page.select("meta[property]")}
        if "og:image" in said:
            pictures[placed.file(said["og:image"])] = (int(said["og:image:width"]), int(said["og:image:height"]))
    assert {path: Image.open(io.BytesIO(path.read_bytes())).size for path in pictures} == pictures
    assert set(pictures) == set(placed.built.folder.rglob("share.png"))
    assert len(pictures) == 4


def test_every_address_that_programs_are_told_of_leads_somewhere(placed: Placed) -> None:
    text = (placed.built.folder / "llms.txt").read_text(encoding="utf-8")
    assert [a for a in re.findall(r"\]\((\S+)\)", text) if not placed.file(a).is_file()] == []


def test_no_page_of_it_loads_anything_by_its_whole_address(placed: Placed) -> None:
    loaded = [
        (path, str(e.get("src") or e.get("href")))
        for path, page in placed.heads()
        for e in page.select("[src], link[href]:not([rel=canonical], [hreflang])")
    ]
    assert [pair for pair in loaded if re.match(r"[a-z]+:|//", pair[1])] == []


def test_the_build_says_what_it_left_out_where_there_is_no_address(placed: Placed, built: Built) -> None:
    assert built.said.splitlines()[1:] == [LEFT_OUT]
    assert LEFT_OUT not in placed.built.said
    assert [path for name in OUTWARD for path in built.folder.rglob(name)] == []
