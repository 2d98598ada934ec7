"""Keep fact sheets that were read, so that thousands of entries do not slow every run.

A kept sheet folder is one file of plain data in the cache folder, named by a digest of the state of
the sheets. One that is missing, torn or of another version is read anew without a word.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from newslint import __version__
from newslint.factsheet import (
    BodyFact,
    EventFact,
    Facts,
    Figure,
    HeldTitle,
    PersonFact,
    PlaceFact,
    TermFact,
)

#: Raised whenever the form of what is kept, or what makes a sheet wrong, changes.
FORM = 1
#: Kept folders beyond this number are removed, the oldest first.
KEPT = 8


class FactCache:
    """Gives the facts of sheets that have not changed. That it cannot is no fault."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, sheets: Sequence[Path]) -> Facts | None:
        """Return what was read from these sheets in their present state."""
        try:
            text = self._path(sheets).read_text(encoding="utf-8")
            digest, body = text.split("\n", 1)
            if digest != _digest(body):
                return None
            return _facts(json.loads(body))
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def put(self, sheets: Sequence[Path], facts: Facts) -> None:
        """Keep what was read from these sheets."""
        body = json.dumps([*map(_rows, facts[:-1]), facts.digest], ensure_ascii=False)
        with suppress(OSError, UnicodeError):
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self._path(sheets)
            temporary = path.with_suffix(f".{os.getpid()}.tmp")
            temporary.write_text(f"{_digest(body)}\n{body}", encoding="utf-8")
            temporary.replace(path)
            self._prune()

    def _path(self, sheets: Sequence[Path]) -> Path:
        states = [(__version__, FORM)]
        found = [(str(path.absolute()), *_state(path)) for path in sheets]
        key = hashlib.blake2b(repr((states, found)).encode("utf-8", "surrogatepass"))
        return self.folder / f"facts-{key.hexdigest()[:24]}.json"

    def _prune(self) -> None:
        kept = sorted(self.folder.glob("facts-*.json"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-KEPT]:
            path.unlink(missing_ok=True)


def _rows(value: object) -> object:
    """Write records as lists and days as numbers; what each is, its place in the record says."""
    if isinstance(value, date):
        return value.toordinal()
    return [_rows(each) for each in value] if isinstance(value, tuple) else value


@cache
def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def _titles(rows: Sequence[Any]) -> tuple[HeldTitle, ...]:
    return tuple(HeldTitle(title, _day(begin), _day(end)) for title, begin, end in rows)


def _figures(rows: Sequence[Any]) -> tuple[Figure, ...]:
    return tuple(
        Figure(what, value, tuple(words), unit, off) for what, value, words, unit, off in rows
    )


_Convert = Callable[[Any], Any]
#: Record -> (place of a field that JSON cannot hold, what makes it of what JSON holds).
_FIELDS: Mapping[type[Any], tuple[tuple[int, _Convert], ...]] = {
    PersonFact: ((1, tuple), (2, _titles), (3, _day), (6, _day)),
    BodyFact: ((1, tuple), (4, tuple), (5, tuple), (7, _day)),
    PlaceFact: ((1, tuple), (4, _day)),
    TermFact: ((1, tuple), (3, _day)),
    EventFact: ((1, tuple), (2, _day), (3, _figures), (5, _day)),
}


def _facts(sections: Sequence[Any]) -> Facts:
    """Make the records again; raises ValueError, LookupError or TypeError on anything else."""
    made = []
    for (kind, fields), rows in zip(_FIELDS.items(), sections[:-1], strict=True):
        for row in rows:
            for place, convert in fields:
                row[place] = convert(row[place])
        made.append(tuple([kind(*row) for row in rows]))
    people, organisations, places, terms, events = made
    return Facts(people, organisations, places, terms, events, sections[-1])


def _state(path: Path) -> tuple[int, ...]:
    """Return what tells one state of a file from another, without reading it."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
