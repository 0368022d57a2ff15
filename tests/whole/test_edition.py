"""What holds of the whole first edition, page by page."""

import csv
import hashlib
import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from bs4 import BeautifulSoup, Tag

from gongshi import __version__
from gongshi.check.heads import TAKEN
from gongshi.read.catalog import read
from tests.publication import Site
from tests.whole.conftest import ROOT, Built, build

pytestmark = pytest.mark.whole
EDITIONS: Final = {"zh": "", "en": "en/"}
# Data in a script element, which no browser runs.
DATA: Final = "[type='application/json'], [type='application/ld+json']"
NOTICES: Final = {"zh": "不是政府网站", "en": "not a government website"}


def test_every_page_exists_in_both_languages(built: Built) -> None:
    chinese = set(built.pages) - built.english
    assert chinese == {path.removeprefix("en/").replace("/embed/en/", "/embed/zh/") for path in built.english}


def test_every_kind_of_page_is_there(built: Built) -> None:
    catalog = read(ROOT).catalog
    counts: dict[str, int] = {}
    for figure in catalog.figures.values():
        counts[figure.indicator] = counts.get(figure.indicator, 0) + 1
    wanted = {
        f"{name}/index.html"
        for name in ("topics", "areas", "indicators", "sources", "commitments", "checks", "articles")
    }
    wanted |= {"index.html", "data/index.html", "method/index.html", "about/index.html"}
    wanted |= {f"topics/{dataset.name}/index.html" for dataset in catalog.topics}
    wanted |= {f"data/{dataset.name}/index.html" for dataset in catalog.datasets}
    wanted |= {f"areas/{figure.area}/{figure.dataset}/index.html" for figure in catalog.figures.values()}
    wanted |= {f"areas/{code}/index.html" for code in {figure.area for figure in catalog.figures.values()}}
    wanted |= {f"sources/{source}/index.html" for source in catalog.sources}
    wanted |= {f"indicators/{indicator}/index.html" for indicator, count in counts.items() if count > 1}
    assert wanted - set(built.pages) == set()


def test_no_page_of_a_contribution_may_have_the_name_of_a_folder_of_the_site(built: Built) -> None:
    folders = {path.name for path in built.folder.iterdir() if path.is_dir()}
    pages = {path.stem for path in (ROOT / "content/zh/pages").iterdir()}
    assert sorted(folders - pages - set(TAKEN)) == []


@pytest.mark.parametrize("language", EDITIONS)
def test_every_figure_has_exactly_one_home(built: Built, language: str) -> None:
    prefix = EDITIONS[language]
    homes: dict[str, list[str]] = {id_: [] for id_ in read(ROOT).catalog.figures}
    for path, page in built.pages.items():
        if path.startswith("en/") == bool(prefix):
            for element in page.select("[id]"):
                if element["id"] in homes:
                    homes[str(element["id"])].append(path)
    figures = read(ROOT).catalog.figures.values()
    assert homes == {f.id: [f"{prefix}areas/{f.area}/{f.dataset}/index.html"] for f in figures}


def test_a_figure_at_its_home_shows_the_value_and_the_words_of_its_document(built: Built) -> None:
    wrong = []
    for figure in read(ROOT).catalog.figures.values():
        home = built.pages[f"areas/{figure.area}/{figure.dataset}/index.html"].find(id=figure.id)
        assert isinstance(home, Tag)
        values = [element["value"] for element in home.select("data[value]")]
        if str(figure.value) not in values or figure.stated not in home.get_text():
            wrong.append((figure.id, values))
    assert wrong == []


def test_a_figure_that_a_relation_contradicts_says_so_at_its_home_with_both_values(built: Built) -> None:
    home = built.pages["areas/220800/teams/index.html"].find(id="baicheng-firms-289")
    assert isinstance(home, Tag)
    assert all(part in home.get_text() for part in ("原文互相矛盾", "289", "229"))


def test_every_page_says_that_it_is_compiled_and_not_official(built: Built) -> None:
    silent = [
        path
        for path, page in built.pages.items()
        if NOTICES["en" if path in built.english else "zh"] not in page.get_text() or "2016" not in page.get_text()
    ]
    assert silent == []


def test_every_page_has_its_language_one_heading_and_no_skipped_level(built: Built) -> None:
    wrong = []
    for path, page in built.pages.items():
        levels = [int(h.name[1]) for h in page.select("h1, h2, h3, h4, h5, h6")]
        skipped = any(b > a + 1 for a, b in zip(levels, levels[1:], strict=False))
        language = page.html["lang"] if page.html else None
        if levels.count(1) != 1 or skipped or language != ("en" if path in built.english else "zh-CN"):
            wrong.append((path, levels, language))
    assert wrong == []


def test_every_table_has_a_caption_and_every_head_cell_a_scope(built: Built) -> None:
    wrong = [
        path
        for path, page in built.pages.items()
        for table in page.select("table")
        if not table.caption or not table.select("th") or any(not cell.get("scope") for cell in table.select("th"))
    ]
    assert wrong == []


def test_every_picture_has_words_and_a_size(built: Built) -> None:
    wrong = [
        (path, image.get("src"))
        for path, page in built.pages.items()
        for image in page.select("img")
        if not image.get("alt") or not image.get("width") or not image.get("height")
    ]
    assert wrong == []


def test_no_page_loads_anything_from_another_host_or_runs_inline_code(built: Built) -> None:
    wrong = []
    for path, page in built.pages.items():
        loaded = [e.get("src") or e.get("href") for e in page.select("[src], link[href]")]
        inline = page.select(f"style, [style], script:not([src], {DATA})") + [
            e for e in page.find_all(True) if any(name.startswith("on") for name in e.attrs)
        ]
        policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')
        if any(re.match(r"[a-z]+:|//", str(url)) for url in loaded) or inline or not policy:
            wrong.append((path, loaded))
        elif "unsafe" in str(policy["content"]) or "default-src 'none'" not in str(policy["content"]):
            wrong.append((path, policy["content"]))
    assert wrong == []


def test_chinese_words_of_the_documents_are_marked_in_the_english_edition(built: Built) -> None:
    han = re.compile(r"[\u4e00-\u9fff]")
    wrong = []
    for path, page in built.pages.items():
        if path in built.english:
            for text in page.body.find_all(string=han) if page.body else ():
                marked = text.find_parent(lambda e: str(e.get("lang", "")).startswith(("zh", "en")))
                if marked is None or not str(marked["lang"]).startswith("zh"):
                    wrong.append((path, str(text).strip()[:40]))
    assert wrong == []


def test_at_least_twelve_charts_stand_with_a_table_of_their_numbers(built: Built) -> None:
    views = read(ROOT).catalog.views
    assert len(views) >= 12
    charts = {f"charts/{v.dataset}/{v.id}" for v in views}
    found = (p.relative_to(built.folder).as_posix() for p in built.folder.rglob("charts/**/*") if p.is_file())
    files = {re.sub(r"\.[0-9a-f]{12}\.svg$", ".svg", path) for path in found}
    kinds = (".wide.light.svg", ".wide.dark.svg", ".narrow.light.svg", ".narrow.dark.svg", ".svg", ".png", ".csv")
    assert {f"{p}{c}{k}" for p in ("", "en/") for c in charts for k in kinds} - files == set()
    for prefix in EDITIONS.values():
        for dataset in {v.dataset for v in views}:
            page = built.pages[f"{prefix}topics/{dataset}/index.html"]
            assert all(chart.select_one("table") for chart in page.select("figure.chart"))


def test_the_list_of_checksums_names_every_file_with_its_hash(built: Built) -> None:
    head, rows = [], {}
    for line in (built.folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, path = line.partition("  ")
        if path:
            rows[path] = digest
        else:
            head.append(line)
    lock = hashlib.sha256((ROOT / "requirements.txt").read_bytes()).hexdigest()
    assert head[:2] == [f"# gongshi {__version__}", f"# requirements.txt {lock}"]
    assert [line[:8] for line in head[2:]] == ["# today "]
    present = {
        p.relative_to(built.folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in built.folder.rglob("*")
        if p.is_file() and p.name != "SHA256SUMS"
    }
    assert rows == present


def test_figures_csv_holds_every_figure_with_the_names_of_its_codes(built: Built) -> None:
    with (built.folder / "data/figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    catalog = read(ROOT).catalog
    assert {row["id"] for row in rows} == set(catalog.figures)
    assert ",".join(rows[0]) == (
        "id,dataset,indicator,indicator_name,area,area_name,scope,scope_name,period_start,period_end,dating,kind,"
        "value,unit,per,bound,stated,status,source,locator,note"
    )
    loan = next(row for row in rows if row["id"] == "jilin-loans-to-2018h1")
    assert (loan["value"], loan["unit"], loan["area_name"], loan["stated"]) == (
        "3692000000",
        "元",
        "吉林省",
        "36.92億元",
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_failing_build_leaves_the_published_site_as_it_was(site: Site, tmp_path: Path) -> None:
    output = tmp_path / "output"
    first = build(output, site.root)
    assert first.returncode == 0, first.stderr
    before = tree(output)
    site.replace("datasets/trees/figures.csv", "18000", "180000")
    failed = build(output, site.root)
    assert failed.returncode == 1
    assert "stated-value" in failed.stderr
    assert tree(output) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["output", "publication"]


def test_an_article_with_broken_metadata_stops_the_build(site: Site, tmp_path: Path) -> None:
    site.replace("content/zh/articles/trees.md", "Date: 2020-06-01", "Date: 二〇二〇年")
    failed = build(tmp_path / "output", site.root)
    assert failed.returncode == 1
    assert "content/zh/articles/trees.md" in failed.stderr
    assert not (tmp_path / "output").exists()


def test_another_publication_is_built_with_its_own_data_and_the_engine_s_theme(site: Site, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "theme", site.root / "theme")
    (site.root / "theme/templates/base.html").write_text("{{ hostile }}", encoding="utf-8")
    run = build(tmp_path / "output", site.root)
    assert run.returncode == 0, run.stderr
    home = BeautifulSoup((tmp_path / "output/index.html").read_text(encoding="utf-8"), "html.parser")
    assert home.h1 is not None
    assert "虚构" in home.h1.get_text()


def test_the_method_calls_a_column_what_the_dictionary_calls_it(built: Built) -> None:
    dictionary = built.pages["data/microcredit/index.html"].select(".dictionary tbody th")
    titles = {cell.select("code")[0].get_text(): cell.contents[0].strip() for cell in dictionary}  # type: ignore[union-attr]
    named = re.findall(r"([^\s（）：]+)（([a-z_]+)）：", built.pages["method/index.html"].get_text())
    assert len(named) == 8
    assert [(title, column) for title, column in named if titles.get(column) != title] == []


def test_no_dictionary_shows_a_pattern_that_only_programmers_read(built: Built) -> None:
    tables = {path: page.select_one(".dictionary") for path, page in built.pages.items() if page.select(".dictionary")}
    assert len(tables) == 2 * len(read(ROOT).catalog.datasets)
    assert [path for path, table in tables.items() if table and re.search(r"[\^$\\]|\[.-", table.get_text())] == []
