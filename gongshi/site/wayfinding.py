"""Write what programs that visit a site look for at its root: who may read what, and where the data is."""

from collections.abc import Collection, Iterator
from typing import Final

from gongshi.read.collection import Catalog, Publication
from gongshi.site import addresses

# What a program that wants the data finds, where it stands: its path and what to say of it.
DATA: Final = (
    ("data/figures.csv", "All figures in one table: value, unit, period, area, source and the wording of the document"),
    ("data/all.zip", "Everything: tables, dictionary, licence, checksums"),
    ("data/gongshi.sqlite", "The same as one SQLite database, with keys"),
    ("data/datapackage.json", "Columns, types and keys of every table (Data Package v2)"),
    ("catalog.jsonld", "Catalogue of the datasets and their versions (DCAT-AP 3, JSON-LD)"),
    ("catalog.ttl", "The same catalogue as Turtle"),
    ("api/v1/index.json", "Static API: every dataset, indicator and area as JSON and CSV"),
    ("api/v1/openapi.json", "Description of the API (OpenAPI)"),
)
PAGES: Final = (
    (addresses.prose("method"), "How the figures were taken from the documents"),
    (addresses.CHECKS, "Which figures contradict each other, with the arithmetic"),
    (addresses.CORRECTIONS, "What was corrected, why, and who decided"),
    (addresses.RELEASES, "Every release, which never changes once made"),
)


def files(catalog: Catalog, paths: Collection[str]) -> dict[str, bytes]:
    """robots.txt and llms.txt; none without an address. `paths` are the files of the site that stand once for all."""
    publication = catalog.publication
    if not publication.address:
        return {}
    texts = {addresses.ROBOTS: _robots(publication), addresses.LLMS: _llms(catalog, paths)}
    return {name: ("\n".join(lines) + "\n").encode("utf-8") for name, lines in texts.items()}


def _robots(publication: Publication) -> Iterator[str]:
    yield from ("User-agent: *", "Allow: /", "")
    for language in publication.languages:
        yield f"Sitemap: {publication.address}{addresses.ROOTS[language]}{addresses.SITEMAP}"


def _llms(catalog: Catalog, paths: Collection[str]) -> Iterator[str]:
    publication = catalog.publication
    language = "en" if "en" in publication.languages else publication.languages[0]
    yield from (f"# {publication.title.en} ({publication.title.zh})", "", f"> {publication.lead.en}", "")
    yield from (publication.notice.en, "")
    yield "Quote a figure with its id, its period, its source and the release. Where two figures contradict each other,"
    yield "both are published: give both. A period marked `inferred` was not printed in the document."
    yield f"Licence: {publication.licence.title.en}, {publication.licence.path}"
    yield from ("", "## Data", "")
    yield from (
        _link(path.rpartition("/")[2], publication.address + path, said) for path, said in DATA if path in paths
    )
    yield from ("", "## Topics", "")
    root = publication.address + addresses.ROOTS[language]
    for topic in catalog.topics:
        yield _link(topic.title.en, root + _folder(addresses.topic(topic.name)), topic.description.en)
    yield from ("", "## About", "")
    yield from (_link(said, root + _folder(page), "") for page, said in PAGES)


def _link(name: str, address: str, said: str) -> str:
    told = " ".join(said.split())
    return f"- [{' '.join(name.split())}]({address})" + (f": {told}" if told else "")


def _folder(page: str) -> str:
    return page.removesuffix("index.html")
