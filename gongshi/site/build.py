"""Run Pelican once for one language of an edition, and take every warning of its as a problem."""

import contextlib
import io
import logging
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pelican import Pelican
from pelican.settings import read_settings

from gongshi.errors import Place, Problem, PublicationError
from gongshi.render.words import Words
from gongshi.site import addresses, feeds, plugin, sharing, sitemap, theme
from gongshi.site.desk import Desk
from gongshi.site.edition import Edition

CONFIGURATION: Final = Path(__file__).resolve().parents[2] / "pelicanconf.py"


def pages(edition: Edition, texts: Path, words: Words) -> Mapping[str, bytes]:
    """All pages and feeds of one language by their paths within it.

    `texts` is a folder with the edition's texts under their paths, and nothing else: Pelican would follow links,
    take other kinds of files for pages, and publish whatever prose points at. Raises
    PublicationError with everything that Pelican warned of.
    """
    made: dict[str, bytes] = {}
    desk = Desk(edition, words.language, words)
    hands = plugin.Hands(desk, theme.environment(words.t), made)
    with _watched(words.language) as problems, contextlib.redirect_stdout(io.StringIO()):
        Pelican(_settings(hands, texts)).run()
    if problems:
        raise PublicationError(problems)
    return {**made, **feeds.files(desk), **_outward(desk, made, texts)}


def _outward(desk: Desk, pages: Mapping[str, bytes], scratch: Path) -> Mapping[str, bytes]:
    """What only a site with an address has: the list of its pages, and pictures for links to them."""
    if not desk.catalog.publication.address:
        return {}
    return {addresses.SITEMAP: sitemap.written(desk, pages), **sharing.pictures(desk, scratch)}


def _settings(hands: plugin.Hands, texts: Path) -> Any:
    language = hands.desk.language
    return read_settings(
        str(CONFIGURATION),
        override={
            "PATH": str(texts),
            "ARTICLE_PATHS": [f"content/{language}/articles"],
            "PAGE_PATHS": [f"content/{language}/pages", f"content/{language}/notices"],
            "THEME": str(theme.THEME),
            "DEFAULT_LANG": language,
            "PLUGINS": [plugin],
            "JINJA_ENVIRONMENT": dict(theme.ENVIRONMENT),
            "JINJA_FILTERS": {"t": hands.desk.t},
            "GONGSHI": hands,
        },
    )


class _Collector(logging.Handler):
    """Keeps what Pelican warns of; it warns and goes on where this project stops."""

    def __init__(self, language: str) -> None:
        super().__init__(logging.WARNING)
        self.language = language
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Turn a warning into a problem, with the exception behind it where there is one."""
        cause = sys.exc_info()[1]
        if isinstance(cause, PublicationError):
            self.problems += cause.problems
            return
        said = record.getMessage() + (f" ({type(cause).__name__}: {cause})" if cause else "")
        named = re.search(r"(?:articles|notices|pages)/[^\s:]+\.md", said)
        file = f"content/{self.language}/{named[0]}" if named else "content"
        self.problems.append(Problem("site-pelican", Place(file), details={"reason": said}))


@contextlib.contextmanager
def _watched(language: str) -> Iterator[list[Problem]]:
    logger, handler = logging.getLogger("pelican"), _Collector(language)
    logger.addHandler(handler)
    try:
        yield handler.problems
    finally:
        logger.removeHandler(handler)
