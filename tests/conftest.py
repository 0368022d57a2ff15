"""Fixtures that more than one room's tests use."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.publication import Site, publication

# No test waits for a clock: machines are shared. The same examples in every run: what is red here is red everywhere.
settings.register_profile("gongshi", deadline=None, derandomize=True)
settings.load_profile("gongshi")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small publication without a problem, in a folder of its own."""
    return publication(tmp_path / "publication")
