"""Word documents (.docx)."""

from __future__ import annotations

from newslint.errors import NewslintError
from newslint.readers.archive import open_archive
from newslint.readers.base import Reading, ReadOptions
from newslint.readers.docxparts import paragraphs_of, parts_with_text, styles
from newslint.readers.paragraphs import Paragraph, document_of, source_of


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read a Word document; raises NewslintError if it is none or holds no words."""
    paragraphs = docx_paragraphs(data, path)
    source = source_of(paragraphs)
    document = document_of(paragraphs, source, {}, options)
    if document is None:
        raise NewslintError.of("the document is empty", path=path)
    return Reading(source, (document,))


def docx_paragraphs(data: bytes, path: str) -> list[Paragraph]:
    """Return the paragraphs of the text and then of the notes, empty ones too."""
    archive = open_archive(data, path, "a Word document (.docx)")
    parts = parts_with_text(archive)
    styled = any("pStyle" in part.text for part in parts)
    names = styles(archive) if styled else {}
    return [paragraph for part in parts for paragraph in paragraphs_of(part, names)]
