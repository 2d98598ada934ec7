"""`newslint stet`: let a finding stand, with a reason, by whom, and until when."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.cli import CLEAN, check, check_options, options
from newslint.errors import NewslintError, Problem

if TYPE_CHECKING:
    from newslint.report import PlacedFinding
    from newslint.session import Session

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?:?")


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "stet",
        help="let a finding stand, in newslint-suppressions.yaml",
        description="Write into newslint-suppressions.yaml that the finding at a place may stand: "
        "newslint stet article.md:12:4 --reason ...",
    )
    parser.add_argument("place", metavar="PATH:LINE[:COLUMN]", help="as reports give it")
    parser.add_argument("--rule", default="", help="which of several findings there")
    parser.add_argument("--reason", required=True, help="why it may stand")
    parser.add_argument("--who", default="", help="who decided it (default: as git knows you)")
    parser.add_argument("--expires", type=options.day, metavar="DATE", help="the last day it holds")
    parser.add_argument(
        "--verified", action="store_true", help="the figure or name was verified and is right"
    )
    check_options.add_rules(parser)
    parser.set_defaults(run=run, field=[], transcript=[], authors="", max_size=None, date=None)
    parser.set_defaults(language="", format_in=None, fail_on=None)


def run(arguments: Namespace) -> int:
    """Write one suppression; returns the exit code."""
    from newslint.store.files import relative_to
    from newslint.store.nearest import shown
    from newslint.store.sidecars import add_entry, place_for
    from newslint.suppress import Suppression

    match = _PLACE.fullmatch(arguments.place)
    if match is None:
        raise NewslintError.of(f"'{arguments.place}' is no PATH:LINE or PATH:LINE:COLUMN")
    path = Path(match["path"])
    session = check.session_of(arguments)
    placed = _finding(session, path, int(match["line"]), int(match["column"] or 0), arguments.rule)
    file = place_for(path.parent, session.configs)
    entry = Suppression(
        placed.fingerprint,
        arguments.reason,
        arguments.who or _who(),
        placed.finding.rule,
        relative_to(path, file.parent.as_posix()),
        arguments.expires,
        "stet" if arguments.verified else "",
    )
    add_entry(file, entry)
    print(f"{placed.finding.rule} on “{placed.place.text}” may stand: {shown(file)}")
    return CLEAN


def _finding(session: Session, path: Path, line: int, column: int, rule: str) -> PlacedFinding:
    """Return the one finding at a place; raises NewslintError if there is none or more than one."""
    from newslint.store.raw import read_bytes

    name = path.as_posix()
    report = session.check(name, read_bytes(path, session.settings(name).max_size))
    if report.errors:
        raise NewslintError(report.errors)
    found = [
        placed
        for placed in report.findings
        if placed.place.start.line == line
        and column in (0, placed.place.start.column)
        and rule in ("", placed.finding.rule)
    ]
    if len(found) == 1:
        return found[0]
    here = Problem("nothing is found here", name, line, column)
    if found:
        listed = ", ".join(f"{each.finding.rule} at {each.place.start.column}" for each in found)
        hint = "name one with its column or --rule"
        here = here._replace(message=f"{len(found)} findings: {listed}", hint=hint)
    raise NewslintError([here])


def _who() -> str:
    from newslint.store.git import user_name

    return user_name() or os.environ.get("USER", "") or "unknown"
