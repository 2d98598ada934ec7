"""Keep compiled patterns between runs."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from newslint import __version__, regexes
from newslint.digest import digest
from newslint.regexes import Program
from newslint.store.kept import KeptFiles

#: Raised whenever the form of what is kept changes.
FORM = 3
#: A file of this many is written no more: what is new then would be used too seldom.
MOST = 3_000

_Key = tuple[str, int]
_Kept = tuple[bytes, str]
_Row = tuple[_Key, _Kept]

_TABLE = "CREATE TABLE program (source TEXT, flags INTEGER, code BLOB, rest TEXT);"


class ProgramCache:
    """Gives the patterns of newslint's code to the run, and keeps those it had to compile."""

    def __init__(self, folder: Path) -> None:
        self._files = KeptFiles(folder, ".programs", most=4)
        self._rows: dict[_Key, _Kept] = {}

    def load(self) -> None:
        """Adopt the programs that are kept; those of a damaged file are compiled again."""
        for path in self._files.sound(_key()):
            with suppress(OSError, sqlite3.Error):
                self._rows.update(_read(path))
                regexes.adopt(self._find)

    def save(self) -> None:
        """Keep the programs that were compiled, beside the others."""
        rows = dict(_row(each) for each in regexes.fresh() if not _lists(each))
        # To write costs less than to import the half of `regex` that parses the next time.
        if rows.keys() <= self._rows.keys() or len(self._rows) > MOST:
            return
        self._rows.update(rows)
        with suppress(OSError, sqlite3.Error):
            self._files.write(_key(), partial(_fill, rows=self._rows))

    def _find(self, source: str, flags: int) -> tuple[Any, ...] | None:
        found = self._rows.get((source, flags))
        try:
            return _parts(*found) if found else None
        except (ValueError, TypeError):
            return None


def _key() -> str:
    return digest((FORM, __version__, sys.version, regexes.version()))


def _read(path: Path) -> Iterator[_Row]:
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        for source, flags, *program in database.execute("SELECT * FROM program"):
            yield (source, flags), (program[0], program[1])
    finally:
        database.close()


def _fill(path: Path, rows: Mapping[_Key, _Kept]) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(f"PRAGMA journal_mode = OFF; BEGIN; {_TABLE}")
        whole = ((*key, *kept) for key, kept in sorted(rows.items()))
        database.executemany("INSERT INTO program VALUES (?, ?, ?, ?)", whole)
        database.execute("COMMIT")
    finally:
        database.close()


def _lists(program: Program) -> bool:
    """Tell whether a pattern has named lists, whose sets plain data does not hold."""
    return bool(program.parts[5] or program.parts[6])


def _row(program: Program) -> _Row:
    """Take a program apart; the parts are those that `regex` gives away when it is pickled."""
    pattern, own, code, names, numbers, _, _, *required = program.parts
    rest = json.dumps([pattern, own, names, list(numbers.items()), *required])
    return (program.source, program.flags), (code, rest)


def _parts(code: bytes, rest: str) -> tuple[Any, ...]:
    pattern, own, names, numbers, offset, characters, flags, groups = json.loads(rest)
    needed = (offset, tuple(characters), flags, groups)
    return (pattern, own, code, names, dict(numbers), {}, [], *needed)
