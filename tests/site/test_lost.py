"""The page for lost readers leads on from wherever it is shown."""

import pytest

from gongshi.site import lost

PAGE = b'<link href="../static/a.css"><a href="#main">x</a><a href="topics/index.html">y</a><a href="mailto:a@b">z</a>'


@pytest.mark.parametrize(
    ("address", "root"), [("", "/"), ("https://data.example.org/open/", "/open/"), ("https://data.example.org/", "/")]
)
def test_its_links_begin_at_the_root_of_the_host(address: str, root: str) -> None:
    rooted = (
        f'<link href="{root}static/a.css"><a href="#main">x</a>'
        f'<a href="{root}en/topics/index.html">y</a><a href="mailto:a@b">z</a>'
    )
    assert lost.rooted({"en/404.html": PAGE, "index.html": PAGE}, address) == {"en/404.html": rooted.encode()}
