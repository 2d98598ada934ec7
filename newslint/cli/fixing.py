"""`--fix` and `--diff`: change files, or show what would be changed."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import unified_diff
from typing import TYPE_CHECKING

from newslint.cli.inputs import Input
from newslint.errors import NewslintError, Problem
from newslint.finding import Applicability
from newslint.report import FileReport, unchecked
from newslint.session import Fixing, Session
from newslint.store.raw import write_bytes

if TYPE_CHECKING:
    from argparse import Namespace

    from newslint.writers.signature import Signature

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Fixer:
    """Fixes one input after the other and remembers how much it did."""

    def __init__(self, session: Session, arguments: Namespace) -> None:
        self._session = session
        self._diff: bool = arguments.diff
        self._least = Applicability.UNSAFE if arguments.unsafe_fixes else Applicability.SAFE
        self._tracked = signature() if arguments.track_changes else None
        self._applied: Counter[str] = Counter()
        self._files = 0
        #: Whether the fixed text of standard input went to standard output.
        self.wrote_stdout = False

    def check(self, each: Input) -> FileReport:
        """Fix one input; returns what is found afterwards, or before where nothing is written."""
        try:
            data = each.data(self._session.settings(each.path).max_size)
        except NewslintError as error:
            return unchecked(each.path, error.problems)
        try:
            fixing = self._session.fix(each.path, data, self._least, self._tracked)
            return self._deliver(each, fixing)
        except NewslintError as error:
            if each.file is None and not self._diff:
                self._to_stdout(data)
            return _with_errors(self._session.check(each.path, data), error.problems)

    def finish(self) -> None:
        """Say on standard error how much was fixed."""
        fixes = sum(self._applied.values())
        if fixes:
            verb = "Would make" if self._diff else "Made"
            print(f"{verb} {_counted(fixes, 'fix')} in {_counted(self._files, 'file')}.",
                  file=sys.stderr)  # fmt: skip

    def _deliver(self, each: Input, fixing: Fixing) -> FileReport:
        fixed = fixing.fixed
        changed = fixed.text != fixing.before
        if self._diff:
            sys.stdout.writelines(diff(each.path, fixing.before, fixed.text))
        elif each.file is None:
            self._to_stdout(fixing.data)
        elif changed:
            write_bytes(each.file, fixing.data)
        if changed:
            self._files += 1
            self._applied.update(fixed.applied)
        return fixed.before if self._diff else fixed.after

    def _to_stdout(self, data: bytes) -> None:
        self.wrote_stdout = True
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def signature() -> Signature:
    """Sign with the program's name and the time, which `SOURCE_DATE_EPOCH` fixes."""
    from newslint.writers.signature import Signature

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return Signature(time=now.strftime("%Y-%m-%dT%H:%M:%SZ"))


def diff(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff that `patch -p0` can apply."""
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), path, path)
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _with_errors(report: FileReport, problems: tuple[Problem, ...]) -> FileReport:
    return report._replace(errors=tuple(dict.fromkeys([*report.errors, *problems])))


def _counted(count: int, noun: str) -> str:
    plural = "es" if noun.endswith("x") else "s"
    return f"{count} {noun}{'' if count == 1 else plural}"
