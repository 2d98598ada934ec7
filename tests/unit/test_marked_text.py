"""Cutting a text into pieces under marks."""

from __future__ import annotations

import pytest

from newslint.marked_text import Mark, cut, fitted
from newslint.span import Span

BLOCKS = [Span(0, 10), Span(12, 20), Span(22, 30)]


@pytest.mark.parametrize(
    ("span", "fit"),
    [
        (Span(3, 5), (Span(3, 5), 0)),
        (Span(12, 20), (Span(12, 20), 1)),
        (Span(5, 15), (Span(5, 15), 0)),
        (Span(5, 11), (Span(5, 10), 0)),
        (Span(5, 12), (Span(5, 10), 0)),
        (Span(10, 15), (Span(12, 15), 1)),
        (Span(11, 21), (Span(12, 20), 1)),
        (Span(10, 12), (Span(10, 10), 0)),
        (Span(10, 10), (Span(10, 10), 0)),
        (Span(11, 11), (Span(10, 10), 0)),
        (Span(12, 12), (Span(12, 12), 1)),
        (Span(30, 33), (Span(30, 30), 2)),
        (Span(0, 40), (Span(0, 30), 0)),
    ],
)
def test_a_span_is_fitted_to_blocks(span, fit):
    assert fitted(span, BLOCKS) == fit


def test_a_span_before_the_first_block_is_its_start():
    assert fitted(Span(0, 2), [Span(5, 8)]) == (Span(5, 5), 0)


def test_there_must_be_blocks():
    with pytest.raises(ValueError, match="no blocks"):
        fitted(Span(0, 1), [])


def test_overlapping_marks_are_cut_where_they_meet():
    text = "0123456789"
    one, two = Mark(Span(2, 6), 1, 0, "error"), Mark(Span(4, 8), 2, 1, "warning")
    pieces = list(cut(text, Span(0, 10), [], [two, one]))
    assert [(piece.text, piece.marks) for piece in pieces] == [
        ("01", ()),
        ("23", (one,)),
        ("45", (one, two)),
        ("67", (two,)),
        ("89", ()),
    ]
    assert [piece.starts for piece in pieces] == [(), (one,), (two,), (), ()]
    assert [piece.ends for piece in pieces] == [(), (), (one,), (two,), ()]
    assert pieces[2].classes == "m-error m-place"
    assert pieces[2].numbers == "1 2"


def test_borders_cut_too():
    pieces = list(cut("0123456789", Span(2, 8), [0, 5, 9], []))
    assert [(piece.start, piece.text) for piece in pieces] == [(2, "234"), (5, "567")]


def test_points_stand_where_they_are():
    point = Mark(Span(2, 2), 1, 0, "error")
    end = Mark(Span(4, 4), 2, 3, "error")
    pieces = list(cut("0123", Span(0, 4), [], [point, end]))
    assert [(piece.text, piece.marks) for piece in pieces] == [
        ("01", ()),
        ("", (point,)),
        ("23", ()),
        ("", (end,)),
    ]
    assert (point.anchor, end.anchor) == ("m1", "m2-3")
