"""Excerpts: safe on a screen, cut around the words, carets under them."""

from __future__ import annotations

import pytest

from newslint.excerpt import columns, excerpt, one_line, visible
from newslint.span import Span


def cut(text: str, words: str, width: int = 40):
    at = text.index(words)
    return excerpt(text, Span(at, at + len(words)), width)


def test_a_short_line_is_shown_whole():
    found = cut("First line\nThe mayor said no.\nLast", "mayor")
    assert found.line == "The mayor said no."
    assert (found.indent, found.length, found.goes_on) == (4, 5, False)


def test_a_long_line_is_cut_at_words_on_both_sides():
    text = "word " * 30 + "the mayor said " + "tail " * 30
    found = cut(text, "mayor")
    assert found.before == "… word word the "
    assert found.marked == "mayor"
    assert found.after == " said tail tail …"
    assert columns(found.line) <= 40


def test_room_that_one_side_does_not_need_goes_to_the_other():
    text = "word " * 30 + "the mayor."
    found = cut(text, "mayor")
    assert found.line == "… word word word word word the mayor."


def test_words_longer_than_the_line_are_cut_at_their_end():
    found = cut("a " + "x" * 100 + " b", "x" * 100)
    assert found.line == "…" + "x" * 38 + "…"
    assert (found.indent, found.length) == (1, 38)


def test_words_that_run_over_a_line_end_are_marked_to_the_end_of_the_first():
    found = cut("He said\r\nno to it", "said\r\nno")
    assert found.line == "He said"
    assert (found.marked, found.goes_on) == ("said", True)


@pytest.mark.parametrize(
    ("before", "indent"),
    [("漢字 ", 5), ("cafe\u0301 ", 5), ("a\tb ", 4), ("👍 ", 3), ("“q” ", 4)],
    ids=["wide", "combining", "tab", "emoji", "quotation marks"],
)
def test_carets_stand_under_the_words(before, indent):
    found = cut(before + "mayor", "mayor")
    assert (found.indent, found.length) == (indent, 5)


def test_wide_words_get_wide_carets():
    assert cut("in 漢字 here", "漢字").length == 4


def test_a_place_without_words_gets_one_caret():
    found = excerpt("The mayor", Span(9, 9), 40)
    assert (found.line, found.indent, found.length) == ("The mayor", 9, 1)


def test_cutting_wide_text_keeps_to_the_width():
    text = "漢" * 60 + " mayor " + "字" * 60
    found = cut(text, "mayor")
    assert "mayor" in found.line
    assert columns(found.line) <= 40


def test_control_and_direction_characters_cannot_reach_the_screen():
    hostile = "a\x1b[31mb\x00\x7f\x9b\u202ec\ud800\u2066"
    assert visible(hostile) == "a␛[31mb␀␡��c��"
    assert len(visible(hostile)) == len(hostile)


def test_one_line_joins_lines():
    assert one_line(" two\n  lines\r\n") == "two lines"
