from __future__ import annotations

import pytest

from newslint.document import Document, Field
from newslint.errors import NewslintError
from newslint.readers import read
from newslint.span import Span

NITF = """<?xml version="1.0" encoding="ENCODING"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-GB"NAMESPACE>
 <head><title>Slug title</title><docdata><doc-id id-string="x1"/><date.issue norm="20261105T1200Z"/></docdata></head>
 <body>
  <body.head>
   <hedline><hl1>Mayor quits &amp; goes</hl1><hl2>After ten years</hl2></hedline>
   <note class="hd"><body.content><p>Embargoed.</p></body.content></note>
   <rights>Copyright</rights>
   <byline>By <person>Ann Lee</person>, <byttl>Staff Reporter</byttl></byline>
   <distributor>Wire</distributor>
   <dateline><location>LEEDS</location>, <story.date norm="20261104">Nov. 4</story.date></dateline>
   <abstract><p>Short of it.</p></abstract>
  </body.head>
  <body.content>
   <block><p>The mayor
      said <q>no</q> to caf\u00e9s &#233; &eacute;.</p>
   <hl2>Crosshead</hl2>
   <bq><block><p>Quoted.</p></block><credit>The law</credit></bq></block>
   <media media-type="image"><media-metadata name="x" value="y"/><media-reference source="a.jpg"/><media-caption><p>The mayor.</p></media-caption>
    <media-producer>Bo Ray</media-producer></media>
   <p><![CDATA[Raw <b> & so on]]></p>
  </body.content>
  <body.end><tagline>Reporting by Ann Lee</tagline></body.end>
 </body>
</nitf>
"""


def nitf(text: str, codec: str = "utf-8") -> Document:
    return read(text.replace("ENCODING", codec).encode(codec), "a.xml").documents[0]


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.offsets.source(Span(start, start + len(words))).of(document.source)


@pytest.mark.parametrize("namespace", ["", ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'])
@pytest.mark.parametrize("codec", ["utf-8", "iso-8859-1"])
def test_all_parts(namespace: str, codec: str):
    document = nitf(NITF.replace("NAMESPACE", namespace), codec)
    assert blocks(document) == [
        (Field.HEADLINE, "Mayor quits & goes"),
        (Field.STANDFIRST, "After ten years"),
        (Field.STANDFIRST, "Short of it."),
        (Field.BYLINE, "By Ann Lee, Staff Reporter"),
        (Field.DATELINE, "LEEDS, Nov. 4"),
        (Field.FURNITURE, "Embargoed."),
        (None, "The mayor said “no” to cafés é é."),
        (None, "Crosshead"),
        (None, "Quoted."),
        (None, "The law"),
        (Field.CAPTION, "The mayor."),
        (Field.CAPTION, "Bo Ray"),
        (None, "Raw <b> & so on"),
        (None, "Reporting by Ann Lee"),
    ]
    assert document.language == "en-GB"
    assert document.metadata["date"] == "2026-11-05"
    assert source_of(document, "quits & goes") == "quits &amp; goes"
    assert source_of(document, "cafés é é") == "cafés &#233; &eacute;"
    assert source_of(document, "mayor said") == "mayor\n      said"
    assert source_of(document, "<b> &") == "<b> &"
    kinds = {each.span.of(document.text): each.kind for each in document.blocks}
    assert (kinds["Quoted."], kinds["Crosshead"]) == ("quote", "heading")


def test_a_preformatted_body():
    document = nitf(
        '<?xml version="1.0"?><nitf><body><body.content><pre>First  line\n\nSecond &amp; line\n'
        "  goes on</pre></body.content></body></nitf>"
    )
    assert [words for _, words in blocks(document)] == [
        "First  line",
        "Second & line",
        "goes on",
    ]
    assert source_of(document, "Second & line") == "Second &amp; line"


def test_the_title_is_the_headline_where_there_is_no_other():
    document = nitf(
        "<nitf><head><title>Mayor quits</title></head><body><body.content><p>x</p></body.content>"
        "</body></nitf>"
    )
    assert blocks(document)[0] == (Field.HEADLINE, "Mayor quits")


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("<nitf><body><body.head/></body></nitf>", "a.xml: error: no article in the file"),
        ("<nitf><body></nitf>", "a.xml:1:15: error: not XML that can be read: mismatched tag"),
        ("<nitf>\n<p>&x;</p></nitf>", "a.xml:2:4: error: .*undefined entity '&x;'"),
        (
            '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>',
            "a.xml:1:28: error: .*declares the entity 'a', which newslint does not read",
        ),
        (
            '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>',
            "declares the entity 'a'",
        ),
        ("<nitf>" + "<p>" * 100_000, "nested more than 150 elements deep"),
        ('<?xml version="1.0" encoding="klingon"?><nitf/>', "unknown encoding 'klingon'"),
        ("<nitf>" + "<p/>" * 300_001 + "</nitf>", "more than 300,000 elements"),
    ],
)
def test_what_cannot_be_read_is_refused(xml: str, message: str):
    with pytest.raises(NewslintError, match=message):
        nitf(xml)


def test_a_wrong_declared_encoding_is_refused():
    data = '<?xml version="1.0" encoding="utf-8"?><nitf>\ncafé</nitf>'.encode("cp1252")
    with pytest.raises(NewslintError, match=r"a\.xml:2: error: not valid utf-8"):
        read(data, "a.xml")
