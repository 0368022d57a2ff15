"""Release the small fictional publication, so that its history can be tried."""

from datetime import date
from typing import Final

from gongshi import releasing
from gongshi.read.values import Text
from tests.publication import LICENCE, Site

NOTES: Final = Text("虚构的一批。", "A fictional release.")
CORRECTIONS: Final = "datasets/corrections/corrections.csv"
MOVES: Final = "datasets/corrections/moves.csv"
DESCRIPTION: Final = f"""name: corrections
title: 更正
title_en: Corrections
description: 虚构的更正表，只用于测试，里面的一切都不存在于现实之中；地名、单位、来源和数目都是编的，请不要引用。
description_en: A fictional ledger of corrections, for tests only.
kind: register
keywords: [更正]
keywords_en: [corrections]
licenses: [{LICENCE}]
sources: []
resources:
  - {{name: corrections, path: corrections.csv, schema: corrections, title: 更正, title_en: Corrections}}
  - {{name: moves, path: moves.csv, schema: moves, title: 改名和撤下, title_en: Renamed and removed}}
"""
HEADS: Final = {
    CORRECTIONS: "id,figure,release,field,old,new,reason,explanation,explanation_en,evidence,evidence_en,"
    "decided_by,decided_by_en,date\n",
    MOVES: "id,kind,old,new,reason,reason_en,release,date\n",
}
WORDS: Final = "transcription,抄错了,Misread,示例文件（一）,Example document (1),总编辑,Editor in chief,2020-07-01"


def ledgers(site: Site) -> None:
    """Give the publication an empty ledger of corrections."""
    site.write("datasets/corrections/datapackage.yaml", DESCRIPTION)
    for file, head in HEADS.items():
        site.write(file, head)


def release(site: Site, name: str = "1", day: str = "2020-06-01") -> releasing.Made:
    """Release the publication under the edition that it names."""
    return releasing.make(site.root, name, date.fromisoformat(day), NOTES)


def first(site: Site) -> None:
    """Give it a ledger, release it as 1, and prepare release 2."""
    ledgers(site)
    release(site)
    second(site)


def second(site: Site, edition: str = "2", issued: str = "2020-07-01") -> None:
    """Name the next edition in publication.yaml."""
    text = (site.root / "publication.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("edition:", "issued:"))]
    site.write("publication.yaml", "\n".join([*lines, f'edition: "{edition}"', f"issued: {issued}", ""]))


def correct(site: Site, row: str) -> None:
    """Add a row to the ledger of corrections; `row` begins it, the words are made up."""
    text = (site.root / CORRECTIONS).read_text(encoding="utf-8")
    site.write(CORRECTIONS, f"{text}{row},{WORDS}\n")
