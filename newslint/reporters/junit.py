"""JUnit XML (the schema of Apache Ant's tasks): a suite a file, a case a finding."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from newslint.errors import Problem
from newslint.excerpt import one_line, visible
from newslint.report import FileReport, PlacedFinding, Report
from newslint.reporters import UNCHECKED, Style, said, slashed, to_xml

_HOST = "localhost"
_TIME = "0"


def render(report: Report, style: Style) -> str:
    """Write every file as a suite; a clean file has one case that passes."""
    root = Element("testsuites")
    for file in report.files:
        _suite(root, file, style)
    if report.problems:
        _suite(root, FileReport("newslint", "", "", (), (), report.problems), style)
    return to_xml(root)


def _suite(root: Element, file: FileReport, style: Style) -> None:
    name = one_line(slashed(file.path)) or "-"
    suite = SubElement(
        root,
        "testsuite",
        name=name,
        package="newslint",
        id=str(len(root)),
        timestamp=style.time,
        hostname=_HOST,
        tests=str(len(file.findings) + len(file.errors) or 1),
        failures=str(len(file.findings)),
        errors=str(len(file.errors)),
        time=_TIME,
    )
    SubElement(suite, "properties")
    for placed in file.findings:
        _failure(suite, name, placed)
    for problem in file.errors:
        _error(suite, name, problem)
    if not file.findings and not file.errors:
        SubElement(suite, "testcase", name="nothing found", classname=name, time=_TIME)
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")


def _failure(suite: Element, name: str, placed: PlacedFinding) -> None:
    finding, start = placed.finding, placed.place.start
    item = f" ({one_line(placed.item)})" if placed.item else ""
    title = f"{finding.rule} {start.line}:{start.column}{item}"
    case = SubElement(suite, "testcase", name=one_line(title), classname=name, time=_TIME)
    failure = SubElement(
        case, "failure", message=one_line(finding.message), type=finding.severity.value
    )
    failure.text = visible_lines(_lines(name, placed))


def _lines(name: str, placed: PlacedFinding) -> list[str]:
    """Return what a person reads of a finding."""
    start = placed.place.start
    lines = [f"{name}:{start.line}:{start.column}: “{placed.place.text}”"]
    for each in placed.related:
        there = each.place.start
        lines.append(f"{name}:{there.line}:{there.column}: “{each.place.text}” {each.message}")
    if placed.finding.why:
        lines.append(placed.finding.why)
    lines += [f"Fix: {fix.title}" for fix in placed.fixes]
    return lines


def visible_lines(lines: list[str]) -> str:
    """Join lines, each without control characters."""
    return "\n".join(one_line(line) for line in lines)


def _error(suite: Element, name: str, problem: Problem) -> None:
    case = SubElement(suite, "testcase", name="could not be checked", classname=name, time=_TIME)
    kind = visible(problem.rule) or UNCHECKED
    error = SubElement(case, "error", message=said(problem), type=kind)
    error.text = one_line(str(problem))
