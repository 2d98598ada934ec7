"""Find and read the sidecar file of suppressions: the nearest one above an article."""

from __future__ import annotations

from pathlib import Path

from newslint.store.nearest import Nearest, shown
from newslint.store.rules import read_text
from newslint.suppress import Sidecar, parse_sidecar

NAME = "newslint-suppressions.yaml"


def sidecars() -> Nearest[Sidecar]:
    """Return the finder of sidecars; an empty one stands where there is none."""
    return Nearest(_in_folder, Sidecar())


def _in_folder(folder: Path) -> Sidecar | None:
    path = folder / NAME
    return (
        parse_sidecar(read_text(path), shown(path), folder.as_posix()) if path.is_file() else None
    )
