"""Every chart of the edition fits the frame that its line for embedding makes, in narrow and wide columns of others."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from gongshi.site import embedding
from tests.programs import needs
from tests.whole.browsing import served, watch
from tests.whole.conftest import Built
from tests.whole.framing import VIEWPORT, host, misfits

pytestmark = [pytest.mark.browser, pytest.mark.whole, needs("Chromium")]

FOLLOWING: Final = "pre[data-copied]:-soup-contains('<iframe')"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_no_chart_is_cut_scrolled_or_lost_in_an_empty_frame(
    chromium: Browser, built: Built, address: str, tmp_path: Path, scripts: bool
) -> None:
    folder, faults = tmp_path / "host", list[str]()
    folder.mkdir()
    lines = {
        f"{root}{figure['id']}".replace("/", "-"): figure.select_one(FOLLOWING).get_text()
        for root in ("", "en/")
        for path, page in built.pages.items()
        if path.startswith(f"{root}topics/")
        for figure in page.select("figure.chart")
    }
    embedded = [path for path in built.pages if path.startswith(("embed/", "en/embed/"))]
    assert len(lines) == len(embedded) > 0
    context = chromium.new_context(viewport=VIEWPORT, java_script_enabled=scripts)
    with served(folder) as other:
        page = context.new_page()
        watch(page, "http://127.0.0.1:", faults)
        for name, line in lines.items():
            made = host(folder, name, line.replace(f"{embedding.PLACEHOLDER}/", address))
            faults += [f"{name}: {fault}" for fault in misfits(page, f"{other}{made}")]
    context.close()
    assert faults == []
