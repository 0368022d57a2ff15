"""The API is what its document says, leads nowhere that is not there, and loses no digit and no history."""

import json
import posixpath
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from openapi_spec_validator import validate

from gongshi.render.api.known import link
from tests import objecting, obliged
from tests.api import Files, described, faults, files, links, loaded
from tests.check.faults.making import AREAS, COMMITMENTS, FIGURES, cell, columns, line
from tests.publication import TABLES, Site
from tests.released import MOVES, correct, first, release, second

ADDRESS = "https://data.example.org/open/"
WORDS = "换了名称,Renamed,2,2020-07-01"


def plain(site: Site) -> None:
    """Nothing was released yet."""


def addressed(site: Site) -> None:
    site.replace("publication.yaml", 'edition: "1"\n', f'edition: "1"\naddress: {ADDRESS}\n')


def chinese(site: Site) -> None:
    site.replace("publication.yaml", "languages: [zh, en]", "languages: [zh]")


def corrected(site: Site) -> None:
    """A figure is corrected, another gone for a third, one left to another area, and some names are gone."""
    first(site)
    line(AREAS, "999998,邻县,Next County,county,100000,,")(site)
    cell(FIGURES, 2, "value", "13000")(site)
    cell(FIGURES, 2, "stated", "1.3万个")(site)
    correct(site, "trees-2017-2-value,trees-2017,2,value,12000,13000")
    cell(FIGURES, 3, "area", "999998")(site)
    cell(COMMITMENTS, 2, "area", "999998")(site)
    correct(site, "trees-2018-2-area,trees-2018,2,area,999999,999998")
    columns(FIGURES, lambda table: table.remove(next(row for row in table if row[0] == "tree-money-2018")))(site)
    correct(site, "tree-money-2018-2-id,tree-money-2018,2,id,tree-money-2018,trees-2017")
    line(MOVES, f"gone-1,indicator,trees-cut,trees-planted,{WORDS}")(site)
    line(MOVES, f"gone-2,area,999997,,{WORDS}")(site)
    line(MOVES, f"gone-3,dataset,woods,trees,{WORDS}")(site)
    release(site, "2", "2020-07-01")
    second(site, "3", "2020-08-01")


def official(site: Site) -> None:
    """A county's own publication, with duties, notices and objections."""
    obliged.obliged(site)
    objecting.register(site, {}, {"id": "trees-answered", **objecting.ANSWER})


def homeless(site: Site) -> None:
    """The area that a figure was at home in is gone from the register."""
    first(site)
    line(AREAS, "999998,邻县,Next County,county,100000,,")(site)
    for row in range(2, 6):
        cell(FIGURES, row, "area", "999998")(site)
    columns(AREAS, lambda table: table.remove(next(row for row in table if row[0] == "999999")))(site)
    line(MOVES, f"gone-2,area,999999,999998,{WORDS}")(site)


STATES = (plain, addressed, chinese, corrected, official, homeless)


@pytest.fixture(params=STATES, ids=lambda state: state.__name__)
def found(site: Site, request: pytest.FixtureRequest) -> Files:
    state: Callable[[Site], None] = request.param
    state(site)
    return files(site.read())


def test_the_document_is_valid_openapi(found: Files) -> None:
    validate(loaded(found, "openapi.json"))


def test_every_file_is_of_a_pattern_and_holds_what_the_document_says_and_no_more(found: Files) -> None:
    assert list(faults(found)) == []


def test_every_pattern_of_the_document_has_a_file(site: Site) -> None:
    corrected(site)
    made = files(site.read())
    document = loaded(made, "openapi.json")
    used = [described(document, path.removeprefix("api/v1")) for path in made if path.startswith("api/v1/")]
    assert [pattern for pattern, said in document["paths"].items() if said not in used] == []


def test_every_link_to_a_file_leads_to_one_and_none_leads_out_of_the_site(found: Files) -> None:
    lost = []
    for path in found:
        if path.startswith("api/v1/") and path.endswith(".json") and path != "api/v1/openapi.json":
            for led in links(json.loads(found[path])):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), led.partition("#")[0]))
                page = led.partition("#")[0].endswith("/")
                lost += [] if target in found or (page and not target.startswith("..")) else [f"{path}: {led}"]
    assert lost == []


def test_the_same_publication_gives_the_same_bytes(site: Site) -> None:
    corrected(site)
    assert files(site.read()) == files(site.read())


def figure(site: Site, id_: str, path: str) -> Any:
    return {one["id"]: one for one in loaded(files(site.read()), path)["figures"]}[id_]


def test_a_figure_is_a_member_with_everything_that_is_known_of_it(site: Site) -> None:
    assert figure(site, "tree-money-2018", "areas/999999/trees.json") == {
        "id": "tree-money-2018",
        "urn": "urn:gongshi:figure:tree-money-2018",
        "home": "../../../../areas/999999/trees/#tree-money-2018",
        "home_en": "../../../../en/areas/999999/trees/#tree-money-2018",
        "dataset": "trees",
        "indicator": {"id": "tree-money", "title": "种树资金", "title_en": "Money for trees"},
        "area": {"code": "999999", "title": "示例县", "title_en": "Example County"},
        "scope": [{"id": "schools", "title": "学校", "title_en": "Schools"}],
        "period_start": "2018-01-01",
        "period_end": "2018-12-31",
        "dating": "inferred",
        "kind": "actual",
        "value": "86840000",
        "unit": "元",
        "unit_en": "yuan",
        "per": [],
        "bound": "at_least",
        "stated": "8684万元以上",
        "status": "final",
        "note": None,
        "source": {
            "id": "plan-2018",
            "title": "示例文件",
            "title_en": "Example document",
            "locator": "「种树的钱」",
            "home": "../../../../sources/plan-2018/",
            "home_en": "../../../../en/sources/plan-2018/",
        },
        "disputed": False,
        "checks": [],
        "objections": [],
        "history": [event("1", "2020-06-01", False, "added")],
        "citation": "示例编辑组. 示例县：种树资金（学校），8684万元以上（2018年，推断），据示例文件，"
        "2019年3月1日[DS/OL]. 示例县公示：虚构的数字, 第1期（未发布的预览） (2020-06-01)[引用日期]. "
        "urn:gongshi:figure:tree-money-2018.",
        "citation_en": "Example editors. (2020, June 1). Example County: Money for trees (Schools), at least 86.84 "
        "million yuan (2018, inferred), from Example document, 1 March 2019 (Edition 1 (preview, not released)) "
        "[Data set]. Example County figures: Fictional figures. urn:gongshi:figure:tree-money-2018",
    }


def event(release: str, day: str, released: bool, change: str, **more: str | None) -> dict[str, Any]:
    """Something that happened to a figure; what is not said is null."""
    rest = dict.fromkeys(("column", "old", "new", "correction", "reason", "explanation", "explanation_en"))
    return {"release": release, "date": day, "released": released, "change": change, **rest, **more}


TOLD = {"reason": "transcription", "explanation": "抄错了", "explanation_en": "Misread"}
ADDED = event("1", "2020-06-01", True, "added")


def test_a_corrected_figure_has_its_old_value_and_why_in_its_history(site: Site) -> None:
    corrected(site)
    assert figure(site, "trees-2017", "indicators/trees-planted.json")["history"] == [
        ADDED,
        event(
            *("2", "2020-07-01", True, "changed"),
            column="value",
            old="12000",
            new="13000",
            correction="trees-2017-2-value",
            **TOLD,
        ),
        event("2", "2020-07-01", True, "changed", column="stated", old="1.2万个", new="1.3万个"),
    ]


def test_figures_that_left_stay_at_their_home_with_what_became_of_them(site: Site) -> None:
    corrected(site)
    at = "../../../../areas/999999/trees/#"
    english = "../../../../en/areas/999999/trees/#"
    went = event(
        *("2", "2020-07-01", True, "gone"),
        column="id",
        old="tree-money-2018",
        new="trees-2017",
        correction="tree-money-2018-2-id",
        **TOLD,
    )
    moved = event(
        *("2", "2020-07-01", True, "changed"),
        column="area",
        old="999999",
        new="999998",
        correction="trees-2018-2-area",
        **TOLD,
    )
    assert loaded(files(site.read()), "areas/999999/trees.json")["former"] == [
        {
            "id": "tree-money-2018",
            "urn": "urn:gongshi:figure:tree-money-2018",
            "home": f"{at}tree-money-2018",
            "home_en": f"{english}tree-money-2018",
            "now": None,
            "now_en": None,
            "history": [ADDED, went],
        },
        {
            "id": "trees-2018",
            "urn": "urn:gongshi:figure:trees-2018",
            "home": f"{at}trees-2018",
            "home_en": f"{english}trees-2018",
            "now": "../../../../areas/999998/trees/#trees-2018",
            "now_en": "../../../../en/areas/999998/trees/#trees-2018",
            "history": [ADDED, moved],
        },
    ]


@pytest.mark.parametrize(
    ("path", "onward"),
    [
        ("indicators/trees-cut.json", "trees-planted.json"),
        ("areas/999997.json", None),
        ("datasets/woods.json", "trees.json"),
    ],
)
def test_a_name_that_is_gone_leaves_a_file_that_leads_on_or_tells_why(
    site: Site, path: str, onward: str | None
) -> None:
    corrected(site)
    made = loaded(files(site.read()), path)
    told = {name: made[name] for name in ("gone", "json", "reason", "reason_en", "release", "date")}
    assert told == {
        "gone": posixpath.basename(path).removesuffix(".json"),
        "json": onward,
        "reason": "换了名称",
        "reason_en": "Renamed",
        "release": "2",
        "date": "2020-07-01",
    }


def test_an_area_that_is_gone_keeps_the_files_that_its_figures_had(site: Site) -> None:
    homeless(site)
    made = files(site.read())
    assert (loaded(made, "areas/999999.json")["json"], loaded(made, "areas/999999/trees.json")["gone"]) == (
        "999998.json",
        "999999:trees",
    )


def test_a_table_that_moved_stands_at_both_addresses_and_one_that_nothing_replaced_at_none(site: Site) -> None:
    corrected(site)
    line(MOVES, f"gone-4,indicator,trees-burnt,,{WORDS}")(site)
    made = files(site.read())
    ends = (".csv", ".excel.csv", ".txt", ".json")
    here = {end: made[f"api/v1/indicators/trees-planted{end}"] for end in ends[:3]}
    assert {end: made[f"api/v1/indicators/trees-cut{end}"] for end in ends[:3]} == here
    assert [f"api/v1/indicators/trees-burnt{end}" in made for end in ends] == [False, False, False, True]


def test_the_figures_of_an_area_with_a_new_code_stand_at_the_old_one_too(site: Site) -> None:
    homeless(site)
    made = files(site.read())
    assert loaded(made, "areas/999999/trees.json")["json"] == "../999998/trees.json"
    assert made["api/v1/areas/999999/trees.csv"] == made["api/v1/areas/999998/trees.csv"]


def test_a_value_keeps_every_digit_and_a_code_its_zeros(site: Site) -> None:
    site.write("datasets/areas/areas.csv", TABLES["areas"] + "011126,零开头县,Leading Zero County,county,100000,,\n")
    long = "1234567890123456.123456789"
    cell(FIGURES, 5, "value", long)(site)
    cell(FIGURES, 5, "area", "011126")(site)
    made = figure(site, "tree-money-2018", "areas/011126/trees.json")
    assert (Decimal(made["value"]), made["area"]["code"]) == (Decimal(long), "011126")


def test_a_figure_at_odds_with_others_says_so_and_with_which_check(site: Site) -> None:
    cell(FIGURES, 2, "value", "35000")(site)
    cell(FIGURES, 2, "stated", "3.5万个")(site)
    made = figure(site, "trees-2017", "indicators/trees-planted.json")
    assert (made["disputed"], made["checks"]) == (True, [{"id": "trees-sum", "verdict": "explained"}])


def test_an_objection_to_a_figure_stands_with_it_and_in_its_ledger(site: Site) -> None:
    objecting.register(site, {})
    made = files(site.read())
    assert figure(site, "trees-2018", "areas/999999/trees.json")["objections"] == ["trees-too-many"]
    (entry,) = loaded(made, "ledgers/objections.json")["entries"]
    assert entry["urn"] == "urn:gongshi:objection:trees-too-many"
    assert entry["home"] == "../../../objections/#trees-too-many"
    assert entry["cells"] == {name: value or None for name, value in objecting.OPEN.items()}


def test_every_register_and_what_was_worked_out_is_a_ledger(site: Site) -> None:
    official(site)
    listed = [(one["id"], one["entries"]) for one in loaded(files(site.read()), "index.json")["ledgers"]]
    catalog = site.read().catalog
    assert listed == [
        ("areas", 2),
        ("commitments", 1),
        ("indicators", 2),
        ("objections", 2),
        ("obligations", len(catalog.obligations)),
        ("obligations.elements", len(catalog.elements)),
        ("obligations.duties", 1),
        ("scopes", 2),
        ("sources", 1),
        ("notices", 2),
        ("checks", 1),
    ]


def test_in_a_publication_of_one_language_no_link_leads_to_the_other(site: Site) -> None:
    chinese(site)
    made = files(site.read())
    english = [
        led for path in made if path.startswith("api/") and path.endswith(".json") for led in _english(made[path])
    ]
    assert english == []


def _english(data: bytes) -> list[str]:
    return [led for led in links(json.loads(data)) if led.startswith("../") and "/en/" in led]


def test_the_csv_of_a_part_is_the_rows_of_the_table_of_all_figures(site: Site) -> None:
    made = files(site.read())
    header, *rows = made["data/figures.csv"].decode().splitlines(keepends=True)
    money = [row for row in rows if ",tree-money," in row]
    assert made["api/v1/indicators/tree-money.csv"].decode() == "".join([header, *money])
    assert made["api/v1/areas/999999/trees.csv"].decode().splitlines() == [
        header.strip(),
        *sorted(map(str.strip, rows)),
    ]


@pytest.mark.parametrize(
    ("state", "where", "where_en"),
    [
        (plain, "urn:gongshi:indicator:trees-planted", "urn:gongshi:indicator:trees-planted"),
        (addressed, f"{ADDRESS}indicators/trees-planted/", f"{ADDRESS}en/indicators/trees-planted/"),
    ],
)
def test_the_readme_of_a_part_says_what_was_filtered_and_how_to_cite_it(
    site: Site, state: Callable[[Site], None], where: str, where_en: str
) -> None:
    state(site)
    said = files(site.read())["api/v1/indicators/trees-planted.txt"].decode()
    lines = said.splitlines()
    assert "$" not in said
    for line_ in (
        "示例县公示，第1期（未发布的预览），2020年6月1日",
        "  indicator = trees-planted",
        "  从 data/figures.csv 的 4 行里选出这 3 行，列和值都没有动。",
        "  These 3 of the 4 rows of data/figures.csv, columns and values unchanged.",
        "  plan-2018  Example document",
        "引用：示例编辑组. 种树棵数[DS/OL]. 示例县公示：虚构的数字, 第1期（未发布的预览） (2020-06-01)[引用日期]. "
        f"{where}.",
        "Cite as: Example editors. (2020, June 1). Trees planted (Edition 1 (preview, not released)) [Data set]. "
        f"Example County figures: Fictional figures. {where_en}",
    ):
        assert line_ in lines


@pytest.mark.parametrize(
    ("target", "led"),
    [
        ("data/a.csv", "../../data/a.csv"),
        ("api/v1/b.json", "b.json"),
        ("areas/1/#x", "../../areas/1/#x"),
        ("", "../../"),
        ("en/", "../../en/"),
    ],
)
def test_a_link_leads_from_the_file_that_it_stands_in(target: str, led: str) -> None:
    assert link("api/v1/index.json", target) == led


@pytest.mark.parametrize(
    ("path", "change", "fault"),
    [
        ("index.json", lambda made: made | {"secret": 1}, "Additional properties are not allowed"),
        ("index.json", lambda made: {k: v for k, v in made.items() if k != "title"}, "'title' is a required property"),
        ("areas/999999.json", lambda made: made | {"code": 999999}, "is not valid under any of the given schemas"),
        ("strange/file.json", lambda made: {}, "no pattern"),
    ],
)
def test_a_file_that_is_not_as_the_document_says_is_told_of(
    site: Site, path: str, change: Callable[[Any], Any], fault: str
) -> None:
    made = dict(files(site.read()))
    whole = f"api/v1/{path}"
    made[whole] = json.dumps(change(json.loads(made.get(whole, b"{}")))).encode()
    (told,) = faults(made)
    assert told.startswith(f"/{path}: ")
    assert fault in told
