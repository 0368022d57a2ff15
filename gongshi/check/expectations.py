"""Turn what a JSON Schema demands of a value into words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from gongshi.read.schemas import Misfit
from gongshi.read.values import Text

TYPES: Final = MappingProxyType(
    {
        "string": Text("一段文字", "text"),
        "array": Text("一个列表", "a list"),
        "object": Text("几行 名称: 内容", "lines of name: content"),
    }
)
DAY: Final = Text("年-月-日，如 2016-02-17", "year-month-day, as in 2016-02-17")
PATTERNS: Final = MappingProxyType(
    {
        "^[a-z0-9]+(-[a-z0-9]+)*$": Text(
            "小写字母和数字，中间可用 - 连接", "lower-case letters and digits, joined by -"
        ),
        "^[a-z0-9]+(-[a-z0-9]+)*(\\+[a-z0-9]+(-[a-z0-9]+)*)*$": Text("编号，几个之间用 + 连接", "ids, joined by +"),
        "^[0-9]{6}$": Text("六位数字", "six digits"),
        "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$": Text("年-月-日，或只写年份", "year-month-day, or the year alone"),
        "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": Text("年、年-月或年-月-日", "year, year-month or year-month-day"),
        "^[0-9a-f]{64}$": Text("64 位的 SHA-256（0—9 和 a—f）", "a SHA-256 of 64 digits 0 to 9 and a to f"),
        "^(「[^」]+」)*$": Text("一个接一个的「」，中间不加别的", "passages in 「」, one after the other"),
        "^[a-z0-9-]+/[a-z0-9-]+$": Text("数据集/图", "DATASET/VIEW"),
        "^[a-z0-9_-]+\\.csv$": Text(
            "小写字母和数字写的文件名，以 .csv 结尾", "a file name in lower case that ends in .csv"
        ),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": DAY,
        "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": Text("月-日，如 12-31", "month-day, as in 12-31"),
        "^([A-Za-z0-9]|\\{[a-z-]+\\})([A-Za-z0-9_-]|\\.[A-Za-z0-9]|\\.?\\{[a-z-]+\\})*"
        "(/([A-Za-z0-9]|\\{[a-z-]+\\})([A-Za-z0-9_-]|\\.[A-Za-z0-9]|\\.?\\{[a-z-]+\\})*)*$": Text(
            "网站里的地址，如 areas/{area}/index.html", "an address within the site, as areas/{area}/index.html"
        ),
        "^[^@ ]+@[^@ ]+$": Text("一个电子邮箱", "an e-mail address"),
        "^https?://": Text("以 http:// 或 https:// 开头的网址", "an address that begins with http:// or https://"),
        "^https?://.*/$": Text("以 http 开头、以 / 结尾的网址", "an address that begins with http and ends in /"),
    }
)
RELATION: Final = Text(
    "三种写法之一：conflict；sum 和 equals；product 和 equals",
    "one of three: conflict; sum with equals; product with equals",
)


def expected(error: Misfit) -> Text:
    """What would be right in the place of the value that was refused."""
    wanted: Any = error.validator_value
    match error.validator:
        case "type":
            return TYPES.get(wanted, Text(str(wanted), str(wanted)))
        case "enum":
            return _choices(wanted)
        case "pattern":
            return pattern(wanted)
        case "minLength":
            return Text(f"至少 {wanted} 个字", f"at least {wanted} characters")
        case "minItems":
            return Text(f"至少 {wanted} 项", f"at least {wanted} items")
        case "uniqueItems":
            return Text("每项只写一次", "each item once")
        case "contains":
            return _contained(wanted)
        case "oneOf":
            return RELATION
    return Text(f"{error.validator} {wanted}", f"{error.validator} {wanted}")


def pattern(wanted: str) -> Text:
    """A regular expression of the schemas in words; one that has none stands for itself."""
    return PATTERNS.get(wanted, Text(wanted, wanted))


def _choices(words: list[str]) -> Text:
    return Text(" 或 ".join(map(str, words)), " or ".join(map(str, words)))


def _contained(wanted: Mapping[str, Any]) -> Text:
    word = wanted.get("const", "")
    return Text(f"其中要有 {word}", f"{word} among them")
