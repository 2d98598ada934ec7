from __future__ import annotations

import pytest

from newslint.errors import NewslintError
from newslint.readers import SourceFile, read
from newslint.span import Span
from newslint.writers.editors import Change, editor_for
from newslint.writers.signature import Signature
from tests.word_files import docx, odt, paragraph

NITF = "<nitf><body><body.content><p>{}</p></body.content></body></nitf>"
FEED = "<rss xmlns:content='c'><item><content:encoded>{}</content:encoded></item></rss>"


def edited(data: bytes, path: str, *pairs: tuple[str, str]) -> bytes:
    def again(each: bytes) -> SourceFile:
        return read(each, path)

    file = again(data)
    editor = editor_for(file, data, path, again)
    text = file.source.text
    changes = [Change(Span(text.index(old), text.index(old) + len(old)), new) for old, new in pairs]
    return editor.data(editor.edit(text, changes))


@pytest.mark.parametrize(
    ("path", "before", "old", "new", "after"),
    [
        ("a.txt", "One <two>.", "<two>", '"2" & 3', 'One "2" & 3.'),
        ("a.md", "One two.", "two", "2 & 3", "One 2 & 3."),
        ("a.md", "One two.", "two", "*2*", r"One \*2\*."),
        ("a.md", "---\ntitle: 'One two'\n---\nx", "two", "it's", "---\ntitle: 'One it''s'\n---\nx"),
        ("a.md", '---\ntitle: "One two"\n---\nx', "two", '"2"',
         '---\ntitle: "One \\"2\\""\n---\nx'),
        ("a.jsonl", '{"text": "One two"}', "two", '"2" \\', r'{"text": "One \"2\" \\"}'),
        ("a.html", "<p>One two", "two", "<b> & c", "<p>One &lt;b&gt; &amp; c"),
        ("a.html", "<p>One two", "two", '"2"', '<p>One "2"'),
        ("a.nitf", NITF.format("One two"), "two", "<b>", NITF.format("One &lt;b&gt;")),
        ("a.nitf", NITF.format("<![CDATA[One two]]>"), "two", "<b>",
         NITF.format("<![CDATA[One <b>]]>")),
        ("a.rss", FEED.format("<![CDATA[One two]]>"), "two", "<b>",
         FEED.format("<![CDATA[One &lt;b&gt;]]>")),
        ("a.rss", FEED.format("&lt;p&gt;One two"), "two", "<b>",
         FEED.format("&lt;p&gt;One &amp;lt;b&amp;gt;")),
        ("a.json", '{"by": "x", "body_text": "One two"}', "two", '"2"',
         r'{"by": "x", "body_text": "One \"2\""}'),
        ("a.json", '{"by": "x", "body_html": "<p>One two"}', "two", '<b>"',
         r'{"by": "x", "body_html": "<p>One &lt;b&gt;\""}'),
    ],
)  # fmt: skip
def test_a_replacement_is_written_as_its_place_asks(
    path: str, before: str, old: str, new: str, after: str
):
    assert edited(before.encode(), path, (old, new)).decode() == after


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_other_byte_stays(codec: str):
    text = "<P\tclass = 'x'>One&nbsp;two\r\n &eacute;  three</P>\r\n"
    after = edited(text.encode(codec), "a.html", ("two", "2"), ("three", "3"))
    assert after == text.replace("two", "2").replace("three", "3").encode(codec)


def test_what_cannot_be_written_is_an_error():
    with pytest.raises(NewslintError, match=r"a\.md: error: '\*b: c' cannot be written into"):
        edited(b"---\ntitle: One two\n---\nx", "a.md", ("One", "*b: c"))


def test_open_documents_are_only_read():
    with pytest.raises(NewslintError, match="fixes cannot be written into a file of this format"):
        edited(odt("<text:p>One two</text:p>"), "a.odt", ("two", "2"))


def test_only_word_tracks_changes():
    file = read(b"One", "a.txt")
    with pytest.raises(NewslintError, match="tracked in Word documents only"):
        editor_for(file, b"One", "a.txt", lambda data: read(data, "a.txt"), Signature())


def test_word_documents():
    data = edited(docx(paragraph("One two &amp; three")), "a.docx", ("two", "<2>"), ("three", "3"))
    assert read(data, "a.docx").source.text == "One <2> & 3"
