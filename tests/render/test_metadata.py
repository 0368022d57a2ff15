"""A catalogue grows with the releases and takes in what files there are; nothing in it depends on chance."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from rdflib import Graph, Literal, Namespace, URIRef

from gongshi.read.values import Text
from gongshi.record.changes import states
from gongshi.render import metadata
from gongshi.render.metadata import terms
from gongshi.render.metadata.items import Coverage, covered
from gongshi.render.metadata.offers import FORMATS, shelf
from tests.check.faults.making import FIGURES, all_of, cell
from tests.publication import HERE, Site
from tests.released import correct, first

DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
DCT: Final = Namespace("http://purl.org/dc/terms/")
ADMS: Final = Namespace("http://www.w3.org/ns/adms#")
VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
FILES: Final = {
    "data/trees/figures.csv": b"id\n",
    "data/trees/datapackage.json": b"{}",
    "data/figures.csv": b"id,dataset\n",
    "data/all.zip": b"PK",
}
SERIES: Final = URIRef("urn:gongshi:dataset:trees")


def made(site: Site, files: Mapping[str, bytes] = FILES) -> Mapping[str, bytes]:
    reading = site.read()
    return metadata.files(reading.catalog, reading.history, states(reading), files)


def graph(site: Site, files: Mapping[str, bytes] = FILES) -> Graph:
    return Graph().parse(data=made(site, files)["catalog.ttl"], format="turtle", publicID="file:///site/catalog.ttl")


def released(site: Site) -> None:
    """Release 1, and an edition 2 in which a figure is corrected."""
    first(site)
    all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))(site)
    correct(site, "trees-2017-2-value,trees-2017,2,value,12000,12345")


def addresses(found: Graph, version: URIRef) -> list[str]:
    distributions = found.objects(version, DCAT.distribution)
    return sorted(str(found.value(one, DCAT.downloadURL)) for one in distributions)


def test_without_a_release_there_is_one_version_that_nothing_precedes(site: Site) -> None:
    found = graph(site)
    assert list(found.subjects(DCAT.inSeries, SERIES)) == [SERIES + ":1"]
    assert list(found.subject_objects(DCAT.previousVersion)) == []
    assert list(found.objects(SERIES + ":1", ADMS.versionNotes)) == []


def test_a_release_is_a_version_with_its_notes_and_its_frozen_tables(site: Site) -> None:
    released(site)
    found, release = graph(site), site.read().history.releases[0]
    once, now = SERIES + ":1", SERIES + ":2"
    assert set(found.subjects(DCAT.inSeries, SERIES)) == {once, now}
    assert found.value(now, DCAT.previousVersion) == once
    assert set(found.objects(once, ADMS.versionNotes)) == {
        Literal("虚构的一批。", lang="zh"),
        Literal("A fictional release.", lang="en"),
    }
    assert addresses(found, once) == ["file:///site/releases/1/datasets/trees/figures.csv"]
    assert addresses(found, now) == ["file:///site/data/trees/datapackage.json", "file:///site/data/trees/figures.csv"]
    (frozen,) = found.objects(once, DCAT.distribution)
    checksum = found.value(frozen, SPDX.checksum)
    kept = next(file for file in release.files if file.path == FIGURES)
    assert str(found.value(checksum, SPDX.checksumValue)) == kept.sha256


def test_a_series_was_modified_when_its_tables_last_changed(site: Site) -> None:
    released(site)
    reading = site.read()
    files = {**FILES, "data/areas/areas.csv": reading.frozen["datasets/areas/areas.csv"]}
    found = graph(site, files)
    days = {name: str(found.value(URIRef(f"urn:gongshi:dataset:{name}"), DCT.modified)) for name in ("areas", "trees")}
    assert days == {"areas": "2020-06-01", "trees": "2020-07-01"}
    assert str(found.value(URIRef("urn:gongshi:publication"), DCT.modified)) == "2020-07-01"


def test_an_old_version_covers_what_it_covered_then(site: Site) -> None:
    first(site)
    figures = (site.root / FIGURES).read_text(encoding="utf-8")
    more = "trees-2019,trees-planted,999999,,2019-01-01,2019-12-31,stated,actual,1,exact,1个,final,plan-2018,(一),\n"
    site.write(FIGURES, figures + more)
    found = graph(site)
    periods = [str(found.value(SERIES + name, DCT.temporal)) for name in (":1", ":2")]
    assert periods == ["urn:gongshi:period:2017-01-01:2018-12-31", "urn:gongshi:period:2017-01-01:2019-12-31"]


def test_a_register_covers_what_the_figures_do(site: Site) -> None:
    catalog = site.read().catalog
    assert covered(catalog, ()) == Coverage(("999999",), "2017-01-01", "2018-12-31")


@pytest.mark.parametrize("end", FORMATS)
def test_a_format_that_is_made_comes_into_the_catalogue_by_itself(site: Site, end: str) -> None:
    path = f"data/trees/figures{end}"
    found = graph(site, {"data/trees/figures.csv": b"id\n", path: b"made"})
    (file,) = found.subjects(DCAT.downloadURL, URIRef(f"file:///site/{path}"))
    kind, media = FORMATS[end], found.value(file, DCAT.mediaType)
    assert str(media) == f"https://www.iana.org/assignments/media-types/{kind.media}"
    listed = f"http://publications.europa.eu/resource/authority/file-type/{kind.code}"
    assert str(found.value(file, DCT["format"])) == (listed if kind.code else str(media))


def test_what_is_of_the_whole_publication_is_offered_by_it(site: Site) -> None:
    files = ("all.zip", "gongshi.sqlite", "metadata.json", "datapackage.json", "figures.csv", "unknown.txt")
    found = graph(site, {f"data/{name}": name.encode() for name in files})
    assert addresses(found, URIRef("urn:gongshi:publication:1")) == [
        f"file:///site/data/{name}" for name in ("all.zip", "datapackage.json", "gongshi.sqlite", "metadata.json")
    ]
    (about,) = found.subjects(DCAT.downloadURL, URIRef("file:///site/data/metadata.json"))
    assert Literal("Example County figures (Metadata of the database)", lang="en") in set(
        found.objects(about, DCT.title)
    )


def test_no_two_formats_share_a_file() -> None:
    files = {f"data/trees/figures{end}": end.encode() for end in FORMATS}
    offers = list(shelf(files).under("data/trees/figures", Text("数字", "Figures")))
    assert [(offer.path, offer.sha256) for offer in offers] == [
        (path, sha256(data).hexdigest()) for path, data in files.items()
    ]


def test_the_interface_for_programs_is_told_of_where_there_is_one(site: Site) -> None:
    assert (None, DCAT.endpointURL, None) not in graph(site)
    found = graph(site, {**FILES, "api/v1/index.json": b"{}", "api/v1/openapi.json": b"{}"})
    service = found.value(URIRef("urn:gongshi:catalogue"), DCAT.service)
    assert service == URIRef("urn:gongshi:api:v1")
    assert str(found.value(service, DCAT.endpointURL)) == "file:///site/api/v1/index.json"
    assert str(found.value(service, DCAT.endpointDescription)) == "file:///site/api/v1/openapi.json"
    assert SERIES + ":1" in set(found.objects(service, DCAT.servesDataset))


def test_where_there_is_an_address_files_and_pages_have_whole_ones(site: Site) -> None:
    site.replace("publication.yaml", "edition:", "address: https://data.example.org/open/\nedition:")
    found = graph(site)
    assert addresses(found, SERIES + ":1")[-1] == "https://data.example.org/open/data/trees/figures.csv"
    page = found.value(SERIES + ":1", DCAT.landingPage)
    assert str(page) == "https://data.example.org/open/data/trees/index.html"


def test_the_contact_has_an_email_where_the_publication_gives_one(site: Site) -> None:
    contact = URIRef("urn:gongshi:contact")
    assert graph(site).value(contact, VCARD.hasEmail) is None
    site.replace("publication.yaml", "kind: compiled", "kind: compiled\nemail: trees@example.org")
    assert graph(site).value(contact, VCARD.hasEmail) == URIRef("mailto:trees@example.org")


def test_themes_are_those_of_the_description(site: Site) -> None:
    assert list(graph(site).objects(SERIES + ":1", DCAT.theme)) == []
    site.replace("datasets/trees/datapackage.yaml", "kind: topic", "kind: topic\nthemes: [ENVI, AGRI]")
    themes = {str(theme).rpartition("/")[2] for theme in graph(site).objects(SERIES + ":1", DCAT.theme)}
    assert themes == {"AGRI", "ENVI"}


SCRIPT: Final = """
import sys
from pathlib import Path
from gongshi.read.catalog import read
from gongshi.record.changes import states
from gongshi.render import metadata
reading = read(Path(sys.argv[1]))
made = metadata.files(reading.catalog, reading.history, states(reading), {"data/trees/figures.csv": b"id\\n"})
sys.stdout.buffer.write(b"".join(made[name] for name in sorted(made)))
"""


def test_the_bytes_do_not_depend_on_the_order_of_hashes(site: Site) -> None:
    released(site)

    def run(seed: str, root: Path) -> bytes:
        command = [sys.executable, "-c", SCRIPT, str(root)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, capture_output=True, check=True, cwd=HERE, env=environment).stdout

    assert run("1", site.root) == run("2", site.root) != b""


def test_an_address_that_somebody_wrote_badly_breaks_no_statement(site: Site) -> None:
    site.replace("publication.yaml", "licenses/by/4.0/", 'a <b> {c}|d^e`f \\" g')
    assert [str(one) for one in set(graph(site).objects(URIRef("urn:gongshi:catalogue"), DCT.license))] == [
        "https://creativecommons.org/a%20%3Cb%3E%20%7Bc%7D%7Cd%5Ee%60f%20%5C%22%20g"
    ]


def test_every_kind_of_publisher_that_may_be_written_has_a_name_in_the_catalogue() -> None:
    schema = json.loads((HERE / "schemas/publication.schema.json").read_bytes())
    assert set(schema["properties"]["publisher_type"]["enum"]) == set(terms.PUBLISHERS)
