from __future__ import annotations

import pytest

from newslint.document import BlockKind, Document, Field
from newslint.errors import NewslintError
from newslint.readers import read
from newslint.span import Span


def article(text: str) -> Document:
    return read(text.encode(), "a.md").documents[0]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(each.kind.value, each.span.of(document.text)) for each in document.blocks]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.offsets.source(Span(start, start + len(words))).of(document.source)


def editable(document: Document, words: str) -> bool:
    start = document.text.index(words)
    span = document.offsets.literal(Span(start, start + len(words)))
    return span is not None and span.of(document.source) == words


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("A *very* **bold** ***mixed*** __word__ ~~gone~~.", "A very bold mixed word gone."),
        (r"2\*3 and a\\b", r"2*3 and a\b"),
        ("caf&eacute; &amp; &#233; &nosuch;", "café & é &nosuch;"),
        ("see [the *whole* list](http://x.org 'title'), please", "see the whole list, please"),
        ("see [the list][1].\n\n[1]: http://x.org", "see the list."),
        ("2 * 3 ** 4 _ 5 ~~~~~ 6", "2 * 3 ** 4 _ 5 ~~~~~ 6"),
        ("one\n   two  \nthree\\\nfour", "one\ntwo\nthree\nfour"),
        ("line<br>break <b>bold</b>", "line\nbreak bold"),
        ("she said <q>no</q>", "she said “no”"),
        ("a <!-- note --> b", "a b"),
        ("<https://x.org/a> end", "https://x.org/a end"),
        ("unclosed `tick and [bracket", "unclosed `tick and [bracket"),
    ],
)
def test_inline_markup_is_read_as_a_reader_reads_it(markdown: str, text: str):
    document = article(markdown)
    assert document.text == text
    assert [block.span for block in document.blocks] == [Span(0, len(text))]


def test_words_map_to_their_characters():
    document = article("> Caf&eacute; **owners** \\*say\\* [no\nway](http://x.org) `x y` ~~out~~\n")
    assert document.text == "Café owners *say* no\nway x y out"
    for words in ("Caf", "owners", "say", "no", "way", "x y", "out"):
        assert editable(document, words)
    assert source_of(document, "é") == "&eacute;"
    assert source_of(document, "*say*") == "\\*say\\*"
    assert not editable(document, "Café")
    assert source_of(document, "owners *") == "owners** \\*"


def test_blocks_by_kind():
    document = article(
        "# Head #\n\nSub\n---\n\nPara\n\n> Quote\n> > - deep\n\n- One\n  more\n\n  1. Two\n"
    )
    assert kinds(document) == [
        ("heading", "Head"),
        ("heading", "Sub"),
        ("paragraph", "Para"),
        ("quote", "Quote"),
        ("quote", "deep"),
        ("list item", "One\nmore"),
        ("list item", "Two"),
    ]
    assert [block.level for block in document.blocks][:3] == [1, 2, 0]
    for words in ("Head", "Sub", "Para", "Quote", "deep", "more", "Two"):
        assert editable(document, words)


def test_a_heading_of_hashes():
    document = article("# # #\n\n## C# ##\n")
    start = document.text.index("C#")
    assert document.offsets.literal(Span(0, 1)) == Span(2, 3)
    assert document.offsets.literal(Span(start, start + 2)) == Span(10, 12)


@pytest.mark.parametrize("prefix", ["", "> ", "- "])
def test_table_cells(prefix: str):
    later = prefix if prefix != "- " else "  "
    lines = ["| a \\| b | `c` |", "|---|---|", "| one |  | x |", "two | two"]
    document = article(
        "\n".join((prefix if not n else later) + each for n, each in enumerate(lines))
    )
    cells = [words for _, words in kinds(document)]
    assert cells == ["a | b", "c", "one", "two", "two"]
    assert source_of(document, "a | b") == "a \\| b"
    spans = [document.offsets.literal(block.span) for block in document.blocks]
    source = document.source
    assert [span and span.start for span in spans[1:]] == [
        source.index("c`"),
        source.index("one"),
        source.index("two"),
        source.rindex("two"),
    ]


def test_code_is_masked():
    document = article("Run `a b` now.\n\n```py\nx = 1\n\ny\n```\n\n    z\n")
    assert kinds(document)[1:] == [("code", "x = 1\n\ny"), ("code", "z")]
    assert [span.of(document.text) for span in document.masked] == ["a b", "x = 1\n\ny", "z"]
    assert editable(document, "y")


def test_shortcodes_are_masked():
    document = article('{{< video id="a" >}}\n\nWords {% raw %} here {{ x }}.\n')
    assert kinds(document)[0] == ("code", '{{< video id="a" >}}')
    assert [span.of(document.text) for span in document.masked] == [
        '{{< video id="a" >}}',
        "{% raw %}",
        "{{ x }}",
    ]


def test_captions():
    document = article(
        '![A man](a.png "Photo: \\"Ann\\"")\n\n![](b.png)\n*Two men walk.*\n\n'
        "![Three](c.png)\n\n*Three men.*\n\n*Not a caption.*\n\nText ![four](d.png) goes on.\n"
    )
    assert [
        (block.span.of(document.text), block.field is Field.CAPTION) for block in document.blocks
    ] == [
        ("A man", True),
        ('Photo: "Ann"', True),
        ("Two men walk.", True),
        ("Three", True),
        ("Three men.", True),
        ("Not a caption.", False),
        ("Text  goes on.", False),
        ("four", True),
    ]
    assert source_of(document, 'Photo: "Ann"') == 'Photo: \\"Ann\\"'


def test_raw_html():
    document = article(
        '<figure>\n<img src="a" alt="Dog &amp; man">\n<figcaption>A <b>dog</b>.</figcaption>\n'
        "</figure>\n\n<div>Caf&eacute;\n<p>Two</div>\n\n<script>\nvar a = 'no';\n\n</script>\n"
        "\n<blockquote>\n\nSaid.\n\n</blockquote>\n"
    )
    assert kinds(document) == [
        ("caption", "Dog & man"),
        ("caption", "A dog."),
        ("paragraph", "Café"),
        ("paragraph", "Two"),
        ("quote", "Said."),
    ]
    assert source_of(document, "Dog & man") == "Dog &amp; man"
    assert editable(document, "dog")


def test_footnotes_stay_in_their_place():
    document = article("One[^a].\n\n[^a]: The *note*\n    goes on.\n\nTwo.\n")
    assert kinds(document) == [
        ("paragraph", "One."),
        ("paragraph", "The note\ngoes on."),
        ("paragraph", "Two."),
    ]
    assert editable(document, "goes on")


def test_suppressions():
    text = (
        "One.\n\n<!-- newslint-disable core/a, desk/b -- the mayor's own words -->\n"
        "Two <!-- newslint-disable-next core/c --> three.\n\n<!-- newslint-enable -->\nFour."
    )
    document = article(text)
    assert document.text == "One.\n\nTwo three.\n\nFour."
    assert [(each.action, each.rules, each.reason) for each in document.directives] == [
        ("disable", ("core/a", "desk/b"), "the mayor's own words"),
        ("disable-next", ("core/c",), ""),
        ("enable", (), ""),
    ]
    assert [each.position for each in document.directives] == [4, 10, 16]
    assert document.directives[1].span.of(text) == "<!-- newslint-disable-next core/c -->"


def test_a_misspelt_suppression_is_a_problem():
    file = read(b"One.\n\nTwo <!-- newslint-disabel core/a --> x\n", "a.md")
    assert str(file.problems[0]) == (
        "a.md:3:5: error: unknown comment 'newslint-disabel': did you mean 'newslint-disable'?"
    )


def test_windows_line_ends():
    unix = "# Head\n\nOne\ntwo\n\n> three\n> four\n"
    document, other = article(unix.replace("\n", "\r\n")), article(unix)
    assert document.text == other.text == "Head\n\nOne\ntwo\n\nthree\nfour"
    assert editable(document, "two")
    assert source_of(document, "three\nfour") == "three\r\n> four"
    assert editable(other, "One\ntwo")
    assert not editable(document, "One\ntwo")


def test_a_file_without_words_is_refused():
    with pytest.raises(NewslintError, match="holds no words"):
        read(b"<!-- nothing -->\n", "a.md")


def test_kind_of_a_value():
    document = article("---\ntitle: x\n---\nBody")
    assert [block.kind for block in document.blocks] == [BlockKind.VALUE, BlockKind.PARAGRAPH]
