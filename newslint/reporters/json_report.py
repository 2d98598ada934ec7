"""JSON for other tools: version 1 of a contract that only ever gains keys."""

from __future__ import annotations

from typing import Any

from newslint import __version__
from newslint.errors import Problem
from newslint.report import FileReport, Place, PlacedConfirmed, PlacedFinding, PlacedFix, Report
from newslint.reporters import Style, severities, to_json
from newslint.span import Position

VERSION = 1

Json = dict[str, Any]


def render(report: Report, style: Style) -> str:
    """Write the whole report; offsets from 0, lines and columns from 1, `end` exclusive."""
    return to_json(contract(report)) + "\n"


def contract(report: Report) -> Json:
    """Return the report as plain data."""
    data: Json = {
        "version": VERSION,
        "newslint": __version__,
        "profile": report.profile,
        "files": [_file(file) for file in report.files],
        "summary": {
            "files": len(report.files),
            **{severity.value: count for severity, count in severities(report)},
            "unchecked": report.unchecked,
        },
    }
    if report.problems:
        data["errors"] = [_error(problem) for problem in report.problems]
    if report.skipped:
        data["skipped"] = list(report.skipped)
    for name, count in (("known", report.known), ("unchanged", report.unchanged)):
        if count:
            data["summary"][name] = count
    if report.quotations is not None:
        data["summary"]["quotations"] = report.quotations._asdict()
    return data


def _file(file: FileReport) -> Json:
    data: Json = {"path": file.path, "format": file.format}
    if file.items:
        data["items"] = list(file.items)
    data["findings"] = [_finding(placed) for placed in file.findings]
    data["errors"] = [_error(problem) for problem in file.errors]
    if file.confirmed:
        data["confirmed"] = [_confirmed(each) for each in file.confirmed]
    return data


def _confirmed(placed: PlacedConfirmed) -> Json:
    """Return words that a rule knows to be right: no finding."""
    found = placed.confirmed
    return {
        "rule": found.rule,
        "message": found.message,
        "field": found.field,
        "item": placed.item,
        **_place(placed.place),
    }


def _finding(placed: PlacedFinding) -> Json:
    finding = placed.finding
    data: Json = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "why": finding.why,
        "field": finding.field,
        "item": placed.item,
        **_place(placed.place),
        "related": [{"message": each.message, **_place(each.place)} for each in placed.related],
        "fixes": [_fix(fix) for fix in placed.fixes],
        "fingerprint": placed.fingerprint,
    }
    if finding.absent:
        data["absent"] = True
    if finding.also:
        data["also"] = list(finding.also)
    return data


def _place(place: Place) -> Json:
    data: Json = {
        "text": place.text,
        "start": _position(place.start),
        "end": _position(place.end),
    }
    if place.part:
        data.update(part=place.part, paragraph=place.paragraph, run=place.run)
    return data


def _position(position: Position) -> Json:
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _fix(fix: PlacedFix) -> Json:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "edits": [
            {
                "start": _position(edit.start),
                "end": _position(edit.end),
                "replacement": edit.replacement,
            }
            for edit in fix.edits
        ],
    }


def _error(problem: Problem) -> Json:
    return {
        "message": problem.message,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "hint": problem.hint,
    }
