"""The programs of others that tests check the site with; `make test` installs them where it may (tests/programs.sh)."""

import os
from pathlib import Path
from shutil import which
from typing import Final

import pytest

PACKAGES: Final = Path(__file__).resolve().parent / "web/node_modules"
CHROMIUM: Final = Path("/usr/bin/chromium")
AXE: Final = PACKAGES / "axe-core/axe.min.js"
CHECKER: Final = PACKAGES / "vnu-jar/build/dist/vnu.jar"
THERE: Final = {
    "Chromium": CHROMIUM.exists(),
    "LibreOffice": bool(which("soffice")),
    "Java": bool(which("java")),
    "nginx": bool(which("nginx", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))),
    "R": bool(which("Rscript")),
    "curl": bool(which("curl")),
    "Node": bool(which("node")),
    "ssh-keygen": bool(which("ssh-keygen")),
    "axe-core": AXE.exists(),
    "vnu-jar": CHECKER.exists(),
}
# Set by .ci/run: there, what is missing is a failure.
REQUIRED: Final = os.environ.get("GONGSHI_REQUIRE_PROGRAMS") == "1"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test, and say why, where one of its programs is missing; where programs are required it runs and fails."""
    missing = [program for program in programs if not THERE[program]]
    return pytest.mark.skipif(
        bool(missing) and not REQUIRED, reason=f"not installed: {', '.join(missing)} (tests/programs.sh)"
    )
