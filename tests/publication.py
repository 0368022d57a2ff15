"""Write a small, plainly fictional publication, so that each test states only how it differs from it."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gongshi.errors import Problem
from gongshi.read.catalog import Reading, read
from gongshi.record import ledger

HERE: Final = Path(__file__).resolve().parents[1]
LICENCE: Final = "{name: CC-BY-4.0, title: 署名 4.0, title_en: Attribution 4.0, path: 'https://creativecommons.org/licenses/by/4.0/'}"

PUBLICATION: Final = f"""title: 示例县公示
title_en: Example County figures
tagline: 虚构的数字
tagline_en: Fictional figures
claim: 这里的数字都是虚构的
claim_en: Every figure here is fictional
lead: 只用于测试。
lead_en: For tests only.
notice: 本站是测试用的虚构出版物。
notice_en: A fictional publication for tests.
kind: compiled
publisher: 示例编辑组
publisher_en: Example editors
contact: 写信到示例信箱。
contact_en: Write to the example mailbox.
licence: {LICENCE}
languages: [zh, en]
edition: "1"
issued: 2020-06-01
headlines:
  - figure: trees-2018
    sentence: 2018年示例县种树{{figure:trees-2018}}。
    sentence_en: In 2018 Example County planted {{figure:trees-2018}}.
"""

REGISTER: Final = """name: {name}
title: {name} 登记表
title_en: Register of {name}
description: 虚构的登记表，只用于测试，里面的一切都不存在于现实之中；地名、单位、来源和数目都是编的，请不要引用。
description_en: A fictional register, for tests only; nothing in it exists.
kind: register
keywords: [示例]
keywords_en: [example]
licenses: [{licence}]
sources: [plan-2018]
resources:
  - {{name: {name}, path: {name}.csv, schema: {name}, title: {name} 表, title_en: Table of {name}}}
"""

TREES_SAID: Final = (
    "虚构的种树数字，只用于测试，里面的一切都不存在于现实之中；地名、单位、来源和数目都是编的，请不要引用。"
)
TOPIC: Final = f"""name: trees
title: 种树
title_en: Trees
description: {TREES_SAID}
description_en: Fictional figures on trees, for tests only; nothing in them exists.
kind: topic
keywords: [种树]
keywords_en: [trees]
licenses: [{LICENCE}]
sources: [plan-2018]
resources:
  - {{name: figures, path: figures.csv, schema: figures, title: 种树的数字, title_en: Figures on trees}}
relations:
  - id: trees-sum
    title: 两年合计
    title_en: Two years together
    left: [trees-2017, trees-2018]
    is: equal
    right: [trees-planned]
    explanation: 文件没有说明。
    explanation_en: The document does not say.
views:
  - id: by-year
    kind: columns
    figures: [trees-2017, trees-2018]
    label: period
    title: "最多的一年种了{{max}}"
    title_en: "The busiest year saw {{max}}"
absent: []
"""

TABLES: Final = {
    "areas": """code,name,name_en,level,parent,valid_from,valid_to
100000,全国,China,country,,,
999999,示例县,Example County,county,100000,2000-01-01,
""",
    "scopes": """id,dimension,name,name_en,area
example-village,place,示例村,Example Village,999999
schools,group,学校,Schools,
""",
    "sources": f"""id,title,title_en,short,short_en,issuer,issuer_en,number,published,published_note,published_note_en,carrier,carrier_en,address,passages,sha256
plan-2018,示例文件,Example document,示例文件,Example document,示例县,Example County,,2019-03-01,,,示例网,Example site,,「种树的钱」,{"0" * 64}
""",
    "indicators": """id,name,name_en,unit,per,measure,base,base_en,definition,definition_en,dataset
trees-planted,种树棵数,Trees planted,个,,flow,,,种下的树的数量。,Number of trees planted.,trees
tree-money,种树资金,Money for trees,元,,flow,,,用于种树的钱。,Money spent on trees.,trees
""",
    "commitments": """id,area,scope,title,title_en,due,strength,target,answer,stated,source,locator,note
trees-by-2018,999999,,到2018年种树3万个,Plant trees by 2018,2018,plan,trees-planned,trees-2018,到2018年,plan-2018,(一),
""",
}

FIGURES: Final = """id,indicator,area,scope,period_start,period_end,dating,kind,value,bound,stated,status,source,locator,note
trees-2017,trees-planted,999999,,2017-01-01,2017-12-31,stated,actual,12000,exact,1.2万个,final,plan-2018,(一),
trees-2018,trees-planted,999999,,2018-01-01,2018-12-31,stated,actual,18000,over,1.8万余个,final,plan-2018,(一),
trees-planned,trees-planted,999999,,,2018-12-31,stated,target,30000,exact,3万个,final,plan-2018,(一),
tree-money-2018,tree-money,999999,schools,2018-01-01,2018-12-31,inferred,actual,86840000,at_least,8684万元以上,final,plan-2018,「种树的钱」,
"""

ARTICLE: Final = {
    "zh": "Title: 种树\nDate: 2020-06-01\nSlug: trees\nSummary: 示例县种树。\n\n2018年种树{figure:trees-2018}。\n\n{chart:trees/by-year}\n",
    "en": "Title: Trees\nDate: 2020-06-01\nSlug: trees\nSummary: Trees in Example County.\n\nIn 2018: {figure:trees-2018}.\n\n{chart:trees/by-year}\n",
}
PAGE: Final = {
    "method": {
        "zh": "Title: 编制方法\nSlug: method\nSummary: 怎样编制。\n\n虚构。\n",
        "en": "Title: Method\nSlug: method\nSummary: How it is made.\n\nFictional.\n",
    },
    "about": {
        "zh": "Title: 关于\nSlug: about\nSummary: 这是什么。\n\n虚构。\n",
        "en": "Title: About\nSlug: about\nSummary: What this is.\n\nFictional.\n",
    },
}


# Notices of the county, which only its own, official publication has.
ANNOUNCED: Final = {
    "zh": """Title: 示例县2020年种树资金分配结果公告
Summary: 示例县2020年的种树资金已经分配。
Kind: announcement
Index: 00999999X/2020-00001
Publisher: 示例县种树办公室
Publisher_en: Trees Office of Example County
Level: county
Area: 999999
Signed: 2020-05-06
Published: 2020-05-08
Phone: 000-0000000
Hotline: 12317
Reviewer: 种树办公室主任
Reviewer_en: Head of the Trees Office
Figures: tree-money-2018
Datasets: trees

种树资金共{figure:tree-money-2018}。
""",
    "en": """Title: Example County: money for trees in 2020
Summary: The money for trees in 2020 has been allocated.

{figure:tree-money-2018} in all.
""",
}
CONSULTED: Final = {
    "zh": """Title: 示例县种树计划公示
Summary: 示例县的种树计划，现在征求意见。
Kind: consultation
Index: 00999999X/2020-00002
Publisher: 示例县种树办公室
Publisher_en: Trees Office of Example County
Level: county
Area: 999999
Signed: 2020-05-25
Published: 2020-05-26
Opens: 2020-05-27
Closes: 2020-06-05
Unit: natural
Counting: inclusive
Phone: 000-0000000
Address: 示例县示例路
Address_en: Example Road, Example County
Mail: trees@example.org
Hotline: 12317
Reviewer: 种树办公室主任
Reviewer_en: Head of the Trees Office
Figures: trees-planned+trees-2018

计划种树{figure:trees-planned}。
""",
    "en": """Title: Example County: plan for trees
Summary: The plan for trees in Example County, open for objection.

{figure:trees-planned} are planned.
""",
}


@dataclass(frozen=True)
class Site:
    """A publication in a folder of its own, to be changed and then read or checked."""

    root: Path

    def write(self, file: str, text: str | bytes) -> None:
        """Write a file of the publication, whole."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the one place where `old` stands in a file."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def read(self) -> Reading:
        """The publication as the read room sees it."""
        return read(self.root)

    def problems(self) -> tuple[Problem, ...]:
        """Every problem that a check finds."""
        return ledger.problems(self.read())

    def faults(self) -> list[tuple[str, str, int | None, str | None]]:
        """Every problem as code, file, row, cell."""
        return [(p.code, p.place.file, p.place.row, p.place.cell) for p in self.problems()]


def publication(root: Path) -> Site:
    """The smallest publication that has no problem and uses every room."""
    site = Site(root)
    shutil.copytree(HERE / "schemas", root / "schemas")
    site.write("publication.yaml", PUBLICATION)
    for name, table in TABLES.items():
        site.write(f"datasets/{name}/datapackage.yaml", REGISTER.format(name=name, licence=LICENCE))
        site.write(f"datasets/{name}/{name}.csv", table)
    site.write("datasets/trees/datapackage.yaml", TOPIC)
    site.write("datasets/trees/figures.csv", FIGURES)
    for language, text in ARTICLE.items():
        site.write(f"content/{language}/articles/trees.md", text)
        for name, texts in PAGE.items():
            site.write(f"content/{language}/pages/{name}.md", texts[language])
    return site


def official(site: Site) -> Site:
    """The same publication as the county's own, with an announcement and a consultation."""
    site.replace("publication.yaml", "kind: compiled", "kind: official")
    for slug, texts in (("tree-money", ANNOUNCED), ("tree-plan", CONSULTED)):
        for language, text in texts.items():
            site.write(f"content/{language}/notices/{slug}.md", text)
    return site
