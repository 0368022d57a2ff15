"""What a publication is made of is known by its bytes, and a change while it is built is noticed."""

import hashlib
import os
from pathlib import Path

import pytest

from gongshi.errors import BuildError
from gongshi.read import inputs
from tests.publication import Site


def told(site: Site, before: object) -> tuple[str, str] | None:
    assert isinstance(before, dict)
    try:
        inputs.refuse_changes(site.root, before)
    except BuildError as error:
        return error.zh, error.en
    return None


def test_every_file_of_a_publication_has_its_fingerprint(site: Site) -> None:
    files = sorted(path for path in site.root.rglob("*") if path.is_file())
    assert inputs.fingerprints(site.root) == {
        path.relative_to(site.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_what_was_read_carries_the_fingerprints(site: Site) -> None:
    assert site.read().fingerprints == inputs.fingerprints(site.root)


def test_files_left_alone_are_no_change_even_where_they_were_saved_again(site: Site) -> None:
    before = inputs.fingerprints(site.root)
    article = site.root / "content/zh/articles/trees.md"
    site.write("content/zh/articles/trees.md", article.read_bytes())
    os.utime(article, (0, 0))
    assert told(site, before) is None


def test_a_file_that_changed_was_added_or_vanished_is_named(site: Site) -> None:
    before = inputs.fingerprints(site.root)
    site.replace("publication.yaml", "示例县公示", "示例县的公示")
    site.replace("datasets/trees/figures.csv", "12000", "12001")
    site.write("content/zh/articles/new.md", "Title: 新\n")
    (site.root / "content/en/pages/about.md").unlink()
    assert told(site, before) == (
        "生成期间有文件变了，所以没有发布：\n"
        "  少了 content/en/pages/about.md\n"
        "  多了 content/zh/articles/new.md\n"
        "  改了 datasets/trees/figures.csv\n"
        "  改了 publication.yaml\n"
        "已发布的网站原样不动。等文件都存好，再运行一次。",
        "Files changed during the build, so nothing was published:\n"
        "  gone: content/en/pages/about.md\n"
        "  added: content/zh/articles/new.md\n"
        "  changed: datasets/trees/figures.csv\n"
        "  changed: publication.yaml\n"
        "The published site is as it was. Run it again when all files are saved.",
    )


def test_of_many_changes_twenty_are_named_and_the_rest_counted(site: Site) -> None:
    before = inputs.fingerprints(site.root)
    for number in range(23):
        site.write(f"content/zh/articles/new-{number:02}.md", "")
    said = told(site, before)
    assert said is not None
    assert [text.splitlines()[20:22] for text in said] == [
        ["  多了 content/zh/articles/new-19.md", "  另有 3 个文件"],
        ["  added: content/zh/articles/new-19.md", "  and 3 more"],
    ]


@pytest.mark.parametrize(
    "name", [".~lock.figures.csv#", "~$figures.csv", "figures.csv~", "figures.tmp", ".figures.csv.swp", ".git/index"]
)
def test_what_editors_keep_beside_an_open_file_is_no_change(site: Site, name: str) -> None:
    before = inputs.fingerprints(site.root)
    site.write(f"datasets/trees/{name}", "x")
    assert told(site, before) is None


def test_the_site_and_other_folders_are_no_part_of_the_publication(site: Site) -> None:
    before = inputs.fingerprints(site.root)
    site.write("output/index.html", "x")
    site.write("theme/mine.css", "x")
    assert told(site, before) is None


def test_links_are_not_followed(site: Site, tmp_path: Path) -> None:
    before = inputs.fingerprints(site.root)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.csv").write_text("x")
    (site.root / "datasets/elsewhere").symlink_to(tmp_path / "elsewhere")
    (site.root / "datasets/trees/a.csv").symlink_to(tmp_path / "elsewhere/a.csv")
    (site.root / "datasets/trees/endless.csv").symlink_to("/dev/zero")
    os.mkfifo(site.root / "datasets/trees/waiting.csv")
    assert told(site, before) is None


def test_a_file_that_cannot_be_read_has_an_empty_fingerprint(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = inputs.fingerprints(site.root)
    opened = Path.open

    def failing(self: Path, *arguments: str) -> object:
        if self.name == "figures.csv":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments)

    monkeypatch.setattr(Path, "open", failing)
    assert inputs.fingerprints(site.root) == whole | {"datasets/trees/figures.csv": ""}
