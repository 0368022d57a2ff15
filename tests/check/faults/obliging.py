"""Broken registers of what must be published, and duties that contradict themselves, their item or their notice."""

from typing import Final

from tests import obliged
from tests.check.faults.making import Change, Fault, Found, all_of, cell, swap
from tests.obliged import COMPLETION, DECIDED, DUTIES, FOLDER, MONEY, MONEY_OF_TREES, PLAN, WHOLE_PLAN, Cells
from tests.publication import HERE, Site

ITEMS, ELEMENTS, RULES = f"{FOLDER}/obligations.csv", f"{FOLDER}/elements.csv", "schemas/rules.yaml"
DONE: Final[Cells] = PLAN | {"dataset": "trees", "published": "2019-10-10", "elements": WHOLE_PLAN}
NOTED: Final[Cells] = MONEY_OF_TREES | {"notice": "tree-money"}


def duties(*rows: Cells) -> Change:
    """The county's own publication with these duties."""
    return lambda site: obliged.obliged(site, rows)


def item(row: int, column: str, value: str) -> Change:
    """The same with a cell of the catalogue changed."""
    return all_of(duties(PLAN), cell(ITEMS, row, column, value))


def fault(name: str, change: Change, *found: Found) -> Fault:
    """A fault that gives exactly what is named."""
    return Fault(name, change, list(found))


def at(code: str, place: str) -> Found:
    """A problem in the first row of the duties."""
    return (code, DUTIES, 2, f"{place}2")


def line_of(text: str) -> int:
    """The line of the shipped rules that holds this."""
    lines = (HERE / RULES).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def compiled(site: Site) -> None:
    """Duties in a publication that only compiles what others published."""
    obliged.catalogued(site)
    text = (site.root / obliged.DESCRIPTION).read_text(encoding="utf-8")
    site.write(obliged.DESCRIPTION, text + obliged.RESOURCE)
    obliged.write(site, [PLAN, COMPLETION])


CATALOGUE: Final = (
    fault(
        "an item of the catalogue with an unknown deadline rule",
        item(8, "deadline", "twenty-days"),
        ("reference-unknown", ITEMS, 8, "J8"),
    ),
    fault(
        "an item of the catalogue with an unknown channel",
        item(8, "channels", "website+wall"),
        ("reference-unknown", ITEMS, 8, "M8"),
    ),
    fault(
        "an item of the catalogue with an unknown level",
        item(8, "levels", "county+hamlet"),
        ("reference-unknown", ITEMS, 8, "N8"),
    ),
    fault(
        "an item of the catalogue that holds from a day that no calendar has",
        item(8, "valid_from", "2019-02-30"),
        ("cell-date", ITEMS, 8, "T8"),
    ),
    fault(
        "an item of the catalogue that ends before it begins",
        item(2, "valid_to", "2018"),
        ("period-order", ITEMS, 2, "U2"),
    ),
    fault(
        "an element of an unknown item",
        all_of(duties(PLAN), cell(ELEMENTS, 2, "obligation", "policy-lawz")),
        ("cell-unknown", ELEMENTS, 2, "B2"),
    ),
    fault(
        "a deadline rule that says no day",
        all_of(duties(PLAN), swap(RULES, "    day: 12-31\n", "")),
        ("rule-dayless", RULES, line_of("- id: year-end"), None),
    ),
    fault(
        "a deadline rule with a day that is none",
        all_of(duties(PLAN), swap(RULES, "day: 12-31", "day: 31-12")),
        ("descriptor-value", RULES, line_of("day: 12-31"), None),
    ),
)

DUTY: Final = (
    fault("duties in a compiled publication", compiled, at("duties-compiled", "A")),
    fault("a duty under an unknown item", duties(PLAN | {"obligation": "fund-plan"}), at("cell-unknown", "B")),
    fault("a duty of an unknown area", duties(PLAN | {"area": "999998"}), at("cell-unknown", "C")),
    fault("a duty at a level that its item does not have", duties(PLAN | {"level": "village"}), at("duty-level", "D")),
    fault("a duty at no level of the catalogue", duties(PLAN | {"level": "province"}), at("cell-choice", "D")),
    fault("a duty with an unknown notice", duties(DONE | {"notice": "tree-plans"}), at("reference-unknown", "I")),
    fault("a duty with an unknown dataset", duties(DONE | {"dataset": "tree"}), at("reference-unknown", "J")),
    fault(
        "a duty with an element of another item",
        duties(DONE | {"elements": f"{WHOLE_PLAN}+sector-aims"}),
        at("reference-unknown", "K"),
    ),
    fault("a duty formed before the catalogue held", duties(PLAN | {"formed": "2018-09-20"}), at("duty-outside", "G")),
    fault("a duty published before it was formed", duties(DONE | {"published": "2019-09-19"}), at("duty-early", "L")),
    fault("a duty due before it was formed", duties(PLAN | {"due": "2019-09-19"}), at("duty-early", "H")),
    fault("a dataset that was published on no day", duties(DONE | {"published": ""}), at("duty-undated", "L")),
    fault("a publication that does not say what it brings", duties(DONE | {"elements": ""}), at("duty-unnamed", "K")),
    fault("a duty both published and withheld", duties(DONE | DECIDED), at("duty-both", "M")),
    fault("a duty withheld by nobody", duties(PLAN | DECIDED | {"decided_by": ""}), at("duty-undecided", "O")),
    fault("a decision without a reason", duties(PLAN | DECIDED | {"reason": ""}), at("duty-undecided", "M")),
    fault(
        "a duty that a notice on another item publishes",
        duties(DONE | {"notice": "tree-money"}),
        at("duty-differs", "B"),
        at("duty-differs", "L"),
    ),
    fault(
        "a duty of another level than its notice",
        all_of(duties(NOTED), swap(MONEY, "Level: county", "Level: township")),
        at("duty-differs", "D"),
    ),
    fault("a duty of another area than its notice", duties(NOTED | {"area": "100000"}), at("duty-differs", "C")),
    fault(
        "a notice with an element of another item",
        all_of(duties(PLAN), swap(MONEY, "+allocation-result", "+sector-aims")),
        ("reference-unknown", MONEY, 8, None),
    ),
)
OBLIGING: Final = (*CATALOGUE, *DUTY)
