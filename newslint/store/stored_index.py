"""An index kept in a file: a run over few texts reads only the patterns that may match them.

SQLite holds it, because it is safe to open whatever the bytes are, safe under parallel runs, and
fetches a thousand keys from a large file in a few milliseconds.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newslint.matching import Analysed, Analysis, Match, Pattern, Stopped
from newslint.matching.folding import fold
from newslint.matching.keys import key_of, keys_in
from newslint.matching.literal_index import LiteralIndex
from newslint.matching.literals import Literals
from newslint.rulebook import VIEWS, View
from newslint.span import Span

SCHEMA = """
CREATE TABLE pattern (
    number INTEGER PRIMARY KEY, view INTEGER, owner INTEGER, source TEXT, tag TEXT, literal INTEGER,
    ignore_case INTEGER, relaxed TEXT,
    risky INTEGER
);
CREATE TABLE literal (
    key TEXT, word TEXT, pattern INTEGER, offset INTEGER, left INTEGER, right INTEGER
);
CREATE TABLE keys (view INTEGER, keys TEXT);
"""
INDEXES = """
CREATE INDEX literal_key ON literal (key);
CREATE INDEX pattern_weak ON pattern (view) WHERE relaxed IS NOT NULL;
"""
_CHUNK = 500
#: So many keys are read at once faster than half of a text's keys are asked for in vain.
_FEW_KEYS = 10_000


def write_index(database: sqlite3.Connection, patterns: Iterable[tuple[View, Analysed]]) -> None:
    """Write patterns (view, owner, pattern, analysis) into an empty database.

    The caller begins a transaction and ends it.
    """
    execute_each(database, SCHEMA)
    literals: list[tuple[Any, ...]] = []
    keys: dict[int, set[str]] = {}
    rows: list[tuple[object, ...]] = []
    for number, (view, (owner, pattern, (found, relaxed, risky))) in enumerate(patterns):
        weak = relaxed if found is None else None
        source, tag, literal, ignore_case = pattern
        rows.append(
            (number, VIEWS.index(view), owner, source, tag, literal, ignore_case, weak, risky)
        )
        added = list(_literal_rows(number, found)) if found else []
        keys.setdefault(VIEWS.index(view), set()).update(row[0] for row in added)
        literals += added
    database.executemany("INSERT INTO pattern VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    database.executemany("INSERT INTO literal VALUES (?, ?, ?, ?, ?, ?)", literals)
    few = {view: sorted(each) for view, each in keys.items() if len(each) <= _FEW_KEYS}
    lists = ((view, json.dumps(each)) for view, each in few.items())
    database.executemany("INSERT INTO keys VALUES (?, ?)", lists)
    execute_each(database, INDEXES)


def execute_each(database: sqlite3.Connection, statements: str) -> None:
    """Execute statements within the transaction, which `executescript` would end."""
    for statement in statements.split(";"):
        database.execute(statement)


def _literal_rows(number: int, found: Literals) -> Iterator[tuple[Any, ...]]:
    for word in sorted(found.words):
        key = key_of(word, left=found.left, right=found.right)
        yield key, word, number, found.offset, found.left, found.right


def views_in(database: sqlite3.Connection) -> list[View]:
    """Return the views that have patterns."""
    rows = database.execute("SELECT DISTINCT view FROM pattern ORDER BY view")
    return [VIEWS[number] for (number,) in rows]


def read_index(database: sqlite3.Connection, view: View) -> LiteralIndex:
    """Read all patterns of one view into an index for many texts."""
    return LiteralIndex(_analysed(database, view))


def _analysed(database: sqlite3.Connection, view: View) -> Iterator[Analysed]:
    words: dict[int, list[tuple[str, int | None, int, int]]] = {}
    for number, *rest in database.execute("SELECT pattern, word, offset, left, right FROM literal"):
        words.setdefault(number, []).append(tuple(rest))
    for number, owner, source, tag, literal, ignore_case, relaxed, risky in database.execute(
        "SELECT number, owner, source, tag, literal, ignore_case, relaxed, risky FROM pattern "
        "WHERE view = ? ORDER BY number",
        (VIEWS.index(view),),
    ):
        pattern = Pattern(source, tag, bool(literal), bool(ignore_case))
        yield owner, pattern, _analysis(words.get(number), relaxed, risky)


def _analysis(
    rows: list[tuple[str, int | None, int, int]] | None, relaxed: str | None, risky: int
) -> Analysis:
    if not rows:
        return Analysis(None, relaxed or "", bool(risky))
    _, offset, left, right = rows[0]
    words = frozenset(row[0] for row in rows)
    return Analysis(Literals(words, offset, bool(left), bool(right)), "", bool(risky))


class StoredIndex:
    """Finds matches by asking the file for the patterns whose literals may stand in a text."""

    def __init__(self, database: sqlite3.Connection, view: View) -> None:
        self._database = database
        self._view = VIEWS.index(view)
        few = database.execute("SELECT keys FROM keys WHERE view = ?", (self._view,)).fetchone()
        self._keys = frozenset(json.loads(few[0])) if few else None

    def find(
        self, text: str, pieces: Sequence[Span], stopped: list[Stopped] | None = None
    ) -> Mapping[int, Sequence[Match]]:
        """Return each owner's matches in the pieces of `text`, in order of position."""
        keys: set[str] = set()
        for piece in pieces:
            folded = fold(piece.of(text))
            keys.update(keys_in(folded))
        if self._keys is not None:
            keys &= self._keys
        candidates = self._candidates(sorted(keys), fold(text))
        # The candidates are few: an automaton would cost more to build than it saves.
        return LiteralIndex(candidates, accelerate=False).find(text, pieces, stopped)

    def _candidates(self, keys: Sequence[str], folded: str) -> Iterator[Analysed]:
        """Yield the patterns without literals and those whose literal stands in the text."""
        found: dict[int, list[tuple[str, int | None, int, int]]] = {}
        for number, word, *rest in select_in(
            self._database,
            "SELECT pattern, word, offset, left, right FROM literal WHERE key IN",
            keys,
        ):
            if word in folded:
                found.setdefault(number, []).append((word, *rest))
        columns = (
            "SELECT number, owner, source, tag, literal, ignore_case, relaxed, risky, view "
            "FROM pattern"
        )
        weak = self._database.execute(
            f"{columns} WHERE relaxed IS NOT NULL AND view = ?", (self._view,)
        )
        strong = select_in(self._database, f"{columns} WHERE number IN", sorted(found))
        for row in [*weak, *strong]:
            number, owner, source, tag, literal, ignore_case, relaxed, risky, view = row
            if view == self._view:
                pattern = Pattern(source, tag, bool(literal), bool(ignore_case))
                yield owner, pattern, _analysis(found.get(number), relaxed, risky)


def select_in(
    database: sqlite3.Connection, query: str, values: Sequence[object]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query that ends in IN, for any number of values."""
    for start in range(0, len(values), _CHUNK):
        chunk = values[start : start + _CHUNK]
        marks = ",".join("?" * len(chunk))
        yield from database.execute(f"{query} ({marks})", chunk)
