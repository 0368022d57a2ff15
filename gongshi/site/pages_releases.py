"""Compose the list of releases and the page of one: what it brought, its files and how to check them."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gongshi.read.history import FrozenFile
from gongshi.record.differences import Difference
from gongshi.record.timeline import Step, of_figures
from gongshi.render.citations import Citation
from gongshi.site import addresses, downloads, editions
from gongshi.site.citations import cite_release
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Cell, Download, Event, Link, Quotation, TableView, Tally
from gongshi.site.tongues import phrases

# In so many rows that came or went a page names each; more are counted, and stand in the file of changes.
NAMED: Final = 60
# Tables that belong to no dataset, and what they are called.
OTHERS: Final = MappingProxyType({"schemas/units.csv": "release-units", "schemas/working-days.csv": "release-days"})


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A release in the list; `href` is "" for an edition that is being prepared."""

    name: str
    href: str
    day: str
    day_iso: str
    notes: str
    tallies: tuple[Tally, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class ReleasesPage:
    """All releases, the newest first, and the hash that stands for the whole chain."""

    frame: Frame
    title: str
    lead: str
    head: str
    verify: Link
    feeds: tuple[Link, ...]
    releases: tuple[ReleaseLine, ...]
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What became of the rows of one table: those that came and went, and the cells that changed."""

    id: str
    title: str
    count: str
    added: tuple[Link, ...]
    gone: tuple[Link, ...]
    changed: TableView | None


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """One release: what it brought, how it differs from the one before, and its files with their hashes."""

    frame: Frame
    title: str
    lead: str
    notes: str
    tallies: tuple[Tally, ...]
    citation: Citation
    later: tuple[Event, ...]
    tables: tuple[TableChanges, ...]
    sha256: str
    previous: Link | None
    following: Link | None
    downloads: tuple[Link, ...]
    files: TableView
    verify: Link


def releases(desk: Desk) -> ReleasesPage:
    """All releases; the edition that is being prepared comes first."""
    title, lead = desk.t("releases-title"), desk.t("releases-lead")
    return ReleasesPage(
        frame=frame(desk, title, lead),
        title=title,
        lead=lead,
        head=desk.edition.history.head[1],
        verify=verify(desk),
        feeds=tuple(Link(desk.t(key), desk.href(address)) for key, address in addresses.FEEDS),
        releases=tuple(_line(desk, step) for step in reversed(desk.edition.steps)),
        downloads=downloads.of_stem(desk, "data/releases"),
    )


def verify(desk: Desk) -> Link:
    """The link to the page that checks a file."""
    return Link(desk.t("verify-title"), desk.href(addresses.VERIFY))


def _line(desk: Desk, step: Step) -> ReleaseLine:
    release = step.release
    return ReleaseLine(
        name=desk.t("page-edition" if release else "page-edition-preview", edition=step.name),
        href=desk.href(addresses.release(step.name)) if release else "",
        day=desk.words.day(step.day),
        day_iso=step.day.isoformat(),
        notes=release.notes[desk.language] if release else desk.t("releases-preview"),
        tallies=tallies(desk, step),
        sha256=release.sha256 if release else "",
    )


def tallies(desk: Desk, step: Step) -> tuple[Tally, ...]:
    """How many figures a step brought, changed and took away, and how many rows of registers it touched."""
    figures = step.figures
    return (
        _tally(desk, "added", figures.added),
        _tally(desk, "changed", figures.changed, "caution"),
        _tally(desk, "gone", figures.gone, "caution"),
        _tally(desk, "registers", step.registers),
    )


def _tally(desk: Desk, key: str, number: int, kind: str = "plain") -> Tally:
    return Tally(number, desk.t(f"releases-{key}"), "", kind if number else "zero")


def release(desk: Desk, step: Step) -> ReleasePage:
    """The page of a release; a step without one has none."""
    made = step.release
    assert made is not None
    title = desk.t("release-title", edition=step.name)
    lead = desk.t("release-lead", day=desk.words.day(step.day), files=len(made.files))
    before, after = desk.edition.history.named(made.previous[0]), _after(desk, step.name)
    up = Link(desk.t("releases-title"), desk.href(addresses.RELEASES))
    return ReleasePage(
        frame=frame(desk, title, lead, [up]),
        title=title,
        lead=lead,
        notes=made.notes[desk.language],
        tallies=tallies(desk, step),
        citation=cite_release(desk, step.name, step.day, made.sha256),
        later=_later(desk, step),
        tables=tuple(_table(desk, d, step) for d in sorted(step.differences, key=lambda each: not of_figures(each))),
        sha256=made.sha256,
        previous=_to(desk, before.name) if before else None,
        following=_to(desk, after) if after else None,
        downloads=_downloads(desk, step),
        files=_files(desk, made.files, step.name),
        verify=verify(desk),
    )


def _after(desk: Desk, name: str) -> str:
    """The release that follows; "" for the newest."""
    return next((one.name for one in desk.edition.history.releases if one.previous[0] == name), "")


def _to(desk: Desk, edition: str) -> Link:
    return Link(desk.t("page-edition", edition=edition), desk.href(addresses.release(edition)))


def _later(desk: Desk, step: Step) -> tuple[Event, ...]:
    """What was corrected after this release: whoever cites it should know."""
    names = [one.name for one in desk.edition.steps]
    later = set(names[names.index(step.name) + 1 :])
    found = (c for c in desk.catalog.corrections.values() if c.release in later)
    return tuple(editions.event(desk, correction) for correction in found)


def _table(desk: Desk, difference: Difference, step: Step) -> TableChanges:
    counts = difference.counts
    return TableChanges(
        id=anchor(difference.path),
        title=table_title(desk, difference.path),
        count=desk.t("release-count", added=counts.added, changed=counts.changed, gone=counts.gone)
        if step.release and step.release.previous[0]
        else desk.count("count-rows", counts.added),
        added=tuple(_row(desk, row[difference.key]) for row in difference.added[:NAMED]),
        gone=tuple(Link(row[difference.key], "") for row in difference.gone[:NAMED]),
        changed=_changed(desk, difference, step),
    )


def anchor(path: str) -> str:
    """Where the page of a release tells what became of a table."""
    return f"table-{path.removesuffix('.csv').removeprefix('datasets/').replace('/', '-')}"


def table_title(desk: Desk, path: str) -> str:
    """What a table is called: as its dataset, with its own name where the dataset has several."""
    for dataset in desk.catalog.datasets:
        for table in dataset.tables:
            if table.file == path:
                name = dataset.title[desk.language]
                return f"{name}{desk.t('page-dash')}{table.title[desk.language]}" if len(dataset.tables) > 1 else name
    return desk.t(OTHERS[path]) if path in OTHERS else path


def _row(desk: Desk, key: str) -> Link:
    figure = desk.catalog.figures.get(key)
    return Link(key, desk.figure(figure) if figure else "")


def _changed(desk: Desk, difference: Difference, step: Step) -> TableView | None:
    if not difference.changed:
        return None
    reasons = {
        (c.figure, c.field): c.explanation[desk.language]
        for c in desk.catalog.corrections.values()
        if c.release == step.name
    }
    head = ("label-id", "release-column", "release-old", "release-new", "release-why")
    rows = tuple(
        tuple(
            _cell(desk, text)
            for text in (c.key, c.column, c.old or "–", c.new or "–", reasons.get((c.key, c.column), "–"))
        )
        for c in difference.changed[:NAMED]
    )
    caption = desk.t("release-changed", table=table_title(desk, difference.path))
    return TableView(
        f"changed-{anchor(difference.path)}", caption, tuple(_cell(desk, desk.t(key)) for key in head), rows
    )


def _cell(desk: Desk, text: str, numeric: bool = False) -> Cell:
    return Cell(phrases(text, desk.language), numeric)


def _downloads(desk: Desk, step: Step) -> tuple[Link, ...]:
    base = f"releases/{step.name}"
    listed = (
        ("release-manifest", "manifest.json"),
        ("release-signature", "manifest.json.sig"),
        ("release-changes", "changes.csv"),
    )
    sizes = desk.edition.downloads
    return tuple(
        Link(desk.t(key), desk.shared(f"{base}/{file}"), downloads.size_in_words(sizes[f"{base}/{file}"]))
        for key, file in listed
        if f"{base}/{file}" in sizes
    )


def _files(desk: Desk, files: tuple[FrozenFile, ...], edition: str) -> TableView:
    head = tuple(
        _cell(desk, desk.t(key), key == "release-size") for key in ("release-file", "release-size", "release-sha")
    )
    rows = tuple(
        (
            Cell((Quotation(file.path, ""),), False, _href(desk, f"releases/{edition}/{file.path}")),
            _cell(desk, downloads.size_in_words(file.size), True),
            Cell((Quotation(file.sha256, ""),), False),
        )
        for file in files
    )
    return TableView("files-all", desk.t("release-files"), head, rows)


def _href(desk: Desk, path: str) -> str:
    """The link to a frozen file, or to the note that says why it is gone."""
    note = f"{path}.withdrawn.json"
    return desk.shared(note if note in desk.edition.downloads else path)
