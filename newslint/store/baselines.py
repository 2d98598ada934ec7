"""Read and write baselines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.baseline import Baseline, Known, baseline_text, parse_baseline
from newslint.errors import NewslintError
from newslint.store.nearest import absolute, shown
from newslint.store.raw import read_text, write_bytes

if TYPE_CHECKING:
    from newslint.store.snapshot import Snapshot

NAME = "newslint-baseline.json"


def load_baseline(path: Path, snapshot: Snapshot | None = None) -> Baseline:
    """Read a baseline that must be there; raises NewslintError."""
    home = snapshot.of(path) if snapshot else path
    if not home.exists():
        hint = "write it with 'newslint baseline write'"
        raise NewslintError.of("there is no such baseline", path=shown(absolute(path)), hint=hint)
    folder = absolute(path).parent.as_posix()
    return parse_baseline(read_text(home), shown(absolute(path)), folder)


def save_baseline(path: Path, entries: Iterable[Known]) -> None:
    """Write a baseline in one step; raises NewslintError."""
    write_bytes(path, baseline_text(entries).encode("utf-8", "backslashreplace"))
