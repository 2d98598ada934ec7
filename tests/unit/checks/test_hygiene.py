"""Checks of what nobody sees: spaces, invisible characters, broken letters, dashes, line ends."""

from __future__ import annotations

import pytest

from newslint.checks.base import Hit
from newslint.checks.doubled_spaces import DoubledSpaces
from newslint.checks.doubled_spaces import Parameters as SpaceParameters
from newslint.checks.final_newline import FinalNewline
from newslint.checks.final_newline import Parameters as NewlineParameters
from newslint.checks.invisible_characters import InvisibleCharacters
from newslint.checks.invisible_characters import Parameters as InvisibleParameters
from newslint.checks.mixed_dashes import MixedDashes
from newslint.checks.mixed_dashes import Parameters as DashParameters
from newslint.checks.mojibake import repaired
from newslint.context import Context
from newslint.document import Block, Document, TextBuilder
from newslint.finding import Edit
from newslint.linter import may_edit
from newslint.span import Span


def test_doubled_spaces_are_one_finding_with_one_fix() -> None:
    text = "Nobody was  hurt in the  fire."
    hits = list(DoubledSpaces(SpaceParameters()).hits(Document.from_text(text), Context()))
    assert hits == [
        Hit(
            Span(7, 16),
            {"found": "was hurt", "count": "2", "places": "here and in one other place"},
            edits=(Edit(Span(10, 12), " "), Edit(Span(23, 25), " ")),
            related=hits[0].related,
        )
    ]
    assert [each.span.of(text) for each in hits[0].related] == ["the  fire"]


def test_no_break_spaces_count_as_spaces() -> None:
    document = Document.from_text("Nobody was \u00a0hurt.")
    assert len(list(DoubledSpaces(SpaceParameters()).hits(document, Context()))) == 1


@pytest.mark.parametrize("text", ["It was so.  It is.", "Name:  Park", "a  ", "It was so."])
def test_spaces_after_stops_are_left_alone(text: str) -> None:
    document = Document.from_text(text)
    assert list(DoubledSpaces(SpaceParameters()).hits(document, Context())) == []


@pytest.mark.parametrize(
    ("text", "name", "gap"),
    [
        ("the ha\u00adrbour", "a soft hyphen (U+00AD)", Span(6, 7)),
        ("the\ufeff harbour", "a byte order mark", Span(3, 4)),
        ("the \x1bharbour", "an escape character", Span(4, 5)),
        ("the \u0086harbour", "a control character (U+0086)", Span(4, 5)),
        ("the harbour\ue001", "a control character (U+E001)", Span(11, 12)),
    ],
)
def test_invisible_characters_are_named(text: str, name: str, gap: Span) -> None:
    check = InvisibleCharacters(InvisibleParameters())
    (hit,) = check.hits(Document.from_text(text), Context())
    assert hit.values["name"] == name
    assert hit.edits == (Edit(gap, ""),)


def test_joiners_of_scripts_that_need_them_stay() -> None:
    document = Document.from_text("He wrote “می\u200cخواهم” on the wall of the house.")
    assert list(InvisibleCharacters(InvisibleParameters()).hits(document, Context())) == []


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("GuantÃ¡namo", "Guantánamo"),
        ("mayorâ€™s", "mayor’s"),
        ("RaÃƒÂºl", "Raúl"),
        ("Park&amp;Moe", "Park&Moe"),
        ("caf\ufffd", ""),
        ("DÃ", "DÃ"),
    ],
)
def test_broken_letters_are_read_again(broken: str, meant: str) -> None:
    assert repaired(broken) == meant


STORY = "A ferry — the old one — left — late. The fire -- a small one – was out."


def test_the_odd_dashes_are_found_and_the_usual_one_shown() -> None:
    hits = list(MixedDashes(DashParameters()).hits(Document.from_text(STORY), Context()))
    assert [(hit.span.of(STORY), hit.values["usual"]) for hit in hits] == [
        ("--", "an em dash between spaces"),
        ("–", "an em dash between spaces"),
    ]
    assert hits[0].related[0].span == Span(8, 9)


def test_two_kinds_in_equal_use_are_nobodys_slip() -> None:
    text = "A ferry — the old one — left late. The fire – a small one – was out."
    assert list(MixedDashes(DashParameters()).hits(Document.from_text(text), Context())) == []


def final_newline(document: Document) -> list[Hit]:
    return list(FinalNewline(NewlineParameters()).hits(document, Context()))


def test_a_file_without_its_last_line_end() -> None:
    (hit,) = final_newline(Document.from_text("Nobody was hurt."))
    assert (hit.span, hit.edits, hit.absent) == (Span(11, 16), (Edit(Span(16, 16), "\n"),), True)


def test_text_inside_another_format_has_no_last_line_end() -> None:
    source = '{"text": "Nobody was hurt."}'
    builder = TextBuilder()
    builder.literal("Nobody was hurt.", 10)
    text, offsets = builder.build()
    document = Document(text, [Block(Span(0, len(text)))], source=source, offsets=offsets)
    assert final_newline(document) == []


def test_white_space_in_a_quotation_may_be_mended() -> None:
    text = "“Nobody  was hurt,” she  said."
    document = Document.from_text(text)
    assert may_edit(Edit(Span(7, 9), " "), document)
    assert not may_edit(Edit(Span(1, 7), "None"), document)
