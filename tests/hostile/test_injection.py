"""Whatever text a contribution brings, it comes out as that text: in pages, pictures, tables and descriptions."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest

from gongshi.check.characters import FORMULA_STARTS
from gongshi.read.schemas import FORMS
from tests.hostile.conftest import Pair
from tests.hostile.planting import TREES, accepted, full, plant, spots, word
from tests.publication import Site
from tests.whole.conftest import build

MARKED: Final = re.compile("qy[bcdfghjklmnpqrstvwxz]{3}")
SCHEMES: Final = ("", "http", "https", "mailto")
PICTURED: Final = {"svg", "g", "path", "text", "rect", "line", "title", "defs", "clipPath", "tspan"}
# Keys, choices, dates and numbers take no markup. Every other text does, and must be inert.
REFUSED: Final = {
    "addresses.yaml": {
        *("patterns.name", "patterns.path", "patterns.since", "patterns.optional", "apart.name", "apart.path"),
        *("members.of", "members.since", "members.names"),
        *(
            f"placeholders.{name}.form"
            for name in (
                *("language", "tongue", "area", "dataset", "table", "ledger", "indicator", "source", "view", "article"),
                *("notice", "level", "page", "feed", "release", "frozen", "file"),
            )
        ),
    },
    "areas.csv": {"code", "level", "parent", "valid_from", "valid_to"},
    "commitments.csv": {"id", "area", "scope", "due", "strength", "target", "answer", "source"},
    "figures.csv": {
        *("id", "indicator", "area", "scope", "period_start", "period_end", "dating", "kind"),
        *("value", "bound", "status", "source"),
    },
    "indicators.csv": {"id", "unit", "per", "measure", "dataset"},
    "objections.csv": {
        *("id", "received", "channel", "about_kind", "about", "due", "status", "answered", "outcome", "correction"),
    },
    "scopes.csv": {"id", "dimension", "area"},
    "sources.csv": {"id", "published", "address", "passages", "sha256"},
    "publication.yaml": {
        *(
            "kind",
            "email",
            "address",
            "languages",
            "edition",
            "issued",
            "charts",
            "topics",
            "issues",
            "headlines.figure",
        ),
    },
    "rules.yaml": {
        *("id", "rules.id", "rules.kind", "rules.notices", "rules.items", "rules.fields", "rules.most", "rules.days"),
        *("rules.day", "rules.valid_from"),
        *("rules.unit", "rules.counting", "rules.binds", "rules.support"),
        *("orders.id", "orders.kind", "orders.ascending", "orders.apart", "orders.binds", "orders.support"),
    },
    "obligations.csv": {
        *("id", "number", "deadline", "channels", "levels", "audience", "manner", "support", "valid_from", "valid_to"),
    },
    "elements.csv": {"id", "obligation"},
    "duties.csv": {
        *("id", "obligation", "area", "level", "formed", "due", "notice", "dataset", "elements", "published"),
    },
    "working-days.csv": {"date", "works"},
    "tree-money.md": {
        *("Kind", "Index", "Level", "Area", "Signed", "Published", "Mail", "Item", "Elements", "Figures"),
        "Datasets",
    },
    "tree-plan.md": {
        *("Kind", "Index", "Level", "Area", "Signed", "Published", "Opens", "Closes", "Unit", "Counting", "Mail"),
        "Figures",
    },
    "datapackage.yaml": {
        *("name", "kind", "sources", "themes", "resources.name", "resources.path", "resources.schema"),
        *("relations.id", "relations.is", "relations.left", "relations.right", "views.id", "views.kind", "views.label"),
        *("views.figures", "views.groups.figures", "views.select.kind", "views.select.indicator"),
    },
}


class Skeleton(HTMLParser):
    """A page without its texts: elements with the names of their attributes, and the targets of its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.targets: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.targets += [value or "" for name, value in attrs if name in ("href", "src", "action", "content")]

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", (data,)))


def skeletons(folder: Path) -> Mapping[str, Skeleton]:
    pages = sorted(folder.rglob("*.html"))
    return {p.relative_to(folder).as_posix(): Skeleton(p.read_text(encoding="utf-8")) for p in pages}


def texts_of(schema: Mapping[str, Any], way: tuple[str, ...] = ()) -> Iterator[str]:
    """Every text that a form of descriptions allows, as the way to it without positions."""
    if schema.get("type") == "string":
        yield ".".join(way)
    for name, part in schema.get("properties", {}).items():
        yield from texts_of(part, (*way, name)) if isinstance(part, dict) else ()
    if isinstance(schema.get("items"), dict):
        yield from texts_of(schema["items"], way)


@pytest.mark.parametrize(
    ("form", "file"), [("publication", "publication.yaml"), ("descriptor", TREES)], ids=["publication", "descriptor"]
)
def test_every_text_of_the_forms_is_planted(tmp_path: Path, form: str, file: str) -> None:
    allowed = set(texts_of(json.loads((FORMS / f"{form}.schema.json").read_text(encoding="utf-8"))))
    met = {spot.kind for spot in spots(full(tmp_path / "full")) if spot.file == file}
    # A number, and an id like those of `figures`.
    assert allowed - met == ({"relations.tolerance", "views.whole"} if form == "descriptor" else set())


def test_every_column_of_every_table_is_planted(tmp_path: Path) -> None:
    site = full(tmp_path / "full")
    planted = {(spot.file.rpartition("/")[2].removesuffix(".csv"), spot.kind) for spot in spots(site)}
    schemas = site.read().schemas
    wanted = {(name, str(field["name"])) for name, schema in schemas.items() for field in schema["fields"]}
    # Corrections and moves must be true to a history, and are tried in test_ledgers.
    assert {table for table, _ in wanted - planted} == {"corrections", "moves"}


def test_texts_are_refused_only_where_they_are_keys_choices_dates_or_numbers(pair: Pair) -> None:
    found: dict[str, set[str]] = {}
    for spot in pair.refused:
        found.setdefault(spot.file.rpartition("/")[2], set()).add(spot.kind)
    assert found == REFUSED


@pytest.mark.whole
def test_markup_in_any_text_changes_no_element_and_no_attribute_of_any_page(pair: Pair) -> None:
    plain, hostile = skeletons(pair.plain), skeletons(pair.hostile)
    assert list(plain) == list(hostile)
    changed = {path: set(hostile[path].elements) ^ set(plain[path].elements) for path in plain}
    assert {path: found for path, found in changed.items() if found} == {}
    lengths = {path: (len(plain[path].elements), len(hostile[path].elements)) for path in plain}
    # Markdown makes a paragraph of what was planted in a text; nothing else is more.
    assert {path: (a, b) for path, (a, b) in lengths.items() if b - a > 1} == {}


@pytest.mark.whole
def test_what_was_planted_is_read_on_the_pages_as_it_was_written(pair: Pair) -> None:
    pages = "".join(path.read_text(encoding="utf-8") for name, path in pair.files.items() if name.endswith(".html"))
    shown = set(MARKED.findall(pages))
    words = {word(number): spot for number, spot in enumerate(pair.planted)}
    unseen = {(spot.file, spot.kind) for marked, spot in words.items() if marked not in shown}
    # This one stands in the descriptions of downloads only.
    assert {(file, kind) for file, kind in unseen if file.endswith((".md", "figures.csv", "publication.yaml"))} == {
        ("publication.yaml", "licence.name")
    }
    escaped = set(re.findall(r"&lt;x-(qy[a-z]{3}) on", pages))
    assert shown - escaped == set()


@pytest.mark.whole
def test_every_link_of_every_page_has_a_scheme_that_may_be_followed(pair: Pair) -> None:
    wrong = [
        (path, target)
        for path, page in skeletons(pair.hostile).items()
        for target in page.targets
        if urlsplit(target).scheme not in SCHEMES and not target.startswith(("default-src", "data:"))
    ]
    assert wrong == []


@pytest.mark.whole
def test_pictures_hold_shapes_and_words_and_nothing_else(pair: Pair) -> None:
    wrong = []
    for path, file in pair.files.items():
        if path.endswith(".svg"):
            for element in ET.fromstring(file.read_text(encoding="utf-8")).iter():
                names = [name for name in element.attrib if name.startswith("on") or "href" in name]
                if element.tag.rpartition("}")[2] not in PICTURED or names:
                    wrong.append((path, element.tag, names))
    assert wrong == []


@pytest.mark.whole
def test_json_and_tables_have_the_shape_they_have_without_it(pair: Pair) -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: shape(part) for name, part in value.items()}
        return [shape(part) for part in value] if isinstance(value, list) else type(value).__name__

    def read(path: Path) -> Any:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".json":
            return shape(json.loads(text))
        return [len(row) for row in csv.reader(io.StringIO(text, newline=""))]

    # How a title falls into lines follows from its length; what a chart's specification holds is tried elsewhere.
    different = [
        name
        for name, path in pair.files.items()
        if path.suffix in (".json", ".csv") and not name.endswith(".vl.json") and read(path) != read(pair.plain / name)
    ]
    assert different == []


@pytest.mark.parametrize("start", FORMULA_STARTS, ids=ascii)
def test_no_cell_of_a_table_may_be_a_formula(tmp_path: Path, start: str) -> None:
    site = full(tmp_path / "full")
    chosen = tuple(spot for spot in spots(site) if spot.file.startswith("datasets/") and spot.file.endswith(".csv"))
    plant(site, chosen, lambda old, marked: f"{start}{marked}()")
    wrong = [problem for problem in site.problems() if problem.severity == "error"]
    refused = {(p.place.file, p.place.row, p.place.column) for p in wrong}
    # A bare carriage return ends a row, so that every cell stands in another row: then the file is refused.
    files = {p.place.file for p in wrong if p.code in ("row-short", "row-blank")} if start == "\r" else set()
    assert [spot for spot in chosen if spot.file not in files and (spot.file, *spot.key) not in refused] == []


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200e", "\x1b", "\x00", "\u2028"], ids=ascii)
def test_no_text_may_hold_a_character_that_changes_what_others_say(tmp_path: Path, character: str) -> None:
    site = full(tmp_path / "full")
    for file in dict.fromkeys(spot.file for spot in spots(site)):
        text = (site.root / file).read_text(encoding="utf-8")
        site.write(file, text + character)
        assert (file, "file-control-character") in {(p.place.file, p.code) for p in site.problems()}
        site.write(file, text)


@pytest.mark.whole
def test_a_link_in_any_text_is_no_link(tmp_path: Path) -> None:
    site, planted, _ = accepted(tmp_path / "made", lambda old, marked: f"{old}[{marked}](x:)")
    assert {"title", "lead", "definition", "explanation", "note", "name"} <= {p.kind.split(".")[-1] for p in planted}
    run = build(tmp_path / "site", site.root)
    assert run.returncode == 0, run.stderr
    targets = {target for page in skeletons(tmp_path / "site").values() for target in page.targets}
    assert [target for target in sorted(targets) if target.startswith("x:")] == []


def test_templates_in_texts_are_texts(tmp_path: Path) -> None:
    site, planted, _ = accepted(tmp_path / "made", lambda old, marked: f"{old} {{% {marked} %}} ${{{marked}}}")
    kinds = {spot.kind for spot in planted if spot.file == "publication.yaml"}
    assert {"title", "notice", "contact", "licence.title"} <= kinds
    assert isinstance(site, Site)
