"""A release is made whole or not at all, is the same wherever it is made, and ends only by decision."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongshi import releasing
from gongshi.errors import BuildError, PublicationError
from gongshi.read.catalog import read
from gongshi.read.values import Text
from gongshi.record import changes, manifest, timeline
from gongshi.render import charts
from tests.check.faults.making import FIGURES, INDICATORS, Change, all_of, cell
from tests.publication import HERE, Site, publication
from tests.released import CORRECTIONS, NOTES, correct, date, first, ledgers, release, second

FIRST = date(2020, 6, 1)
CHANGED = all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))
ROW = "trees-2017-2-value,trees-2017,2,value,12000,12345"


def below(site: Site) -> dict[str, bytes]:
    """Everything under releases/, hidden files too."""
    paths = sorted(p for p in (site.root / "releases").rglob("*") if p.is_file())
    return {p.relative_to(site.root / "releases").as_posix(): p.read_bytes() for p in paths}


def corrected(site: Site) -> None:
    """Two releases, the second with a correction, and a third one being prepared."""
    first(site)
    CHANGED(site)
    correct(site, ROW)
    release(site, "2", "2020-07-01")
    second(site, "3", "2020-08-01")


def withdraw(site: Site, file: str) -> tuple[str, ...]:
    return releasing.withdraw(site.root, file, "虚构的原因", "总编辑", date(2020, 7, 2))


def test_a_release_writes_its_manifest_its_drawings_the_objects_that_are_new_and_head(site: Site) -> None:
    ledgers(site)
    made = release(site)
    reading = site.read()
    kept = (*reading.frozen.values(), *charts.kept.everything(reading.catalog).values())
    objects = {f"objects/{manifest.digest(data)[:2]}/{manifest.digest(data)}" for data in kept}
    assert set(below(site)) == {"1.json", "HEAD", "drawings/1.json", "drawings/1.json.sha256", *objects}
    assert below(site)["HEAD"] == f"1 {made.sha256}\n".encode()
    assert manifest.digest(below(site)["1.json"]) == made.sha256
    assert reading.history.content(reading.history.releases[0]) == reading.frozen


def test_a_release_leaves_what_was_released_as_it_was(site: Site) -> None:
    first(site)
    before = below(site)
    release(site, "2", "2020-07-01")
    after = below(site)
    assert {path for path in before if after.get(path) != before[path]} == {"HEAD"}
    second_release = site.read().history.releases[1]
    assert second_release.previous == ("1", manifest.digest(before["1.json"]))


def test_the_summary_counts_rows_added_changed_and_gone(site: Site) -> None:
    first(site)
    CHANGED(site)
    correct(site, ROW)
    made = release(site, "2", "2020-07-01")
    assert {path: (c.added, c.changed, c.gone) for path, c in made.changes.items()} == {
        FIGURES: (0, 1, 0),
        CORRECTIONS: (1, 0, 0),
    }


REFUSALS: tuple[tuple[str, Change, str, str, str], ...] = (
    ("a name that is released", first, "1", "2020-06-01", "Release 1 stands already."),
    (
        "another name than the edition's",
        ledgers,
        "2",
        "2020-06-01",
        'publication.yaml says edition 1 of 2020-06-01; to release 2, write edition: "2" and issued: 2020-06-01 '
        "there first.",
    ),
    (
        "another day than the edition's",
        ledgers,
        "1",
        "2020-06-02",
        'publication.yaml says edition 1 of 2020-06-01; to release 1, write edition: "1" and issued: 2020-06-02 '
        "there first.",
    ),
    (
        "a file whose name is none",
        lambda site: site.write("schemas/表.csv", "x\n"),
        "1",
        "2020-06-01",
        "These names cannot be released: schemas/表.csv. Names of releases and files have lower-case "
        "letters, digits and hyphens only; rename them, then release.",
    ),
    (
        "a name that is an address of the API",
        lambda site: second(site, "index", "2020-06-01"),
        "index",
        "2020-06-01",
        "No release can be named index: the API lists all releases at api/v1/releases/index.json. Choose another name.",
    ),
)


@pytest.mark.parametrize(("prepare", "name", "day", "said"), [r[1:] for r in REFUSALS], ids=[r[0] for r in REFUSALS])
def test_what_cannot_be_released_is_refused_and_nothing_is_written(
    site: Site, prepare: Change, name: str, day: str, said: str
) -> None:
    prepare(site)
    before = below(site)
    with pytest.raises(BuildError) as refused:
        release(site, name, day)
    assert (refused.value.said("en"), below(site)) == (said, before)


def test_a_publication_with_errors_is_not_released(site: Site) -> None:
    first(site)
    CHANGED(site)
    before = below(site)
    with pytest.raises(PublicationError) as refused:
        release(site, "2", "2020-07-01")
    assert [problem.code for problem in refused.value.problems] == ["correction-missing"]
    assert below(site) == before


def test_a_release_without_any_change_is_refused(site: Site) -> None:
    ledgers(site)
    release(site)
    with pytest.raises(BuildError) as refused:
        releasing.freeze(site.root, site.read(), "2", FIRST, NOTES)
    assert refused.value.said("en") == "Nothing differs from the last release (1): there is nothing to release."


@pytest.mark.parametrize("stopped", ["2.json", "HEAD"])
def test_a_run_that_is_stopped_leaves_nothing_that_counts_and_the_next_one_goes_on(
    site: Site, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    first(site)
    whole = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target == site.root / "releases" / stopped:
            raise KeyboardInterrupt
        return whole(path, target)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "replace", replace)
        release(site, "2", "2020-07-01")
    assert [one.name for one in site.read().history.releases] == ["1"]
    assert {(problem.code, problem.severity) for problem in site.problems()} == {("release-stray", "warning")}
    release(site, "2", "2020-07-01")
    assert ([one.name for one in site.read().history.releases], site.problems()) == (["1", "2"], ())


def test_an_object_that_another_hand_left_is_replaced_by_what_it_should_be(site: Site) -> None:
    ledgers(site)
    frozen = site.read().frozen[FIGURES]
    site.write(f"releases/objects/{manifest.digest(frozen)[:2]}/{manifest.digest(frozen)}", "x\n")
    site.write("releases/HEAD", "")
    releasing.freeze(site.root, site.read(), "1", FIRST, NOTES)
    assert site.problems() == ()


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A throw-away SSH key."""
    path = tmp_path_factory.mktemp("keys") / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(path)], check=True)
    return path


def test_a_signature_is_one_that_ssh_keygen_verifies(site: Site, key: Path) -> None:
    ledgers(site)
    releasing.make(site.root, "1", FIRST, NOTES, key)
    site.write("releases/allowed_signers", f"editors {key.with_suffix('.pub').read_text(encoding='utf-8')}")
    folder = site.root / "releases"
    command = ["ssh-keygen", "-Y", "verify", "-f", str(folder / "allowed_signers"), "-I", "editors"]
    signed = ["-n", "gongshi-release", "-s", str(folder / "1.json.sig")]
    run = subprocess.run([*command, *signed], input=below(site)["1.json"], capture_output=True, check=False)
    assert (run.returncode, site.problems()) == (0, ())


def test_a_key_that_does_not_sign_releases_nothing_and_the_next_try_does(site: Site, key: Path, tmp_path: Path) -> None:
    first(site)
    bad = tmp_path / "bad"
    bad.write_text("no key\n", encoding="utf-8")
    with pytest.raises(BuildError):
        releasing.make(site.root, "2", date(2020, 7, 1), NOTES, bad)
    assert {path for path in below(site) if "/" not in path} == {"1.json", "HEAD"}
    releasing.make(site.root, "2", date(2020, 7, 1), NOTES, key)
    assert "2.json.sig" in below(site)


PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from gongshi import releasing
from gongshi.read.values import Text
releasing.make(Path(sys.argv[1]), "1", date(2020, 6, 1), Text("虚构的一批。", "A fictional release."))
"""


def as_windows_writes(site: Site) -> None:
    """Save everything again as an office program on Windows would: byte order mark, CRLF."""
    for pattern in ("publication.yaml", "datasets/*/*", "schemas/*.*"):
        for path in site.root.glob(pattern):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


@pytest.mark.parametrize(
    ("prepare", "environment"),
    [
        (ledgers, {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        (ledgers, {"PYTHONHASHSEED": "77", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"}),
        (all_of(ledgers, as_windows_writes), {"PYTHONHASHSEED": "1"}),
    ],
    ids=["a seed, a zone, a locale", "others", "other line endings"],
)
def test_a_release_has_the_same_bytes_wherever_it_is_made(
    site: Site, tmp_path: Path, prepare: Change, environment: dict[str, str]
) -> None:
    here = publication(tmp_path / "here")
    ledgers(here)
    release(here)
    prepare(site)
    command = [sys.executable, "-c", PROGRAM, str(site.root)]
    subprocess.run(command, check=True, cwd=HERE, env={**os.environ, **environment})
    assert below(site) == below(here)


def test_a_withdrawn_file_is_gone_in_every_release_and_leaves_its_hash_and_a_note(site: Site) -> None:
    first(site)
    release(site, "2", "2020-07-01")
    (sha256,) = {f.sha256 for one in site.read().history.releases for f in one.files if f.path == FIGURES}
    assert withdraw(site, FIGURES) == ("1", "2")
    history = site.read().history
    assert f"objects/{sha256[:2]}/{sha256}" not in below(site)
    assert json.loads(below(site)[f"withdrawn/{sha256}.json"]) == {
        "sha256": sha256,
        "paths": [FIGURES],
        "reason": "虚构的原因",
        "decided_by": "总编辑",
        "date": "2020-07-02",
    }
    assert [set(history.withdrawn(one)) for one in history.releases] == [{FIGURES}, {FIGURES}]


@pytest.mark.parametrize("file", ["datasets/trees/lost.csv", f"7:{FIGURES}", ""])
def test_what_was_never_released_cannot_be_withdrawn(site: Site, file: str) -> None:
    first(site)
    with pytest.raises(BuildError) as refused:
        withdraw(site, file)
    assert refused.value.said("en") == f"No release holds {file}."


@pytest.mark.parametrize(
    ("reason", "post"), [("", "总编辑"), (" ", "总编辑"), ("虚构的原因", ""), ("虚构的原因", "\n")]
)
def test_nothing_is_withdrawn_without_a_reason_and_a_post(site: Site, reason: str, post: str) -> None:
    first(site)
    before = below(site)
    with pytest.raises(BuildError):
        releasing.withdraw(site.root, FIGURES, reason, post, date(2020, 7, 2))
    assert below(site) == before


CLEANED: tuple[tuple[str, Change], ...] = (
    (f"1:{FIGURES}", all_of()),
    (f"2:{FIGURES}", cell(FIGURES, 2, "note", "删去了一句话")),
    (INDICATORS, cell(INDICATORS, 2, "definition", "种下的树。")),
    (f"1:{CORRECTIONS}", all_of()),
    (f"2:{CORRECTIONS}", cell(CORRECTIONS, 2, "explanation", "抄错了一位")),
)


@pytest.mark.parametrize(("file", "clean"), CLEANED, ids=[file for file, _ in CLEANED])
def test_a_lawful_withdrawal_never_stands_in_the_way_of_what_comes_after(site: Site, file: str, clean: Change) -> None:
    corrected(site)
    assert site.problems() == ()
    withdraw(site, file)
    clean(site)
    assert site.problems() == ()
    release(site, "3", "2020-08-01")
    assert site.problems() == ()


def test_withdrawn_bytes_are_not_released_again(site: Site) -> None:
    corrected(site)
    withdraw(site, f"2:{FIGURES}")
    before = below(site)
    with pytest.raises(PublicationError) as refused:
        release(site, "3", "2020-08-01")
    assert [(p.code, p.place.file) for p in refused.value.problems] == [("edition-withdrawn", FIGURES)]
    assert below(site) == before


def test_what_a_withdrawn_table_held_is_not_counted_as_added(site: Site) -> None:
    corrected(site)
    withdraw(site, f"2:{FIGURES}")
    cell(FIGURES, 2, "note", "删去了一句话")(site)
    assert release(site, "3", "2020-08-01").changes == {}


def test_figures_beside_a_withdrawn_table_are_still_watched(site: Site) -> None:
    corrected(site)
    withdraw(site, f"1:{CORRECTIONS}")
    cell(FIGURES, 3, "status", "provisional")(site)
    assert [(p.code, p.value) for p in site.problems()] == [("correction-missing", "trees-2018")]


def test_a_withdrawal_hides_no_change_that_comes_after_it(site: Site) -> None:
    corrected(site)
    withdraw(site, f"2:{FIGURES}")
    cell(FIGURES, 3, "status", "provisional")(site)
    assert [(p.code, p.value, p.details["field"]) for p in site.problems()] == [
        ("correction-missing", "trees-2018", "status")
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("trees-2017-3-value,trees-2017,3,value,12345,12346", []),
        ("trees-2017-3-value,trees-2017,3,value,12000,12346", [("correction-differs", CORRECTIONS, 3, "E3")]),
        ("trees-2017-3-value,trees-2017,3,value,12345,12347", [("correction-differs", CORRECTIONS, 3, "F3")]),
    ],
    ids=["one after the other", "another old value", "another new value"],
)
def test_a_change_across_a_withdrawn_table_is_told_by_corrections_one_after_the_other(
    site: Site, row: str, found: list[tuple[str, str, int, str]]
) -> None:
    corrected(site)
    withdraw(site, f"2:{FIGURES}")
    all_of(cell(FIGURES, 2, "value", "12346"), cell(FIGURES, 2, "stated", "12346个"))(site)
    correct(site, row)
    assert site.faults() == found


def test_figures_are_first_seen_where_they_are_first_known(site: Site) -> None:
    corrected(site)
    cell(FIGURES, 2, "note", "附注")(site)
    before = [(step.name, step.brought) for step in timeline.steps(site.read())]
    withdraw(site, f"1:{FIGURES}")
    after = timeline.steps(site.read())
    ids = ("trees-2017", "trees-2018", "trees-planned", "tree-money-2018")
    assert before == [("1", ids), ("2", ()), ("3", ())]
    assert [(step.name, step.brought) for step in after] == [("1", ()), ("2", ids), ("3", ())]
    assert [[one.path for one in step.differences if one.path == FIGURES] for step in after] == [[], [], [FIGURES]]


def test_a_folder_is_frozen_without_checking_it(site: Site) -> None:
    CHANGED(site)
    site.replace(FIGURES, ",12345,", ',"12,345",')
    made = releasing.freeze(site.root, read(site.root), "1", FIRST, Text("旧的一批", "An old state"))
    assert [one.sha256 for one in read(site.root).history.releases] == [made.sha256]
    assert [state.name for state in changes.states(read(site.root))] == ["1"]
