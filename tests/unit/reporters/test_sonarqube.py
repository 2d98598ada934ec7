"""SonarQube's generic issues. The schema holds what its documentation requires since 10.3."""

from __future__ import annotations

import json

import jsonschema

from newslint.finding import Severity
from newslint.reporters import render
from newslint.span import Span
from tests.unit.reporters.hostile import TEXT, hostile_report
from tests.unit.reporters.samples import file_of, finding, report_of

_TEXT = {"type": "string", "minLength": 1}
_LOCATION = {
    "type": "object",
    "required": ["message", "filePath", "textRange"],
    "additionalProperties": False,
    "properties": {
        "message": _TEXT,
        "filePath": _TEXT,
        "textRange": {
            "type": "object",
            "required": ["startLine"],
            "additionalProperties": False,
            "dependentRequired": {"startColumn": ["endColumn", "endLine"]},
            "properties": {
                "startLine": {"type": "integer", "minimum": 1},
                "endLine": {"type": "integer", "minimum": 1},
                "startColumn": {"type": "integer", "minimum": 0},
                "endColumn": {"type": "integer", "minimum": 0},
            },
        },
    },
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["rules", "issues"],
    "additionalProperties": False,
    "properties": {
        "rules": {
            "type": "array",
            "items": {
                "type": "object",
                "required": [
                    "id", "name", "description", "engineId", "cleanCodeAttribute", "impacts",
                ],
                "properties": {
                    "id": _TEXT,
                    "name": _TEXT,
                    "description": _TEXT,
                    "engineId": {"const": "newslint"},
                    "cleanCodeAttribute": {"const": "CONVENTIONAL"},
                    "type": {"enum": ["BUG", "VULNERABILITY", "CODE_SMELL"]},
                    "severity": {"enum": ["BLOCKER", "CRITICAL", "MAJOR", "MINOR", "INFO"]},
                    "impacts": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "properties": {
                                "softwareQuality": {"const": "MAINTAINABILITY"},
                                "severity": {"enum": ["HIGH", "MEDIUM", "LOW"]},
                            }
                        },
                    },
                },
            },
        },
        "issues": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["ruleId", "primaryLocation"],
                "properties": {
                    "primaryLocation": _LOCATION,
                    "secondaryLocations": {"type": "array", "items": _LOCATION},
                },
            },
        },
    },
}  # fmt: skip


def written(report):
    return json.loads(render("sonarqube", report))


def test_what_sonarqube_requires_is_there(harbour):
    for report in (harbour, hostile_report(), report_of()):
        data = written(report)
        jsonschema.Draft202012Validator(SCHEMA).validate(data)
        assert {issue["ruleId"] for issue in data["issues"]} == {
            rule["id"] for rule in data["rules"]
        }


def test_columns_are_utf_16_units_from_zero():
    lines = TEXT.split("\r\n")
    for issue, words in zip(
        written(hostile_report())["issues"], ("]]> Mayor", "Norden & Sons”"), strict=False
    ):
        span = issue["primaryLocation"]["textRange"]
        units = lines[span["startLine"] - 1].encode("utf-16-le", "surrogatepass")
        cut = units[2 * span["startColumn"] : 2 * span["endColumn"]]
        assert cut.decode("utf-16-le") == words


def test_a_finding_milder_than_its_rule_goes_under_a_rule_of_its_own():
    text = "A mayor. A mayor."
    found = [
        finding(text, "mayor"),
        finding(text, "mayor", number=2, severity=Severity.SUGGESTION),
    ]
    data = written(report_of(file_of(text, found)))
    assert [
        (rule["id"], rule["severity"], rule["impacts"][0]["severity"]) for rule in data["rules"]
    ] == [
        ("core/currency-words", "MINOR", "MEDIUM"),
        ("core/currency-words:suggestion", "INFO", "LOW"),
    ]
    assert [issue["ruleId"] for issue in data["issues"]] == [
        "core/currency-words",
        "core/currency-words:suggestion",
    ]


def test_a_place_without_length_is_its_line():
    text = "A mayor."
    found = finding(text, "mayor")._replace(span=Span(8, 8))
    (issue,) = written(report_of(file_of(text, [found])))["issues"]
    assert issue["primaryLocation"]["textRange"] == {"startLine": 1}


def test_related_places_are_secondary(harbour):
    issue = written(harbour)["issues"][1]
    assert issue["secondaryLocations"] == [
        {
            "message": "with a capital here",
            "filePath": "copy/harbour.txt",
            "textRange": {"startLine": 7, "endLine": 7, "startColumn": 4, "endColumn": 10},
        }
    ]
