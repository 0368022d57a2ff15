"""A feed is a valid Atom document, whatever stands in it and however little."""

import re
import xml.etree.ElementTree as ET
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gongshi.render.feeds import ATOM, Entry, Feed, urn, write
from tests.atom import faults

FEED = Feed(
    id=urn("feed", "corrections:zh"),
    lang="zh-CN",
    title="更正",
    author="示例编辑组",
    own="corrections.atom",
    page="../corrections/index.html",
    issued=date(2020, 6, 1),
    entries=(),
)
EARLY = Entry(urn("correction", "a"), "第一次", date(2020, 7, 1), "../corrections/index.html#a", "抄错了")
LATE = Entry(urn("correction", "b"), "第二次", date(2020, 8, 1), "../corrections/index.html#b", "")


def feed(*entries: Entry) -> bytes:
    return write(Feed(**{name: getattr(FEED, name) for name in FEED.__slots__ if name != "entries"}, entries=entries))


def test_a_feed_without_entries_is_valid_and_dated_by_the_edition() -> None:
    assert write(FEED).decode("utf-8") == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        f'<feed xmlns="{ATOM}" xml:lang="zh-CN">\n'
        " <id>urn:gongshi:feed:corrections:zh</id>\n"
        " <title>更正</title>\n"
        " <updated>2020-06-01T00:00:00Z</updated>\n"
        " <author>\n  <name>示例编辑组</name>\n </author>\n"
        ' <link rel="self" type="application/atom+xml" href="corrections.atom" />\n'
        ' <link rel="alternate" type="text/html" href="../corrections/index.html" />\n'
        "</feed>\n"
    )
    assert faults(write(FEED)) == []


def test_the_newest_entry_comes_first_and_dates_the_feed() -> None:
    root = ET.fromstring(feed(EARLY, LATE))
    assert [element.text for element in root.iter(f"{{{ATOM}}}id")] == [
        "urn:gongshi:feed:corrections:zh",
        "urn:gongshi:correction:b",
        "urn:gongshi:correction:a",
    ]
    assert root.findtext(f"{{{ATOM}}}updated") == "2020-08-01T00:00:00Z"
    assert faults(feed(EARLY, LATE)) == []


def test_entries_of_one_day_keep_their_order() -> None:
    same = Entry(urn("correction", "c"), "同日", EARLY.updated, "#c", "")
    titles = re.findall("<title>(.*?)</title>", feed(EARLY, same).decode("utf-8"))
    assert titles == ["更正", "第一次", "同日"]


@given(st.text(), st.text())
def test_any_text_comes_out_as_text(title: str, summary: str) -> None:
    written = feed(Entry(urn("correction", "a"), title, date(2020, 7, 1), "#a", summary))
    entry = ET.fromstring(written).find(f"{{{ATOM}}}entry")
    assert entry is not None
    assert faults(written) == []
    kept = "".join(sign for sign in title if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))
    assert entry.findtext(f"{{{ATOM}}}title") == re.sub("\r\n?", "\n", kept)
