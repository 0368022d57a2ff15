"""Compose the feeds of an edition in one language as Atom; here those of releases and of what they changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from gongshi.read.ledgers import Correction
from gongshi.record.differences import Change, Difference
from gongshi.record.timeline import Step, of_figures
from gongshi.render.feeds import Entry, Feed, urn, write
from gongshi.site import addresses, editions, feeding, feeds_matters, figures, pages_releases
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped

# So many changed figures a feed tells; all of them stand in the releases' own lists of changes.
MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Touched:
    """A figure that a release added, changed or took away (`what`); `area` is "" where it is that of today."""

    id: str
    what: str
    area: str
    value: str
    summary: str


def files(desk: Desk) -> Mapping[str, bytes]:
    """Every feed by its path within the language."""
    made = {
        addresses.CORRECTIONS_FEED: corrections,
        addresses.RELEASES_FEED: releases,
        addresses.CHANGES_FEED: changes,
        addresses.REGISTERS_FEED: registers,
        addresses.NOTICES_FEED: feeds_matters.notices,
        addresses.OBJECTIONS_FEED: feeds_matters.objections,
    }
    return {address: write(compose(desk.at(address))) for address, compose in made.items()}


def corrections(desk: Desk) -> Feed:
    """The corrections, each dated by the release in which it takes effect."""
    title = desk.t("feed-corrections-title", site=desk.catalog.publication.title[desk.language])
    entries = tuple(_correction(desk, one) for one in reversed(tuple(desk.catalog.corrections.values())))
    return feeding.feed(desk, "corrections", title, addresses.CORRECTIONS, entries)


def releases(desk: Desk) -> Feed:
    """The releases, each with its notes and how many figures it brought, changed and took away."""
    title = desk.t("feed-releases-title", site=desk.catalog.publication.title[desk.language])
    entries = tuple(_release(desk, step) for step in reversed(desk.edition.steps) if step.release)
    return feeding.feed(desk, "releases", title, addresses.RELEASES, entries)


def changes(desk: Desk) -> Feed:
    """Every figure that a release after the first brought, changed or took away; of the newest so many as MOST."""
    title = desk.t("feed-changes-title", site=desk.catalog.publication.title[desk.language])
    steps = [step for step in desk.edition.steps if step.release and step.release.previous[0]]
    entries = (entry for step in reversed(steps) for entry in _changes(desk, step))
    return feeding.feed(desk, "changes", title, addresses.RELEASES, tuple(islice(entries, MOST)))


def registers(desk: Desk) -> Feed:
    """Every other table of which a release touched rows: obligations, commitments, places and all the rest."""
    title = desk.t("feed-registers-title", site=desk.catalog.publication.title[desk.language])
    touched = [(step, one) for step in reversed(desk.edition.steps) if step.release for one in step.differences]
    entries = tuple(_register(desk, step, one) for step, one in touched if not of_figures(one))
    return feeding.feed(desk, "registers", title, addresses.RELEASES, entries)


def _register(desk: Desk, step: Step, difference: Difference) -> Entry:
    counts, anchor = difference.counts, pages_releases.anchor(difference.path)
    return Entry(
        id=urn("register", f"{step.name}:{anchor.removeprefix('table-')}"),
        title=desk.t("feed-register", edition=step.name, table=pages_releases.table_title(desk, difference.path)),
        updated=step.day,
        href=feeding.at(desk, f"{addresses.release(step.name)}#{anchor}"),
        summary=desk.t("release-count", added=counts.added, changed=counts.changed, gone=counts.gone),
    )


def _release(desk: Desk, step: Step) -> Entry:
    counts = step.figures
    return Entry(
        id=urn("release", step.name),
        title=desk.t("feed-release", edition=step.name, added=counts.added, changed=counts.changed, gone=counts.gone),
        updated=step.day,
        href=feeding.at(desk, addresses.release(step.name)),
        summary=step.release.notes[desk.language] if step.release else "",
    )


def _changes(desk: Desk, step: Step) -> Iterator[Entry]:
    for difference in (one for one in step.differences if of_figures(one)):
        for touched in _touched(desk, step, difference):
            yield _entry(desk, step, difference, touched)


def _touched(desk: Desk, step: Step, difference: Difference) -> Iterator[Touched]:
    for row in difference.added:
        yield Touched(row["id"], "added", row["area"], row["stated"] or row["value"], "")
    for key, cells in grouped(difference.changed, lambda change: change.key).items():
        yield Touched(key, "changed", "", "", _cells(desk, difference, cells, step))
    for row in difference.gone:
        yield Touched(row["id"], "gone", row["area"], "", _reasons(desk, step, row["id"], ["id"]))


def _entry(desk: Desk, step: Step, difference: Difference, touched: Touched) -> Entry:
    figure = desk.catalog.figures.get(touched.id)
    page = addresses.release(step.name)
    if figure or touched.area:
        home = (figure.area, figure.dataset) if figure else (touched.area, difference.path.split("/")[1])
        page = f"{addresses.records(*home)}#{touched.id}"
    return Entry(
        id=urn("change", f"{step.name}:{touched.id}"),
        title=desk.t(
            f"feed-change-{touched.what}",
            name=figures.name(desk, figure, *figures.ELSEWHERE) if figure else touched.id,
            value=touched.value,
        ),
        updated=step.day,
        href=feeding.at(desk, page),
        summary=touched.summary,
    )


def _cells(desk: Desk, difference: Difference, cells: tuple[Change, ...], step: Step) -> str:
    """What each changed cell was and is, and why where that was said."""
    named = desk.edition.column_names(difference.path, desk.language)
    told = [
        desk.t(
            "feed-change-cell",
            column=named.get(change.column, change.column),
            old=editions.cell(desk, change.column, change.old),
            new=editions.cell(desk, change.column, change.new),
        )
        for change in cells
    ]
    why = _reasons(desk, step, cells[0].key, [change.column for change in cells])
    return desk.t("page-semicolon").join([*told, *([why] if why else [])])


def _reasons(desk: Desk, step: Step, id_: str, columns: Sequence[str]) -> str:
    """Why a figure changed in a release, as its corrections say."""
    said = (c for c in desk.edition.corrected.get(id_, ()) if c.release == step.name and c.field in columns)
    return " ".join(dict.fromkeys(editions.event(desk, correction).why for correction in said))


def dated(desk: Desk, release: str) -> date:
    """The day of a release; that of the edition where it is not released yet."""
    found = desk.edition.history.named(release)
    return found.day if found else desk.catalog.publication.issued


def _correction(desk: Desk, one: Correction) -> Entry:
    event, figure = editions.event(desk, one), desk.catalog.figures.get(one.figure)
    name = figures.name(desk, figure, *figures.ELSEWHERE) if figure else one.figure
    address = f"{addresses.CORRECTIONS}#{one.id}"
    return Entry(
        id=urn("correction", one.id),
        title=desk.t("feed-correction", name=name, text=event.text),
        updated=dated(desk, one.release),
        href=feeding.at(desk, address),
        summary=event.why,
    )
