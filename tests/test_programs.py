"""No check of the site with a program of others is passed over in silence."""

import pytest

from tests.programs import REQUIRED, THERE
from tests.publication import HERE


@pytest.mark.skipif(not REQUIRED, reason="programs are required in continuous integration only")
def test_where_programs_are_required_none_is_missing() -> None:
    assert [program for program, there in THERE.items() if not there] == []


def test_continuous_integration_requires_them() -> None:
    assert "export GONGSHI_REQUIRE_PROGRAMS=1" in (HERE / ".ci/run").read_text(encoding="utf-8").splitlines()
