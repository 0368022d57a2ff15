"""Turn notices into one table, as they are downloaded."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from gongshi.read.collection import Catalog
from gongshi.read.ledgers import Notice
from gongshi.read.values import Text
from gongshi.render.tables import Sheet, column, inert

TITLE: Final = Text("公告公示", "Notices")


def _both(name: str, title: str, title_en: str, description: str, description_en: str) -> tuple[Mapping[str, Any], ...]:
    """A column, and the one with the same in English."""
    return (
        column(name, title, title_en, description, description_en),
        column(f"{name}_en", f"{title}（英文）", f"{title_en} (English)", description, description_en),
    )


FIELDS: Final = (
    column("slug", "编号", "Id", "文件名，也是网址的一段。", "Name of the file, and part of the address."),
    column(
        "kind",
        "种类",
        "Kind",
        "announcement 公告，consultation 公示。",
        "announcement, or consultation (open for objection).",
    ),
    column("index", "索引号", "Index number", "发布单位编的号。", "Number in the publisher's register."),
    column("item", "公开事项", "Item", "公开事项目录里的编号。", "Id of what must be published."),
    column("elements", "要素", "Elements", "公开了哪些要素，几个之间用 + 连接。", "Elements it brings, joined by +."),
    *_both(
        "title", "标题", "Title", "{figure:编号} 是那条数字的值。", "{figure:ID} stands for the value of that figure."
    ),
    *_both("summary", "摘要", "Summary", "一句话说明。", "What it says, in a sentence."),
    *_both("publisher", "发布单位", "Publisher", "对内容负责的单位。", "Who answers for it."),
    column("level", "层级", "Level", "发布单位的层级。", "Level of the publisher."),
    column("area", "地区代码", "Area code", "GB/T 2260 代码。", "GB/T 2260 code."),
    column("area_name", "地区", "Area", "地区的中文名。", "Name of the area in Chinese."),
    column("signed", "落款日期", "Signed", "年-月-日。", "Year-month-day.", "date"),
    column("published", "发布日期", "Published", "年-月-日。", "Year-month-day.", "date"),
    column("opens", "公示开始", "Opens", "公告没有。", "Empty for an announcement.", "date"),
    column("closes", "公示截止", "Closes", "公告没有。", "Empty for an announcement.", "date"),
    column("unit", "天数单位", "Unit of days", "natural 自然日，working 工作日。", "natural or working days."),
    column(
        "counting",
        "算法",
        "Counting",
        "inclusive 开始那天算在内，exclusive 开始那天不算。",
        "inclusive where the first day counts, exclusive where it does not.",
    ),
    column("phone", "电话", "Phone", "单位的联系电话。", "Phone of the office."),
    *_both("address", "地址", "Address", "单位的通讯地址。", "Postal address of the office."),
    column("mail", "邮箱", "E-mail", "单位的电子邮箱。", "E-mail of the office."),
    column("hotline", "监督电话", "Hotline", "受理监督举报的电话。", "Where complaints are taken."),
    *_both("reviewer", "审查岗位", "Reviewed by", "公开前审查的岗位。", "The post that reviewed it."),
    column("figures", "所依据的数字", "Figures", "数字编号，几个之间用 + 连接。", "Ids of figures, joined by +."),
    column(
        "datasets", "所依据的数据集", "Datasets", "数据集名，几个之间用 + 连接。", "Names of datasets, joined by +."
    ),
)


def sheet(catalog: Catalog) -> Sheet:
    """All notices in order of their slug."""
    ordered = sorted(catalog.notices.values(), key=lambda notice: notice.slug)
    return Sheet(FIELDS, tuple(row(notice, catalog) for notice in ordered))


def row(notice: Notice, catalog: Catalog) -> tuple[str, ...]:
    """One notice as strings, in the order of FIELDS; none of them acts as a formula."""
    area = catalog.areas.get(notice.area)
    bilingual = {
        "title": notice.title,
        "summary": notice.summary,
        "publisher": notice.publisher,
        "address": notice.contact.address,
        "reviewer": notice.reviewer,
    }
    cells = {
        **{name: text.zh for name, text in bilingual.items()},
        **{f"{name}_en": text.en for name, text in bilingual.items()},
        **{name: getattr(notice, name) for name in ("slug", "kind", "index", "item", "level", "area", "hotline")},
        **{name: "+".join(getattr(notice, name)) for name in ("elements", "figures", "datasets")},
        **{name: _iso(getattr(notice, name)) for name in ("signed", "published", "opens", "closes")},
        "area_name": area.name.zh if area else "",
        "unit": notice.unit,
        "counting": notice.counting,
        "phone": notice.contact.phone,
        "mail": notice.contact.mail,
    }
    return tuple(inert(cells[field["name"]]) for field in FIELDS)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
