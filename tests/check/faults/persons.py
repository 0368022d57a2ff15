"""Numbers that identify a person, wherever a text stands. The numbers are test vectors of the standards, or made up."""

from typing import Final

from tests.check.faults.making import FIGURES, FRONT, SOURCES, TREES, Fault, again, cell, swap

ARTICLE: Final = "content/zh/articles/trees.md"

PERSONS: Final = (
    Fault(
        "an identity number in a note",
        cell(FIGURES, 2, "note", "张三 11010519491231002X"),
        [("personal-id", FIGURES, 2, "O2")],
    ),
    Fault(
        "an identity number in full-width digits, in groups",
        cell(FIGURES, 2, "note", "１１０１０５ １９４９１２３１ ００２Ｘ"),
        [("personal-id", FIGURES, 2, "O2")],
    ),
    Fault(
        "an identity number where another number belongs",
        cell(FIGURES, 2, "value", "440524188001010014"),
        [("personal-id", FIGURES, 2, "I2"), ("stated-value", FIGURES, 2, "I2")],
    ),
    Fault(
        "an identity number with a slip, in a sentence",
        cell(FIGURES, 2, "note", "110105194912310021"),
        [("personal-id-like", FIGURES, 2, "O2")],
    ),
    Fault(
        "an identity number of the old form",
        cell(SOURCES, 2, "number", "110105491231002"),
        [("personal-id-like", SOURCES, 2, "H2")],
    ),
    Fault(
        "a mobile number in a note", cell(FIGURES, 2, "note", "138 1234 5678"), [("personal-phone", FIGURES, 2, "O2")]
    ),
    Fault(
        "a mobile number in the description of a topic",
        swap(TREES, "title_en: Trees\n", "title_en: Trees +86-13812345678\n"),
        [("personal-phone", TREES, 3, None)],
    ),
    Fault(
        "a landline number in a note",
        cell(FIGURES, 2, "note", "电话0999-5123456"),
        [("personal-landline", FIGURES, 2, "O2")],
    ),
    Fault(
        "a bank card in a note", cell(FIGURES, 2, "note", "卡号6222020200112230"), [("personal-card", FIGURES, 2, "O2")]
    ),
    Fault(
        "a mobile number masked too thinly",
        cell(FIGURES, 2, "note", "139****2345678"),
        [("personal-mask", FIGURES, 2, "O2")],
    ),
    Fault(
        "an identity number in an article",
        again(ARTICLE, lambda data: data + "\n经手人11010519491231002X。\n".encode()),
        [("personal-id", ARTICLE, 10, None), ("prose-naked-number", ARTICLE, 10, None)],
    ),
    Fault(
        "an identity number among the contacts",
        swap(FRONT, "contact: 写信到示例信箱。", "contact: 写信到示例信箱，11010519491231002X。"),
        [("personal-id", FRONT, 14, None)],
    ),
)
