"""What is told of every problem is complete in both languages, and plain to the people who must mend it."""

import string
import tomllib
from pathlib import Path

import pytest

from gongshi.errors import codes
from tests.check.faults import FAULTS
from tests.publication import HERE, Site

KEYS = ["mend_en", "mend_zh", "severity", "what_en", "what_zh"]
ENTRIES = tomllib.loads((HERE / "gongshi/problems.toml").read_text(encoding="utf-8"))
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(HERE / "tests").rglob("*.py")))
COMMON = {
    "the value '12,000'": "“12,000”不是数。只写数字和小数点：12000。",
    "the value '1.2万'": "“1.2万”不是数。只写数字和小数点：12000。",
    "the value '-'": "“-”不是数。只写数字和小数点。",
    "the value '１２０００'": "“１２０００”里有全角或形似的字符：１２０。改成半角：12000。",
    "the value '\\u300012000'": "“␣12000”的首尾或中间有不该有的空格。删掉空格：12000。",
    "the date '2017年12月31日'": "“2017年12月31日”不是日期。写成 2016-02-17 这样的年-月-日：2017-12-31。Excel 若又改写它，先把这一格的格式设为“文本”。",
    "the date '43100'": "“43100”不是日期。写成 2016-02-17 这样的年-月-日：2017-12-31。Excel 若又改写它，先把这一格的格式设为“文本”。",
    "the value ''": "这一格不能空着。填上数值。",
    "a word that is not on the list": "“real”不是这一列可以填的词。改成下面的一个词。可以填：actual（实际）、expected（预计）、target（目标）、standard（标准）。",
    "a code that became a float": "“999999.0”不是合格的地区代码。应当是六位数字：999999。",
    "an id with capital letters": "“Trees-2018”不是合格的编号。应当是小写字母和数字，中间可用 - 连接：trees-2018。",
    "an id twice in one table": "“trees-2017”在 A2 已经用过了。两行是同一件事，删掉一行；不是，给这一行换一个没有用过的编号。",
    "an unknown area": "datasets/areas/areas.csv 里没有“999998”。先到那张表里登记，或改成那里已有的：999999。",
    "a table is saved as GBK": "文件不是 UTF-8 编码（GBK）。表格在 Excel 里“另存为”，类型选“CSV UTF-8（逗号分隔）”；文章用记事本“另存为”，编码选 UTF-8。",
    "columns are separated by semicolons": "列之间用的是“;”，不是英文逗号。另存为“CSV UTF-8（逗号分隔）”。",
    "a column's name is misspelt": "多了一列“valeu”。删掉，或改成正确的列名：value。",
    "a row is short": "这一行少了 3 格。补齐；每行应有 15 格，没有内容的格也要留着逗号。",
    "a row is long": "这一行多了 1 格，从“种草”起。多半是文字里用了英文逗号：改成中文逗号，或给整格加英文双引号。",
    "a quotation mark is not closed": "从这一行起，英文双引号没有成对。补上或删掉单个的英文双引号；文字里的引号请用“”。",
    "a line is empty": "这一行是空的。删掉空行。",
    "the value is ten thousand times too small": "原文“1.2万个”是 12000，数值写的是 1.2，差 10000 倍。若原文没抄错，数值改成 12000。",
    "the words count in another unit": "原文“1.2万人”的单位是人，指标的单位是个。换成单位相同的指标，或改正指标表里的单位。",
    "the words are missing": "没有写原文。本版由文件整理：照抄文件里的数，连同口气词和单位。",
    "the place in the document is missing": "没有写出处。写条号，如 (六)；没有条号就把段落开头几个特别的字放在「」里。",
    "a period ends before it starts": "截止日 2017-12-31 早于起始日 2018-01-01。对调或改正。",
    "two scopes of one dimension": "“schools+teachers”里有两个范围是同一种类（group）。每个种类只写一个；一个说不清的，登记一个新的范围。",
    "a tab in YAML": "这里的 YAML 写法不对。行首缩进用空格，不用 Tab；英文冒号后面空一格；文字里有英文冒号时，给整段加英文引号。",
    "a description without a title": "缺少“title”。加上一行“title: 内容”，用英文冒号，后面空一格。",
    "a description that is too short": "“description”的内容“种树”不合要求。应当是：至少 20 个字。",
}


@pytest.mark.parametrize("name", COMMON)
def test_a_common_mistake_is_told_in_plain_chinese(site: Site, name: str) -> None:
    fault = next(fault for fault in FAULTS if fault.name == name)
    fault.change(site)
    assert [problem.message("zh") + problem.mend("zh") for problem in site.problems()] == [COMMON[name]]


@pytest.mark.parametrize("code", codes())
def test_a_code_has_all_its_sentences(code: str) -> None:
    entry = ENTRIES[code]
    assert sorted(entry) == KEYS
    assert entry["severity"] in ("error", "warning")
    assert [key for key in KEYS if not entry[key].strip() or not string.Template(entry[key]).is_valid()] == []


@pytest.mark.parametrize("code", codes())
def test_chinese_sentences_end_in_chinese_punctuation(code: str) -> None:
    sentences = [ENTRIES[code]["what_zh"], ENTRIES[code]["mend_zh"]]
    assert [text for text in sentences if not text.endswith(("。", "$value", "$rule", "$reason"))] == []


def test_every_code_is_produced_by_some_test() -> None:
    assert [code for code in codes() if f'"{code}"' not in TESTS] == []
