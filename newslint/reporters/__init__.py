"""Reporters: from a report to text, one module a format.

Each module has `render(report, style) -> str`. Reporters read the report only: no clock, no files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

from newslint.errors import NewslintError, did_you_mean
from newslint.finding import Severity
from newslint.report import Report

#: format -> module, imported when the format is asked for.
FORMATS = {
    "concise": "newslint.reporters.concise",
    "full": "newslint.reporters.full",
    "github": "newslint.reporters.github",
    "html": "newslint.reporters.html_report",
    "json": "newslint.reporters.json_report",
    "sarif": "newslint.reporters.sarif",
}


class Style(NamedTuple):
    """How a report should look. `width` is in terminal columns; `time` is ISO 8601, UTC."""

    colour: bool = False
    width: int = 100
    time: str = "1970-01-01T00:00:00"


def render(format_name: str, report: Report, style: Style | None = None) -> str:
    """Write a report in a format of `FORMATS`; raises NewslintError for an unknown one."""
    if format_name not in FORMATS:
        raise NewslintError.of(
            f"there is no report format '{format_name}'", hint=did_you_mean(format_name, FORMATS)
        )
    text: str = import_module(FORMATS[format_name]).render(report, style or Style())
    return text


def summary(report: Report) -> str:
    """Say in one sentence what was found: `3 errors, 2 warnings, 1 suggestion in 4 files`."""
    counts = [(report.count(severity), severity.value) for severity in reversed(_ORDER)]
    found = ", ".join(counted(count, name) for count, name in counts if count)
    parts = [f"{found or 'nothing found'} in {counted(len(report.files), 'file')}"]
    if report.unchecked:
        parts.append(f"{counted(report.unchecked, 'file')} could not be checked")
    if report.skipped:
        parts.append(f"{counted(len(report.skipped), 'excluded file')} skipped")
    if report.problems:
        parts.append(counted(len(report.problems), "problem"))
    text = "; ".join(parts)
    return text[0].upper() + text[1:] + "."


_ORDER = (Severity.SUGGESTION, Severity.WARNING, Severity.ERROR)


def counted(count: int, noun: str) -> str:
    """Return `1 file`, `2 files`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def severities(report: Report) -> Iterable[tuple[Severity, int]]:
    """Return each severity, the gravest first, with its count."""
    return [(severity, report.count(severity)) for severity in reversed(_ORDER)]


_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(data: Any, *, indent: int | None = 2) -> str:  # noqa: ANN401 - what JSON can hold
    """Write JSON that any encoder of text can take, lone surrogates as escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
