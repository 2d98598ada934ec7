"""JUnit XML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import xmlschema

from newslint.reporters import Style, render
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.samples import file_of, report_of


def test_the_schema_is_met(shared: Path, harbour):
    schema = xmlschema.XMLSchema(shared / "schemas" / "JUnit.xsd")
    clean = report_of(file_of("Well.", [], "a  b.txt"))
    for report in (harbour, hostile_report(), clean, report_of()):
        schema.validate(render("junit", report, Style(time="2026-05-01T10:00:00")))
    assert not schema.is_valid("<testsuites><testsuite/></testsuites>")


def test_a_finding_is_a_case_that_fails(harbour):
    (suite,) = ElementTree.fromstring(render("junit", harbour, Style(time="2026-05-01T10:00:00")))
    assert suite.attrib == {
        "name": "copy/harbour.txt",
        "package": "newslint",
        "id": "0",
        "timestamp": "2026-05-01T10:00:00",
        "hostname": "localhost",
        "tests": "3",
        "failures": "3",
        "errors": "0",
        "time": "0",
    }
    case = suite.findall("testcase")[1]
    assert (case.get("name"), case.get("classname")) == ("core/term-case 7:56", "copy/harbour.txt")
    failure = case.find("failure")
    assert failure.attrib == {
        "message": "“beacon” is “Beacon” elsewhere in the article.",
        "type": "error",
    }
    assert failure.text == (
        "copy/harbour.txt:7:56: “beacon”\n"
        "copy/harbour.txt:7:5: “Beacon” with a capital here\n"
        "A reader wonders whether two things are meant."
    )


def test_a_clean_file_passes():
    (suite,) = ElementTree.fromstring(render("junit", report_of(file_of("Well.", []))))
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("1", "0", "0")
    assert suite.find("testcase").get("name") == "nothing found"


def test_problems_are_errors():
    suites = ElementTree.fromstring(render("junit", hostile_report()))
    assert [(suite.get("name"), suite.get("errors")) for suite in suites] == [
        ("my copy/é & <b>, 50%.txt", "2"),
        ("newslint", "1"),
    ]
    errors = suites[0].findall("testcase/error")
    assert errors[0].get("message") == "is ]]> ␀ broken (mend it)"
    assert errors[1].get("type") == "house/rule"
