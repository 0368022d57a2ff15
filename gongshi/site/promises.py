"""Turn commitments into promises: what was promised, by when, and what answers it."""

from collections.abc import Iterable
from dataclasses import replace

from gongshi.read.values import Commitment
from gongshi.site import addresses, figures
from gongshi.site.desk import Desk
from gongshi.site.parts import Promise
from gongshi.site.tongues import quotation


def promise(desk: Desk, commitment: Commitment) -> Promise:
    """A commitment with its target and its answer, where there are any."""
    known = desk.catalog.figures
    target, answer = known.get(commitment.target or ""), known.get(commitment.answer or "")
    return Promise(
        id=commitment.id,
        href=desk.href(addresses.COMMITMENTS, commitment.id),
        title=commitment.title[desk.language],
        area=desk.area(desk.catalog.areas[commitment.area]),
        within=desk.within(commitment.scope),
        due=due(desk, commitment.due),
        strength=commitment.strength,
        quote=quotation(commitment.stated),
        source=desk.source(commitment.source, commitment.locator),
        note=quotation(commitment.note) if commitment.note else None,
        target=figures.row(desk, target) if target else None,
        answer=figures.row(desk, answer) if answer else None,
        unanswered=desk.t("promise-open", sources=desk.few(len(desk.catalog.sources))),
    )


def within_source(made: Iterable[Promise]) -> tuple[Promise, ...]:
    """Promises without their source, for lists under a heading that names it."""
    return tuple(replace(one, source=None) for one in made)


def due(desk: Desk, written: str) -> str:
    """A deadline in words: a year, a month or a day."""
    year, month, day = (*written.split("-"), "", "")[:3]
    key = "day" if day else "month" if month else "year"
    name = desk.t(f"month-{int(month)}") if month else ""
    return desk.t(f"page-due-{key}", year=year, month=name, day=int(day or 0))
