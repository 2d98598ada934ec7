"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of measuring material, or skip: the suite stands without it."""
    folder = Path(os.environ.get("NEWSLINT_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("measuring material is not at hand")
    return folder
