"""A site or archive that was touched anywhere is told from one that was not, and the file is named."""

from collections.abc import Callable

import pytest

from gongshi.read.history import History
from gongshi.record import verify
from gongshi.record.seals import NAME
from tests import sealed
from tests.sealed import TABLE

Files = dict[str, bytes]
Change = Callable[[Files], object]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    return sealed.made(tmp_path_factory.mktemp("sealed"))


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> History:
    return sealed.made(tmp_path_factory.mktemp("longer"), (sealed.FIRST, sealed.SECOND, sealed.FIRST))


def found(files: Files) -> list[tuple[str, str]]:
    return sorted({(problem.code, problem.place.file) for problem in verify.verified(files).problems})


def test_an_untouched_site_is_what_it_was(history: History) -> None:
    done = verify.verified(sealed.site(history))
    assert (done.problems, done.count, done.present) == ((), 9, "2")
    assert [release.name for release in done.releases] == ["1", "2"]
    assert done.seal.making == sealed.MAKING


def test_an_untouched_archive_is_what_it_was(history: History) -> None:
    done = verify.verified(sealed.archive(history))
    assert (done.problems, done.present, len(done.releases)) == ((), "2", 2)


def flip(path: str) -> Change:
    return lambda files: files.update({path: bytes([files[path][0] ^ 1]) + files[path][1:]})


FROZEN = f"releases/1/{TABLE}"
CASES: dict[str, tuple[Change, list[tuple[str, str]]]] = {
    "a page": (flip("index.html"), [("verify-differs", "index.html")]),
    "a table": (flip("data/trees/figures.csv"), [("verify-differs", "data/trees/figures.csv")]),
    "a frozen table": (flip(FROZEN), [("verify-differs", FROZEN), ("verify-frozen", FROZEN)]),
    "the first manifest": (
        flip("releases/1/manifest.json"),
        [("verify-chain", "releases/1/manifest.json"), ("verify-differs", "releases/1/manifest.json")],
    ),
    "the last manifest": (
        flip("releases/2/manifest.json"),
        [("verify-chain", "releases/2/manifest.json"), ("verify-differs", "releases/2/manifest.json")],
    ),
    "a file that is gone": (lambda files: files.pop("index.html"), [("verify-missing", "index.html")]),
    "a frozen file that is gone": (lambda files: files.pop(FROZEN), [("verify-missing", FROZEN)]),
    "a file too many": (lambda files: files.update({"evil.html": b"x"}), [("verify-surplus", "evil.html")]),
    "no list": (lambda files: files.pop(NAME), [("verify-unsealed", NAME)]),
    "a list that leads out": (
        lambda files: files.update({NAME: files[NAME] + f"{'0' * 64}  ../evil\n".encode()}),
        [("verify-list", NAME)],
    ),
}


@pytest.mark.parametrize(("change", "expected"), list(CASES.values()), ids=list(CASES))
def test_what_was_touched_is_named(history: History, change: Change, expected: list[tuple[str, str]]) -> None:
    files = sealed.site(history)
    change(files)
    assert found(files) == expected


def test_a_chain_is_checked_even_where_the_list_was_made_anew(history: History) -> None:
    files = sealed.site(history)
    for path in ("releases/1/manifest.json", FROZEN):
        changed = dict(files)
        flip(path)(changed)
        assert {file for _, file in found(sealed.sealed(changed))} == {path}


def dated(name: str) -> Change:
    """Another manifest in the place of one: the same but for its day, which can be read as well as the first."""
    path = f"releases/{name}/manifest.json"
    return lambda files: files.update({path: files[path].replace(b"2020-06-0", b"2020-05-0")})


def emptied(files: Files) -> None:
    for path in [path for path in files if path.startswith("releases/1/") and not path.endswith("manifest.json")]:
        del files[path]


def unreleased(files: Files) -> None:
    for path in [path for path in files if path.endswith("manifest.json")]:
        del files[path]


ANEW: dict[str, tuple[Change, list[tuple[str, str]]]] = {
    "the first release is another": (dated("1"), [("verify-chain", "releases/1/manifest.json")]),
    "one in the middle is another": (dated("2"), [("verify-chain", "releases/2/manifest.json")]),
    "the last is another": (dated("3"), [("verify-chain", "releases/3/manifest.json")]),
    "the first is gone": (
        lambda files: files.pop("releases/1/manifest.json"),
        [("verify-chain", "releases/1/manifest.json")],
    ),
    "one in the middle is gone": (
        lambda files: files.pop("releases/2/manifest.json"),
        [("verify-chain", "releases/2/manifest.json")],
    ),
    "the last is gone": (lambda files: files.pop("releases/3/manifest.json"), [("verify-chain", "releases/HEAD")]),
    "all are gone": (unreleased, [("verify-chain", "releases/HEAD")]),
    "HEAD is gone": (lambda files: files.pop("releases/HEAD"), [("verify-chain", "releases/HEAD")]),
    "HEAD is none": (lambda files: files.update({"releases/HEAD": b"?"}), [("verify-chain", "releases/HEAD")]),
    "a manifest lies under another name": (
        lambda files: files.update({"releases/4/manifest.json": files["releases/3/manifest.json"]}),
        [("verify-chain", "releases/4/manifest.json")],
    ),
    "two releases follow one": (
        lambda files: files.update(
            {"releases/2-b/manifest.json": files["releases/2/manifest.json"].replace(b'"name": "2"', b'"name": "2-b"')}
        ),
        [
            ("verify-chain", "releases/2-b/manifest.json"),
            ("verify-missing", "releases/2-b/datasets/trees/figures.csv"),
            ("verify-missing", "releases/2-b/publication.yaml"),
        ],
    ),
    "what a release froze is gone, all of it": (
        emptied,
        [
            ("verify-missing", "releases/1/datasets/trees/figures.csv"),
            ("verify-missing", "releases/1/publication.yaml"),
        ],
    ),
}


@pytest.mark.parametrize(("change", "expected"), list(ANEW.values()), ids=list(ANEW))
def test_whoever_makes_the_list_anew_is_found_out_by_the_chain(
    longer: History, change: Change, expected: list[tuple[str, str]]
) -> None:
    files = sealed.site(longer)
    change(files)
    assert found(sealed.sealed(files)) == expected


def test_data_of_no_release_are_said_to_be_of_none(history: History) -> None:
    files = sealed.site(history)
    files["data/trees/figures.csv"] = b"id,value\na,3\n"
    assert verify.verified(sealed.sealed(files)).present == ""


def test_what_systems_of_readers_drop_into_folders_is_passed_over(history: History) -> None:
    assert found({**sealed.site(history), "data/.DS_Store": b"x"}) == []
