"""Turn items into the catalogue of the site: DCAT-AP 3.0.1, as Turtle and as JSON-LD."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from rdflib import Literal, URIRef

from gongshi.read.collection import Catalog, Publication
from gongshi.read.history import History
from gongshi.read.values import Text
from gongshi.record.changes import State
from gongshi.render.feeds import urn
from gongshi.render.metadata import nodes, rdf, terms
from gongshi.render.metadata.items import Coverage, Item, Version, items
from gongshi.render.metadata.nodes import CONTACT, PUBLISHER, at
from gongshi.render.metadata.offers import Offer, shelf
from gongshi.render.metadata.rdf import Triple, said
from gongshi.render.metadata.terms import ADMS, DCAT, DCATAP, DCT, FOAF, PROV, RDF, RDFS, SPDX, XSD

TURTLE: Final = "catalog.ttl"
JSON_LD: Final = "catalog.jsonld"
CATALOGUE: Final = URIRef("urn:gongshi:catalogue")
SERVICE: Final = URIRef("urn:gongshi:api:v1")
# The interface for programs, where the site has one: what it lists, and its description.
INTERFACE: Final = ("api/v1/index.json", "api/v1/openapi.json")
SERVED: Final = Text("公示数据接口，第1版", "Interface of Gongshi for programs, version 1")
HOME: Final = "index.html"
OBJECTING: Final = "objections/index.html"


def files(catalog: Catalog, history: History, states: Sequence[State], site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The catalogue in both forms; `states` are all releases and the present, `site` the files that it may offer."""
    described = items(catalog, history, states, shelf(site))
    made = tuple(triples(catalog, described, set(site)))
    return {TURTLE: rdf.turtle(made), JSON_LD: rdf.json_ld(made)}


def triples(catalog: Catalog, described: Sequence[Item], paths: set[str]) -> Iterator[Triple]:
    """Every statement of the catalogue."""
    publication = catalog.publication
    served = paths.issuperset(INTERFACE)
    yield from _catalogue(catalog, described, served)
    yield from nodes.agents(publication, OBJECTING)
    yield from nodes.licence(publication.licence)
    yield from nodes.lists()
    for item in described:
        yield from _series(item, catalog)
        for version in item.versions:
            yield from _version(item, version, catalog)
            yield from _places(_iri(item, version), version.coverage, catalog)
            for offer in version.offers:
                yield from _distribution(item, version, offer, publication)
        yield from _order(item)
    if served:
        yield from _service(publication, described)


def _catalogue(catalog: Catalog, described: Sequence[Item], served: bool) -> Iterator[Triple]:
    publication, whole = catalog.publication, described[0]
    yield CATALOGUE, RDF.type, DCAT.Catalog
    yield from said(CATALOGUE, DCT.title, publication.title)
    yield from said(CATALOGUE, DCT.description, publication.lead)
    yield from _common(CATALOGUE, publication)
    yield CATALOGUE, DCT.license, rdf.iri(publication.licence.path)
    yield CATALOGUE, DCT.issued, _day(whole.versions[0])
    yield CATALOGUE, DCT.modified, _day(whole.versions[-1])
    yield CATALOGUE, FOAF.homepage, at(publication, HOME)
    yield from nodes.document(at(publication, HOME))
    yield CATALOGUE, DCAT.themeTaxonomy, terms.THEME_LIST
    yield from _places(CATALOGUE, whole.versions[-1].coverage, catalog)
    for item in described:
        yield CATALOGUE, DCAT.resource, _iri(item)
        for version in item.versions:
            yield CATALOGUE, DCAT.dataset, _iri(item, version)
    if served:
        yield CATALOGUE, DCAT.service, SERVICE


def _series(item: Item, catalog: Catalog) -> Iterator[Triple]:
    series, publication, last = _iri(item), catalog.publication, item.versions[-1]
    yield series, RDF.type, DCAT.DatasetSeries
    yield from said(series, DCT.title, item.title)
    yield from said(series, DCT.description, item.description)
    yield series, DCT.publisher, PUBLISHER
    yield series, DCAT.contactPoint, CONTACT
    yield series, DCT.accrualPeriodicity, terms.authority("frequency", "IRREG")
    yield series, DCT.issued, _day(item.versions[0])
    yield series, DCT.modified, Literal(item.modified.isoformat(), datatype=XSD.date)
    yield from _places(series, last.coverage, catalog)
    yield from nodes.documents(item.sources, catalog)
    yield from nodes.licence(item.licence)
    yield from nodes.themes(item.themes)
    yield series, DCAT.landingPage, at(publication, last.page)


def _version(item: Item, version: Version, catalog: Catalog) -> Iterator[Triple]:
    iri, publication = _iri(item, version), catalog.publication
    yield iri, RDF.type, DCAT.Dataset
    yield iri, DCT.identifier, Literal(str(iri))
    yield from said(iri, DCT.title, item.title)
    yield from said(iri, DCT.description, item.description)
    yield from _common(iri, publication)
    yield iri, DCAT.contactPoint, CONTACT
    yield iri, DCT.accessRights, terms.authority("access-right", "PUBLIC")
    yield iri, DCAT.landingPage, at(publication, version.page)
    yield from nodes.document(at(publication, version.page))
    yield iri, DCAT.inSeries, _iri(item)
    yield iri, DCAT.version, Literal(version.name)
    yield from said(iri, ADMS.versionNotes, version.notes)
    yield iri, DCT.issued, _day(version)
    for theme in item.themes:
        yield iri, DCAT.theme, terms.authority("data-theme", theme)
    for language, words in item.keywords.items():
        yield from ((iri, DCAT.keyword, Literal(word, lang=language)) for word in words)
    for source in item.sources:
        if source in catalog.sources:
            yield iri, PROV.wasDerivedFrom, URIRef(urn("source", source))


def _order(item: Item) -> Iterator[Triple]:
    """How the versions follow each other."""
    series, versions = _iri(item), item.versions
    yield series, DCAT.first, _iri(item, versions[0])
    yield series, DCAT.last, _iri(item, versions[-1])
    for old, new in pairwise(versions):
        yield _iri(item, new), DCAT.previousVersion, _iri(item, old)


def _distribution(item: Item, version: Version, offer: Offer, publication: Publication) -> Iterator[Triple]:
    iri, file = URIRef(urn("file", f"{version.name}:{offer.path}")), at(publication, offer.path)
    checksum = URIRef(f"urn:sha256:{offer.sha256}")
    name, kind = offer.format.name, offer.format
    yield _iri(item, version), DCAT.distribution, iri
    yield iri, RDF.type, DCAT.Distribution
    yield from said(iri, DCT.title, Text(f"{offer.title.zh}（{name.zh}）", f"{offer.title.en} ({name.en})"))
    yield from said(iri, DCT.description, kind.note)
    yield iri, DCAT.accessURL, file
    yield iri, DCAT.downloadURL, file
    yield iri, DCT["format"], nodes.file_type(kind)
    yield iri, DCAT.mediaType, nodes.media_type(kind)
    yield from nodes.formats(kind)
    yield iri, DCT.license, rdf.iri(item.licence.path)
    yield iri, DCT.issued, _day(version)
    availability = terms.STABLE if offer.lasting else terms.AVAILABLE
    yield iri, DCATAP.availability, terms.authority("planned-availability", availability)
    yield iri, DCAT.byteSize, Literal(str(offer.size), datatype=XSD.nonNegativeInteger)
    yield iri, SPDX.checksum, checksum
    yield checksum, RDF.type, SPDX.Checksum
    yield checksum, SPDX.algorithm, terms.SHA256
    yield checksum, SPDX.checksumValue, Literal(offer.sha256, datatype=XSD.hexBinary, normalize=False)
    yield terms.SHA256, RDF.type, SPDX.ChecksumAlgorithm


def _service(publication: Publication, described: Sequence[Item]) -> Iterator[Triple]:
    index, description = (at(publication, path) for path in INTERFACE)
    yield SERVICE, RDF.type, DCAT.DataService
    yield from said(SERVICE, DCT.title, SERVED)
    yield from said(SERVICE, DCT.description, publication.lead)
    yield SERVICE, DCAT.endpointURL, index
    yield SERVICE, DCAT.endpointDescription, description
    yield from ((iri, RDF.type, RDFS.Resource) for iri in (index, description))
    yield SERVICE, DCT.conformsTo, terms.OPENAPI
    yield terms.OPENAPI, RDF.type, DCT.Standard
    yield SERVICE, DCT.publisher, PUBLISHER
    yield SERVICE, DCAT.contactPoint, CONTACT
    yield SERVICE, DCT.license, rdf.iri(publication.licence.path)
    yield SERVICE, DCT.accessRights, terms.authority("access-right", "PUBLIC")
    for theme in described[0].themes:
        yield SERVICE, DCAT.theme, terms.authority("data-theme", theme)
    for item in described:
        yield SERVICE, DCAT.servesDataset, _iri(item, item.versions[-1])


def _common(iri: URIRef, publication: Publication) -> Iterator[Triple]:
    yield iri, DCT.publisher, PUBLISHER
    for language in publication.languages:
        yield iri, DCT.language, terms.authority("language", terms.LANGUAGES[language][0])


def _places(iri: URIRef, coverage: Coverage, catalog: Catalog) -> Iterator[Triple]:
    """Where and when something is about, with the places and the period themselves."""
    yield from ((iri, DCT.spatial, nodes.area(code)) for code in coverage.areas)
    yield from nodes.places(coverage.areas, catalog)
    if coverage.start:
        yield iri, DCT.temporal, nodes.period(coverage)
    yield from nodes.days(coverage)


def _iri(item: Item, version: Version | None = None) -> URIRef:
    """What is published again and again, or one version of it."""
    return URIRef(f"urn:gongshi:{item.id}:{version.name}" if version else f"urn:gongshi:{item.id}")


def _day(version: Version) -> Literal:
    return Literal(version.day.isoformat(), datatype=XSD.date)
