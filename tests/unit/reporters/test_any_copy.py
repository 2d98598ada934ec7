"""Whatever the copy and the places: every format is written, and the page keeps every word."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.excerpt import columns, excerpt, visible
from newslint.finding import Applicability, Edit, Finding, Fix, Related, Severity
from newslint.reporters import FORMATS, render
from newslint.span import Span
from tests.unit.reporters.samples import file_of, report_of
from tests.unit.reporters.test_html_report import Page

_TRYING = "ab \n\r\t<>&\"'`]|“”é漢😀\u0301\u200d\x00\x1b\ud800"
_COPY = st.text(
    st.one_of(
        st.characters(), st.sampled_from("ab \n\r\t<>&\"'`]|“”é漢😀\u0301\u200d\x00\x1b\ud800")
    ),
    max_size=120,
)


@st.composite
def _spans(draw, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@st.composite
def _reports(draw):
    text = draw(_COPY)
    spans = _spans(text)
    found = [
        Finding(
            draw(st.sampled_from(["core/a", "core/b"])),
            draw(st.sampled_from(list(Severity))),
            draw(_COPY) or "x",
            draw(_COPY),
            draw(spans),
            "body",
            tuple(Related(span, draw(_COPY)) for span in draw(st.lists(spans, max_size=3))),
            (Fix(draw(_COPY), (Edit(draw(spans), draw(_COPY)),), Applicability.SAFE),),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    return report_of(file_of(text, found, draw(st.sampled_from(["a.txt", "é [x] <b>.txt"]))))


@settings(max_examples=15, deadline=None)
@given(report=_reports())
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(name, report):
    text = render(name, report)
    text.encode("utf-8")
    if name in {"json", "sarif", "gitlab", "rdjson", "sonarqube"}:
        json.loads(text)
    elif name in {"junit", "checkstyle"}:
        ElementTree.fromstring(text)


@settings(max_examples=50, deadline=None)
@given(report=_reports())
def test_the_page_keeps_every_word_and_links_every_note(report):
    page = Page(render("html", report))
    (file,) = report.files
    (document,) = file.documents
    blocks = "".join(visible(block.span.of(document.text)) for block in document.blocks)
    shown = page.article().replace("‸", "")
    assert "".join(shown.split()) == "".join(blocks.replace("‸", "").split())
    assert len(page.ids) == len(set(page.ids))
    for number in range(1, len(report.findings) + 1):
        assert f"f{number}" in page.ids
        assert (f"m{number}" in page.ids) is bool(document.blocks)


@given(text=_COPY, width=st.integers(20, 60), data=st.data())
def test_an_excerpt_fits_and_marks_the_words(text, width, data):
    span = data.draw(_spans(text))
    found = excerpt(text, span, width)
    assert columns(found.line) <= width
    assert "\n" not in found.line
    marked = visible(span.of(text))
    assert found.marked in marked or marked.startswith(found.marked.rstrip("…"))
