"""SARIF 2.1.0 (OASIS, 2020): for GitHub code scanning and other viewers.

GitHub keeps 5,000 results of a run, 100 locations of a result, and titles of 1,024 characters.
"""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from newslint import __version__
from newslint.errors import Problem
from newslint.excerpt import one_line
from newslint.finding import Applicability, Severity
from newslint.report import FileReport, Place, PlacedFinding, PlacedFix, Report, RuleInfo
from newslint.reporters import Style, counted, said, to_json
from newslint.span import Position

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_PROBLEM_SEVERITY = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "recommendation",
}
_RESULTS = 5000
_LOCATIONS = 100
_TITLE = 1024

Json = dict[str, Any]


def render(report: Report, style: Style) -> str:
    """Write one run with its results, the rules they come from, and what went wrong."""
    chosen, left_out = report.most_severe(_RESULTS)
    used = sorted({placed.finding.rule for _, placed in chosen})
    numbers = {rule_id: number for number, rule_id in enumerate(used)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "newslint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(report.rule(rule_id)) for rule_id in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, left_out)],
        "results": [_result(file, placed, numbers) for file, placed in chosen],
        "properties": {"profile": report.profile, "leftOut": left_out},
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: RuleInfo) -> Json:
    help_lines = [part for part in (rule.why, rule.guide and f"Guide: {rule.guide}") if part]
    text = "\n\n".join(help_lines) or rule.summary
    return {
        "id": rule.id,
        "name": rule.id.split("/")[-1],
        "shortDescription": {"text": _title(rule.summary)},
        "fullDescription": {"text": _title(rule.why or rule.summary)},
        "help": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.id.split("/")[0]],
            "problem.severity": _PROBLEM_SEVERITY[rule.severity],
        },
    }


def _title(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _TITLE else text[: _TITLE - 1] + "…"


def _result(file: FileReport, placed: PlacedFinding, numbers: dict[str, int]) -> Json:
    finding = placed.finding
    data: Json = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(file.path, placed.place)}],
        "partialFingerprints": {
            "newslint/v1": placed.fingerprint,
            "primaryLocationLineHash": f"{placed.fingerprint}:1",
        },
        "properties": {"field": finding.field, "why": finding.why},
    }
    if placed.item:
        data["properties"]["item"] = placed.item
    if finding.also:
        data["properties"]["also"] = list(finding.also)
    related = placed.related[: _LOCATIONS - 1]
    if related:
        data["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": each.message},
                "physicalLocation": _location(file.path, each.place),
            }
            for number, each in enumerate(related, start=1)
        ]
    fixes = [_fix(file.path, fix) for fix in placed.fixes if _for_machines(fix)]
    if fixes:
        data["fixes"] = fixes
    return data


def _location(path: str, place: Place) -> Json:
    region = {
        **_span(place.start, place.end),
        "charOffset": place.start.offset,
        "charLength": place.end.offset - place.start.offset,
        "snippet": {"text": place.text},
    }
    return {"artifactLocation": _artifact(path), "region": region}


def _span(start: Position, end: Position) -> Json:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _artifact(path: str) -> Json:
    """Write a path as a URI: relative to the root of the sources, or absolute."""
    windows = PureWindowsPath(path)
    if windows.drive:
        return {"uri": windows.as_uri() if windows.is_absolute() else quote(windows.as_posix())}
    posix = PurePosixPath(path)
    if posix.is_absolute():
        return {"uri": posix.as_uri()}
    return {"uri": quote(str(posix), errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


def _for_machines(fix: PlacedFix) -> bool:
    """Tell whether a viewer may offer to apply a fix; the others are in the message."""
    return fix.applicability is not Applicability.DISPLAY


def _fix(path: str, fix: PlacedFix) -> Json:
    replacements = [
        {
            "deletedRegion": _span(edit.start, edit.end),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _invocation(report: Report, left_out: int) -> Json:
    problems = report.every_problem
    notifications = [_notification(problem) for problem in problems]
    if left_out:
        text = f"{counted(left_out, 'milder finding')} left out: GitHub keeps {_RESULTS:,} of a run"
        notifications.append({"level": "warning", "message": {"text": text}})
    data: Json = {"executionSuccessful": not problems}
    if notifications:
        data["toolExecutionNotifications"] = notifications
    return data


def _notification(problem: Problem) -> Json:
    data: Json = {"level": "error", "message": {"text": said(problem)}}
    if problem.rule:
        data["associatedRule"] = {"id": problem.rule}
    if problem.path:
        location: Json = {"artifactLocation": _artifact(problem.path)}
        if problem.line:
            location["region"] = {"startLine": problem.line}
            if problem.column:
                location["region"]["startColumn"] = problem.column
        data["locations"] = [{"physicalLocation": location}]
    return data
