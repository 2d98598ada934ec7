"""Checkstyle XML."""

from __future__ import annotations

from xml.etree import ElementTree

from newslint.reporters import render
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.samples import file_of, report_of


def test_findings_stand_under_their_file(harbour):
    root = ElementTree.fromstring(render("checkstyle", harbour))
    (file,) = root
    assert (root.tag, file.get("name")) == ("checkstyle", "copy/harbour.txt")
    assert file[1].attrib == {
        "line": "7",
        "column": "56",
        "severity": "error",
        "message": "“beacon” is “Beacon” elsewhere in the article. "
        "[line 7, column 5: “Beacon” with a capital here]",
        "source": "newslint.core/term-case",
    }


def test_a_clean_file_is_named():
    root = ElementTree.fromstring(
        render("checkstyle", report_of(file_of("Well.", [], "./a b.txt")))
    )
    assert [(file.get("name"), len(file)) for file in root] == [("a b.txt", 0)]


def test_hostile_copy_stays_text():
    root = ElementTree.fromstring(render("checkstyle", hostile_report()))
    assert root[0].get("name") == "my copy/é & <b>, 50%.txt"
    assert root[0][0].get("message") == (
        "Look at “]]> Mayor”. [line 2, column 27: “@everyone” ␛[2J; line 2, column 4: “é”]"
    )
    assert root[0][0].get("column") == "10"
    assert [each.get("line") for each in root.iter("error")] == ["1", "2", "3", "2", "1", "1"]
