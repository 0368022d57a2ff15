"""What the edition says of its tables for programs is true: CSVW, Data Packages, schema.org."""

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest
from csvw import CSVW
from csvw.metadata import Table
from jsonschema import Draft7Validator, FormatChecker

from tests.whole.conftest import Built

pytestmark = pytest.mark.whole

TABLES: Final = ".csv-metadata.json"
# The profiles of Data Package v2 as the body that keeps the standard hands them out: JSON Schemas, draft 7.
PROFILES: Final = files("dplib") / "profiles/2.0"


def described(built: Built) -> Iterator[tuple[Path, Path]]:
    """Every plain CSV under data/ with the file that describes it."""
    for path in sorted((built.folder / "data").rglob("*.csv")):
        if not path.name.endswith(".excel.csv"):
            yield path, path.with_name(f"{path.name}-metadata.json")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(value: object) -> str:
    """A value that csvw read, as the table has it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def test_every_csv_is_described_beside_it_and_the_description_is_valid(built: Built) -> None:
    pairs = list(described(built))
    assert {path.with_name(description.name) for path, description in pairs} == set(
        (built.folder / "data").rglob(f"*{TABLES}")
    )
    read = {description.name: CSVW(str(description), validate=True) for _, description in pairs}
    assert {name: one.warnings for name, one in read.items() if not one.is_valid or one.warnings} == {}


def test_csvw_reads_every_value_of_every_table(built: Built) -> None:
    for path, description in described(built):
        read = [{name: shown(v) for name, v in row.items()} for row in Table.from_file(description).iterdicts()]
        assert read == rows(path), path


def test_csvw_tells_numbers_and_days_from_text(built: Built) -> None:
    read = next(iter(Table.from_file(built.folder / f"data/funds/figures{TABLES}").iterdicts()))
    kinds = {name: type(read[name]) for name in ("id", "area", "value", "period_end")}
    assert kinds == {"id": str, "area": str, "value": Decimal, "period_end": datetime}


@pytest.mark.parametrize("place", ["data/datapackage.json", "data/*/datapackage.json"])
def test_every_package_is_valid_against_the_profiles_of_data_package_v2(built: Built, place: str) -> None:
    checkers = {
        f"https://datapackage.org/profiles/2.0/{path.name}": Draft7Validator(
            json.loads(path.read_text(encoding="utf-8")), format_checker=FormatChecker()
        )
        for path in PROFILES.iterdir()
    }
    packages = {path: json.loads(path.read_bytes()) for path in built.folder.glob(place)}
    assert packages
    told = [(path, described) for path, package in packages.items() for described in naming_profiles(package)]
    assert {described["$schema"].rsplit("/", 1)[1] for _, described in told} == {"datapackage.json", "tableschema.json"}
    faults = [
        (str(path), fault.json_path, fault.message)
        for path, described in told
        for fault in checkers[described["$schema"]].iter_errors(described)
    ]
    assert faults == []


def naming_profiles(described: object) -> Iterator[dict[str, Any]]:
    """Every object in a descriptor that names the profile it keeps to."""
    if isinstance(described, dict):
        if "$schema" in described:
            yield described
        for part in described.values():
            yield from naming_profiles(part)
    elif isinstance(described, list):
        for part in described:
            yield from naming_profiles(part)


def test_every_package_tells_the_length_and_hash_of_its_files(built: Built) -> None:
    for path in (built.folder / "data").rglob("datapackage.json"):
        for resource in json.loads(path.read_bytes())["resources"]:
            data = (path.parent / resource["path"]).read_bytes()
            assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")


def said(built: Built) -> Mapping[str, dict[str, Any]]:
    """What pages say of data in the words of schema.org, by page."""
    found = {path: page.select('script[type="application/ld+json"]') for path, page in built.pages.items()}
    return {path: json.loads(one.get_text()) for path, scripts in found.items() for one in scripts}


def test_the_catalogue_and_every_dataset_have_one_page_each_that_describes_them(built: Built) -> None:
    names = [path.parent.name for path in built.folder.glob("data/*/datapackage.json")]
    kinds = {path: node["@type"] for path, node in said(built).items()}
    wanted = {f"{root}data/{name}/index.html": "Dataset" for root in ("", "en/") for name in names}
    assert kinds == {**wanted, "data/index.html": "DataCatalog", "en/data/index.html": "DataCatalog"}


def test_every_dataset_says_what_search_engines_ask(built: Built) -> None:
    asked = {
        *("name", "alternateName", "description", "identifier", "url", "license", "version", "citation", "creator"),
        *("publisher", "keywords", "inLanguage", "isAccessibleForFree", "includedInDataCatalog", "distribution"),
        *("temporalCoverage", "spatialCoverage", "datePublished", "dateModified"),
    }
    for path, node in said(built).items():
        if node["@type"] == "Dataset":
            assert sorted(asked - set(node)) == [], path
            assert 50 <= len(node["description"]) <= 5000, path
            assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", node["temporalCoverage"]), path
            assert node["datePublished"] <= node["dateModified"], path


def test_every_download_of_a_dataset_stands_where_its_page_says(built: Built) -> None:
    for path, node in said(built).items():
        for one in node.get("distribution", ()):
            data = ((built.folder / path).parent / one["contentUrl"]).resolve().read_bytes()
            told = (one["contentSize"], one["sha256"])
            assert told == (f"{len(data)} B", hashlib.sha256(data).hexdigest()), (path, one["contentUrl"])
            assert one["encodingFormat"] in ("text/csv", "application/json") or "/vnd." in one["encodingFormat"]
