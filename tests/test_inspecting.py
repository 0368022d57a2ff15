"""What is verified is told in words and an exit code; signatures count only by named keys, a rebuild byte by byte."""

import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongshi import __version__, cli, inspecting, releasing
from gongshi.publish import lock
from gongshi.read.history import History
from gongshi.record import seals, verify
from gongshi.record.seals import NAME, Making
from gongshi.record.verify import Signatures
from tests import sealed
from tests.programs import needs
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
        "Not signed: release 1, 2.\n"
    }


def test_what_differs_is_named_and_ends_in_exit_code_one(tmp_path: Path, history: History) -> None:
    files = sealed.site(history) | {"index.html": b"other"}
    done = run(written(tmp_path / "site", files))
    assert done.exit_code == 1
    assert done.stderr.startswith("index.html\n  ✗ –  index.html 和清单里的校验值不同")


def key(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    return folder / name


def signed(site: Site, folder: Path, allowed: str) -> dict[str, bytes]:
    """A sealed site of one release that is signed with one key, where another or the same one is allowed."""
    first(site)
    keys = {name: key(folder, name) for name in dict.fromkeys(("signing", allowed))}
    public = keys[allowed].with_suffix(".pub").read_text(encoding="utf-8")
    site.write("releases/allowed_signers", f"fictional@example.invalid {public}")
    releasing.make(site.root, "2", date(2020, 7, 1), NOTES, keys["signing"])
    return sealed.site(site.read().history)


@needs("ssh-keygen")
@pytest.mark.parametrize(
    ("allowed", "outcome"),
    [("signing", Signatures(good=("2",), unsigned=("1",))), ("another", Signatures(bad=("2",), unsigned=("1",)))],
)
def test_a_signature_counts_only_by_a_key_that_is_named(
    site: Site, tmp_path: Path, allowed: str, outcome: Signatures
) -> None:
    files = signed(site, tmp_path / "keys", allowed)
    assert inspecting.signatures(files, verify.verified(files)) == outcome


@needs("ssh-keygen")
@pytest.mark.parametrize(("named", "good"), [("signing", True), ("another", False)])
def test_keys_from_elsewhere_count_in_place_of_those_of_the_site(
    site: Site, tmp_path: Path, named: str, good: bool
) -> None:
    folder = written(tmp_path / "out", signed(site, tmp_path / "keys", "signing"))
    public = key(tmp_path / "elsewhere", "another") if named == "another" else tmp_path / "keys/signing"
    signers = tmp_path / "signers"
    signers.write_text(f"publisher {public.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    done = run(folder, "--signers", signers, "--language", "en")
    assert (done.exit_code, "Signature good: release 2." in done.stdout) == (0 if good else 1, good)
    assert ("by a key that counts" in done.stderr) is not good


def test_a_hash_that_was_noted_must_still_be_in_the_chain(tmp_path: Path, history: History) -> None:
    folder = written(tmp_path / "site", sealed.site(history))
    first_, *_, last = history.releases
    for known in (first_.sha256, last.sha256.upper()):
        assert run(folder, "--known", known).exit_code == 0
    done = run(folder, "--known", "0" * 64, "--language", "en")
    assert done.exit_code == 1
    assert "No release has the manifest whose hash was noted" in done.stderr


@needs("ssh-keygen")
def test_a_signature_of_another_manifest_or_for_another_purpose_is_none(site: Site, tmp_path: Path) -> None:
    files = signed(site, tmp_path / "keys", "signing")
    second(site, "3", "2020-08-01")
    release(site, "3", "2020-08-01")
    other = sealed.site(site.read().history)
    signature = "releases/{}/manifest.json.sig"
    other[signature.format(3)] = files[signature.format(2)]
    other[signature.format(1)] = for_another_purpose(tmp_path, other["releases/1/manifest.json"])
    found = inspecting.signatures(other, verify.verified(other))
    assert found == Signatures(good=("2",), bad=("1", "3"))
    assert [problem.place.file for problem in found.problems] == [signature.format(1), signature.format(3)]


def for_another_purpose(folder: Path, data: bytes) -> bytes:
    """What the right key signed as a letter, and not as a release."""
    (folder / "letter").write_bytes(data)
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", folder / "keys/signing", "-n", "letter", folder / "letter"]
    subprocess.run(command, check=True)
    return (folder / "letter.sig").read_bytes()


@needs("ssh-keygen")
def test_without_ssh_keygen_the_rest_is_verified_and_that_is_said(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = signed(site, tmp_path / "keys", "signing")
    folder = written(tmp_path / "site", files)
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    done = run(folder, "--language", "en")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-2:] == [
        "Not signed: release 1.",
        "Signed, but not checked (there is no ssh-keygen here): release 2.",
    ]


def test_what_was_withdrawn_is_told_with_who_decided_and_when(site: Site, tmp_path: Path) -> None:
    first(site)
    releasing.withdraw(site.root, "datasets/trees/figures.csv", "误列了不该公开的内容", "总编辑", date(2020, 6, 2))
    files = sealed.site(site.read().history)
    done = run(written(tmp_path / "served", files))
    assert done.exit_code == 0
    told = "datasets/trees/figures.csv：2020-06-02 由总编辑决定撤下。原因：误列了不该公开的内容"
    assert told in done.stdout.splitlines()
    assert "releases/1/datasets/trees/figures.csv" not in files


def test_what_a_terminal_would_take_for_an_order_is_made_visible(tmp_path: Path, history: History) -> None:
    making = Making("1\x1b[2J", "0" * 64, "2020-07-01")
    files = sealed.site(history)
    files[NAME] = seals.written(seals.read(files[NAME]).hashes, making)
    assert "\x1b" not in run(written(tmp_path / "site", files)).output


@pytest.mark.parametrize(
    ("making", "said"),
    [
        (None, "does not say which version made this"),
        (Making("0.0.1", lock(), "2020-07-01"), "was made by another version"),
        (Making(__version__, "1" * 64, "2020-07-01"), "was made by another version"),
        (Making(__version__, lock(), "2020-02-30"), "does not say which version made this"),
    ],
    ids=["nothing said", "another version", "other requirements", "a day that there is not"],
)
def test_what_another_program_made_is_not_built_again(
    tmp_path: Path, history: History, making: Making | None, said: str
) -> None:
    files = sealed.site(history)
    files[NAME] = seals.written({p: h for p, h in seals.digests(files).items() if p != NAME}, making)
    done = run(written(tmp_path / "site", files), "--rebuild", "--language", "en")
    assert (done.exit_code, said in done.stderr) == (2, True)
    assert done.stdout.startswith("List: 9 files.\n")


def built_again(monkeypatch: pytest.MonkeyPatch, outputs: list[Path], files: Mapping[str, bytes]) -> None:
    """Let a build come out as `files`, and note where it went."""

    def publish(root: Path, output: Path, *_: object, compress: bool) -> None:
        assert not compress
        outputs.append(output)
        written(output, files)

    monkeypatch.setattr(inspecting, "publish", publish)


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({}, 0, "every byte is the same"),
        ({"index.html": b"<b>"}, 1, "Built again from the same data by the same program, index.html comes out"),
        ({"more.html": b"<p>"}, 1, "Built again from the same data by the same program, more.html comes out"),
    ],
    ids=["same", "another page", "a page more"],
)
def test_what_is_built_again_is_compared_byte_by_byte_and_leaves_nothing(
    tmp_path: Path, history: History, monkeypatch: pytest.MonkeyPatch, change: dict[str, bytes], code: int, said: str
) -> None:
    files = sealed.site(history)
    listed = {path: sum_ for path, sum_ in seals.digests(files).items() if path != NAME}
    files[NAME] = seals.written(listed, Making(__version__, lock(), "2020-07-01"))
    root, outputs = tmp_path / "root", list[Path]()
    root.mkdir()
    built_again(monkeypatch, outputs, files | change)
    done = run(
        written(tmp_path / "site", {**files, ".DS_Store": b"x"}), "--rebuild", "--root", root, "--language", "en"
    )
    assert (done.exit_code, said in done.output) == (code, True)
    assert (outputs, list(root.iterdir())) == ([root / ".gongshi-verify" / "site"], [])
