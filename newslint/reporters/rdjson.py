"""Reviewdog's Diagnostic Format. Columns count UTF-8 bytes from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.errors import Problem
from newslint.finding import Applicability, Severity
from newslint.report import FileReport, Place, PlacedFinding, PlacedFix, Report
from newslint.reporters import Style, said, slashed, to_json
from newslint.span import LineIndex, Position

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}

_SOURCE = {"name": "newslint"}

Json = dict[str, Any]


def render(report: Report, style: Style) -> str:
    """Write all diagnostics in one document."""
    return to_json({"source": _SOURCE, "diagnostics": list(_diagnostics(report))}) + "\n"


def render_lines(report: Report, style: Style) -> str:
    """Write each diagnostic on a line of its own."""
    lines = (to_json({"source": _SOURCE, **each}, indent=None) for each in _diagnostics(report))
    return "".join(f"{line}\n" for line in lines)


def _diagnostics(report: Report) -> Iterator[Json]:
    """Yield a diagnostic for each finding and for each problem."""
    for file in report.files:
        lines = LineIndex(file.source)
        for placed in file.findings:
            yield _diagnostic(file, placed, lines)
    for problem in report.every_problem:
        yield _unchecked(problem)


def _diagnostic(file: FileReport, placed: PlacedFinding, lines: LineIndex) -> Json:
    finding = placed.finding
    item = f" ({placed.item})" if placed.item else ""
    data: Json = {
        "message": finding.message + item,
        "location": _location(file.path, placed.place, lines),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if placed.related:
        data["related_locations"] = [
            {"message": each.message, "location": _location(file.path, each.place, lines)}
            for each in placed.related
        ]
    suggestions = [_suggestion(fix, lines) for fix in placed.fixes if _stands_alone(fix)]
    if suggestions:
        data["suggestions"] = suggestions
    return data


def _stands_alone(fix: PlacedFix) -> bool:
    """Tell whether a fix is one edit that a machine may make: each suggestion is applied alone."""
    return len(fix.edits) == 1 and fix.applicability is not Applicability.DISPLAY


def _suggestion(fix: PlacedFix, lines: LineIndex) -> Json:
    (edit,) = fix.edits
    return {"range": _range(edit.start, edit.end, lines), "text": edit.replacement}


def _location(path: str, place: Place, lines: LineIndex) -> Json:
    return {"path": slashed(path), "range": _range(place.start, place.end, lines)}


def _range(start: Position, end: Position, lines: LineIndex) -> Json:
    return {"start": _position(start, lines), "end": _position(end, lines)}


def _position(position: Position, lines: LineIndex) -> Json:
    return {"line": position.line, "column": lines.utf8_column(position.offset)}


def _unchecked(problem: Problem) -> Json:
    location: Json = {"path": slashed(problem.path)}
    if problem.line:
        start = {"line": problem.line}
        if problem.column and problem.excerpt:
            before = problem.excerpt[: problem.column - 1]
            start["column"] = len(before.encode("utf-8", "surrogatepass")) + 1
        location["range"] = {"start": start}
    data: Json = {
        "message": said(problem),
        "location": location,
        "severity": "ERROR",
    }
    if problem.rule:
        data["code"] = {"value": problem.rule}
    return data
