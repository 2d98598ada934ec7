"""GitLab Code Quality. The schema holds what GitLab's documentation requires."""

from __future__ import annotations

import json

import jsonschema

from newslint.reporters import render
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.samples import file_of, finding, report_of

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{40}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/].*[^/]$"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def entries(report):
    return json.loads(render("gitlab", report))


def test_what_gitlab_requires_is_there(harbour):
    for report in (harbour, hostile_report(), report_of()):
        jsonschema.validate(entries(report), SCHEMA)


def test_a_finding(harbour):
    entry = entries(harbour)[1]
    assert entry["description"] == "“beacon” is “Beacon” elsewhere in the article."
    assert (entry["check_name"], entry["severity"]) == ("core/term-case", "critical")
    assert entry["location"] == {
        "path": "copy/harbour.txt",
        "lines": {"begin": 7, "end": 7},
        "positions": {"begin": {"line": 7, "column": 56}, "end": {"line": 7, "column": 62}},
    }
    assert entry["other_locations"][0]["positions"]["begin"] == {"line": 7, "column": 5}


def test_fingerprints_are_unique_and_stay_when_lines_move():
    text = "A mayor. A mayor.\n"
    found = [finding(text, "mayor", number=number) for number in (1, 2)]
    report = report_of(file_of(text, found, "a.txt"), file_of(text, found, "b.txt"))
    prints = [entry["fingerprint"] for entry in entries(report)]
    assert len(set(prints)) == 4
    moved = f"New first line.\n\n{text}"
    again = [finding(moved, "mayor", number=number) for number in (1, 2)]
    assert [
        e["fingerprint"] for e in entries(report_of(file_of(moved, again, "./a.txt")))
    ] == prints[:2]


def test_what_could_not_be_checked_blocks_at_the_article():
    blocked = [each for each in entries(hostile_report()) if each["severity"] == "blocker"]
    assert [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in blocked] == [
        ("my copy/é & <b>, 50%.txt", 2),
        ("my copy/é & <b>, 50%.txt", 1),
        ("newslint", 1),
    ]
