"""Fixtures that more than one room's tests use."""

from pathlib import Path

import pytest

from tests.publication import Site, publication


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small publication without a problem, in a folder of its own."""
    return publication(tmp_path / "publication")
