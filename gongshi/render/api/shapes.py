"""The JSON Schema of each kind of file in the API."""

from collections.abc import Mapping
from typing import Final

from gongshi.render.api.schemas import (
    CITED,
    CODE,
    DATE,
    HEAD,
    ID,
    MAYBE_DATE,
    PART,
    SHA256,
    TITLED,
    UNIT,
    URN,
    Schema,
    both,
    link,
    maybe,
    number,
    of,
    record,
    several,
    shown,
    text,
)
from gongshi.render.tables import Sheet

INDEX: Final = record(
    {
        **HEAD,
        **shown("首页 Home page"),
        **shown("接口说明 How to use it", "help"),
        "version": text("接口的版本。 Version of the API."),
        "address": maybe("本站的网址；没有就是 null。 Where the site stands, if that is fixed.", format="uri"),
        **both("notice", "使用前要知道的。 What to know before use."),
        "openapi": link("这份说明。 The description of every file."),
        "datasets": several(of("dataset-listed"), "数据集。 Datasets."),
        "indicators": several(of("indicator-listed"), "指标，按编号。 Indicators, by id."),
        "areas": several(of("area-listed"), "地区，按代码。 Areas, by code."),
        "parts": several(of("part-listed"), "有数字的地区和数据集。 Areas and datasets that have figures."),
        "ledgers": several(of("ledger-listed"), "登记表和台账。 Registers and ledgers."),
        "releases": link("各期。 All releases."),
    }
)
DATASET: Final = record(
    {
        **HEAD,
        **shown("页面 Page"),
        "id": ID,
        "urn": URN,
        **CITED,
        "kind": text("topic 主题，register 登记表。 topic or register."),
        **both("description", "说明。 What it holds."),
        "keywords": several(text("关键词。"), "关键词。 Keywords in Chinese."),
        "keywords_en": several(text("Keyword."), "英文关键词。 Keywords in English."),
        "sources": several(ID, "来源的编号。 Ids of sources."),
        "absent": several(
            record(both("text", "没有什么。 What is absent.")), "文件里没有的。 What the documents lack."
        ),
        "tables": several(
            record(
                {
                    "name": ID,
                    **TITLED,
                    "rows": number("行数。 How many rows."),
                    "columns": several(
                        record(
                            {
                                "name": text("列名。 Name of the column."),
                                "type": maybe("Table Schema 的类型。 Type, as Table Schema calls it."),
                                **TITLED,
                                **both("description", "含义。 What it means."),
                            }
                        ),
                        "各列。 Its columns.",
                    ),
                }
            ),
            "各表。 Its tables.",
        ),
        "files": several(
            record({"file": link("可以下载的文件。 A file to download."), "bytes": number("字节数。 Its size.")}),
            "全部下载，校验值见 SHA256SUMS。 All downloads; their SHA-256 stand in SHA256SUMS.",
        ),
        "indicators": several(of("indicator-listed"), "它的指标。 Its indicators."),
        "areas": several(of("part-listed"), "它的地区。 Its areas."),
        "ledgers": several(of("ledger-listed"), "登记表的内容。 Its tables, where it is a register."),
    }
)
INDICATOR: Final = record(
    {
        **PART,
        "id": ID,
        **UNIT,
        "measure": text("stock 时点，flow 时段，ratio 比率，limit 限额。 stock, flow, ratio or limit."),
        **both("base", "占什么的百分比。 What it is a share of."),
        **both("definition", "含义。 What it means."),
    }
)
HOME: Final = record(
    {
        **PART,
        "area": record({"code": CODE, **TITLED}),
        "former": several(of("former"), "曾在这里发布、现在不在的数字。 Figures that were published here."),
    }
)
AREA: Final = record(
    {
        **HEAD,
        **shown("页面 Page"),
        "code": CODE,
        "urn": URN,
        "level": text("层级。 Level."),
        "parent": maybe("上级的代码。 Code of the area above."),
        "valid_from": MAYBE_DATE,
        "valid_to": MAYBE_DATE,
        "children": several(of("area-listed"), "下一级。 Areas directly below."),
        "parts": several(of("part-listed"), "它的数字，按数据集。 Its figures, by dataset."),
        "commitments": several(ID, "它的承诺，见 ledgers/commitments.json。 Its commitments."),
        "notices": several(ID, "它的公告公示，见 ledgers/notices.json。 Its notices."),
    }
)
RELEASES: Final = record(
    {
        **HEAD,
        **shown("页面 Page"),
        "latest": maybe("最近一期；还没有就是 null。 The latest; null where there is none yet."),
        "releases": several(of("release-listed"), "从最早的开始。 The oldest first."),
    }
)
RELEASE: Final = record(
    {
        **HEAD,
        **shown("页面 Page"),
        "id": ID,
        "urn": URN,
        **CITED,
        "date": DATE,
        **both("notes", "改了什么。 What it changed."),
        "sha256": text("清单的 SHA-256。 SHA-256 of its manifest.", pattern=SHA256),
        "previous": {
            **record({"id": ID, "sha256": text("清单的 SHA-256。 SHA-256 of its manifest.", pattern=SHA256)}),
            "type": ["object", "null"],
        },
        "manifest": link("清单。 Its manifest."),
        "signature": maybe("清单的签名。 Signature of the manifest.", format="uri-reference"),
        "csv": link("改动，CSV。 The changes as CSV."),
        "changes": several(
            record(
                {
                    "table": text("哪张表。 Which table."),
                    "id": text("哪一行。 Which row."),
                    "change": text("added 新增，changed 改动，gone 撤下。 added, changed or gone."),
                    "column": maybe("哪一列。 Which column."),
                    "old": maybe("原来的值。 What it was."),
                    "new": maybe("现在的值。 What it is."),
                }
            ),
            "与上一期的不同。 How it differs from the release before.",
        ),
        "files": several(
            record(
                {
                    "path": text("路径。 Its path."),
                    "bytes": number("字节数。 Its size."),
                    "sha256": text("SHA-256。", pattern=SHA256),
                    "withdrawn": {
                        **record(
                            {
                                "date": DATE,
                                "reason": text("原因。 Why."),
                                "decided_by": text("决定的岗位。 Which post decided."),
                            },
                            "后来撤回的。 If it was withdrawn since.",
                        ),
                        "type": ["object", "null"],
                    },
                    "file": link("文件，或撤回的说明。 The file, or the note in its place."),
                }
            ),
            "冻结的文件。 What it froze.",
        ),
    }
)


GONE: Final = record(
    {
        **HEAD,
        "gone": text("原来的编号，这里已经没有它。 The id that is there no more."),
        "json": maybe("接替它的文件。 The file of what took its place.", format="uri-reference"),
        **both("reason", "原因。 Why."),
        "release": maybe("从第几期起。 Since which release."),
        "date": MAYBE_DATE,
    },
    "原来在这里的东西改了名或撤下了。 What stands where something was that has another name, or is gone.",
)


def ledger(sheet: Sheet) -> Schema:
    """The schema of a ledger by the columns of its table."""
    cells = {str(field["name"]): maybe(_said(field)) for field in sheet.fields}
    entry = record({"urn": URN, **shown("页面上的位置 Its place on the pages"), "cells": record(cells)})
    return record(
        {
            **HEAD,
            "id": ID,
            "csv": link("同样的内容，CSV。 The same as CSV."),
            "entries": several(entry, "按编号。 By id."),
        }
    )


def _said(field: Mapping[str, object]) -> str:
    return " ".join(str(field[name]) for name in ("description", "description_en") if field.get(name))
