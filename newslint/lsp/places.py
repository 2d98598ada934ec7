"""Places and findings in the protocol's terms: positions from 0, in the unit agreed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from newslint.errors import Problem
from newslint.finding import Severity
from newslint.report import FileReport, PlacedEdit, PlacedFinding, PlacedFix, RuleInfo
from newslint.span import LineIndex, Position

SOURCE = "newslint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
}


class Places:
    """Turns places of one text into the protocol's."""

    def __init__(self, text: str, encoding: types.PositionEncodingKind | str) -> None:
        self.lines = LineIndex(text)
        self._encoding = types.PositionEncodingKind(encoding)

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset in code points."""
        found = self.lines.position(offset)
        if self._encoding is types.PositionEncodingKind.Utf8:
            column = self.lines.utf8_column(offset)
        elif self._encoding is types.PositionEncodingKind.Utf16:
            column = self.lines.utf16_column(offset)
        else:
            column = found.column
        return types.Position(found.line - 1, column - 1)

    def range(self, start: int, end: int) -> types.Range:
        """Return the range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def between(self, start: Position, end: Position) -> types.Range:
        """Return the range between two places of a report."""
        return self.range(start.offset, end.offset)

    def edit(self, edit: PlacedEdit) -> types.TextEdit:
        """Return an edit."""
        return types.TextEdit(self.between(edit.start, edit.end), edit.replacement)

    def edits(self, fix: PlacedFix) -> list[types.TextEdit]:
        """Return the edits of a fix."""
        return [self.edit(each) for each in fix.edits]

    def line(self, number: int) -> types.Range:
        """Return the range of a line that counts from 1, as well as it is known."""
        span = self.lines.line(min(max(number, 1), self.lines.count))
        return self.range(*span)


def diagnostics(report: FileReport, uri: str, places: Places) -> list[types.Diagnostic]:
    """Return the findings of a file, and what kept it from being checked."""
    found = [_diagnostic(placed, uri, places) for placed in report.findings]
    return [*(problem(each, report.path, places) for each in report.errors), *found]


def _diagnostic(placed: PlacedFinding, uri: str, places: Places) -> types.Diagnostic:
    finding = placed.finding
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, places.between(each.place.start, each.place.end)),
            each.said,
        )
        for each in placed.related
    ]
    return types.Diagnostic(
        places.between(placed.place.start, placed.place.end),
        finding.message,
        _SEVERITIES[finding.severity],
        finding.rule,
        source=SOURCE,
        related_information=related or None,
        data={"fingerprint": placed.fingerprint},
    )


def problem(each: Problem, path: str, places: Places) -> types.Diagnostic:
    """Return what kept a file from being checked; what is wrong elsewhere stands on line 1."""
    here = each.path in ("", path)
    said = each.message if here else f"{each.where}: {each.message}"
    message = f"{said} ({each.hint})" if each.hint else said
    return types.Diagnostic(
        places.line(each.line if here else 1),
        f"could not be checked: {message}",
        types.DiagnosticSeverity.Error,
        each.rule or "newslint/could-not-be-checked",
        source=SOURCE,
    )


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!<>|~-])")


def hover(found: list[PlacedFinding], rules: dict[str, RuleInfo]) -> str:
    """Explain findings in Markdown, in which the article's words stay words."""
    return "\n\n---\n\n".join("\n\n".join(_explained(each, rules)) for each in found)


def _explained(placed: PlacedFinding, rules: dict[str, RuleInfo]) -> Iterator[str]:
    finding = placed.finding
    rule = rules.get(finding.rule)
    yield f"**{_escaped(finding.message)}**"
    if finding.why:
        yield _escaped(finding.why)
    if rule and rule.guide:
        yield f"Guide: {_escaped(rule.guide)}"
    yield f"{finding.severity.value} · `{finding.rule}`"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
