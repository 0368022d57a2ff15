"""Write the pages that stand in pages of others: a chart with its source, its date and the way back, and nothing else.

One follows every change; others stay with the drawing that a release kept, and say what was corrected since. They
stand apart from the pages of a language, so their links are made from the root of the site.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongshi.read.drawings import NARROW, NUMBERS, WIDE, WORDS, Kept, kept
from gongshi.read.history import Release
from gongshi.render.charts import Drawing
from gongshi.render.charts import kept as keeping
from gongshi.site import addresses, citations, editions, embedding, pictures, theme
from gongshi.site.desk import Desk
from gongshi.site.parts import Event, Link, Picture, TableView


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """A chart for pages of others; `pictures` is empty, and `table` None, where its drawing was withdrawn.

    `pictures` are the wide one and the narrow one; `later` are corrections made after the release it stays with.
    """

    lang: str
    title: str
    subtitle: str
    alt: str
    pictures: tuple[Picture, ...]
    table: TableView | None
    workings: tuple[str, ...]
    source: str
    edition: str
    notice: str
    later: tuple[Event, ...]
    links: tuple[Link, ...]
    licence: Link
    style: str
    icon: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an embedded page stands, and its pictures and numbers, all from the root of the site."""

    here: str
    wide: str
    narrow: str
    numbers: str

    def to(self, path: str) -> str:
        """The link to a file."""
        return addresses.relative(self.here, path)


def files(desk: Desk) -> dict[str, bytes]:
    """All embedded pages of one language by their path from the root of the site."""
    template = theme.environment(desk.t).get_template("embed.html")
    pages = {**dict(_following(desk)), **dict(_staying(desk))}
    return {path: template.render(page=page).encode("utf-8") for path, page in pages.items()}


def _following(desk: Desk) -> Iterator[tuple[str, EmbedPage]]:
    day = desk.words.day(desk.catalog.publication.issued)
    for drawing in desk.edition.drawings[desk.language]:
        words = keeping.kept(drawing, desk.edition.shown[f"{drawing.view.dataset}/{drawing.view.id}"])
        spot = _following_spot(drawing)
        yield spot.here, _page(desk, spot, words, desk.t("embed-edition", edition=desk.issue, day=day))


def _following_spot(drawing: Drawing) -> _Spot:
    view, root = drawing.view, addresses.ROOTS[drawing.language]
    return _Spot(
        here=addresses.embed(drawing.language, view.dataset, view.id),
        wide=root + drawing.pictures["wide", "light"],
        narrow=root + drawing.pictures["narrow", "light"],
        numbers=f"{root}{drawing.base}.csv",
    )


def _staying(desk: Desk) -> Iterator[tuple[str, EmbedPage]]:
    for release in desk.edition.history.releases:
        content = desk.edition.history.shown(release)
        for dataset, view in embedding.views(desk, release):
            spot = _staying_spot(release, desk.language, dataset, view)
            words = kept(content.get(f"{desk.language}/{dataset}/{view}/{WORDS}", b""))
            yield spot.here, _frozen(desk, spot, words, release) if words else _withdrawn(desk, spot, release)


def _staying_spot(release: Release, language: str, dataset: str, view: str) -> _Spot:
    here = addresses.frozen_embed(release.name, language, dataset, view)
    folder = here.removesuffix("index.html")
    return _Spot(here, folder + WIDE, folder + NARROW, folder + NUMBERS)


def _page(desk: Desk, spot: _Spot, words: Kept, edition: str) -> EmbedPage:
    return EmbedPage(
        lang=addresses.TAGS[desk.language],
        title=words.title,
        subtitle=words.subtitle,
        alt=words.alt,
        pictures=(Picture("", spot.to(spot.wide), *words.wide), Picture("", spot.to(spot.narrow), *words.narrow)),
        table=pictures.table("numbers", words.title, words),
        workings=words.notes,
        source=words.source,
        edition=edition,
        notice=desk.catalog.publication.notice[desk.language],
        later=(),
        links=(_back(desk, spot, words), Link(desk.t("embed-numbers"), spot.to(spot.numbers))),
        licence=citations.licence(desk),
        style=spot.to(theme.published(addresses.EMBED_STYLE)),
        icon=spot.to(theme.published(addresses.ICON)),
    )


def _frozen(desk: Desk, spot: _Spot, words: Kept, release: Release) -> EmbedPage:
    """The page of a drawing that a release kept."""
    edition = desk.t("page-edition", edition=release.name)
    said = desk.t("embed-frozen", edition=edition, day=desk.words.day(release.day))
    return replace(_page(desk, spot, words, said), later=_later(desk, spot, words, release))


def _withdrawn(desk: Desk, spot: _Spot, release: Release) -> EmbedPage:
    """The page of a drawing that went with what was withdrawn from its release: whoever embeds it finds a reason."""
    edition = desk.t("page-edition", edition=release.name)
    return EmbedPage(
        lang=addresses.TAGS[desk.language],
        title=desk.t("embed-withdrawn"),
        subtitle=desk.t("embed-withdrawn-why", edition=edition),
        alt="",
        pictures=(),
        table=None,
        workings=(),
        source="",
        edition=desk.t("embed-edition", edition=edition, day=desk.words.day(release.day)),
        notice=desk.catalog.publication.notice[desk.language],
        later=(),
        links=(Link(edition, spot.to(addresses.ROOTS[desk.language] + addresses.release(release.name))),),
        licence=citations.licence(desk),
        style=spot.to(theme.published(addresses.EMBED_STYLE)),
        icon=spot.to(theme.published(addresses.ICON)),
    )


def _back(desk: Desk, spot: _Spot, words: Kept) -> Link:
    """The link to the chart on the site; where it is not there any more, to the page of the topic or of all data."""
    root, text = addresses.ROOTS[desk.language], embedding.back(desk)
    if f"{words.dataset}/{words.view}" in desk.edition.shown:
        return Link(text, spot.to(f"{root}{addresses.topic(words.dataset)}#chart-{words.dataset}-{words.view}"))
    return Link(text, spot.to(root + addresses.RELEASES))


def _later(desk: Desk, spot: _Spot, words: Kept, release: Release) -> tuple[Event, ...]:
    """What was corrected, after its release, of the figures that a drawing shows."""
    names = [step.name for step in desk.edition.steps]
    after = names[names.index(release.name) + 1 :]
    found = (c for id_ in words.figures for c in desk.edition.corrected.get(id_, ()) if c.release in after)
    root = addresses.ROOTS[desk.language]
    return tuple(
        replace(editions.event(desk, one), href=spot.to(f"{root}{addresses.CORRECTIONS}#{one.id}")) for one in found
    )
