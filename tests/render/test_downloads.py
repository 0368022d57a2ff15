"""What can be downloaded is complete, checks out with stock tools, and is the same bytes every time."""

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gongshi.read.collection import Catalog
from gongshi.render import checks, downloads, figures, notices, releases
from gongshi.render.tables import Sheet
from gongshi.render.words import Words
from tests.publication import TABLES, publication

FORMATS = ("csv", "csv-metadata.json", "excel.csv", "json")
DERIVED = {"checks": Sheet(checks.FIELDS, ()), "releases": Sheet(releases.FIELDS, ())}
AREA = "011126,零开头县,Leading Zero County,county,100000,,\n"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    site = publication(tmp_path_factory.mktemp("publication"))
    site.write("datasets/areas/areas.csv", TABLES["areas"] + AREA)
    site.replace("datasets/trees/figures.csv", ",18000,over,1.8万余个,", ",0.123456789,over,超过0.123456789个,")
    assert site.problems() == ()
    return site.read().catalog


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> Mapping[str, bytes]:
    return downloads.files(catalog, Words("zh", {}, catalog.units), derived=DERIVED)


@pytest.fixture(scope="module")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def test_every_table_comes_in_every_format_with_its_package(files: Mapping[str, bytes]) -> None:
    tables = [*(f"{name}/{name}" for name in TABLES), "trees/figures"]
    packages = [*(f"{name}/datapackage.json" for name in (*TABLES, "trees")), "datapackage.json"]
    expected = (
        [f"{table}.{form}" for table in (*tables, "figures", "notices", *DERIVED) for form in FORMATS]
        + packages
        + ["all.zip"]
    )
    assert sorted(files) == sorted(f"data/{path}" for path in expected)


def test_codes_and_long_decimals_arrive_intact(files: Mapping[str, bytes]) -> None:
    areas = json.loads(files["data/areas/areas.json"])
    figures = json.loads(files["data/figures.json"], parse_float=Decimal)
    assert [area["code"] for area in areas] == ["100000", "999999", "011126"]
    assert [figure["value"] for figure in figures] == [12000, Decimal("0.123456789"), 30000, 86840000]
    assert files["data/areas/areas.csv"].decode("utf-8").splitlines()[-1] == AREA.strip()
    assert b",0.123456789,over," in files["data/trees/figures.csv"]


def test_the_canonical_csv_is_the_file_as_it_was_read(
    files: Mapping[str, bytes], catalog: Catalog, tmp_path: Path
) -> None:
    site = publication(tmp_path)
    for name in TABLES:
        if name != "areas":
            assert files[f"data/{name}/{name}.csv"] == (site.root / f"datasets/{name}/{name}.csv").read_bytes()


def test_the_same_publication_gives_the_same_bytes(files: Mapping[str, bytes], catalog: Catalog) -> None:
    assert downloads.files(catalog, Words("zh", {}, catalog.units), derived=DERIVED) == files


def test_an_archive_depends_on_its_content_and_day_alone() -> None:
    content = {"b/c.csv": b"1", "a.txt": "甲".encode()}
    turned = dict(reversed(content.items()))
    day = date(2020, 6, 1)
    assert downloads.archive(content, day) == downloads.archive(turned, day)
    with zipfile.ZipFile(io.BytesIO(downloads.archive(content, day))) as packed:
        entries = [(e.filename, e.date_time, e.external_attr >> 16, e.create_system) for e in packed.infolist()]
    assert entries == [(name, (2020, 6, 1, 0, 0, 0), 0o100644, 3) for name in ("a.txt", "b/c.csv")]


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(1979, 12, 31), (1980, 1, 1, 0, 0, 0)),
        (date(1, 1, 1), (1980, 1, 1, 0, 0, 0)),
        (date(2107, 12, 31), (2107, 12, 31, 0, 0, 0)),
        (date(2108, 1, 1), (2107, 12, 31, 0, 0, 0)),
        (date.max, (2107, 12, 31, 0, 0, 0)),
    ],
    ids=str,
)
def test_a_day_that_an_archive_cannot_bear_gives_way_to_the_nearest(day: date, shown: tuple[int, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(downloads.archive({"a.txt": b"a"}, day))) as packed:
        assert packed.infolist()[0].date_time == shown


def test_the_archive_holds_every_download_and_four_files_about_them(files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["data/all.zip"])) as packed:
        content = {name: packed.read(name) for name in packed.namelist()}
    about = ["LICENSE.txt", "README.txt", "SHA256SUMS", "dictionary.csv"]
    packed_again = {f"data/{name}": data for name, data in content.items() if name not in about}
    assert packed_again == {path: data for path, data in files.items() if path != "data/all.zip"}
    assert sorted(set(content) - {path.removeprefix("data/") for path in files}) == about


def test_what_the_archive_alone_holds_is_known_by_its_hash_as_well(files: Mapping[str, bytes]) -> None:
    digests = downloads.digests({**files, "index.html": b"<p>"})
    about = [f"data/all.zip/{name}" for name in ("LICENSE.txt", "README.txt", "SHA256SUMS", "dictionary.csv")]
    assert sorted(digests) == sorted([*files, *about])
    with zipfile.ZipFile(io.BytesIO(files["data/all.zip"])) as packed:
        assert digests[about[0]] == hashlib.sha256(packed.read("LICENSE.txt")).hexdigest()


def test_the_checksums_of_the_archive_check_out(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(folder / "data/all.zip") as packed:
        packed.extractall(tmp_path)
        count = len(packed.namelist())
    done = run("sha256sum", "--strict", "-c", "SHA256SUMS", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        f"{line[66:]}: OK" for line in (tmp_path / "SHA256SUMS").read_text().splitlines()
    ]
    assert len(done.stdout.splitlines()) == count - 1


def test_checksums_are_sorted_by_path() -> None:
    sums = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("a/b", "b")}
    assert downloads.sums({"b": b"b", "a/b": b"a/b"}).decode() == f"{sums['a/b']}  a/b\n{sums['b']}  b\n"


def test_the_dictionary_explains_every_column_of_every_table(catalog: Catalog, files: Mapping[str, bytes]) -> None:
    sheets = {"figures": figures.sheet(catalog), "notices": notices.sheet(catalog), **DERIVED}
    rows = list(csv.DictReader(io.StringIO(downloads.dictionary(catalog, sheets))))
    listed = [(row["dataset"], row["table"], row["column"]) for row in rows]
    tables = {(d.name, t.name): t.frame.columns for d in catalog.datasets for t in d.tables}
    derived = {name: files[f"data/{name}.csv"].decode("utf-8") for name in sheets}
    assert listed == [
        *((dataset, table, column) for (dataset, table), columns in tables.items() for column in columns),
        *(("", name, column) for name, text in derived.items() for column in next(csv.reader(io.StringIO(text)))),
    ]
    assert [
        row for row in rows if not all(row[key] for key in ("title", "title_en", "description", "description_en"))
    ] == []


def test_readme_and_licence_are_filled_in(catalog: Catalog) -> None:
    readme, licence = downloads.readme(catalog, Words("zh", {}, catalog.units)), downloads.licence(catalog)
    assert readme.splitlines()[0] == "示例县公示（Example County figures）第 1 期，2020年6月1日"
    assert "$" not in readme + licence


FRICTIONLESS = (sys.executable, "-W", "ignore", "-m", "frictionless")
PACKAGES = ["data/datapackage.json", *(f"data/{name}/datapackage.json" for name in (*TABLES, "trees"))]


@pytest.mark.parametrize("package", PACKAGES)
def test_stock_frictionless_finds_a_package_valid(folder: Path, package: str) -> None:
    path = folder / package
    done = run(*FRICTIONLESS, "validate", path.name, "--json", cwd=path.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    listed = [resource["name"] for resource in json.loads(path.read_bytes())["resources"]]
    assert (report["valid"], [task["name"] for task in report["tasks"]]) == (True, listed)


def test_stock_frictionless_notices_a_changed_file(folder: Path, tmp_path: Path) -> None:
    for name in ("datapackage.json", "areas.csv"):
        data = (folder / "data/areas" / name).read_bytes()
        (tmp_path / name).write_bytes(
            data.replace("示例县".encode(), "另一县".encode()) if name == "areas.csv" else data
        )
    done = run(*FRICTIONLESS, "validate", "datapackage.json", "--json", cwd=tmp_path)
    assert [error["type"] for error in json.loads(done.stdout)["tasks"][0]["errors"]] == ["hash-count"]


def run(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=180, check=False)
