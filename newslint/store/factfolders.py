"""Find the folder of fact sheets that governs an article, apart from how sheets are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.factsheet import Facts
from newslint.store.nearest import Nearest

if TYPE_CHECKING:
    from newslint.store.snapshot import Snapshot

FOLDER = "facts"


def fact_folders(snapshot: Snapshot | None = None, cache: Path | None = None) -> Nearest[Facts]:
    """Return the finder of fact sheets: the nearest folder `facts` above an article.

    What was read is kept in the folder `cache`.
    """

    def in_folder(folder: Path) -> Facts | None:
        path = (snapshot.of(folder) if snapshot else folder) / FOLDER
        if not (path.is_dir() and sheet_files(path)):
            return None
        from newslint.store.factcache import FactCache
        from newslint.store.facts import load_facts

        return load_facts(path, FactCache(cache) if cache else None)

    return Nearest(in_folder, Facts())


def sheet_files(folder: Path) -> list[Path]:
    """Return the sheets in a folder, sorted."""
    return sorted([*folder.glob("*.yaml"), *folder.glob("*.yml"), *folder.glob("*.csv")])
