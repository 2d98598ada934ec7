"""Checkstyle XML, which Jenkins and many review tools read. Columns count code points from 1."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from newslint.excerpt import one_line, visible
from newslint.finding import Severity
from newslint.report import PlacedFinding, Report
from newslint.reporters import UNCHECKED, Style, said, slashed, to_xml, told

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def render(report: Report, style: Style) -> str:
    """Write one `file` element a file, the clean ones too."""
    root = Element("checkstyle", version="10.0")
    for file in report.files:
        element = SubElement(root, "file", name=visible(slashed(file.path)))
        for placed in file.findings:
            SubElement(element, "error", _attributes(placed))
        for problem in file.errors:
            line = problem.line if problem.path == file.path else 0
            SubElement(element, "error", _unchecked(said(problem), line, problem.column))
    for problem in report.problems:
        element = SubElement(root, "file", name=visible(slashed(problem.path or "newslint")))
        SubElement(element, "error", _unchecked(said(problem), problem.line, problem.column))
    return to_xml(root)


def _attributes(placed: PlacedFinding) -> dict[str, str]:
    finding = placed.finding
    item = f" ({placed.item})" if placed.item else ""
    places = "; ".join(map(told, placed.related))
    return {
        "line": str(placed.place.start.line),
        "column": str(placed.place.start.column),
        "severity": _SEVERITIES[finding.severity],
        "message": one_line(finding.message + item + (f" [{places}]" if places else "")),
        "source": f"newslint.{visible(finding.rule)}",
    }


def _unchecked(message: str, line: int, column: int) -> dict[str, str]:
    attributes = {"line": str(max(line, 1))}
    if line and column:
        attributes["column"] = str(column)
    source = UNCHECKED.replace("/", ".", 1)
    return {**attributes, "severity": "error", "message": message, "source": source}
