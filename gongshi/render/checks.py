"""Turn findings into one table: what was compared, what came out, and the arithmetic in both languages."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from gongshi.check.general import period_of
from gongshi.check.relations import Finding
from gongshi.read.collection import Catalog
from gongshi.render.arithmetic import Sum, decimal, unit
from gongshi.render.tables import Sheet, column, inert
from gongshi.render.words import Words

FIELDS: Final = (
    column("id", "编号", "Id", "核对的编号。", "Id of the check."),
    column(
        *("declared", "来历", "Origin"),
        *("declared 为本出版物声明的关系，general 为规则里通用的关系。",),
        *("declared: a relation declared in this publication; general: one that follows from the rules.",),
    ),
    column("title", "关系", "Relation", "勾稽关系的中文名。", "Title in Chinese."),
    column("title_en", "关系英文名", "Relation in English", "勾稽关系的英文名。", "Title in English."),
    column("dataset", "数据集", "Dataset", "关系所在的数据集。", "The dataset of the relation."),
    column("area", "地区", "Area", "各数同属一地时的地区代码。", "Code of the area, where all figures are of one."),
    column(
        *("period", "时间", "Period"),
        *("各数同属一段时间时的起止日，用 / 隔开。", "Start and end joined by /, where all figures are of one period."),
    ),
    column("left", "左边", "Left", "左边算得的数。", "What the left side comes to.", "number"),
    column(
        *("sign", "关系符", "Sign"),
        *("equal 相等，at-most 不多于，at-least 不少于，part 是其中一部分，whole 应为整数，conflict 互相矛盾。",),
        *("equal, at-most, at-least, part, whole (a whole number is asked for) or conflict.",),
    ),
    column(
        *("right", "右边", "Right"),
        *("右边算得的数；whole 没有右边，空着。", "What the right side comes to; empty for whole, which has none."),
        "number",
    ),
    column("difference", "差", "Difference", "左边减右边。", "Left minus right.", "number"),
    column("unit", "单位", "Unit", "右边的单位，没有右边的用左边的。", "Unit of the right side, else of the left."),
    column(
        *("verdict", "结果", "Verdict"),
        *("holds 相符，rounding 按印出的位数和口气词相符，explained 不符而有说明，fails 不符。",),
        *("holds, rounding (holds within printed digits and bounds), explained (does not hold), fails.",),
    ),
    column("arithmetic", "算式", "Arithmetic", "写出的算式，中文。", "The arithmetic written out, in Chinese."),
    column("arithmetic_en", "算式英文", "Arithmetic in English", "写出的算式，英文。", "The same in English."),
    column("explanation", "说明", "Explanation", "对不上时的说明，中文。", "What explains a disagreement, in Chinese."),
    column("explanation_en", "说明英文", "Explanation in English", "说明的英文。", "The same in English."),
    column("figures", "数字", "Figures", "用到的数字的编号，用空格隔开。", "Ids of the figures used, by spaces."),
)


def sheet(catalog: Catalog, findings: Iterable[Finding], words: Mapping[str, Words]) -> Sheet:
    """Every finding, in order; `words` are those of zh and en. Endless decimals are cut as they are in the text."""
    return Sheet(FIELDS, tuple(row(finding, catalog, words) for finding in findings))


def row(finding: Finding, catalog: Catalog, words: Mapping[str, Words]) -> tuple[str, ...]:
    """One finding as strings, in the order of FIELDS; none of them acts as a formula."""
    relation, one_sided = finding.relation, finding.relation.sign == "whole"
    cells = {
        "id": finding.id,
        "declared": "declared" if relation.declared else "general",
        "title": relation.title.zh,
        "title_en": relation.title.en,
        "dataset": relation.dataset,
        "area": _shared(finding, lambda figure: figure.area),
        "period": _shared(finding, period_of),
        "left": f"{decimal(finding.left.value)[0]:f}",
        "sign": relation.sign,
        "right": "" if one_sided else f"{decimal(finding.right.value)[0]:f}",
        "difference": "" if one_sided else f"{decimal(finding.difference)[0]:f}",
        "unit": unit(catalog, finding),
        "verdict": finding.verdict,
        "arithmetic": str(Sum(finding, catalog, words["zh"])),
        "arithmetic_en": str(Sum(finding, catalog, words["en"])),
        "explanation": relation.explanation.zh,
        "explanation_en": relation.explanation.en,
        "figures": " ".join(figure.id for figure in finding.figures),
    }
    return tuple(inert(cells[field["name"]]) for field in FIELDS)


def _shared(finding: Finding, part: Callable[[Any], str]) -> str:
    """What all figures have in common; "" where they differ."""
    found = {part(figure) for figure in finding.figures}
    return found.pop() if len(found) == 1 else ""
