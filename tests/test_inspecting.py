"""A site is verified where it lies: in a folder, a ZIP, or on a server; signatures count only by named keys."""

import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongshi import cli, inspecting, releasing
from gongshi.errors import BuildError
from gongshi.read.history import History
from gongshi.record import verify
from tests import sealed
from tests.publication import Site
from tests.released import NOTES, first, release, second
from tests.whole.browsing import served


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def packed(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, ["verify", *map(str, arguments)])


@pytest.fixture
def history(tmp_path: Path) -> History:
    return sealed.made(tmp_path / "made")


def test_a_folder_a_zip_and_an_address_below_a_path_are_told_the_same(tmp_path: Path, history: History) -> None:
    folder = written(tmp_path / "site", sealed.site(history))
    archive = packed(tmp_path / "site.zip", sealed.site(history))
    with served(folder) as address:
        outcomes = [run(target, "--language", "en") for target in (folder, archive, address)]
    assert {outcome.exit_code for outcome in outcomes} == {0}
    assert {outcome.stdout for outcome in outcomes} == {
        "List: 9 files.\n"
        "Made by Gongshi 0.0.0 on 2020-07-01, requirements 000000000000.\n"
        f"Releases: 1 ← 2. SHA-256 of the latest manifest {history.releases[-1].sha256}\n"
        "The data are those of release 2.\n"
        "No good signature.\n"
    }


def test_what_differs_is_named_and_ends_in_exit_code_one(tmp_path: Path, history: History) -> None:
    files = sealed.site(history) | {"index.html": b"other"}
    done = run(written(tmp_path / "site", files))
    assert done.exit_code == 1
    assert done.stderr.startswith("index.html\n  ✗ –  index.html 和清单里的校验值不同")


def test_a_server_that_lacks_a_file_is_found_out(tmp_path: Path, history: History) -> None:
    folder = written(tmp_path / "site", sealed.site(history))
    (folder / "index.html").unlink()
    with served(folder) as address:
        assert [p.code for p in verify.verified(inspecting.load(address)).problems] == ["verify-missing"]


@pytest.mark.parametrize("target", ["nowhere", "http://127.0.0.1:1/", "ftp://127.0.0.1/"])
def test_what_is_no_site_is_told_in_a_sentence(target: str) -> None:
    done = run(target)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_damaged_archive_is_told_in_a_sentence(tmp_path: Path, history: History) -> None:
    path = packed(tmp_path / "site.zip", sealed.site(history))
    data = bytearray(path.read_bytes())
    data[60] ^= 255
    path.write_bytes(bytes(data))
    with pytest.raises(BuildError, match="damaged"):
        inspecting.load(str(path))


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "large.zip", {"a": bytes(1000)})
    monkeypatch.setattr(inspecting, "WHOLE", 999)
    with pytest.raises(BuildError, match="too large"):
        inspecting.load(str(path))


def test_links_in_a_folder_are_not_followed(tmp_path: Path, history: History) -> None:
    folder = written(tmp_path / "site", sealed.site(history))
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(written(tmp_path / "other", {"index.html": b"<p>"}) / "index.html")
    assert [p.code for p in verify.verified(inspecting.load(str(folder))).problems] == ["verify-missing"]


def key(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    return folder / name


def signed(site: Site, folder: Path, allowed: str) -> dict[str, bytes]:
    """A sealed site of one release that is signed with one key, where another or the same one is allowed."""
    first(site)
    keys = {name: key(folder, name) for name in dict.fromkeys(("signing", allowed))}
    public = keys[allowed].with_suffix(".pub").read_text(encoding="utf-8")
    site.write("releases/allowed_signers", f"{inspecting.IDENTITY} {public}")
    releasing.make(site.root, "2", date(2020, 7, 1), NOTES, keys["signing"])
    return sealed.site(site.read().history)


@pytest.mark.parametrize(("allowed", "good"), [("signing", 1), ("another", 0)])
def test_a_signature_counts_only_by_a_key_that_is_named(site: Site, tmp_path: Path, allowed: str, good: int) -> None:
    files = signed(site, tmp_path / "keys", allowed)
    problems, count = inspecting.signatures(files, verify.verified(files))
    assert (count, [problem.code for problem in problems]) == (good, ["verify-signature"] * (1 - good))


def test_a_signature_of_another_manifest_is_none(site: Site, tmp_path: Path) -> None:
    files = signed(site, tmp_path / "keys", "signing")
    second(site, "3", "2020-08-01")
    release(site, "3", "2020-08-01")
    other = sealed.site(site.read().history)
    other["releases/3/manifest.json.sig"] = files["releases/2/manifest.json.sig"]
    problems, count = inspecting.signatures(other, verify.verified(other))
    assert (count, [problem.place.file for problem in problems]) == (1, ["releases/3/manifest.json.sig"])


def test_what_was_withdrawn_is_told_with_who_decided_and_when(site: Site, tmp_path: Path) -> None:
    first(site)
    releasing.withdraw(site.root, "datasets/trees/figures.csv", "误列了不该公开的内容", "总编辑", date(2020, 6, 2))
    files = sealed.site(site.read().history)
    done = run(written(tmp_path / "served", files))
    assert done.exit_code == 0
    told = "datasets/trees/figures.csv：2020-06-02 由总编辑决定撤下。原因：误列了不该公开的内容"
    assert told in done.stdout.splitlines()
    assert "releases/1/datasets/trees/figures.csv" not in files
