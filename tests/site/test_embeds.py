"""Embedded pages carry their source and the way back; those of a release stay as they were, and say what came later."""

import re
from datetime import date

import pytest

from gongshi import releasing
from gongshi.record import timeline
from gongshi.render import releases
from gongshi.site import addresses, embedding, embeds, pictures, theme
from tests.check.faults.making import FIGURES, all_of, cell
from tests.publication import Site
from tests.released import correct, first, ledgers, release
from tests.site.pages import Outline, desk

CHANGED = all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))
ROW = "trees-2017-2-value,trees-2017,2,value,12000,12345"
LIVE = {"zh": "embed/trees/by-year/index.html", "en": "en/embed/trees/by-year/index.html"}
KEPT = "releases/1/embed/{}/trees/by-year/index.html"


def corrected(site: Site) -> None:
    """Release 1, and a correction that is being prepared."""
    first(site)
    CHANGED(site)
    correct(site, ROW)


def page(site: Site, path: str, language: str = "zh") -> Outline:
    return Outline(embeds.files(desk(site.root, language))[path].decode("utf-8"))


def codes(site: Site, language: str = "zh") -> list[str]:
    """The addresses of both lines, and what is said of them."""
    at = desk(site.root, language)
    made = embedding.embedding(at, at.edition.drawings[language][0])
    lines = [re.findall(r'src="([^"]*)"', line) for line in (made.following, made.staying)]
    return [*(found[0] if found else "" for found in lines), made.stays, made.remark]


def test_a_chart_has_one_embedded_page_a_language_and_one_more_in_each_release_that_kept_it(site: Site) -> None:
    corrected(site)
    assert [sorted(embeds.files(desk(site.root, language))) for language in ("zh", "en")] == [
        [LIVE[language], KEPT.format(language)] for language in ("zh", "en")
    ]


def test_an_embedded_page_names_its_source_its_edition_what_it_is_not_and_leads_back(site: Site) -> None:
    found = page(site, LIVE["zh"])
    assert found.one("h1")["text"] == "最多的一年种了1.8万个"
    assert [one["text"] for one in found.all("p")] == [
        "种树棵数，示例县",
        "来源：示例县2019年3月1日",
        "第1期（未发布的预览），2020年6月1日。本站是测试用的虚构出版物。",
        "在“示例县公示”看这张图和出处（新窗口） 数据（CSV，新窗口） 署名 4.0",
    ]
    assert [(one["href"], one["target"], one["rel"]) for one in found.all("a")] == [
        ("../../../topics/trees/index.html#chart-trees-by-year", "_blank", "noopener"),
        ("../../../charts/trees/by-year.csv", "_blank", "noopener"),
        ("https://creativecommons.org/licenses/by/4.0/", "_blank", "license noopener"),
    ]
    assert found.one("img")["alt"] == "柱形图。"
    assert found.one("meta", name="robots")["content"] == "noindex"
    assert found.all("script") == []


def test_the_english_page_leads_back_to_english(site: Site) -> None:
    found = page(site, LIVE["en"], "en")
    assert found.one("html")["lang"] == "en"
    assert found.all("a")[0]["href"] == "../../../topics/trees/index.html#chart-trees-by-year"
    assert found.one("link", rel="stylesheet")["href"] == f"../../../../{theme.published(addresses.EMBED_STYLE)}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_a_release_shows_what_it_kept_and_what_was_corrected_since(site: Site, language: str) -> None:
    corrected(site)
    found = page(site, KEPT.format(language), language)
    said = {
        "zh": ("第1期（2020年6月1日）的图，以后不变。", "数值由“12000”改为“12345”", "1.2万个"),
        "en": ("As in Edition 1 (1 June 2020); it does not change.", "value from “12000” to “12345”", "12,000"),
    }[language]
    text = found.one("main")["text"]
    assert [part in text for part in (*said, "12345个", "12,345")] == [True, True, True, False, False]
    assert (found.one("img")["src"], found.one("source")["srcset"]) == ("narrow.svg", "wide.svg")
    root = {"zh": "../../../../../../", "en": "../../../../../../en/"}[language]
    assert [one["href"] for one in found.all("a")[:3]] == [
        f"{root}corrections/index.html#trees-2017-2-value",
        f"{root}topics/trees/index.html#chart-trees-by-year",
        "chart.csv",
    ]


def test_a_page_of_a_release_says_nothing_of_corrections_where_there_are_none(site: Site) -> None:
    first(site)
    cell(FIGURES, 3, "note", "附注")(site)
    assert page(site, KEPT.format("zh")).all("div", class_="later") == []


def test_the_drawing_of_a_release_has_the_same_bytes_whatever_becomes_of_the_data(site: Site) -> None:
    first(site)

    def drawn() -> dict[str, bytes]:
        reading = site.read()
        made = releases.files(reading.history, timeline.steps(reading))
        return {path: data for path, data in made.items() if "/embed/" in path}

    before = drawn()
    CHANGED(site)
    correct(site, ROW)
    assert drawn() == before
    assert sorted(path.removeprefix("releases/1/embed/zh/trees/by-year/") for path in before if "/zh/" in path) == [
        "chart.csv",
        "narrow.svg",
        "wide.svg",
    ]


def test_where_something_was_withdrawn_from_a_release_its_embedded_pages_say_so(site: Site) -> None:
    corrected(site)
    releasing.withdraw(site.root, f"1:{FIGURES}", "虚构的原因", "总编辑", date(2020, 6, 2))
    found = page(site, KEPT.format("zh"))
    assert (found.one("h1")["text"], found.all("img"), found.all("table")) == ("这张图已撤下", [], [])
    assert found.all("a")[0]["href"] == "../../../../index.html"
    assert "第1期有文件依决定撤下" in found.one("main")["text"]
    reading = site.read()
    assert not any("/embed/" in path for path in releases.files(reading.history, timeline.steps(reading)))


def test_a_chart_that_is_no_longer_drawn_stays_in_its_release(site: Site) -> None:
    first(site)
    text = (site.root / "datasets/trees/datapackage.yaml").read_text(encoding="utf-8")
    site.write(
        "datasets/trees/datapackage.yaml", re.sub(r"views:.*?absent", "views: []\nabsent", text, flags=re.DOTALL)
    )
    assert sorted(embeds.files(desk(site.root))) == [KEPT.format("zh")]
    assert page(site, KEPT.format("zh")).all("a")[0]["href"] == "../../../../../index.html"


@pytest.mark.parametrize(
    ("prepare", "expected"),
    [
        (ledgers, ["https://site.example/embed/trees/by-year/", "", "第1期发布以后，这里还有一段固定在那一期的代码。"]),
        (
            corrected,
            [
                "https://site.example/embed/trees/by-year/",
                "https://site.example/releases/1/embed/zh/trees/by-year/",
                "固定在第1期，以后不变",
            ],
        ),
    ],
    ids=["not released", "released"],
)
def test_without_an_address_the_lines_have_one_to_be_replaced_and_say_so(
    site: Site, prepare: object, expected: list[str]
) -> None:
    prepare(site)  # type: ignore[operator]
    remark = "本站还没有登记固定网址：粘贴以后，把 https://site.example/ 换成您打开本站的网址。"
    assert codes(site) == [*expected, remark]


def test_with_an_address_the_lines_are_ready(site: Site) -> None:
    ledgers(site)
    front = (site.root / "publication.yaml").read_text(encoding="utf-8")
    site.write("publication.yaml", f"{front}address: https://data.example.org/open/\n")
    release(site)
    assert codes(site, "en") == [
        "https://data.example.org/open/en/embed/trees/by-year/",
        "https://data.example.org/open/releases/1/embed/en/trees/by-year/",
        "Stays as in Edition 1",
        "",
    ]


def test_a_line_escapes_the_title_and_can_be_read_as_html(site: Site) -> None:
    at = desk(site.root)
    made = pictures.chart(at, at.edition.drawings["zh"][0])
    assert Outline(made.embedding.following).one("iframe") == {
        "src": "https://site.example/embed/trees/by-year/",
        "title": "最多的一年种了1.8万个",
        "width": "100%",
        "height": "529",
        "style": "border:0;height:max(494px,494px - 0cqi,min(614px - 18cqi,640000px - 100000cqi))",
        "loading": "lazy",
        "text": "",
    }


def test_addresses_of_embedded_pages_are_promised() -> None:
    assert addresses.embed("en", "trees", "by-year") == LIVE["en"]
    assert addresses.frozen_embed("1", "en", "trees", "by-year") == KEPT.format("en")
