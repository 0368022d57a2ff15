"""A small sealed site with two releases, made without a build, so that verifying it can be tried quickly."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from gongshi.read.history import History
from gongshi.read.releases import history
from gongshi.read.values import Text
from gongshi.record import manifest, seals
from gongshi.record.seals import NAME, Making
from gongshi.render import releases

MAKING = Making("0.0.0", "0" * 64, "2020-07-01")
TABLE = "datasets/trees/figures.csv"
FIRST: Mapping[str, bytes] = {"publication.yaml": b"edition: 1\n", TABLE: b"id,value\na,1\n"}
SECOND: Mapping[str, bytes] = {"publication.yaml": b"edition: 2\n", TABLE: b"id,value\na,2\n"}


def made(root: Path, contents: Sequence[Mapping[str, bytes]] = (FIRST, SECOND)) -> History:
    """Releases, two if nothing else is said, written under `root` one after the other."""
    for number, content in enumerate(contents, start=1):
        known, _ = history(root)
        added = manifest.additions(known, str(number), date(2020, 6, number), Text("虚构", "fictional"), content)
        for path, data in added.items():
            file = root / "releases" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return history(root)[0]


def site(made_: History) -> dict[str, bytes]:
    """The files of a site that holds these releases and a page, sealed."""
    table = f"data/{TABLE.removeprefix('datasets/')}"
    return sealed({**releases.files(made_, ()), "index.html": b"<p>", table: SECOND[TABLE]})


def archive(made_: History) -> dict[str, bytes]:
    """The files of the archive of that site."""
    return sealed({**releases.chain(made_), "README.txt": b"x", TABLE.removeprefix("datasets/"): SECOND[TABLE]})


def sealed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files with the list that seals them."""
    plain = {path: data for path, data in files.items() if path != NAME}
    return {**plain, NAME: seals.written(seals.digests(plain), MAKING)}
