"""Compose the frame of a page: head, masthead, navigation, breadcrumbs, footer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from gongshi.site import addresses, outward
from gongshi.site.desk import Desk
from gongshi.site.parts import Link, Meta

NAVIGATION: Final = (
    ("nav-topics", addresses.TOPICS),
    ("nav-areas", addresses.AREAS),
    ("nav-indicators", addresses.INDICATORS),
    ("nav-commitments", addresses.COMMITMENTS),
    ("nav-notices", addresses.NOTICES),
    ("nav-oversight", addresses.OVERSIGHT),
    ("nav-articles", addresses.ARTICLES),
    ("nav-sources", addresses.SOURCES),
    ("nav-data", addresses.DATA),
)
# What the foot of every page leads to, besides the checksums, which stand once for all languages.
FOOTER: Final = (
    ("objections-title", addresses.OBJECTIONS),
    ("footer-method", addresses.prose("method")),
    ("footer-about-page", addresses.prose("about")),
    ("footer-data", addresses.DATA),
    ("footer-api", addresses.API),
    ("obligations-title", addresses.OBLIGATIONS),
    ("releases-title", addresses.RELEASES),
    ("corrections-title", addresses.CORRECTIONS),
    ("verify-title", addresses.VERIFY),
)


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the navigation; `current` is the value of aria-current, "" elsewhere."""

    text: str
    href: str
    current: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: head, masthead, navigation, breadcrumbs and footer.

    `meta` takes the place of the description in the head where a page says more of itself than that; `data` is what
    the page says of the data it offers, in the words of schema.org. `canonical` and `properties` are empty where the
    publication has no address.
    """

    lang: str
    title: str
    description: str
    brand: str
    tagline: str
    notice: str
    icon: str
    style: str
    scripts: tuple[str, ...]
    home: str
    wide: bool
    nav: tuple[NavItem, ...]
    languages: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    edition: str
    issued: str
    issued_iso: str
    address: str
    about: str
    contact: str
    email: str
    footer: tuple[Link, ...]
    feeds: tuple[Link, ...]
    meta: tuple[Meta, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    canonical: str = ""
    alternates: tuple[Link, ...] = ()
    properties: tuple[Meta, ...] = ()


def frame(
    desk: Desk, title: str, description: str, crumbs: Sequence[Link] = (), twin: str | None = None, picture: str = ""
) -> Frame:
    """The frame around a page; `twin` is the page's counterpart in the other language, by default its namesake.

    `picture` is the path of the image that links to it are shown with.
    """
    publication, language = desk.catalog.publication, desk.language
    site = publication.title[language]
    home = Link(desk.t("nav-home"), desk.href(addresses.HOME))
    other = desk.here if twin is None else twin
    languages = _languages(desk, other)
    return Frame(
        lang=addresses.TAGS[language],
        title=site if desk.here == addresses.HOME else desk.t("page-document-title", title=title, site=site),
        description=description,
        brand=publication.title.zh,
        tagline=publication.tagline[language],
        notice=publication.notice[language],
        icon=desk.asset(addresses.ICON),
        style=desk.asset(addresses.STYLE),
        scripts=(desk.asset(addresses.SCRIPT), desk.asset(addresses.COPIER)),
        home=home.href,
        wide=desk.here == addresses.HOME,
        nav=tuple(_item(desk, desk.t(key), address) for key, address in NAVIGATION),
        languages=languages,
        crumbs=() if desk.here == addresses.HOME else (home, *crumbs),
        edition=desk.issue,
        issued=desk.words.day(publication.issued),
        issued_iso=publication.issued.isoformat(),
        address=address(desk),
        about=_about(desk),
        contact=publication.contact[language],
        email=publication.email,
        footer=(
            *(Link(desk.t(key), desk.href(address)) for key, address in FOOTER),
            Link(desk.t("footer-checksums"), desk.shared(addresses.CHECKSUMS)),
        ),
        feeds=tuple(Link(desk.t(key), desk.href(address)) for key, address in addresses.FEEDS),
        canonical=outward.canonical(desk),
        alternates=outward.alternates(desk, other, languages),
        properties=outward.properties(desk, title, description, picture),
    )


def unlisted(around: Frame) -> Frame:
    """The frame of a page that only leads on: nobody is to list it or pass it on."""
    return replace(around, canonical="", alternates=(), properties=())


def _about(desk: Desk) -> str:
    """Where the figures come from: documents of others, or the publisher's own."""
    compiled = desk.catalog.publication.kind == "compiled"
    return desk.t("footer-compiled" if compiled else "footer-official", sources=desk.few(len(desk.catalog.sources)))


def address(desk: Desk) -> str:
    """Where the page stands: the whole address where the publication has one, else the path."""
    host = desk.catalog.publication.address.rstrip("/")
    path = addresses.ROOTS[desk.language] + desk.here.removesuffix("index.html")
    return f"{host}/{path}"


def _item(desk: Desk, text: str, address: str) -> NavItem:
    section = address.split("/", maxsplit=1)[0]
    current = "page" if desk.here == address else "true" if desk.here.split("/")[0] == section else ""
    return NavItem(text, desk.href(address), current)


def _languages(desk: Desk, twin: str) -> tuple[Link, ...]:
    others = [language for language in desk.catalog.publication.languages if language != desk.language]
    return tuple(
        Link(desk.t(f"language-{other}"), desk.in_language(other, twin), lang=addresses.TAGS[other]) for other in others
    )
