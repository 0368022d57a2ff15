"""Pages of data say in the words of schema.org what they offer, and nothing in it can end the script element."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

from gongshi.site import addresses, pages_data, structured
from gongshi.site.desk import Desk
from tests.publication import TREES_SAID, Site
from tests.site.pages import Outline, desk, templates

DATA = b"id\n"
ADDRESS = "address: https://data.example.org/open/\nedition:"


def trees(at: Desk) -> Desk:
    """The page of a dataset that has one file."""
    path = "data/trees/figures.csv"
    sizes, digests = {path: len(DATA)}, {path: sha256(DATA).hexdigest()}
    return replace(at.at(addresses.dataset("trees")), edition=replace(at.edition, downloads=sizes, digests=digests))


def said(at: Desk) -> Any:
    page = pages_data.dataset(at, at.catalog.dataset("trees"))
    html = Outline(templates(at).get_template("dataset.html").render(page=page))
    return json.loads(html.one("script", type="application/ld+json")["text"])


def test_a_dataset_says_what_it_holds_where_when_from_what_and_how_to_get_it(site: Site) -> None:
    assert said(trees(desk(site.root))) == {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "identifier": "urn:gongshi:dataset:trees",
        "name": "种树",
        "alternateName": "Trees",
        "description": TREES_SAID,
        "url": "index.html",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "publisher": {"@type": "Organization", "name": "示例编辑组"},
        "creator": {"@type": "Organization", "name": "示例编辑组"},
        "inLanguage": ["zh-CN", "en"],
        "version": "1",
        "datePublished": "2020-06-01",
        "dateModified": "2020-06-01",
        "isAccessibleForFree": True,
        "keywords": ["种树"],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": "示例县公示"},
        "temporalCoverage": "2017-01-01/2018-12-31",
        "spatialCoverage": [
            {
                "@type": "AdministrativeArea",
                "name": "示例县",
                "identifier": {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": "999999"},
            }
        ],
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "name": "种树棵数",
                "identifier": "urn:gongshi:indicator:trees-planted",
                "description": "种下的树的数量。",
                "unitText": "个",
            },
            {
                "@type": "PropertyValue",
                "name": "种树资金",
                "identifier": "urn:gongshi:indicator:tree-money",
                "description": "用于种树的钱。",
                "unitText": "元",
            },
        ],
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": "示例文件",
                "identifier": "urn:gongshi:source:plan-2018",
                "datePublished": "2019-03-01",
                "publisher": {"@type": "Organization", "name": "示例县"},
            }
        ],
        "citation": "示例编辑组. (2020). 种树（第1期（未发布的预览））[数据集]. "
        "示例县公示：虚构的数字. urn:gongshi:dataset:trees",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": "种树的数字：CSV",
                "contentUrl": "figures.csv",
                "encodingFormat": "text/csv",
                "contentSize": "3 B",
                "sha256": sha256(DATA).hexdigest(),
            }
        ],
    }


def test_where_there_is_an_address_links_are_whole(site: Site) -> None:
    site.replace("publication.yaml", "edition:", ADDRESS)
    node = said(trees(desk(site.root, "en")))
    assert node["url"] == "https://data.example.org/open/en/data/trees/"
    assert node["distribution"][0]["contentUrl"] == "https://data.example.org/open/data/trees/figures.csv"


def test_a_figure_without_a_date_leaves_no_empty_coverage(site: Site) -> None:
    figures = (site.root / "datasets/trees/figures.csv").read_text(encoding="utf-8").splitlines()
    bare = [line.replace("2017-01-01,2017-12-31", ",") for line in figures[:2]]
    site.write("datasets/trees/figures.csv", "\n".join([*bare, ""]))
    assert "temporalCoverage" not in said(trees(desk(site.root)))


def test_a_text_cannot_end_the_script_element(site: Site) -> None:
    site.replace("datasets/trees/datapackage.yaml", "title: 种树\n", "title: '</script><script>alert(1)</script>'\n")
    at = trees(desk(site.root))
    html = templates(at).get_template("dataset.html").render(page=pages_data.dataset(at, at.catalog.dataset("trees")))
    assert html.count("</script>") == html.count("<script")
    assert "<script>" not in html
    assert said(at)["name"] == "</script><script>alert(1)</script>"


def test_chinese_stands_in_it_as_it_is(site: Site) -> None:
    at = trees(desk(site.root))
    html = templates(at).get_template("dataset.html").render(page=pages_data.dataset(at, at.catalog.dataset("trees")))
    assert '"alternateName": "Trees"' in html
    assert '"name": "种树"' in html


def test_the_catalogue_names_every_dataset(site: Site) -> None:
    at = desk(site.root).at(addresses.DATA)
    node = structured.catalogue(at, at.catalog.datasets)
    assert [one["identifier"] for one in node["dataset"]] == [
        f"urn:gongshi:dataset:{name}" for name in ("areas", "commitments", "indicators", "scopes", "sources", "trees")
    ]
    assert (node["@type"], node["name"], node["url"]) == ("DataCatalog", "示例县公示", "index.html")
