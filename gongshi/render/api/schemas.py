"""Describe what the files of the API hold, as JSON Schemas (2020-12), each said in Chinese and in English.

Every member is always there, and null where there is nothing to say. More members may come; none goes.
"""

from collections.abc import Mapping
from typing import Any, Final

Schema = dict[str, Any]

DAY: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DECIMAL: Final = r"^-?[0-9]+(\.[0-9]+)?$"
SHA256: Final = r"^[0-9a-f]{64}$"
NULL: Final = "null"


def text(said: str, **rules: Any) -> Schema:
    """A text."""
    return {"type": "string", "description": said, **rules}


def maybe(said: str, **rules: Any) -> Schema:
    """A text, or null."""
    return {"type": ["string", NULL], "description": said, **rules}


def number(said: str) -> Schema:
    """How many there are of something."""
    return {"type": "integer", "minimum": 0, "description": said}


def truth(said: str) -> Schema:
    """Whether something is so."""
    return {"type": "boolean", "description": said}


def link(said: str) -> Schema:
    """A link relative to the file that it stands in."""
    return text(said, format="uri-reference")


def several(items: Schema, said: str) -> Schema:
    """A list."""
    return {"type": "array", "items": items, "description": said}


def of(name: str) -> Schema:
    """What stands under that name among the shared schemas."""
    return {"$ref": f"#/components/schemas/{name}"}


def both(name: str, said: str) -> Mapping[str, Schema]:
    """A text and its English."""
    return {name: maybe(said), f"{name}_en": maybe(f"{name} 的英文。 {name} in English.")}


def shown(said: str, name: str = "home") -> Mapping[str, Schema]:
    """The links to a page in Chinese and in English."""
    return {
        name: maybe(f"{said}，中文。 In Chinese.", format="uri-reference"),
        f"{name}_en": maybe(f"{said}，英文。 In English.", format="uri-reference"),
    }


def record(members: Mapping[str, Schema], said: str = "") -> Schema:
    """An object that has all of these members."""
    made: Schema = {"type": "object", "properties": dict(members), "required": list(members)}
    return made | ({"description": said} if said else {})


def enum(said: str, *values: str) -> Schema:
    """One of a few words; more may come."""
    return text(said, examples=list(values))


TITLED: Final = both("title", "名称。 What it is called.")
URN: Final = text("永久编号，不随网址变。 A permanent id that needs no host.", pattern="^urn:gongshi:")
ID: Final = text("编号，一经发布不改、不再用于别处。 An id, never changed and never reused.")
CODE: Final = text("GB/T 2260 行政区划代码，是文字。 GB/T 2260 code of the area; a text.", pattern="^[0-9]{6}$")
DATE: Final = text("年-月-日。 Year-month-day.", pattern=DAY)
MAYBE_DATE: Final = maybe("年-月-日。 Year-month-day.", pattern=DAY)
FIGURES: Final = number("数字的个数。 How many figures.")

HEAD: Final[Mapping[str, Schema]] = {
    **TITLED,
    "edition": text("期次。 The edition."),
    "issued": DATE,
    "released": truth("这一期是否已经发布；否则是预览。 Whether the edition is released, or a preview."),
    **both("publisher", "发布者。 Who publishes it."),
    "licence": of("licence"),
    "index": link("总目录。 The list of everything."),
}
LISTED: Final = {
    "indicator": record({"id": ID, **TITLED, "figures": FIGURES, "json": link("指标的文件。 Its file.")}),
    "area": record({"code": CODE, **TITLED, "json": link("地区的文件。 Its file.")}),
    "part": record(
        {"code": CODE, "dataset": ID, "figures": FIGURES, "json": link("地区在这个数据集里的数字。 Its figures.")}
    ),
    "dataset": record(
        {"id": ID, **TITLED, "kind": text("topic 主题，register 登记表。"), "json": link("文件。 Its file.")}
    ),
    "ledger": record(
        {"id": ID, **TITLED, "entries": number("条数。 How many entries."), "json": link("文件。 Its file.")}
    ),
    "release": record(
        {
            "id": ID,
            "date": DATE,
            **both("notes", "改了什么。 What it changed."),
            "sha256": text("清单的 SHA-256。 SHA-256 of its manifest.", pattern=SHA256),
            "json": link("文件。 Its file."),
        }
    ),
}
SHORT: Final = record({"id": ID, **TITLED})
CITED: Final[Mapping[str, Schema]] = {
    "citation": text("怎样引用，按 GB/T 7714。 How to cite it in Chinese."),
    "citation_en": text("英文引用，按 APA。 How to cite it in English, after APA."),
}
PART: Final[Mapping[str, Schema]] = {
    **HEAD,
    **shown("页面 Page"),
    "csv": link("同样的数字，CSV。 The same figures as CSV."),
    "excel": link("同样的数字，给 Excel 的 CSV。 The same as CSV for Excel."),
    "readme": link("筛选说明。 What was filtered."),
    "urn": URN,
    **CITED,
    "dataset": SHORT,
    "figures": several(of("figure"), "按编号排列。 In order of id."),
}
UNIT: Final[Mapping[str, Schema]] = {
    "unit": text("基本单位。 The base unit."),
    "unit_en": maybe("单位的英文；只计个数时没有。 The unit in English; null for plain counts."),
    "per": several(text("平均到什么。 Per what."), "平均到什么，没有就是空的。 Per what; empty for nothing."),
}

SHARED: Final[Mapping[str, Schema]] = {
    "licence": record(
        {
            "name": text("SPDX 名称。 SPDX name."),
            **TITLED,
            "path": text("条款全文。 Where the terms stand.", format="uri"),
        },
        "许可。 Terms of reuse.",
    ),
    "figure": record(
        {
            "id": ID,
            "urn": URN,
            **shown("数字的永久位置 Its one permanent place"),
            "dataset": ID,
            "indicator": SHORT,
            "area": record({"code": CODE, **TITLED}),
            "scope": several(SHORT, "只说地区里的哪一部分；空着就是全部。 The part of the area; empty for all of it."),
            "period_start": MAYBE_DATE,
            "period_end": MAYBE_DATE,
            "dating": enum("stated 文件写明，inferred 由编者推断。 stated or inferred.", "stated", "inferred"),
            "kind": enum(
                "actual 实际，expected 预计，target 目标，standard 标准。",
                *("actual", "expected", "target", "standard"),
            ),
            "value": text(
                "十进制数，写成文字，每一位都不丢；单位见 unit。 A decimal, written as a text so that no program cuts "
                "its digits; in the unit given.",
                pattern=DECIMAL,
            ),
            **UNIT,
            "bound": enum(
                "exact 整，about 约，nearly 近，below 不到，over 余或超过，at_least 以上，at_most 以下。",
                *("exact", "about", "nearly", "below", "over", "at_least", "at_most"),
            ),
            "stated": maybe("文件里的原字。 As the document prints it."),
            "status": enum("provisional 初步，final 最终。", "provisional", "final"),
            "note": maybe("附注。 What else a reader needs to know."),
            "source": record(
                {"id": ID, **TITLED, "locator": maybe("文件里的位置。 Where in it."), **shown("来源的页面 Its page")}
            ),
            "disputed": truth("是否与别的数字对不上。 Whether it is at odds with other figures."),
            "checks": several(
                record(
                    {
                        "id": ID,
                        "verdict": enum(
                            "holds 相符，rounding 按印出的位数相符，explained 不符而有说明，fails 不符。",
                            *("holds", "rounding", "explained", "fails"),
                        ),
                    }
                ),
                "用到它的核对，见 ledgers/checks.json。 The checks that use it, as in ledgers/checks.json.",
            ),
            "objections": several(ID, "对它的异议，见 ledgers/objections.json。 Objections to it."),
            "history": several(of("event"), "从最早的开始。 The oldest first."),
            **CITED,
        },
        "一个数字。 A figure.",
    ),
    "event": record(
        {
            "release": text("第几期。 In which release."),
            "date": DATE,
            "released": truth("那一期是否已经发布。 Whether that one is released."),
            "change": enum(
                "added 新增，changed 改动，moved 换了数据集，gone 撤下，returned 又有了。",
                *("added", "changed", "moved", "gone", "returned"),
            ),
            "column": maybe("改了哪一列。 Which column."),
            "old": maybe("原来的值。 What it was."),
            "new": maybe("现在的值；撤下时是接替它的数字。 What it is; of one that is gone, what takes its place."),
            "correction": maybe("更正的编号。 The correction that tells of it, in ledgers/corrections.json."),
            "reason": maybe("更正的原因。 The kind of reason."),
            **both("explanation", "更正的说明。 What the correction explains."),
        },
        "一个数字经历的一件事。 Something that happened to a figure.",
    ),
    "former": record(
        {
            "id": ID,
            "urn": URN,
            **shown("原来的位置，那里有说明 Where it was, with a note"),
            **shown("现在的位置 Where it is now", "now"),
            "history": several(of("event"), "从最早的开始。 The oldest first."),
        },
        "原来在这里、现在不在的数字。 A figure that was published here and is not here now.",
    ),
    **{f"{name}-listed": schema for name, schema in LISTED.items()},
}
