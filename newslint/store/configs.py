"""Find and read configurations."""

from __future__ import annotations

from pathlib import Path

from newslint.config import ConfigFile, parse_config, parse_pyproject
from newslint.errors import NewslintError
from newslint.store.nearest import Nearest, absolute, shown
from newslint.store.rules import read_text

NAME = "newslint.yaml"
PYPROJECT = "pyproject.toml"


class Configs:
    """Finds the configuration of a folder's files. One that is given governs every file."""

    def __init__(self, given: Path | None = None) -> None:
        self._given = load_config(given) if given is not None else None
        self._nearest = Nearest(_in_folder, ConfigFile())

    def of(self, folder: Path) -> ConfigFile:
        """Return what governs the files of a folder; raises NewslintError if that is broken."""
        return self._given or self._nearest.of(folder)


def load_config(path: Path) -> ConfigFile:
    """Read a configuration that was named; raises NewslintError."""
    text = read_text(path)
    folder = absolute(path).parent.as_posix()
    if path.suffix != ".toml":
        return parse_config(text, path.as_posix(), folder)
    file = parse_pyproject(text, path.as_posix(), folder)
    if file is None:
        raise NewslintError.of("has no table [tool.newslint]", path=path.as_posix())
    return file


def _in_folder(folder: Path) -> ConfigFile | None:
    path = folder / NAME
    if path.is_file():
        return parse_config(read_text(path), shown(path), folder.as_posix())
    path = folder / PYPROJECT
    if path.is_file():
        return parse_pyproject(read_text(path), shown(path), folder.as_posix())
    return None
