"""Workflow commands."""

from __future__ import annotations

from newslint.errors import Problem
from newslint.finding import Severity
from newslint.report import Report, place_findings
from newslint.reporters import render
from tests.unit.reporters.samples import file_of, finding, report_of


def many(errors: int, warnings: int, suggestions: int) -> Report:
    counts = {
        Severity.SUGGESTION: suggestions,
        Severity.WARNING: warnings,
        Severity.ERROR: errors,
    }
    text = "Mayor " * max(counts.values())
    found = [
        finding(text, "Mayor", number=number, severity=severity)
        for severity, count in counts.items()
        for number in range(1, count + 1)
    ]
    return report_of(file_of(text, found))


def commands(report: Report, kind: str) -> list[str]:
    return [each for each in render("github", report).splitlines() if each.startswith(f"::{kind} ")]


def test_each_severity_is_a_command(harbour):
    lines = render("github", harbour).splitlines()
    assert lines == [
        (
            "::error file=copy/harbour.txt,line=7,endLine=7,col=56,endColumn=62,"
            "title=core/term-case::"
            "“beacon” is “Beacon” elsewhere in the article."
            "%0Aline 7, column 5: “Beacon” with a capital here"
        ),
        (
            "::warning file=copy/harbour.txt,line=5,endLine=5,col=35,endColumn=53,"
            "title=core/currency-words::Write $40 million: the symbol before the figure."
            "%0AFix: Replace “40 million dollars” with “$40 million”"
        ),
        (
            "::notice file=copy/harbour.txt,line=9,endLine=9,col=36,endColumn=40,"
            "title=core/bio-full-stop::End the note on the author with a full stop."
        ),
        "- 1 error, 1 warning, 1 suggestion in 1 file.",
    ]


def test_messages_and_paths_are_escaped():
    text = "A mayor."
    found = finding(text, "mayor", message="100% of it: “a,b”\r\n::stop-commands::x")
    line = render("github", report_of(file_of(text, [found], "news: 50%, a b.txt"))).splitlines()[0]
    assert line == (
        "::warning file=news%3A 50%25%2C a b.txt,line=1,endLine=1,col=3,endColumn=8,"
        "title=core/currency-words::100%25 of it: “a,b” ::stop-commands::x"
    )


def test_words_over_two_lines_have_no_columns():
    text = "He said\nno to it"
    line = render("github", report_of(file_of(text, [finding(text, "said\nno")]))).splitlines()[0]
    assert line.startswith("::warning file=copy/text.txt,line=1,endLine=2,title=")


def test_ten_of_each_kind_are_commands_and_the_rest_stand_in_the_log():
    report = many(12, 10, 3)
    text = render("github", report)
    assert [len(commands(report, kind)) for kind in ("error", "warning", "notice")] == [10, 10, 4]
    assert (
        "::notice title=newslint::2 more findings in the log: GitHub shows 10 of each kind." in text
    )
    assert text.count("\n- copy/text.txt:1:") == 2


def test_the_note_on_the_rest_takes_the_tenth_notice():
    report = many(0, 0, 11)
    notices = commands(report, "notice")
    assert len(notices) == 10
    assert notices[-1].endswith("2 more findings in the log: GitHub shows 10 of each kind.")


def test_ten_suggestions_need_no_note():
    assert len(commands(many(0, 0, 10), "notice")) == 10
    assert "in the log" not in render("github", many(0, 0, 10))


def test_problems_come_first_and_take_room_from_errors():
    report = many(10, 0, 0)
    broken = place_findings("b.md", "markdown", "", [], [Problem("is not UTF-8", "b.md", 2, 3)])
    report = report._replace(files=(*report.files, broken))
    errors = commands(report, "error")
    assert len(errors) == 10
    assert errors[0] == "::error file=b.md,line=2,col=3,title=could not be checked::is not UTF-8"
    assert "1 more finding in the log" in render("github", report)


def test_a_plain_line_is_no_command():
    text = "Mayor " * 11
    found = [
        finding(text, "Mayor", number=number, message="##[error]x\n::error::y")
        for number in range(1, 12)
    ]
    lines = render("github", report_of(file_of(text, found))).splitlines()
    plain = [line for line in lines if not line.startswith("::")]
    assert plain[0] == "- copy/text.txt:1:61: warning core/currency-words # #[error]x ::error::y"
    assert len(lines) == 13
