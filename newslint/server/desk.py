"""Checks what is sent in, with the rules and the facts of the house whose folder it serves.

Articles have no path: what is sent is checked as a file named `article` in that folder would be, so
that its configuration governs them. Nothing is kept of an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from newslint.annotate.structure import structure
from newslint.annotated import annotated
from newslint.authoring.describe import Description, describe
from newslint.authoring.find import named
from newslint.config import ConfigFile, Overrides
from newslint.context import Author, Context
from newslint.document import Document, Field
from newslint.errors import NewslintError, Problem
from newslint.finding import Applicability
from newslint.readers import EXTENSIONS, FORMATS, Source, SourceFile
from newslint.readers.archive import open_archive
from newslint.record import Record
from newslint.report import FileReport, Report
from newslint.rulebook import Rule, RuleSet, rule_info
from newslint.rulefile import parse_pack
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal
from newslint.session import Fixing, Session
from newslint.store.choice import complaints
from newslint.store.raw import read_text
from newslint.store.rules import Library
from newslint.writers.signature import Signature
from newslint.writers.wordfile import word_file

if TYPE_CHECKING:
    from newslint.store.configs import Configs
    from newslint.store.rulecache import RuleCache

#: So many choices of rules are kept ready.
_READY = 12
#: What a sent file is called where nothing is known of its format.
_NAME = "article"
_EXTENSIONS = {*EXTENSIONS, ".json", ".xml"}


class Wanted(Record):
    """Which rules an article is checked with, and what is known beside it."""

    profile: str = ""
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    language: str = ""
    date: date | None = None
    transcripts: tuple[tuple[str, str], ...] = ()

    @property
    def overrides(self) -> Overrides:
        """Return what of it chooses the rules."""
        return Overrides(
            self.profile, self.packs, self.select, self.ignore, None, None, self.language
        )


class Pack(Record):
    """A pack that can be chosen, alone as a profile or beside one."""

    name: str
    title: str
    description: str


class Desk:
    """One house's rules, ready to check. Not to be used by two threads at once."""

    def __init__(
        self,
        configs: Configs,
        folder: Path,
        *,
        authors: tuple[Author, ...] = (),
        today: date | None = None,
        cache: RuleCache | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._configs = configs
        self._folder = folder
        self._authors = authors
        self._today = today
        self._cache = cache
        self._sessions: dict[Wanted, Session] = {}
        self._library = Library(self._house_folders())

    @property
    def config(self) -> ConfigFile:
        """Return the house's configuration; raises NewslintError if it is broken."""
        return self._configs.of(self._folder)

    def _house_folders(self) -> list[Path]:
        try:
            config = self.config
        except NewslintError:
            return []  # checking says what is wrong
        return [Path(config.home) / each for each in config.config.rules]

    def packs(self) -> list[Pack]:
        """List the packs; raises NewslintError if one is broken."""
        found = []
        for name, folder in sorted(self._library.packs().items()):
            pack = parse_pack(read_text(folder / "pack.yaml"), str(folder / "pack.yaml"))
            found.append(Pack(name, pack.title, " ".join(pack.description.split())))
        return found

    def rules(self, wanted: Wanted) -> RuleSet:
        """Return the rules that speak; refuses names that name nothing."""
        return self._session(wanted).rules(self.path_of("", ""))

    def explain(self, name: str) -> list[Description]:
        """Describe the rules of a name; refuses one that names nothing."""
        if not name or len(name) > 100:
            raise Refusal("there is no such rule", 404)
        try:
            files = named(self._library, name)
        except NewslintError as error:
            raise Refusal(error.problems[0].message, 404) from None
        return [describe(file.load()) for file in files[:200]]

    def check(self, data: bytes, path: str, wanted: Wanted, *, complete: bool = True) -> FileReport:
        """Check the bytes of a file; refuses one that cannot be read or is too long."""
        session = self._session(wanted)
        try:
            file = self._read(session, path, data)
        except NewslintError as error:
            raise Refusal(_said(error.problems[0]), 422) from None
        self._refuse_long(file)
        if not complete:
            for document in file.documents:
                document.complete = False
        return session.lint_read(path, file)

    def check_document(self, document: Document, wanted: Wanted) -> FileReport:
        """Check a document that was made of what was sent."""
        file = SourceFile("text", Source(document.source), (document,))
        self._refuse_long(file)
        return self._session(wanted).lint_read(self.path_of("", ""), file)

    def fix(self, data: bytes, path: str, wanted: Wanted) -> Fixing:
        """Make the safe fixes in a file; refuses one that cannot be written."""
        session = self._session(wanted)
        try:
            self._refuse_long(self._read(session, path, data))
            return session.fix(path, data, Applicability.SAFE)
        except NewslintError as error:
            raise Refusal(_said(error.problems[0]), 422) from None

    def annotate(self, data: bytes, path: str, wanted: Wanted) -> bytes:
        """Return a copy of a file with its findings; refuses a format that cannot hold them."""
        report = self.check(data, path, wanted)
        session = self._session(wanted)
        findings = [each for each in report.findings if each.finding.source is None]
        try:
            return annotated(
                report, findings, data, lambda each: session.read(path, each), Signature()
            )
        except NewslintError as error:
            raise Refusal(_said(error.problems[0]), 422) from None

    def word_copy(self, data: bytes, path: str, wanted: Wanted) -> bytes:
        """Return an article of any format as a Word document with its findings as comments."""
        report = self.check(data, path, wanted)
        copy = word_file(each for document in report.documents for each in _paragraphs(document))
        return self.annotate(copy, f"{_NAME}.docx", wanted)

    def report(self, file: FileReport, wanted: Wanted) -> Report:
        """Make a report of one article."""
        rules = self.rules(wanted)
        found = {placed.finding.rule for placed in file.findings}
        infos = tuple(rule_info(rule) for rule in rules.rules if rule.id in found)
        return Report(rules.profile, (file,), infos)

    def rule(self, rule_id: str, wanted: Wanted) -> Rule | None:
        """Return a rule that speaks."""
        return self.rules(wanted).get(rule_id)

    @staticmethod
    def path_of(name: str, format_name: str) -> str:
        """Return what a file is called here: of the name that was sent, only the ending counts."""
        if format_name:
            if format_name not in FORMATS:
                raise Refusal(f"there is no format '{format_name[:40]}'")
            return _NAME + FORMATS[format_name].extensions[0]
        ending = PurePath(name).suffix.lower() if "\0" not in name else ""
        return _NAME + (ending if ending in _EXTENSIONS else "" if name else ".txt")

    def _session(self, wanted: Wanted) -> Session:
        key = wanted._replace(date=None, transcripts=())
        session = self._sessions.pop(key, None)
        if session is None:
            session = Session(
                self._configs,
                wanted.overrides,
                today=self._today,
                cache=self._cache,
                local=False,
            )
            self._try(session)
            while len(self._sessions) >= _READY:
                del self._sessions[next(iter(self._sessions))]
        self._sessions[key] = session
        session.context = Context(wanted.date, dict(wanted.transcripts), authors=self._authors)
        return session

    def _try(self, session: Session) -> None:
        """Refuse a choice that names what there is not; a broken configuration is our own fault."""
        path = self.path_of("", "")
        try:
            complaint = next(iter(complaints(session.settings(path).choice)), None)
            if complaint is None:
                session.rules(path)
        except NewslintError as error:
            raise Refusal(_said(error.problems[0]), 500) from None
        if complaint is not None:
            hint = f"; {complaint.hint}" if complaint.hint else ""
            raise Refusal(complaint.message + hint, 422)

    def _read(self, session: Session, path: str, data: bytes) -> SourceFile:
        """Read a file; refuses an archive that is much larger than it looks."""
        with suppress(NewslintError):  # what else is wrong with it is for its reader to say
            entries = open_archive(data, path, "an archive").file.infolist()
            if sum(each.file_size for each in entries) > self.limits.unpacked:
                raise Refusal(f"it unpacks to more than {self.limits.unpacked:,} bytes", 413)
        return session.read(path, data)

    def _refuse_long(self, file: SourceFile) -> None:
        length = max(len(file.source.text), sum(len(each.text) for each in file.documents))
        if length > self.limits.text:
            message = f"the text has {length:,} characters, more than the {self.limits.text:,}"
            raise Refusal(f"{message} allowed", 413)


def _paragraphs(document: Document) -> Iterator[tuple[Field, str]]:
    """Yield the blocks that are part of the article; a dateline stands in the block it begins."""
    fields: dict[int, Field] = {}
    for segment in document.layer(structure).segments:
        fields.setdefault(segment.block, segment.field)
    for number, field in fields.items():
        yield field, document.blocks[number].span.of(document.text)


def _said(problem: Problem) -> str:
    where = f"line {problem.line}: " if problem.line else ""
    return f"{where}{problem.message}" + (f" ({problem.hint})" if problem.hint else "")
