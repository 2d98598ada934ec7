"""SARIF 2.1.0."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from newslint.errors import Problem
from newslint.finding import Applicability, Severity
from newslint.report import Report, place_findings
from newslint.reporters import render
from tests.unit.reporters.samples import file_of, finding, report_of


def run_of(report: Report):
    return json.loads(render("sarif", report))["runs"][0]


def hostile() -> Report:
    text = "😀 <b>The ]]> mayor</b> \x00\x1b é\r\nlast \ud83d line"
    found = finding(
        text, "]]> mayor", replacement="\x01", message="]]>\x00", related=(("last", 1, "\x1b"),)
    )
    problem = Problem("bad", "my copy/é %.txt", 2, 1, "mend it", "core/x")
    file = file_of(text, [found], "my copy/é %.txt", errors=(problem,))
    return report_of(file, problems=(Problem("worse"),))


def test_the_schema_is_met(shared: Path, harbour):
    schema = json.loads((shared / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for report in (harbour, hostile(), report_of()):
        assert list(validator.iter_errors(json.loads(render("sarif", report)))) == []
    assert list(validator.iter_errors({"version": "2.1.0"}))


def test_results_have_places_in_code_points(harbour):
    run = run_of(harbour)
    assert run["columnKind"] == "unicodeCodePoints"
    assert [each["level"] for each in run["results"]] == ["warning", "error", "note"]
    location = run["results"][1]["locations"][0]["physicalLocation"]
    assert location == {
        "artifactLocation": {"uri": "copy/harbour.txt", "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": 7,
            "startColumn": 56,
            "endLine": 7,
            "endColumn": 62,
            "charOffset": 217,
            "charLength": 6,
            "snippet": {"text": "beacon"},
        },
    }
    related = run["results"][1]["relatedLocations"][0]
    assert related["message"]["text"] == "with a capital here"
    assert related["physicalLocation"]["region"]["startColumn"] == 5


def test_fixes_are_for_machines_only():
    text = "A mayor."
    for applicability, offered in ((Applicability.SAFE, True), (Applicability.DISPLAY, False)):
        found = finding(text, "mayor", replacement="Mayor", applicability=applicability)
        (result,) = run_of(report_of(file_of(text, [found])))["results"]
        assert ("fixes" in result) is offered
    found = finding(text, "mayor", replacement="Mayor")
    (result,) = run_of(report_of(file_of(text, [found])))["results"]
    assert result["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 8},
            "insertedContent": {"text": "Mayor"},
        }
    ]


def test_rules_carry_their_help(harbour):
    run = run_of(harbour)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [
        "core/bio-full-stop", "core/currency-words", "core/term-case",
    ]  # fmt: skip
    assert rules[1]["help"]["text"] == (
        "One form keeps sums comparable.\n\nGuide: Bay Post, money (2nd edition)"
    )
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_fingerprints_are_given(harbour):
    wanted = [placed.fingerprint for placed in harbour.files[0].findings]
    results = run_of(harbour)["results"]
    assert [each["partialFingerprints"]["newslint/v1"] for each in results] == wanted
    assert results[0]["partialFingerprints"]["primaryLocationLineHash"] == f"{wanted[0]}:1"


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("my copy/é %.txt", {"uri": "my%20copy/%C3%A9%20%25.txt", "uriBaseId": "%SRCROOT%"}),
        ("/srv/copy/a b.txt", {"uri": "file:///srv/copy/a%20b.txt"}),
        ("C:\\copy\\a b.txt", {"uri": "file:///C:/copy/a%20b.txt"}),
        ("a:b.txt", {"uri": "a%3Ab.txt"}),
    ],
)
def test_paths_are_uris(path, artifact):
    text = "A mayor."
    (result,) = run_of(report_of(file_of(text, [finding(text, "mayor")], path)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def test_problems_are_notifications():
    problem = Problem("bad", "a b.md", 2, 4, "mend it", "core/x")
    run = run_of(report_of(place_findings("a b.md", "markdown", "", [], [problem])))
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "bad (mend it)"},
                    "associatedRule": {"id": "core/x"},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {
                                    "uri": "a%20b.md",
                                    "uriBaseId": "%SRCROOT%",
                                },
                                "region": {"startLine": 2, "startColumn": 4},
                            }
                        }
                    ],
                }
            ],
        }
    ]


def test_above_the_limit_the_mildest_are_left_out_and_counted():
    text = "Mayor " * 3
    one = finding(text, "Mayor", severity=Severity.SUGGESTION)
    two = finding(text, "Mayor", number=2, severity=Severity.ERROR)
    report = report_of(file_of(text, [*[one] * 5003, two]))
    run = run_of(report)
    assert len(run["results"]) == 5000
    assert run["results"][-1]["level"] == "error"
    assert run["properties"]["leftOut"] == 4
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == (
        "4 milder findings left out: GitHub keeps 5,000 of a run"
    )
