"""The summary for a pull request."""

from __future__ import annotations

import re
from textwrap import dedent

from markdown_it import MarkdownIt

from newslint.errors import Problem
from newslint.finding import Severity
from newslint.report import place_findings
from newslint.reporters import render
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.samples import file_of, finding, report_of


def test_the_whole_summary(harbour):
    assert render("markdown", harbour) == dedent("""\
        ## newslint

        1 error, 1 warning, 1 suggestion in 1 file.

        ### `copy/harbour.txt`

        - **warning** line 5: Write $40 million: the symbol before the figure. `core/currency-words`
          - fix: Replace “40 million dollars” with “$40 million”
        - **error** line 7: “beacon” is “Beacon” elsewhere in the article. `core/term-case`
          - line 7, column 5: “Beacon” with a capital here
        - **suggestion** line 9: End the note on the author with a full stop. `core/bio-full-stop`
        """)


def test_copy_is_no_markup_and_calls_no_one():
    text = render("markdown", hostile_report())
    html = MarkdownIt("commonmark").render(text)
    assert "<i>" not in html
    assert "&lt;i&gt;&amp;amp;&lt;/i&gt; @\u2060everyone costs" in html
    assert "<span>$</span>5-<span>$</span>6" in html
    assert not re.search(r"@\w", text)


def test_problems_come_first():
    problem = Problem("not *valid*", "a`b.md", 3, 1, "mend it")
    file = place_findings("a`b.md", "markdown", "", [], [problem])
    assert render("markdown", report_of(file)) == dedent("""\
        ## newslint

        Nothing found in 1 file; 1 file could not be checked.

        ### Could not be checked

        - `a'b.md:3:1` not \\*valid\\* (mend it)
        """)


def test_a_long_summary_leaves_out_the_mildest_and_counts_them():
    text = "Mayor " * 3
    mild = finding(text, "Mayor", severity=Severity.SUGGESTION, message="x" * 200)
    grave = finding(text, "Mayor", number=3, severity=Severity.ERROR)
    shown = render("markdown", report_of(file_of(text, [*[mild] * 400, grave])))
    assert len(shown) < 65_536
    kept = len(re.findall(r"^- \*\*suggestion", shown, re.MULTILINE))
    assert shown.endswith(f"\n{400 - kept} milder findings left out: a comment holds no more.\n")
    assert 200 < kept < 400
    assert shown.count("- **error**") == 1
    assert shown.count("### `copy/text.txt`") == 1


def test_a_flood_of_problems_leaves_room_for_findings():
    problems = tuple(Problem("broken " * 20, f"{number}.md") for number in range(1000))
    text = "A mayor."
    shown = render(
        "markdown", report_of(file_of(text, [finding(text, "mayor")]), problems=problems)
    )
    assert len(shown) < 65_536
    assert "- …\n" in shown
    assert "- **warning** line 1" in shown
