"""Find what governs a file: the nearest of its kind in the folders above."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from newslint.errors import NewslintError

T = TypeVar("T")


class Nearest(Generic[T]):
    """Looks upwards from a folder, and into each folder once.

    `load` returns what stands in a folder, or None; what it raises holds for the folders below.
    """

    def __init__(self, load: Callable[[Path], T | None], default: T) -> None:
        self._load = load
        self._default = default
        self._found: dict[Path, T | NewslintError] = {}

    def of(self, folder: Path) -> T:
        """Return what governs the files of a folder; raises NewslintError if that is broken."""
        found = self._of(absolute(folder))
        if isinstance(found, NewslintError):
            raise found
        return found

    def _of(self, folder: Path) -> T | NewslintError:
        if folder not in self._found:
            try:
                here = self._load(folder)
            except NewslintError as error:
                self._found[folder] = error
                return error
            if here is not None:
                self._found[folder] = here
            elif folder.parent == folder:
                self._found[folder] = self._default
            else:
                self._found[folder] = self._of(folder.parent)
        return self._found[folder]


def absolute(path: Path) -> Path:
    """Return the path from the root, `..` resolved and links kept, so that parents are above it."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute() keeps '..'


def shown(path: Path) -> str:
    """Write a path as a person in the working folder would."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
