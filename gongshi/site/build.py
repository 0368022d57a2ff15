"""Run Pelican once for one language of an edition, and take every warning of its as a problem."""

import contextlib
import io
import logging
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pelican import Pelican
from pelican.settings import read_settings

from gongshi.errors import Place, Problem, PublicationError
from gongshi.read.messages import messages
from gongshi.render.words import Words
from gongshi.site import addresses, plugin, theme
from gongshi.site.desk import Desk
from gongshi.site.edition import Edition

CONFIGURATION: Final = Path(__file__).resolve().parents[2] / "pelicanconf.py"


def write(edition: Edition, staging: Path, language: str) -> None:
    """Write all pages of one language under `staging`; the first language brings the static files along."""
    words = Words(language, messages(language), edition.catalog.units)
    hands = plugin.Hands(Desk(edition, language, words), theme.environment(words.t))
    output = staging / addresses.ROOTS[language]
    output.mkdir(parents=True, exist_ok=True)
    if language == edition.catalog.publication.languages[0]:
        _write_assets(staging)
    with (
        tempfile.TemporaryDirectory() as nothing,
        _watched(language) as problems,
        contextlib.redirect_stdout(io.StringIO()),
    ):
        content = edition.root / "content" / language
        try:
            Pelican(_settings(hands, content if content.is_dir() else Path(nothing), output)).run()
        except RuntimeError as error:  # two pages of one address: the second would overwrite the first
            reason = str(error).replace(f"{output}/", "")
            problems.append(Problem("site-pelican", Place(f"content/{language}"), details={"reason": reason}))
    if problems:
        raise PublicationError(problems)


def _settings(hands: plugin.Hands, content: Path, output: Path) -> Any:
    language = hands.desk.language
    return read_settings(
        str(CONFIGURATION),
        override={
            "PATH": str(content),
            "OUTPUT_PATH": str(output),
            "THEME": str(theme.THEME),
            "DEFAULT_LANG": language,
            "PLUGINS": [plugin],
            "JINJA_ENVIRONMENT": dict(theme.ENVIRONMENT),
            "JINJA_FILTERS": {"t": hands.desk.t},
            "GONGSHI": hands,
        },
    )


def _write_assets(staging: Path) -> None:
    for name, data in theme.assets().items():
        path = staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


class _Collector(logging.Handler):
    """Keeps what Pelican warns of; it warns and goes on where this project stops."""

    def __init__(self, language: str) -> None:
        super().__init__(logging.WARNING)
        self.language = language
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Turn a warning into a problem, with the exception behind it where there is one."""
        cause = sys.exc_info()[1]
        said = record.getMessage() + (f" ({type(cause).__name__}: {cause})" if cause else "")
        named = re.search(r"(?:articles|pages)/[^\s:]+\.md", said)
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
