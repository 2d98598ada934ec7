"""Where reports go: standard output, files, and how they look there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newslint.cli import complain
from newslint.errors import NewslintError, Problem
from newslint.record import Record
from newslint.report import Report
from newslint.reporters import Style, render
from newslint.store.raw import write_bytes

if TYPE_CHECKING:
    from argparse import Namespace

#: Reports that show a file's errors to the person who reads them.
_FOR_PEOPLE = ("full", "concise")


class Target(Record):
    """A report to write: its format and its file, empty for standard output."""

    format: str
    file: str = ""


def targets_of(arguments: Namespace) -> list[Target]:
    """Return the reports that were asked for; raises NewslintError if two are for one place."""
    targets = [Target(*each) for each in arguments.report]
    if arguments.format or arguments.output or not targets:
        targets.insert(0, Target(arguments.format or "full", arguments.output or ""))
    files = [target.file for target in targets]
    for file in dict.fromkeys(files):
        if files.count(file) > 1:
            where = f"the file '{file}'" if file else "standard output"
            hint = "give each a file of its own: --report FORMAT:FILE"
            raise NewslintError.of(f"two reports are for {where}", hint=hint)
    return targets


def say_errors(problems: Iterable[Problem], targets: Sequence[Target]) -> None:
    """Print errors on standard error, unless a report shows them on the same screen."""
    shown = any(target.format in _FOR_PEOPLE and not target.file for target in targets)
    if not (shown and sys.stdout.isatty() and sys.stderr.isatty()):
        complain(problems)


def write_reports(report: Report, targets: Iterable[Target], stream: TextIO) -> None:
    """Write every report; raises NewslintError, after the others, for those that cannot be."""
    problems: list[Problem] = []
    for target in targets:
        text = render(target.format, report, _style(target, stream))
        if not target.file:
            stream.write(text)
            continue
        try:
            write_bytes(Path(target.file), text.encode("utf-8", "backslashreplace"))
        except NewslintError as error:
            problems += error.problems
    if problems:
        raise NewslintError(problems)


def _style(target: Target, stream: TextIO) -> Style:
    style = Style()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        time = datetime.fromtimestamp(int(epoch), UTC).replace(tzinfo=None)
        style = style._replace(time=time.isoformat())
    if target.file:
        return style
    screen = stream.isatty()
    if screen:
        from shutil import get_terminal_size  # it brings every way to pack files

        style = style._replace(width=get_terminal_size((style.width, 24)).columns)
    return style._replace(colour=_colour(screen=screen))


def _colour(*, screen: bool) -> bool:
    """Decide on colour as https://no-color.org and its counterpart FORCE_COLOR ask."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (screen and os.environ.get("TERM") != "dumb")
