"""Keep parsed configurations between runs: a start in most repositories needs YAML for no more."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from newslint import __version__
from newslint.config import Config, ConfigFile
from newslint.digest import digest
from newslint.store.kept import KeptFiles
from newslint.store.plain import from_plain, to_plain

#: Raised whenever the form of what is kept changes.
FORM = 1
#: Kept configurations beyond this number are removed, the oldest first.
KEPT = 50

#: Parses a text (path, folder); None if it holds no configuration.
Parse = Callable[[str, str, str], ConfigFile | None]


class ConfigCache:
    """Parses configurations, or takes what an earlier run made of the same text."""

    def __init__(self, folder: Path) -> None:
        self._files = KeptFiles(folder, ".config", most=KEPT)

    def parse(self, parse: Parse, text: str, path: str, folder: str) -> ConfigFile | None:
        """Return what `parse` makes of a text; raises what it raises, and keeps no such text."""
        key = digest((FORM, __version__, parse.__name__, text))
        for kept in self._files.sound(key):
            with suppress(OSError, ValueError, LookupError, TypeError):
                config = from_plain(json.loads(kept.read_bytes()))
                if isinstance(config, Config):
                    return ConfigFile(config, path, folder, text)
        file = parse(text, path, folder)
        if file is not None:
            data = json.dumps(to_plain(file.config)).encode()
            with suppress(OSError):
                self._files.write(key, partial(_fill, data=data))
        return file


def _fill(path: Path, data: bytes) -> None:
    path.write_bytes(data)
