"""The report for a terminal."""

from __future__ import annotations

from textwrap import dedent

from newslint.errors import Problem
from newslint.finding import Applicability, Severity
from newslint.report import Quotations, Report, place_findings
from newslint.reporters import Style, render
from tests.unit.reporters.samples import file_of, finding, report_of


def test_a_finding_has_its_line_its_places_its_reason_and_its_fix(harbour):
    assert render("full", harbour, Style(width=72)) == dedent("""\
        copy/harbour.txt:5:35  warning  core/currency-words
          Write $40 million: the symbol before the figure.

          5 | … Bay will spend 40 million dollars on its harbour wall, Mayor …
            |                  ^^^^^^^^^^^^^^^^^^

          why    One form keeps sums comparable.
          guide  Bay Post, money (2nd edition)
          fix    Replace “40 million dollars” with “$40 million” (--fix makes
                 it)

        copy/harbour.txt:7:56  error  core/term-case
          “beacon” is “Beacon” elsewhere in the article.

          7 | … will pay half. The rest comes from the beacon reserve, he said.
            |                                          ^^^^^^
          7 | The Beacon fund will pay half. The rest comes from the beacon …
            |     ------ with a capital here

          why    A reader wonders whether two things are meant.

        copy/harbour.txt:9:36  suggestion  core/bio-full-stop
          End the note on the author with a full stop.

          9 | Ines Falk is a reporter at the Bay Post
            |                                    ^^^^

        1 error, 1 warning, 1 suggestion in 1 file.
        """)


def test_no_line_is_wider_than_the_terminal(harbour):
    for width in (40, 55, 72, 100):
        text = render("full", harbour, Style(width=width))
        excerpts = [line for line in text.splitlines() if " | " in line]
        assert excerpts
        assert max(map(len, excerpts)) <= width


def test_a_problem_is_shown_with_its_line_and_counted():
    problem = Problem(
        "the value is not a date", "a.md", 3, 7, "write 2026-05-01", excerpt="date: x"
    )
    file = place_findings("a.md", "markdown", "", [], [problem])
    assert render("full", report_of(file)) == dedent("""\
        a.md:3:7  could not be checked
          the value is not a date

          3 | date: x
            |       ^

          hint   write 2026-05-01

        Nothing found in 1 file; 1 file could not be checked.
        """)


def test_colour_is_used_only_where_it_is_wanted(harbour):
    assert "\x1b" not in render("full", harbour)
    painted = render("full", harbour, Style(colour=True))
    assert "\x1b[31;1merror\x1b[0m" in painted
    assert "\x1b[33;1mwarning\x1b[0m" in painted
    assert "\x1b[36;1msuggestion\x1b[0m" in painted


def test_gutters_are_as_wide_as_the_widest_line_number():
    text = "patriot\n" + "\n" * 10 + "Patriot\n"
    found = finding(text, "patriot", related=(("Patriot", 1, "here"),))
    shown = render("full", report_of(file_of(text, [found])))
    assert "   1 | patriot\n     | ^^^^^^^\n  12 | Patriot\n     | ------- here\n" in shown


def test_words_over_two_lines_say_where_they_end():
    text = "He said\nno to it"
    shown = render("full", report_of(file_of(text, [finding(text, "said\nno")])))
    assert "  1 | He said\n    |    ^^^^ to line 2\n" in shown


def test_the_place_of_an_item_is_named():
    text = "A mayor."
    file = file_of(text, [finding(text, "mayor")])
    placed = file.findings[0]._replace(item="story-7")
    shown = render("full", report_of(file._replace(findings=(placed,))))
    assert shown.startswith("copy/text.txt:1:3  warning  core/currency-words  (story-7)\n")


def test_rules_that_say_the_same_are_named_together():
    text = "A mayor."
    found = finding(text, "mayor", also=("house/mayor",))
    shown = render("full", report_of(file_of(text, [found])))
    assert "core/currency-words, house/mayor\n" in shown


def test_who_may_make_the_fix_is_said():
    text = "A mayor."
    said = {
        Applicability.SAFE: "(--fix makes it)",
        Applicability.UNSAFE: "(--fix --unsafe-fixes makes it)",
        Applicability.DISPLAY: "(for a person to make)",
    }
    for applicability, words in said.items():
        found = finding(text, "mayor", replacement="Mayor", applicability=applicability)
        assert words in render("full", report_of(file_of(text, [found])))


def test_more_than_eight_places_are_counted():
    text = "Mayor " * 12
    found = finding(
        text, "Mayor", related=tuple(("Mayor", number, "here") for number in range(2, 13))
    )
    shown = render("full", report_of(file_of(text, [found])))
    assert shown.count("----- here") == 8
    assert "  and 3 more\n" in shown


def test_hostile_copy_cannot_move_the_cursor():
    text = "The \x1b[2Jmayor\u202e said"
    found = finding(text, "\x1b[2Jmayor", message="Look at “\x1b[2Jmayor”.")
    shown = render("full", report_of(file_of(text, [found], path="bad\x1bname.txt")))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "The ␛[2Jmayor" in shown


def test_the_summary_names_what_was_skipped_and_what_went_wrong():
    report = Report("core", (), (), (Problem("no such rule", "newslint.yaml"),), ("a.txt", "b.txt"))
    assert render("full", report).endswith(
        "\nNothing found in 0 files; 2 excluded files skipped; 1 problem.\n"
    )


def test_counts_of_a_thousand_have_a_comma():
    text = "Mayor " * 1200
    found = [finding(text, "Mayor", number=at, severity=Severity.ERROR) for at in range(1, 4)] * 400
    shown = render("full", report_of(file_of(text, found)))
    assert shown.endswith("1,200 errors in 1 file.\n")


def test_a_file_without_lines_names_the_paragraph():
    text = "A mayor."
    file = file_of(text, [finding(text, "mayor")], path="memo.docx")
    placed = file.findings[0]
    placed = placed._replace(place=placed.place._replace(part="document", paragraph=12, run=3))
    shown = render("full", report_of(file._replace(findings=(placed,))))
    assert shown.startswith("memo.docx:1:3  warning  core/currency-words  paragraph 12\n")
    assert "paragraph 12" in render("html", report_of(file._replace(findings=(placed,))))


def test_quotations_close_the_report():
    file = file_of("A mayor.", [])._replace(quotations=Quotations(3, 0, 1, 2))
    assert render("full", report_of(file)) == (
        "Nothing found in 1 file.\nQuotations: 3 verified, 0 differ, 1 not found, 2 not covered.\n"
    )
