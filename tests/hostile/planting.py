"""Plant a marked text into every place of a publication that takes one: found in the data, not listed here."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from gongshi.errors import errors_among
from gongshi.read.documents import Document, yaml_of
from gongshi.read.heads import head_of
from tests.objecting import ANSWER, register
from tests.obliged import DECIDED, FOLDER, MONEY_OF_TREES, PLAN, obliged
from tests.publication import FIGURES, TABLES, Site, publication

Key = tuple[str | int, ...]
Payload = Callable[[str, str], str]  # what stood there, and a word that marks the place: what shall stand there
DESCRIBED: Final = ("title", "title_en", "description", "description_en")
TREES: Final = "datasets/trees/datapackage.yaml"
MORE: Final = """  - id: in-groups
    kind: multiples
    groups:
      - {name: 甲, name_en: First, figures: [trees-2017, trees-2018]}
      - {name: 乙, name_en: Second, figures: [tree-money-2018]}
    label: period
    title: "{trees-2018}"
    title_en: "{trees-2018}"
    measure: 种的树
    measure_en: Trees
    reading: 怎样读图。
    reading_en: How to read it.
  - id: selected
    kind: bars
    select: {kind: actual, indicator: trees-planted}
    label: period
    title: "{max}"
    title_en: "{max}"
absent:
  - {name: 没有的数, name_en: What is lacking}
"""


UNIT: Final = "个<b>"
# In so many rows of every table something is planted.
ROWS: Final = 2
# Prose that may be empty.
NOTES: Final = (
    *("published_note", "published_note_en", "number", "base", "base_en", "note", "note_en"),
    *("basis_note", "basis_note_en"),
)
# Words that the words of documents are read by: changed here, they only make those unreadable.
READ_BY: Final = ("word", "unit")


@dataclass(frozen=True)
class Spot:
    """A text of a publication: its file, and the way to it, which for a table is row and column."""

    file: str
    key: Key

    @property
    def kind(self) -> str:
        """The way without positions: what a schema would call it."""
        return ".".join(str(part) for part in self.key if isinstance(part, str))


def full(root: Path) -> Site:
    """The small publication with every optional text filled in."""
    site = publication(root)
    site.replace(TREES, "absent: []\n", MORE)
    site.replace(TREES, '"最多的一年种了{max}"', '"{max}"')
    site.replace(TREES, '"The busiest year saw {max}"', '"{max}"')
    text = (root / "publication.yaml").read_text(encoding="utf-8")
    more = "email: box@example.org\naddress: https://example.org/a/\ncharts: [trees/by-year]\ntopics: [trees]\n"
    # Under a licence of its own, since the datasets' is named only where it differs.
    site.write(
        "publication.yaml", text.replace("署名 4.0", "署名 4").replace("Attribution 4.0", "Attribution 4") + more
    )
    for name in TABLES:
        site.write(f"datasets/{name}/{name}.csv", _filled(TABLES[name]))
    site.write("datasets/trees/figures.csv", _filled(FIGURES))
    # Passages of their own, which stay apart whatever is planted in them.
    site.replace("datasets/trees/figures.csv", "1.8万余个,final,plan-2018,(一)", "1.8万余个,final,plan-2018,(二)")
    site.replace("datasets/trees/figures.csv", "3万个,final,plan-2018,(一)", "3万个,final,plan-2018,(三)")
    site.replace("datasets/commitments/commitments.csv", "(一)", "(四)")
    # A unit is one only where the register of units and the indicator agree on it.
    site.replace("schemas/units.csv", "\n个,个,", f"\n个,{UNIT},")
    site.replace("datasets/indicators/indicators.csv", ",个,", f",{UNIT},")
    _with_notices(site)
    _with_objections(site)
    return site


def _with_notices(site: Site) -> None:
    """Notices with every line that a head can have; only a publication of its own conduct has them of both kinds.

    It has duties too: two that are withheld, whose texts are all shown, and one that a notice publishes.
    """
    withheld = PLAN | DECIDED
    obliged(site, [withheld, withheld | {"id": "plan-2018"}, MONEY_OF_TREES | {"notice": "tree-money"}])
    items = f"{FOLDER}/obligations.csv"
    text = _filled((site.root / items).read_text(encoding="utf-8"))
    # Headings of their own, which stay apart whatever is planted in them.
    site.write(items, text.replace("政策文件,", "甲,", 1).replace("政策文件,", "乙,", 1))
    lines = "Address: 示例路\nAddress_en: Example Road\nMail: trees@example.org\n"
    site.replace("content/zh/notices/tree-money.md", "Hotline:", f"{lines}Hotline:")


def _with_objections(site: Site) -> None:
    """Objections that were answered, so that every text may stand; and every way to raise one."""
    register(site, ANSWER, {**ANSWER, "id": "plan-unclear", "about_kind": "notice", "about": "tree-plan"})
    text = (site.root / "publication.yaml").read_text(encoding="utf-8")
    ways = "issues: https://example.org/new?about={about}\npost: 示例县示例路\npost_en: Example Road\n"
    site.write("publication.yaml", text + ways)


def _filled(table: str) -> str:
    """Prose cells that are empty get a word, so that something can be planted beside it."""
    rows = list(csv.DictReader(io.StringIO(table)))
    for row in rows:
        for name in NOTES:
            if name in row and not row[name]:
                row[name] = "词"
    return _written(list(rows[0]), [list(row.values()) for row in rows])


def _written(header: list[str], rows: list[list[str]]) -> str:
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\n").writerows([header, *rows])
    return page.getvalue()


def spots(site: Site) -> tuple[Spot, ...]:
    """Every text of every file, in order."""
    files = sorted(path.relative_to(site.root).as_posix() for path in site.root.rglob("*") if path.is_file())
    return tuple(Spot(file, key) for file in files for key in _keys(site, file))


def _keys(site: Site, file: str) -> Iterator[Key]:
    path = site.root / file
    if file.endswith(".yaml"):
        yield from _leaves(yaml.load(path.read_bytes(), Loader=yaml.BaseLoader))
    elif file.endswith(".csv"):
        table = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
        numbers = range(2, min(len(table), ROWS + 1) + 1)
        yield from ((number, name) for number in numbers for name in table[0] if _plantable(file, name))
    elif file.endswith(".json") and not file.endswith(".schema.json"):
        yield from (key for key in _leaves(json.loads(path.read_bytes())) if key[-1] in DESCRIBED)
    elif file.endswith(".md"):
        names = tuple(name for _, name, _ in head_of(path.read_text(encoding="utf-8")))
        yield from ((name,) for name in (names if "/notices/" in file else ("Title", "Summary")))
        yield ("body",)


def _plantable(file: str, name: str) -> bool:
    """Every column but the keys of the register of units."""
    return not (file.endswith("units.csv") and name in READ_BY)


def _leaves(data: Any, key: Key = ()) -> Iterator[Key]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _leaves(value, (*key, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*key, index))
    elif isinstance(data, str):
        yield key


def plant(site: Site, chosen: tuple[Spot, ...], payload: Payload) -> Mapping[Spot, str]:
    """Write the payload into every chosen spot; the words that mark them."""
    words = {spot: word(number) for number, spot in enumerate(chosen)}
    for file in dict.fromkeys(spot.file for spot in chosen):
        own = {spot.key: words[spot] for spot in chosen if spot.file == file}
        site.write(file, _planted(file, (site.root / file).read_text(encoding="utf-8"), own, payload))
    return words


def word(number: int) -> str:
    """A word of letters that is no other number's, and stands in no other word."""
    letters = ""
    for _ in range(3):
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[rest]
    return f"qy{letters}"


def _planted(file: str, text: str, own: Mapping[Key, str], payload: Payload) -> str:
    if file.endswith(".csv"):
        header, *rows = list(csv.reader(io.StringIO(text)))
        for (number, name), marked in own.items():
            assert isinstance(number, int)
            at = header.index(str(name))
            rows[number - 2][at] = payload(rows[number - 2][at], marked)
        return _written(header, rows)
    if file.endswith(".md"):
        head, _, body = text.partition("\n\n")
        for (name, *_), marked in own.items():
            if name == "body":
                body = payload("", marked) + "\n\n" + body
            else:
                old = next(line for line in head.split("\n") if line.startswith(f"{name}:"))
                head = head.replace(old, f"{name}: " + payload(old.partition(": ")[2], marked))
        return f"{head}\n\n{body}"
    data = yaml.load(text, Loader=yaml.BaseLoader) if file.endswith(".yaml") else json.loads(text)
    for key, marked in own.items():
        holder = data
        for part in key[:-1]:
            holder = holder[part]
        holder[key[-1]] = payload(holder[key[-1]], marked)
    if file.endswith(".json"):
        return json.dumps(data, ensure_ascii=False, indent=1)
    return str(yaml.safe_dump(data, allow_unicode=True, default_style='"', width=10**6, sort_keys=False))


def accepted(root: Path, payload: Payload) -> tuple[Site, tuple[Spot, ...], tuple[Spot, ...]]:
    """A publication with the payload wherever the check lets it stand, those spots, and the spots it refused."""
    number, everywhere = 0, spots(full(root / "0"))
    chosen, refused = everywhere, list[Spot]()
    while True:
        number += 1
        site = full(root / str(number))
        named = _named(site, plant(site, chosen, payload))
        if not named:
            assert errors_among(site.problems()) == (), "a problem that does not say which text it is about"
            return site, chosen, tuple(refused)
        refused += named
        chosen = tuple(spot for spot in chosen if spot not in named)


def _named(site: Site, words: Mapping[Spot, str]) -> tuple[Spot, ...]:
    """The spots that errors point at, by the marked words they tell or by their place."""
    by_place: dict[tuple[str, int | None, str | None], Spot] = {}
    described = {file: yaml_of(site.root / file, file)[0] for file in {s.file for s in words} if file.endswith(".yaml")}
    for spot in words:
        by_place.setdefault(_place(spot, described), spot)
    found = []
    for problem in errors_among(site.problems()):
        told = [spot for spot, marked in words.items() if marked in (problem.value or "")]
        place = (problem.place.file, problem.place.row, problem.place.column)
        at = by_place.get(place) or by_place.get((*place[:2], None))
        # A choice of figures that finds none is told with its chart.
        choice = [spot for spot in words if problem.code == "view-empty" and "select" in spot.key]
        found += told or ([at] if at else choice)
    if found:
        return tuple(dict.fromkeys(found))
    # What is left is wrong with lines of prose, whose texts stand at no line: each round the first of a file gives way.
    lines = [by_place.get((problem.place.file, None, None)) for problem in errors_among(site.problems())]
    return tuple(dict.fromkeys(spot for spot in lines if spot))


def _place(spot: Spot, described: Mapping[str, Document]) -> tuple[str, int | None, str | None]:
    if spot.file.endswith(".csv"):
        return (spot.file, int(spot.key[0]), str(spot.key[1]))
    if spot.file in described:
        return (spot.file, described[spot.file].place(*spot.key).row, None)
    return (spot.file, None, None)
