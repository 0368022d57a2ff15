"""The picture of a page says what the page says: a figure, its date, its source, and whatever contradicts it."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from gongshi.errors import PublicationError
from gongshi.render.charts import card
from gongshi.render.charts.card import Card
from gongshi.render.words import Words
from gongshi.site import sharing
from tests.publication import Site
from tests.site.pages import desk
from tests.site.test_pages import CONFLICT

# What four lines of sources leave above them.
HEIGHT = 354


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> list[Card]:
    """What is to be drawn, in place of the drawing."""
    seen: list[Card] = []

    def keep(found: tuple[Card, ...], words: Words, scratch: Path) -> Mapping[str, bytes]:
        seen.extend(found)
        return {}

    monkeypatch.setattr(card, "draw", keep)
    return seen


def test_topics_and_indicators_with_a_page_have_a_picture_each_of_the_same_size(site: Site, tmp_path: Path) -> None:
    made = sharing.pictures(desk(site.root), tmp_path)
    sizes = {path: Image.open(io.BytesIO(data)).size for path, data in made.items()}
    assert sizes == {"topics/trees/share.png": (1200, 630), "indicators/trees-planted/share.png": (1200, 630)}


def test_the_same_figures_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    at = desk(site.root, "en")
    assert sharing.pictures(at, tmp_path) == sharing.pictures(at, tmp_path)


def test_a_topic_shows_the_figure_of_the_home_page_with_the_chart_that_has_it(site: Site, cards: list[Card]) -> None:
    site.replace(
        "datasets/trees/datapackage.yaml", "right: [trees-planned]", "right: [trees-planned]\n    tolerance: 9999"
    )
    sharing.pictures(desk(site.root), Path())
    assert [(one.value, one.remark, one.caution) for one in cards[:1]] == [
        ("1.8万余个", "示例县：种树棵数，实际，2018年", "")
    ]
    shown = cards[0].chart
    assert shown is not None
    assert (shown.view.id, [figure.id for figure in shown.figures]) == ("by-year", ["trees-2017", "trees-2018"])


def test_a_picture_names_the_site_the_source_the_edition_and_what_it_is_not(site: Site, cards: list[Card]) -> None:
    site.replace("publication.yaml", "edition:", "address: https://data.example.org/open/\nedition:")
    sharing.pictures(desk(site.root), Path())
    assert (cards[0].brand, cards[0].title, *cards[0].foot) == (
        "示例县公示　虚构的数字",
        "种树",
        "来源：示例文件，2019年3月1日",
        "示例县公示　第1期　2020年6月1日　https://data.example.org/open/　由公开文件整理，非官方发布",
    )


def test_figures_that_contradict_each_other_stand_both_in_it(site: Site, cards: list[Card]) -> None:
    site.replace("datasets/trees/datapackage.yaml", "relations:\n", CONFLICT)
    sharing.pictures(desk(site.root), Path())
    assert (cards[0].value, cards[0].caution) == ("1.2万个 / 1.8万余个", "文件里的数互相矛盾，都照录")


def test_an_inferred_date_says_so(site: Site, cards: list[Card]) -> None:
    site.replace("datasets/trees/figures.csv", "2018-01-01,2018-12-31,stated", "2018-01-01,2018-12-31,inferred")
    sharing.pictures(desk(site.root, "en"), Path())
    assert cards[0].remark == "Example County: Trees planted, actual, 2018, inferred"


@pytest.mark.parametrize("title", ["短", "一个长得要断成几行的标题" * 6, "A title in many words " * 12], ids=len)
def test_no_words_run_into_each_other_or_out_of_the_picture(title: str) -> None:
    one = Card(
        "x", "示例", title, "1,234,567,890.5 households", "年度计划，" * 30, "对不上" * 9, ("来源" * 40,) * 2, None
    )
    for room in (520.0, 1088.0):
        lines = card.laid_out(one, room, HEIGHT)
        assert sum(leading for *_, leading in lines) <= HEIGHT
        assert all(round(card.width(text, size), 6) <= room for text, _, size, _ in lines)


def test_a_character_that_the_font_lacks_is_told(site: Site, tmp_path: Path) -> None:
    site.replace("datasets/trees/datapackage.yaml", "title: 种树\n", "title: 种树\U000f0000\n")
    with pytest.raises(PublicationError) as caught:
        sharing.pictures(desk(site.root), tmp_path)
    assert [(p.code, p.value) for p in caught.value.problems] == [("view-character", "\U000f0000（U+F0000）")]
