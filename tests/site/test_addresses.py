"""Links between pages."""

import pytest

from gongshi.site import addresses


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("index.html", "topics/index.html", "topics/index.html"),
        ("topics/trees/index.html", "index.html", "../../index.html"),
        ("topics/trees/index.html", "areas/1/trees/index.html#a", "../../areas/1/trees/index.html#a"),
        ("areas/1/trees/index.html", "areas/1/trees/index.html#a", "#a"),
        ("en/topics/index.html", "data/all.zip", "../../data/all.zip"),
        ("404.html", "en/404.html", "en/404.html"),
    ],
)
def test_a_link_leads_from_file_to_file(here: str, target: str, link: str) -> None:
    assert addresses.relative(here, target) == link
