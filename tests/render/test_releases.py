"""What was released stays at its address, byte for byte; nothing but that ever stands there."""

from collections.abc import Mapping
from datetime import date

import pytest

from gongshi import releasing
from gongshi.record import timeline
from gongshi.render import releases
from tests.check.faults.making import FIGURES, all_of, cell
from tests.publication import Site, publication
from tests.released import CORRECTIONS, correct, first, release


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two releases; the table of the first was withdrawn, and files that no release knows lie beside them."""
    made = publication(tmp_path_factory.mktemp("released"))
    first(made)
    all_of(cell(FIGURES, 2, "value", "12345"), cell(FIGURES, 2, "stated", "12345个"))(made)
    correct(made, "trees-2017-2-value,trees-2017,2,value,12000,12345")
    release(made, "2", "2020-07-01")
    made.write("releases/index.html", "<script></script>")
    made.write("releases/allowed_signers", "editors ssh-ed25519 AAAA\n")
    return made


def files(site: Site) -> Mapping[str, bytes]:
    reading = site.read()
    return releases.files(reading.history, timeline.steps(reading))


def test_every_frozen_file_stands_under_its_release_and_nothing_else_does(site: Site) -> None:
    history = site.read().history
    expected = {f"releases/{one.name}/{file.path}" for one in history.releases for file in one.files}
    expected |= {f"releases/{name}/{file}" for name in "12" for file in ("manifest.json", "changes.csv")}
    charts = [
        f"{language}/trees/by-year/{file}"
        for language in ("zh", "en")
        for file in ("wide.svg", "narrow.svg", "chart.csv")
    ]
    expected |= {f"releases/{name}/embed/{chart}" for name in "12" for chart in charts}
    assert set(files(site)) == expected | {"releases/HEAD", "releases/allowed_signers"}


def test_manifests_and_frozen_files_are_the_bytes_that_were_released(site: Site) -> None:
    made, history = files(site), site.read().history
    assert made["releases/HEAD"] == history.files["HEAD"]
    for one in history.releases:
        assert made[f"releases/{one.name}/manifest.json"] == history.files[f"{one.name}.json"]
        content = {path: made[f"releases/{one.name}/{path}"] for path in history.content(one)}
        assert content == dict(history.content(one))


def test_changes_say_what_came_went_and_was_changed_and_from_what_to_what(site: Site) -> None:
    assert files(site)["releases/2/changes.csv"].decode("utf-8").splitlines() == [
        "table,id,change,column,old,new",
        f"{CORRECTIONS},trees-2017-2-value,added,,,",
        f"{FIGURES},trees-2017,changed,value,12000,12345",
        f"{FIGURES},trees-2017,changed,stated,1.2万个,12345个",
    ]


def test_the_archive_follows_the_chain_without_the_frozen_files(site: Site) -> None:
    assert set(releases.chain(site.read().history)) == {
        "releases/1/manifest.json",
        "releases/2/manifest.json",
        "releases/HEAD",
        "releases/allowed_signers",
    }


def test_nothing_is_written_where_nothing_was_released(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert files(publication(tmp_path_factory.mktemp("unreleased"))) == {}


def test_a_note_stands_in_place_of_a_withdrawn_file_and_its_values_stand_nowhere(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = publication(tmp_path_factory.mktemp("withdrawn"))
    cell(FIGURES, 2, "note", "泄漏的一句话")(made)
    first(made)
    cell(FIGURES, 2, "note", "")(made)
    release(made, "2", "2020-07-01")
    releasing.withdraw(made.root, f"1:{FIGURES}", "虚构的原因", "总编辑", date(2020, 7, 2))
    shown = files(made)
    assert f"releases/1/{FIGURES}" not in shown
    assert "虚构的原因" in shown[f"releases/1/{FIGURES}.withdrawn.json"].decode("utf-8")
    assert [path for path, data in shown.items() if "泄漏的一句话".encode() in data] == []


def test_all_releases_are_one_table(site: Site) -> None:
    reading = site.read()
    made = releases.sheet(reading.history, timeline.steps(reading))
    first_, second = reading.history.releases
    shown = [dict(zip(made.names, row, strict=True)) for row in made.rows]
    assert [(row["name"], row["date"], row["signed"]) for row in shown] == [
        ("1", first_.day.isoformat(), "no"),
        ("2", "2020-07-01", "no"),
    ]
    assert [(row["previous"], row["previous_sha256"], row["sha256"]) for row in shown] == [
        ("", "", first_.sha256),
        ("1", first_.sha256, second.sha256),
    ]
    counted = ("added", "changed", "gone", "registers", "withdrawn")
    assert [shown[1][name] for name in counted] == ["0", "1", "0", "1", "0"]
    assert int(shown[0]["added"]) == len(reading.catalog.figures)
