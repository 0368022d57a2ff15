"""The Nu HTML checker has nothing to say about any page, style sheet or drawing."""

import json
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.programs import CHECKER, needs
from tests.whole.browsing import served
from tests.whole.conftest import Built

# The checker takes data in a script element for a script; a browser does not. That pages hold no inline script of any
# other kind is tried in tests/whole/test_edition.py.
DATA: Final = "Inline script violates Content Security Policy"

pytestmark = [pytest.mark.whole, needs("Java", "vnu-jar")]


def said(under: str, *names: str) -> list[str]:
    """Every error, warning and remark of the checker on what stands under an address, in one run of Java."""
    # Pages are read over loopback, which the checker refuses unless told otherwise: only there does 'self' in their
    # content security policy mean their own host.
    command = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(CHECKER)]
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
    run = subprocess.run(
        [*command, *options, *(under + name for name in names)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    messages = [m for m in json.loads(run.stdout)["messages"] if not m["message"].startswith(DATA)]
    return [f"{m.get('url', '').rpartition(under)[2]}: {m['type']}: {m['message']}" for m in messages]


def files(folder: Path, *kinds: str) -> list[str]:
    """Every file of some kinds under a folder, by its path in there."""
    return [path.relative_to(folder).as_posix() for kind in kinds for path in sorted(folder.rglob(f"*.{kind}"))]


def test_the_checker_finds_nothing_in_any_page(address: str, built: Built) -> None:
    assert said(address, *built.pages) == []


def test_the_checker_finds_nothing_in_any_style_sheet_or_drawing(built: Built) -> None:
    found = files(built.folder, "css", "svg")
    assert {Path(name).suffix for name in found} == {".css", ".svg"}
    assert said(f"{built.folder}/", *found) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>x</title><p><a hrf="1">1</a>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "style.css").write_text("p { colr: red }", encoding="utf-8")
    (tmp_path / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><rect widht="1"/></svg>')
    with served(tmp_path) as address:
        pages = said(address, "page.html")
    assert [*pages, *said(f"{tmp_path}/", *files(tmp_path, "css", "svg"))] == [
        "page.html: error: Attribute “hrf” not allowed on element “a” at this point.",
        "style.css: error: CSS: “colr”: Property “colr” doesn't exist.",
        "drawing.svg: error: Attribute “widht” not allowed on element “rect” at this point.",
    ]
