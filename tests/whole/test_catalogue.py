"""The catalogue is DCAT-AP 3.0.1: the official shapes say so, and what it promises stands on the site."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from gongshi.read.catalog import read
from tests.whole.conftest import ROOT, Built

# rdflib's own reader of JSON-LD uses what rdflib gives up.
RETIRED: Final = "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
pytestmark = [pytest.mark.whole, pytest.mark.filterwarnings(RETIRED)]

SHAPES: Final = Path(__file__).parent / "shapes"
SH: Final = Namespace("http://www.w3.org/ns/shacl#")
DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
DCATAP: Final = Namespace("http://data.europa.eu/r5r/")
DCT: Final = Namespace("http://purl.org/dc/terms/")
FOAF: Final = Namespace("http://xmlns.com/foaf/0.1/")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
ADMS: Final = Namespace("http://www.w3.org/ns/adms#")
FORMS: Final = {"catalog.ttl": "turtle", "catalog.jsonld": "json-ld"}
HERE: Final = "https://example.org/somewhere/"
# Mandatory and recommended properties of DCAT-AP 3.0.1. The type of an agent is left out: nobody said what sort of
# publisher the editors are, and the list has no entry for that.
ASKED: Final[Mapping[URIRef, tuple[URIRef, ...]]] = {
    DCAT.Catalog: (
        *(DCT.title, DCT.description, DCT.publisher, DCAT.dataset, DCT.issued, DCT.modified, DCT.language),
        *(DCT.license, DCT.spatial, FOAF.homepage, DCAT.themeTaxonomy, DCAT.service),
    ),
    DCAT.DataService: (
        *(DCT.title, DCAT.endpointURL, DCT.description, DCAT.contactPoint, DCT.publisher, DCAT.theme),
        *(DCAT.endpointDescription, DCAT.servesDataset, DCT.license),
    ),
    DCAT.Dataset: (
        *(DCT.title, DCT.description, DCAT.contactPoint, DCAT.distribution, DCAT.keyword, DCT.publisher),
        *(DCT.spatial, DCT.temporal, DCAT.theme, DCAT.inSeries, DCAT.version),
    ),
    DCAT.DatasetSeries: (DCT.title, DCT.description, DCAT.contactPoint, DCT.publisher, DCT.spatial),
    DCAT.Distribution: (
        *(DCAT.accessURL, DCATAP.availability, DCT.description, DCT["format"], DCT.license),
        *(DCAT.mediaType, DCAT.byteSize, SPDX.checksum),
    ),
    FOAF.Agent: (FOAF.name, DCT.type),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}


def catalogue(built: Built, name: str = "catalog.ttl", here: str = HERE) -> Graph:
    """The catalogue as one who fetched it from `here` reads it."""
    return Graph().parse(built.folder / name, format=FORMS[name], publicID=here + name)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    """Both files of shapes, without pointers to shapes that neither holds."""
    made = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        made.parse(path)
    for pair in list(made.subject_objects(SH.property)):
        if (pair[1], SH.path, None) not in made:
            made.remove((pair[0], SH.property, pair[1]))
    return made


def said(graph: Graph, shapes: Graph) -> list[tuple[str, str]]:
    """What the shapes have against a graph: the thing and the property."""
    _, report, _ = validate(graph, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted((str(report.value(r, SH.focusNode)), str(report.value(r, SH.resultPath))) for r in results)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("here", [HERE, "file:///srv/site/"])
def test_the_official_shapes_have_nothing_against_the_catalogue(
    built: Built, shapes: Graph, name: str, here: str
) -> None:
    assert said(catalogue(built, name, here), shapes) == []


def test_the_official_shapes_find_what_is_wrong(built: Built, shapes: Graph) -> None:
    graph, file = catalogue(built), URIRef("urn:gongshi:file:1:releases/1/datasets/funds/figures.csv")
    graph.remove((URIRef("urn:gongshi:catalogue"), DCT.publisher, None))
    graph.remove((file, DCAT.accessURL, None))
    graph.set((file, DCAT.mediaType, Literal("text/csv")))
    assert said(graph, shapes) == [
        ("urn:gongshi:catalogue", str(DCT.publisher)),
        (str(file), str(DCAT.accessURL)),
        (str(file), str(DCAT.mediaType)),
        (str(file), str(DCAT.mediaType)),
    ]


def test_both_forms_say_the_same(built: Built) -> None:
    assert set(catalogue(built, "catalog.ttl")) == set(catalogue(built, "catalog.jsonld"))


def test_no_node_is_named_by_chance(built: Built) -> None:
    read_ = json.loads((built.folder / "catalog.jsonld").read_bytes())
    assert [node["@id"] for node in read_["@graph"]] == sorted({node["@id"] for node in read_["@graph"]})
    assert "_:" not in (built.folder / "catalog.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ASKED, ids=lambda kind: str(kind).rpartition("/")[2])
def test_every_mandatory_and_recommended_property_is_there(built: Built, kind: URIRef) -> None:
    graph = catalogue(built)
    things = set(graph.subjects(RDF.type, kind))
    assert things
    lacking = [(str(t), str(p)) for t in things for p in ASKED[kind] if (t, p, None) not in graph]
    assert sorted(lacking) == []


def test_every_text_stands_in_both_languages(built: Built) -> None:
    graph = catalogue(built)
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.DatasetSeries, DCAT.Distribution):
        for thing in graph.subjects(RDF.type, kind):
            tongues = {(p, t.language) for p in (DCT.title, DCT.description) for t in graph.objects(thing, p)}  # type: ignore[attr-defined]
            assert tongues == {(p, tongue) for p in (DCT.title, DCT.description) for tongue in ("zh", "en")}, thing


def test_every_offered_file_stands_there_with_its_length_and_hash(built: Built) -> None:
    graph = catalogue(built)
    offered = {}
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        address, checksum = graph.value(file, DCAT.downloadURL), graph.value(file, SPDX.checksum)
        assert address == graph.value(file, DCAT.accessURL)
        length = graph.value(file, DCAT.byteSize)
        offered[str(address).removeprefix(HERE)] = (str(length), str(graph.value(checksum, SPDX.checksumValue)))
    data = {path: (built.folder / path).read_bytes() for path in offered}
    assert offered == {path: (str(len(b)), hashlib.sha256(b).hexdigest()) for path, b in data.items()}
    tables = {p.relative_to(built.folder).as_posix() for p in (built.folder / "data").rglob("*.csv")}
    assert tables - set(offered) == set()
    # What the present edition has frozen is what it offers under data/.
    frozen = {p: hashlib.sha256(p.read_bytes()).hexdigest() for p in built.folder.glob("releases/*/datasets/*/*.csv")}
    assert set(frozen.values()) - {digest for _, digest in offered.values()} == set()


def test_every_dataset_has_a_version_for_each_release_that_follows_the_one_before(built: Built) -> None:
    graph, reading = catalogue(built), read(ROOT)
    edition = reading.catalog.publication.edition
    for dataset in reading.catalog.datasets:
        files = [table.file for table in dataset.tables]
        names = [r.name for r in reading.history.releases if {f.path for f in r.files} & set(files)]
        names += [] if edition in names else [edition]
        series = URIRef(f"urn:gongshi:dataset:{dataset.name}")
        versions = [URIRef(f"{series}:{name}") for name in names]
        assert set(graph.subjects(DCAT.inSeries, series)) == set(versions)
        assert [str(graph.value(version, DCAT.version)) for version in versions] == names
        before = [graph.value(version, DCAT.previousVersion) for version in versions]
        assert before == [None, *versions[:-1]]
        for name, version in zip(names, versions, strict=True):
            release = reading.history.named(name)
            notes = {str(note) for note in graph.objects(version, ADMS.versionNotes)}
            assert notes == ({release.notes.zh, release.notes.en} if release else set())


def test_every_page_it_points_at_is_there(built: Built) -> None:
    graph = catalogue(built)
    pages = {str(page).removeprefix(HERE) for page in graph.objects(None, DCAT.landingPage)}
    assert [page for page in sorted(pages) if not (built.folder / page).is_file()] == []
