"""GitLab Code Quality: what a merge request shows beside its lines."""

from __future__ import annotations

import hashlib
from typing import Any

from newslint.errors import Problem
from newslint.excerpt import one_line
from newslint.finding import Severity
from newslint.report import FileReport, PlacedFinding, Report
from newslint.reporters import UNCHECKED, Style, said, slashed, to_json
from newslint.span import Position

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}

Json = dict[str, Any]


def render(report: Report, style: Style) -> str:
    """Write one list; fingerprints are unique in it, or GitLab shows the first alone."""
    entries = [_finding(file, placed) for file, placed in report.findings]
    for file in report.files:
        entries += [_unchecked(problem, slashed(file.path)) for problem in file.errors]
    entries += [_unchecked(problem, slashed(problem.path)) for problem in report.problems]
    return to_json(entries) + "\n"


def _finding(file: FileReport, placed: PlacedFinding) -> Json:
    finding, path = placed.finding, slashed(file.path)
    item = f" ({placed.item})" if placed.item else ""
    data: Json = {
        "type": "issue",
        "check_name": finding.rule,
        "description": one_line(finding.message + item),
        "content": {"body": finding.why},
        "categories": ["Style"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _fingerprint(path, placed.fingerprint),
        "location": _location(path, placed.place.start, placed.place.end),
    }
    if placed.related:
        data["other_locations"] = [
            _location(path, each.place.start, each.place.end) for each in placed.related
        ]
    return data


def _location(path: str, start: Position, end: Position) -> Json:
    return {
        "path": path,
        "lines": {"begin": start.line, "end": end.line},
        "positions": {
            "begin": {"line": start.line, "column": start.column},
            "end": {"line": end.line, "column": end.column},
        },
    }


def _unchecked(problem: Problem, path: str) -> Json:
    """Report what could not be checked at the article, so that it does not read as clean."""
    line = problem.line if slashed(problem.path) == path else 0
    return {
        "type": "issue",
        "check_name": UNCHECKED,
        "description": said(problem),
        "categories": ["Bug Risk"],
        "severity": "blocker",
        "fingerprint": _fingerprint(path, str(problem)),
        "location": {"path": path or "newslint", "lines": {"begin": max(line, 1)}},
    }


def _fingerprint(path: str, within: str) -> str:
    key = f"{path}\0{within}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(key).hexdigest()[:40]
