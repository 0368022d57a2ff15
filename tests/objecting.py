"""Give the small fictional publication a register of objections."""

import csv
import io
from typing import Final

from tests.publication import LICENCE, Site

OBJECTIONS: Final = "datasets/objections/objections.csv"
DESCRIPTION: Final = f"""name: objections
title: 异议
title_en: Objections
description: 虚构的异议表，只用于测试，里面的一切都不存在于现实之中；地名、单位、来源和数目都是编的，请不要引用。
description_en: A fictional register of objections, for tests only.
kind: register
keywords: [异议]
keywords_en: [objections]
licenses: [{LICENCE}]
sources: []
resources:
  - {{name: objections, path: objections.csv, schema: objections, title: 异议, title_en: Objections}}
"""
# An objection that waits, with every cell that it needs.
OPEN: Final = {
    "id": "trees-too-many",
    "received": "2020-06-01",
    "channel": "mail",
    "about_kind": "figure",
    "about": "trees-2018",
    "summary": "示例村只种了一万棵。",
    "summary_en": "Only ten thousand were planted in Example Village.",
    "due": "",
    "status": "open",
    "answered": "",
    "answer": "",
    "answer_en": "",
    "outcome": "",
    "correction": "",
}
ANSWER: Final = {
    "status": "answered",
    "answered": "2020-06-15",
    "answer": "数字照文件摘录，没有错。",
    "answer_en": "The figure is as the document has it.",
    "outcome": "not-upheld",
}


def register(site: Site, *rows: dict[str, str]) -> None:
    """Write the register with these objections, each told by how it differs from one that waits."""
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, list(OPEN), lineterminator="\n")
    writer.writeheader()
    writer.writerows({**OPEN, **row} for row in rows)
    site.write("datasets/objections/datapackage.yaml", DESCRIPTION)
    site.write(OBJECTIONS, page.getvalue())
