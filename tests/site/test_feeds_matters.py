"""The feeds of notices and of objections: what happened until the day of the build, each once and for ever."""

from datetime import date

import pytest

from gongshi.render.feeds import Feed, write
from gongshi.site import addresses, feeds_matters
from tests.atom import faults
from tests.objecting import ANSWER, OPEN, register
from tests.publication import Site, official
from tests.site.pages import desk

FIRST, LAST, AFTER = date(2020, 5, 27), date(2020, 6, 5), date(2020, 6, 6)


def notices(site: Site, today: date, language: str = "zh") -> Feed:
    return feeds_matters.notices(desk(site.root, language, today).at(addresses.NOTICES_FEED))


def objections(site: Site, today: date, language: str = "zh") -> Feed:
    return feeds_matters.objections(desk(site.root, language, today).at(addresses.OBJECTIONS_FEED))


@pytest.mark.parametrize(
    ("today", "stages"),
    [
        (date(2020, 5, 26), ["published"]),
        (FIRST, ["open", "published"]),
        (LAST, ["open", "published"]),
        (AFTER, ["closed", "open", "published"]),
    ],
)
def test_a_notice_is_told_as_it_is_published_opens_and_closes(site: Site, today: date, stages: list[str]) -> None:
    ids = [entry.id for entry in notices(official(site), today).entries]
    assert [id_ for id_ in ids if ":tree-plan:" in id_] == [f"urn:gongshi:notice:tree-plan:{s}" for s in stages]


def test_a_notice_closes_on_the_day_after_its_last(site: Site) -> None:
    entries = {entry.id: entry for entry in notices(official(site), AFTER).entries}
    closed, opened = (entries[f"urn:gongshi:notice:tree-plan:{stage}"] for stage in ("closed", "open"))
    assert (opened.updated, closed.updated) == (FIRST, AFTER)
    assert (opened.title.split("：")[0], closed.title.split("：")[0]) == ("公示开始", "公示期满")
    assert opened.href == "../notices/tree-plan/index.html"
    assert "2020年5月27日至2020年6月5日" in opened.summary


def test_an_announcement_is_told_once(site: Site) -> None:
    ids = [entry.id for entry in notices(official(site), date(2030, 1, 1)).entries]
    assert [id_ for id_ in ids if ":tree-money:" in id_] == ["urn:gongshi:notice:tree-money:published"]


def test_an_objection_is_told_as_it_comes_and_as_it_is_answered(site: Site) -> None:
    register(site, ANSWER)
    answered, received = objections(site, date(2020, 7, 1)).entries
    assert (received.id, received.updated, received.summary) == (
        "urn:gongshi:objection:trees-too-many:received",
        date(2020, 6, 1),
        OPEN["summary"],
    )
    assert received.title == "示例县：种树棵数：收到异议"
    assert (answered.id, answered.updated, answered.summary) == (
        "urn:gongshi:objection:trees-too-many:answered",
        date.fromisoformat(ANSWER["answered"]),
        ANSWER["answer"],
    )
    assert answered.href == "../objections/index.html#trees-too-many"


def test_an_objection_that_waits_is_told_once(site: Site) -> None:
    register(site, {})
    (entry,) = objections(site, date(2020, 6, 2), "en").entries
    assert (entry.title.rpartition(": ")[2], entry.summary) == ("objection received", OPEN["summary_en"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_feeds_are_valid(site: Site, language: str) -> None:
    register(official(site), ANSWER)
    made = [notices(site, AFTER, language), objections(site, date(2020, 7, 1), language)]
    assert [(len(feed.entries) > 1, faults(write(feed))) for feed in made] == [(True, []), (True, [])]
