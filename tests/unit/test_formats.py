"""One article in every format that is read: the same findings, on the same words."""

from __future__ import annotations

import json
from html import escape
from xml.sax.saxutils import escape as xml

import pytest

from newslint import Linter, load_profile
from newslint.readers import FORMATS, ReadOptions, read
from newslint.report import place_findings
from tests.word_files import docx, odt, paragraph

HEADLINE = "Council raises harbour levy by 4 percent"
STANDFIRST = "Traders in Norhaven fear for the the summer season"
BYLINE = "By Ann Lee"
BODY = (
    "NORHAVEN — The council voted to raise the levy for the the quay by 2.5 million dollars.",
    "“We had no choice,” said Bo Ray, the harbour master. “It costs 3 million dollars a year.”",
    "Cafés & bars on the quay will pay 4 million dollars more.",
)


def markdown() -> bytes:
    head = f"---\ntitle: {HEADLINE}\ndescription: {STANDFIRST}\nauthor: {BYLINE}\n---\n"
    return (head + "\n\n".join(BODY)).encode()


def html() -> bytes:
    body = "\n".join(f"<p>{escape(each)}</p>" for each in BODY)
    return (
        f"<html><body><article><h1>{HEADLINE}</h1><p class=standfirst>{STANDFIRST}</p>"
        f"<p class=byline>{BYLINE}</p>{body}</article></body></html>"
    ).encode()


def nitf() -> str:
    body = "".join(f"<p>{xml(each)}</p>" for each in BODY)
    return (
        f"<nitf><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>{BYLINE}</byline>"
        f"<abstract><p>{STANDFIRST}</p></abstract></body.head><body.content>{body}</body.content>"
        "</body></nitf>"
    )


def newsml() -> bytes:
    return f"<newsItem><contentSet><inlineXML>{nitf()}</inlineXML></contentSet></newsItem>".encode()


def feed() -> bytes:
    body = "".join(f"<p>{escape(each)}</p>" for each in BODY)
    return (
        "<rss xmlns:content='c' xmlns:dc='d'><channel><language>en</language><item><title>"
        f"{HEADLINE}</title><dc:creator>{BYLINE}</dc:creator><description>{STANDFIRST}"
        f"</description><content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>"
    ).encode()


def ninjs() -> bytes:
    return json.dumps(
        {
            "type": "text",
            "headlines": [{"role": "main", "value": HEADLINE}],
            "descriptions": [{"role": "text", "value": STANDFIRST}],
            "by": BYLINE,
            "bodies": [
                {"contentType": "text/html", "value": "".join(f"<p>{escape(p)}</p>" for p in BODY)}
            ],
        }
    ).encode()


def jsonl() -> bytes:
    item = {"title": HEADLINE, "dek": STANDFIRST, "byline": BYLINE, "text": "\n\n".join(BODY)}
    return json.dumps(item).encode()


def word() -> bytes:
    return docx(
        paragraph(HEADLINE, style="Title"),
        paragraph(STANDFIRST, style="Subtitle"),
        paragraph(BYLINE, style="Byline"),
        *(paragraph(xml(each)) for each in BODY),
    )


def opened() -> bytes:
    styled = (("Title", HEADLINE), ("Subtitle", STANDFIRST), ("Byline", BYLINE))
    head = "".join(f'<text:p text:style-name="{name}">{each}</text:p>' for name, each in styled)
    return odt(head + "".join(f"<text:p>{xml(each)}</text:p>" for each in BODY))


WRITTEN = {
    "docx": word, "feed": feed, "html": html, "jsonl": jsonl, "markdown": markdown,
    "newsml": newsml, "ninjs": ninjs, "nitf": lambda: nitf().encode(), "odt": opened,
    "text": lambda: "\n\n".join((HEADLINE, STANDFIRST, BYLINE, *BODY)).encode(),
}  # fmt: skip


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_profile("core"))


def found(linter: Linter, name: str) -> set[tuple[str, str, str]]:
    """Return the rule, the field and the words of every finding, read back from the source."""
    file = read(WRITTEN[name](), f"a.{name}", ReadOptions(as_format=name))
    (document,) = file.documents
    result = linter.check(document)
    assert result.errors == ()
    report = place_findings("a", name, file.source.text, [(document, result.findings)])
    return {
        (placed.finding.rule, placed.finding.field, placed.finding.span.of(document.text))
        for placed in report.findings
    }


def test_every_format_is_here():
    assert set(WRITTEN) == set(FORMATS)


@pytest.mark.parametrize("name", sorted(set(WRITTEN) - {"markdown"}))
def test_the_same_findings_in_every_format(linter: Linter, name: str):
    expected = found(linter, "markdown")
    assert ("core/doubled-word", "body", "the the") in expected
    assert ("core/doubled-word", "standfirst", "the the") in expected
    assert len(expected) >= 4
    got = found(linter, name)
    if name == "text":  # plain text says of no line that it is the standfirst
        got = {(rule, "", words) for rule, _, words in got}
        expected = {(rule, "", words) for rule, _, words in expected}
    assert got == expected
