"""Compose the page that tells of a downloaded file which release it is, or that it is not ours."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gongshi.site import addresses
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame, frame
from gongshi.site.pages_data import Opening
from gongshi.site.parts import Cell, Quotation, TableView

# What prints the SHA-256 of a file, by system.
COMMANDS: Final = (
    ("Windows", "certutil -hashfile figures.csv SHA256"),
    ("macOS", "shasum -a 256 figures.csv"),
    ("Linux", "sha256sum figures.csv"),
)
SITE: Final = (
    "sha256sum -c SHA256SUMS",
    "python build.py verify $address",
    "python build.py verify $address --rebuild",
)
# The name of a release ("" for the edition that is shown), a path, and why it was withdrawn.
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """The form, what it knows, how to do the same without it, and every hash as a table."""

    frame: Frame
    title: str
    lead: str
    script: str
    known: Mapping[str, list[list[str]]]
    openings: tuple[Opening, ...]
    site: tuple[Opening, ...]
    head: str
    hashes: TableView


def page(desk: Desk) -> VerifyPage:
    """The page with the hashes of all releases and of the downloads of this edition."""
    title, lead = desk.t("verify-title"), desk.t("verify-lead")
    places = known(desk)
    return VerifyPage(
        frame=frame(desk, title, lead),
        title=title,
        lead=lead,
        script=desk.asset(addresses.VERIFIER),
        known={sha256: [list(place) for place in found] for sha256, found in places.items()},
        openings=tuple(Opening(name, "", line) for name, line in COMMANDS),
        site=_site(desk),
        head=desk.edition.history.head[1],
        hashes=_table(desk, places),
    )


def _site(desk: Desk) -> tuple[Opening, ...]:
    """How to check the whole site; its address is a word where the publication has none."""
    address = desk.catalog.publication.address or desk.t("verify-address")
    lines = (line.replace("$address", address) for line in SITE)
    return tuple(Opening(desk.t(f"verify-whole-{n}"), "", line) for n, line in enumerate(lines, start=1))


def known(desk: Desk) -> Mapping[str, tuple[Place, ...]]:
    """Where every file of ours stands, by its SHA-256."""
    found: dict[str, list[Place]] = defaultdict(list)
    for path, sha256 in desk.edition.digests.items():
        found[sha256].append(("", path, ""))
    for release in reversed(desk.edition.history.releases):
        found[release.sha256].append((release.name, "manifest.json", ""))
        for file in release.files:
            note = desk.edition.history.withdrawals.get(file.sha256)
            why = desk.t("verify-decided", day=desk.words.day(note.day), post=note.decided_by) if note else ""
            found[file.sha256].append((release.name, file.path, why))
    return {sha256: tuple(places) for sha256, places in sorted(found.items())}


def _table(desk: Desk, places: Mapping[str, tuple[Place, ...]]) -> TableView:
    head = tuple(Cell((Quotation(desk.t(key), ""),), False) for key in ("release-sha", "release-file", "verify-where"))
    rows = [
        (path, sha256, desk.t("page-edition", edition=release) if release else desk.t("verify-present"), why)
        for sha256, found in places.items()
        for release, path, why in found
    ]
    return TableView(
        "hashes",
        desk.t("verify-hashes"),
        head,
        tuple(
            (
                Cell((Quotation(sha256, ""),), False),
                Cell((Quotation(path, ""),), False),
                Cell((Quotation(f"{where} {why}".strip(), ""),), False),
            )
            for path, sha256, where, why in sorted(rows)
        ),
    )
