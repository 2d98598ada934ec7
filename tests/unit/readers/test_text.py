from __future__ import annotations

import pytest

from newslint.errors import NewslintError
from newslint.readers import ReadOptions, format_of, read
from newslint.span import Span


def test_the_text_is_the_source():
    data = b"First line.\n\nSecond\xc2\xa0paragraph.\n"
    file = read(data, "a.txt")
    (document,) = file.documents
    assert (file.format, document.text) == ("text", data.decode())
    assert [block.span.of(document.text) for block in document.blocks] == [
        "First line.",
        "Second\xa0paragraph.",
    ]
    assert document.offsets.source(Span(13, 19)) == Span(13, 19)


def test_windows_line_ends_read_as_one_character():
    source = "One\r\ntwo.\r\n\r\nThree."
    (document,) = read(source.encode(), "a.txt").documents
    assert document.text == "One\ntwo.\n\nThree."
    assert document.source == source
    start = document.text.index("Three")
    assert document.offsets.literal(Span(start, start + 5)) == Span(13, 18)
    assert document.offsets.literal(Span(2, 5)) is None


def test_the_language_is_an_option():
    (document,) = read(b"Ein Satz.", "a.txt", ReadOptions(language="de")).documents
    assert document.language == "de"


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("a.txt", b"---\n", "text"),
        ("A.MD", b"x", "markdown"),
        ("a.jsonl", b"x", "jsonl"),
        ("noending", b"plain words", "text"),
        ("-", b"---\ntitle: x\n---\n", "markdown"),
        ("-", b'{"title": "x"}', "ninjs"),
        ("-", b'{"title": "x"}\n{"title": "y"}\n', "jsonl"),
        ("a.json", b"[{}]", "ninjs"),
        ("a.xml", b"<?xml version='1.0'?><!-- <rss> --><nitf>", "nitf"),
        ("a.xml", b"<!DOCTYPE nitf SYSTEM 'x.dtd'>\n<nitf>", "nitf"),
        ("a.xml", "\ufeff<n:newsMessage xmlns:n='x'>".encode(), "newsml"),
        ("a.xml", "<newsItem>".encode("utf-16"), "newsml"),
        ("a.xml", b"<rss version='2.0'>", "feed"),
        ("-", b"<!doctype html><html>", "html"),
        ("-", b"<!-- newslint-disable core/x -->\nWords", "text"),
        ("-", b"<?xml version='1.0'?><feed>", "feed"),
    ],
)
def test_the_format_is_told_by_ending_then_content(path: str, data: bytes, name: str):
    assert format_of(data, path) == name


def test_the_format_may_be_named():
    assert format_of(b"x", "a.txt", "markdown") == "markdown"
    with pytest.raises(NewslintError, match=r"unknown format 'markdwn' \(did you mean 'markdown'"):
        format_of(b"x", "a.txt", "markdwn")


def test_xml_of_another_kind_is_refused():
    with pytest.raises(NewslintError, match="no reader for XML whose root is <project>"):
        format_of(b"<project/>", "pom.xml")
