"""Objections that lead nowhere, are answered by half, or wait too long."""

from typing import Final

from tests import released
from tests.check.faults.making import FRONT, Change, Fault, all_of, line
from tests.objecting import ANSWER, OBJECTIONS, register


def objected(**cells: str) -> Change:
    """One objection that waits, but for these cells."""
    return lambda site: register(site, cells)


def answered(**cells: str) -> Change:
    """One objection that was answered, but for these cells."""
    return objected(**{**ANSWER, **cells})


def at(code: str, cell: str) -> list[tuple[str, str, int | None, str | None]]:
    return [(code, OBJECTIONS, 2, cell)]


OBJECTING: Final = (
    Fault("an objection to a figure that is not there", objected(about="trees-1"), at("reference-unknown", "E2")),
    Fault(
        "an objection to a notice that is not there",
        objected(about_kind="notice", about="trees"),
        at("reference-unknown", "E2"),
    ),
    Fault(
        "an objection to a topic that is a register",
        objected(about_kind="topic", about="areas"),
        at("reference-unknown", "E2"),
    ),
    Fault("an objection to nothing known", objected(about_kind="person"), at("cell-choice", "D2")),
    Fault(
        "a correction that is not there",
        answered(outcome="upheld", correction="trees-2018"),
        at("reference-unknown", "N2"),
    ),
    Fault("an answer without words", answered(answer=""), at("objection-incomplete", "K2")),
    Fault("an answer in one language", answered(answer_en=""), at("objection-incomplete", "L2")),
    Fault("an answer without an outcome", answered(outcome=""), at("objection-incomplete", "M2")),
    Fault("an answer without a day", answered(answered=""), at("objection-incomplete", "J2")),
    Fault(
        "a rejection without a reason",
        objected(status="rejected", answered="2020-06-15"),
        [("objection-incomplete", OBJECTIONS, 2, "K2"), ("objection-incomplete", OBJECTIONS, 2, "L2")],
    ),
    Fault("a withdrawal without a day", objected(status="withdrawn"), at("objection-incomplete", "J2")),
    Fault("an outcome while it is open", objected(outcome="partly"), at("objection-open", "M2")),
    Fault("an answer before the objection", answered(answered="2020-05-31"), at("objection-order", "J2")),
    Fault("a day for the answer before the objection", answered(due="2020-05-31"), at("objection-order", "H2")),
    Fault("an objection upheld without a correction", answered(outcome="upheld"), at("objection-uncorrected", "N2")),
    Fault(
        "an objection to a topic upheld without a correction",
        all_of(released.ledgers, answered(outcome="upheld", about_kind="topic", about="trees")),
        at("objection-uncorrected", "N2"),
    ),
    Fault("an objection after the calendar", objected(received="2031-01-02"), at("objection-uncounted", "H2")),
    Fault("an objection that waits too long", objected(), at("objection-overdue", "H2"), by="later"),
    Fault(
        "an issue form that says not where the id goes",
        line(FRONT, "issues: https://example.org/issues/new?template=objection.yml"),
        [("issues-unfit", FRONT, 24, None)],
    ),
    Fault(
        "an issue form without https",
        line(FRONT, "issues: http://example.org/issues/new?about={about}"),
        [("issues-unfit", FRONT, 24, None)],
    ),
    Fault(
        "an issue form that is a script",
        line(FRONT, "issues: \"javascript:alert('{about}')\""),
        [("issues-unfit", FRONT, 24, None)],
    ),
    Fault(
        "a postal address in one language",
        line(FRONT, "post: 示例县示例路"),
        [("descriptor-missing", FRONT, 24, None)],
    ),
    Fault("who raised it, in an objection", objected(summary="电话13812345678"), at("personal-phone", "F2")),
)
