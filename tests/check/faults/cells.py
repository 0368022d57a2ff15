"""Cells that do not fit their column, or name what is not there."""

from typing import Final

from tests.check.faults.making import (
    AREAS,
    COMMITMENTS,
    FIGURES,
    INDICATORS,
    SCOPES,
    SOURCES,
    Fault,
    Found,
    all_of,
    cell,
    columns,
    field,
    line,
    second_topic,
)


def slashed(table: list[list[str]]) -> None:
    """Write every date of a table as Excel saves it."""
    for row in table[1:]:
        row[4:6] = ["/".join(part.lstrip("0") for part in day.split("-")) for day in row[4:6]]


def value(written: str, code: str = "cell-number") -> Fault:
    """A value that is no number."""
    expected: list[Found] = [(code, FIGURES, 2, "I2")]
    return Fault(f"the value {written!r}", cell(FIGURES, 2, "value", written), expected)


def day(written: str, code: str = "cell-date") -> Fault:
    """A day that is no ISO date."""
    return Fault(f"the date {written!r}", cell(FIGURES, 2, "period_end", written), [(code, FIGURES, 2, "F2")])


CELLS: Final = (
    value("12,000"),
    value("1.2万"),
    value("12000个"),
    value("12000*"),
    value("12000①"),
    value("12000＊"),
    value("１２，０００"),
    value("-"),
    value("—"),
    value("NA"),
    value("NULL"),
    value("无"),
    value("NaN"),
    value("INF"),
    value("1e4", "cell-scientific"),
    value("########", "cell-hashes"),
    value("12_000"),
    value("#DIV/0!"),
    value("１２０００", "cell-lookalike"),
    value("١٢٠٠٠"),
    value("−12000", "cell-lookalike"),
    value("\u300012000", "cell-space"),
    value("12000 ", "cell-space"),
    value("12\u200b000", "cell-space"),
    value("", "cell-required"),
    day("2017年12月31日"),
    day("2017年"),
    day("2017/12/31"),
    day("2017-1-5"),
    day("43100"),
    day("—"),
    day("2017年12月３1日"),
    day("2017-02-30"),
    day("20171231"),
    day("2017-W52-7"),
    day("2017－12－31", "cell-lookalike"),
    Fault(
        "dates that Excel rewrote",
        columns(FIGURES, slashed),
        [("column-dates", FIGURES, 2, "E2"), ("column-dates", FIGURES, 2, "F2")],
    ),
    Fault("a word that is misspelt", cell(FIGURES, 2, "kind", "actaul"), [("cell-choice", FIGURES, 2, "H2")]),
    Fault(
        "an id of a wrong form in one table, and an unknown id of another that looks like it",
        all_of(cell(COMMITMENTS, 2, "id", "Tree_Money"), cell(FIGURES, 5, "indicator", "treemoney")),
        [("cell-pattern", COMMITMENTS, 2, "A2"), ("cell-unknown", FIGURES, 5, "B5")],
    ),
    Fault("a word in full-width letters", cell(FIGURES, 2, "kind", "ａctual"), [("cell-lookalike", FIGURES, 2, "H2")]),
    Fault("a word in Chinese", cell(FIGURES, 4, "kind", "目标"), [("cell-choice", FIGURES, 4, "H4")]),
    Fault("a bound in Chinese", cell(FIGURES, 3, "bound", "超过"), [("cell-choice", FIGURES, 3, "J3")]),
    Fault("a word that is not on the list", cell(FIGURES, 2, "kind", "real"), [("cell-choice", FIGURES, 2, "H2")]),
    Fault(
        "an id twice in one table",
        line(
            FIGURES,
            "trees-2017,trees-planted,999999,schools,,2018-12-31,stated,target,5,exact,5个,final,plan-2018,(二),",
        ),
        [("cell-double", FIGURES, 6, "A6")],
    ),
    Fault(
        "a row that was pasted twice",
        columns(FIGURES, lambda table: table.append(table[1])),
        [("row-double", FIGURES, 6, None)],
    ),
    Fault(
        "a faulty row that was pasted twice",
        all_of(cell(FIGURES, 2, "value", "12,000"), columns(FIGURES, lambda table: table.append(table[1]))),
        [("cell-number", FIGURES, 2, "I2"), ("row-double", FIGURES, 6, None)],
    ),
    Fault(
        "an id in two tables, one of which has a short row",
        all_of(
            second_topic(
                "tree-money-2018,ponds-dug,999999,,2017-01-01,2017-12-31,stated,actual,3,exact,3个,final,plan-2018,(二),"
            ),
            columns(FIGURES, lambda table: table.insert(1, [])),
        ),
        [("row-blank", FIGURES, 2, None), ("id-double", FIGURES, 6, "A6")],
    ),
    Fault(
        "an id in two tables",
        second_topic(
            "tree-money-2018,ponds-dug,999999,,2017-01-01,2017-12-31,stated,actual,3,exact,3个,final,plan-2018,(二),"
        ),
        [("id-double", FIGURES, 5, "A5")],
    ),
    Fault(
        "an id with capital letters", cell(COMMITMENTS, 2, "id", "Trees-2018"), [("cell-pattern", COMMITMENTS, 2, "A2")]
    ),
    Fault(
        "a note in a column of ids", cell(COMMITMENTS, 2, "id", "注：2017年"), [("cell-pattern", COMMITMENTS, 2, "A2")]
    ),
    Fault(
        "the id of a figure has capital letters",
        cell(FIGURES, 2, "id", "Trees_2017"),
        [("cell-pattern", FIGURES, 2, "A2")],
    ),
    Fault("the id of a figure is missing", cell(FIGURES, 2, "id", ""), [("cell-required", FIGURES, 2, "A2")]),
    Fault(
        "the id of a scope has capital letters", cell(SCOPES, 3, "id", "Schools"), [("cell-pattern", SCOPES, 3, "A3")]
    ),
    Fault("the id of a source has a space", cell(SOURCES, 2, "id", "plan 2018"), [("cell-pattern", SOURCES, 2, "A2")]),
    Fault("the code of an area became a float", cell(AREAS, 3, "code", "999999.0"), [("cell-pattern", AREAS, 3, "A3")]),
    Fault(
        "an indicator with capital letters, and another that nobody knows",
        all_of(cell(INDICATORS, 2, "id", "Trees-Planted"), cell(FIGURES, 5, "indicator", "tree-monye")),
        [("cell-pattern", INDICATORS, 2, "A2"), ("cell-unknown", FIGURES, 5, "B5")],
    ),
    Fault("a name is missing", cell(AREAS, 3, "name", ""), [("cell-required", AREAS, 3, "B3")]),
    Fault("an id is missing", cell(COMMITMENTS, 2, "id", ""), [("cell-required", COMMITMENTS, 2, "A2")]),
    Fault("an unknown area", cell(FIGURES, 2, "area", "999998"), [("cell-unknown", FIGURES, 2, "C2")]),
    Fault("an area by its name", cell(FIGURES, 2, "area", "示例县"), [("cell-pattern", FIGURES, 2, "C2")]),
    Fault("an unknown indicator", cell(FIGURES, 2, "indicator", "trees-plant"), [("cell-unknown", FIGURES, 2, "B2")]),
    Fault("an unknown source", cell(FIGURES, 2, "source", "plan-2019"), [("cell-unknown", FIGURES, 2, "M2")]),
    Fault("an unknown scope", cell(FIGURES, 5, "scope", "school"), [("reference-unknown", FIGURES, 5, "D5")]),
    Fault("a parent nobody knows", cell(AREAS, 3, "parent", "990000"), [("cell-unknown", AREAS, 3, "E3")]),
    Fault("a code that became a float", cell(FIGURES, 2, "area", "999999.0"), [("cell-pattern", FIGURES, 2, "C2")]),
    Fault("a code that lost its leading zero", cell(AREAS, 3, "parent", "11126"), [("cell-pattern", AREAS, 3, "E3")]),
    Fault("a space before a code", cell(FIGURES, 2, "area", " 999999"), [("cell-space", FIGURES, 2, "C2")]),
    Fault(
        "a no-break space in a name", cell(AREAS, 3, "name_en", "Example\u00a0County"), [("cell-space", AREAS, 3, "C3")]
    ),
    Fault(
        "a date of a source that no calendar has",
        cell(SOURCES, 2, "published", "2019-02-30"),
        [("cell-date", SOURCES, 2, "I2")],
    ),
    Fault("a month no year has", cell(COMMITMENTS, 2, "due", "2018-13"), [("cell-date", COMMITMENTS, 2, "F2")]),
    Fault("an id that is too long", cell(COMMITMENTS, 2, "id", "a" * 81), [("cell-length", COMMITMENTS, 2, "A2")]),
    Fault(
        "a value beyond what the schema allows",
        field("figures", "value", constraints={"required": True, "minimum": 15000}),
        [("cell-range", FIGURES, 2, "I2")],
    ),
    Fault(
        "a word that is neither yes nor no",
        all_of(
            field("commitments", "note", type="boolean"),
            cell(COMMITMENTS, 2, "note", "maybe"),
        ),
        [("cell-invalid", COMMITMENTS, 2, "M2")],
    ),
)
