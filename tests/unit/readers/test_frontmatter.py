from __future__ import annotations

import pytest

from newslint.document import Document, Field
from newslint.readers import SourceFile, read
from newslint.span import Span


def article(text: str) -> Document:
    return read(text.encode(), "a.md").documents[0]


def front(yaml: str) -> SourceFile:
    return read(f"---\n{yaml}\n---\nBody.\n".encode(), "a.md")


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


def test_parts_come_in_reading_order_and_facts_are_metadata():
    file = front(
        "date: 2026-11-05\nbio: Ann Lee covers courts.\nauthor: Ann Lee\ntitle: Mayor quits\n"
        "location: LEEDS\nslug: mayor\ntags: [a, b]\nsummary: He had ten years.\nlang: en-GB\n"
        "caption: The mayor"
    )
    (document,) = file.documents
    assert blocks(document) == [
        (Field.HEADLINE, "Mayor quits"),
        (Field.STANDFIRST, "He had ten years."),
        (Field.BYLINE, "Ann Lee"),
        (Field.DATELINE, "LEEDS"),
        (None, "Body."),
        (Field.CAPTION, "The mayor"),
        (Field.BIO, "Ann Lee covers courts."),
    ]
    assert document.metadata == {
        "date": "2026-11-05",
        "slug": "mayor",
        "tags": "a, b",
        "language": "en-GB",
    }
    assert document.language == "en-GB"
    assert file.problems == ()


def test_authors_and_images_may_be_mappings():
    (document,) = front(
        "authors:\n- name: Ann Lee\n  email: x@y.z\n  bio: She covers courts.\n- Bo Ray\n"
        "cover: {src: a.jpg, caption: A man, alt: A man walks}\nseo: {title: Not this}"
    ).documents
    assert blocks(document) == [
        (Field.BYLINE, "Ann Lee"),
        (Field.BYLINE, "Bo Ray"),
        (None, "Body."),
        (Field.CAPTION, "A man"),
        (Field.CAPTION, "A man walks"),
        (Field.BIO, "She covers courts."),
    ]


@pytest.mark.parametrize(
    ("scalar", "text", "literal"),
    [
        ("Plain words", "Plain words", "words"),
        ("'It''s up'", "It's up", "s up"),
        (r'"caf\u00e9 \"up\"\tnow"', 'café "up"\tnow', "up"),
        ('"joined \\\n  line"', "joined line", "line"),
        ("folded\n  plain", "folded plain", "plain"),
        ("|\n  line one\n  two", "line one\ntwo", "two"),
        (">-\n  line one\n  two", "line one two", "two"),
        ("|2\n  explicit", "explicit", ""),
    ],
)
def test_every_style_of_scalar_maps_back(scalar: str, text: str, literal: str):
    (document,) = front(f"title: {scalar}").documents
    assert document.blocks[0].span.of(document.text) == text.split("\n")[0]
    start = document.text.index(literal)
    source = document.offsets.literal(Span(start, start + len(literal)))
    if literal:
        assert source is not None
        assert source.of(document.source) == literal


def test_what_a_scalar_writes_otherwise_cannot_be_edited():
    (document,) = front(r'title: "caf\u00e9"').documents
    assert document.text.startswith("café")
    assert document.offsets.source(Span(3, 4)).of(document.source) == r"\u00e9"
    assert document.offsets.literal(Span(0, 4)) is None


def test_a_literal_block_may_hold_paragraphs():
    (document,) = front("bio: |\n  Ann Lee covers courts.\n\n  She lives in Leeds.").documents
    assert blocks(document)[1:] == [
        (Field.BIO, "Ann Lee covers courts."),
        (Field.BIO, "She lives in Leeds."),
    ]


def test_an_alias_is_one_text():
    (document,) = front("title: &t Mayor quits\ndescription: *t").documents
    assert blocks(document) == [(Field.HEADLINE, "Mayor quits"), (None, "Body.")]


def test_suppressions_of_the_whole_article():
    (document,) = front("newslint: {disable: [core/a, desk/b]}").documents
    assert [(each.rules, each.span.of(document.source)) for each in document.directives] == [
        (("core/a",), "core/a"),
        (("desk/b",), "desk/b"),
    ]
    assert all(each.whole and each.action == "disable" for each in document.directives)


@pytest.mark.parametrize(
    ("yaml", "problem"),
    [
        (
            "title: One: two",
            "a.md:2:11: error: the front matter is not valid YAML: mapping values are not allowed",
        ),
        ("newslint: off", "a.md:2:11: error: 'newslint' must hold a mapping"),
        (
            "newslint: {disabel: [a]}",
            "a.md:2:12: error: unknown key 'disabel' in 'newslint' (did you mean 'disable'?)",
        ),
        ("newslint: {disable: [[a]]}", "a.md:2:22: error: 'disable' must list rules by their id"),
    ],
)
def test_bad_front_matter_is_a_problem_and_the_body_is_read(yaml: str, problem: str):
    file = front(yaml)
    assert str(file.problems[0]).startswith(problem)
    assert blocks(file.documents[0])[-1] == (None, "Body.")


def test_front_matter_that_is_not_closed():
    file = read(b"---\ntitle: x\n\nBody.\n", "a.md")
    assert str(file.problems[0]) == (
        "a.md:1:1: error: the front matter is not closed (end it with a line of three hyphens)"
    )


def test_toml_is_named():
    file = read(b'+++\ntitle = "x"\n+++\nBody.\n', "a.md")
    assert "TOML" in str(file.problems[0])
    assert file.documents[0].text == "Body."


def test_a_rule_between_paragraphs_is_no_front_matter():
    document = article("---\nSome words\n---\nMore.\n")
    assert [words for _, words in blocks(document)] == ["Some words", "More."]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("transcripts: talk.txt", "talk.txt"),
        ("transcripts:\n- talk, part 1.txt\n- ../b.html", "talk, part 1.txt\n../b.html"),
        ("Transcripts: ['a: b.txt']", "a: b.txt"),
        ("transcript: talk.txt", "talk.txt"),
        ("transcript: a.txt\ntranscripts: [b.txt]", "a.txt\nb.txt"),
        ("transcripts:", None),
        ("transcripts: []", None),
    ],
)
def test_transcripts_keep_their_exact_paths(written: str, named: str | None):
    file = front(written)
    assert file.documents[0].metadata.get("transcripts") == named
    assert file.problems == ()


@pytest.mark.parametrize("wrong", ["{talk: a.txt}", "[[a.txt]]", "[~]", "['']", '"a\\nb.txt"'])
def test_what_is_no_transcript_is_a_problem(wrong: str):
    file = front(f"slug: pier\ntranscripts: {wrong}")
    (problem,) = file.problems
    assert (problem.message, problem.line) == ("'transcripts' must list files", 3)
    assert problem.hint == "write: transcripts: [interview.txt, release.html]"
    assert file.documents[0].metadata == {"slug": "pier"}
