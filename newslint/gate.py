"""Let only new faults through: those that the version a change began from did not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from newslint.baseline import Memory
from newslint.document import Document
from newslint.record import Record
from newslint.report import FileReport, PlacedFinding, place_findings, unchecked
from newslint.session import Session
from newslint.store.files import relative_to
from newslint.store.git import Git, Since
from newslint.suppress import ADDED, Sidecar, added_entries, added_in, parse_sidecar

_LINE = re.compile(r"\r\n|\r|\n")


class Sifted(Record):
    """A file's report without the findings that are known, and their number."""

    report: FileReport
    known: int = 0


class DiffGate:
    """Compares each file with its version at a commit, checked with the same rules.

    A finding is new if that version has none of its fingerprint: text that moved stays old, and
    what a deletion elsewhere brought about is new.
    """

    def __init__(self, session: Session, commit: str, *, changed_lines: bool = False) -> None:
        self._session = session
        self._name = commit
        self._changed_lines = changed_lines
        self._since: dict[Path, Since] = {}

    def unchanged(self, path: str) -> bool:
        """Tell whether the file is as it was, so that it need not be read."""
        since = self._of(path)
        return since.unchanged(_inside(path, since))

    def sift(self, report: FileReport) -> Sifted:
        """Hold back what the file's old version had as well."""
        since = self._of(report.path)
        data = since.content(_inside(report.path, since))
        speaks = any(document.directives for document in report.documents)
        if not report.findings and not speaks:
            return Sifted(report)
        old = unchecked(report.path, ()) if data is None else self._session.check(report.path, data)
        fingerprints = {placed.fingerprint for placed in old.findings}
        new = [each for each in report.findings if each.fingerprint not in fingerprints]
        if self._changed_lines and data is not None:
            lines = changed_lines(old.source, report.source)
            new = [each for each in new if touches(each, lines)]
        known = len(report.findings) - len(new)
        if speaks and self._session.speaks(ADDED, report.path):
            new += self._added(report, old)
        new.sort(key=lambda placed: (placed.place.start.offset, placed.finding.rule))
        return Sifted(report._replace(findings=tuple(new)), known)

    def more(self) -> Iterator[FileReport]:
        """Yield reports of the sidecars to which the change adds suppressions."""
        for sidecar in self._session.sidecars():
            since = self._of(sidecar.path)
            data = since.content(_inside(sidecar.path, since))
            before = Sidecar()
            if data is not None:
                text = data.decode("utf-8-sig", "replace")
                before = parse_sidecar(text, f"{sidecar.path} at {self._name}", "")
            found = added_entries(sidecar, before)
            if found and self._session.speaks(ADDED, sidecar.path):
                pairs = [(Document.from_text(sidecar.text), found)]
                yield place_findings(sidecar.path, "suppressions", sidecar.text, pairs)

    def _added(self, report: FileReport, old: FileReport) -> tuple[PlacedFinding, ...]:
        before = [each for document in old.documents for each in document.directives]
        pairs = [(document, added_in(document, before)) for document in report.documents]
        return place_findings(report.path, report.format, report.source, pairs).findings

    def _of(self, path: str) -> Since:
        folder = Path(path).resolve().parent
        if folder not in self._since:
            git = Git(folder)
            known = next((each for each in self._since.values() if each.git.root == git.root), None)
            self._since[folder] = known or git.since(git.branching_point(self._name))
        return self._since[folder]


def _inside(path: str, since: Since) -> str:
    whole = Path(path).resolve()
    return relative_to(whole, since.git.root.resolve().as_posix())


def changed_lines(old: str, new: str) -> frozenset[int]:
    """Return the numbers, from 1, of the lines of `new` that `old` does not have there."""
    matcher = SequenceMatcher(None, _LINE.split(old), _LINE.split(new), autojunk=False)
    return frozenset(
        line + 1
        for tag, _, _, start, end in matcher.get_opcodes()
        if tag != "equal"
        for line in range(start, end)
    )


def touches(placed: PlacedFinding, lines: frozenset[int]) -> bool:
    """Tell whether the finding, or a place that it points to, stands on one of the lines."""
    places = [placed.place, *(each.place for each in placed.related)]
    return any(
        line in lines for place in places for line in range(place.start.line, place.end.line + 1)
    )


class BaselineGate:
    """Holds back what a baseline remembers."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def sift(self, report: FileReport) -> Sifted:
        """Hold back the file's remembered findings."""
        path = self.path(report)
        if not report.errors:  # of what was not checked nobody knows what is mended
            self.memory.checked.add(path)
        new = self.memory.new(report.findings, path)
        return Sifted(report._replace(findings=new), len(report.findings) - len(new))

    def path(self, report: FileReport) -> str:
        """Write the file's path as the baseline does."""
        return relative_to(Path(report.path), self.memory.baseline.folder)
