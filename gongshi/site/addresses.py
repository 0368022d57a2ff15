"""Turn the things of a publication into the addresses of their pages.

An address is a path from the root of a language edition and names a file, so that a folder on disk works
like a site. `relative` turns a pair of paths into the link between them.
"""

import posixpath
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gongshi.render import words

HOME: Final = "index.html"
TOPICS: Final = "topics/index.html"
AREAS: Final = "areas/index.html"
INDICATORS: Final = "indicators/index.html"
COMMITMENTS: Final = "commitments/index.html"
CHECKS: Final = "checks/index.html"
NOTICES: Final = "notices/index.html"
OVERSIGHT: Final = "oversight/index.html"
OBLIGATIONS: Final = "obligations/index.html"
CORRECTIONS: Final = "corrections/index.html"
OBJECTIONS: Final = "objections/index.html"
CORRECTIONS_FEED: Final = "feeds/corrections.atom"
RELEASES_FEED: Final = "feeds/releases.atom"
CHANGES_FEED: Final = "feeds/changes.atom"
REGISTERS_FEED: Final = "feeds/registers.atom"
NOTICES_FEED: Final = "feeds/notices.atom"
OBJECTIONS_FEED: Final = "feeds/objections.atom"
RELEASES: Final = "releases/index.html"
VERIFY: Final = "verify/index.html"
ARTICLES: Final = "articles/index.html"
SOURCES: Final = "sources/index.html"
DATA: Final = "data/index.html"
API: Final = "api/index.html"
LOST: Final = "404.html"
ICON: Final = "static/icon.svg"
STYLE: Final = "static/style.css"
SCRIPT: Final = "static/large-text.js"
EMBED_STYLE: Final = "static/embed.css"
COPIER: Final = "static/copy.js"
VERIFIER: Final = "static/verify.js"
NOTICES_SCRIPT: Final = "static/notices.js"
CHECKSUMS: Final = "SHA256SUMS"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
LLMS: Final = "llms.txt"

# Every feed, by the message that names it.
FEEDS: Final = (
    ("feed-corrections", CORRECTIONS_FEED),
    ("feed-releases", RELEASES_FEED),
    ("feed-changes", CHANGES_FEED),
    ("feed-registers", REGISTERS_FEED),
    ("feed-notices", NOTICES_FEED),
    ("feed-objections", OBJECTIONS_FEED),
)
ROOTS: Final = words.ROOTS
TAGS: Final[Mapping[str, str]] = MappingProxyType({"zh": "zh-CN", "en": "en"})


def topic(dataset: str) -> str:
    """The page of a topic."""
    return f"topics/{dataset}/index.html"


def area(code: str) -> str:
    """The page of an area."""
    return f"areas/{code}/index.html"


def records(code: str, dataset: str) -> str:
    """The page where the figures of an area in a topic are at home."""
    return f"areas/{code}/{dataset}/index.html"


def indicator(name: str) -> str:
    """The page of an indicator."""
    return f"indicators/{name}/index.html"


def source(name: str) -> str:
    """The page of a source."""
    return f"sources/{name}/index.html"


def dataset(name: str) -> str:
    """The page of a dataset: its dictionary and its downloads."""
    return f"data/{name}/index.html"


def article(slug: str) -> str:
    """The page of an article."""
    return f"articles/{slug}/index.html"


def notice(slug: str) -> str:
    """The page of a notice."""
    return f"notices/{slug}/index.html"


def release(name: str) -> str:
    """The page of a release."""
    return f"releases/{name}/index.html"


def embed(language: str, dataset: str, view: str) -> str:
    """The page of a chart for pages of others, which follows every change; from the root of the site."""
    return f"{ROOTS[language]}embed/{dataset}/{view}/index.html"


def frozen_embed(edition: str, language: str, dataset: str, view: str) -> str:
    """The same as a release shows it, for ever; from the root of the site."""
    return f"releases/{edition}/embed/{language}/{dataset}/{view}/index.html"


def duties(code: str, level: str) -> str:
    """The page of what an area has to publish at one level."""
    return f"obligations/{code}/{level}/index.html"


def prose(slug: str) -> str:
    """A page of plain prose, such as method and about."""
    return f"{slug}/index.html"


def shared_picture(kind: str, name: str) -> str:
    """The picture that links to the page of a topic or an indicator are shown with."""
    return f"{kind}/{name}/share.png"


def relative(here: str, target: str) -> str:
    """The link that leads from the file `here` to the file `target`, both from the same root."""
    path, mark, fragment = target.partition("#")
    if mark and path == here:
        return f"#{fragment}"
    return posixpath.relpath(path, posixpath.dirname(here) or ".") + mark + fragment
