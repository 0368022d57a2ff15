"""Say of a page, in the words of schema.org, which data it offers; search engines for datasets read this."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from gongshi.read.collection import Dataset
from gongshi.read.values import Indicator, Source
from gongshi.render.feeds import urn
from gongshi.render.metadata.items import covered
from gongshi.render.metadata.offers import PACKAGE, Offer, Shelf
from gongshi.site import addresses
from gongshi.site.citations import cite, licence
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame

CONTEXT: Final = "https://schema.org/"
Node = Mapping[str, Any]


def described(around: Frame, node: Node) -> Frame:
    """The frame of a page with what it says of data."""
    return replace(around, data=_said({"@context": CONTEXT, **node}))


def catalogue(desk: Desk, datasets: Sequence[Dataset]) -> Node:
    """The catalogue, with the datasets in it in short."""
    publication, language = desk.catalog.publication, desk.language
    return {
        "@type": "DataCatalog",
        "identifier": "urn:gongshi:catalogue",
        "name": publication.title[language],
        "description": publication.lead[language],
        "url": link(desk, desk.here),
        **_published(desk),
        "license": publication.licence.path,
        "dataset": [_short(desk, dataset) for dataset in datasets],
    }


def dataset(desk: Desk, data: Dataset) -> Node:
    """A dataset as its own page describes it."""
    edition, other = desk.catalog.publication, "en" if desk.language == "zh" else "zh"
    figures = desk.edition.by_topic.get(data.name, ())
    coverage = covered(desk.catalog, figures)
    touched = desk.edition.touched((data.name,))
    measured = dict.fromkeys(figure.indicator for figure in figures)
    return {
        **_short(desk, data),
        "alternateName": data.title[other],
        **_published(desk),
        "creator": _publisher(desk),
        "version": edition.edition,
        "datePublished": touched[0].isoformat(),
        "dateModified": touched[-1].isoformat(),
        "isAccessibleForFree": True,
        "keywords": list(data.keywords[desk.language]),
        "includedInDataCatalog": {"@type": "DataCatalog", "name": edition.title[desk.language]},
        "temporalCoverage": f"{coverage.start}/{coverage.end}" if coverage.start else "",
        "spatialCoverage": [_place(desk, code) for code in coverage.areas],
        "variableMeasured": [_variable(desk, desk.catalog.indicators[name]) for name in measured],
        "isBasedOn": [_source(desk, desk.catalog.sources[name]) for name in data.sources],
        "citation": cite(desk, "dataset", data.name, data.title[desk.language], addresses.dataset(data.name)).apa,
        "distribution": [_download(desk, offer) for offer in _offers(desk, data)],
    }


def link(desk: Desk, address: str) -> str:
    """The link to an address within the language: whole where the publication has an address."""
    host = desk.catalog.publication.address
    clean = address.removesuffix("index.html")
    return f"{host}{addresses.ROOTS[desk.language]}{clean}" if host else desk.href(address)


def _short(desk: Desk, data: Dataset) -> Node:
    return {
        "@type": "Dataset",
        "identifier": urn("dataset", data.name),
        "name": data.title[desk.language],
        "description": data.description[desk.language],
        "url": link(desk, addresses.dataset(data.name)),
        "license": licence(desk, data).href,
    }


def _published(desk: Desk) -> Node:
    tongues = [addresses.TAGS[language] for language in desk.catalog.publication.languages]
    return {"publisher": _publisher(desk), "inLanguage": tongues}


def _publisher(desk: Desk) -> Node:
    return {"@type": "Organization", "name": desk.catalog.publication.publisher[desk.language]}


def _place(desk: Desk, code: str) -> Node:
    name = desk.catalog.areas[code].name[desk.language]
    number = {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": code}
    return {"@type": "AdministrativeArea", "name": name, "identifier": number}


def _variable(desk: Desk, indicator: Indicator) -> Node:
    return {
        "@type": "PropertyValue",
        "name": indicator.name[desk.language],
        "identifier": urn("indicator", indicator.id),
        "description": indicator.definition[desk.language],
        "unitText": desk.words.unit(indicator),
    }


def _source(desk: Desk, source: Source) -> Node:
    return {
        "@type": "CreativeWork",
        "name": source.title[desk.language],
        "identifier": urn("source", source.id),
        "datePublished": source.published,
        "publisher": {"@type": "Organization", "name": source.issuer[desk.language]} if source.issuer.zh else "",
        "url": source.address,
    }


def _offers(desk: Desk, data: Dataset) -> Iterator[Offer]:
    shelf = Shelf(desk.edition.downloads, desk.edition.digests)
    for table in data.tables:
        yield from shelf.under(f"data/{data.name}/{table.name}", table.title)
    yield from shelf.named(f"data/{data.name}/{PACKAGE}", data.title)


def _download(desk: Desk, offer: Offer) -> Node:
    host, language = desk.catalog.publication.address, desk.language
    return {
        "@type": "DataDownload",
        "name": desk.t("page-named", name=offer.title[language], text=offer.format.name[language]),
        "contentUrl": f"{host}{offer.path}" if host else desk.shared(offer.path),
        "encodingFormat": offer.format.media,
        "contentSize": f"{offer.size} B",
        "sha256": offer.sha256,
    }


def _said(value: Any) -> Any:
    """A node without what says nothing: empty texts and lists, at any depth."""
    if isinstance(value, Mapping):
        cleared = {key: _said(inner) for key, inner in value.items()}
        return {key: inner for key, inner in cleared.items() if inner not in ("", [], {})}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    return value
