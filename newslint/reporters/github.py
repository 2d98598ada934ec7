"""Workflow commands, which GitHub shows beside the lines of a pull request.

GitHub keeps ten annotations of each kind for a step. The rest stand in the log as plain lines, and
the last notice says how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.errors import Problem
from newslint.excerpt import one_line, visible
from newslint.finding import Severity
from newslint.report import FileReport, PlacedFinding, Report
from newslint.reporters import Style, counted, said, slashed, summary, told

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_LIMIT = 10

Found = tuple[FileReport, PlacedFinding]


def render(report: Report, style: Style) -> str:
    """Write a command for each finding that GitHub will show, and a plain line for each other."""
    problems = report.every_problem
    lines = [_problem(problem) for problem in problems[:_LIMIT]]
    rest = [f"- {_inert(str(problem))}" for problem in problems[_LIMIT:]]
    left = _left_out(report, len(lines))
    for severity, kind in _KINDS.items():
        room = _room(severity, len(lines) if severity is Severity.ERROR else 0, left)
        found = [each for each in report.findings if each[1].severity is severity]
        lines += [_command(kind, file, placed) for file, placed in found[:room]]
        rest += [_plain(file, placed) for file, placed in found[room:]]
    if left:
        text = f"{counted(left, 'more finding')} in the log: GitHub shows {_LIMIT} of each kind."
        lines.append(f"::notice title=newslint::{_data(text)}")
    return "\n".join([*lines, *rest, f"- {summary(report)}"]) + "\n"


def _room(severity: Severity, taken: int, left: int) -> int:
    """Count the findings of a severity that GitHub shows; a note on the rest is a notice too."""
    reserved = 1 if left and severity is Severity.SUGGESTION else 0
    return max(_LIMIT - taken - reserved, 0)


def _left_out(report: Report, problems: int) -> int:
    """Count the findings that GitHub does not show, the place of the note on them included."""
    left = max(report.count(Severity.ERROR) - (_LIMIT - problems), 0)
    left += max(report.count(Severity.WARNING) - _LIMIT, 0)
    notices = report.count(Severity.SUGGESTION)
    if left or notices > _LIMIT:
        left += max(notices - (_LIMIT - 1), 0)
    return left


def _command(kind: str, file: FileReport, placed: PlacedFinding) -> str:
    start, end = placed.place.start, placed.place.end
    properties = {"file": slashed(file.path), "line": start.line, "endLine": end.line}
    if start.line == end.line:
        properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = placed.finding.rule
    return _written(kind, properties, "\n".join(_text(placed)))


def _text(placed: PlacedFinding) -> Iterator[str]:
    item = f" ({one_line(placed.item)})" if placed.item else ""
    yield one_line(placed.finding.message) + item
    yield from map(told, placed.related)
    for fix in placed.fixes:
        yield f"Fix: {one_line(fix.title)}"


def _problem(problem: Problem) -> str:
    properties: dict[str, object] = {"file": slashed(problem.path)} if problem.path else {}
    if problem.line:
        properties["line"] = problem.line
    if problem.column:
        properties["col"] = problem.column
    properties["title"] = problem.rule or "could not be checked"
    return _written("error", properties, said(problem))


def _written(kind: str, properties: dict[str, object] | dict[str, str | int], text: str) -> str:
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{kind} {written}::{_data(text)}"


def _data(text: str) -> str:
    """Escape a message as GitHub's toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property, which ends at a comma or two colons."""
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _plain(file: FileReport, placed: PlacedFinding) -> str:
    start = placed.place.start
    finding = placed.finding
    return "- " + _inert(
        f"{file.path}:{start.line}:{start.column}: "
        f"{finding.severity} {finding.rule} {finding.message}"
    )


def _inert(text: str) -> str:
    """Return one line that a runner does not take for a command."""
    return one_line(text).replace("##[", "# #[")
