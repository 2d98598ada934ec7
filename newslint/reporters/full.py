"""The report for a person at a terminal: each finding with its line, its reason and its fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.errors import Problem
from newslint.excerpt import Excerpt, excerpt, one_line, wrapped
from newslint.finding import Applicability, Severity
from newslint.record import Record
from newslint.report import FileReport, PlacedFinding, Report
from newslint.reporters import Style, conclusion
from newslint.span import Span

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.SUGGESTION: "36;1"}
_BOLD, _FAINT, _RELATED = "1", "2", "34;1"
_APPLIES = {
    Applicability.SAFE: "--fix makes it",
    Applicability.UNSAFE: "--fix --unsafe-fixes makes it",
    Applicability.DISPLAY: "for a person to make",
}
_LEAST_WIDTH = 40
#: More related places than this are counted, not shown.
_MOST_RELATED = 8


def render(report: Report, style: Style) -> str:
    """Write every finding with its excerpt, then the problems, then the summary."""
    writer = _Writer(style, report)
    blocks = []
    for file in report.files:
        blocks += [writer.finding(file, placed) for placed in file.findings]
        blocks += [writer.problem(problem) for problem in file.problems]
    blocks += [writer.problem(problem) for problem in report.problems]
    blocks.append(writer.paint(conclusion(report), _BOLD))
    return "\n\n".join(blocks) + "\n"


class _Shown(Record):
    """A line to show: its number, the excerpt, and what to say of the marked words."""

    number: int
    excerpt: Excerpt
    sign: str
    colour: str
    note: str = ""


class _Writer:
    """Writes findings in one style."""

    def __init__(self, style: Style, report: Report) -> None:
        self.colour = style.colour
        self.width = max(style.width, _LEAST_WIDTH)
        self.report = report

    def paint(self, text: str, code: str) -> str:
        """Colour `text` where colour is wanted."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def finding(self, file: FileReport, placed: PlacedFinding) -> str:
        """Write one finding."""
        finding = placed.finding
        start = placed.place.start
        where = self.paint(one_line(f"{file.path}:{start.line}:{start.column}"), _BOLD)
        kind = self.paint(finding.severity.value, _COLOURS[finding.severity])
        item = f"  ({one_line(placed.item)})" if placed.item else ""
        if placed.place.paragraph:
            item += f"  {placed.place.where}"
        rules = ", ".join((finding.rule, *finding.also))
        lines = [f"{where}  {kind}  {rules}{item}"]
        lines += [f"  {line}" for line in wrapped(one_line(finding.message), self.width - 2)]
        lines += ["", *self._excerpts(file, placed), ""]
        lines += self._notes(placed)
        return "\n".join(lines).rstrip()

    def problem(self, problem: Problem) -> str:
        """Write what could not be done, with the offending line."""
        where = self.paint(one_line(problem.where), _BOLD)
        rule = f"  {problem.rule}" if problem.rule else ""
        lines = [f"{where}  {self.paint('could not be checked', _COLOURS[Severity.ERROR])}{rule}"]
        lines += [f"  {line}" for line in wrapped(one_line(problem.message), self.width - 2)]
        if problem.excerpt and problem.line:
            at = max(problem.column - 1, 0)
            shown = excerpt(problem.excerpt, Span(at, at + 1), self.width - 10)
            lines += ["", *self._numbered([_Shown(problem.line, shown, "^", _BOLD)])]
        if problem.hint:
            lines += ["", *self._labelled("hint", problem.hint)]
        return "\n".join(lines)

    def _excerpts(self, file: FileReport, placed: PlacedFinding) -> list[str]:
        text = file.text_of(placed)
        room = self.width - len(str(placed.place.end.line)) - 6
        finding = placed.finding
        sign = "^"
        first = excerpt(*file.shown(placed), room)
        note = f"to line {placed.place.end.line}" if first.goes_on else ""
        shown = [
            _Shown(placed.place.start.line, first, sign, _COLOURS[finding.severity], note),
        ]
        for related, there in zip(
            finding.related[:_MOST_RELATED], placed.related[:_MOST_RELATED], strict=True
        ):
            cut = excerpt(text, related.span, room)
            shown.append(_Shown(there.place.start.line, cut, "-", _RELATED, related.message))
        lines = list(self._numbered(shown))
        left = len(finding.related) - _MOST_RELATED
        if left > 0:
            lines.append(f"  and {left} more")
        return lines

    def _numbered(self, shown: Iterable[_Shown]) -> Iterator[str]:
        shown = list(shown)
        gutter = max(len(str(each.number)) for each in shown)
        blank = self.paint(f"  {'':>{gutter}} |", _FAINT)
        for each in shown:
            number = self.paint(f"  {each.number:>{gutter}} |", _FAINT)
            yield f"{number} {each.excerpt.line}".rstrip()
            carets = self.paint(each.sign * each.excerpt.length, each.colour)
            note = f" {self.paint(one_line(each.note), each.colour)}" if each.note else ""
            yield f"{blank} {' ' * each.excerpt.indent}{carets}{note}"

    def _notes(self, placed: PlacedFinding) -> list[str]:
        lines: list[str] = []
        if placed.finding.why:
            lines += self._labelled("why", placed.finding.why)
        guide = self.report.rule(placed.finding.rule).guide
        if guide:
            lines += self._labelled("guide", guide)
        for fix in placed.fixes:
            lines += self._labelled("fix", f"{fix.title} ({_APPLIES[fix.applicability]})")
        return lines

    def _labelled(self, label: str, text: str) -> list[str]:
        first, *others = wrapped(one_line(text), self.width - 9) or [""]
        head = f"  {self.paint(f'{label:<6}', _FAINT)} {first}"
        return [head, *(f"{'':9}{line}" for line in others)]
