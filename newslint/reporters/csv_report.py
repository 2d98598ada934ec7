"""A table for a spreadsheet: one row a finding, and one a file that could not be checked."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from newslint.errors import Problem
from newslint.excerpt import one_line
from newslint.regexes import compiled
from newslint.report import FileReport, PlacedFinding, Report
from newslint.reporters import Style, said, told

COLUMNS = (
    "path",
    "item",
    "line",
    "column",
    "end_line",
    "end_column",
    "severity",
    "rule",
    "message",
    "field",
    "text",
    "related",
    "fix",
    "why",
    "fingerprint",
)
_UNCHECKED = "unchecked"
#: A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = compiled(r"[=+\-@]")


def render(report: Report, style: Style) -> str:
    """Write rows that end in CRLF (RFC 4180) under a row of names."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for file, placed in report.findings:
        writer.writerow([_cell(value) for value in _finding(file, placed)])
    for problem in report.every_problem:
        writer.writerow([_cell(value) for value in _problem(problem)])
    return out.getvalue()


def _cell(value: str | int) -> str | int:
    """Return one line; an apostrophe keeps a spreadsheet from running copy as a formula."""
    if isinstance(value, int):
        return value
    text = one_line(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _finding(file: FileReport, placed: PlacedFinding) -> Iterator[str | int]:
    finding, place = placed.finding, placed.place
    yield file.path
    yield placed.item
    yield from (place.start.line, place.start.column, place.end.line, place.end.column)
    yield from (finding.severity.value, finding.rule, finding.message, finding.field, place.text)
    yield "; ".join(map(told, placed.related))
    yield "; ".join(fix.title for fix in placed.fixes)
    yield from (finding.why, placed.fingerprint)


def _problem(problem: Problem) -> list[str | int]:
    row: dict[str, str | int] = dict.fromkeys(COLUMNS, "")
    row |= {
        "path": problem.path,
        "line": problem.line or "",
        "column": problem.column or "",
        "severity": _UNCHECKED,
        "rule": problem.rule,
        "message": said(problem),
    }
    return [row[name] for name in COLUMNS]
