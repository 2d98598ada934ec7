"""SonarQube's generic issues (the format of version 10.3 and later).

Columns count UTF-16 code units from 0. SonarQube takes the severity from the rule, so a finding
that is milder than its rule goes under a rule of its own.
"""

from __future__ import annotations

from typing import Any

from newslint.errors import Problem
from newslint.excerpt import one_line
from newslint.finding import Severity
from newslint.report import FileReport, Place, PlacedFinding, Report
from newslint.reporters import UNCHECKED, Style, said, slashed, to_json
from newslint.span import LineIndex

_IMPACTS = {Severity.ERROR: "HIGH", Severity.WARNING: "MEDIUM", Severity.SUGGESTION: "LOW"}
_SEVERITIES = {Severity.ERROR: "MAJOR", Severity.WARNING: "MINOR", Severity.SUGGESTION: "INFO"}
_ENGINE = "newslint"

Json = dict[str, Any]


def render(report: Report, style: Style) -> str:
    """Write the rules that found something, and the issues."""
    rules: dict[str, Json] = {}
    issues: list[Json] = []
    for file in report.files:
        lines = LineIndex(file.source)
        for placed in file.findings:
            rule_id = _rule_id(report, placed)
            rules.setdefault(rule_id, _rule(report, placed, rule_id))
            issues.append(_issue(file, placed, rule_id, lines))
        issues += [_unchecked(problem, file.path) for problem in file.errors]
    issues += [_unchecked(problem, problem.path or "newslint") for problem in report.problems]
    if any(issue["ruleId"] == UNCHECKED for issue in issues):
        rules[UNCHECKED] = _described(
            UNCHECKED, "Could not be checked", "newslint could not do its work here.", "BLOCKER"
        )
    ordered = [rules[rule_id] for rule_id in sorted(rules)]
    return to_json({"rules": ordered, "issues": issues}) + "\n"


def _rule_id(report: Report, placed: PlacedFinding) -> str:
    rule = report.rule(placed.finding.rule)
    lowered = placed.severity is not rule.severity
    return f"{rule.id}:{placed.severity}" if lowered else rule.id


def _rule(report: Report, placed: PlacedFinding, rule_id: str) -> Json:
    rule = report.rule(placed.finding.rule)
    described = _described(rule_id, rule.summary, rule.why or rule.summary, "")
    described["severity"] = _SEVERITIES[placed.severity]
    described["impacts"][0]["severity"] = _IMPACTS[placed.severity]
    return described


def _described(rule_id: str, name: str, description: str, severity: str) -> Json:
    return {
        "id": rule_id,
        "name": one_line(name),
        "description": one_line(description),
        "engineId": _ENGINE,
        "cleanCodeAttribute": "CONVENTIONAL",
        "type": "CODE_SMELL",
        "severity": severity,
        "impacts": [{"softwareQuality": "MAINTAINABILITY", "severity": "HIGH"}],
    }


def _issue(file: FileReport, placed: PlacedFinding, rule_id: str, lines: LineIndex) -> Json:
    item = f" ({placed.item})" if placed.item else ""
    message = one_line(placed.finding.message + item)
    data: Json = {
        "ruleId": rule_id,
        "primaryLocation": _location(file.path, message, placed.place, lines),
    }
    if placed.related:
        data["secondaryLocations"] = [
            _location(file.path, one_line(each.message or each.place.text), each.place, lines)
            for each in placed.related
        ]
    return data


def _location(path: str, message: str, place: Place, lines: LineIndex) -> Json:
    return {"message": message, "filePath": slashed(path), "textRange": _range(place, lines)}


def _range(place: Place, lines: LineIndex) -> Json:
    """Return the range; one without length is refused, so that the line stands for it."""
    start, end = place.start, place.end
    if start.offset == end.offset:
        return {"startLine": start.line}
    return {
        "startLine": start.line,
        "endLine": end.line,
        "startColumn": lines.utf16_column(start.offset) - 1,
        "endColumn": lines.utf16_column(end.offset) - 1,
    }


def _unchecked(problem: Problem, path: str) -> Json:
    line = problem.line if problem.path == path else 0
    location = {
        "message": said(problem),
        "filePath": slashed(path),
        "textRange": {"startLine": max(line, 1)},
    }
    return {"ruleId": UNCHECKED, "primaryLocation": location}
