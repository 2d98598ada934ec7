from __future__ import annotations

import json

import pytest

from newslint.document import Document, Field
from newslint.errors import NewslintError
from newslint.readers import ReadOptions, read
from newslint.span import Span


def documents(value: object, **options: object) -> tuple[Document, ...]:
    text = value if isinstance(value, str) else json.dumps(value, indent=1)
    return read(text.encode(), "a.json", ReadOptions(**options)).documents


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


HTML = '<h1>Mayor quits</h1><p class="x">One &amp; two.</p><p>"Three."</p>'
SHOWN = [
    (Field.HEADLINE, "Mayor quits"),
    (Field.BYLINE, "Ann Lee"),
    (Field.DATELINE, "Leeds"),
    (None, "One & two."),
    (None, '"Three."'),
]


def test_version_1():
    (document,) = documents(
        {
            "uri": "u",
            "type": "text",
            "versioncreated": "2026-11-05T10:00:00Z",
            "language": "en-GB",
            "headline": "Mayor quits",
            "headline_short": "Quits",
            "byline": "Ann Lee",
            "located": "Leeds",
            "body_text": "One & two.",
            "body_xhtml": HTML,
        }
    )
    assert blocks(document) == SHOWN
    assert (document.language, document.metadata["date"]) == ("en-GB", "2026-11-05")
    assert document.item == ""


@pytest.mark.parametrize("key", ["contenttype", "contentType"])
def test_versions_2_and_3(key: str):
    (document,) = documents(
        {
            "uri": "u",
            "headlines": [
                {"role": "short", "value": "Q"},
                {"role": "main", "value": "Mayor quits"},
            ],
            "by": "Ann Lee",
            "located": "Leeds",
            "bodies": [
                {"role": "main", key: "text/plain", "value": "One & two."},
                {"role": "richtext", key: "application/xhtml+xml", "value": HTML},
            ],
        }
    )
    assert blocks(document) == SHOWN


def test_pictures_that_go_with_it_are_captions():
    (document,) = documents(
        {
            "type": "text",
            "headline": "Mayor quits",
            "body_text": "One.\n\nTwo.",
            "descriptions": [{"role": "text", "value": "Short."}],
            "associations": {"a": {"type": "picture", "description_text": "The mayor walks."}},
        }
    )
    assert blocks(document) == [
        (Field.HEADLINE, "Mayor quits"),
        (Field.STANDFIRST, "Short."),
        (None, "One."),
        (None, "Two."),
        (Field.CAPTION, "The mayor walks."),
    ]


def test_places_lead_through_string_and_markup():
    body = r"<p class=\"a\">caf&eacute; \u201cup\u201d\n  now</p>"
    text = '{"by": "x", "bodies": [{"value": "' + body + '"}]}'
    (document,) = documents(text)
    assert document.text.endswith("café “up” now")

    def source(words: str) -> str:
        start = document.text.index(words)
        return document.offsets.source(Span(start, start + len(words))).of(text)

    assert source("é") == "&eacute;"
    assert source("“up") == r"\u201cup"
    assert source("” now") == r"\u201d\n  now"
    start = document.text.index("now")
    assert document.offsets.literal(Span(start, start + 3)) is not None


def test_other_json_is_read_by_its_keys():
    first, second = documents(
        [{"id": 1, "title": "A", "text": "B"}, {"headline": "C", "content": "D"}]
    )
    assert blocks(first) == [(Field.HEADLINE, "A"), (None, "B")]
    assert blocks(second) == [(Field.HEADLINE, "C"), (None, "D")]
    assert [first.item, second.item] == ["1", "2"]


def test_other_json_by_a_map():
    (document,) = documents({"a": {"b": "Words"}}, fields={"a.b": "body"})
    assert blocks(document) == [(None, "Words")]


@pytest.mark.parametrize(
    "value",
    [
        {"type": "picture", "headline": "A", "body_text": "B", "byline": "x"},
        {"versioncreated": "x", "headline": "A"},
        {"name": "package", "version": "1"},
        [],
        3,
    ],
)
def test_json_without_an_article(value: object):
    with pytest.raises(NewslintError, match="no article in the file"):
        documents(value)


def test_broken_json_has_its_place():
    with pytest.raises(NewslintError, match=r"a.json:2:6: error: not valid JSON: Expecting value"):
        documents('{\n"a": }')
