"""Find and read configurations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import ConfigFile, parse_config, parse_pyproject
from newslint.errors import NewslintError
from newslint.store.nearest import Nearest, absolute, shown
from newslint.store.raw import read_text

if TYPE_CHECKING:
    from newslint.store.snapshot import Snapshot

NAME = "newslint.yaml"
PYPROJECT = "pyproject.toml"


class Configs:
    """Finds the configuration of a folder's files. One that is given governs every file."""

    def __init__(self, given: Path | None = None, snapshot: Snapshot | None = None) -> None:
        self._given = load_config(given) if given is not None else None
        self.snapshot = snapshot
        self._nearest = Nearest(self._in_folder, ConfigFile())

    def of(self, folder: Path) -> ConfigFile:
        """Return what governs the files of a folder; raises NewslintError if that is broken."""
        return self._given or self._nearest.of(folder)

    def _in_folder(self, folder: Path) -> ConfigFile | None:
        """Read a folder's configuration, from the snapshot if there is one."""
        home = self.snapshot.of(folder) if self.snapshot else folder
        found = None
        if (home / NAME).is_file():
            text = read_text(home / NAME)
            found = parse_config(text, shown(folder / NAME), folder.as_posix())
        elif (home / PYPROJECT).is_file():
            text = read_text(home / PYPROJECT)
            found = parse_pyproject(text, shown(folder / PYPROJECT), folder.as_posix())
        return found._replace(home=home.as_posix()) if found else None


def load_config(path: Path) -> ConfigFile:
    """Read a configuration that was named; raises NewslintError."""
    text = read_text(path)
    folder = absolute(path).parent.as_posix()
    if path.suffix == ".toml":
        file = parse_pyproject(text, path.as_posix(), folder)
    else:
        file = parse_config(text, path.as_posix(), folder)
    if file is None:
        raise NewslintError.of("has no table [tool.newslint]", path=path.as_posix())
    return file._replace(home=folder)
