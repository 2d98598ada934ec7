"""Lists whose items end or begin in two ways, in every format that holds lists."""

from __future__ import annotations

import re
from html import escape

import pytest

from newslint.checks.base import Hit
from newslint.checks.list_consistency import ListConsistency, Parameters
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Edit, Severity
from newslint.readers import read
from newslint.span import Span
from tests.word_files import docx, odt, paragraph

LEAD = "The harbour office has set out what it wants by the spring of next year:"
AFTER = "Nobody has said what that will cost."


def markdown(items: list[str]) -> bytes:
    lines = "\n".join(f"- {item}" for item in items)
    return f"{LEAD}\n\n{lines}\n\n{AFTER}\n".encode()


def numbered_markdown(items: list[str]) -> bytes:
    lines = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    return f"{LEAD}\n\n{lines}\n\n{AFTER}\n".encode()


def html(items: list[str]) -> bytes:
    lines = "".join(f"<li>{escape(item, quote=False)}</li>" for item in items)
    return f"<article><p>{LEAD}</p><ul>{lines}</ul><p>{AFTER}</p></article>".encode()


def text(items: list[str]) -> bytes:
    return "\n\n".join([LEAD, *(f"• {item}" for item in items), AFTER]).encode()


def numbered_text(items: list[str]) -> bytes:
    lines = [f"({number}) {item}" for number, item in enumerate(items, 1)]
    return "\n".join([LEAD, *lines, AFTER]).encode()


def word(items: list[str]) -> bytes:
    numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    lines = [paragraph(escape(item, quote=False), more=numbering) for item in items]
    return docx(paragraph(LEAD), *lines)


def opendocument(items: list[str]) -> bytes:
    lines = "".join(
        f"<text:list-item><text:p>{escape(item, quote=False)}</text:p></text:list-item>"
        for item in items
    )
    return odt(f"<text:p>{LEAD}</text:p><text:list>{lines}</text:list><text:p>{AFTER}</text:p>")


FORMATS = {
    "a.md": markdown,
    "b.md": numbered_markdown,
    "a.html": html,
    "a.txt": text,
    "b.txt": numbered_text,
    "a.docx": word,
    "a.odt": opendocument,
}

# [[ ]] marks what must be found. American and British copy, as writers leave it.
ENDS = [
    ["New nets for the fleet.", "A crane for the [[quay]]", "Two tugs.", "Paint for the light."],
    ["nets for the fleet;", "a crane for the quay[[,]]", "two tugs;", "a new light; and", "paint."],
    ["nets for the fleet,", "a crane for the quay[[;]]", "two tugs,", "paint, and", "a new light."],
    ["nets for the fleet", "a crane for the quay[[.]]", "two tugs", "paint for the light"],
    ["Nets for the fleet", "A crane for the quay[[;]]", "Two tugs", "Paint for the light"],
    ["The nets are old.", "The crane is [[broken]]", "The tugs leak."],
    ["Colour the buoys.", "Organise a rota.", "Grey the [[hull]]", "Labour by day.", "Rest."],
    ["Close the north [[gate]]", "Open the south gate.", "Sweep the yard.", "Feed the gulls."],
    ["Close the gate.", "Sweep the yard.", "Feed the gulls.", "Lock the [[office]]"],
    ["close the gate;", "sweep the [[yard]]", "feed the gulls;", "lock the office."],
    ["nets for 40% of the fleet.", "ropes for [[70%]]", "sails for the rest.", "paint for all."],
    ["“Close the gate,” she said.", "Sweep the [[yard]]", "Feed the gulls.", "Lock up at six."],
    ["Nets (of nylon).", "Ropes (of [[hemp)]]", "Sails (of cotton).", "Paint (any kind)."],
    ["nets and ropes, which will be new[[,]]", "a crane", "two tugs", "paint", "a bell", "a boat"],
    ["Nets. They are old.", "Ropes. They are [[older]]", "Sails. They are new.", "Oars. All lost."],
]
CAPITALS = [
    ["close the gate", "[[Sweep]] the yard", "feed the gulls", "lock the office"],
    ["Close the gate", "[[sweep]] the yard", "Feed the gulls", "Lock the office"],
    ["[[close]] the gate", "Sweep the yard", "Feed the gulls", "Lock the office"],
    ["close the gate", "sweep the yard", "feed the gulls", "[[Lock]] the office"],
    ["nets for the fleet", "[[A]] crane", "two tugs", "paint for the light"],
    ["Nets for the fleet", "[[a]] crane", "Two tugs", "Paint for the light"],
    ["organise a rota", "[[Colour]] the buoys", "mend the harbour wall"],
    ["Organize a roster", "[[color]] the buoys", "Mend the harbor wall"],
    ["the old crane", "[[The]] older tugs", "the oldest nets", "the ropes", "the oars"],
    ["NATO is to pay", "[[new]] nets", "Old ropes mended", "Sails for the fleet", "Oars"],
    ["Lowick Council will pay", "[[Nets]] for all", "ropes for some", "sails for a few", "oars"],
    ["Where to fish", "[[when]] to fish", "How to fish", "Why people fish"],
]
QUIET = [
    ["nets for the fleet;", "a crane for the quay; and", "two tugs."],
    ["nets for the fleet,", "a crane for the quay and", "two tugs."],
    ["nets for the fleet", "a crane for the quay", "two tugs."],
    ["Nets", "Ropes. They are old and must be replaced.", "Sails", "Oars"],
    ["Who pays?", "What is the crane for?", "The tugs leak", "When does the fleet sail?"],
    ["Harbour Stores Ltd.", "Lowick Rope Works", "Tarn & Sons Inc.", "Sail Loft"],
    ["Nets. Tugs: see https://example.org/tugs", "Ropes are old.", "Sails are new.", "Oars rot."],
    ["“The nets are old.” — Ann Lee", "The ropes rot.", "The sails tear.", "The oars break."],
    ["Norway", "the Netherlands", "Sweden", "Denmark"],
    ["the mayor", "Ann Lee", "the clerk", "the bosun"],
    ["iPhone users", "People with boats", "Owners of tugs", "Members of the club"],
    ["nets for the fleet", "Harbour Trust boats", "ropes", "NATO tugs"],
    ["Nets.", "ropes"],
]


def document(name: str, items: list[str]) -> Document:
    (found,) = read(FORMATS[name](items), name).documents
    return found


def hits(by: str, found: Document) -> list[Hit]:
    check = ListConsistency(Parameters(by))  # type: ignore[arg-type]
    return list(check.hits(found, Context()))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("by", "items"), [("ends", each) for each in ENDS] + [("capitals", each) for each in CAPITALS]
)
def test_the_odd_item_is_found(name: str, by: str, items: list[str]):
    plain = [re.sub(r"\[\[(.*?)\]\]", r"\1", item) for item in items]
    found = document(name, plain)
    (marked,) = [(at, match) for at, item in enumerate(items) if (match := MARKED.search(item))]
    at, match = marked
    start = found.text.index(plain[at]) + match.start()
    assert [hit.span for hit in hits(by, found)] == [Span(start, start + len(match[1]))]


MARKED = re.compile(r"\[\[(.*?)\]\]")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("items", QUIET)
def test_what_must_be_so_is_left_alone(name: str, items: list[str]):
    found = document(name, items)
    assert hits("ends", found) == []
    assert hits("capitals", found) == []


def test_what_is_said_of_an_end():
    found = document("a.md", ["Mend the nets.", "Oil the crane", "Paint tugs.", "Rest well."])
    (hit,) = hits("ends", found)
    end = found.text.index(" crane") + len(" crane")
    assert hit.values == {
        "found": "crane",
        "form": "without a mark",
        "usual": "with a full stop",
        "count": "3",
        "total": "4",
    }
    assert hit.edits == (Edit(Span(end, end), "."),)
    (related,) = hit.related
    assert related.message == "an item with a full stop"
    assert related.span == Span(found.text.index(".\n"), found.text.index(".\n") + 1)
    assert hit.severity is None


def test_two_against_one_is_worth_a_look():
    (hit,) = hits("ends", document("a.md", ["Mend the nets.", "Oil the crane", "Rest well."]))
    assert hit.severity is Severity.SUGGESTION


def test_an_equal_number_of_both_proves_nothing():
    found = document("a.md", ["Mend the nets.", "Oil the crane", "Paint the tug", "Rest well."])
    assert hits("ends", found) == []


def test_the_fix_of_a_capital_is_its_letter():
    found = document("a.txt", ["close the gate", "Sweep the yard", "feed the gulls", "rest"])
    (hit,) = hits("capitals", found)
    assert hit.edits == (Edit(Span(hit.span.start, hit.span.start + 1), "s"),)
    assert hit.values["form"] == "with a capital"
    assert hit.values["usual"] == "in lower case"


def test_a_list_inside_an_item_is_judged_by_itself():
    source = (
        "The works so far, in the order of the budget:\n\n"
        "- Nets and ropes\n  - nylon.\n  - hemp.\n  - cotton.\n- Sails and oars\n- Two tugs\n"
    )
    (found,) = read(source.encode(), "a.md").documents
    assert hits("ends", found) == []


def test_a_name_that_the_article_shows_keeps_its_capital():
    source = (
        "They met the people of Signal on Friday, and others.\n\n"
        "- Signal users\n- owners of boats\n- members of the club\n- children\n"
    )
    (found,) = read(source.encode(), "a.md").documents
    assert hits("capitals", found) == []
