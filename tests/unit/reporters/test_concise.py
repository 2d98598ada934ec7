"""One line a finding."""

from __future__ import annotations

from newslint.errors import Problem
from newslint.report import Quotations, place_findings
from newslint.reporters import render
from tests.unit.reporters.samples import file_of, finding, report_of


def test_each_finding_is_one_line(harbour):
    assert render("concise", harbour) == (
        "copy/harbour.txt:5:35: warning core/currency-words "
        "Write $40 million: the symbol before the figure.\n"
        "copy/harbour.txt:7:56: error core/term-case "
        "“beacon” is “Beacon” elsewhere in the article.\n"
        "copy/harbour.txt:9:36: suggestion core/bio-full-stop "
        "End the note on the author with a full stop.\n"
        "1 error, 1 warning, 1 suggestion in 1 file.\n"
    )


def test_problems_are_errors():
    problem = Problem("is not UTF-8", "a.txt", hint="save it as UTF-8")
    file = place_findings("a.txt", "text", "", [], [problem])
    assert render("concise", report_of(file)) == (
        "a.txt: error: is not UTF-8 (save it as UTF-8)\n"
        "Nothing found in 1 file; 1 file could not be checked.\n"
    )


def test_a_message_of_several_lines_stays_on_one():
    text = "A mayor."
    found = finding(text, "mayor", message="Two\nlines\x1b.")
    first = render("concise", report_of(file_of(text, [found]))).splitlines()[0]
    assert first == "copy/text.txt:1:3: warning core/currency-words Two lines␛."


def test_quotations_are_counted_in_a_line_of_their_own():
    file = file_of("A mayor.", [])
    files = [file._replace(quotations=each) for each in (Quotations(1000, 1), Quotations(5, 0, 2))]
    assert render("concise", report_of(*files, file)).splitlines() == [
        "Nothing found in 3 files.",
        "Quotations: 1,005 verified, 1 differs, 2 not found, 0 not covered.",
    ]
    file = file._replace(quotations=Quotations(differs=2))
    assert render("concise", report_of(file)).splitlines()[-1] == (
        "Quotations: 0 verified, 2 differ, 0 not found, 0 not covered."
    )
