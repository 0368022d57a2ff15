"""Say in the head of a page where it stands in the world: only a publication with an address has anything to say."""

from collections.abc import Iterator
from typing import Final

from gongshi.render.charts.card import HEIGHT, WIDTH
from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.parts import Link, Meta

LOCALES: Final = {"zh": "zh_CN", "en": "en_GB"}


def canonical(desk: Desk) -> str:
    """The one address of the page; "" where there is none to give."""
    return whole(desk, desk.language, desk.here) if _placed(desk) else ""


def alternates(desk: Desk, twin: str, others: tuple[Link, ...]) -> tuple[Link, ...]:
    """The page in each language, itself among them, by whole addresses; else `others`, the links that it shows.

    Only a true translation counts: `twin` is the address of the page's counterpart.
    """
    if not desk.catalog.publication.address:
        return others
    if not _placed(desk) or twin != desk.here:
        return ()
    languages = desk.catalog.publication.languages
    named = [(addresses.TAGS[language], language) for language in languages]
    return tuple(
        Link("", whole(desk, code, desk.here), lang=tag) for tag, code in (*named, ("x-default", languages[0]))
    )


def properties(desk: Desk, title: str, description: str, picture: str) -> tuple[Meta, ...]:
    """What a link to the page is shown with, by Open Graph; `picture` is the path of an image within the language."""
    return tuple(_properties(desk, title, description, picture)) if _placed(desk) else ()


def _properties(desk: Desk, title: str, description: str, picture: str) -> Iterator[Meta]:
    publication, language = desk.catalog.publication, desk.language
    yield Meta("og:type", "website")
    yield Meta("og:site_name", publication.title[language])
    yield Meta("og:title", title)
    yield Meta("og:description", description)
    yield Meta("og:url", canonical(desk))
    yield Meta("og:locale", LOCALES[language])
    if picture:
        yield Meta("og:image", whole(desk, language, picture))
        yield Meta("og:image:type", "image/png")
        yield Meta("og:image:width", str(WIDTH))
        yield Meta("og:image:height", str(HEIGHT))
        yield Meta("og:image:alt", desk.t("share-alt", title=title))


def whole(desk: Desk, language: str, address: str) -> str:
    """The whole address of a page or a file of a language."""
    path = addresses.ROOTS[language] + address
    return desk.catalog.publication.address + path.removesuffix("index.html")


def _placed(desk: Desk) -> bool:
    """Whether the page has an address of its own: not the one for lost readers, which stands anywhere."""
    return bool(desk.catalog.publication.address) and desk.here != addresses.LOST
