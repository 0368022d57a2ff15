"""Compose the page of what must be published: the catalogue item by item, and how each stands where it is assessed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongshi.check import duties
from gongshi.check.duties import Assessment
from gongshi.read.ledgers import LEVELS, Obligation
from gongshi.read.rules import Rule
from gongshi.site import addresses, downloads
from gongshi.site.desk import Desk
from gongshi.site.edition import grouped
from gongshi.site.facts import code, fact, known
from gongshi.site.frames import Frame, frame
from gongshi.site.parts import Download, Fact, Link, Standing


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the catalogue: how it stands, and what is known of it; `more` is for those who want to check it."""

    id: str
    title: str
    standings: tuple[Standing, ...]
    facts: tuple[Fact, ...]
    more: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """The items under one heading of the catalogue."""

    id: str
    title: str
    count: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """An area at a level, with how its duties stand."""

    link: Link
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class ObligationsPage:
    """The catalogue; `compiled` where nothing is assessed, `places` where something is."""

    frame: Frame
    title: str
    lead: str
    compiled: bool
    judged: str
    places: tuple[Place, ...]
    categories: tuple[Category, ...]
    downloads: tuple[Download, ...]


def obligations(desk: Desk) -> ObligationsPage:
    """The whole catalogue, and the places whose duties are assessed."""
    catalog = desk.catalog
    found = duties.assessments(catalog, desk.edition.today)
    groups = grouped(catalog.obligations.values(), lambda one: one.category.zh)
    title, compiled = desk.t("obligations-title"), catalog.publication.kind == "compiled"
    lead = desk.t("obligations-lead", count=len(catalog.obligations)) if groups else desk.t("obligations-lead-none")
    by_item = grouped(found, lambda one: one.obligation.id)
    register = [dataset for dataset in catalog.datasets if dataset.name == "obligations"]
    return ObligationsPage(
        frame=frame(desk, title, lead),
        title=title,
        lead=lead,
        compiled=compiled,
        judged=judged(desk),
        places=tuple(_place(desk, *place, found) for place in places(found)),
        categories=tuple(
            _category(desk, f"category_{number}", held, by_item) for number, held in enumerate(groups.values(), start=1)
        ),
        downloads=tuple(d for one in register for d in downloads.of_dataset(desk, one.name, one.tables)),
    )


def judged(desk: Desk) -> str:
    """On which day duties are assessed; of a compiled publication, that they are not, and why."""
    if desk.catalog.publication.kind == "compiled":
        return desk.t("obligations-compiled", sources=desk.count("count-sources", len(desk.catalog.sources)))
    return desk.t("obligations-judged", day=desk.words.day(desk.edition.today))


def places(found: Iterable[Assessment]) -> tuple[tuple[str, str], ...]:
    """The areas and levels that have duties, by code and from the top."""
    there = {(one.duty.area, one.duty.level) for one in found}
    return tuple(sorted(there, key=lambda place: (place[0], LEVELS.index(place[1]))))


def standings(desk: Desk, found: Iterable[Assessment]) -> tuple[Standing, ...]:
    """How often each state occurs, as chips; one that says that nothing is assessed where none does."""
    counts = Counter(one.state for one in found)
    there = [state for state in duties.STATES if counts[state]]
    chips = (Standing(state, desk.t("duty-count", state=word(desk, state), count=counts[state])) for state in there)
    return tuple(chips) or (Standing("unassessed", word(desk, "unassessed")),)


def word(desk: Desk, state: str) -> str:
    """A state in a word."""
    return desk.t(f"duty-state-{state}")


def place_name(desk: Desk, area: str, level: str) -> str:
    """An area at a level."""
    name = desk.catalog.areas[area].name[desk.language]
    return desk.t("duties-place", area=name, level=desk.t(f"notice-level-{level}"))


def rule_words(desk: Desk, rule: Rule) -> str:
    """A deadline rule in words: what it asks, whether it binds, and how much of its document was read."""
    return desk.t(
        "duty-rule",
        title=rule.title[desk.language],
        binds=desk.t("duty-rule-binds" if rule.binds else "duty-rule-advises"),
        support=desk.t(f"obligation-support-{rule.support}"),
    )


def chinese(desk: Desk, text: str) -> Link:
    """Words that stand in Chinese only, with their language where the page has another."""
    return Link(text, "", lang="" if desk.language == "zh" else addresses.TAGS["zh"])


def _place(desk: Desk, area: str, level: str, found: tuple[Assessment, ...]) -> Place:
    own = (one for one in found if (one.duty.area, one.duty.level) == (area, level))
    link = Link(place_name(desk, area, level), desk.href(addresses.duties(area, level)))
    return Place(link, standings(desk, own))


def _category(
    desk: Desk, id_: str, held: tuple[Obligation, ...], by_item: Mapping[str, tuple[Assessment, ...]]
) -> Category:
    items = tuple(_item(desk, one, by_item.get(one.id, ())) for one in held)
    return Category(id_, held[0].category[desk.language], desk.count("count-items", len(items)), items)


def _item(desk: Desk, one: Obligation, found: tuple[Assessment, ...]) -> Item:
    title = desk.t("obligation-numbered", number=one.number, name=one.name[desk.language])
    return Item(one.id, title, standings(desk, found), known(_facts(desk, one)), known(_more(desk, one)))


def _facts(desk: Desk, one: Obligation) -> tuple[Fact, ...]:
    """What is to be published, by when, by whom, and what of all this is not confirmed."""
    language = desk.language
    elements = desk.catalog.elements_of.get(one.id, ())
    confirmed = Link(desk.t(f"obligation-support-{one.support}"), "")
    return (
        Fact(desk.t("obligation-elements"), tuple(Link(element.name[language], "") for element in elements)),
        Fact(desk.t("obligation-deadline"), tuple(_rules(desk, one))),
        fact(desk.t("obligation-publisher"), one.publisher[language]),
        fact(desk.t("notice-level"), desk.listed([desk.t(f"notice-level-{level}") for level in one.levels])),
        Fact(desk.t("obligation-support"), _said(confirmed, Link(one.note[language], ""))),
        Fact(desk.t("nav-notices"), tuple(_notices(desk, one))),
    )


def _more(desk: Desk, one: Obligation) -> tuple[Fact, ...]:
    """On what it rests, where and how it is published, and since when."""
    unseen = desk.t("obligation-unseen")
    return (
        Fact(desk.t("obligation-basis"), _said(chinese(desk, one.basis), Link(one.basis_note[desk.language], ""))),
        fact(desk.t("obligation-channels"), desk.listed([desk.t(f"obligation-channel-{c}") for c in one.channels])),
        fact(desk.t("obligation-manner"), desk.t(f"obligation-manner-{one.manner}") if one.manner else unseen),
        fact(desk.t("obligation-audience"), desk.t(f"obligation-audience-{one.audience}") if one.audience else unseen),
        fact(desk.t("obligation-valid"), _valid(desk, one)),
        code(desk.t("label-id"), one.id),
    )


def _said(*texts: Link) -> tuple[Link, ...]:
    return tuple(text for text in texts if text.text)


def _rules(desk: Desk, one: Obligation) -> Iterable[Link]:
    rules = {rule.id: rule for rule in desk.catalog.profile.of("deadline")}
    for rule in (rules[id_] for id_ in one.deadline if id_ in rules):
        yield Link(rule_words(desk, rule), "")
        yield chinese(desk, rule.basis)


def _valid(desk: Desk, one: Obligation) -> str:
    first, last = desk.words.published(one.valid_from), desk.words.published(one.valid_to)
    key = "-".join(["obligation-valid", *(["from"] if first else []), *(["to"] if last else [])])
    return desk.t(key, first=first, last=last) if first or last else ""


def _notices(desk: Desk, one: Obligation) -> Iterable[Link]:
    """The notices that name the item."""
    for notice in desk.catalog.notices.values():
        if notice.item == one.id:
            yield Link(notice.title[desk.language], desk.href(addresses.notice(notice.slug)))
