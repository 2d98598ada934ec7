"""Find and read configurations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import ConfigFile, parse_config, parse_pyproject
from newslint.errors import NewslintError
from newslint.store.nearest import Nearest, absolute, shown
from newslint.store.raw import read_text

if TYPE_CHECKING:
    from newslint.store.configcache import ConfigCache
    from newslint.store.snapshot import Snapshot

NAME = "newslint.yaml"
PYPROJECT = "pyproject.toml"


class Configs:
    """Finds the configuration of a folder's files. One that is given governs every file."""

    def __init__(
        self,
        given: Path | None = None,
        snapshot: Snapshot | None = None,
        cache: ConfigCache | None = None,
    ) -> None:
        self._cache = cache
        self._given = load_config(given, cache) if given is not None else None
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
            found = _parsed(home / NAME, shown(folder / NAME), folder, self._cache)
        elif (home / PYPROJECT).is_file():
            found = _parsed(home / PYPROJECT, shown(folder / PYPROJECT), folder, self._cache)
        return found._replace(home=home.as_posix()) if found else None


def load_config(path: Path, cache: ConfigCache | None = None) -> ConfigFile:
    """Read a configuration that was named; raises NewslintError."""
    folder = absolute(path).parent
    file = _parsed(path, path.as_posix(), folder, cache)
    if file is None:
        raise NewslintError.of("has no table [tool.newslint]", path=path.as_posix())
    return file._replace(home=folder.as_posix())


def _parsed(path: Path, name: str, folder: Path, cache: ConfigCache | None) -> ConfigFile | None:
    text = read_text(path)
    parse = parse_pyproject if path.suffix == ".toml" else parse_config
    if cache is None:
        return parse(text, name, folder.as_posix())
    return cache.parse(parse, text, name, folder.as_posix())
