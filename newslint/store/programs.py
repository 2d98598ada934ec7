"""Keep compiled patterns between runs."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import regex

from newslint import __version__, regexes
from newslint.regexes import Key
from newslint.store.kept import KeptFiles
from newslint.store.plain import from_plain, to_plain

#: Writing costs about as much as compiling this many patterns.
WORTHWHILE = 12

Parts = tuple[Any, ...]

_TABLE = "CREATE TABLE program (source TEXT, flags INTEGER, code BLOB, rest TEXT)"


class ProgramCache:
    """Gives the patterns of newslint's code to the run, and keeps those it had to compile."""

    def __init__(self, folder: Path) -> None:
        self._files = KeptFiles(folder, ".programs", most=4)

    def load(self) -> None:
        """Adopt the programs that are kept; those of a damaged file are compiled again."""
        regexes.adopt(self._kept())

    def save(self) -> None:
        """Keep the programs that were compiled, beside the others."""
        programs = list(regexes.fresh())
        if not programs:
            return
        known = self._kept()
        if known and len(programs) < WORTHWHILE:
            return
        rows = {key: parts() for key, parts in known.items()}
        rows.update({(each.source, each.flags): each.parts for each in programs})
        with suppress(OSError, sqlite3.Error):
            self._files.write(_key(), partial(_fill, programs=rows))

    def _kept(self) -> dict[Key, Callable[[], Parts]]:
        found: dict[Key, Callable[[], Parts]] = {}
        for path in self._files.sound(_key()):
            with suppress(OSError, sqlite3.Error):
                found.update(_read(path))
        return found


def _key() -> str:
    versions = (__version__, sys.version, regex.__version__)
    return hashlib.sha256(repr(versions).encode()).hexdigest()[:24]


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
