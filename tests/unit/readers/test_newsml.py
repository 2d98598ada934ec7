from __future__ import annotations

import pytest

from newslint.document import Document, Field
from newslint.errors import NewslintError
from newslint.readers import read

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="GUID" xml:lang="en-US">
<itemMeta><itemClass qcode="ninat:CLASS"/><versionCreated>2026-11-06T10:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2026-11-05T10:00:00Z</contentCreated>
<creator><name>Ann Lee</name></creator><language tag="en-GB"/>
<slugline>mayor</slugline><headline> Mayor quits</headline>META</contentMeta>
<contentSet>CONTENT</contentSet></newsItem>"""
INLINE = "<inlineXML contenttype='x'><!-- note -->{}</inlineXML>"
XHTML = INLINE.format(
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body><h1>Mayor quits'
    "</h1><p>One &amp; <em>two</em>.</p></body></html>"
)
INNER = INLINE.format(
    "<nitf><body><body.head><hedline><hl1>HEAD</hl1></hedline></body.head><body.content><p>One.</p>"
    "</body.content></body></nitf>"
)


def item(content: str, *, kind: str = "text", meta: str = "", guid: str = "g1") -> str:
    text = ITEM.replace("CONTENT", content).replace("CLASS", kind).replace("META", meta)
    return text.replace("GUID", guid)


def documents(text: str) -> tuple[Document, ...]:
    return read(text.encode(), "a.xml").documents


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


def test_xhtml_inside():
    meta = "<by>By Ann Lee</by><dateline>LEEDS, Nov. 5</dateline><description>Short.</description>"
    (document,) = documents(item(XHTML, meta=meta))
    assert blocks(document) == [
        (Field.HEADLINE, "Mayor quits"),
        (None, "One & two."),
        (Field.STANDFIRST, "Short."),
        (Field.BYLINE, "By Ann Lee"),
        (Field.DATELINE, "LEEDS, Nov. 5"),
    ]
    assert document.language == "en-GB"
    assert document.metadata["date"] == "2026-11-05"
    assert (document.metadata["slug"], document.item) == ("mayor", "")


@pytest.mark.parametrize(
    ("head", "headlines"), [("Mayor\nquits", ["Mayor\nquits"]), ("Other", ["Mayor quits", "Other"])]
)
def test_nitf_inside_and_a_headline_said_once(head: str, headlines: list[str]):
    (document,) = documents(item(INNER.replace("HEAD", head)))
    shown = [words for field, words in blocks(document) if field is Field.HEADLINE]
    assert shown == headlines
    assert (Field.BYLINE, "Ann Lee") in blocks(document)


def test_plain_and_escaped_data():
    (plain,) = documents(item("<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>"))
    (html,) = documents(
        item(
            "<inlineData contenttype='text/html'>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;</inlineData>"
        )
    )
    assert blocks(plain)[1:3] == [(None, "One."), (None, "Two.")]
    assert blocks(html)[1] == (None, "One & two.")
    start = html.text.index("&")
    source = html.offsets.source(type(html.blocks[0].span)(start, start + 1))
    assert source.of(html.source) == "&amp;amp;"


def test_a_message_of_several_items():
    text = f"<newsMessage><itemSet>{item(INNER)}{item('', kind='picture')}{item(XHTML, guid='g3')}"
    found = documents(text + "</itemSet></newsMessage>")
    assert [document.item for document in found] == ["g1", "g3"]


@pytest.mark.parametrize(("kind", "content"), [("picture", XHTML), ("text", ""), ("text", INLINE)])
def test_an_item_without_an_article(kind: str, content: str):
    with pytest.raises(NewslintError, match=rf"no article in the file \(it holds: {kind}\)"):
        documents(item(content.replace("{}", ""), kind=kind))
