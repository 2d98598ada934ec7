"""A new Word document is one, and reads as what was written."""

from __future__ import annotations

from newslint.document import Field
from newslint.readers import read
from newslint.writers.wordfile import word_file

PARAGRAPHS = [
    (Field.HEADLINE, "Wall & sea"),
    (Field.BODY, "A <b>wall</b> of\nstone,  😀 “so”."),
    (Field.BODY, "A\x0bbell\ud800."),
]


def test_it_reads_as_it_was_written():
    file = read(word_file(PARAGRAPHS), "wall.docx")
    [document] = file.documents
    assert document.text == "Wall & sea\n\nA <b>wall</b> of stone,  😀 “so”.\n\nA�bell�."
    assert [each.field for each in document.blocks][:2] == [Field.HEADLINE, None]


def test_the_same_words_make_the_same_file():
    assert word_file(PARAGRAPHS) == word_file(PARAGRAPHS)
