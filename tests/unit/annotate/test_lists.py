"""Lists, told by their format or by the signs before their items."""

from __future__ import annotations

import pytest

from newslint.annotate.lists import vertical_lists
from newslint.document import Document
from newslint.readers import read
from tests.word_files import docx, odt, paragraph

STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="paragraph" w:styleId="Aufz"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Aufz2"><w:name w:val="List Bullet 2"/></w:style>'
    "</w:styles>"
)


def written(text: str) -> list[list[str]]:
    return listed(Document.from_text(text))


def listed(document: Document) -> list[list[str]]:
    found = document.layer(vertical_lists)
    return [
        [document.text[each.first.start : each.last.end] for each in one.items] for one in found
    ]


def of(data: bytes, name: str) -> Document:
    (document,) = read(data, name).documents
    return document


def numbered(words: str, number: int = 1, level: int | None = None) -> str:
    depth = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    return paragraph(words, more=f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize("sign", ["-", "*", "•", "–", "▪"])
def test_signs_of_one_kind_make_a_list(sign: str):
    text = f"They want:\n\n{sign} nets\n\n{sign} ropes\n\nThat is all.\n\n{sign} sails"
    assert written(text) == [["nets", "ropes"], ["sails"]]


def test_numbers_and_letters_count():
    assert written("1. nets\n\n2. ropes\n\n4. sails") == [["nets", "ropes"], ["sails"]]
    assert written("(a) nets\n\n(b) ropes\n\nc) sails") == [["nets", "ropes"], ["sails"]]
    assert written("1.5 million came\n\n2.5 million left\n\nIn 2019 nobody came") == []


def test_another_sign_begins_another_list():
    assert written("- nets\n\n- ropes\n\n* sails") == [["nets", "ropes"], ["sails"]]


def test_an_item_may_be_wrapped():
    line = "which the office has wanted to have for some years now and has asked for"
    text = "\n".join([f"The office wants new things {line[:40]}:", f"- nets {line}", line, line])
    document = Document.from_text(f"{text}\n- ropes {line}\n{line}")
    assert len(document.blocks) == 1
    (found,) = listed(document)
    assert found == [f"nets {line}\n{line}\n{line}", f"ropes {line}\n{line}"]


def test_the_paragraph_before_leads_in():
    document = Document.from_text("They want\n\n- nets\n\n- ropes")
    (found,) = document.layer(vertical_lists)
    assert found.lead is not None
    assert found.lead.of(document.text) == "They want"


def test_markdown_numbers_its_lists():
    source = "They want:\n\n* nets;\n* ropes\n  - hemp\n\n    or nylon\n* sails\n\nAnd\n\n1. oars\n"
    document = of(source.encode(), "a.md")
    assert [block.item for block in document.blocks] == [
        None, (1, 1), (1, 2), (2, 1), (2, 1), (1, 3), None, (3, 1),
    ]  # fmt: skip
    nets, ropes, sails = document.layer(vertical_lists)[0].items
    assert [nets.nests, ropes.nests, sails.nests] == [False, True, False]
    assert listed(document)[1:] == [["hemp\n\nor nylon"], ["oars"]]


def test_raw_html_in_markdown_has_lists_too():
    document = of(b"They want:\n\n<ul>\n<li>nets</li>\n<li>ropes</li>\n</ul>\n\n- oars\n", "a.md")
    assert listed(document) == [["nets", "ropes"], ["oars"]]


def test_html_lists_may_be_nested_and_unclosed():
    source = (
        b"<article><p>They want a great deal from us:</p><ul><li>nets<ol><li>nylon<li>hemp</ol>"
        b"of both kinds</li><li><p>ropes</p><p>and sails</p></li></ul></article>"
    )
    document = of(source, "a.html")
    assert [block.item for block in document.blocks] == [
        None, (1, 1), (2, 1), (2, 2), (1, 1), (1, 2), (1, 2),
    ]  # fmt: skip
    assert [item.nests for item in document.layer(vertical_lists)[0].items] == [True, False]


def test_word_tells_items_by_numbering_and_by_style():
    document = of(
        docx(
            paragraph("They want"),
            numbered("nets"),
            numbered("ropes", level=0),
            numbered("hemp", level=1),
            numbered("sails"),
            paragraph("and"),
            numbered("oars", number=0),
            paragraph("tugs", style="Aufz"),
            paragraph("boats", style="Aufz2"),
            styles=STYLES,
        ),
        "a.docx",
    )
    assert [block.item for block in document.blocks] == [
        None, (1, 1), (1, 2), (2, 1), (1, 3), None, None, (3, 1), (4, 1),
    ]  # fmt: skip


def test_opendocument_tells_items():
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('hemp', '')}</text:list>"
    lists = f"<text:list>{item.format('ropes', inner)}{item.format('sails', '')}</text:list>"
    document = of(odt(f"<text:p>They want</text:p>{lists}<text:p>soon</text:p>"), "a.odt")
    assert [block.item for block in document.blocks] == [None, (1, 1), (2, 1), (1, 2), None]


def test_copy_without_lists_is_not_searched():
    document = Document.from_text(
        "The fleet sailed - at last - on Friday.\n\nIt was 1.5 miles out."
    )
    assert not document.may_hold_lists
    assert document.layer(vertical_lists) == ()
