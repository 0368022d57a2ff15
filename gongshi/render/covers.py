"""Turn a table and its publication into the words that go with it: cover, notes, dictionary, properties."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gongshi.errors import LANGUAGES
from gongshi.read.collection import Publication
from gongshi.read.values import Source, Text
from gongshi.render import citations
from gongshi.render.feeds import urn
from gongshi.render.holdings import Holding

COVER_HEAD: Final = ("项目 Item", "中文", "English")
NOTES_HEAD: Final = ("说明", "Note")
DICTIONARY: Final = ("title", "title_en", "name", "type", "description", "description_en")
DICTIONARY_HEAD: Final = ("列名", "Column", "name", "type", "含义", "Meaning")
NOTES: Final = (
    Text(
        "“数据 Data”一页就是整张表：第一行是列名，以后每行一条；列的英文名和含义在“字段 Dictionary”一页。",
        "The sheet “数据 Data” is the whole table: heads in the first row, then one entry a row. English names and "
        "meanings of the columns stand on the sheet “字段 Dictionary”.",
    ),
    Text(
        "地区代码和编号是文字，不是数，开头的0不会丢。",
        "Area codes and ids are text, not numbers; leading zeros stay.",
    ),
    Text(
        "表格程序只保留一个数的前15位，更长的数存成文字，一位不少。",
        "Spreadsheets keep the first 15 digits of a number. Longer numbers are stored as text, with every digit.",
    ),
    Text(
        "写全了年月日的日期存成日期；1900年3月1日以前的，表格程序算不对，存成文字。",
        "Full dates are stored as dates; those before 1 March 1900, which spreadsheets get wrong, as text.",
    ),
    Text("空单元格表示没有写，或者用不上。", "An empty cell: not given, or not applicable."),
    Text(
        "以 = + - @ 开头的文字就是文字，不会当公式算。",
        "Text that begins with = + - @ is text and is never run as a formula.",
    ),
    Text(
        "内容和同名的 .csv 完全一样；要核对文件是否被改过，用网站的“核对文件”一页。",
        "The content is that of the .csv of the same name. The site's page “Check a file” tells whether a file was "
        "altered.",
    ),
)


def cover(holding: Holding, publication: Publication) -> tuple[tuple[str, str, str], ...]:
    """What stands on the cover: an item with its name in both languages, Chinese, English."""
    return tuple((f"{label.zh} {label.en}", value.zh, value.en) for label, value in _cover(holding, publication))


def _cover(holding: Holding, publication: Publication) -> Iterator[tuple[Text, Text]]:
    yield Text("表", "Table"), holding.title
    yield Text("内容", "Content"), holding.description
    yield Text("出版物", "Publication"), publication.title
    yield Text("发布者", "Publisher"), publication.publisher
    yield Text("期次", "Edition"), _same(publication.edition)
    yield Text("日期", "Date"), _same(publication.issued.isoformat())
    yield Text("行数", "Rows"), _same(str(len(holding.sheet.rows)))
    if holding.units:
        yield Text("单位", "Units"), _same("、".join(holding.units), ", ".join(holding.units))
    yield Text("许可", "Licence"), holding.licence.title
    yield Text("许可全文", "Licence text"), _same(holding.licence.path)
    for source in holding.sources:
        yield Text("来源", "Source"), _source(source)
    yield Text("联系", "Contact"), publication.contact
    if publication.email:
        yield Text("电子邮箱", "E-mail"), _same(publication.email)
    yield Text("怎样引用", "How to cite"), citation(holding, publication)
    yield Text("声明", "Please note"), publication.notice


def _same(zh: str, en: str = "") -> Text:
    return Text(zh, en or zh)


def _source(source: Source) -> Text:
    parts = Text(f"{source.issuer.zh}：{source.title.zh}", f"{source.issuer.en}: {source.title.en}")
    published = Text(f"，{source.published}", f", {source.published}") if source.published else Text("", "")
    return Text(parts.zh + published.zh, parts.en + published.en)


def citation(holding: Holding, publication: Publication) -> Text:
    """The line to cite a table by: after GB/T 7714 in Chinese, after APA in English."""
    works = [_work(holding, publication, language) for language in LANGUAGES]
    return Text(citations.gbt7714(works[0]), citations.apa(works[1]))


def _work(holding: Holding, publication: Publication, language: str) -> citations.Work:
    words = {"zh": ("：", f"第{publication.edition}期"), "en": (": ", f"Edition {publication.edition}")}
    colon, edition = words[language]
    return citations.Work(
        kind="table",
        id=holding.resource,
        title=holding.title[language],
        within=f"{publication.title[language]}{colon}{publication.tagline[language]}",
        author=publication.publisher[language],
        edition=edition,
        number=publication.edition,
        issued=publication.issued,
        address=address(holding, publication),
        language=language,
    )


def address(holding: Holding, publication: Publication) -> str:
    """Where the table stands on the web as CSV; a URN where the publication has no address."""
    host = publication.address.rstrip("/")
    return f"{host}/{holding.stem}.csv" if host else urn("table", holding.resource)


def notes(holding: Holding, publication: Publication) -> tuple[tuple[str, str], ...]:
    """How to read the workbook, and what the documents do not give, in Chinese and English."""
    gaps = [Text(f"文件里没有：{gap.zh}", f"Not in the documents: {gap.en}") for gap in holding.absent]
    return tuple((note.zh, note.en) for note in (*NOTES, *gaps))


def dictionary(holding: Holding) -> tuple[tuple[str, ...], ...]:
    """A row for each column: its titles, name, type and meaning."""
    return tuple(tuple(str(field.get(key, "")) for key in DICTIONARY) for field in holding.sheet.fields)


def heads(fields: tuple[Mapping[str, Any], ...]) -> tuple[str, ...]:
    """Chinese titles of columns; with the name beside it where another column has the same title."""
    titles = [str(field.get("title", field["name"])) for field in fields]
    folded = [title.casefold() for title in titles]
    return tuple(
        title if folded.count(title.casefold()) == 1 else f"{title} ({field['name']})"
        for title, field in zip(titles, fields, strict=True)
    )


def properties(holding: Holding, publication: Publication) -> dict[str, str]:
    """What a file says of itself to programs: every text in Chinese, and with `_en` in English."""
    texts = {
        "title": holding.title,
        "description": holding.description,
        "publisher": publication.publisher,
        "contact": publication.contact,
        "license": holding.licence.title,
        "citation": citation(holding, publication),
        "source": Text(*("\n".join(_source(s)[tongue] for s in holding.sources) for tongue in ("zh", "en"))),
        "notice": publication.notice,
    }
    named = {"name": holding.resource, "edition": publication.edition, "issued": publication.issued.isoformat()}
    named |= {"license_url": holding.licence.path, "identifier": address(holding, publication)}
    chinese, english = ({key: text.zh for key, text in texts.items()}, {f"{k}_en": t.en for k, t in texts.items()})
    return {key: value for key, value in {**named, **chinese, **english}.items() if value}
