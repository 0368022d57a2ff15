"""Compose the page of what an area has to publish at one level: published, partly, late, withheld, or still to come."""

from dataclasses import dataclass
from datetime import date

from gongshi.check import duties
from gongshi.check.duties import Assessment, Deadline
from gongshi.site import addresses, downloads
from gongshi.site.desk import Desk
from gongshi.site.facts import code, fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.pages_obligations import chinese, place_name, rule_words, word
from gongshi.site.parts import Download, Fact, Link, Standing, Tally


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty: what exactly, how it stands, and the facts behind that."""

    id: str
    title: Link
    standings: tuple[Standing, ...]
    line: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Duties that stand alike."""

    state: str
    title: str
    remark: str
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class DutiesPage:
    """The duties of an area at a level, and the items of the catalogue that are not assessed there."""

    frame: Frame
    title: str
    lead: str
    tallies: tuple[Tally, ...]
    groups: tuple[DutyGroup, ...]
    unassessed: tuple[Link, ...]
    downloads: tuple[Download, ...]


def page(desk: Desk, area: str, level: str) -> DutiesPage:
    """The page of one area at one level of an official publication."""
    catalog, today = desk.catalog, desk.edition.today
    every = duties.assessments(catalog, today)
    found = tuple(one for one in every if (one.duty.area, one.duty.level) == (area, level))
    title = desk.t("duties-title", place=place_name(desk, area, level))
    lead = desk.t("duties-lead", count=desk.count("count-duties", len(found)), day=desk.words.day(today))
    register = catalog.dataset("obligations")
    return DutiesPage(
        frame=frame(desk, title, lead, crumbs=[Link(desk.t("obligations-title"), desk.href(addresses.OBLIGATIONS))]),
        title=title,
        lead=lead,
        tallies=_tallies(desk, found),
        groups=tuple(group for state in duties.STATES if (group := _group(desk, state, found)).lines),
        unassessed=tuple(_item(desk, one.id) for one in duties.unassessed(catalog, area, level)),
        downloads=downloads.of_dataset(desk, register.name, register.tables),
    )


def line(desk: Desk, one: Assessment) -> DutyLine:
    """One duty with how it stands."""
    return DutyLine(
        id=one.duty.id,
        title=_title(desk, one),
        standings=_standings(desk, one),
        line=said(desk, one),
        facts=known(_facts(desk, one)),
    )


def said(desk: Desk, one: Assessment) -> str:
    """How a duty stands, in a sentence or two."""
    match one.state:
        case "published":
            return _published(desk, one)
        case "partly":
            return desk.t("duty-both", first=_published(desk, one), second=_missing(desk, one))
        case "withheld":
            decided, reason = one.duty.decided_by[desk.language], one.duty.reason[desk.language]
            return desk.t("duty-withheld", reason=reason, decided=decided)
        case "unknown":
            ruled = any(deadline.rule for deadline in one.deadlines)
            return desk.t("duty-uncounted" if ruled else "duty-ruleless")
    due, today = _day(desk, one.due), desk.words.day(desk.edition.today)
    return desk.count("duty-late", one.late, due=due, day=today) if one.late else desk.t("duty-due", due=due)


def _published(desk: Desk, one: Assessment) -> str:
    """When it was published, and whether that was in time."""
    day = _day(desk, one.published)
    if one.late is None:
        return desk.t("duty-published-uncounted", day=day)
    if one.late:
        return desk.count("duty-published-late", one.late, day=day, due=_day(desk, one.due))
    return desk.t("duty-published-in-time", day=day, due=_day(desk, one.due))


def _missing(desk: Desk, one: Assessment) -> str:
    """Which elements are missing; where nothing says which are there, that."""
    if not duties.named(one.duty, desk.catalog):
        return desk.t("duty-missing-all")
    names = desk.t("page-semicolon").join(element.name[desk.language] for element in one.missing)
    return desk.t("duty-missing", elements=names)


def _standings(desk: Desk, one: Assessment) -> tuple[Standing, ...]:
    """The state; beside it, for what was published too late, by how many days."""
    state = Standing(one.state, word(desk, one.state))
    if not (one.late and one.published):
        return (state,)
    return (state, Standing("late", desk.count("duty-late-by", one.late)))


def _title(desk: Desk, one: Assessment) -> Link:
    """What exactly, leading to where it is published on this site, if it is."""
    duty, text = one.duty, one.duty.subject[desk.language]
    if not one.published or not (duty.notice or duty.dataset):
        return Link(text, "")
    return Link(text, desk.href(addresses.notice(duty.notice) if duty.notice else addresses.dataset(duty.dataset)))


def _facts(desk: Desk, one: Assessment) -> tuple[Fact, ...]:
    duty = one.duty
    dataset = desk.catalog.dataset(duty.dataset) if duty.dataset and one.published else None
    return (
        Fact(desk.t("notice-item"), (_item(desk, duty.obligation),)),
        Fact(desk.t("label-area"), _place(desk, one)),
        fact(desk.t("duty-formed"), _day(desk, duty.formed)),
        Fact(
            desk.t("obligation-deadline"), tuple(text for each in one.deadlines for text in _deadline(desk, each, one))
        ),
        fact(desk.t("duty-published"), _day(desk, one.published)),
        Fact(
            desk.t("duty-dataset"),
            (Link(dataset.title[desk.language], desk.href(addresses.dataset(dataset.name))),) if dataset else (),
        ),
        code(desk.t("label-id"), duty.id),
    )


def _place(desk: Desk, one: Assessment) -> tuple[Link, ...]:
    """Whose duty it is, leading to all duties there; nothing on that page itself."""
    address = addresses.duties(one.duty.area, one.duty.level)
    here = desk.here == address
    return () if here else (Link(place_name(desk, one.duty.area, one.duty.level), desk.href(address)),)


def _deadline(desk: Desk, each: Deadline, one: Assessment) -> tuple[Link, ...]:
    """A deadline: the day, by how much it was missed, and the rule that sets it."""
    day = desk.words.day(each.day) if each.day else desk.t("duty-day-unknown")
    late = 0 if one.state == "withheld" else each.late(one.published or desk.edition.today)
    missed = desk.count("duty-deadline-late", late, day=day) if late else day
    if each.rule is None:
        return (Link(desk.t("duty-deadline", day=missed, rule=desk.t("duty-own-deadline")), ""),)
    words = desk.t("duty-deadline", day=missed, rule=rule_words(desk, each.rule))
    return (Link(words, ""), chinese(desk, each.rule.basis))


def _item(desk: Desk, obligation: str) -> Link:
    """An item of the catalogue, leading to its place on the page of the catalogue."""
    item = desk.catalog.obligations[obligation]
    return Link(item.name[desk.language], desk.href(addresses.OBLIGATIONS, item.id))


def _group(desk: Desk, state: str, found: tuple[Assessment, ...]) -> DutyGroup:
    lines = tuple(line(desk, one) for one in found if one.state == state)
    return DutyGroup(state, word(desk, state), desk.count("count-items", len(lines)), lines)


def _tallies(desk: Desk, found: tuple[Assessment, ...]) -> tuple[Tally, ...]:
    """How many duties stand how; what has no known deadline is counted only where there is some."""
    counts = {state: sum(1 for one in found if one.state == state) for state in duties.STATES}
    shown = [state for state in duties.STATES if counts[state] or state != "unknown"]
    cautioned = ("late", "partly")
    kinds = {state: "zero" if not counts[state] else "caution" if state in cautioned else "plain" for state in shown}
    hrefs = {state: f"#state_{state}" if counts[state] else "" for state in shown}
    return tuple(Tally(counts[state], word(desk, state), hrefs[state], kinds[state]) for state in shown)


def _day(desk: Desk, day: date | None) -> str:
    return desk.words.day(day) if day else ""
