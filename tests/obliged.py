"""What a plainly fictional county has to publish under the catalogue, and how that stands on a day: cases."""

import csv
import io
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from gongshi.read.catalog import COLUMNS
from tests.publication import HERE, Site, official

FOLDER: Final = "datasets/obligations"
DUTIES: Final = f"{FOLDER}/duties.csv"
DESCRIPTION: Final = f"{FOLDER}/datapackage.yaml"
MONEY: Final = "content/zh/notices/tree-money.md"
RESOURCE: Final = "  - {name: duties, path: duties.csv, schema: duties, title: 公开义务, title_en: Duties}\n"
Cells = Mapping[str, str]
PLAN: Final[Cells] = {
    "id": "plan-2019",
    "obligation": "funds-plan",
    "area": "999999",
    "level": "county",
    "subject": "2019年度种树计划",
    "subject_en": "Plan for trees, 2019",
    "formed": "2019-09-20",
}
WHOLE_PLAN: Final = (
    "plan-projects+plan-places+plan-tasks+plan-subsidies+plan-funds+plan-terms+plan-units+plan-aims+plan-benefits"
)
MONEY_OF_TREES: Final[Cells] = PLAN | {
    "id": "allocation-2020",
    "obligation": "funds-allocation",
    "subject": "2020年种树资金分配结果",
    "subject_en": "Allocation of money for trees, 2020",
    "formed": "2020-04-20",
}
COMPLETION: Final[Cells] = PLAN | {
    "id": "completion-2019",
    "obligation": "funds-completion",
    "level": "village",
    "subject": "示例村2019年度种树计划完成情况",
    "subject_en": "Completion of the plan for trees in Example Village, 2019",
    "formed": "2020-01-15",
}
LOANS: Final[Cells] = PLAN | {
    "id": "loans-2020",
    "obligation": "funds-loans",
    "subject": "2020年种树贷款",
    "subject_en": "Loans for trees, 2020",
    "formed": "2020-03-31",
}
DECIDED: Final[Cells] = {
    "reason": "涉及种树户的个人信息（国务院令第711号第十五条）",
    "reason_en": "It holds personal information of those who plant trees (article 15 of the regulations)",
    "decided_by": "种树办公室主任",
    "decided_by_en": "Head of the Trees Office",
}


@dataclass(frozen=True)
class Case:
    """A duty on a day, and how it must stand: the state, the first deadline, days late, and elements missing."""

    name: str
    cells: Cells
    today: str
    state: str
    due: str
    late: int | None
    missing: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return self.name


# National Day 2019 was off from the 1st to the 7th of October, with the 29th of September and the 12th of October
# worked; the Spring Festival of 2020 from the 24th of January to the 2nd of February, with the 19th of January worked;
# the Labour Day of 2020 from the 1st to the 5th of May, with the 26th of April and the 9th of May worked.
CASES: Final = (
    Case("not yet due on its last day", PLAN, "2019-10-23", "due", "2019-10-23", 0),
    Case("late the day after", PLAN, "2019-10-24", "late", "2019-10-23", 1),
    Case(
        "published on its last day",
        PLAN | {"dataset": "trees", "published": "2019-10-23", "elements": WHOLE_PLAN},
        "2020-06-01",
        "published",
        "2019-10-23",
        0,
    ),
    Case(
        "published the day after",
        PLAN | {"dataset": "trees", "published": "2019-10-24", "elements": WHOLE_PLAN},
        "2020-06-01",
        "published",
        "2019-10-23",
        1,
    ),
    Case(
        "not yet published on the day before it is",
        PLAN | {"dataset": "trees", "published": "2019-10-23", "elements": WHOLE_PLAN},
        "2019-10-22",
        "due",
        "2019-10-23",
        0,
    ),
    Case("late over a Spring Festival", COMPLETION, "2020-02-29", "late", "2020-02-19", 10),
    Case(
        "published by its notice",
        MONEY_OF_TREES | {"notice": "tree-money"},
        "2020-06-01",
        "published",
        "2020-05-12",
        0,
    ),
    Case("late by the rule that advises only", MONEY_OF_TREES, "2020-05-15", "late", "2020-05-12", 3),
    Case("late by the rule that binds too", MONEY_OF_TREES, "2020-05-20", "late", "2020-05-12", 8),
    Case(
        "published in part",
        COMPLETION | {"published": "2020-02-10", "elements": "completion-works+completion-spending"},
        "2020-06-01",
        "partly",
        "2020-02-19",
        0,
        ("completion-aims", "completion-benefits"),
    ),
    Case(
        "published in part and late",
        COMPLETION | {"published": "2020-02-21", "elements": "completion-works+completion-spending+completion-aims"},
        "2020-06-01",
        "partly",
        "2020-02-19",
        2,
        ("completion-benefits",),
    ),
    Case(
        "published without a word on what it brings",
        COMPLETION | {"published": "2020-02-10"},
        "2020-06-01",
        "partly",
        "2020-02-19",
        0,
        ("completion-works", "completion-spending", "completion-aims", "completion-benefits"),
    ),
    Case("due by the end of the year", LOANS, "2020-12-31", "due", "2020-12-31", 0),
    Case("late in the new year", LOANS, "2021-01-01", "late", "2020-12-31", 1),
    Case("formed on the last day of a year", LOANS | {"formed": "2020-12-31"}, "2021-01-02", "late", "2020-12-31", 2),
    Case("due by a day of its own", PLAN | {"due": "2019-12-31"}, "2019-12-31", "due", "2019-12-31", 0),
    Case("late by a day of its own", PLAN | {"due": "2019-12-31"}, "2020-01-03", "late", "2019-12-31", 3),
    Case("withheld by decision", PLAN | DECIDED, "2020-06-01", "withheld", "2019-10-23", None),
    Case("beyond the calendar", PLAN | {"formed": "2026-12-14"}, "2026-12-31", "unknown", "", None),
    Case(
        "published where the calendar does not reach",
        PLAN | {"formed": "2026-12-14", "published": "2026-12-21", "elements": WHOLE_PLAN},
        "2026-12-31",
        "published",
        "",
        None,
    ),
    Case("formed before any rule held", PLAN | {"formed": "2019-05-14"}, "2020-06-01", "unknown", "", None),
)


def obliged(site: Site, duties: Iterable[Cells] = (PLAN,)) -> Site:
    """The county's own publication with the catalogue, these duties, and a notice that says which item it publishes."""
    official(site)
    site.replace(
        MONEY, "Level: county", "Item: funds-allocation\nElements: allocation-name+allocation-result\nLevel: county"
    )
    catalogued(site)
    text = (site.root / DESCRIPTION).read_text(encoding="utf-8")
    site.write(DESCRIPTION, text + RESOURCE)
    write(site, duties)
    return site


def catalogued(site: Site) -> Site:
    """The publication with the catalogue that is shipped."""
    shutil.copytree(HERE / FOLDER, site.root / FOLDER)
    return site


def write(site: Site, duties: Iterable[Cells]) -> None:
    """Write the duties, whole."""
    page = io.StringIO(newline="")
    table = csv.DictWriter(page, COLUMNS["duties"], restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(duties)
    site.write(DUTIES, page.getvalue())


def day(written: str) -> date | None:
    """A day, or none."""
    return date.fromisoformat(written) if written else None
