"""Rows that do not say what their document says: found by `check --sources`, which reads the documents."""

import hashlib
from typing import Final

from tests.check.faults.making import FIGURES, SOURCES, Change, Fault, all_of, cell, swap

TEXT: Final = """示例文件
一、总体要求
2019年种树。
(一)两年来。2017年种树1.2万个，2018年种树1.8万余个。到2018年，计划种树3万个。
二、资金
种树的钱共8684万元以上，其中学校自筹一部分。
（二）其他。无。
"""


def document(text: str = TEXT, registered: str = TEXT) -> Change:
    """Lay the document beside the publication, and register the hash of a text."""
    return all_of(
        lambda site: site.write("texts/plan-2018.txt", text),
        cell(SOURCES, 2, "sha256", hashlib.sha256(registered.encode()).hexdigest()),
    )


def fault(name: str, change: Change, *found: tuple[str, str, int, str]) -> Fault:
    """A fault that only a comparison with the document finds."""
    return Fault(name, all_of(document(), change), list(found), by="sources")


QUOTING: Final = (
    Fault("a document is not there", lambda site: None, [("source-text-missing", SOURCES, 2, "A2")], by="sources"),
    Fault(
        "a document is not the one that was read",
        document(TEXT + "增补。\n", TEXT),
        [("source-text-changed", SOURCES, 2, "P2")],
        by="sources",
    ),
    fault(
        "words that the passage does not have",
        cell(FIGURES, 2, "stated", "12000个"),
        ("stated-not-found", FIGURES, 2, "K2"),
    ),
    fault(
        "a section that the document lacks", cell(FIGURES, 2, "locator", "(三)"), ("locator-unknown", FIGURES, 2, "N2")
    ),
    fault(
        "a passage that begins twice",
        document(TEXT + "种树的钱另有安排。\n", TEXT + "种树的钱另有安排。\n"),
        ("locator-ambiguous", FIGURES, 5, "N5"),
    ),
    fault(
        "a passage that is not listed", swap(SOURCES, ",「种树的钱」,", ",,"), ("passage-unlisted", FIGURES, 5, "N5")
    ),
    fault(
        "passages listed in another order",
        swap(SOURCES, "「种树的钱」", "「种树的钱」「总体要求」"),
        ("passage-order", SOURCES, 2, "O2"),
    ),
)
