"""What a run is given: files, folders and standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from newslint.config import is_article
from newslint.context import Author
from newslint.errors import NewslintError, Problem
from newslint.readers import EXTENSIONS
from newslint.record import Record
from newslint.session import Session
from newslint.store.configs import Configs
from newslint.store.files import discover, relative
from newslint.store.raw import read_bytes

STDIN = "-"
NAMELESS = "<stdin>"


class Input(Record):
    """One thing to check; `file` is None for standard input."""

    path: str
    file: Path | None

    @property
    def size(self) -> int:
        """Return its size in bytes, 0 where that cannot be told."""
        try:
            return self.file.stat().st_size if self.file else 0
        except OSError:
            return 0

    def data(self, max_size: int) -> bytes:
        """Read its bytes; raises NewslintError."""
        return sys.stdin.buffer.read() if self.file is None else read_bytes(self.file, max_size)


class Inputs(Record):
    """All that a run checks, what was named but is excluded, and what could not be found."""

    inputs: tuple[Input, ...]
    skipped: tuple[str, ...]
    problems: tuple[Problem, ...]


def find_inputs(paths: Sequence[str], stdin_filename: str, session: Session) -> Inputs:
    """Find what the paths of a command line name."""
    files = [Path(path) for path in paths if path != STDIN]
    found = discover(files, session.configs, EXTENSIONS)
    inputs = [Input(path.as_posix(), path) for path in found.articles]
    skipped = list(found.skipped)
    if STDIN in paths:
        name = stdin_filename or NAMELESS
        if stdin_filename and not _is_article(name, session):
            skipped.append(name)
        else:
            inputs.append(Input(name, None))
    return Inputs(tuple(inputs), tuple(skipped), found.problems)


def _is_article(name: str, session: Session) -> bool:
    try:
        config = session.configs.of(Path(name).parent)
    except NewslintError:
        return True  # checking it will report what is wrong
    return is_article(config, relative(Path(name), config))


def read_authors(folder: str, configs: Configs) -> tuple[Author, ...]:
    """Read the registry of authors: of the folder that was named, or the configuration's.

    Without either there is none. Raises NewslintError.
    """
    if folder:
        return _authors(Path(folder))
    try:
        config = configs.of(Path.cwd())
    except NewslintError:
        return ()  # checking a file that it governs will report what is wrong
    named = config.config.authors
    return _authors(Path(config.home) / named) if named else ()


def _authors(folder: Path) -> tuple[Author, ...]:
    from newslint.store.authors import load_authors

    return load_authors(folder)
