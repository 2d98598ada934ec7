"""Keep compiled patterns between runs."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from newslint import __version__, regexes
from newslint.lazily import Lazily
from newslint.regexes import Key, Program
from newslint.store.plain import from_plain, to_plain

if TYPE_CHECKING:
    import tempfile
else:
    tempfile = Lazily("tempfile")

#: Writing costs about as much as compiling this many patterns.
WORTHWHILE = 12

Parts = tuple[Any, ...]

_TABLE = "CREATE TABLE program (source TEXT, flags INTEGER, code BLOB, rest TEXT)"


class ProgramCache:
    """Gives the patterns of newslint's code to the run, and keeps those it had to compile."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self) -> None:
        """Adopt the programs that are kept; those of a damaged file are compiled again."""
        for path in self._kept():
            regexes.adopt(_sound(path))

    def save(self) -> None:
        """Keep the programs that were compiled, beside the others."""
        programs = list(regexes.fresh())
        if len(programs) >= WORTHWHILE or (programs and not self._kept()):
            with suppress(OSError, sqlite3.Error):
                self._write(programs)

    def _kept(self) -> list[Path]:
        return sorted(self.folder.glob(f"{_key()}.*.programs"))

    def _write(self, programs: list[Program]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        before = self._kept()
        rows = {key: parts() for path in before for key, parts in _sound(path).items()}
        rows.update({(each.source, each.flags): each.parts for each in programs})
        handle, name = tempfile.mkstemp(suffix=".tmp", dir=self.folder)
        os.close(handle)
        temporary = Path(name)
        try:
            _fill(temporary, rows)
            target = self.folder / f"{_key()}.{_digest(temporary)}.programs"
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        for path in before:
            if path != target:
                path.unlink(missing_ok=True)


def _key() -> str:
    versions = (__version__, sys.version, regex.__version__)
    return hashlib.sha256(repr(versions).encode()).hexdigest()[:24]


def _digest(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=12).hexdigest()


def _sound(path: Path) -> dict[Key, Callable[[], Parts]]:
    """Return what a file holds, nothing if it is damaged."""
    with suppress(OSError, LookupError, sqlite3.Error):
        if path.name.split(".")[1] == _digest(path):
            return _read(path)
    return {}


def _fill(path: Path, programs: Mapping[Key, Parts]) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(f"PRAGMA journal_mode = OFF; BEGIN; {_TABLE}")
        for (source, flags), (pattern, own, code, *rest) in sorted(programs.items()):
            plain = json.dumps([to_plain(each) for each in (pattern, own, *map(_tuple, rest))])
            database.execute(
                "INSERT INTO program VALUES (?, ?, ?, ?)", (source, flags, code, plain)
            )
        database.execute("COMMIT")
    finally:
        database.close()


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _read(path: Path) -> dict[Key, Callable[[], Parts]]:
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        rows = database.execute("SELECT source, flags, code, rest FROM program").fetchall()
    finally:
        database.close()
    return {(source, flags): partial(_parts, code, rest) for source, flags, code, rest in rows}


def _parts(code: bytes, rest: str) -> Parts:
    pattern, own, *others = (from_plain(each) for each in json.loads(rest))
    return (pattern, own, code, *others)
