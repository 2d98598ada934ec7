"""The table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from newslint.reporters import render
from tests.unit.reporters.hostile import hostile_report


def rows(report):
    return list(csv.DictReader(io.StringIO(render("csv", report), newline="")))


def test_a_finding_is_a_row(harbour):
    assert rows(harbour)[1] == {
        "path": "copy/harbour.txt",
        "item": "",
        "line": "7",
        "column": "56",
        "end_line": "7",
        "end_column": "62",
        "severity": "error",
        "rule": "core/term-case",
        "message": "“beacon” is “Beacon” elsewhere in the article.",
        "field": "body",
        "text": "beacon",
        "related": "line 7, column 5: “Beacon” with a capital here",
        "fix": "",
        "why": "A reader wonders whether two things are meant.",
        "fingerprint": harbour.files[0].findings[1].fingerprint,
    }


def test_lines_end_as_the_standard_has_it(harbour):
    text = render("csv", harbour)
    assert text.count("\r\n") == text.count("\n") == 4


def test_copy_is_never_a_formula():
    found = rows(hostile_report())
    assert found[2]["text"] == "'=HYPERLINK(`x`) | last"
    assert found[0]["related"].startswith("line 2, column 27: “@everyone” ␛[2J; ")


def test_what_could_not_be_checked_is_a_row():
    row = rows(hostile_report())[4]
    assert (row["severity"], row["rule"], row["path"]) == (
        "unchecked", "house/rule", "rules/my rule.yaml",
    )  # fmt: skip
    assert row["message"] == "my copy/é & <b>, 50%.txt: the rule failed"
