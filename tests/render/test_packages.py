"""Each dataset is a Data Package of its own; the edition is one that carries them all."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pytest

from gongshi.render import figures, notices, packages, tables
from tests.publication import TREES_SAID, Site

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "署名 4.0",
    "title_en": "Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
PUBLISHED = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "version": "1.0.0",
    "created": "2020-06-01T00:00:00Z",
    "licenses": [LICENCE],
    "contributors": [{"title": "示例编辑组", "roles": ["publisher"]}],
    "sources": [{"title": "示例文件", "title_en": "Example document", "version": "2019-03-01"}],
}


@pytest.fixture
def files(site: Site) -> Mapping[str, bytes]:
    catalog = site.read().catalog
    made = {
        f"data/{d.name}/{t.name}.csv": tables.csv_bytes(tables.sheet(t)) for d in catalog.datasets for t in d.tables
    }
    return made | {"data/figures.csv": b"id\n", "data/notices.csv": b"slug\n"}


def package(site: Site, name: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    catalog = site.read().catalog
    made: dict[str, Any] = json.loads(packages.dataset(catalog.dataset(name), catalog, files))
    return made


def test_a_dataset_says_what_it_is_and_under_which_terms(site: Site, files: Mapping[str, bytes]) -> None:
    made = package(site, "trees", files)
    resources = made.pop("resources")
    assert made == PUBLISHED | {
        "name": "trees",
        "title": "种树",
        "title_en": "Trees",
        "description": TREES_SAID,
        "description_en": "Fictional figures on trees, for tests only; nothing in them exists.",
        "keywords": ["种树", "trees"],
    }
    assert [resource["name"] for resource in resources] == ["figures"]


def test_a_table_is_listed_with_its_size_and_checksum(site: Site, files: Mapping[str, bytes]) -> None:
    resource = package(site, "areas", files)["resources"][0]
    schema, data = resource.pop("schema"), files["data/areas/areas.csv"]
    assert resource == {
        "name": "areas",
        "type": "table",
        "path": "areas.csv",
        "title": "areas 表",
        "title_en": "Table of areas",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    assert schema == json.loads((site.root / "schemas/areas.json").read_bytes())


def test_keys_into_other_datasets_are_left_out_of_a_dataset_alone(site: Site, files: Mapping[str, bytes]) -> None:
    schema = package(site, "trees", files)["resources"][0]["schema"]
    whole = json.loads((site.root / "schemas/figures.json").read_bytes())
    assert schema == {key: value for key, value in whole.items() if key != "foreignKeys"}


def test_the_edition_carries_every_table_with_its_keys_and_all_figures(site: Site, files: Mapping[str, bytes]) -> None:
    catalog = site.read().catalog
    sheets = {"figures": figures.sheet(catalog), "notices": notices.sheet(catalog)}
    made = json.loads(packages.edition(catalog, files, sheets))
    resources = {resource["name"]: resource for resource in made.pop("resources")}
    assert made == PUBLISHED | {
        "name": "gongshi",
        "title": "示例县公示",
        "title_en": "Example County figures",
        "description": "本站是测试用的虚构出版物。",
        "description_en": "A fictional publication for tests.",
    }
    assert {name: resource["path"] for name, resource in resources.items()} == {
        "areas.areas": "areas/areas.csv",
        "commitments.commitments": "commitments/commitments.csv",
        "indicators.indicators": "indicators/indicators.csv",
        "scopes.scopes": "scopes/scopes.csv",
        "sources.sources": "sources/sources.csv",
        "trees.figures": "trees/figures.csv",
        "figures": "figures.csv",
        "notices": "notices.csv",
    }
    assert resources["trees.figures"]["schema"] == json.loads((site.root / "schemas/figures.json").read_bytes())


def test_a_source_without_a_date_has_no_version(site: Site, files: Mapping[str, bytes]) -> None:
    site.replace("datasets/sources/sources.csv", "2019-03-01", "")
    assert package(site, "trees", files)["sources"] == [{"title": "示例文件", "title_en": "Example document"}]
