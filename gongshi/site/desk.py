"""The place from which one page is composed: its language, its words, its address, and the links leading away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongshi.check.relations import Finding
from gongshi.read.collection import Catalog
from gongshi.read.values import Area, Figure, Source
from gongshi.render import naming
from gongshi.render.words import Quantity, Words
from gongshi.site import addresses, theme
from gongshi.site.edition import Edition
from gongshi.site.parts import Link, SourceRef
from gongshi.site.tongues import quotation


@dataclass(frozen=True, slots=True)
class Desk:
    """An edition in one language, seen from the page at `here` (an address within the language edition)."""

    edition: Edition
    language: str
    words: Words
    here: str = addresses.HOME

    def at(self, address: str) -> "Desk":
        """The same edition seen from another page."""
        return replace(self, here=address)

    @property
    def catalog(self) -> Catalog:
        """All values of the edition."""
        return self.edition.catalog

    @property
    def issue(self) -> str:
        """The edition's name; one that is not released yet says so."""
        key = "page-edition" if self.edition.release else "page-edition-preview"
        return self.t(key, edition=self.catalog.publication.edition)

    def t(self, key: str, **values: object) -> str:
        """A message in the page's language."""
        return self.words.t(key, **values)

    def count(self, key: str, number: int, **values: object) -> str:
        """A message about a number of things; English has a form for one."""
        return self.t(f"{key}-one" if number == 1 else key, count=number, **values)

    def few(self, number: int) -> str:
        """A small number as a word: 五, five; larger ones in digits."""
        return self.t(f"number-{number}") if 0 < number <= 10 else str(number)

    def listed(self, parts: Sequence[str]) -> str:
        """Names in a row, as the language writes them."""
        return self.t("page-comma").join(parts)

    def href(self, address: str, fragment: str = "") -> str:
        """The link to a page of this language edition."""
        return addresses.relative(self.here, f"{address}#{fragment}" if fragment else address)

    def shared(self, path: str) -> str:
        """The link to a file that stands once at the site's root, whatever the language."""
        return addresses.relative(addresses.ROOTS[self.language] + self.here, path)

    def asset(self, name: str) -> str:
        """The link to a static file of the theme."""
        return self.shared(theme.published(name))

    def in_language(self, language: str, address: str) -> str:
        """The link to a page of the edition in another language."""
        return self.shared(addresses.ROOTS[language] + address)

    def area(self, area: Area) -> Link:
        """The link to an area's page."""
        return Link(area.name[self.language], self.href(addresses.area(area.code)))

    def topic(self, dataset: str) -> Link:
        """The link to a topic's page."""
        return Link(self.catalog.dataset(dataset).title[self.language], self.href(addresses.topic(dataset)))

    def indicator(self, name: str) -> Link:
        """The link to an indicator's page, or to its topic where it has only one figure."""
        indicator = self.catalog.indicators[name]
        alone = len(self.edition.by_indicator.get(name, ())) < 2
        address = addresses.topic(indicator.dataset) if alone else addresses.indicator(name)
        return Link(indicator.name[self.language], self.href(address))

    def figure(self, figure: Figure) -> str:
        """The link to a figure's home."""
        return self.href(addresses.records(figure.area, figure.dataset), figure.id)

    def source(self, name: str, locator: str) -> SourceRef:
        """The link to the place in a source; the locator stands beside it."""
        source = self.catalog.sources[name]
        return SourceRef(self.href(addresses.source(name)), self.short(source), quotation(self.words.locator(locator)))

    def short(self, source: Source) -> str:
        """A source in few words: its short name and when it was published."""
        return naming.short(self.words, source)

    def value(self, figure: Figure) -> Quantity:
        """A figure's value in words."""
        return naming.value(self.catalog, self.words, figure)

    def scope(self, ids: Sequence[str]) -> str:
        """The names of scopes, joined."""
        return naming.scopes(self.catalog, self.words, ids)

    def within(self, ids: Sequence[str]) -> str:
        """The names of scopes as they stand behind what they narrow: in brackets, or after a dash if they have some."""
        return naming.within(self.catalog, self.words, ids)

    def finding(self, id_: str) -> Finding:
        """What was found, by a finding's id; KeyError where there is none."""
        return {f.id: f for f in self.edition.findings}[id_]
