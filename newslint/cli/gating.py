"""What of a run's findings is new, and what is only remembered."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.cli.inputs import Input
from newslint.errors import NewslintError
from newslint.report import FileReport
from newslint.session import Session
from newslint.store.nearest import absolute

if TYPE_CHECKING:
    from argparse import Namespace

    from newslint.baseline import Known
    from newslint.gate import BaselineGate, DiffGate


class Gates:
    """Holds back what a run was asked to hold back, and counts it."""

    def __init__(self, session: Session, arguments: Namespace) -> None:
        self._session = session
        self._given = arguments.baseline
        self._memories: dict[Path, BaselineGate] = {}
        self._diff = _diff_gate(session, arguments) if arguments.diff_base else None
        self.known = 0
        self.unchanged = 0

    def skip(self, each: Input) -> bool:
        """Tell whether a file need not be read because it did not change."""
        if not (self._diff and each.file and self._diff.unchanged(each.path)):
            return False
        self.unchanged += 1
        return True

    def sift(self, report: FileReport) -> FileReport:
        """Hold back what is known of a file."""
        for gate in (self._diff, self._memory(report.path)):
            if gate is not None:
                report, known = gate.sift(report)
                self.known += known
        return report

    def more(self) -> list[FileReport]:
        """Return reports about suppressions that a change adds by fingerprint."""
        return list(self._diff.more()) if self._diff else []

    def finish(self) -> None:
        """Say which baselines hold entries that hide nothing."""
        for gate in self.memories():
            stale = len(self.stale(gate))
            if stale:
                path = gate.memory.baseline.path
                many = f"{stale} findings are" if stale > 1 else "1 finding is"
                hint = "forget them with 'newslint baseline prune'"
                print(f"{path}: {many} no longer there ({hint})", file=sys.stderr)

    def stale(self, gate: BaselineGate) -> list[Known]:
        """Return the entries of a baseline that hide nothing."""
        return gate.memory.stale(self._session.judged)

    def memories(self) -> Iterator[BaselineGate]:
        """Yield the baselines that were looked into."""
        yield from self._memories.values()

    def _memory(self, path: str) -> BaselineGate | None:
        file = baseline_file(self._session, path, self._given)
        if file is None:
            return None
        if file not in self._memories:
            from newslint.baseline import Memory
            from newslint.gate import BaselineGate
            from newslint.store.baselines import load_baseline

            baseline = load_baseline(file, self._session.configs.snapshot)
            folder = Path(baseline.folder)
            self._memories[file] = BaselineGate(
                Memory(baseline, lambda name: (folder / name).exists())
            )
        return self._memories[file]


def _diff_gate(session: Session, arguments: Namespace) -> DiffGate:
    from newslint.gate import DiffGate

    return DiffGate(session, arguments.diff_base, changed_lines=arguments.changed_lines)


def baseline_file(session: Session, path: str, given: str | None) -> Path | None:
    """Return the baseline that governs a file: the one that was named, or its configuration's."""
    if given is not None:
        return absolute(Path(given)) if given else None
    try:
        config = session.configs.of(Path(path).parent)
    except NewslintError:  # the file's own report says so
        return None
    return Path(config.folder, config.config.baseline) if config.config.baseline else None
