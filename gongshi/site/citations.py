"""Compose the line to cite a page by, and the link to the terms of its reuse."""

from gongshi.read.collection import Dataset
from gongshi.site.desk import Desk
from gongshi.site.frames import address
from gongshi.site.parts import Link


def cite(desk: Desk, title: str) -> str:
    """A line ready to copy: site, title, edition, date, address."""
    publication = desk.catalog.publication
    return desk.t(
        "page-cite-page",
        site=publication.title[desk.language],
        title=title,
        edition=desk.issue,
        issued=desk.words.day(publication.issued),
        address=address(desk),
    )


def licence(desk: Desk, dataset: Dataset | None = None) -> Link:
    """The licence of a dataset, or of the publication."""
    terms = dataset.licences[0] if dataset and dataset.licences else desk.catalog.publication.licence
    return Link(terms.title[desk.language], terms.path, terms.name)
