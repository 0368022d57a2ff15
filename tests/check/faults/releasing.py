"""What was released and then altered, lost, or changed without a word."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from gongshi import releasing
from gongshi.read import limits
from tests import released
from tests.check.faults.making import COMMITMENTS, FIGURES, FRONT, Change, Fault, all_of, cell, gone, line, swap, whole
from tests.publication import Site
from tests.released import CORRECTIONS, MOVES, correct, first

DAY: Final = "2020-07-01"


def after(*changes: Change) -> Change:
    """Release the publication as 1, prepare release 2, then change it."""
    return all_of(first, *changes)


def corrected(row: str) -> Change:
    return lambda site: correct(site, row)


def moved(row: str) -> Change:
    return line(MOVES, f"{row},改了名,Renamed,2,{DAY}")


def stored(site: Site, path: str) -> Path:
    """Where the bytes of a frozen file are kept."""
    history = site.read().history
    (sha256,) = {file.sha256 for one in history.releases for file in one.files if file.path == path}
    return site.root / f"releases/objects/{sha256[:2]}/{sha256}"


def on_object(path: str, change: Callable[[Path], object]) -> Change:
    return lambda site: change(stored(site, path))


def kept_beside_its_note(site: Site) -> None:
    """Withdraw a file and put its bytes back."""
    path = stored(site, COMMITMENTS)
    data = path.read_bytes()
    releasing.withdraw(site.root, COMMITMENTS, "虚构的原因", "总编辑", released.date.fromisoformat(DAY))
    path.write_bytes(data)


def withdrawn(site: Site) -> None:
    """Withdraw a file that is still the same."""
    releasing.withdraw(site.root, COMMITMENTS, "虚构的原因", "总编辑", released.date.fromisoformat(DAY))


def crowded(site: Site) -> None:
    """Put more files among the releases than there may be."""
    folder = site.root / "releases/objects"
    folder.mkdir(parents=True)
    for number in range(limits.FROZEN + 1):
        (folder / str(number)).touch()


VALUE: Final = cell(FIGURES, 2, "value", "12345")
STATED: Final = cell(FIGURES, 2, "stated", "12345个")
CHANGED: Final = after(VALUE, STATED)
ROW: Final = "trees-2017-2-value,trees-2017,2,value"
OBJECT: Final = "releases/objects/**"

RELEASING: Final = (
    Fault("a published figure that changed without a word", CHANGED, [("correction-missing", FIGURES, 2, "I2")]),
    Fault(
        "a correction that says another old value",
        all_of(CHANGED, corrected(f"{ROW},13000,12345")),
        [("correction-differs", CORRECTIONS, 2, "E2")],
    ),
    Fault(
        "a correction that says another new value",
        all_of(CHANGED, corrected(f"{ROW},12000,54321")),
        [("correction-differs", CORRECTIONS, 2, "F2")],
    ),
    Fault(
        "a correction of what did not change",
        after(corrected(f"{ROW},12000,12345")),
        [("correction-unfounded", CORRECTIONS, 2, "B2")],
    ),
    Fault(
        "a correction in a release that does not exist",
        after(corrected("trees-2017-3-value,trees-2017,3,value,12000,12345")),
        [("correction-release", CORRECTIONS, 2, "C2")],
    ),
    Fault(
        "a published figure that is gone without a word",
        after(swap(FIGURES, "tree-money-2018,", "tree-money-in-2018,")),
        [("correction-missing", FIGURES, None, None)],
    ),
    Fault(
        "a figure said to be replaced by one that is nowhere",
        after(
            swap(FIGURES, "tree-money-2018,", "tree-money-in-2018,"),
            corrected("gone,tree-money-2018,2,id,tree-money-2018,tree-money"),
        ),
        [("correction-unknown", CORRECTIONS, 2, "F2")],
    ),
    Fault(
        "a published commitment with another id",
        after(swap(COMMITMENTS, "trees-by-2018,", "trees-in-2018,")),
        [("move-missing", FRONT, 22, None)],
    ),
    Fault(
        "a commitment said to be gone that is still there",
        after(moved("one,commitment,trees-by-2018,")),
        [("move-unfounded", MOVES, 2, "C2")],
    ),
    Fault(
        "a commitment said to have an id that none has",
        after(
            swap(COMMITMENTS, "trees-by-2018,", "trees-in-2018,"),
            moved("one,commitment,trees-by-2018,trees-by-2019"),
        ),
        [("move-unknown", MOVES, 2, "D2")],
    ),
    Fault(
        "an edition that differs from the release of its name",
        all_of(released.release, cell(FIGURES, 2, "note", "后来加的话")),
        [("edition-released", FRONT, 18, None)],
    ),
    Fault(
        "an edition whose name can be no address",
        lambda site: released.second(site, "第二版", "2020-06-01"),
        [("descriptor-value", FRONT, 22, None)],
    ),
    Fault(
        "an edition dated before the last release",
        all_of(released.ledgers, released.release, lambda site: released.second(site, issued="2020-05-31")),
        [("edition-early", FRONT, 23, None)],
    ),
    Fault(
        "a release whose manifest was changed",
        after(swap("releases/1.json", "虚构的一批。", "虚构的两批。")),
        [("release-altered", "releases/1.json", None, None)],
    ),
    Fault(
        "a release that is gone", after(gone("releases/1.json")), [("release-missing", "releases/1.json", None, None)]
    ),
    Fault("a history without HEAD", after(gone("releases/HEAD")), [("release-missing", "releases/HEAD", None, None)]),
    Fault(
        "a frozen file that was changed",
        after(on_object(FIGURES, lambda path: path.write_bytes(b"id\n"))),
        [("release-object-altered", OBJECT, None, None)],
    ),
    Fault(
        "a frozen file that is gone",
        after(on_object(FIGURES, Path.unlink)),
        [("release-object-missing", OBJECT, None, None)],
    ),
    Fault(
        "a withdrawn file that is still there",
        after(kept_beside_its_note),
        [("release-not-withdrawn", OBJECT, None, None)],
    ),
    Fault(
        "a withdrawn file whose content still stands in the publication",
        after(withdrawn),
        [("edition-withdrawn", COMMITMENTS, None, None)],
    ),
    Fault(
        "a file among the releases that none knows",
        after(whole("releases/notes.txt", "x")),
        [("release-stray", "releases/notes.txt", None, None)],
    ),
    Fault("more files among the releases than there may be", crowded, [("limit-releases", "releases", None, None)]),
)
