"""Copy that tries every reporter: wide and astral characters, CRLF, control characters, markup."""

from __future__ import annotations

from newslint.errors import Problem
from newslint.finding import Severity
from newslint.report import FileReport, Report
from tests.unit.reporters.samples import file_of, finding, report_of

PATH = "my copy/é & <b>, 50%.txt"
TEXT = (
    "😀 <b>The ]]> Mayor</b> said \x00\x1b \uffff no.\r\n"
    "漢字 é “Norden & Sons” pays @everyone $5-$6 \ud83d.\r\n"
    "=HYPERLINK(`x`) | last\r\n"
)


def hostile_report() -> Report:
    """Return a report of three findings on hostile copy and three problems."""
    found = [
        finding(TEXT, "]]> Mayor", severity=Severity.ERROR, replacement="\x01]]>",
                related=(("@everyone", 1, "\x1b[2J"), ("é", 1, ""))),
        finding(TEXT, "Norden & Sons”", message="<i>&amp;</i> @everyone costs $5-$6 \x00\uffff."),
        finding(TEXT, "=HYPERLINK(`x`) | last", severity=Severity.SUGGESTION),
    ]  # fmt: skip
    errors = (
        Problem("is ]]> \x00 broken", PATH, 2, 3, "mend it", excerpt="漢字 é"),
        Problem("the rule failed", "rules/my rule.yaml", 1, 1, rule="house/rule"),
    )
    return report_of(_file(found, errors), problems=(Problem("no such rule"),))


def _file(found: list, errors: tuple[Problem, ...]) -> FileReport:
    return file_of(TEXT, found, PATH, errors)
