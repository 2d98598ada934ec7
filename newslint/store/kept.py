"""Files in the cache folder that vouch for themselves: a key and a checksum make their name."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.digest import checksum
from newslint.lazily import Lazily

if TYPE_CHECKING:
    import tempfile
else:
    tempfile = Lazily("tempfile")


_PIECE = 1 << 16


class KeptFiles:
    """The files of one kind, told from others by their suffix; at most `most` of them are kept.

    A key says what a file was made from, so that there is one sound file a key. A torn or altered
    file does not fit its name.
    """

    def __init__(self, folder: Path, suffix: str, most: int) -> None:
        self.folder = folder
        self._suffix = suffix
        self._most = most

    def sound(self, key: str) -> list[Path]:
        """Return the undamaged files of a key."""
        return [path for path in self._named(key) if path.name.split(".")[1] == _sum_of(path)]

    def write(self, key: str, fill: Callable[[Path], None]) -> None:
        """Let `fill` write a file and put it in the place of all others of its key.

        Raises OSError, and whatever `fill` raises; then nothing has changed.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".tmp", dir=self.folder)
        os.close(handle)
        temporary = Path(name)
        try:
            fill(temporary)
            target = self.folder / f"{key}.{_sum_of(temporary)}{self._suffix}"
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        self._prune(key, target)

    def _named(self, key: str) -> list[Path]:
        with suppress(OSError):  # pathlib's glob compiles a pattern
            names = sorted(os.listdir(self.folder))  # noqa: PTH208
            return [
                self.folder / name
                for name in names
                if name.startswith(f"{key}.") and name.endswith(self._suffix)
            ]
        return []

    def _prune(self, key: str, target: Path) -> None:
        """Remove the other files of this key, and the oldest ones beyond the limit."""
        for path in self._named(key):
            if path != target:
                path.unlink(missing_ok=True)
        kept = sorted(self.folder.glob(f"*{self._suffix}"), key=lambda path: path.stat().st_mtime)
        for path in kept[: -self._most]:
            path.unlink(missing_ok=True)


def state_of(path: str | Path) -> list[int] | None:
    """Return what tells one state of a file or folder from another, None if there is none.

    The time of the last change of an inode cannot be set by hand: with it a file need not be read.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - called for every rule file of every run
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _sum_of(path: Path) -> str:
    """Return the checksum of a file, read piece by piece; empty if it cannot be read."""
    try:
        with path.open("rb", buffering=0) as file:
            return checksum(iter(partial(file.read, _PIECE), b""))
    except OSError:
        return ""
