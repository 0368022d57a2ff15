"""What the API says of things is what their pages say; the page of the API shows what this publication has."""

from collections.abc import Callable

import pytest

from gongshi.site import figures, pages_api, pages_data, pages_indicators, pages_releases, pages_topics, plugin
from tests import objecting, obliged
from tests.api import Files, files, loaded
from tests.check.faults.making import AREAS, line
from tests.publication import TOPIC, Site
from tests.released import first, release
from tests.site.pages import Outline, desk, templates

ADDRESS = "https://data.example.org/open/"
CONFLICT = """
  - id: trees-two-counts
    title: 两个数不一样
    title_en: Two counts
    is: conflict
    left: [trees-2017, trees-2018]
    explanation: 文件没有说明。
    explanation_en: The document does not say.
"""


def addressed(site: Site) -> None:
    site.replace("publication.yaml", 'edition: "1"\n', f'edition: "1"\naddress: {ADDRESS}\n')


def disputed(site: Site) -> None:
    site.write("datasets/trees/datapackage.yaml", TOPIC.replace("\nviews:", f"{CONFLICT}views:"))


@pytest.mark.parametrize("state", [lambda site: None, addressed, disputed], ids=["plain", "addressed", "disputed"])
def test_figures_and_indicators_are_cited_as_on_their_pages(site: Site, state: object) -> None:
    state(site)  # type: ignore[operator]
    made, pages = files(site.read()), {language: desk(site.root, language) for language in ("zh", "en")}
    part = loaded(made, "indicators/trees-planted.json")
    cited = {one["id"]: (one["citation"], one["citation_en"]) for one in (*part["figures"], part)}
    catalog = pages["zh"].catalog
    shown = {
        one.id: (figures.citation(pages["zh"], one).gbt7714, figures.citation(pages["en"], one).apa)
        for one in catalog.figures.values()
        if one.indicator == "trees-planted"
    }
    own = [pages_indicators.indicator(at, catalog.indicators["trees-planted"]).citation for at in pages.values()]
    assert cited == {**shown, "trees-planted": (own[0].gbt7714, own[1].apa)}
    assert any("原文给出" in citation for citation, _ in cited.values()) == (state is disputed)


@pytest.mark.parametrize("state", [lambda site: None, addressed], ids=["plain", "addressed"])
def test_datasets_and_releases_are_cited_as_on_their_pages(site: Site, state: Callable[[Site], None]) -> None:
    state(site)
    first(site)
    line(AREAS, "999998,邻县,Next County,county,100000,,")(site)
    release(site, "2", "2020-07-01")
    made, pages = files(site.read()), {language: desk(site.root, language) for language in ("zh", "en")}
    cited = {path: (one["citation"], one["citation_en"]) for path in _cited(made) for one in [loaded(made, path)]}
    shown = {
        **{
            f"datasets/{one.name}.json": [pages_data.dataset(at, one).citation for at in pages.values()]
            for one in pages["zh"].catalog.datasets
        },
        **{
            f"releases/{step.name}.json": [pages_releases.release(at, step).citation for at in pages.values()]
            for step in pages["zh"].edition.steps
            if step.release
        },
    }
    assert cited == {path: (zh.gbt7714, en.apa) for path, (zh, en) in shown.items()}
    assert {"datasets/trees.json", "releases/1.json", "releases/2.json"} <= set(cited)
    assert [pages_topics.topic(at, at.catalog.dataset("trees")).citation for at in pages.values()] == shown[
        "datasets/trees.json"
    ]


def _cited(made: Files) -> list[str]:
    names = (path.removeprefix("api/v1/") for path in made if path.startswith("api/v1/"))
    return [name for name in names if name.startswith(("datasets/", "releases/")) and name != "releases/index.json"]


@pytest.mark.parametrize(
    ("language", "address", "begins"),
    [
        ("zh", "", "网址/api/v1/"),
        ("en", "", "ADDRESS/api/v1/"),
        ("zh", ADDRESS, f"{ADDRESS}api/v1/"),
        ("en", ADDRESS, f"{ADDRESS}api/v1/"),
    ],
)
def test_the_lines_name_the_address_or_say_plainly_what_stands_for_it(
    site: Site, language: str, address: str, begins: str
) -> None:
    if address:
        addressed(site)
    at = desk(site.root, language).at("api/index.html")
    page = pages_api.page(at)
    assert page.openings[0].line == f"curl --fail --remote-name {begins}indicators/trees-planted.csv"
    assert (begins.partition("/")[0] in page.remark) == (not address)


def test_every_pattern_has_an_example_of_this_publication(site: Site) -> None:
    first(site)
    at = desk(site.root).at("api/index.html")
    outline = Outline(templates(at).get_template("api.html").render(page=pages_api.page(at)))
    links = {a["text"]: a["href"] for a in outline.all("a") if a["href"].startswith("v1/")}
    made = files(site.read())
    assert [href for href in links.values() if f"api/{href}" not in made] == []
    assert links["indicators/{indicator}.txt"] == "v1/indicators/trees-planted.txt"
    assert links["areas/{code}/{dataset}.csv"] == "v1/areas/999999/trees.csv"
    assert links["releases/{release}.json"] == "v1/releases/1.json"


def test_a_publication_without_figures_shows_no_lines(site: Site) -> None:
    site.replace("publication.yaml", "headlines:\n", "")
    text = (site.root / "publication.yaml").read_text(encoding="utf-8")
    site.write("publication.yaml", text[: text.index("  - figure:")])
    head = (site.root / "datasets/trees/figures.csv").read_text(encoding="utf-8").splitlines()[0]
    site.write("datasets/trees/figures.csv", f"{head}\n")
    page = pages_api.page(desk(site.root))
    assert (page.openings, [fact.texts[0].text for fact in page.patterns]) == (
        (),
        ["index.json", "ledgers/{ledger}.json", "releases/index.json", "openapi.json"],
    )


def test_every_home_in_the_registers_of_an_official_publication_is_a_place_on_a_page(site: Site) -> None:
    obliged.obliged(site, [case.cells for case in obliged.CASES[:1]])
    objecting.register(site, {}, {"id": "trees-answered", **objecting.ANSWER})
    at = desk(site.root)
    environment = templates(at)
    pages = {
        address: Outline(environment.get_template(f"{name}.html").render(page=page))
        for address, name, page in plugin.compose(at, (), ())
    }
    ids = {address: {attrs.get("id") for _, attrs, _ in outline.found} for address, outline in pages.items()}
    # Pages of notices are composed of their prose, which is not read here.
    ids |= {f"notices/{slug}/index.html": set() for slug in at.catalog.notices}
    made = files(site.read())
    homes = [
        entry["home"].removeprefix("../../../")
        for path in sorted(made)
        if path.startswith("api/v1/ledgers/")
        for entry in loaded(made, path.removeprefix("api/v1/"))["entries"]
        if entry["home"]
    ]
    split = [home.partition("#") for home in homes]
    lost = [
        path + place
        for path, _, place in split
        if f"{path}index.html" not in ids or (place and place not in ids[f"{path}index.html"])
    ]
    assert lost == []
    assert {home.split("/")[0] for home in homes} == {
        *("areas", "commitments", "indicators", "notices", "objections", "obligations", "sources", "topics"),
    }
