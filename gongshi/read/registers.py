"""Turn rows of strings into the typed values of the registers and topics.

A row whose cells do not fit their types yields no value: the schema check reports it with its cell.
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from gongshi.read.collection import Table
from gongshi.read.ledgers import Correction, Duty, Element, Move, Objection, Obligation
from gongshi.read.tables import Row, rows
from gongshi.read.values import Area, Commitment, Figure, Indicator, Scope, Source, Unit

T = TypeVar("T")


def area(row: Row) -> Area:
    """An area from a row of areas.csv."""
    name = row.text("name")
    valid = row.day("valid_from"), row.day("valid_to")
    return Area(row["code"], name, row["level"], row["parent"] or None, *valid, row.place("code"))


def scope(row: Row) -> Scope:
    """A scope from a row of scopes.csv."""
    return Scope(row["id"], row["dimension"], row.text("name"), row["area"] or None, row.place("id"))


def source(row: Row) -> Source:
    """A source from a row of sources.csv."""
    return Source(
        id=row["id"],
        title=row.text("title"),
        short=row.text("short"),
        issuer=row.text("issuer"),
        number=row["number"],
        published=row["published"],
        published_note=row.text("published_note"),
        carrier=row.text("carrier"),
        address=row["address"],
        passages=tuple(re.findall("「[^」]+」", row["passages"])),
        sha256=row["sha256"],
        place=row.place("id"),
    )


def indicator(row: Row) -> Indicator:
    """An indicator from a row of indicators.csv."""
    return Indicator(
        id=row["id"],
        name=row.text("name"),
        unit=row["unit"],
        per=row.parts("per"),
        measure=row["measure"],
        base=row.text("base"),
        definition=row.text("definition"),
        dataset=row["dataset"],
        place=row.place("id"),
    )


def commitment(row: Row) -> Commitment:
    """A commitment from a row of commitments.csv."""
    return Commitment(
        id=row["id"],
        area=row["area"],
        scope=row.parts("scope"),
        title=row.text("title"),
        due=row["due"],
        strength=row["strength"],
        target=row["target"] or None,
        answer=row["answer"] or None,
        stated=row["stated"],
        source=row["source"],
        locator=row["locator"],
        note=row["note"],
        place=row.place("id"),
    )


def figure(row: Row) -> Figure | None:
    """A figure from a row of a topic; None where its value or a date cannot be read."""
    value = row.decimal("value")
    days = row.day("period_start"), row.day("period_end")
    unreadable = any(row[column] and not day for column, day in zip(("period_start", "period_end"), days, strict=True))
    if value is None or unreadable:
        return None
    return Figure(
        id=row["id"],
        dataset=row.table.dataset,
        indicator=row["indicator"],
        area=row["area"],
        scope=row.parts("scope"),
        period_start=days[0],
        period_end=days[1],
        dating=row["dating"],
        kind=row["kind"],
        value=value,
        bound=row["bound"],
        stated=row["stated"],
        status=row["status"],
        source=row["source"],
        locator=row["locator"],
        note=row["note"],
        place=row.place("id"),
    )


def unit(row: Row) -> Unit:
    """A unit word from a row of units.csv."""
    return Unit(row["word"], row["unit"], row["en"], row["en_one"])


def correction(row: Row) -> Correction:
    """A correction from a row of corrections.csv."""
    return Correction(
        id=row["id"],
        figure=row["figure"],
        release=row["release"],
        field=row["field"],
        old=row["old"],
        new=row["new"],
        reason=row["reason"],
        explanation=row.text("explanation"),
        evidence=row.text("evidence"),
        decided_by=row.text("decided_by"),
        day=row.day("date"),
        place=row.place("id"),
    )


def move(row: Row) -> Move:
    """A name that is gone, from a row of moves.csv."""
    named = row["id"], row["kind"], row["old"], row["new"]
    return Move(*named, row.text("reason"), row["release"], row.day("date"), row.place("id"))


def objection(row: Row) -> Objection:
    """An objection from a row of objections.csv."""
    return Objection(
        id=row["id"],
        received=row.day("received"),
        channel=row["channel"],
        kind=row["about_kind"],
        about=row["about"],
        summary=row.text("summary"),
        due=row.day("due"),
        status=row["status"],
        answered=row.day("answered"),
        answer=row.text("answer"),
        outcome=row["outcome"],
        correction=row["correction"],
        place=row.place("id"),
    )


def obligation(row: Row) -> Obligation:
    """What must be published, from a row of obligations.csv."""
    number = row["number"]
    return Obligation(
        id=row["id"],
        number=int(number) if number.isascii() and number.isdigit() else 0,
        category=row.text("category"),
        name=row.text("name"),
        basis=row["basis"],
        basis_note=row.text("basis_note"),
        deadline=row.parts("deadline"),
        publisher=row.text("publisher"),
        channels=row.parts("channels"),
        levels=row.parts("levels"),
        audience=row["audience"],
        manner=row["manner"],
        support=row["support"],
        note=row.text("note"),
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        place=row.place("id"),
    )


def element(row: Row) -> Element:
    """A part of what must be published, from a row of elements.csv."""
    return Element(row["id"], row["obligation"], row.text("name"), row.place("id"))


def duty(row: Row) -> Duty | None:
    """A duty from a row of duties.csv; None where a day cannot be read."""
    formed, due, published = (row.day(column) for column in ("formed", "due", "published"))
    if formed is None or (row["due"] and not due) or (row["published"] and not published):
        return None
    return Duty(
        id=row["id"],
        obligation=row["obligation"],
        area=row["area"],
        level=row["level"],
        subject=row.text("subject"),
        formed=formed,
        due=due,
        notice=row["notice"],
        dataset=row["dataset"],
        elements=row.parts("elements"),
        published=published,
        reason=row.text("reason"),
        decided_by=row.text("decided_by"),
        place=row.place("id"),
    )


def by_key(tables: Iterable[Table], key: str, make: Callable[[Row], T | None]) -> dict[str, T]:
    """Values of all rows by their key, in file order; the first of two equal keys wins."""
    values: dict[str, T] = {}
    for table in tables:
        for row in rows(table):
            value = make(row)
            if value is not None:
                values.setdefault(row[key], value)
    return values
