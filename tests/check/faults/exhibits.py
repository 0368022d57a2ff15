"""Charts that may not be drawn: what is unknown in them, what may not be compared, what their titles lack."""

from typing import Final

from tests.check.faults.making import AREAS, FIGURES, INDICATORS, TREES, Change, Fault, again, all_of, line, swap
from tests.publication import TOPIC

# Where the first view of the small topic begins; every problem of a view stands there.
VIEW: Final = next(number for number, text in enumerate(TOPIC.splitlines(), start=1) if "id: by-year" in text)
FIRST, SECOND = "trees-2017", "trees-2018"
TITLE: Final = "最多的一年种了{max}"
TITLE_EN: Final = "The busiest year saw {max}"

ROW: Final = "{},{},{},{},{},{},stated,{},{},exact,{},final,plan-2018,(一),"
NORTH: Final = line(AREAS, "999998,示例北县,North Example County,county,100000,2000-01-01,")
IN_NORTH: Final = all_of(
    NORTH,
    line(FIGURES, ROW.format("north", "trees-planted", 999998, "", "2018-01-01", "2018-12-31", "actual", 5, "5个")),
)
IN_SCHOOLS: Final = line(
    FIGURES, ROW.format("schools", "trees-planted", 999999, "schools", "2018-01-01", "2018-12-31", "actual", 5, "5个")
)
NORTH_SCHOOLS: Final = all_of(
    NORTH,
    line(
        FIGURES, ROW.format("north", "trees-planted", 999998, "schools", "2018-01-01", "2018-12-31", "actual", 5, "5个")
    ),
)
FEW: Final = line(
    FIGURES, ROW.format("few", "trees-planted", 100000, "", "2018-01-01", "2018-12-31", "actual", 70000, "7万个")
)
HOMES: Final = all_of(
    line(INDICATORS, "homes,户数,Homes,户,,stock,,,户数。,Number of homes.,trees"),
    line(FIGURES, ROW.format("homes", "homes", 999999, "", "", "2018-12-31", "actual", 9, "9户")),
)
BUSHES: Final = all_of(
    line(INDICATORS, "bushes,灌木,Bushes,个,,flow,,,种下的灌木。,Bushes planted.,trees"),
    line(FIGURES, ROW.format("bushes", "bushes", 999999, "", "2017-01-01", "2017-12-31", "actual", 9, "9个")),
)
MONEY: Final = line(
    FIGURES, ROW.format("money", "tree-money", 999999, "schools", "2017-01-01", "2017-12-31", "actual", 9, "9元")
)
RATIOS: Final = all_of(
    line(INDICATORS, "survival,成活率,Survival,%,,ratio,种下的树,Trees planted,活下来的树。,Trees that live.,trees"),
    line(FIGURES, ROW.format("r1", "survival", 999999, "", "2017-01-01", "2017-12-31", "actual", 50, "50%")),
    line(FIGURES, ROW.format("r2", "survival", 999999, "", "2018-01-01", "2018-12-31", "actual", 40, "40%")),
)
PARTS: Final = ("trees-2014", "trees-2015", "trees-2016")
YEARS: Final = all_of(
    *(
        line(
            FIGURES,
            ROW.format(id_, "trees-planted", 999999, "", f"{id_[6:]}-01-01", f"{id_[6:]}-12-31", "actual", 5, "5个"),
        )
        for id_ in PARTS
    )
)
CONFLICT: Final = """  - id: two
    title: 两个数
    title_en: Two figures
    left: [trees-2017, trees-2018]
    is: conflict
    explanation: 文件没有说明。
    explanation_en: The document does not say.
"""


def view(kind: str, *figures: str, **more: str) -> Change:
    """Put another view in the place of the one that the small topic has."""
    lines = {"title": f'"{TITLE}"', "title_en": f'"{TITLE_EN}"', "label": "period", **more}
    listed = {"figures": f"[{', '.join(figures)}]"} if figures else {}
    text = "".join(f"    {key}: {value}\n" for key, value in {"kind": kind, **listed, **lines}.items())
    return again(TREES, lambda data: replaced(data.decode(), f"  - id: by-year\n{text}").encode())


def replaced(topic: str, text: str) -> str:
    """The description of the topic with other views."""
    head, _, rest = topic.partition("views:\n")
    return f"{head}views:\n{text}absent:{rest.partition('absent:')[2]}"


def titled(title: str, title_en: str = TITLE_EN) -> Change:
    """The small topic's view under another title."""
    return view("columns", FIRST, SECOND, title=f'"{title}"', title_en=f'"{title_en}"')


def fault(name: str, change: Change, *codes: str, moved: int = 0) -> Fault:
    """A fault of the view, which the change may have moved down some lines."""
    return Fault(name, change, [(code, TREES, VIEW + moved, None) for code in codes])


# The views of the small topic as they stand, after the line that begins them.
VIEWS: Final = TOPIC.partition("views:\n")[2].partition("absent:")[0]
NAMED: Final = {"title": '"甲{count}项"', "title_en": '"{count} things"'}
EXHIBITS: Final = (
    fault("a chart of a kind nobody knows", view("pie", FIRST, SECOND), "view-kind"),
    fault("a chart of an unknown figure", view("columns", FIRST, "trees-2016"), "view-figure"),
    fault("a chart of figures chosen by an unknown column", view("bars", select="{colour: red}"), "view-select"),
    fault("a chart of an unknown indicator", view("bars", select="{indicator: trees-cut}"), "view-choice"),
    fault("a chart of nothing", view("bars", select="{kind: standard}"), "view-empty"),
    fault("a chart that needs a whole has none", view("bullet", FIRST), "view-whole"),
    fault(
        "a chart of trees and money",
        view("bars", FIRST, "tree-money-2018", label="indicator", measure="种树", measure_en="Planting", **NAMED),
        "view-units",
    ),
    fault("parts of one area under the whole of another", all_of(FEW, view("bars", FIRST, whole="few")), "view-areas"),
    fault(
        "a whole that covers less than its parts",
        all_of(IN_SCHOOLS, view("bars", FIRST, whole="schools")),
        "view-wider",
    ),
    fault(
        "areas compared of which one covers only schools",
        all_of(NORTH_SCHOOLS, view("bars", SECOND, "north", label="area")),
        "view-scopes",
    ),
    fault(
        "two figures that contradict each other in one chart",
        again(TREES, lambda data: data.replace(b"relations:\n", b"relations:\n" + CONFLICT.encode())),
        *("view-disputed", "view-disputed"),
        moved=len(CONFLICT.splitlines()),
    ),
    fault(
        "a chart of a contradiction that nobody declared",
        view("disputed", FIRST, "trees-planned", title='"相差{difference}"', title_en='"{difference} apart"'),
        "view-undisputed",
    ),
    fault("a line through one point", view("line", FIRST), "view-points"),
    fault("a line through two areas", all_of(IN_NORTH, view("line", FIRST, "north")), "view-followed"),
    fault(
        "a line through a time that no document states",
        all_of(MONEY, view("line", "money", "tree-money-2018")),
        "view-inferred",
    ),
    fault("what remains, counted from a later base", view("remaining", FIRST, whole=SECOND), "view-base"),
    fault("a share of percentages", all_of(RATIOS, view("share", "r1", "r2")), "view-additive"),
    fault("a share of what was only promised", view("share", SECOND, "trees-planned"), "view-promised"),
    fault("a share that is more than its whole", view("share", SECOND, whole=FIRST), "view-exceeds"),
    fault("a share of five parts", all_of(YEARS, view("share", *PARTS, FIRST, SECOND)), "view-parts"),
    fault("stacked on one side only", view("stacked", FIRST, SECOND), "view-sides"),
    fault("a limit for what it does not limit", all_of(HOMES, view("bullet", FIRST, whole="homes")), "view-bullet"),
    fault(
        "several things without a common name", all_of(BUSHES, view("bars", FIRST, "bushes", **NAMED)), "view-measure"
    ),
    Fault(
        "two charts of one name",
        again(TREES, lambda data: data.replace(b"views:\n", b"views:\n" + VIEWS.encode())),
        [("id-double", TREES, VIEW + len(VIEWS.splitlines()), None)],
    ),
    Fault(
        "a chart without a title",
        swap(TREES, '    title: "最多的一年种了{max}"\n', ""),
        [("descriptor-missing", TREES, VIEW, None)],
    ),
    fault("a title without a number", titled("种树的数字"), "view-title-plain"),
    fault("a title with an unknown placeholder", titled("最多{most}"), "view-title-unknown"),
    fault("a title with a number typed by hand", titled("{max}，比3.5万多"), "view-title-number"),
    fault("a title that praises", titled("显著增加，种了{max}"), "view-title-judges"),
    fault("a title that ends with a full stop", titled("最多的一年种了{max}。"), "view-title-stop"),
)
