"""Compose the page of objections: those that wait, until when and for how long, then those that ended, and how."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongshi.check import objections
from gongshi.read.ledgers import Objection
from gongshi.read.rules import Rule
from gongshi.site import addresses, downloads, figures, objecting, sentences
from gongshi.site.desk import Desk
from gongshi.site.facts import fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Cell, Download, Fact, Link, Tally
from gongshi.site.tongues import phrases


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """An objection: what it is about, how it stands, what it says and what was answered; `late` marks a state."""

    id: str
    about: Link
    state: str
    late: bool
    summary: str
    answer: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ObjectionsPage:
    """All objections, and the ways to raise one; `rule` says by when they are answered."""

    frame: Frame
    title: str
    lead: str
    rule: Cell
    tallies: tuple[Tally, ...]
    waiting: tuple[ObjectionLine, ...]
    ended: tuple[ObjectionLine, ...]
    ways: tuple[Link, ...]
    feed: Link
    downloads: tuple[Download, ...]


def objections_page(desk: Desk) -> ObjectionsPage:
    """The whole register: first what waits, the earliest day first, then what ended, the last first."""
    title, lead = desk.t("objections-title"), desk.t("objections-lead")
    found = tuple(desk.catalog.objections.values())
    waiting = sorted((one for one in found if one.waits), key=lambda one: _due(desk, one))
    ended = sorted((one for one in found if not one.waits), key=lambda one: one.answered or date.min, reverse=True)
    register = [dataset for dataset in desk.catalog.datasets if dataset.name == "objections"]
    return ObjectionsPage(
        frame=frame(desk, title, lead),
        title=title,
        lead=lead,
        rule=Cell(phrases(_rule(desk), desk.language), False),
        tallies=_tallies(desk, found),
        waiting=tuple(_line(desk, one) for one in waiting),
        ended=tuple(_line(desk, one) for one in ended),
        ways=objecting.ways(desk),
        feed=Link(desk.t("feed-objections"), desk.href(addresses.OBJECTIONS_FEED)),
        downloads=tuple(d for one in register for d in downloads.of_dataset(desk, one.name, one.tables)),
    )


def _due(desk: Desk, objection: Objection) -> tuple[date, date]:
    return objections.due(objection, desk.catalog) or date.max, objection.received or date.max


def _rule(desk: Desk) -> str:
    """The rule of the profile that holds on the day of the build, in its own words; "" where there is none."""
    rules = [rule for rule in desk.catalog.profile.of("answer") if rule.applies(day=desk.edition.today)]
    named = (desk.t("objections-rule", title=rule.title[desk.language], basis=_basis(desk, rule)) for rule in rules)
    return desk.t("page-sentence-gap").join(named)


def _basis(desk: Desk, rule: Rule) -> str:
    key = "objections-rule-choice" if rule.support == "choice" else "objections-rule-basis"
    return desk.t(key, basis=rule.basis)


def _tallies(desk: Desk, found: Iterable[Objection]) -> tuple[Tally, ...]:
    kept = tuple(found)
    late = sum(1 for one in kept if objections.lateness(one, desk.catalog, desk.edition.today))
    waiting = sum(1 for one in kept if one.waits)
    numbers = (
        ("objections-tally-waiting", waiting, "plain"),
        ("objections-tally-late", late, "caution"),
        ("objections-tally-ended", len(kept) - waiting, "plain"),
    )
    return tuple(Tally(number, desk.t(key), "", kind if number else "zero") for key, number, kind in numbers)


def _line(desk: Desk, one: Objection) -> ObjectionLine:
    language, day = desk.language, desk.words.day
    correction = desk.href(addresses.CORRECTIONS, one.correction) if one.correction else ""
    return ObjectionLine(
        id=one.id,
        about=about(desk, one),
        state=objecting.state(desk, one),
        late=bool(objections.lateness(one, desk.catalog, desk.edition.today)),
        summary=one.summary[language],
        answer=one.answer[language],
        facts=known(
            (
                fact(desk.t("objection-received"), day(one.received) if one.received else ""),
                fact(desk.t("objection-channel"), desk.t(f"channel-{one.channel}")),
                fact(desk.t("objection-waited"), _waited(desk, one)),
                fact(desk.t("objection-correction"), one.correction, correction),
                fact(desk.t("label-id"), one.id),
            )
        ),
    )


def _waited(desk: Desk, one: Objection) -> str:
    """How many days passed until it ended, or until the day of the build."""
    end = desk.edition.today if one.waits else one.answered
    if not one.received or not end or end < one.received:
        return ""
    return desk.count("count-days", (end - one.received).days)


def about(desk: Desk, one: Objection) -> Link:
    """What an objection is about, with the link to it where it still stands."""
    catalog, language = desk.catalog, desk.language
    figure, notice = catalog.figures.get(one.about), catalog.notices.get(one.about)
    if one.kind == "figure" and figure:
        return Link(figures.name(desk, figure, *figures.ELSEWHERE), desk.figure(figure), one.about)
    if one.kind == "topic" and one.about in {dataset.name for dataset in catalog.topics}:
        return desk.topic(one.about)
    if one.kind == "notice" and notice:
        return Link(sentences.plain(desk, notice.title[language]), desk.href(addresses.notice(one.about)), one.about)
    return Link(one.about, "")
