"""What the inspection of a finished tree finds."""

import pytest

from gongshi.site import links


def files(pages: dict[str, str]) -> dict[str, bytes]:
    """A site in which every required page exists and only the given ones say something."""
    return {name: pages.get(name, "<h1>x</h1>").encode() for name in (*links.REQUIRED, *pages)}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h1>x</h1><a href='topics/index.html'>x</a>", []),
        ("<h1>x</h1><a href='https://example.org/x'>x</a><a href='mailto:a@example.org'>x</a>", []),
        ("<h1 id='a'>x</h1><a href='#a'>x</a>", []),
        ("<h1>x</h1><a href='nowhere.html'>x</a>", [("site-link-broken", "nowhere.html")]),
        ("<h1>x</h1><a href='topics/'>x</a>", [("site-link-broken", "topics/")]),
        ("<h1>x</h1><a href='../../x.html'>x</a>", [("site-link-broken", "../../x.html")]),
        ("<h1>x</h1><img src='x.png'>", [("site-link-broken", "x.png")]),
        ("<h1>x</h1><source srcset='x.svg'>", [("site-link-broken", "x.svg")]),
        ("<h1>x</h1><a href='#b'>x</a>", [("site-fragment-broken", "#b")]),
        (
            "<h1>x</h1><a href='topics/index.html#b'>x</a>",
            [("site-fragment-broken", "topics/index.html#b")],
        ),
        ("<h1 id='a'>x</h1><p id='a'>x</p>", [("site-id-twice", "a"), ("site-id-twice", "a")]),
        ("<p>x</p>", [("site-heading", "h1")]),
        ("<h1>x</h1><h1>y</h1>", [("site-heading", "h1")]),
        ("<h1>x</h1><h3>y</h3>", [("site-heading", "h3")]),
    ],
)
def test_the_faults_of_a_page_are_found(body: str, found: list[tuple[str, str]]) -> None:
    problems = links.problems(files({"index.html": body}), ("zh",))
    assert [(p.code, p.value) for p in problems] == found
    assert {p.place.file for p in problems} <= {"index.html"}


def test_a_page_that_must_exist_is_missed() -> None:
    site = {name: data for name, data in files({}).items() if name != "method/index.html"}
    assert [(p.code, p.value) for p in links.problems(site, ("zh",))] == [("site-page-missing", "method/index.html")]
