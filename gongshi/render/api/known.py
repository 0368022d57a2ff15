"""What every file of the API is made from, how one begins, and the links that lead out of it.

A link is relative to the file that it stands in, so that the API works under any path and from a folder. A member
that has nothing to say is there and null; `title_en` is the English of `title`, and so for every such pair.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from gongshi.check.relations import Finding
from gongshi.read.collection import Catalog, Dataset, Licence
from gongshi.read.history import History
from gongshi.read.ledgers import Objection
from gongshi.read.values import Figure, Text
from gongshi.record.remains import Home, former
from gongshi.record.timeline import Step
from gongshi.render import figures
from gongshi.render.tables import Sheet
from gongshi.render.words import ROOTS, Words

VERSION: Final = "1"
ROOT: Final = f"api/v{VERSION}/"
Json = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """A checked catalog, what was found in it, its history, the words of both languages, and all downloads by path."""

    catalog: Catalog
    findings: tuple[Finding, ...]
    history: History
    steps: tuple[Step, ...]
    words: Mapping[str, Words]
    downloads: Mapping[str, bytes] = field(repr=False)

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by indicator, in order of id."""
        return _grouped((figure.indicator, figure) for figure in self._ordered)

    @cached_property
    def by_home(self) -> Mapping[tuple[str, str], tuple[Figure, ...]]:
        """Figures by area and dataset, in order of id."""
        return _grouped(((figure.area, figure.dataset), figure) for figure in self._ordered)

    @cached_property
    def checked(self) -> Mapping[str, tuple[Finding, ...]]:
        """Findings by each figure that they name."""
        return _grouped((figure.id, finding) for finding in self.findings for figure in finding.figures)

    @cached_property
    def objected(self) -> Mapping[str, tuple[Objection, ...]]:
        """Objections to figures, by the id of the figure."""
        return _grouped((one.about, one) for one in self.catalog.objections.values() if one.kind == "figure")

    @cached_property
    def former(self) -> Mapping[Home, tuple[str, ...]]:
        """Figures that were published at a home, and are not there any more."""
        now = {figure.id: (figure.area, figure.dataset) for figure in self.catalog.figures.values()}
        return former(self.steps, now)

    @cached_property
    def table(self) -> Sheet:
        """All figures as one table."""
        return figures.sheet(self.catalog)

    @cached_property
    def rows(self) -> Mapping[str, tuple[str, ...]]:
        """The row of each figure in that table, by id."""
        return {row[0]: row for row in self.table.rows}

    @property
    def _ordered(self) -> Iterable[Figure]:
        return sorted(self.catalog.figures.values(), key=lambda figure: figure.id)


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> Mapping[Any, tuple[Any, ...]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def both(name: str, text: Text) -> Json:
    """A text under its name, and its English beside it; null where there is none."""
    return {name: text.zh or None, f"{name}_en": text.en or None}


def link(here: str, target: str) -> str:
    """The link from the file `here` to a file, a folder (with a slash at its end) or a place on a page."""
    path, mark, fragment = target.partition("#")
    led = posixpath.relpath(path or ".", posixpath.dirname(here))
    return led + ("/" if path.endswith("/") or not path else "") + mark + fragment


def page(known: Known, here: str, address: str, name: str = "home") -> Json:
    """The links to a page in both languages; null in a language that the publication does not have."""
    languages = known.catalog.publication.languages if address else ()
    led = {language: link(here, root + address) for language, root in ROOTS.items() if language in languages}
    return {name: led.get("zh"), f"{name}_en": led.get("en")}


def head(known: Known, here: str, title: Text, dataset: Dataset | None = None) -> Json:
    """How every file begins: what it is called, of which edition, whose it is, and on which terms."""
    publication = known.catalog.publication
    terms = dataset.licences[0] if dataset and dataset.licences else publication.licence
    return {
        **both("title", title),
        "edition": publication.edition,
        "issued": publication.issued.isoformat(),
        "released": known.history.named(publication.edition) is not None,
        **both("publisher", publication.publisher),
        "licence": licence(terms),
        "index": link(here, f"{ROOT}index.json"),
    }


def licence(terms: Licence) -> Json:
    """Terms of reuse."""
    return {"name": terms.name, **both("title", terms.title), "path": terms.path}
