"""Word and OpenDocument files: what was written is read, and each letter has its run."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.errors import NewslintError
from newslint.readers import read
from newslint.span import Span
from newslint.writers.docx import change
from newslint.writers.editors import Change
from newslint.writers.signature import Signature
from tests.word_files import docx, odt, paragraph, run

words = st.text(st.sampled_from("ab é'\"&<>😀’ \xa0"), min_size=1, max_size=6)
written = st.lists(st.lists(st.tuples(words, st.booleans()), max_size=4), min_size=1, max_size=4)


def word_file(paragraphs: list[list[tuple[str, bool]]]) -> bytes:
    return docx(
        *(
            paragraph(*(run(escape(text), "<w:b/>" if bold else "") for text, bold in each))
            for each in paragraphs
        )
    )


def open_file(paragraphs: list[list[tuple[str, bool]]]) -> bytes:
    runs = (
        "".join(
            f'<text:span text:style-name="T{int(bold)}">{escape(text)}</text:span>'
            for text, bold in each
        )
        for each in paragraphs
    )
    return odt("".join(f"<text:p>{each}</text:p>" for each in runs))


def squeezed(text: str) -> str:
    return " ".join(part for part in text.split(" ") if part)


def documents(data: bytes, name: str) -> tuple[Document, ...]:
    try:
        return read(data, name).documents
    except NewslintError as error:
        if "is empty" not in str(error):
            raise
        return ()


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
@given(paragraphs=written)
def test_what_was_written_is_read(name: str, paragraphs: list[list[tuple[str, bool]]]):
    data = (word_file if name == "a.docx" else open_file)(paragraphs)
    texts = ["".join(text for text, _ in each) for each in paragraphs]
    meant = [squeezed(each).strip() for each in texts]
    found = documents(data, name)
    shown = [block.span.of(each.text) for each in found for block in each.blocks]
    assert [squeezed(each) for each in shown] == [each for each in meant if each]
    for document in found:
        for offset, character in enumerate(document.text):
            if character in "ab😀":
                literal = document.offsets.literal(Span(offset, offset + 1))
                assert literal is not None
                assert literal.of(document.source) == character
                anchor = document.anchor(literal.start)
                assert anchor is not None
                text, _ = paragraphs[anchor.paragraph - 1][anchor.run - 1]
                assert character in text


@given(paragraphs=written, data=st.data())
def test_a_change_changes_its_words_only(
    paragraphs: list[list[tuple[str, bool]]], data: st.DataObject
):
    before = word_file(paragraphs)
    for document in documents(before, "a.docx"):
        literal = [each.source for each in document.offsets.runs if each.literal]
        if not literal:
            continue
        place = data.draw(st.sampled_from(literal))
        start = data.draw(st.integers(*place))
        end = data.draw(st.integers(start, place.end))
        new = data.draw(words)
        source = document.source
        for signature in (None, Signature()):
            after = change(before, "a.docx", [Change(Span(start, end), new)], signature)
            expected = source[:start] + new + source[end:]
            (changed,) = documents(after, "a.docx") or (None,)
            assert changed is None or changed.source == expected
