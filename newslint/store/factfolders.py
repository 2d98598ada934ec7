"""Find the folder of fact sheets that governs an article, apart from how sheets are read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.factsheet import Facts, fresh_from
from newslint.store.nearest import Nearest

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.store.snapshot import Snapshot

FOLDER = "facts"
_SUFFIXES = frozenset((".yaml", ".yml", ".csv"))


class Sheets(ABC):
    """The fact sheets of a folder; `digest` names their content."""

    def __init__(self, digest: str) -> None:
        self.digest = digest

    @abstractmethod
    def all(self) -> Facts:
        """Return every fact."""

    @abstractmethod
    def about(self, document: Document) -> Facts:
        """Return at least the facts that a check of the document can use, in their order."""

    def last_old(self, fresh_from: date) -> date | None:
        """Return the last day before `fresh_from` on which a fact was looked up."""
        days = (fact.as_of for fact in self.all().all())
        return max((day for day in days if day is not None and day < fresh_from), default=None)


class ReadSheets(Sheets):
    """Fact sheets that were read whole."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts.digest)
        self._facts = facts

    def all(self) -> Facts:
        """Return every fact."""
        return self._facts

    def about(self, document: Document) -> Facts:
        """Return every fact, whatever the document."""
        return self._facts


class HouseFacts:
    """The fact sheets that govern each article, as old as they are on a day.

    Facts age only where the day is known.
    """

    def __init__(self, sheets: Nearest[Sheets], today: date | None) -> None:
        self._sheets = sheets
        self._today = today

    def all(self, path: str) -> Facts:
        """Return every fact that governs the file at `path`; raises NewslintError."""
        return self._of(path).all()

    def about(self, path: str, document: Document, recheck_after: int) -> Facts:
        """Return the facts for a check of a document of the file; raises NewslintError.

        `recheck_after` so many days a fact is old.
        """
        facts = self._of(path).about(document)
        if not facts or self._today is None:
            return facts
        return facts._replace(fresh_from=fresh_from(self._today, recheck_after))

    def state(self, path: str, recheck_after: int) -> tuple[str, str]:
        """Return what tells one answer of `about` from another; raises NewslintError.

        It changes with the day only where another fact has grown old.
        """
        sheets = self._of(path)
        if not sheets.digest or self._today is None:
            return sheets.digest, ""
        old = sheets.last_old(fresh_from(self._today, recheck_after))
        return sheets.digest, old.isoformat() if old else ""

    def _of(self, path: str) -> Sheets:
        return self._sheets.of(Path(path).parent)


def fact_folders(snapshot: Snapshot | None = None, cache: Path | None = None) -> Nearest[Sheets]:
    """Return the finder of fact sheets: the nearest folder `facts` above an article.

    What was read is kept in the folder `cache`.
    """

    def in_folder(folder: Path) -> Sheets | None:
        path = (snapshot.of(folder) if snapshot else folder) / FOLDER
        if not path.is_dir():
            return None
        sheets = sheet_files(path)
        return _sheets(sheets, cache) if sheets else None

    return Nearest(in_folder, ReadSheets(Facts()))


def _sheets(files: Sequence[Path], cache: Path | None) -> Sheets:
    def read() -> Facts:
        from newslint.store.facts import load_facts

        return load_facts(files)

    if cache is None:
        return ReadSheets(read())
    from newslint.store.factcache import FactCache

    keeper = FactCache(cache)
    return keeper.get(files, read) or ReadSheets(keeper.read(files, read))


def sheet_files(folder: Path) -> list[Path]:
    """Return the sheets in a folder, sorted."""
    return sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES)
