"""Say in the head of a page what websites of the government say there: column, title, day, publisher."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from gongshi.read.ledgers import Notice
from gongshi.site import frames
from gongshi.site.desk import Desk
from gongshi.site.parts import Meta


def of_notice(desk: Desk, notice: Notice, title: str, lead: str) -> tuple[Meta, ...]:
    """The page of a notice by the names that programs look for on such sites; what is not known is left out."""
    publication, language = desk.catalog.publication, desk.language
    publisher, column = notice.publisher[language], desk.t("notices-title")
    said = {
        "SiteName": publication.title[language],
        "SiteDomain": urlsplit(publication.address).netloc,
        "ColumnName": column,
        "ColumnType": column,
        "ArticleTitle": title,
        "PubDate": notice.published.isoformat() if notice.published else "",
        "ContentSource": publisher,
        "Keywords": ",".join(_keywords(desk, notice)),
        "Author": publisher,
        "Description": lead,
        "Url": frames.address(desk) if publication.address else "",
    }
    return tuple(Meta(name, content) for name, content in said.items() if content)


def _keywords(desk: Desk, notice: Notice) -> Iterable[str]:
    area = desk.catalog.areas.get(notice.area)
    yield desk.t(f"notice-kind-{notice.kind}")
    yield from ([area.name[desk.language]] if area else [])
    yield from (desk.catalog.dataset(name).title[desk.language] for name in notice.datasets)
