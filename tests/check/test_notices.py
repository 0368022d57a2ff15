"""Notices say what they must, and stand open as long as the profile of rules asks."""

import re
from datetime import date

import pytest

from gongshi.check import everything
from gongshi.read.notices import FACTS
from tests.publication import ANNOUNCED, CONSULTED, HERE, Site, official

PLAN, RULES = "content/zh/notices/tree-plan.md", "schemas/rules.yaml"
TEN: str = 'days: "10"\n    unit: natural\n    counting: inclusive'


def found(site: Site) -> list[tuple[str, str]]:
    """The problems of a publication, with how much they weigh."""
    return [(problem.code, problem.severity) for problem in everything.problems(site.read())]


def period(site: Site, opens: str, closes: str, unit: str, counting: str) -> None:
    """Give the consultation a period of its own, published on the day that it opens."""
    text = CONSULTED["zh"].replace("Signed: 2020-05-25", f"Signed: {opens}")
    text = text.replace("Published: 2020-05-26", f"Published: {opens}").replace("2020-05-27", opens)
    text = text.replace("2020-06-05", closes).replace("Unit: natural", f"Unit: {unit}")
    site.write(PLAN, text.replace("Counting: inclusive", f"Counting: {counting}"))


def test_an_official_publication_with_both_kinds_of_notices_has_no_problem(site: Site) -> None:
    assert found(official(site)) == []


def test_a_notice_is_read_with_all_that_its_head_says(site: Site) -> None:
    notice = official(site).read().catalog.notices["tree-plan"]
    assert (notice.kind, notice.opens, notice.closes) == ("consultation", date(2020, 5, 27), date(2020, 6, 5))
    assert (notice.figures, notice.datasets) == (("trees-planned", "trees-2018"), ())
    assert (notice.title.zh, notice.title.en) == ("示例县种树计划公示", "Example County: plan for trees")
    assert (notice.at("closes").row, notice.at("elements").row) == (12, 1)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2020-05-26", "upcoming"),
        ("2020-05-27", "open"),
        ("2020-06-05", "open"),
        ("2020-06-06", "closed"),
        ("2099-01-01", "closed"),
    ],
)
def test_a_consultation_is_open_from_its_first_day_to_its_last(site: Site, day: str, state: str) -> None:
    notices = official(site).read().catalog.notices
    assert notices["tree-plan"].state(date.fromisoformat(day)) == state
    assert notices["tree-money"].state(date.fromisoformat(day)) == "announcement"


# Rule, period and how the notice counts it, and what is said of it. National Day 2020 is off from the 1st to the 8th;
# the 27th of September and the 10th of October are worked.
@pytest.mark.parametrize(
    ("rule", "opens", "closes", "counted", "said"),
    [
        ("10 natural inclusive", "2020-09-01", "2020-09-10", "natural inclusive", []),
        ("10 natural inclusive", "2020-09-01", "2020-09-09", "natural inclusive", ["notice-short"]),
        ("10 natural inclusive", "2020-09-01", "2020-09-10", "natural exclusive", ["notice-short"]),
        ("10 natural inclusive", "2020-09-01", "2020-09-11", "natural exclusive", []),
        ("10 natural exclusive", "2020-09-01", "2020-09-10", "natural inclusive", ["notice-short"]),
        ("10 natural exclusive", "2020-09-01", "2020-09-11", "natural inclusive", []),
        ("7 working inclusive", "2020-09-25", "2020-10-10", "working inclusive", []),
        ("7 working inclusive", "2020-09-25", "2020-10-09", "working inclusive", ["notice-short"]),
        ("7 working inclusive", "2020-09-25", "2020-10-10", "working exclusive", ["notice-short"]),
        ("7 working inclusive", "2020-09-25", "2020-10-12", "working exclusive", []),
        ("7 working inclusive", "2020-09-25", "2020-10-09", "natural inclusive", ["notice-short"]),
        ("7 working inclusive", "2026-12-25", "2027-01-20", "natural inclusive", ["notice-uncounted"]),
        ("10 natural inclusive", "2026-12-25", "2027-01-20", "working inclusive", ["notice-uncounted"]),
        ("10 natural inclusive", "2026-12-25", "2027-01-20", "natural inclusive", []),
    ],
)
def test_a_consultation_lasts_as_long_as_the_rule_asks(
    site: Site, rule: str, opens: str, closes: str, counted: str, said: list[str]
) -> None:
    days, unit, counting = rule.split()
    official(site).replace(RULES, TEN, f'days: "{days}"\n    unit: {unit}\n    counting: {counting}')
    period(site, opens, closes, *counted.split())
    assert [code for code, _ in found(site)] == said


def test_a_short_period_is_told_with_the_day_that_would_do(site: Site) -> None:
    official(site).replace(PLAN, "Closes: 2020-06-05", "Closes: 2020-06-04")
    (problem,) = everything.problems(site.read())
    assert problem.message("zh") == (
        "公示到 2020-06-04 截止，只有 9天，不够 10天。规定：公示不少于十天（国开办发〔2018〕11号）。"
    )
    assert problem.mend("en") == "Set the day it closes (Closes:) to 2020-06-05 or later."


def test_a_rule_that_only_advises_makes_a_warning(site: Site) -> None:
    official(site).replace(RULES, f'{TEN}\n    binds: "true"', f'{TEN}\n    binds: "false"')
    site.replace(PLAN, "Closes: 2020-06-05", "Closes: 2020-06-04")
    assert found(site) == [("notice-short", "warning")]


def test_a_rule_of_another_time_asks_nothing(site: Site) -> None:
    official(site).replace(RULES, TEN, f"{TEN}\n    valid_to: 2020-05-25")
    site.replace(PLAN, "Closes: 2020-06-05", "Closes: 2020-06-04")
    assert found(site) == []


@pytest.mark.parametrize(
    "way", ["Phone: 000-0000000", "Address: 示例路\nAddress_en: Example Road", "Mail: a@example.org"]
)
def test_one_way_to_reach_the_publisher_is_enough(site: Site, way: str) -> None:
    ways = re.compile(r"^(Phone|Address|Address_en|Mail): .*\n", re.MULTILINE)
    official(site).write(PLAN, ways.sub("", CONSULTED["zh"]).replace("Hotline:", f"{way}\nHotline:"))
    assert found(site) == []


def test_a_compiler_announces_under_the_contact_of_the_publication(site: Site) -> None:
    for language, text in ANNOUNCED.items():
        site.write(f"content/{language}/notices/check.md", text.replace("Phone: 000-0000000\n", ""))
    assert found(site) == []


def test_the_hotline_is_asked_of_notices_on_funds_and_projects_only(site: Site) -> None:
    official(site).replace(PLAN, "Hotline: 12317\n", "")
    assert found(site) == []
    site.replace(PLAN, "Level: county", "Level: county\nItem: funds-plan")
    assert found(site) == [("reference-unknown", "error"), ("notice-rule-line", "warning")][::-1]


@pytest.mark.parametrize(
    "hotline",
    ["12317", "县乡村振兴局 000-0000000，全国12317", "12317（工作日）"],
    ids=["alone", "among others", "with words"],
)
def test_the_hotline_may_stand_among_others(site: Site, hotline: str) -> None:
    rules = re.compile(r"    items:\n(      - .*\n)+")
    text = (official(site).root / RULES).read_text(encoding="utf-8")
    site.write(RULES, rules.sub("", text))
    site.replace(PLAN, "Hotline: 12317", f"Hotline: {hotline}")
    assert found(site) == []


def test_a_publication_in_one_language_needs_no_translation(site: Site) -> None:
    official(site).replace("publication.yaml", "languages: [zh, en]", "languages: [zh]")
    for slug in ("tree-plan", "tree-money"):
        (site.root / f"content/en/notices/{slug}.md").unlink()
    site.replace(PLAN, "Publisher_en: Trees Office of Example County\n", "")
    assert found(site) == []


def test_the_number_of_a_document_or_a_phone_in_the_head_is_no_number_typed_by_hand(site: Site) -> None:
    official(site).replace(PLAN, "Address: 示例县示例路", "Address: 示例县示例路12号3楼")
    assert found(site) == []


GUIDE = (HERE / "docs/notices.md").read_text(encoding="utf-8")


def test_the_guide_shows_a_notice_that_has_no_problem() -> None:
    assert f"```\n{CONSULTED['zh']}```\n" in GUIDE


def test_the_guide_explains_every_line_of_a_head() -> None:
    named = {
        name for row in GUIDE.splitlines() if row.startswith("| ") for name in row.split("|")[1].strip().split(", ")
    }
    assert {"title", "summary", *FACTS} - {name.lower() for name in named} == set()
