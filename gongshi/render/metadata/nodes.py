"""State what statements about datasets point at: publisher, places, periods, formats, entries of lists."""

from collections.abc import Iterator

from rdflib import Literal, URIRef

from gongshi.read.collection import Catalog, Licence, Publication
from gongshi.read.values import Text
from gongshi.render.feeds import urn
from gongshi.render.metadata import terms
from gongshi.render.metadata.items import Coverage
from gongshi.render.metadata.offers import Format
from gongshi.render.metadata.rdf import Triple, iri, said
from gongshi.render.metadata.terms import DCAT, DCT, FOAF, PROV, RDF, RDFS, SKOS, VCARD, XSD

PUBLISHER = URIRef("urn:gongshi:publisher")
CONTACT = URIRef("urn:gongshi:contact")
COUNTRY = "100000"


def at(publication: Publication, path: str) -> URIRef:
    """What stands at a path from the site's root; relative where the publication has no address."""
    return iri(f"{publication.address}{path}")


def area(code: str) -> URIRef:
    """A place by its code in GB/T 2260, which has no IRIs of its own."""
    return URIRef(urn("area", code))


def period(coverage: Coverage) -> URIRef:
    """The days from the first to the last."""
    return URIRef(urn("period", f"{coverage.start}:{coverage.end}"))


def file_type(kind: Format) -> URIRef:
    """The format by the European list; by its media type where it is not on that list."""
    return terms.authority("file-type", kind.code) if kind.code else media_type(kind)


def media_type(kind: Format) -> URIRef:
    """The media type by the registry of IANA."""
    return URIRef(f"{terms.IANA}/{kind.media}")


def document(node: URIRef) -> Iterator[Triple]:
    """A page."""
    yield node, RDF.type, FOAF.Document


def agents(publication: Publication, objecting: str) -> Iterator[Triple]:
    """Who publishes, and how to reach them; `objecting` is the page that says how to object."""
    yield PUBLISHER, RDF.type, FOAF.Agent
    yield from said(PUBLISHER, FOAF.name, publication.publisher)
    if publication.publisher_type in terms.PUBLISHERS:
        kind = URIRef(f"{terms.PUBLISHER_LIST}{publication.publisher_type}")
        yield PUBLISHER, DCT.type, kind
        yield kind, RDF.type, SKOS.Concept
        yield from said(kind, SKOS.prefLabel, terms.PUBLISHERS[publication.publisher_type])
    yield CONTACT, RDF.type, VCARD.Kind
    yield CONTACT, RDF.type, VCARD.Organization
    yield from said(CONTACT, VCARD.fn, publication.publisher)
    yield from said(CONTACT, VCARD.note, publication.contact)
    yield CONTACT, VCARD.hasURL, at(publication, objecting)
    if publication.email:
        yield CONTACT, VCARD.hasEmail, iri(f"mailto:{publication.email}")


def licence(terms_: Licence) -> Iterator[Triple]:
    """Terms of reuse, and what they are on the European list."""
    text = iri(terms_.path)
    yield text, RDF.type, DCT.LicenseDocument
    yield text, DCT.identifier, Literal(terms_.name)
    yield from said(text, DCT.title, terms_.title)
    if terms_.name in terms.LICENCES:
        yield text, SKOS.exactMatch, terms.authority("licence", terms.LICENCES[terms_.name])


def places(codes: tuple[str, ...], catalog: Catalog) -> Iterator[Triple]:
    """Places with their names; a code that the publication does not know any more keeps itself as its name."""
    for code in codes:
        iri, known = area(code), catalog.areas.get(code)
        yield iri, RDF.type, DCT.Location
        yield iri, DCT.identifier, Literal(code)
        yield from said(iri, SKOS.prefLabel, known.name if known else Text(code, code))
        if code == COUNTRY:
            yield iri, SKOS.exactMatch, terms.authority("country", "CHN")


def days(coverage: Coverage) -> Iterator[Triple]:
    """A period with its first and last day."""
    if coverage.start:
        node = period(coverage)
        yield node, RDF.type, DCT.PeriodOfTime
        yield node, DCAT.startDate, Literal(coverage.start, datatype=XSD.date)
        yield node, DCAT.endDate, Literal(coverage.end, datatype=XSD.date)


def formats(kind: Format) -> Iterator[Triple]:
    """A format and its media type."""
    yield file_type(kind), RDF.type, DCT.MediaTypeOrExtent
    yield file_type(kind), RDFS.label, Literal(kind.code or kind.media)
    yield media_type(kind), RDF.type, DCT.MediaType
    yield media_type(kind), RDFS.label, Literal(kind.media)


def documents(ids: tuple[str, ...], catalog: Catalog) -> Iterator[Triple]:
    """The documents that figures were taken from."""
    for source in (catalog.sources[id_] for id_ in ids if id_ in catalog.sources):
        node = URIRef(urn("source", source.id))
        yield node, RDF.type, PROV.Entity
        yield from said(node, DCT.title, source.title)
        if source.address:
            yield node, RDFS.seeAlso, iri(source.address)


def lists() -> Iterator[Triple]:
    """The entries of European lists that every catalogue here points at, and the list of themes."""
    yield terms.THEME_LIST, RDF.type, SKOS.ConceptScheme
    yield from said(terms.THEME_LIST, DCT.title, Text("数据主题", "Data theme"))
    for code, label in terms.LANGUAGES.values():
        node = terms.authority("language", code)
        yield node, RDF.type, DCT.LinguisticSystem
        yield from said(node, SKOS.prefLabel, label)
    for code, label in terms.AVAILABILITIES.items():
        node = terms.authority("planned-availability", code)
        yield node, RDF.type, SKOS.Concept
        yield from said(node, SKOS.prefLabel, label)
    for listed, code, kind, label in (
        ("access-right", "PUBLIC", DCT.RightsStatement, Text("公开", "public")),
        ("frequency", "IRREG", DCT.Frequency, Text("不定期", "irregular")),
    ):
        node = terms.authority(listed, code)
        yield node, RDF.type, kind
        yield from said(node, SKOS.prefLabel, label)


def themes(codes: tuple[str, ...]) -> Iterator[Triple]:
    """Themes by their codes."""
    for code in codes:
        node = terms.authority("data-theme", code)
        yield node, RDF.type, SKOS.Concept
        yield node, SKOS.inScheme, terms.THEME_LIST
        yield from said(node, SKOS.prefLabel, terms.THEMES[code])
