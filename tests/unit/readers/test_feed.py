from __future__ import annotations

import pytest

from newslint.document import Document, Field
from newslint.errors import NewslintError
from newslint.readers import read
from newslint.span import Span

WXR = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:wp="w" xmlns:excerpt="e"><channel>
<title>The Post</title><language>en-GB</language>
<wp:author><wp:author_login>alee</wp:author_login><wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>
<item><title>Mayor &amp; council</title><guid>http://x/1</guid><pubDate>Thu, 05 Nov 2026 10:00:00 +0000</pubDate>
<dc:creator><![CDATA[alee]]></dc:creator><description></description>
<content:encoded><![CDATA[[caption id="a1" width="3"]<img src="a.jpg" alt="A man walks" /> The mayor[/caption]

LEEDS &mdash; One <em>two</em> [sic].
Line two.

Second &amp; last.<!--more-->]]></content:encoded>
<excerpt:encoded><![CDATA[Short of it]]></excerpt:encoded><wp:post_type>post</wp:post_type></item>
<item><title>Menu</title><content:encoded>x</content:encoded><wp:post_type>nav_menu_item</wp:post_type></item>
<item><title>Two</title><description>&lt;p&gt;Only a &amp;quot;description&amp;quot;.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>F</title><entry><id>e1</id>
<title type="html">Mayor &lt;b&gt;quits&lt;/b&gt;</title><author><name>Ann Lee</name></author>
<updated>2026-11-05T10:00:00Z</updated><summary>One two…</summary>
<content type="xhtml"><div xmlns="x"><p>One two three.</p></div></content></entry></feed>"""


def documents(text: str, name: str = "a.xml") -> tuple[Document, ...]:
    return read(text.encode(), name).documents


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


def test_a_wordpress_export():
    first, second = documents(WXR)
    assert blocks(first) == [
        (Field.HEADLINE, "Mayor & council"),
        (Field.STANDFIRST, "Short of it"),
        (Field.BYLINE, "Ann Lee"),
        (None, '[caption id="a1" width="3"] The mayor[/caption]'),
        (Field.CAPTION, "A man walks"),
        (None, "LEEDS — One two [sic].\nLine two."),
        (None, "Second & last."),
    ]
    assert [span.of(first.text) for span in first.masked] == [
        '[caption id="a1" width="3"]',
        "[/caption]",
    ]
    assert (first.item, first.metadata["date"], first.language) == (
        "http://x/1",
        "2026-11-05",
        "en-GB",
    )
    assert blocks(second) == [(Field.HEADLINE, "Two"), (None, 'Only a "description".')]
    assert second.item == "3"


def test_places_lead_through_entity_and_markup():
    first, second = documents(WXR)
    start = first.text.index("—")
    assert first.offsets.source(Span(start, start + 1)).of(WXR) == "&mdash;"
    start = first.text.index("Second")
    literal = first.offsets.literal(Span(start, start + 6))
    assert literal is not None
    assert literal.of(WXR) == "Second"
    start = second.text.index('"')
    assert second.offsets.source(Span(start, start + 1)).of(WXR) == "&amp;quot;"


def test_atom():
    (document,) = documents(ATOM)
    assert blocks(document) == [
        (Field.HEADLINE, "Mayor quits"),
        (Field.BYLINE, "Ann Lee"),
        (None, "One two three."),
    ]
    assert (document.item, document.metadata["date"]) == ("e1", "2026-11-05")


def test_a_feed_without_articles():
    with pytest.raises(NewslintError, match="no article in the feed"):
        documents("<rss><channel><title>x</title></channel></rss>")
