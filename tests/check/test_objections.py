"""By when an objection is answered, and what is said of one that waits too long."""

from datetime import date

import pytest

from gongshi.check import objections
from gongshi.record import ledger
from tests import released
from tests.objecting import ANSWER, register
from tests.publication import Site


@pytest.mark.parametrize(
    ("received", "due", "day"),
    [
        ("2019-09-20", "", date(2019, 10, 23)),  # a week of holidays, and a Sunday and a Saturday worked for it
        ("2020-01-15", "", date(2020, 2, 19)),  # holidays prolonged by the State Council
        ("2020-09-25", "", date(2020, 10, 29)),
        ("2020-06-01", "", date(2020, 6, 30)),
        ("2020-06-01", "2020-06-10", date(2020, 6, 10)),  # as promised
        ("2031-01-02", "", None),  # beyond the calendar
    ],
)
def test_an_answer_is_due_after_twenty_working_days_or_as_promised(
    site: Site, received: str, due: str, day: date | None
) -> None:
    register(site, {"received": received, "due": due})
    catalog = site.read().catalog
    assert objections.due(catalog.objections["trees-too-many"], catalog) == day


def test_of_two_rules_the_stricter_decides(site: Site) -> None:
    rule = (
        '  - {id: county, kind: answer, title: 十日, title_en: Ten days, days: "10", binds: "false", basis: 无, '
        "support: choice, unit: natural, counting: exclusive}\n"
    )
    site.write("schemas/rules.yaml", (site.root / "schemas/rules.yaml").read_text(encoding="utf-8") + rule)
    register(site, {})
    catalog = site.read().catalog
    assert objections.due(catalog.objections["trees-too-many"], catalog) == date(2020, 6, 11)


@pytest.mark.parametrize(
    ("today", "late"), [("2020-06-30", 0), ("2020-07-01", 1), ("2020-07-31", 31), ("2020-05-01", 0)]
)
def test_an_objection_is_late_from_the_day_after_the_last(site: Site, today: str, late: int) -> None:
    register(site, {})
    catalog = site.read().catalog
    objection = catalog.objections["trees-too-many"]
    assert objections.lateness(objection, catalog, date.fromisoformat(today)) == late


def test_what_is_late_is_a_warning_on_the_day_that_is_asked_about(site: Site) -> None:
    register(site, {}, {**ANSWER, "id": "answered-late", "answered": "2020-09-01"})
    reading = site.read()
    found = ledger.problems(reading, today=date(2020, 7, 2))
    assert [(p.code, p.severity, p.value, p.details) for p in found] == [
        ("objection-overdue", "warning", "trees-too-many", {"due": "2020-06-30", "days": "2"})
    ]
    assert ledger.problems(reading) == ()


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{}],
        [ANSWER],
        [{"about_kind": "topic", "about": "trees"}],
        [{"status": "withdrawn", "answered": "2020-06-02"}],
        [{**ANSWER, "status": "rejected", "outcome": ""}],
        [{**ANSWER, "answered": "2020-06-01"}],
    ],
    ids=["a header only", "waiting", "answered", "about a topic", "withdrawn", "rejected", "answered on the same day"],
)
def test_a_register_in_order_is_not_reported(site: Site, rows: list[dict[str, str]]) -> None:
    register(site, *rows)
    assert site.problems() == ()


def test_an_objection_to_a_figure_that_is_gone_may_stand_beside_its_correction(site: Site) -> None:
    released.first(site)
    text = (site.root / "datasets/trees/figures.csv").read_text(encoding="utf-8")
    gone = [line for line in text.splitlines(keepends=True) if not line.startswith("tree-money-2018")]
    site.write("datasets/trees/figures.csv", "".join(gone))
    released.correct(site, "money-gone,tree-money-2018,2,id,tree-money-2018,")
    register(site, {**ANSWER, "about": "tree-money-2018", "outcome": "upheld", "correction": "money-gone"})
    assert site.problems() == ()
