"""Addresses that are promised and not kept, or kept and not promised."""

from typing import Final

from tests.check.faults.making import Change, Fault, swap
from tests.check.faults.releasing import after, moved
from tests.publication import HERE

FILE: Final = "schemas/addresses.yaml"
LINES: Final = (HERE / FILE).read_text(encoding="utf-8").splitlines()
FIRST: Final = LINES.index("patterns:") + 2
CHECKS: Final = '  - {name: checks, path: "{language}checks/index.html", since: "2"}\n'
FORMER: Final = '  - {of: "former", since: "3", names: [id, urn, home, home_en, now, now_en, history]}\n'
FORMER_AT: Final = LINES.index(FORMER.rstrip()) + 1
NEWS: Final = '  - {name: news, path: "{language}news/index.html", since: "3"}\n'


def promised(line: str) -> Change:
    """Put a line before all others that promise something."""
    return swap(FILE, "patterns:\n", f"patterns:\n{line}")


PROMISING: Final = (
    Fault(
        "a placeholder that nothing explains",
        promised('  - {name: news, path: "news/{day}.html", since: "3"}\n'),
        [("address-placeholder", FILE, FIRST, None)],
    ),
    Fault(
        "an address promised twice",
        promised(CHECKS.replace("checks,", "inspections,")),
        [("address-repeated", FILE, LINES.index(CHECKS.rstrip()) + 2, None)],
    ),
    Fault(
        "an address promised that leads out of the site",
        promised(NEWS.replace("news/index", "../news/index")),
        [("descriptor-value", FILE, FIRST, None)],
    ),
    Fault("a promised address without a file", promised(NEWS), [("address-unbuilt", FILE, FIRST, None)], by="build"),
    Fault(
        "files that nothing promises",
        swap(FILE, '  - {name: feed, path: "{language}feeds/{feed}.atom", since: "2"}\n', ""),
        [("address-unpromised", FILE, None, None)] * 2,
        by="build",
    ),
    Fault(
        "a name promised twice",
        swap(FILE, FORMER, FORMER.replace("history", "history, now")),
        [("address-repeated", FILE, FORMER_AT, None)],
    ),
    Fault(
        "a promised name that no file has",
        swap(FILE, FORMER, FORMER.replace("history", "history, reason")),
        [("member-unbuilt", FILE, FORMER_AT, None)],
        by="build",
    ),
    Fault(
        "names in files that nothing promises",
        swap(FILE, FORMER, FORMER.replace("now, now_en, ", "")),
        [("member-unpromised", FILE, None, None)],
        by="build",
    ),
    Fault(
        "a promised name that is promised no more",
        after(swap(FILE, FORMER, FORMER.replace("now, now_en, ", "now, "))),
        [("move-missing", "publication.yaml", 22, None)],
    ),
    Fault(
        "a promised address that is promised no more",
        after(swap(FILE, CHECKS, "")),
        [("move-missing", "publication.yaml", 22, None)],
    ),
    Fault(
        "an address that moved to one that nobody promises",
        after(swap(FILE, CHECKS, ""), moved("m1,pattern,{language}checks/index.html,{language}tests/index.html")),
        [("move-unknown", "datasets/corrections/moves.csv", 2, "D2")],
    ),
)
