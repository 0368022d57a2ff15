"""What Pelican makes is kept as values, each under an address of its own."""

import pytest
from jinja2 import Template

from gongshi.errors import Place, Problem, PublicationError
from gongshi.site.plugin import Hands, Shelf
from tests.publication import Site
from tests.site.pages import desk, templates


def test_a_second_page_at_an_address_is_a_problem_and_leaves_the_first_as_it_is(site: Site) -> None:
    at = desk(site.root)
    pages: dict[str, bytes] = {}
    shelf = Shelf("", settings={"GONGSHI": Hands(at, templates(at), pages)})
    shelf.write_file("a/index.html", Template("{{ word }}"), {"word": "一"})
    with pytest.raises(PublicationError) as raised:
        shelf.write_file("a/index.html", Template("{{ word }}"), {"word": "二"})
    assert raised.value.problems == (Problem("site-address-twice", Place("a/index.html"), "a/index.html"),)
    assert pages == {"a/index.html": "一".encode()}
