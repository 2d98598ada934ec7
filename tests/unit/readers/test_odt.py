from __future__ import annotations

import pytest

from newslint.document import BlockKind, Field
from newslint.errors import NewslintError
from newslint.readers import format_of, read
from newslint.span import Span
from tests.word_files import odt, packed

STYLES = '<style:style style:name="P1" style:parent-style-name="Title"/>'


def test_paragraphs_by_their_styles():
    data = odt(
        '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>'
        '<text:p text:style-name="P1">Mayor quits</text:p>'
        '<text:h text:style-name="Heading_20_2" text:outline-level="2">Cross</text:h>'
        '<text:p>One <text:span text:style-name="T1">bold</text:span>\n   &amp; more'
        '<text:s text:c="2"/>x'
        "<text:tab/>y<text:line-break/>z<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Note</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>Margin</text:p></office:annotation>.</text:p>"
        "<text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        '<text:p text:style-name="Quotations">Said</text:p><text:p/>',
        STYLES,
    )  # fmt: skip
    file = read(data, "a.odt")
    (document,) = file.documents
    assert [
        (each.kind, each.field, each.level, each.span.of(document.text)) for each in document.blocks
    ] == [
        (BlockKind.HEADING, Field.HEADLINE, 0, "Mayor quits"),
        (BlockKind.HEADING, None, 2, "Cross"),
        (BlockKind.PARAGRAPH, None, 0, "One bold & more  x\ty"),
        (BlockKind.PARAGRAPH, None, 0, "z."),
        (BlockKind.PARAGRAPH, None, 0, "Note"),
        (BlockKind.LIST_ITEM, None, 0, "Item"),
        (BlockKind.CELL, None, 0, "A"),
        (BlockKind.QUOTE, None, 0, "Said"),
    ]
    start = document.text.index("bold")
    anchor = document.anchor(document.offsets.source(Span(start, start + 4)).start)
    assert anchor is not None
    assert (anchor.part, anchor.paragraph, anchor.run) == ("content", 3, 2)
    assert file.source.text.splitlines()[1] == "Cross"


def test_it_is_told_by_its_content():
    assert format_of(odt("<text:p>x</text:p>"), "-") == "odt"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{\\rtf1}", r"not an OpenDocument text \(\.odt\)"),
        (packed({"mimetype": "x"}), "the archive has no part 'content.xml'"),
        (odt("<text:p> </text:p>"), "the document is empty"),
        (packed({"content.xml": "<x/>"}), "the document holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str):
    with pytest.raises(NewslintError, match=message):
        read(data, "a.odt")


def test_a_number_of_spaces_is_bounded():
    data = odt('<text:p>a<text:s text:c="999999999"/>b</text:p>')
    (document,) = read(data, "a.odt").documents
    assert len(document.text) == 1002
