from __future__ import annotations

import pytest

from newslint.readers import SourceFile, read
from newslint.span import Span
from newslint.writers.marks import Remark, marked


def remarked(text: str, path: str, *words: str) -> str:
    def again(data: bytes) -> SourceFile:
        return read(data, path)

    file = again(text.encode())
    (document,) = file.documents
    remarks = []
    for each in words:
        start = document.text.index(each)
        remarks.append(Remark(document, Span(start, start + len(each)), f"on {each[:3]}"))
    data = marked(file, path, remarks, again)
    assert again(data).documents[0].text == document.text
    return data.decode()


def test_a_page_is_marked_on_the_words():
    html = '<p title="ten years">The mayor had <b>ten</b> years &amp; more.</p>\n'
    assert remarked(html, "a.html", "mayor", "ten years & m") == (
        '<p title="ten years">The <mark title="on may">mayor</mark> had <b><mark title="on ten">'
        'ten</mark></b> <mark title="on ten">years &amp; m</mark>ore.</p>\n'
    )


def test_words_that_overlap_have_one_mark():
    assert remarked("<p>One two three</p>", "a.html", "One two", "two three") == (
        '<p><mark title="on One — on two">One two three</mark></p>'
    )


def test_markdown_is_marked_and_its_front_matter_is_not():
    text = "---\ntitle: Mayor quits\n---\n> The **mayor** \\*had\\*\n> ten.\n"
    assert remarked(text, "a.md", "Mayor quits", "mayor *had*\nten") == (
        '---\ntitle: Mayor quits\n---\n> The **<mark title="on may">mayor</mark>** '
        '<mark title="on may">\\*had\\*</mark>\n> <mark title="on may">ten</mark>.\n'
        "<!-- “Mayor quits”: on May -->\n"
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_nothing_else_changes(ending: str):
    html = f"<P  class=x>One &eacute;{ending}</P>{ending}"
    changed = remarked(html, "a.html", "One")
    assert changed.replace('<mark title="on One">', "").replace("</mark>", "") == html
