"""Compose what stands where something was published and is no more: a note at its anchor, or a page that leads on."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gongshi.read.ledgers import Move
from gongshi.record import remains
from gongshi.site import addresses, editions, forwards
from gongshi.site.desk import Desk
from gongshi.site.facts import fact, known
from gongshi.site.frames import Frame, frame, unlisted
from gongshi.site.parts import Event, Fact, Link

# The pages that a thing had under its name. What stands within a page of others is told with the corrections.
PAGES: Final[Mapping[str, tuple[Callable[[str], str], ...]]] = MappingProxyType(
    {
        "area": (addresses.area,),
        "dataset": (addresses.topic, addresses.dataset),
        "indicator": (addresses.indicator,),
        "source": (addresses.source,),
        "notice": (addresses.notice,),
        "page": (remains.page,),
    }
)


@dataclass(frozen=True, slots=True)
class Remain:
    """A figure that is not here any more: its id, where it is now if anywhere, and what became of it."""

    id: str
    now: Link | None
    history: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class MovedPage:
    """A page in the place of one that is gone; `onward` is where it leads by itself, "" for a stone that only tells."""

    frame: Frame
    onward: str
    title: str
    lead: str
    target: Link | None
    facts: tuple[Fact, ...]
    figures: tuple[Remain, ...]
    more: Link


def figures(desk: Desk, area: str, dataset: str) -> tuple[Remain, ...]:
    """The figures that were once at home on a page, in the order of their releases."""
    return tuple(_remain(desk, id_) for id_ in desk.edition.former.get((area, dataset), ()))


def _remain(desk: Desk, id_: str) -> Remain:
    figure = desk.catalog.figures.get(id_)
    now = Link(desk.t("remain-now"), desk.figure(figure)) if figure else None
    return Remain(id_, now, editions.history(desk, id_))


def pages(desk: Desk) -> Iterator[tuple[str, str, object]]:
    """Every page that stands for one that is gone, as its address, its template and its context; each address once."""
    taken: set[str] = set()
    for move in desk.catalog.moves.values():
        for old, new in _addresses(desk, move):
            if old not in taken:
                taken.add(old)
                yield old, "moved", _moved(desk.at(old), move, new)
    for area, dataset in desk.edition.former:
        address = addresses.records(area, dataset)
        if not _stands(desk, area, dataset) and address not in taken:
            yield address, "moved", _left(desk.at(address), area, dataset)


def former(desk: Desk, standing: Collection[str]) -> Iterator[tuple[str, str, object]]:
    """The pages for addresses of patterns that moved or are gone, but for those where a page stands."""
    root = addresses.ROOTS[desk.language]
    taken = set(standing)
    found = (root + address for address in sorted(standing))
    for old, new, move in forwards.pages(found, root, desk.edition.promise, desk.catalog):
        address = old.removeprefix(root)
        if old.startswith(root) and address not in taken:
            taken.add(address)
            yield address, "moved", _moved(desk.at(address), move, new.removeprefix(root))


def _stands(desk: Desk, area: str, dataset: str) -> bool:
    """Whether the page of records is there, for figures that are or for those that were."""
    return area in desk.catalog.areas and dataset in {topic.name for topic in desk.catalog.topics}


def _addresses(desk: Desk, move: Move) -> Iterator[tuple[str, str]]:
    """The old address of each page of a thing, and the new one; "" where none took its place."""
    name = remains.last(move, desk.catalog.moves.values())
    for address in PAGES.get(move.kind, ()):
        old, new = address(move.old), address(name) if name else ""
        if old:
            yield old, new if _there(desk, move.kind, name, new) else ""


def _there(desk: Desk, kind: str, name: str, address: str) -> bool:
    """Whether a page stands at the address: not every indicator has one, nor every dataset a topic."""
    if kind == "indicator":
        return len(desk.edition.by_indicator.get(name, ())) > 1
    if address == addresses.topic(name):
        return name in {topic.name for topic in desk.catalog.topics}
    return bool(address)


def _moved(desk: Desk, move: Move, address: str) -> MovedPage:
    target = Link(desk.t("moved-target"), desk.href(address)) if address else None
    title = desk.t("moved-title" if address else "moved-gone")
    lead = desk.t("move-to" if move.new else "move-gone", kind=desk.t(f"move-{move.kind}"), old=move.old, new=move.new)
    facts = (
        fact(desk.t("moved-why"), move.reason[desk.language]),
        fact(desk.t("correction-day"), desk.words.day(move.day) if move.day else ""),
        fact(desk.t("correction-release"), desk.t("page-edition", edition=move.release)),
    )
    return MovedPage(
        unlisted(frame(desk, title, lead)),
        desk.href(address) if address else "",
        title,
        lead,
        target,
        known(facts),
        (),
        _more(desk),
    )


def _left(desk: Desk, area: str, dataset: str) -> MovedPage:
    title, found = desk.t("moved-gone"), figures(desk, area, dataset)
    lead = desk.count("moved-figures", len(found))
    return MovedPage(unlisted(frame(desk, title, lead)), "", title, lead, None, (), found, _more(desk))


def _more(desk: Desk) -> Link:
    return Link(desk.t("corrections-title"), desk.href(addresses.CORRECTIONS))
