"""The API of the first edition is what its document says, and leads to the pages and places that it names."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final

import pytest
from openapi_spec_validator import validate

from gongshi.render.api.lines import lines
from tests.api import faults, links, loaded
from tests.whole.conftest import Built

pytestmark = pytest.mark.whole

# What stands for the address of a site that has none of its own.
WORDS: Final = {"": "网址", "en/": "ADDRESS"}


@pytest.fixture(scope="module")
def api(built: Built) -> Mapping[str, bytes]:
    """Every file of the API by its path from the site's root."""
    found = (path for path in (built.folder / "api/v1").rglob("*") if path.is_file())
    return {path.relative_to(built.folder).as_posix(): path.read_bytes() for path in sorted(found)}


def test_every_file_is_what_a_valid_document_says_and_no_more(api: Mapping[str, bytes]) -> None:
    validate(loaded(api, "openapi.json"))
    assert list(faults(api)) == []


def test_every_link_leads_to_a_file_or_to_a_place_on_a_page(api: Mapping[str, bytes], built: Built) -> None:
    ids = {path: {tag["id"] for tag in page.select("[id]")} for path, page in built.pages.items()}
    assert [f"{path}: {led}" for path, led in _led(api) if not _there(built, ids, path, led)] == []


def _led(api: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for path in api:
        if path.endswith(".json") and path != "api/v1/openapi.json":
            yield from ((path, led) for led in links(loaded(api, path.removeprefix("api/v1/"))))


def _there(built: Built, ids: Mapping[str, set[str]], path: str, led: str) -> bool:
    target, _, place = led.partition("#")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    page = posixpath.normpath(f"{found}/index.html")
    return (not place or place in ids[page]) if target.endswith("/") else (built.folder / found).is_file()


def test_every_figure_is_a_member_of_its_indicator_and_of_its_home(api: Mapping[str, bytes]) -> None:
    table = [row.split(",")[:3] for row in _rows(api)]
    by_indicator = [(one["id"], name) for name in _names(api, "indicators/") for one in _figures(api, name)]
    by_home = [(one["id"], name) for name in _names(api, "areas/") for one in _figures(api, name)]
    assert sorted(by_indicator) == sorted((id_, f"indicators/{indicator}.json") for id_, _, indicator in table)
    assert sorted(id_ for id_, _ in by_home) == sorted(id_ for id_, *_ in table)


def _rows(api: Mapping[str, bytes]) -> Iterator[str]:
    for path in sorted(api):
        if path.startswith("api/v1/areas/") and path.endswith(".csv") and not path.endswith(".excel.csv"):
            yield from api[path].decode("utf-8").splitlines()[1:]


def _names(api: Mapping[str, bytes], folder: str) -> list[str]:
    return [p.removeprefix("api/v1/") for p in api if p.startswith(f"api/v1/{folder}") and p.endswith(".json")]


def _figures(api: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = loaded(api, name).get("figures", [])
    return found


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_page_of_the_api_shows_the_lines_that_the_tests_run(built: Built, root: str) -> None:
    shown = [code.get_text() for code in built.pages[f"{root}api/index.html"].select("pre code")]
    assert shown == list(lines(WORDS[root], "rural-poor-population").values())


@pytest.mark.parametrize("page", ["indicators/loans-issued", "areas/220000/microcredit"])
def test_a_part_can_be_taken_from_the_page_that_shows_it(built: Built, page: str) -> None:
    up = "../" * (page.count("/") + 1)
    part = [f"{up}api/v1/{page}{ending}" for ending in (".csv", ".excel.csv", ".json", ".txt")]
    listed = built.pages[f"{page}/index.html"].select("details .files a[download][href*='api/v1']")
    assert [link["href"] for link in listed] == part
