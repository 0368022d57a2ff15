"""Names of fields that were promised are in the files of a build, and what is moved is accounted for."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from gongshi.errors import Problem
from gongshi.read.promise import Promise
from gongshi.render import releases, tables
from gongshi.render.api import members
from gongshi.render.tables import Sheet
from gongshi.site import promised
from tests.api import files
from tests.check.faults.making import line, swap
from tests.check.faults.promising import FILE, FORMER
from tests.publication import Site
from tests.released import MOVES, first

CHECKS = "data/checks.csv"


@pytest.fixture
def made(site: Site) -> Mapping[str, bytes]:
    """The files of the publication that hold promised names."""
    listed = tables.formats("data/releases", Sheet(releases.FIELDS, ()))
    return {**files(site.read()), **listed}


def told(problems: list[Problem]) -> list[tuple[str, str | None, str | None]]:
    return [(one.code, one.value, one.details.get("holder")) for one in problems]


def test_the_names_that_a_build_makes_are_those_that_are_promised(site: Site, made: Mapping[str, bytes]) -> None:
    listed = {(one.holder, one.name) for one in site.read().promise.members}
    assert {(holder, name) for holder, names in members.made(made).items() for name in names} == listed


def test_a_column_under_another_name_is_missing_and_strange(site: Site, made: Mapping[str, bytes]) -> None:
    data = made[CHECKS].replace(b"verdict", b"outcome", 1)
    found = list(promised.fields({**made, CHECKS: data}, site.read().promise))
    assert told(found) == [
        ("member-unbuilt", f"{CHECKS}#verdict", None),
        ("member-unpromised", "outcome", CHECKS),
    ]


def test_a_sheet_that_is_gone_lacks_every_column(site: Site, made: Mapping[str, bytes]) -> None:
    promise = site.read().promise
    found = promised.fields({path: data for path, data in made.items() if path != CHECKS}, promise)
    columns = [one.whole for one in promise.members if one.holder == CHECKS]
    assert told(list(found)) == [("member-unbuilt", name, None) for name in columns]


def test_a_publication_that_promises_no_names_is_told_of_none(site: Site, made: Mapping[str, bytes]) -> None:
    assert list(promised.fields(made, replace(site.read().promise, members=()))) == []
    assert list(promised.fields(made, Promise())) == []


@pytest.mark.parametrize("name", ["former#history", "former"])
def test_names_that_a_move_accounts_for_may_go(site: Site, name: str) -> None:
    first(site)
    swap(FILE, FORMER, FORMER.replace(", history", "") if "#" in name else "")(site)
    assert [problem.code for problem in site.problems()] == ["move-missing"] * (1 if "#" in name else 8)
    line(MOVES, f"m1,member,{name},,改了名,Renamed,2,2020-07-01")(site)
    assert site.problems() == ()


def test_releases_that_promised_no_names_bind_nobody(site: Site) -> None:
    whole = (site.root / FILE).read_text(encoding="utf-8")
    site.write(FILE, whole[: whole.index("members:")])
    first(site)
    assert site.problems() == ()
    site.write(FILE, whole)
    assert site.problems() == ()
