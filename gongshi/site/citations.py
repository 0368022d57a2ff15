"""Compose what figures, indicators, charts, datasets and releases are cited by, and the link to the terms of reuse."""

from datetime import date

from gongshi.read.collection import Dataset
from gongshi.render.citations import Citation, Work, citation
from gongshi.render.feeds import urn
from gongshi.site import addresses, feeding
from gongshi.site.desk import Desk
from gongshi.site.parts import Link


def cite(desk: Desk, kind: str, id_: str, title: str, address: str) -> Citation:
    """Something of this edition, by its permanent address: a path within the language, from which a URN is made where
    the publication has no address."""
    publication = desk.catalog.publication
    return _made(desk, (kind, id_), title, address, (desk.issue, publication.edition, publication.issued))


def cite_release(desk: Desk, name: str, day: date, sha256: str) -> Citation:
    """A whole release, with the hash that stands for it."""
    title = desk.t("cite-release", sha256=sha256)
    edition = desk.t("page-edition", edition=name)
    return _made(desk, ("release", name), title, addresses.release(name), (edition, name, day))


def permanent(desk: Desk, kind: str, id_: str, address: str) -> str:
    """The whole address where the publication has one, else the URN of the thing."""
    if not desk.catalog.publication.address:
        return urn(kind, id_)
    return feeding.at(desk, address.replace("index.html", ""))


def licence(desk: Desk, dataset: Dataset | None = None) -> Link:
    """The licence of a dataset, or of the publication."""
    terms = dataset.licences[0] if dataset and dataset.licences else desk.catalog.publication.licence
    return Link(terms.title[desk.language], terms.path, terms.name)


def _made(desk: Desk, key: tuple[str, str], title: str, address: str, edition: tuple[str, str, date]) -> Citation:
    publication, language = desk.catalog.publication, desk.language
    words, number, day = edition
    site = {"site": publication.title[language], "tagline": publication.tagline[language]}
    return citation(
        Work(
            kind=key[0],
            id=key[1],
            title=title,
            within=desk.t("cite-within", **site),
            author=publication.publisher[language],
            edition=words,
            number=number,
            issued=day,
            address=permanent(desk, *key, address),
            language=language,
        )
    )
