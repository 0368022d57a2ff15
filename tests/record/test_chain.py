"""What was released cannot be altered by a single byte without being found, and found where it is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongshi import releasing
from gongshi.errors import errors_among
from gongshi.read.catalog import read
from gongshi.read.releases import history
from gongshi.record import chain, ledger
from tests.publication import Site, publication
from tests.released import date, first, release


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with two releases and a withdrawal between them."""
    site = publication(tmp_path_factory.mktemp("released"))
    first(site)
    releasing.withdraw(site.root, "1:publication.yaml", "虚构的原因", "总编辑", date(2020, 6, 2))
    release(site, "2", "2020-07-01")
    return site.root


def test_an_unaltered_chain_has_no_problem(released: Path) -> None:
    assert chain.problems(history(released)[0]) == ()


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_one_byte_changed_anywhere_is_found_in_the_file_where_it_is(released: Path, data: st.DataObject) -> None:
    paths = sorted(p for p in (released / "releases").rglob("*") if p.is_file())
    path = data.draw(st.sampled_from(paths))
    whole = path.read_bytes()
    position = data.draw(st.integers(0, len(whole) - 1))
    flipped = data.draw(st.integers(1, 255))
    try:
        path.write_bytes(whole[:position] + bytes([whole[position] ^ flipped]) + whole[position + 1 :])
        found = {problem.place.file for problem in errors_among(chain.problems(history(released)[0]))}
    finally:
        path.write_bytes(whole)
    file = path.relative_to(released).as_posix()
    # HEAD is the only witness of the last manifest: where it was altered, either of them may be named.
    assert found & {file} or (file == "releases/HEAD" and (found or _still(whole, path, position, flipped)))


def _still(whole: bytes, path: Path, position: int, flipped: int) -> bool:
    """Whether an altered HEAD says the same as before: another white space."""
    altered = whole[:position] + bytes([whole[position] ^ flipped]) + whole[position + 1 :]
    return path.name == "HEAD" and altered.split() == whole.split()


def test_every_missing_file_is_found(released: Path) -> None:
    unnoticed = []
    for path in sorted(p for p in (released / "releases").rglob("*") if p.is_file()):
        whole = path.read_bytes()
        path.unlink()
        found = errors_among(chain.problems(history(released)[0]))
        path.write_bytes(whole)
        if path.relative_to(released).as_posix() not in {problem.place.file for problem in found}:
            unnoticed.append(path.relative_to(released).as_posix())
    # Without its note a file that was withdrawn is simply missing, and told under its own name.
    assert [file for file in unnoticed if not file.startswith("releases/withdrawn/")] == []


def test_two_releases_after_the_same_one_are_no_chain(site: Site) -> None:
    first(site)
    release(site, "2", "2020-07-01")
    fork = (site.root / "releases/2.json").read_text(encoding="utf-8").replace('"name": "2"', '"name": "3"')
    site.write("releases/3.json", fork)
    assert [(p.code, p.place.file) for p in errors_among(ledger.problems(read(site.root)))] == [
        ("release-altered", "releases/3.json"),
        ("release-altered", "releases/HEAD"),
    ]
