"""Broken notices of a fictional county, and broken rows of the working-day calendar."""

import re
from typing import Final

from tests.check.faults.making import FRONT, Change, Fault, Found, again, all_of, gone, line, swap, whole
from tests.publication import ANNOUNCED, CONSULTED, official

MONEY, PLAN = "content/zh/notices/tree-money.md", "content/zh/notices/tree-plan.md"
MONEY_EN, PLAN_EN = "content/en/notices/tree-money.md", "content/en/notices/tree-plan.md"
DAYS: Final = "schemas/working-days.csv"
RULES: Final = "schemas/rules.yaml"


def at(name: str, text: str = CONSULTED["zh"]) -> int:
    """The line of the head that has this name."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(f"{name}:"))


def changed(old: str, new: str, file: str = PLAN) -> Change:
    """Change a line of a notice of the official publication."""
    return all_of(official, swap(file, f"{old}\n" if old else "", f"{new}\n" if new else ""))


def every_item(rules: bytes) -> bytes:
    """Rules without the items they are narrowed to."""
    return re.sub(rb"    items:\n(      - .*\n)+", b"", rules)


def fault(name: str, change: Change, *found: Found) -> Fault:
    """A fault that gives exactly what is named."""
    return Fault(name, change, list(found))


def plan(code: str, name: str = "") -> Found:
    """A problem on a line of the consultation; of its first line without a name."""
    return (code, PLAN, at(name) if name else 1, None)


# More rows than the table has, or other ones.
EDGE: Final = "2026-10-10,true,国办发明电〔2025〕7号\n"

LINES: Final = (
    fault("a notice that does not say what it is", changed("Kind: consultation", ""), plan("notice-line-missing")),
    fault(
        "a notice without a publisher",
        changed("Publisher: 示例县种树办公室", ""),
        plan("notice-line-missing"),
    ),
    fault(
        "a consultation that does not say how it counts",
        changed("Counting: inclusive", ""),
        plan("notice-line-missing"),
    ),
    fault(
        "a notice whose publisher has no English name",
        changed("Publisher_en: Trees Office of Example County", ""),
        plan("notice-line-missing"),
    ),
    fault(
        "a line of the head twice",
        changed("Level: county", "Level: county\nLevel: county"),
        ("notice-head", PLAN, at("Level") + 1, None),
    ),
    fault(
        "a line of the head nobody knows",
        changed("Level: county", "Levle: county"),
        ("notice-head", PLAN, at("Level"), None),
    ),
    fault(
        "a date among the lines of a notice",
        changed("Level: county", "Date: 2020-05-06"),
        ("notice-head", PLAN, at("Level"), None),
    ),
    fault(
        "a translation that repeats a fact",
        changed("Title: Example County: plan for trees", "Title: Plan\nCloses: 2020-06-06", PLAN_EN),
        ("notice-fact-elsewhere", PLAN_EN, 2, None),
    ),
    fault("a notice without a translation", all_of(official, gone(PLAN_EN)), ("notice-untranslated", PLAN, None, None)),
    fault(
        "a translation without an original",
        all_of(official, whole("content/en/notices/tree-plans.md", CONSULTED["en"])),
        ("notice-original", "content/en/notices/tree-plans.md", None, None),
    ),
    fault(
        "a notice without a summary", changed("Summary: 示例县的种树计划，现在征求意见。", ""), plan("prose-metadata")
    ),
)
VALUES: Final = (
    fault("a kind that no notice has", changed("Kind: consultation", "Kind: 公示"), plan("notice-choice", "Kind")),
    fault(
        "a unit of days that nobody counts in", changed("Unit: natural", "Unit: weeks"), plan("notice-choice", "Unit")
    ),
    fault("a level of no office", changed("Level: county", "Level: 县级"), plan("notice-choice", "Level")),
    fault(
        "an index number with spaces",
        changed("Index: 00999999X/2020-00002", "Index: 2020 第2号"),
        plan("notice-index", "Index"),
    ),
    fault(
        "an index number used twice",
        changed("Index: 00999999X/2020-00002", "Index: 00999999X/2020-00001"),
        plan("notice-index-double", "Index"),
    ),
    fault(
        "an e-mail address that is none",
        changed("Mail: trees@example.org", "Mail: 种树办公室"),
        plan("notice-mail", "Mail"),
    ),
    fault(
        "a day that no calendar has", changed("Closes: 2020-06-05", "Closes: 2020-06-31"), plan("prose-date", "Closes")
    ),
    fault(
        "an element of a name that is no id",
        changed("Level: county", "Level: county\nElements: amount+资金来源"),
        ("name-unfit", PLAN, at("Level") + 1, None),
    ),
    fault("a notice of an unknown area", changed("Area: 999999", "Area: 999998"), plan("reference-unknown", "Area")),
    fault(
        "a notice of an unknown item",
        changed("Level: county", "Level: county\nItem: tree-lists"),
        ("reference-unknown", PLAN, at("Level") + 1, None),
    ),
    fault(
        "a notice that rests on an unknown figure",
        changed("Figures: trees-planned+trees-2018", "Figures: trees-planned+trees-2016"),
        plan("reference-unknown", "Figures"),
    ),
    fault(
        "a notice that rests on an unknown dataset",
        changed("Datasets: trees", "Datasets: trees+ponds", MONEY),
        ("reference-unknown", MONEY, at("Datasets", ANNOUNCED["zh"]), None),
    ),
    fault(
        "a number typed by hand in a notice",
        all_of(official, swap(PLAN, "计划种树{figure:trees-planned}。", "计划种树3万个。")),
        ("prose-naked-number", PLAN, len(CONSULTED["zh"].splitlines()), None),
    ),
)
PERIODS: Final = (
    fault(
        "a notice published before it was signed",
        changed("Signed: 2020-05-25", "Signed: 2020-05-27"),
        plan("notice-order", "Published"),
    ),
    fault(
        "a period that begins before publication",
        changed("Published: 2020-05-26", "Published: 2020-05-28"),
        plan("notice-order", "Opens"),
    ),
    fault(
        "a period that ends before it begins",
        changed("Closes: 2020-06-05", "Closes: 2020-05-26"),
        plan("notice-order", "Closes"),
    ),
    fault(
        "a notice published when its period was over",
        changed("Published: 2020-05-26", "Published: 2020-06-06"),
        plan("notice-late", "Published"),
    ),
    fault(
        "a period that is a day too short",
        changed("Closes: 2020-06-05", "Closes: 2020-06-04"),
        plan("notice-short", "Closes"),
    ),
    fault(
        "a period that is a day too short as the notice counts",
        changed("Counting: inclusive", "Counting: exclusive"),
        plan("notice-short", "Closes"),
    ),
    fault(
        "a period in working days beyond the calendar",
        all_of(
            official,
            swap(
                PLAN,
                "Opens: 2020-05-27\nCloses: 2020-06-05\nUnit: natural",
                "Opens: 2026-12-20\nCloses: 2027-01-10\nUnit: working",
            ),
        ),
        plan("notice-uncounted", "Closes"),
    ),
    fault(
        "an announcement with a period",
        changed("Published: 2020-05-08", "Published: 2020-05-08\nCloses: 2020-06-08", MONEY),
        ("notice-announced", MONEY, at("Published", ANNOUNCED["zh"]) + 1, None),
    ),
    fault(
        "a compiled publication that opens a period for objection",
        all_of(official, swap(FRONT, "kind: official", "kind: compiled")),
        plan("notice-compiled", "Kind"),
    ),
)
RULED: Final = (
    fault(
        "a notice that nobody reviewed",
        changed("Reviewer: 种树办公室主任\nReviewer_en: Head of the Trees Office", ""),
        plan("notice-rule-line"),
    ),
    fault(
        "a notice that does not say how to reach its publisher",
        changed("Phone: 000-0000000", "", MONEY),
        ("notice-unreachable", MONEY, 1, None),
    ),
    fault(
        "an index number of twenty-one characters",
        changed("Index: 00999999X/2020-00002", "Index: 00999999X/2020-0000002"),
        plan("notice-rule-long", "Index"),
    ),
    fault(
        "a notice on funds without the hotline",
        all_of(official, again(RULES, every_item), swap(PLAN, "Hotline: 12317", "Hotline: 12345")),
        plan("notice-rule-value", "Hotline"),
    ),
)
CALENDAR: Final = (
    fault(
        "a day of the calendar that is none",
        swap(DAYS, EDGE, f"{EDGE}2026-11-31,false,\n"),
        ("calendar-date", DAYS, 559, "A559"),
    ),
    fault(
        "a word of the calendar nobody knows",
        swap(DAYS, EDGE, f"{EDGE}2026-11-02,放假,\n"),
        ("calendar-works", DAYS, 559, "B559"),
    ),
    fault(
        "a weekday that is worked anyhow",
        swap(DAYS, EDGE, f"{EDGE}2026-11-02,true,\n"),
        ("calendar-true", DAYS, 559, "B559"),
    ),
    fault(
        "a weekend that is off anyhow",
        swap(DAYS, EDGE, f"{EDGE}2026-11-01,false,\n"),
        ("calendar-false", DAYS, 559, "B559"),
    ),
    fault("a day of the calendar twice", line(DAYS, EDGE.strip()), ("calendar-order", DAYS, 559, "A559")),
    fault("a year that the calendar leaves out", line(DAYS, "2028-10-02,false,"), ("calendar-gap", DAYS, None, None)),
    fault("the calendar is missing", gone(DAYS), ("file-missing", DAYS, None, None)),
)
NOTICES: Final = (*LINES, *VALUES, *PERIODS, *RULED, *CALENDAR)
