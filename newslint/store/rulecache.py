"""Keep the resolved rule base between runs, so that a run starts without reading YAML.

A kept rule base is one SQLite file in the user's cache folder, named by a digest of all that it was
made from and a checksum of its bytes. It holds plain data only. One that is missing, torn, stale
or of other versions is made anew without a word; one that turns out damaged later is replaced by
the rules themselves.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from newslint import __version__, regexes
from newslint.checks import Check, PatternCheck, check_type
from newslint.config import RuleChoice
from newslint.digest import digest
from newslint.lexicon import rules_folder
from newslint.matching import Analysed, Index, Match, Stopped, analysed
from newslint.rulebook import Header, Rule, RuleSet, Scope, View, index_patterns
from newslint.span import Span
from newslint.store.chosen import Chosen
from newslint.store.kept import KeptFiles, state_of
from newslint.store.plain import from_plain, to_plain
from newslint.store.programs import ProgramCache
from newslint.store.stored_index import (
    StoredIndex,
    execute_each,
    read_index,
    views_in,
    write_index,
)

#: Raised whenever the form of what is kept changes.
FORM = 8
#: A stored index asks the file for every text; after this many it is cheaper to read it all.
FEW_TEXTS = 8
#: Kept rule bases beyond this number are removed, the oldest first.
KEPT = 24

#: A path, then the size, times and inode of what lies there.
State = tuple[Any, ...]

# Without a transaction around all of it each row would be one, which takes most of the time.
_OPENING = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
BEGIN;
CREATE TABLE rule (
    number INTEGER PRIMARY KEY, id TEXT, path TEXT, kind TEXT, scope TEXT, header TEXT,
    parameters TEXT
);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
"""


def cache_folder() -> Path:
    """Return the folder for what newslint keeps: `NEWSLINT_CACHE_DIR`, or the user's own."""
    named = os.environ.get("NEWSLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "linux":  # what platformdirs says, without a tenth of the start
        home = Path(os.environ.get("XDG_CACHE_HOME", ""))
        return (home if home.is_absolute() else Path.home() / ".cache") / "newslint"
    from platformdirs import user_cache_path

    return user_cache_path("newslint", appauthor=False)


class RuleCache:
    """Chooses rules as `choose` does, from what was kept where it can.

    The kept `programs` are adopted at once: reading a configuration needs patterns already.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = ProgramCache(folder)
        self.programs.load()
        self._files = KeptFiles(folder, ".db", most=KEPT)
        self._before: dict[RuleChoice, Mapping[str, Sequence[State]]] = {}

    def get(self, choice: RuleChoice, today: date | None = None) -> Chosen | None:
        """Return the rules of a choice if they were kept and nothing has changed since."""
        for path in self._files.sound(_key(choice)):
            chosen = _read(path, choice, today)
            if chosen is not None:
                return chosen
        self._before[choice] = _states(choice)  # what changes while rules are read is read again
        return None

    def put(self, choice: RuleChoice, chosen: Chosen) -> None:
        """Keep what was chosen, unless a rule was broken. That it cannot be kept is no fault."""
        if chosen.problems:
            return
        states = self._before.pop(choice, None) or _states(choice)
        with suppress(OSError, sqlite3.Error):
            known = _deciding(states, chosen.packs)
            self._files.write(_key(choice), partial(_fill, chosen=chosen, states=known))


def _key(choice: RuleChoice) -> str:
    """Digest what a rule base is made from, apart from the rule files."""
    versions = (FORM, __version__, sys.version, regexes.version(), sqlite3.sqlite_version)
    parts = (versions, json.dumps(to_plain(choice)), str(rules_folder()))
    return digest(parts)


def rule_base_key(choice: RuleChoice) -> str:
    """Digest all that the rule base depends on: versions, the choice and the rule files."""
    states = [state for folder in _folders(choice) for state in file_states(folder)]
    return digest((_key(choice), states))


def _folders(choice: RuleChoice) -> list[str]:
    return [str(rules_folder()), *choice.folders]


def _states(choice: RuleChoice) -> Mapping[str, Sequence[State]]:
    """Map each folder of rules to its state, which a new file changes, and its files' states."""
    found: dict[str, list[State]] = {}
    for top in _folders(choice):
        for root, _, files in os.walk(top):
            paths = [root, *(f"{root}/{name}" for name in files)]
            found[root] = [(path, *state) for path in paths if (state := state_of(path))]
    return found


def _deciding(states: Mapping[str, Sequence[State]], packs: Iterable[str]) -> list[State]:
    """Return the states on which a choice depends: of other packs no file was read."""
    read = tuple(os.path.join(pack, "") for pack in packs)  # noqa: PTH118
    return [
        state
        for folder, found in states.items()
        for state in (found if f"{folder}/".startswith(read) else found[:1])
    ]


def _unchanged(states: Iterable[State]) -> bool:
    return all(state_of(path) == state for path, *state in states)


def file_states(folder: str) -> Iterator[tuple[object, ...]]:
    """Yield what tells one state of the files below a folder from another."""
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = f"{root}/{name}"
            if state := state_of(path):
                yield path, *state


def _fill(path: Path, chosen: Chosen, states: Sequence[State]) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        execute_each(database, _OPENING)
        rows = ((number, *_row(rule)) for number, rule in enumerate(chosen.ruleset.rules))
        database.executemany("INSERT INTO rule VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        expiries = [rule.header.expires for rule in chosen.ruleset.rules if rule.header.expires]
        meta = {
            "profile": chosen.ruleset.profile,
            "known": json.dumps(sorted(chosen.known)),
            "until": min(expiries).isoformat() if expiries else "",
            "states": json.dumps(states),
        }
        database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        write_index(database, _patterns(chosen.ruleset.rules))
        database.execute("COMMIT")
    finally:
        database.close()


def _row(rule: Rule) -> tuple[object, ...]:
    header = rule.header._replace(examples=())
    parameters = json.dumps(to_plain(rule.check.parameters), ensure_ascii=True)
    scope = json.dumps(to_plain(rule.scope))
    return rule.id, rule.path, header.check, scope, json.dumps(to_plain(header)), parameters


def _patterns(rules: Sequence[Rule]) -> Iterator[tuple[View, Analysed]]:
    for number, rule in enumerate(rules):
        if isinstance(rule.check, PatternCheck):
            for each in analysed([(number, rule.check.patterns())]):
                yield View.of(rule), each


def _read(path: Path, choice: RuleChoice, today: date | None) -> Chosen | None:
    """Return what a file holds, None if it is damaged or a rule in it has expired."""
    try:
        database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        return _chosen(database, choice, today)
    except (OSError, ValueError, LookupError, TypeError, sqlite3.Error):
        return None


def _chosen(database: sqlite3.Connection, choice: RuleChoice, today: date | None) -> Chosen | None:
    meta = dict(database.execute("SELECT key, value FROM meta"))
    if meta["until"] and today is not None and today.isoformat() > meta["until"]:
        return None
    if not _unchanged(json.loads(meta["states"])):
        return None
    rules = tuple(_rules(database))

    def again(view: View) -> Index:
        from newslint.store.choice import choose

        return index_patterns(choose(choice, today=today).ruleset.rules)[view]

    indexes = {view: KeptIndex(database, view, again) for view in views_in(database)}
    known = frozenset(json.loads(meta["known"]))
    return Chosen(RuleSet(meta["profile"], rules, indexes), (), known)


def _rules(database: sqlite3.Connection) -> Iterator[Rule]:
    """Yield the rules, whose headers and checks stay in the file until they are asked for."""
    scopes: dict[str, Scope] = {}  # most rules have one and the same
    rows = database.execute("SELECT number, id, path, kind, scope FROM rule ORDER BY number")
    for number, rule_id, path, kind, scope in rows:
        if scope not in scopes:
            scopes[scope] = from_plain(json.loads(scope))
        header = partial(_header, database, number)
        yield Rule(rule_id, scopes[scope], header, partial(_check, database, number, kind), path)


def _header(database: sqlite3.Connection, number: int) -> Header:
    query = "SELECT header FROM rule WHERE number = ?"
    header: Header = _stored(database, query, number)
    return header


def _check(database: sqlite3.Connection, number: int, kind: str) -> Check[Any]:
    query = "SELECT parameters FROM rule WHERE number = ?"
    return check_type(kind)(_stored(database, query, number))


def _stored(database: sqlite3.Connection, query: str, number: int) -> Any:  # noqa: ANN401
    (text,) = database.execute(query, (number,)).fetchone()
    return from_plain(json.loads(text))


class KeptIndex:
    """A stored index that reads itself whole once it is asked often, and outlives damage."""

    def __init__(
        self, database: sqlite3.Connection, view: View, again: Callable[[View], Index]
    ) -> None:
        self._database = database
        self._view = view
        self._again = again
        self._asked = 0
        self._index: Index | None = None

    def find(
        self, text: str, pieces: Sequence[Span], stopped: list[Stopped] | None = None
    ) -> Mapping[int, Sequence[Match]]:
        """Return each owner's matches in the pieces of `text`, in order of position."""
        self._asked += 1
        try:
            if self._index is None:
                self._index = StoredIndex(self._database, self._view)
            if self._asked == FEW_TEXTS:
                self._index = read_index(self._database, self._view)
            return self._index.find(text, pieces, stopped)
        except sqlite3.Error:
            self._index = self._again(self._view)
            return self._index.find(text, pieces, stopped)
