"""What holds for every file: places are exact, and bad input is an error in words."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newslint.document import Document
from newslint.errors import NewslintError
from newslint.readers import FORMATS, ReadOptions, read
from newslint.readers.jsontext import Located, decode_json, extract
from newslint.span import Span

_MARKUP = [*"*_`[]()<>!#|\\&;:-~\"'^.{}%=+ \t\n\r", "\n\n", "  \n", "> ", "- ", "1. "]
_WORDS = [
    "a",
    "Bé",
    "word",
    "😀",
    "’",
    "“x”",
    "\xa0",
    "\u2028",
    "é",
    "&amp;",
    "&#233;",
    "<b>",
    "</b>",
]
_XML = ["<nitf>", "<body>", "<body.content>", "<p>", "</p>", "</body.content>", "</body>",
        "</nitf>", "<rss>", "<item>", "<title>", "</title>", "</item>", "</rss>", "<![CDATA[",
        "]]>", "<q>", "</q>", "<table>", "<td>", "<script>", "</script>", "<pre>", "<li>", "<h1>",
        "<article>", "&nbsp;", "<div class='byline'>", "</div>", "<i", "&lt", '{"body_text":"',
        '"}',
        "\\u00e9", "\0", "newslint-disable x"]  # fmt: skip
_PIECES = ["---\n", "```\n", "| a | b |\n|---|---|\n", "<!-- c -->", "[x](y)", "![x](y 'z')",
           "[^1]", "title: ", "    ", "<figcaption>", "<br>", "http://x.y"]  # fmt: skip
markup = st.lists(st.sampled_from(_MARKUP + _WORDS + _PIECES + _XML), max_size=40).map("".join)
plain = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t"))


def check_places(document: Document) -> None:
    """Assert that the document's text, blocks and map fit its source."""
    before = 0
    for run in document.offsets.runs:
        assert before <= run.text.start < run.text.end <= len(document.text)
        assert 0 <= run.source.start <= run.source.end <= len(document.source)
        if run.literal:
            assert run.text.of(document.text) == run.source.of(document.source)
        before = run.text.end
    before = 0
    for block in document.blocks:
        assert before <= block.span.start < block.span.end <= len(document.text)
        words = block.span.of(document.text)
        assert words == words.strip()
        before = block.span.end
    for span in document.masked:
        assert 0 <= span.start <= span.end <= len(document.text)
    for directive in document.directives:
        assert "newslint" in directive.span.of(document.source) or directive.whole
        assert 0 <= directive.position <= len(document.text)


def readable(data: bytes, name: str) -> tuple[Document, ...]:
    try:
        return read(data, "file", ReadOptions(as_format=name)).documents
    except NewslintError as error:
        if error.__cause__ is not None:  # a failure of the reader, not of the file
            raise error.__cause__ from None
        return ()


@pytest.mark.parametrize("name", sorted(FORMATS))
@given(data=st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused(name: str, data: bytes):
    for document in readable(data, name):
        check_places(document)


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@given(text=markup)
def test_places_are_exact_in_any_text(name: str, codec: str, text: str):
    for document in readable(text.encode(codec, "replace"), name):
        check_places(document)


@given(text=plain)
def test_plain_text_is_itself(text: str):
    for document in readable(text.encode(), "text"):
        assert document.text == text
        assert "".join(
            "".join(block.span.of(text).split()) for block in document.blocks
        ) == "".join(text.split())


@given(value=st.text(), ascii_only=st.booleans())
def test_json_strings_map_back_escape_by_escape(value: str, ascii_only: bool):
    source = json.dumps({"é": [value]}, ensure_ascii=ascii_only)
    decoded: Any = decode_json(source)
    located = decoded["é"][0]
    assert isinstance(located, Located)
    assert located == value
    part = extract(source, located)
    assert part.text == "".join(
        "\ufffd" if "\ud800" <= c < "\ue000" or c == "\0" else c for c in value
    )
    for run in part.offsets.runs:
        written, read_as = run.source.of(source), run.text.of(part.text)
        assert (json.loads(f'"{written}"') == read_as) or read_as == "\ufffd"
        assert run.literal is not written.startswith("\\")


@given(
    value=st.text(st.sampled_from("ab é'\"\\:#\n-😀’> "), min_size=1).filter(str.strip),
    style=st.sampled_from(["", "'", '"', "|", ">"]),
    width=st.sampled_from([10, 80]),
    wide=st.booleans(),
)
@example(value="a\n\n b\nc", style=">", width=80, wide=True)
def test_front_matter_maps_back_in_every_style(value: str, style: str, width: int, wide: bool):
    written = yaml.dump(
        {"title": value}, default_style=style, width=width, allow_unicode=wide, sort_keys=False
    )
    meant = yaml.safe_load(written)["title"]
    file = read(f"---\n{written}---\nBody.\n".encode(), "a.md")
    assert file.problems == ()
    (document,) = file.documents
    check_places(document)
    shown = [block.span.of(document.text) for block in document.blocks if block.field == "headline"]
    assert "".join("".join(shown).split()) == "".join(meant.split())
    # A letter is written as a letter, whatever the style: only what is escaped may be derived.
    for offset, character in enumerate(document.text):
        if character in "ab":
            source = document.offsets.source
            assert source(_one(offset)).of(document.source) == character


def _one(offset: int) -> Span:
    return Span(offset, offset + 1)


_plain_parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_inline = st.lists(
    st.sampled_from(["a", "bé", "*", "**", "_", "~~", "\\", "[x](y)", "[z]", "&amp;", " ", "\n",
                     "> ", "- ", "\n\n", "# ", "|", "😀", "1. ", "    ", "\t"]),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=300)
@given(text=_inline)
@example("> | a | b\n> |---|--\n> c | d\n> e\n")
@example("- # a #\n\n\t- b\n")
def test_markdown_says_what_the_parser_says(text: str):
    """The words are those of an unchanged parser, and each stands where the map says."""
    expected = []
    for token in _plain_parser.parse(text):
        if token.type == "inline":
            words = "".join(
                "\n" if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or []
            )
            expected.append(words.strip())
        elif token.type in ("code_block", "fence"):
            expected.append(token.content.strip())
    documents = readable(text.encode(), "markdown")
    shown = [block.span.of(each.text) for each in documents for block in each.blocks]
    assert "".join("".join(shown).split()) == "".join("".join(expected).split())
    for document in documents:
        check_places(document)
        for offset, character in enumerate(document.text):
            if character in "abxz😀":
                assert document.offsets.literal(_one(offset)) is not None


_texts = st.lists(
    st.sampled_from(["a", "bé", " ", "\n", "  ", "&", "<", ">", '"', "'", "😀", "’", "\xa0", "x"]),
    min_size=1,
    max_size=12,
).map("".join)


def _squeezed(text: str) -> str:
    return " ".join(part for part in text.replace("\n", " ").split(" ") if part)


@given(
    paragraphs=st.lists(_texts, min_size=1, max_size=4),
    kind=st.sampled_from(["html", "named", "cdata"]),
)
@pytest.mark.parametrize("name", ["html", "nitf", "newsml", "feed", "ninjs"])
def test_every_markup_says_what_was_written(name: str, kind: str, paragraphs: list[str]):
    """What is written in a format is read from it, and each letter stands where the map says."""
    written = [
        _escaped(each, kind if name in ("nitf", "newsml") else "html") for each in paragraphs
    ]
    body = "".join(f"<p>{each}</p>\n " for each in written)
    source = _WRAPPERS[name](body)
    shown = [_squeezed(each) for each in paragraphs]
    shown = [each for each in shown if each.strip()]
    documents = readable(source.encode(), name)
    got = [
        block.span.of(document.text).replace("\n", " ")
        for document in documents
        for block in document.blocks
        if block.field is None
    ]
    assert got == [each.strip() for each in shown]
    for document in documents:
        check_places(document)
        for offset, character in enumerate(document.text):
            if character in "abx😀’":
                span = document.offsets.literal(_one(offset))
                assert span is not None or name == "ninjs"


def _escaped(text: str, kind: str) -> str:
    if kind == "cdata":
        return f"<![CDATA[{text}]]>"
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("é", "&eacute;").replace('"', "&#34;") if kind == "named" else text


_WRAPPERS = {
    "html": lambda body: f"<html><body><article>{body}</article></body></html>",
    "nitf": lambda body: f"<nitf><body><body.content>{body}</body.content></body></nitf>",
    "newsml": lambda body: (
        "<newsItem><contentSet><inlineXML><nitf><body><body.content>"
        f"{body}</body.content></body></nitf></inlineXML></contentSet></newsItem>"
    ),
    "feed": lambda body: (
        '<rss xmlns:content="c"><channel><item><content:encoded><![CDATA['
        f"{body}]]></content:encoded></item></channel></rss>"
    ),
    "ninjs": lambda body: json.dumps({"type": "text", "byline": "", "body_xhtml": body}),
}
