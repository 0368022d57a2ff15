"""Rows that are well formed and cannot be true, or do not fit each other."""

from typing import Final

from tests.check.faults.making import (
    AREAS,
    COMMITMENTS,
    FIGURES,
    FRONT,
    INDICATORS,
    SCOPES,
    SOURCES,
    Fault,
    all_of,
    cell,
    line,
    second_topic,
    swap,
)

MEANING: Final = (
    Fault(
        "the value is ten times too large", cell(FIGURES, 2, "value", "120000"), [("stated-value", FIGURES, 2, "I2")]
    ),
    Fault(
        "the value is a hundred times too small", cell(FIGURES, 2, "value", "120"), [("stated-value", FIGURES, 2, "I2")]
    ),
    Fault(
        "the value is ten thousand times too small",
        cell(FIGURES, 2, "value", "1.2"),
        [("stated-value", FIGURES, 2, "I2")],
    ),
    Fault("the value is negative", cell(FIGURES, 2, "value", "-12000"), [("stated-value", FIGURES, 2, "I2")]),
    Fault(
        "the words count in another unit", cell(FIGURES, 2, "stated", "1.2万人"), [("stated-unit", FIGURES, 2, "K2")]
    ),
    Fault(
        "the bound is not that of the words", cell(FIGURES, 3, "bound", "exact"), [("stated-bound", FIGURES, 3, "J3")]
    ),
    Fault(
        "the words hold no number", cell(FIGURES, 2, "stated", "大量树木"), [("stated-unreadable", FIGURES, 2, "K2")]
    ),
    Fault(
        "the words hold two numbers",
        cell(FIGURES, 2, "stated", "12000个至13000个"),
        [("stated-several", FIGURES, 2, "K2")],
    ),
    Fault("the words lack the unit", cell(FIGURES, 2, "stated", "1.2万"), [("stated-unitless", FIGURES, 2, "K2")]),
    Fault("the words are a fraction", cell(FIGURES, 2, "stated", "三分之二"), [("stated-fraction", FIGURES, 2, "K2")]),
    Fault("the words are missing", cell(FIGURES, 2, "stated", ""), [("stated-missing", FIGURES, 2, "K2")]),
    Fault(
        "the place in the document is missing", cell(FIGURES, 2, "locator", ""), [("locator-missing", FIGURES, 2, "N2")]
    ),
    Fault(
        "the same thing stands twice in one source",
        line(
            FIGURES,
            "trees-again,trees-planted,999999,,2017-01-01,2017-12-31,stated,actual,11000,exact,1.1万个,final,plan-2018,(二),",
        ),
        [("figure-double", FIGURES, 6, "B6")],
    ),
    Fault(
        "a period ends before it starts",
        cell(FIGURES, 2, "period_start", "2018-01-01"),
        [("period-order", FIGURES, 2, "F2")],
    ),
    Fault("an actual has no end", cell(FIGURES, 2, "period_end", ""), [("period-missing", FIGURES, 2, "F2")]),
    Fault(
        "a standard has no start",
        all_of(cell(FIGURES, 4, "kind", "standard"), cell(FIGURES, 4, "period_end", "")),
        [("period-missing", FIGURES, 4, "E4")],
    ),
    Fault(
        "actuals later than the year of their source",
        cell(SOURCES, 2, "published", "2017"),
        [("actual-after-source", FIGURES, row, f"F{row}") for row in (3, 5)],
    ),
    Fault("a target has no date", cell(FIGURES, 4, "period_end", ""), [("period-missing", FIGURES, 4, "F4")]),
    Fault(
        "a year that cannot be", cell(FIGURES, 4, "period_end", "2218-12-31"), [("year-impossible", FIGURES, 4, "F4")]
    ),
    Fault(
        "a year before the first that may be",
        cell(FIGURES, 2, "period_start", "1948-12-31"),
        [("year-impossible", FIGURES, 2, "E2")],
    ),
    Fault(
        "a year after the last that may be",
        cell(FIGURES, 4, "period_end", "2101-01-01"),
        [("year-impossible", FIGURES, 4, "F4")],
    ),
    Fault(
        "an actual later than its source",
        all_of(cell(FIGURES, 5, "period_end", "2019-12-31"), cell(FIGURES, 5, "period_start", "2019-01-01")),
        [("actual-after-source", FIGURES, 5, "F5")],
    ),
    Fault(
        "a figure in the wrong dataset",
        second_topic(
            "ponds-2017,trees-planted,999999,schools,2017-01-01,2017-12-31,stated,actual,3,exact,3个,final,plan-2018,(二),"
        ),
        [("figure-dataset", "datasets/ponds/figures.csv", 2, "B2")],
    ),
    Fault(
        "scopes in the wrong order",
        cell(FIGURES, 5, "scope", "schools+example-village"),
        [("scope-order", FIGURES, 5, "D5")],
    ),
    Fault(
        "two scopes of one dimension",
        all_of(line(SCOPES, "teachers,group,教师,Teachers,"), cell(FIGURES, 5, "scope", "schools+teachers")),
        [("scope-dimension", FIGURES, 5, "D5")],
    ),
    Fault(
        "a code that was not valid yet",
        cell(AREAS, 3, "valid_from", "2018-06-01"),
        [("area-not-valid", FIGURES, 2, "C2")],
    ),
    Fault(
        "a code that was valid no more",
        cell(AREAS, 3, "valid_to", "2016-12-31"),
        [("area-not-valid", FIGURES, row, f"C{row}") for row in (2, 3, 4, 5)],
    ),
    Fault("a unit that is not registered", cell(INDICATORS, 3, "per", "校"), [("unit-unknown", INDICATORS, 3, "E3")]),
    Fault(
        "a ratio without a denominator",
        cell(INDICATORS, 3, "measure", "ratio"),
        [("ratio-base-missing", INDICATORS, 3, "G3")],
    ),
    Fault(
        "an indicator of no topic",
        cell(INDICATORS, 3, "dataset", "areas"),
        [("reference-unknown", INDICATORS, 3, "K3"), ("figure-dataset", FIGURES, 5, "B5")],
    ),
    Fault(
        "areas that are each other's parent",
        cell(AREAS, 2, "parent", "999999"),
        [("area-parent-cycle", AREAS, 2, "E2"), ("area-parent-cycle", AREAS, 3, "E3")],
    ),
    Fault(
        "a commitment that aims at nothing known",
        cell(COMMITMENTS, 2, "target", "trees-plan"),
        [("reference-unknown", COMMITMENTS, 2, "H2")],
    ),
    Fault(
        "an answer that is not known",
        cell(COMMITMENTS, 2, "answer", "trees-2019"),
        [("reference-unknown", COMMITMENTS, 2, "I2")],
    ),
    Fault(
        "an answer that is a target",
        cell(COMMITMENTS, 2, "answer", "trees-planned"),
        [("answer-not-actual", COMMITMENTS, 2, "I2")],
    ),
    Fault(
        "a commitment of an unknown scope",
        cell(COMMITMENTS, 2, "scope", "pupils"),
        [("reference-unknown", COMMITMENTS, 2, "C2")],
    ),
    Fault(
        "a code that ended before it began",
        all_of(cell(AREAS, 3, "valid_from", "2020-01-01"), cell(AREAS, 3, "valid_to", "2010-01-01")),
        [("period-order", AREAS, 3, "G3")],
    ),
    Fault(
        "a headline of an unknown figure",
        swap(FRONT, "- figure: trees-2018", "- figure: trees-2016"),
        [("reference-unknown", FRONT, 21, None)],
    ),
    Fault(
        "a headline that quotes an unknown figure",
        swap(FRONT, "种树{figure:trees-2018}", "种树{figure:trees-2016}"),
        [("prose-unknown-figure", FRONT, 21, None)],
    ),
    Fault(
        "an unknown chart on the first page",
        line(FRONT, "charts: [trees/by-month]"),
        [("reference-unknown", FRONT, 24, None)],
    ),
)
