"""The page: the article as it reads, findings marked and noted, both linked."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser

import pytest

from newslint.document import Block, Document
from newslint.errors import Problem
from newslint.finding import Related, Severity
from newslint.report import Quotations, Report, place_findings
from newslint.reporters import render
from newslint.span import Span
from tests.unit.reporters.samples import HARBOUR, file_of, finding, report_of

_VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """A page's elements and text; fails on tags that do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[str] = []
        self._classes: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        values = {key: value or "" for key, value in attrs}
        self.tags.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        if tag not in _VOID:
            self._open.append(tag)
            self._classes.append(values.get("class", ""))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag
        self._classes.pop()

    def handle_data(self, data):
        self.texts.append((tuple(self._classes), data))

    def within(self, name: str) -> list[str]:
        """Return the texts under elements of a class."""
        return [data for classes, data in self.texts if any(name in c.split() for c in classes)]

    def article(self) -> str:
        """Return the article as it reads, without the numbers of the notes."""
        return "".join(
            data
            for classes, data in self.texts
            if any("text" in c.split() for c in classes)
            and not any("ref" in c.split() for c in classes)
        )


@pytest.fixture
def page(harbour) -> Page:
    return Page(render("html", harbour))


def test_the_article_reads_as_written(page):
    assert page.article() == HARBOUR.replace("\n", "")


def test_its_parts_are_told_apart(page):
    parts = [
        (tag, values["class"]) for tag, values in page.tags if "text" in values.get("class", "")
    ]
    assert parts == [
        ("h2", "text f-headline"),
        ("p", "text f-byline"),
        ("p", "text f-body"),
        ("p", "text f-body"),
        ("p", "text f-bio"),
    ]


def test_findings_are_marked_with_their_severity(page):
    marks = [
        (values["class"], values["data-numbers"]) for tag, values in page.tags if tag == "mark"
    ]
    assert marks == [
        ("m-warning", "1"),
        ("m-place", "2"),
        ("m-error", "2"),
        ("m-suggestion", "3"),
    ]
    assert page.within("m-warning")[-1] == "40 million dollars"
    assert page.within("m-place") == ["Beacon"]


def test_every_link_leads_to_a_place_on_the_page_and_back(page):
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inner) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert {"f1", "f2", "f3", "m1", "m2", "m3", "m2-1"} <= set(inner)
    assert [link for link in page.links if not link.startswith("#")] == ["data:,"]


def test_a_note_says_what_why_where_and_how(page):
    notes = [text.strip() for text in page.within("note") if text.strip()]
    assert notes[:10] == [
        "1",
        "warning",
        "Write $40 million: the symbol before the figure.",
        "Fix",
        "Replace “40 million dollars” with “$40 million”",
        "One form keeps sums comparable.",
        "Bay Post, money (2nd edition)",
        "·",
        "core/currency-words",
        "·",
    ]
    assert notes[10] == "5:35"
    assert "with a capital here" in notes


def test_the_page_allows_its_own_script_and_sheet_only(harbour):
    html = render("html", harbour)
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', html).group(1))
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL).group(1)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "http:" not in html.replace("http-equiv", "")
    assert "https:" not in html


def test_hostile_copy_stays_copy():
    text = "<script>alert(1)</script> ]]> & \"q\" \x00\x1b <b onclick='x'>mayor</b> \ud800 \u202e"
    found = finding(
        text,
        "mayor",
        message="</style><script>alert(2)</script>",
        why="<img src=x onerror=alert(3)>",
        replacement="<i>",
    )
    file = file_of(text, [found], path='"><script>alert(4)</script>.txt')
    html = render("html", report_of(file))
    page = Page(html)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [tag for tag, _ in page.tags if tag in {"img", "i"}]
    assert not [values for _, values in page.tags if {"onclick", "onerror"} & set(values)]
    assert page.article() == text.replace("\x00", "␀").replace("\x1b", "␛").replace(
        "\ud800", "\ufffd"
    ).replace("\u202e", "\ufffd")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]", html)
    html.encode("utf-8")


def test_overlapping_marks_are_cut_into_pieces():
    text = "The mayor of the town said no."
    found = [
        finding(text, "mayor of the town", severity=Severity.SUGGESTION),
        finding(text, "the town said", rule="core/b", severity=Severity.ERROR),
    ]
    page = Page(render("html", report_of(file_of(text, found))))
    assert page.article() == text
    pieces = [
        (values["class"], values["data-numbers"]) for tag, values in page.tags if tag == "mark"
    ]
    assert pieces == [
        ("m-suggestion", "1"),
        ("m-error m-suggestion", "1 2"),
        ("m-error", "2"),
    ]
    assert page.ids.count("m1") == page.ids.count("m2") == 1


def test_two_findings_on_the_same_words_are_both_linked():
    text = "A mayor."
    found = [finding(text, "mayor"), finding(text, "mayor", rule="core/z")]
    page = Page(render("html", report_of(file_of(text, found))))
    assert {"#f1", "#f2", "#m1", "#m2"} <= set(page.links)
    assert page.article() == text


def test_a_place_between_words_is_shown_by_a_caret():
    text = "Marrow Bay"
    found = finding(text, "Bay")._replace(span=Span(10, 10), related=(Related(Span(0, 0), "x"),))
    page = Page(render("html", report_of(file_of(text, [found]))))
    assert page.article() == "‸Marrow Bay‸"
    assert {"m1", "m1-1"} <= set(page.ids)


def test_a_dateline_inside_a_paragraph_is_told_apart():
    text = "Talks fail again\n\nOSTMARK (Northern Wire) — The mayor left the talks on Monday.\n"
    page = Page(render("html", report_of(file_of(text, []))))
    assert "".join(page.within("f-dateline")).startswith("OSTMARK")
    assert page.article() == text.replace("\n", "")


def test_marks_over_two_paragraphs_are_in_both():
    text = "The mayor said.\n\nNo more."
    page = Page(render("html", report_of(file_of(text, [finding(text, "said.\n\nNo")]))))
    assert page.within("m-warning")[-2:] == ["said.", "No"]
    assert page.ids.count("m1") == 1
    assert page.links.count("#f1") == 1


def test_a_finding_between_paragraphs_is_a_caret_at_the_end_of_the_first():
    text = "The mayor said.\n\nNo more."
    found = finding(text, "said")._replace(span=Span(15, 17))
    page = Page(render("html", report_of(file_of(text, [found]))))
    assert page.article() == "The mayor said.‸No more."
    assert {"#m1", "#f1"} <= set(page.links)


def test_the_reason_for_a_rule_stands_with_its_first_note():
    text = "Mayor Mayor"
    found = [finding(text, "Mayor", number=number) for number in (1, 2)]
    page = Page(render("html", report_of(file_of(text, found))))
    assert page.within("why") == ["One form keeps sums comparable."]


def test_clean_articles_are_named_and_not_printed_where_there_are_others(harbour):
    clean = file_of("All is well here.", [], path="copy/well.txt")
    page = Page(render("html", harbour._replace(files=(*harbour.files, clean))))
    assert "copy/well.txt" in page.within("path")
    assert "All is well here." not in page.article()


def test_a_clean_article_alone_is_printed():
    page = Page(render("html", report_of(file_of("All is well here.", []))))
    assert page.article() == "All is well here."
    assert "nothing found" in page.within("counts")


def test_many_articles_are_listed_first(harbour):
    text = "A mayor.\n\nMore."
    other = file_of(text, [finding(text, "mayor")], path="b.txt")
    page = Page(render("html", harbour._replace(files=(*harbour.files, other))))
    assert [text for text in page.within("contents") if text.strip()][:2] == [
        "Harbour repairs to cost $40 million",
        "copy/harbour.txt",
    ]
    assert {"#a1", "#a2"} <= set(page.links)
    assert {"f4", "m4"} <= set(page.ids)


def test_problems_stand_on_top():
    problem = Problem("is <not> UTF-8", "a.txt", 3, 1, "save it as UTF-8", "core/x")
    file = place_findings("a.txt", "text", "", [], [problem])
    page = Page(render("html", Report("core", (file,))))
    told = [text.strip() for text in page.within("problems") if text.strip()]
    assert told == [
        "Could not be checked",
        "a.txt:3:1",
        "is <not> UTF-8",
        "core/x",
        "– save it as UTF-8",
    ]


def test_a_finding_on_a_comment_is_noted_after_the_article():
    source = "A mayor.\n\n<!-- x -->\n"
    document = Document("A mayor.", [Block(Span(0, 8))], source=source)
    found = finding("A mayor.", "mayor")._replace(source=Span(10, 20))
    file = place_findings("a.md", "markdown", source, [(document, [found])])
    page = Page(render("html", report_of(file)))
    assert page.article() == "A mayor."
    assert "3:1" in page.within("where")
    assert "#m1" not in page.links
    assert "f1" in page.ids


def test_the_page_says_what_became_of_quotations(harbour):
    file = harbour.files[0]._replace(quotations=Quotations(3, 0, 1, 2))
    line = "<p>Quotations: 3 verified, 0 differ, 1 not found, 2 not covered.</p>"
    assert line in render("html", harbour._replace(files=(file,)))
    assert "Quotations:" not in render("html", harbour)
