"""What the file's own fields say against what its text says."""

from __future__ import annotations

from newslint.checks.field_conflict import FieldConflict, Parameters
from newslint.context import Context
from newslint.document import Block, BlockKind, Document, Field
from newslint.span import Span

STORY = (
    "The ferry between Tarn and the islands will carry passengers again from Monday, its owner "
    "said on Friday.\n\nThe ship had lain in the yard since a fire in the spring of this year."
)


def found(byline: str, dateline: str, text: str) -> list[tuple[str, str]]:
    """Return (words, words of the related place) for an article with fields of its own."""
    whole = f"{byline}\n\n{dateline}\n\n{text}"
    document = Document.from_text(whole)
    fields = [Field.BYLINE, Field.DATELINE, *[None] * (len(document.blocks) - 2)]
    blocks = [
        block._replace(field=field, kind=BlockKind.VALUE if field else block.kind)
        for block, field in zip(document.blocks, fields, strict=True)
    ]
    hits = FieldConflict(Parameters()).hits(Document(whole, blocks), Context())
    return [(hit.span.of(whole), hit.related[0].span.of(whole)) for hit in hits]


def test_another_byline_and_another_city_in_the_text() -> None:
    text = f"Ferry to sail again\n\nBy Ola Moe\n\nLOWICK, Northland (Coast Press) — {STORY}"
    assert found("Ines Park", "TARN, Northland", text) == [
        ("Ola Moe", "Ines Park"),
        ("LOWICK", "TARN"),
    ]


def test_the_same_byline_in_other_words_is_no_conflict() -> None:
    text = f"Ferry to sail again\n\nBy INES PARK and Ola Moe\n\n{STORY}"
    assert found("Ines Park", "TARN, Northland", text) == []


def test_without_a_field_of_the_file_nothing_can_conflict() -> None:
    text = f"Ferry to sail again\n\nBy Ola Moe\n\n{STORY}"
    hits = FieldConflict(Parameters()).hits(Document.from_text(text), Context())
    assert list(hits) == []


def test_a_bare_block_of_a_name_is_too_doubtful() -> None:
    whole = f"Ines Park\n\nFerry to sail again\n\nOla Moe\n\n{STORY}"
    blocks = list(Document.from_text(whole).blocks)
    blocks[0] = Block(Span(0, 9), BlockKind.VALUE, Field.BYLINE)
    hits = FieldConflict(Parameters()).hits(Document(whole, blocks), Context())
    assert list(hits) == []


def test_a_name_that_begins_like_the_other_is_another() -> None:
    text = f"Ferry to sail again\n\nBy Ines Parks\n\n{STORY}"
    assert found("Ines Park", "TARN, Northland", text) == [("Ines Parks", "Ines Park")]


def test_a_shorter_form_of_a_name_is_the_same() -> None:
    text = f"Ferry to sail again\n\nBy Ines M. Park\n\n{STORY}"
    assert found("Ines Park", "TARN, Northland", text) == []
