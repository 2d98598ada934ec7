"""The JSON contract, version 1."""

from __future__ import annotations

import json

from newslint import __version__
from newslint.errors import Problem
from newslint.finding import Severity
from newslint.report import Quotations, Report, place_findings
from newslint.reporters import render
from tests.unit.reporters.samples import HARBOUR, file_of, finding, report_of


def test_the_whole_contract(harbour):
    data = json.loads(render("json", harbour))
    assert list(data) == ["version", "newslint", "profile", "files", "summary"]
    assert (data["version"], data["newslint"], data["profile"]) == (1, __version__, "core")
    assert data["summary"] == {
        "files": 1,
        "error": 1,
        "warning": 1,
        "suggestion": 1,
        "unchecked": 0,
    }
    (file,) = data["files"]
    assert (file["path"], file["format"], file["errors"]) == ("copy/harbour.txt", "text", [])
    assert file["findings"][0] == {
        "rule": "core/currency-words",
        "severity": "warning",
        "message": "Write $40 million: the symbol before the figure.",
        "why": "One form keeps sums comparable.",
        "field": "body",
        "item": "",
        "text": "40 million dollars",
        "start": {"offset": 85, "line": 5, "column": 35},
        "end": {"offset": 103, "line": 5, "column": 53},
        "related": [],
        "fixes": [
            {
                "title": "Replace “40 million dollars” with “$40 million”",
                "applicability": "safe",
                "edits": [
                    {
                        "start": {"offset": 85, "line": 5, "column": 35},
                        "end": {"offset": 103, "line": 5, "column": 53},
                        "replacement": "$40 million",
                    }
                ],
            }
        ],
        "fingerprint": harbour.files[0].findings[0].fingerprint,
    }
    assert file["findings"][1]["related"] == [
        {
            "message": "with a capital here",
            "text": "Beacon",
            "start": {"offset": 166, "line": 7, "column": 5},
            "end": {"offset": 172, "line": 7, "column": 11},
        }
    ]


def test_offsets_cut_the_words_out_of_the_file(harbour):
    for found in json.loads(render("json", harbour))["files"][0]["findings"]:
        assert HARBOUR[found["start"]["offset"] : found["end"]["offset"]] == found["text"]


def test_offsets_are_code_points_and_lines_end_as_the_file_has_them():
    text = "😀 One\r\n😀😀 mayor\r\n"
    data = json.loads(render("json", report_of(file_of(text, [finding(text, "mayor")]))))
    found = data["files"][0]["findings"][0]
    assert found["start"] == {"offset": 10, "line": 2, "column": 4}
    assert found["end"] == {"offset": 15, "line": 2, "column": 9}


def test_a_lone_surrogate_does_not_break_the_output():
    text = "A \ud800 mayor"
    written = render("json", report_of(file_of(text, [finding(text, "\ud800 mayor")])))
    found = json.loads(written.encode("utf-8"))["files"][0]["findings"][0]
    assert found["text"] == "\ud800 mayor"


def test_what_went_wrong_is_told_by_file_and_for_the_run():
    problem = Problem("not valid YAML", "a.md", 2, 5, "quote it", "core/x")
    file = place_findings("a.md", "markdown", "", [], [problem])
    report = Report("core", (file,), (), (Problem("no such rule"),), ("b.md",))
    data = json.loads(render("json", report))
    told = {
        "message": "not valid YAML",
        "path": "a.md",
        "line": 2,
        "column": 5,
        "rule": "core/x",
        "hint": "quote it",
    }
    assert data["files"][0]["errors"] == [told]
    assert data["errors"][0]["message"] == "no such rule"
    assert data["skipped"] == ["b.md"]
    assert data["summary"]["unchecked"] == 1


def test_what_is_missing_and_who_else_says_so_are_told():
    text = "A mayor."
    found = finding(text, "A", absent=True, also=("house/x",), severity=Severity.ERROR)
    data = json.loads(render("json", report_of(file_of(text, [found]))))
    written = data["files"][0]["findings"][0]
    assert (written["absent"], written["also"]) == (True, ["house/x"])


def test_what_is_known_and_not_shown_is_counted(harbour):
    summary = json.loads(render("json", harbour._replace(known=3, unchanged=2)))["summary"]
    assert (summary["known"], summary["unchanged"]) == (3, 2)
    assert "known" not in json.loads(render("json", harbour))["summary"]


def test_quotations_are_counted_where_there_was_a_transcript():
    file = file_of("A mayor.", [])
    assert "quotations" not in json.loads(render("json", report_of(file)))["summary"]
    file = file._replace(quotations=Quotations(3, 0, 1, 2))
    assert json.loads(render("json", report_of(file)))["summary"]["quotations"] == {
        "verified": 3,
        "differs": 0,
        "not_found": 1,
        "not_covered": 2,
    }
