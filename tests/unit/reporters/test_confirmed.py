"""Words that are known to be right: green on the page, data in JSON, a finding nowhere."""

import json
import re

from newslint.document import Document
from newslint.finding import Confirmed, Finding, Severity
from newslint.report import Report, place_findings
from newslint.reporters import FORMATS, render
from newslint.span import Span

TEXT = "Jon Eckeland left.\n\nAnn Moss stayed."


def report(*findings: Finding) -> Report:
    document = Document.from_text(TEXT)
    right = [Confirmed("own/names", "“Ann Moss” is right.", Span(20, 28), "body")]
    file = place_findings("a.txt", "text", TEXT, [(document, findings)], confirmed=[right])
    return Report("core", (file,))


def test_json_gives_their_place_beside_the_findings():
    (file,) = json.loads(render("json", report()))["files"]
    assert file["findings"] == []
    (found,) = file["confirmed"]
    assert (found["rule"], found["text"], found["field"]) == ("own/names", "Ann Moss", "body")
    assert found["start"] == {"offset": 20, "line": 3, "column": 1}
    assert found["end"] == {"offset": 28, "line": 3, "column": 9}


def test_json_says_nothing_where_nothing_is_confirmed():
    document = Document.from_text(TEXT)
    empty = Report("core", (place_findings("a.txt", "text", TEXT, [(document, ())]),))
    assert "confirmed" not in json.loads(render("json", empty))["files"][0]


def test_the_page_marks_them_without_a_number():
    page = render("html", report())
    (mark,) = re.findall(r"<mark.*?</mark>", page)
    assert 'class="m-ok"' in mark
    assert 'data-numbers=""' in mark
    assert mark.endswith("Ann Moss</mark>")
    assert "mark.m-ok {" in page
    assert 'class="note' not in page


def test_a_finding_keeps_its_number_beside_them():
    finding = Finding("own/x", Severity.ERROR, "No.", "Why.", Span(0, 12), "body")
    page = render("html", report(finding))
    assert len(re.findall(r"<mark", page)) == 2
    assert 'data-numbers="1"' in page
    assert "“Ann Moss” is right" not in page


def test_no_other_report_takes_them_for_findings():
    for name in sorted(set(FORMATS) - {"json", "html"}):
        assert "Ann Moss" not in render(name, report())
