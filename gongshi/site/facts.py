"""Compose lists of facts, leaving out what is not known."""

from collections.abc import Iterable

from gongshi.site.parts import Fact, Link


def fact(term: str, text: str, href: str = "", lang: str = "") -> Fact:
    """A term with one text, which is a link where it has an address."""
    return Fact(term, (Link(text, href, lang=lang),))


def code(term: str, text: str) -> Fact:
    """A term with an id or a hash."""
    return Fact(term, (Link(text, ""),), code=True)


def known(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(one for one in facts if any(link.text for link in one.texts))
