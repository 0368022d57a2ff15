"""Write how something is cited: after GB/T 7714—2015, after APA (7th edition), and as an entry of BibTeX.

All three name the edition, so that a figure can be found again as it was cited, however it was corrected since.
"""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from gongshi.read.collection import Publication
from gongshi.render.words import MONTHS, Words

# GB/T 7714—2015, table B.1 and B.2: a dataset, online.
MARK: Final = "[DS/OL]"
# What a reader writes instead: the standard asks for the day on which an online work was seen.
ACCESSED: Final = MappingProxyType({"zh": "引用日期", "en": "date accessed"})
SORT: Final = MappingProxyType({"zh": "数据集", "en": "Data set"})
# What BibTeX or the TeX behind it would take for an order.
ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)


@dataclass(frozen=True, slots=True)
class Edition:
    """The state of a publication that is cited: as readers call it (第3期, edition 3), its bare name, its day."""

    words: str
    number: str
    issued: date


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited, in the words of one language.

    `kind` and `id` name it as its URN does. `title` says what it is with its value, `within` the publication it
    belongs to, `edition` the state of that as readers call it (第3期, edition 3), `issued` the day of the edition.
    `number` is the edition's bare name. `address` is its permanent address, or its URN where it has none.
    """

    kind: str
    id: str
    title: str
    within: str
    author: str
    edition: str
    number: str
    issued: date
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The same work cited in three forms, each ready to copy.

    `accessed` is what stands in the first one where a reader writes the day on which the work was seen.
    """

    accessed: str
    gbt7714: str
    apa: str
    bibtex: str


def work(
    publication: Publication, words: Words, key: tuple[str, str], title: str, address: str, edition: Edition
) -> Work:
    """Something of a publication, in the words of a language; `key` are its kind and its id."""
    language = words.language
    return Work(
        kind=key[0],
        id=key[1],
        title=title,
        within=words.t("cite-within", site=publication.title[language], tagline=publication.tagline[language]),
        author=publication.publisher[language],
        edition=edition.words,
        number=edition.number,
        issued=edition.issued,
        address=address,
        language=language,
    )


def edition(publication: Publication, words: Words, released: bool) -> Edition:
    """The present edition of a publication; one that is not released yet says so."""
    key = "page-edition" if released else "page-edition-preview"
    return Edition(words.t(key, edition=publication.edition), publication.edition, publication.issued)


def past(words: Words, name: str, issued: date) -> Edition:
    """The edition that a release was, whichever is the present one."""
    return Edition(words.t("page-edition", edition=name), name, issued)


def citation(work: Work) -> Citation:
    """A work in every form."""
    return Citation(_accessed(work), gbt7714(work), apa(work), bibtex(work))


def gbt7714(work: Work) -> str:
    """The work after GB/T 7714—2015, 8.5 (electronic resources); the day of access is left to the reader."""
    head = f"{work.author}. {work.title}{MARK}. {work.within}, {work.edition}"
    return f"{head} ({work.issued.isoformat()}){_accessed(work)}. {work.address}."


def _accessed(work: Work) -> str:
    return f"[{ACCESSED[work.language]}]"


def apa(work: Work) -> str:
    """The work after APA 7, 10.9 (data sets); a corporate author who also publishes is named once."""
    stop = "" if work.author.endswith(".") else "."
    if work.language == "zh":
        what = f"{work.title}（{work.edition}）[{SORT['zh']}]"
        return f"{work.author}{stop} ({work.issued.year}). {what}. {work.within}. {work.address}"
    day = f"{work.issued.year}, {MONTHS[work.issued.month]} {work.issued.day}"
    what = f"{work.title} ({work.edition}) [{SORT['en']}]"
    return f"{work.author}{stop} ({day}). {what}. {work.within}. {work.address}"


def bibtex(work: Work) -> str:
    """The work as an entry that BibTeX and biber read, UTF-8, with a key of plain letters."""
    where = ("url", work.address) if work.address.startswith("https:") else ("note", work.address)
    fields = (
        ("author", f"{{{_plain(work.author)}}}"),
        ("title", f"{{{_plain(work.title)}}}"),
        ("howpublished", _plain(work.within)),
        ("version", _plain(work.number)),
        ("year", str(work.issued.year)),
        ("month", str(work.issued.month)),
        ("day", str(work.issued.day)),
        (where[0], _plain(where[1]) if where[0] == "note" else where[1]),
        ("langid", "chinese" if work.language == "zh" else "english"),
    )
    lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields)
    return f"@misc{{gongshi-{work.kind}-{work.id.replace('/', '-')}-{work.number},\n{lines}\n}}"


def _plain(text: str) -> str:
    return text.translate(ESCAPES)
