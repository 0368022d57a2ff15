"""Compose the pages that come from Markdown: articles, and pages such as method and about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from gongshi.site import addresses, sentences
from gongshi.site.desk import Desk
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Link, Sentence


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    link: Link
    day: str
    iso: str
    summary: str


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """All articles, newest first."""

    frame: Frame
    title: str
    lead: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article."""

    frame: Frame
    title: str
    lead: Sentence
    day: str
    iso: str
    body: Markup


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page of plain prose: method, about."""

    frame: Frame
    title: str
    lead: Sentence
    body: Markup


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown file turned into HTML; `twin` is where the other language has it, or the nearest page."""

    slug: str
    title: str
    summary: str
    day: date | None
    body: Markup
    twin: str


def articles(desk: Desk, found: Sequence[Prose]) -> ArticlesPage:
    """All articles."""
    title, lead = desk.t("articles-title"), desk.t("articles-lead")
    return ArticlesPage(frame(desk, title, lead), title, lead, tuple(line(desk, prose) for prose in found))


def article(desk: Desk, prose: Prose) -> ArticlePage:
    """One article."""
    title, lead = sentences.plain(desk, prose.title), sentences.plain(desk, prose.summary)
    up = Link(desk.t("articles-title"), desk.href(addresses.ARTICLES))
    return ArticlePage(
        frame=frame(desk, title, lead, [up], prose.twin),
        title=title,
        lead=sentences.sentence(desk, prose.summary),
        day=desk.words.day(prose.day) if prose.day else "",
        iso=prose.day.isoformat() if prose.day else "",
        body=prose.body,
    )


def page(desk: Desk, prose: Prose) -> ProsePage:
    """One page of plain prose."""
    title, lead = sentences.plain(desk, prose.title), sentences.plain(desk, prose.summary)
    return ProsePage(
        frame(desk, title, lead, (), prose.twin), title, sentences.sentence(desk, prose.summary), prose.body
    )


def line(desk: Desk, prose: Prose) -> ArticleLine:
    """An article as an entry of a list."""
    return ArticleLine(
        link=Link(sentences.plain(desk, prose.title), desk.href(addresses.article(prose.slug))),
        day=desk.words.day(prose.day) if prose.day else "",
        iso=prose.day.isoformat() if prose.day else "",
        summary=sentences.plain(desk, prose.summary),
    )
