"""Keep fact sheets that were read, so that thousands of entries do not slow every run.

A kept sheet folder is one SQLite file in the cache folder, named by a digest of the state of the
sheets and a checksum of its own bytes. It holds plain data only: every fact, and the words of an
article that it matters to. One that is missing, torn or of another version is read anew without a
word.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from newslint import __version__
from newslint.digest import digest
from newslint.document import Document
from newslint.factsheet import (
    BodyFact,
    EventFact,
    Fact,
    Facts,
    Figure,
    HeldTitle,
    PersonFact,
    PlaceFact,
    TermFact,
)
from newslint.store.factfolders import Sheets
from newslint.store.factkeys import Key, TextWords, keys_of_facts
from newslint.store.kept import KeptFiles, state_of
from newslint.store.stored_index import select_in

#: Raised whenever the form of what is kept, or what makes a sheet wrong, changes.
FORM = 3
#: Kept folders beyond this number are removed, the oldest first.
KEPT = 8
#: After so many articles it is cheaper to have read every fact than to look up more.
FEW_TEXTS = 128

_TABLES = """
CREATE TABLE fact (number INTEGER PRIMARY KEY, section INTEGER, row TEXT);
CREATE TABLE key (
    word TEXT, number INTEGER, words TEXT, slip TEXT, PRIMARY KEY (word, number, words, slip)
) WITHOUT ROWID;
CREATE TABLE day (looked_up INTEGER PRIMARY KEY);
CREATE TABLE meta (digest TEXT);
"""

Again = Callable[[], Facts]


class KeptSheets(Sheets):
    """Gives the facts of a kept folder: all of them, or those that an article may touch.

    `again` reads the sheets themselves where what was kept turns out to be damaged.
    """

    def __init__(self, database: sqlite3.Connection, again: Again) -> None:
        super().__init__(*database.execute("SELECT digest FROM meta").fetchone())
        self._database = database
        self._again = again
        self._asked = 0
        self._whole: Facts | None = None
        self._keys: dict[str, list[tuple[int, Key]]] = {}
        self._made: dict[int, Entry] = {}

    def all(self) -> Facts:
        """Return every fact."""
        if self._whole is None:
            try:
                rows = self._database.execute("SELECT section, row FROM fact ORDER BY number")
                self._whole = _facts(_entries(rows), self.digest)
            except (sqlite3.Error, ValueError, LookupError, TypeError):
                self._whole = self._again()
        return self._whole

    def about(self, document: Document) -> Facts:
        """Return the facts that a check of the document can use, in their order."""
        self._asked += 1
        if self._whole is not None or self._asked > FEW_TEXTS:
            return self.all()
        try:
            return self._chosen(TextWords(document.folded))
        except (sqlite3.Error, ValueError, LookupError, TypeError):
            return self.all()

    def last_old(self, fresh_from: date) -> date | None:
        """Return the last day before `fresh_from` on which a fact was looked up."""
        query = "SELECT max(looked_up) FROM day WHERE looked_up < ?"
        try:
            (found,) = self._database.execute(query, (fresh_from.toordinal(),)).fetchone()
            return _day(found)
        except (sqlite3.Error, ValueError, TypeError):
            return super().last_old(fresh_from)

    def _chosen(self, words: TextWords) -> Facts:
        self._learn(words)
        found = (each for word in words.all for each in self._keys[word])
        numbers = sorted({number for number, key in found if words.meets(key)})
        new = [number for number in numbers if number not in self._made]
        query = "SELECT number, section, row FROM fact WHERE number IN"
        rows = list(select_in(self._database, query, new))
        entries = _entries((section, row) for _, section, row in rows)
        self._made.update(zip((number for number, *_ in rows), entries, strict=True))
        digest = f"{self.digest} {' '.join(map(str, numbers))}"
        return _facts(map(self._made.__getitem__, numbers), digest)._replace(whole=self.all)

    def _learn(self, words: TextWords) -> None:
        """Look up the keys of words that no article before has held."""
        new = sorted(words.all.difference(self._keys))
        self._keys.update((word, []) for word in new)
        query = "SELECT number, word, words, slip FROM key WHERE word IN"
        for number, word, *rest in select_in(self._database, query, new):
            self._keys[word].append((number, Key(word, *rest)))


class FactCache:
    """Gives the facts of sheets that have not changed. That it cannot is no fault."""

    def __init__(self, folder: Path) -> None:
        self._files = KeptFiles(folder, ".facts", most=KEPT)

    def get(self, sheets: Sequence[Path], again: Again) -> KeptSheets | None:
        """Return what was read from these sheets in their present state."""
        with suppress(OSError, ValueError, TypeError, sqlite3.Error):
            for path in self._files.sound(_key(sheets)):
                uri = f"{path.as_uri()}?mode=ro&immutable=1"
                return KeptSheets(sqlite3.connect(uri, uri=True, check_same_thread=False), again)
        return None

    def read(self, sheets: Sequence[Path], again: Again) -> Facts:
        """Read the sheets by `again` and keep what it gives; raises what `again` raises."""
        key = _key(sheets)  # what changes while sheets are read is read again
        facts = again()
        with suppress(OSError, UnicodeError, sqlite3.Error):
            self._files.write(key, partial(_fill, facts=facts))
        return facts


def _key(sheets: Iterable[Path]) -> str:
    states = [(__version__, FORM, sqlite3.sqlite_version)]
    found = [(str(path.absolute()), state_of(path)) for path in sheets]
    return f"facts-{digest((states, found))}"


def _fill(path: Path, facts: Facts) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        database.executescript(f"{_TABLES} BEGIN;")
        sections = list(enumerate(facts.sections()))
        rows = [(section, _written(fact)) for section, each in sections for fact in each]
        database.executemany("INSERT INTO fact VALUES (?, ?, ?)", _numbered(rows))
        keys = enumerate(keys_of_facts(facts.all()))
        pairs = [(number, key) for number, each in keys for key in each]
        values = sorted((key.word, number, key.words, key.slip) for number, key in pairs)
        database.executemany("INSERT INTO key VALUES (?, ?, ?, ?)", values)
        days = {(fact.as_of.toordinal(),) for fact in facts.all() if fact.as_of}
        database.executemany("INSERT INTO day VALUES (?)", sorted(days))
        database.execute("INSERT INTO meta VALUES (?)", (facts.digest,))
        database.execute("COMMIT")
    finally:
        database.close()


def _numbered(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    return ((number, section, row) for number, (section, row) in enumerate(rows))


def _written(fact: object) -> str:
    return json.dumps(_plain(fact), ensure_ascii=True)


def _plain(value: object) -> object:
    """Write records as lists and days as numbers; what each is, its place in the record says."""
    if isinstance(value, date):
        return value.toordinal()
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


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


#: A fact and the number of its section.
Entry = tuple[int, Fact]


def _entries(rows: Iterable[tuple[int, str]]) -> Iterator[Entry]:
    """Make the records again; raises ValueError, LookupError or TypeError on anything else."""
    pairs = list(rows)
    kinds = list(_FIELDS.items())
    found = json.loads(f"[{','.join([row for _, row in pairs])}]")
    for (section, _), row in zip(pairs, found, strict=True):
        kind, fields = kinds[section]
        for place, convert in fields:
            row[place] = convert(row[place])
        yield section, kind(*row)


def _facts(entries: Iterable[Entry], digest: str) -> Facts:
    sections: list[list[Any]] = [[] for _ in _FIELDS]
    for section, fact in entries:
        sections[section].append(fact)
    people, organisations, places, terms, events = map(tuple, sections)
    return Facts(people, organisations, places, terms, events, digest)
