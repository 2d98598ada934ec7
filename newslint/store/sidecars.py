"""Find and read the sidecar file of suppressions: the nearest one above an article."""

from __future__ import annotations

from pathlib import Path

from newslint.store.nearest import Nearest, shown
from newslint.store.rules import read_text
from newslint.store.snapshot import Snapshot
from newslint.suppress import Sidecar, parse_sidecar

NAME = "newslint-suppressions.yaml"


def sidecars(snapshot: Snapshot | None = None) -> Nearest[Sidecar]:
    """Return the finder of sidecars; an empty one stands where there is none."""

    def in_folder(folder: Path) -> Sidecar | None:
        path = (snapshot.of(folder) if snapshot else folder) / NAME
        if not path.is_file():
            return None
        return parse_sidecar(read_text(path), shown(folder / NAME), folder.as_posix())

    return Nearest(in_folder, Sidecar())
