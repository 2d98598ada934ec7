"""Keep what was found in files between runs, so that unchanged work is not done again.

One SQLite file in the cache folder maps a digest of all that a check can read (the file's bytes,
the rule base, the code, the settings, the context) to what was found. What cannot be read is done
anew; a damaged file is thrown away. Results with an error are never kept.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newslint import __version__
from newslint.document import Directive, Document
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.report import FileReport, PlacedConfirmed, PlacedFinding, Quotations
from newslint.store.plain import from_plain, to_plain
from newslint.store.rulecache import file_states

if TYPE_CHECKING:
    from importlib import metadata
else:
    metadata = Lazily("importlib.metadata")

#: Raised whenever the form of what is kept changes.
FORM = 3
#: What was not asked for in this many days is forgotten.
KEPT_DAYS = 30
_DIGEST = 16
_TABLE = """
CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, value BLOB, day INTEGER) WITHOUT ROWID
"""


class KeptArticle(Record):
    """What reports need of an article.

    `text` is kept if something was found in it or is suppressed in it.
    """

    item: str
    text: str
    directives: tuple[Directive, ...] = ()


class Kept(Record):
    """What reports need of a file."""

    format: str
    source: str
    articles: tuple[KeptArticle, ...]
    findings: tuple[PlacedFinding, ...]
    confirmed: tuple[PlacedConfirmed, ...] = ()
    quotations: Quotations | None = None

    @classmethod
    def of(cls, report: FileReport) -> Kept:
        """Take what is needed from a report without errors."""
        told = {placed.article for placed in report.findings}
        told |= {placed.article for placed in report.confirmed}
        articles = (
            KeptArticle(
                document.item,
                document.text if number in told or document.directives else "",
                document.directives,
            )
            for number, document in enumerate(report.documents)
        )
        wanted = report.findings or any(document.directives for document in report.documents)
        source = report.source if wanted else ""
        return cls(
            report.format,
            source,
            tuple(articles),
            report.findings,
            report.confirmed,
            report.quotations,
        )

    def report(self, path: str) -> FileReport:
        """Make the report of a file, whose documents have no blocks and no way back."""
        documents = (
            Document(
                article.text,
                (),
                source=self.source,
                item=article.item,
                directives=article.directives,
            )
            for article in self.articles
        )
        return FileReport(
            path,
            self.format,
            self.source,
            tuple(documents),
            self.findings,
            (),
            self.confirmed,
            self.quotations,
        )


class ResultCache:
    """Keeps results in a folder. That something cannot be kept or found is no fault."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"results-{FORM}.sqlite"
        self._day = int(time.time() // 86_400)
        self._database = self._open()

    def get(self, key: bytes) -> Kept | None:
        """Return what was kept under a key, if it is whole."""
        if self._database is None:
            return None
        try:
            found = self._database.execute(
                "SELECT value, day FROM result WHERE key = ?", (key,)
            ).fetchone()
            if found is None or found[0][:_DIGEST] != _digest(key, found[0][_DIGEST:]):
                return None
            if found[1] + 1 < self._day:
                self._database.execute("UPDATE result SET day = ? WHERE key = ?", (self._day, key))
            kept = from_plain(json.loads(found[0][_DIGEST:]))
        except sqlite3.OperationalError:  # another run is writing
            return None
        except sqlite3.DatabaseError:
            self._start_anew()
            return None
        except (ValueError, TypeError, LookupError):
            return None
        return kept if isinstance(kept, Kept) else None

    def put(self, key: bytes, report: FileReport) -> None:
        """Keep a report that has no errors."""
        if self._database is None or report.errors:
            return
        value = json.dumps(to_plain(Kept.of(report))).encode()
        try:
            self._database.execute(
                "INSERT OR REPLACE INTO result VALUES (?, ?, ?)",
                (key, _digest(key, value) + value, self._day),
            )
        except sqlite3.OperationalError:  # another run is writing, or the disk is full
            return
        except sqlite3.DatabaseError:
            self._start_anew()

    def _open(self) -> sqlite3.Connection | None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return self._connected()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            pass  # damaged: thrown away below
        except OSError:
            return None
        with suppress(sqlite3.Error, OSError):
            self.path.unlink(missing_ok=True)
            return self._connected()
        return None

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=5, isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")
        database.execute(_TABLE)
        database.execute("DELETE FROM result WHERE day < ?", (self._day - KEPT_DAYS,))
        return database

    def _start_anew(self) -> None:
        if self._database is not None:
            self._database.close()
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        self._database = self._open()


def _digest(*parts: bytes) -> bytes:
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def result_key(parts: Iterable[object], data: bytes) -> bytes:
    """Digest everything a check can read: values that `to_plain` takes, and the file's bytes."""
    text = json.dumps([to_plain(part) for part in parts], sort_keys=True)
    return _digest(text.encode("utf-8", "surrogatepass"), data)


def state_of(record: object) -> str:
    """Digest a record of any size, such as a context with its fact sheets."""
    return result_key([record], b"").hex()


def code_state() -> str:
    """Digest the code that checks: newslint's own files, Python, and the libraries it needs."""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    digest.update(repr((FORM, __version__, sys.version, _libraries())).encode())
    for state in file_states(str(Path(__file__).resolve().parent.parent)):
        if "__pycache__" not in str(state[0]):
            digest.update(repr(state).encode())
    return digest.hexdigest()


def _libraries() -> list[tuple[str, str]]:
    found = []
    for need in metadata.requires("newslint") or ():
        name = need.split(";")[0].split("[")[0].rstrip("0123456789.<>=!~, ")
        if "extra" not in need:
            with suppress(metadata.PackageNotFoundError):
                found.append((name, metadata.version(name)))
    return found
