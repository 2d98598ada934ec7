from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from newslint.document import BlockKind, Document, Field
from newslint.errors import NewslintError
from newslint.readers import SourceFile, encode, format_of, read
from newslint.span import Span
from tests.word_files import W, docx, packed, paragraph, run

STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="berschrift1"><w:name '
    'w:val="heading 1"/></w:style><w:style w:styleId="x7"><w:name w:val="Byline"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
)


def word(*body: str, **parts: str) -> SourceFile:
    return read(docx(*body, **parts), "a.docx")


def blocks(file: SourceFile) -> list[tuple[str | None, str]]:
    (document,) = file.documents
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


def editable(document: Document, words: str) -> bool:
    start = document.text.index(words)
    return document.offsets.literal(Span(start, start + len(words))) is not None


def test_styles_by_their_own_names():
    file = word(
        paragraph("Mayor quits", style="Titel"),
        paragraph("After ten years", style="Subtitle"),
        paragraph("By Ann Lee", style="x7"),
        paragraph("Crosshead", style="berschrift1"),
        paragraph("Text &amp; more."),
        paragraph("Photo: X", style="Caption"),
        paragraph("Said.", style="Quote"),
        paragraph("One", more='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        styles=STYLES,
    )
    (document,) = file.documents
    assert blocks(file) == [
        (Field.HEADLINE, "Mayor quits"),
        (Field.STANDFIRST, "After ten years"),
        (Field.BYLINE, "By Ann Lee"),
        (None, "Crosshead"),
        (None, "Text & more."),
        (Field.CAPTION, "Photo: X"),
        (None, "Said."),
        (None, "One"),
    ]
    kinds = [block.kind for block in document.blocks]
    assert (kinds[3], document.blocks[3].level) == (BlockKind.HEADING, 1)
    assert kinds[5:] == [BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.LIST_ITEM]


def test_a_place_is_part_paragraph_and_run():
    file = word(
        paragraph("One"),
        paragraph(),
        paragraph("Two ", run("bold", "<w:b/>"), " end"),
        footnotes=f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator">{paragraph("x")}'
        f'</w:footnote><w:footnote w:id="2">{paragraph("Note")}</w:footnote></w:footnotes>',
    )
    (document,) = file.documents
    assert document.text == "One\n\nTwo bold end\n\nNote"
    assert file.source.text == "One\n\nTwo bold end\nNote"

    def place(words: str) -> tuple[str, int, int]:
        start = document.offsets.source(Span(*_span(document.text, words))).start
        anchor = document.anchor(start)
        assert anchor is not None
        return anchor.part, anchor.paragraph, anchor.run

    assert place("ne") == ("document", 1, 1)
    assert place("bold") == ("document", 3, 2)
    assert place("end") == ("document", 3, 3)
    assert place("Note") == ("footnotes", 1, 1)


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_tracked_changes_are_read_as_accepted():
    file = word(
        paragraph(
            "The ",
            f"<w:del>{run('old').replace('w:t', 'w:delText')}</w:del>",
            f"<w:ins>{run('new')}</w:ins>",
            f"<w:moveFrom>{run(' gone')}</w:moveFrom><w:moveTo>{run(' here')}</w:moveTo>",
        )
    )
    assert blocks(file) == [(None, "The new here")]


def test_what_stands_in_a_run():
    properties = "<w:rPr><w:vanish/></w:rPr>"
    file = word(
        paragraph(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>",
            f"<w:r>{properties}<w:t>hidden</w:t></w:r>",
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>',
            f'<w:hyperlink>{run(" link")}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>',
        ),
        paragraph("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>"),
    )
    assert blocks(file) == [(None, "a\tb\u2011c link"), (None, "one"), (None, "two")]
    assert file.source.text == "a\tb\u2011c link\none\u2028two"


def test_tables_and_boxes():
    box = f"<w:pict><w:txbxContent>{paragraph('Boxed')}</w:txbxContent></w:pict>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    file = word(
        paragraph(
            "Text", f'<w:r><mc:AlternateContent xmlns:mc="m">{both}</mc:AlternateContent></w:r>'
        ),
        f"<w:tbl><w:tr><w:tc>{paragraph('A')}</w:tc><w:tc>{paragraph('B')}</w:tc></w:tr></w:tbl>",
    )
    (document,) = file.documents
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "Text"),
        (BlockKind.PARAGRAPH, "Boxed"),
        (BlockKind.CELL, "A"),
        (BlockKind.CELL, "B"),
    ]


def test_runs_that_look_alike_may_be_edited_as_one():
    file = word(
        paragraph(run("per"), run("cent"), run(" bo", "<w:b/>"), run("ld &amp; x", "<w:i/>"))
    )
    (document,) = file.documents
    assert editable(document, "percent")
    assert not editable(document, "bold")
    assert not editable(document, "ld &")
    assert editable(document, " x")


def test_it_is_told_by_its_content():
    data = docx(paragraph("x"))
    assert format_of(data, "-") == "docx"
    assert format_of(data, "a.bin") == "docx"


def test_it_is_never_written_as_text():
    file = word(paragraph("x"))
    with pytest.raises(NewslintError, match="cannot be written as text"):
        encode(file.source, "y")


def bomb() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return target.getvalue()


WHOLE = docx(paragraph("word " * 2000))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 x", r"a\.docx: error: not a Word document \(\.docx\), whatever its name says"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a password-protected document"),
        (WHOLE[: len(WHOLE) // 2], "the archive is damaged or cut off"),
        (WHOLE[:5000] + b"x" * 9 + WHOLE[5009:], "the archive is damaged or cut off: Bad CRC"),
        (bomb(), "'word/document.xml' unpacks to more than 50,000,000 bytes"),
        (packed({"x.xml": ""}), "the archive holds no Word document"),
        (packed({"../../etc/passwd": "x"}), "the unsafe name '../../etc/passwd'"),
        (packed({"/etc/passwd": "x"}), "the unsafe name '/etc/passwd'"),
        (packed({f"{n}": "" for n in range(5001)}), "more than 5,000 parts"),
        (docx(), "the document is empty"),
        (docx(paragraph(" ")), "the document is empty"),
        (docx("<w:p>" * 100_000), "nested more than 150 elements deep"),
        (docx("<w:p></w:q>"), r"a\.docx!word/document\.xml:2:\d+: error: .*mismatched tag"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str):
    with pytest.raises(NewslintError, match=message):
        read(data, "a.docx")


def test_an_entity_of_its_own_is_refused():
    text = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}">&a;</w:document>'
    with pytest.raises(NewslintError, match="declares the entity 'a'"):
        read(packed({"word/document.xml": text}), "a.docx")
