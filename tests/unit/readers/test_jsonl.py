from __future__ import annotations

import json

import pytest

from newslint.document import BlockKind, Document, Field
from newslint.errors import NewslintError
from newslint.readers import ReadOptions, read
from newslint.span import Span


def rows(*lines: object, **options: object) -> tuple[Document, ...]:
    data = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    return read(data.encode(), "a.jsonl", ReadOptions(**options)).documents


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


def test_the_usual_keys_are_known_and_come_in_reading_order():
    (document,) = rows(
        {
            "id": "a1",
            "text": "One.\n\nTwo.",
            "byline": "Ann Lee",
            "title": "Mayor quits",
            "dek": "After ten years",
            "date": "5 November 2026",
            "lang": "en_GB",
            "words": 3,
        }
    )
    assert blocks(document) == [
        (Field.HEADLINE, "Mayor quits"),
        (Field.STANDFIRST, "After ten years"),
        (Field.BYLINE, "Ann Lee"),
        (None, "One."),
        (None, "Two."),
    ]
    assert document.item == "a1"
    assert document.language == "en-GB"
    assert document.metadata["date"] == "2026-11-05"
    assert document.metadata["words"] == "3"


def test_a_map_is_all_that_is_read():
    fields = {"data.head": "headline", "story": "body", "nr": "id", "day": "date"}
    (document,) = rows(
        {
            "data": {"head": "Up"},
            "story": "Words.",
            "title": "Not this",
            "nr": 7,
            "day": "20261105",
        },
        fields=fields,
    )
    assert blocks(document) == [(Field.HEADLINE, "Up"), (None, "Words.")]
    assert (document.item, document.metadata["date"]) == ("7", "2026-11-05")


def test_the_item_without_an_id_is_the_line_number():
    assert [each.item for each in rows({"text": "a"}, "", {"text": "b"})] == ["1", "3"]


def test_lists_and_objects_give_their_strings():
    (document,) = rows(
        {"text": "x", "authors": ["Ann Lee", {"name": "Bo Ray", "id": "9"}, 5, None]}
    )
    assert blocks(document)[:2] == [(Field.BYLINE, "Ann Lee"), (Field.BYLINE, "Bo Ray")]


def test_escapes_map_to_their_source():
    line = r'{"text": "caf\u00e9 \ud83d\ude00 \"no\" a\/b"}'
    (document,) = rows(line)
    assert document.text == 'café 😀 "no" a/b'
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
    offsets = document.offsets
    assert offsets.source(Span(3, 4)).of(line) == r"\u00e9"
    assert offsets.source(Span(5, 6)).of(line) == r"\ud83d\ude00"
    assert offsets.source(Span(7, 11)).of(line) == r"\"no\""
    literal = offsets.literal(Span(8, 10))
    assert literal is not None
    assert literal.of(line) == "no"
    assert offsets.literal(Span(7, 11)) is None


def test_positions_hold_in_later_lines():
    first, second = '{"text": "one"}', '{"text": "two"}'
    document = rows(first, second)[1]
    assert document.offsets.source(Span(0, 3)) == Span(len(first) + 11, len(first) + 14)


def test_half_a_surrogate_pair_is_no_character():
    (document,) = rows(r'{"text": "a\ud83d b\u0000"}')
    assert document.text == "a\ufffd b\ufffd"


def test_a_line_separator_in_a_string_ends_no_line():
    (document,) = rows('{"text": "a\u2028b"}')
    assert document.text == "a\u2028b"


def test_bad_lines_are_problems_and_the_others_are_read():
    data = b'{"text": "a"}\n{"text": }\n[1]\n{"x": "y"}\n{"text": "b"}\n'
    file = read(data, "a.jsonl")
    assert [each.text for each in file.documents] == ["a", "b"]
    ending = "for one JSON document over several lines use the ending .json"
    keys = "map its keys with --field KEY=FIELD; it has: x"
    assert [str(each) for each in file.problems] == [
        "a.jsonl:2:10: error: not valid JSON: Expecting value",
        f"a.jsonl:3:1: error: a line must hold one JSON object ({ending})",
        f"a.jsonl:4:1: error: no text under the known keys ({keys})",
    ]


def test_deep_nesting_is_a_problem():
    file = read(b'{"text": ' + b"[" * 100_000, "a.jsonl")
    assert "nested too deeply" in str(file.problems[0])


def test_an_unknown_field_is_refused():
    with pytest.raises(NewslintError, match=r"unknown field 'headlin' .*did you mean 'headline'"):
        rows({"text": "a"}, fields={"title": "headlin"})
