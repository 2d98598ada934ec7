"""Reviewdog's diagnostics."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from newslint.finding import Applicability
from newslint.reporters import render
from tests.unit.reporters.hostile import TEXT, hostile_report
from tests.unit.reporters.samples import file_of, finding, report_of


def diagnostics(report):
    return json.loads(render("rdjson", report))["diagnostics"]


def test_the_schemas_are_met(shared: Path, harbour):
    whole = json.loads((shared / "schemas" / "rdf-DiagnosticResult.json").read_text("utf-8"))
    one = json.loads((shared / "schemas" / "rdf-Diagnostic.json").read_text("utf-8"))
    for report in (harbour, hostile_report(), report_of()):
        jsonschema.validate(json.loads(render("rdjson", report)), whole)
        for line in render("rdjsonl", report).splitlines():
            jsonschema.validate(json.loads(line), one)


def test_a_finding(harbour):
    first, second, _ = diagnostics(harbour)
    assert first == {
        "message": "Write $40 million: the symbol before the figure.",
        "location": {
            "path": "copy/harbour.txt",
            "range": {"start": {"line": 5, "column": 35}, "end": {"line": 5, "column": 53}},
        },
        "severity": "WARNING",
        "code": {"value": "core/currency-words"},
        "suggestions": [
            {
                "range": {"start": {"line": 5, "column": 35}, "end": {"line": 5, "column": 53}},
                "text": "$40 million",
            }
        ],
    }
    assert second["related_locations"][0]["message"] == "with a capital here"


def test_columns_are_bytes():
    lines = TEXT.encode("utf-8", "surrogatepass").split(b"\r\n")
    for entry, words in zip(
        diagnostics(hostile_report()), ("]]> Mayor", "Norden & Sons”"), strict=False
    ):
        span = entry["location"]["range"]
        line = lines[span["start"]["line"] - 1]
        cut = line[span["start"]["column"] - 1 : span["end"]["column"] - 1]
        assert cut.decode("utf-8") == words


def test_each_line_holds_one_diagnostic(harbour):
    lines = [json.loads(line) for line in render("rdjsonl", harbour).splitlines()]
    assert [{k: v for k, v in line.items() if k != "source"} for line in lines] == diagnostics(
        harbour
    )
    assert lines[0]["source"] == {"name": "newslint"}


def test_only_edits_that_a_machine_may_make_are_suggested():
    text = "A mayor."
    for applicability, offered in ((Applicability.UNSAFE, True), (Applicability.DISPLAY, False)):
        found = finding(text, "mayor", replacement="Mayor", applicability=applicability)
        (entry,) = diagnostics(report_of(file_of(text, [found])))
        assert ("suggestions" in entry) is offered


def test_the_column_of_a_problem_is_in_bytes_too():
    problem = diagnostics(hostile_report())[3]
    assert problem["message"] == "is ]]> ␀ broken (mend it)"
    assert problem["location"]["range"] == {"start": {"line": 2, "column": 7}}
