"""Only a publication with an address says where its pages stand in the world."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from gongshi.site import addresses, pages_home, pages_topics, remains, sitemap, wayfinding
from gongshi.site.desk import Desk
from gongshi.site.plugin import compose
from tests.check.faults.making import FIGURES, all_of, cell
from tests.publication import Site
from tests.released import correct, first, release, second
from tests.site.pages import Outline, desk, templates

ROOT = "https://data.example.org/open/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TOPIC = addresses.topic("trees")


@pytest.fixture
def placed(site: Site) -> Site:
    """The publication with an address."""
    site.replace("publication.yaml", "edition:", f"address: {ROOT}\nedition:")
    return site


def head(at: Desk, template: str, page: object) -> Outline:
    return Outline(templates(at).get_template(f"{template}.html").render(page=page))


def topic(root: Path, language: str = "zh") -> Outline:
    at = desk(root, language).at(TOPIC)
    return head(at, "topic", pages_topics.topic(at, at.catalog.dataset("trees")))


def links(page: Outline, rel: str) -> list[tuple[str, str]]:
    return [(one.get("hreflang", ""), one["href"]) for one in page.all("link", rel=rel) if "type" not in one]


def test_without_an_address_a_page_links_to_its_translation_and_to_nothing_whole(site: Site) -> None:
    page = topic(site.root)
    assert links(page, "canonical") == []
    assert links(page, "alternate") == [("en", "../../en/topics/trees/index.html")]
    assert [one for one in page.all("meta") if "property" in one] == []


def test_with_an_address_a_page_names_itself_and_its_translations_by_whole_addresses(placed: Site) -> None:
    for language, own in (("zh", "topics/trees/"), ("en", "en/topics/trees/")):
        page = topic(placed.root, language)
        assert links(page, "canonical") == [("", ROOT + own)]
        assert links(page, "alternate") == [
            ("zh-CN", f"{ROOT}topics/trees/"),
            ("en", f"{ROOT}en/topics/trees/"),
            ("x-default", f"{ROOT}topics/trees/"),
        ]


def test_with_an_address_a_topic_is_passed_on_with_its_picture(placed: Site) -> None:
    at = desk(placed.root)
    said = {one["property"]: one["content"] for one in topic(placed.root).all("meta") if "property" in one}
    assert said == {
        "og:type": "website",
        "og:site_name": "示例县公示",
        "og:title": "种树",
        "og:description": at.catalog.dataset("trees").description.zh,
        "og:url": f"{ROOT}topics/trees/",
        "og:locale": "zh_CN",
        "og:image": f"{ROOT}topics/trees/share.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "“种树”的一个数字、它的时间和来源",
    }


def test_the_page_for_lost_readers_has_no_address(placed: Site) -> None:
    at = desk(placed.root).at(addresses.LOST)
    page = head(at, "lost", pages_home.lost(at))
    assert links(page, "canonical") + links(page, "alternate") == []
    assert [one for one in page.all("meta") if "property" in one] == []


def entries(at: Desk) -> dict[str, str]:
    """Every address of the sitemap with its day, "" where it has none."""
    pages = [address for address, _, _ in compose(at, (), ())]
    root = ET.fromstring(sitemap.written(at, pages))
    assert root.tag == f"{SITEMAP}urlset"
    return {
        str(one.findtext(f"{SITEMAP}loc")).removeprefix(ROOT): one.findtext(f"{SITEMAP}lastmod") or "" for one in root
    }


def test_a_sitemap_lists_every_page_but_those_that_nobody_looks_for(placed: Site) -> None:
    at = desk(placed.root)
    pages = {address for address, _, _ in compose(at, (), ())}
    assert set(entries(at)) == {page.removesuffix("index.html") for page in pages - {addresses.LOST}}


def test_a_page_is_as_old_as_the_last_change_of_its_figures(placed: Site) -> None:
    first(placed)
    all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))(placed)
    correct(placed, "trees-2017-2-value,trees-2017,2,value,12000,12345")
    found = entries(desk(placed.root))
    assert {page: day for page, day in found.items() if day} == {
        "topics/trees/": "2020-07-01",
        "data/trees/": "2020-07-01",
        "data/corrections/": "2020-07-01",
        "indicators/trees-planted/": "2020-07-01",
        "areas/999999/": "2020-07-01",
        "areas/999999/trees/": "2020-07-01",
        "sources/plan-2018/": "2020-07-01",
        "releases/1/": "2020-06-01",
        **{f"data/{name}/": "2020-06-01" for name in ("areas", "commitments", "indicators", "scopes", "sources")},
    }


def test_a_release_that_touches_no_figure_makes_no_page_newer(placed: Site) -> None:
    first(placed)
    release(placed, "2", "2020-07-01")
    second(placed, "3", "2020-08-01")
    found = entries(desk(placed.root))
    assert (found["topics/trees/"], found["areas/999999/trees/"]) == ("2020-06-01", "2020-06-01")
    assert (found[""], found["checks/"]) == ("", "")


def test_a_page_that_only_leads_on_is_in_no_sitemap_and_claims_no_address(placed: Site) -> None:
    first(placed)
    placed.write(
        "datasets/corrections/moves.csv",
        "id,kind,old,new,reason,reason_en,release,date\nm,area,888888,999999,并入,Merged,2,2020-07-01\n",
    )
    at = desk(placed.root)
    ((address, template, page),) = remains.pages(at)
    assert address == "areas/888888/index.html"
    assert "areas/888888/" not in entries(at)
    assert links(head(at.at(address), template, page), "canonical") == []


def test_robots_are_let_in_and_told_of_both_sitemaps(placed: Site) -> None:
    made = wayfinding.files(placed.read().catalog, ())
    assert made["robots.txt"].decode("utf-8") == (
        f"User-agent: *\nAllow: /\n\nSitemap: {ROOT}sitemap.xml\nSitemap: {ROOT}en/sitemap.xml\n"
    )


def test_programs_that_read_are_told_where_the_data_stands_and_how_to_quote_it(placed: Site) -> None:
    made = wayfinding.files(placed.read().catalog, {"data/figures.csv", "catalog.ttl"})
    lines = made["llms.txt"].decode("utf-8").splitlines()
    assert lines[:3] == ["# Example County figures (示例县公示)", "", "> For tests only."]
    assert [line.partition("](")[2].partition(")")[0] for line in lines if line.startswith("- [")] == [
        f"{ROOT}data/figures.csv",
        f"{ROOT}catalog.ttl",
        f"{ROOT}en/topics/trees/",
        *(f"{ROOT}en/{page}/" for page in ("method", "checks", "corrections", "releases")),
    ]


def test_without_an_address_neither_is_written(site: Site) -> None:
    assert wayfinding.files(site.read().catalog, {"data/figures.csv"}) == {}
