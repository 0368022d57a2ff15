"""The list that seals a site says what was made and how, and is read without trust."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.record import seals
from gongshi.record.seals import Making

MAKING = Making("1.2.3", "a" * 64, "2020-06-01")
names = st.text("abc/._-甲", min_size=1, max_size=8).filter(lambda name: not seals.HOSTILE.search(name))
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(st.dictionaries(names, hashes))
def test_what_is_written_is_read_back(listed: dict[str, str]) -> None:
    read = seals.read(seals.written(listed, MAKING))
    assert (dict(read.hashes), read.making, read.strange) == (listed, MAKING, ())


@pytest.mark.parametrize(
    "path", ["../a", "/etc/passwd", "a/../../b", "a\\b", "C:/a", "a//b", "a?b", "a#b", ".", "a/./b", "a\tb"]
)
def test_a_path_that_leads_elsewhere_is_a_strange_line(path: str) -> None:
    line = f"{'0' * 64}  {path}"
    read = seals.read(f"{line}\n".encode())
    assert (dict(read.hashes), read.strange) == ({}, (line,))


def test_a_file_listed_twice_is_a_strange_line() -> None:
    rows = [f"{'0' * 64}  a", f"{'1' * 64}  a"]
    read = seals.read("\n".join(rows).encode())
    assert (dict(read.hashes), read.strange) == ({"a": "0" * 64}, (rows[1],))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"hello\n", b"# gongshi 1\n"])
def test_what_says_not_all_of_how_it_was_made_says_nothing(data: bytes) -> None:
    assert seals.read(data).making is None
