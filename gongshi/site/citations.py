"""Compose what figures, indicators, charts, datasets and releases are cited by, and the link to the terms of reuse."""

from datetime import date

from gongshi.read.collection import Dataset
from gongshi.render import citations
from gongshi.render.citations import Citation, Edition
from gongshi.render.feeds import urn
from gongshi.site import addresses, feeding
from gongshi.site.desk import Desk
from gongshi.site.parts import Link


def cite(desk: Desk, kind: str, id_: str, title: str, address: str) -> Citation:
    """Something of this edition, by its permanent address: a path within the language, from which a URN is made where
    the publication has no address."""
    edition = citations.edition(desk.catalog.publication, desk.words, desk.edition.release is not None)
    return _made(desk, (kind, id_), title, address, edition)


def cite_release(desk: Desk, name: str, day: date, sha256: str) -> Citation:
    """A whole release, with the hash that stands for it."""
    title = desk.t("cite-release", sha256=sha256)
    edition = citations.past(desk.words, name, day)
    return _made(desk, ("release", name), title, addresses.release(name), edition)


def permanent(desk: Desk, kind: str, id_: str, address: str) -> str:
    """The whole address where the publication has one, else the URN of the thing."""
    if not desk.catalog.publication.address:
        return urn(kind, id_)
    return feeding.at(desk, address.replace("index.html", ""))


def licence(desk: Desk, dataset: Dataset | None = None) -> Link:
    """The licence of a dataset, or of the publication."""
    terms = dataset.licences[0] if dataset and dataset.licences else desk.catalog.publication.licence
    return Link(terms.title[desk.language], terms.path, terms.name)


def _made(desk: Desk, key: tuple[str, str], title: str, address: str, edition: Edition) -> Citation:
    address = permanent(desk, *key, address)
    return citations.citation(citations.work(desk.catalog.publication, desk.words, key, title, address, edition))
