"""Reporters: from a report to text, one module a format.

Each module has `render(report, style) -> str`. Reporters read the report only: no clock, no files.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.excerpt import one_line
from newslint.finding import Severity
from newslint.record import Record
from newslint.regexes import compiled
from newslint.report import Place, PlacedRelated, Report

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: format -> module and its function; the module is imported when the format is asked for.
FORMATS = {
    "checkstyle": ("checkstyle", "render"),
    "concise": ("concise", "render"),
    "csv": ("csv_report", "render"),
    "full": ("full", "render"),
    "github": ("github", "render"),
    "gitlab": ("gitlab", "render"),
    "html": ("html_report", "render"),
    "json": ("json_report", "render"),
    "junit": ("junit", "render"),
    "markdown": ("markdown", "render"),
    "rdjson": ("rdjson", "render"),
    "rdjsonl": ("rdjson", "render_lines"),
    "sarif": ("sarif", "render"),
    "sonarqube": ("sonarqube", "render"),
}
#: What stands for a rule where a file could not be checked.
UNCHECKED = "newslint/could-not-be-checked"


class Style(Record):
    """How a report should look. `width` is in terminal columns; `time` is ISO 8601, UTC."""

    colour: bool = False
    width: int = 100
    time: str = "1970-01-01T00:00:00"


Reporter = Callable[[Report, Style], str]


def render(format_name: str, report: Report, style: Style | None = None) -> str:
    """Write a report in a format of `FORMATS`; raises NewslintError for an unknown one."""
    if format_name not in FORMATS:
        raise NewslintError.of(
            f"there is no report format '{format_name}'", hint=did_you_mean(format_name, FORMATS)
        )
    module, function = FORMATS[format_name]
    reporter: Reporter = getattr(import_module(f"newslint.reporters.{module}"), function)
    return reporter(report, style or Style())


def summary(report: Report) -> str:
    """Say in one sentence what was found: `3 errors, 2 warnings, 1 suggestion in 4 files`."""
    counts = [(report.count(severity), severity.value) for severity in reversed(_ORDER)]
    found = ", ".join(counted(count, name) for count, name in counts if count)
    parts = [f"{found or 'nothing found'} in {counted(len(report.files), 'file')}"]
    if report.unchecked:
        parts.append(f"{counted(report.unchecked, 'file')} could not be checked")
    if report.skipped:
        parts.append(f"{counted(len(report.skipped), 'excluded file')} skipped")
    if report.unchanged:
        parts.append(f"{counted(report.unchanged, 'unchanged file')} not read")
    if report.known:
        parts.append(f"{counted(report.known, 'known finding')} not shown")
    if report.problems:
        parts.append(counted(len(report.problems), "problem"))
    text = "; ".join(parts)
    return text[0].upper() + text[1:] + "."


def verified(report: Report) -> str:
    """Say what became of the quotations, empty where there was no transcript."""
    found = report.quotations
    if found is None:
        return ""
    return (
        f"Quotations: {found.verified:,} verified, {found.differs:,} "
        f"{'differs' if found.differs == 1 else 'differ'}, {found.not_found:,} not found, "
        f"{found.not_covered:,} not covered."
    )


def conclusion(report: Report) -> str:
    """Return the lines that close a report: what was found, and what became of quotations."""
    return "\n".join(filter(None, (summary(report), verified(report))))


_ORDER = (Severity.SUGGESTION, Severity.WARNING, Severity.ERROR)


def counted(count: int, noun: str) -> str:
    """Return `1 file`, `2 files`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def severities(report: Report) -> Iterable[tuple[Severity, int]]:
    """Return each severity, the gravest first, with its count."""
    return [(severity, report.count(severity)) for severity in reversed(_ORDER)]


def said(problem: Problem) -> str:
    """Return what is wrong and what to do, as one line."""
    return one_line(f"{problem.message} ({problem.hint})" if problem.hint else problem.message)


def in_words(place: Place) -> str:
    """Name a place in words: `line 5, column 35`, or in a file without lines `paragraph 12`."""
    if place.paragraph:
        return place.where
    return f"line {place.start.line}, column {place.start.column}"


def told(related: PlacedRelated) -> str:
    """Return a place and what stands there, as one line."""
    return one_line(f"{in_words(related.place)}: “{related.place.text}” {related.message}")


def slashed(path: str) -> str:
    """Return a path as services want it: from the root of the repository, with slashes."""
    return path.replace(os.sep, "/").removeprefix("./")


#: Characters that end a line for some reader, move a terminal, or cannot be encoded.
_ESCAPED = compiled(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def to_json(data: Any, *, indent: int | None = 2) -> str:  # noqa: ANN401 - what JSON can hold
    """Write JSON that any encoder of text can take, with what is not text as escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def to_xml(root: Element) -> str:
    """Write an XML document; its text must be visible (`excerpt.visible`)."""
    from xml.etree.ElementTree import indent, tostring

    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
