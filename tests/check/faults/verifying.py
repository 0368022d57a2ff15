"""Sites that were altered after they were published, as `verify` finds them."""

from collections.abc import Callable, Mapping
from typing import Final

from gongshi import inspecting
from gongshi.errors import Place, Problem
from gongshi.record import seals, verify
from gongshi.record.seals import NAME
from tests import sealed
from tests.check.faults.making import Change, Fault
from tests.publication import Site
from tests.sealed import TABLE

Files = Mapping[str, bytes]
FROZEN: Final = f"releases/1/{TABLE}"
FIRST: Final = "releases/1/manifest.json"
SIGNATURE: Final = "releases/1/manifest.json.sig"


def verified(change: Callable[[Files], Files]) -> Change:
    """What is found of the sealed site once it was changed."""

    def call(site: Site) -> tuple[Problem, ...]:
        files = change(sealed.site(sealed.made(site.root / "made")))
        found = verify.verified(files)
        return (*found.problems, *inspecting.signatures(files, found).problems)

    return call


def fault(name: str, change: Callable[[Files], Files], *expected: tuple[str, str]) -> Fault:
    return Fault(name, verified(change), [(code, file, None, None) for code, file in expected], by="program")


def without(files: Files, path: str) -> Files:
    return {name: data for name, data in files.items() if name != path}


def rebuilt(_: Site) -> tuple[Problem, ...]:
    """What a comparison with another build says of a page that differs."""
    then, now = ({"index.html": "0" * 64}, {"index.html": "1" * 64})
    return tuple(Problem("verify-rebuilt", Place(path), path) for path in seals.differing(then, now))


def shortened(site: Site) -> tuple[Problem, ...]:
    """What is found where the hash of a release was noted and that release is not there any more."""
    found = verify.verified(sealed.site(sealed.made(site.root / "made")))
    return verify.forgotten(found, "0" * 64)


VERIFYING: Final = (
    Fault(
        "a release whose hash was noted, cut off",
        shortened,
        [("verify-forgotten", "releases/HEAD", None, None)],
        by="program",
    ),
    fault("a site without its list", lambda files: without(files, NAME), ("verify-unsealed", NAME)),
    fault(
        "a list that leads out of the site",
        lambda files: {**files, NAME: files[NAME] + f"{'0' * 64}  ../index.html\n".encode()},
        ("verify-list", NAME),
    ),
    fault(
        "a page altered after publication",
        lambda files: {**files, "index.html": b"other"},
        ("verify-differs", "index.html"),
    ),
    fault("a page that is not there", lambda files: without(files, "index.html"), ("verify-missing", "index.html")),
    fault("a page that nobody listed", lambda files: {**files, "more.html": b"x"}, ("verify-surplus", "more.html")),
    fault(
        "a first release put in the place of another",
        lambda files: sealed.sealed({**files, FIRST: files[FIRST].replace(b"2020-06-01", b"2020-05-01")}),
        ("verify-chain", FIRST),
    ),
    fault(
        "a table of an old release, altered together with the list",
        lambda files: sealed.sealed({**files, FROZEN: b"id,value\na,9\n"}),
        ("verify-frozen", FROZEN),
    ),
    fault(
        "a signature by nobody",
        lambda files: sealed.sealed({**files, SIGNATURE: b"-----BEGIN SSH SIGNATURE-----\n"}),
        ("verify-signature", SIGNATURE),
    ),
    Fault(
        "a page that comes out different when built again",
        rebuilt,
        [("verify-rebuilt", "index.html", None, None)],
        by="program",
    ),
)
