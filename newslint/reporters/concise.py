"""One line a finding: `path:line:column: severity rule message`."""

from __future__ import annotations

from newslint.excerpt import one_line
from newslint.report import FileReport, PlacedFinding, Report
from newslint.reporters import Style, conclusion


def render(report: Report, style: Style) -> str:
    """Write one line for each finding and problem, and the summary."""
    lines = []
    for file in report.files:
        lines += [line(file, placed) for placed in file.findings]
        lines += [one_line(str(problem)) for problem in file.problems]
    lines += [one_line(str(problem)) for problem in report.problems]
    return "\n".join([*lines, conclusion(report)]) + "\n"


def line(file: FileReport, placed: PlacedFinding) -> str:
    """Write one finding."""
    start = placed.place.start
    item = f" ({placed.item})" if placed.item else ""
    finding = placed.finding
    return one_line(
        f"{file.path}:{start.line}:{start.column}: "
        f"{finding.severity} {finding.rule} {finding.message}{item}"
    )
