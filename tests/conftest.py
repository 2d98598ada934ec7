"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
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


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what runs keep away from the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
