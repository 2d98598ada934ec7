from newslint.authoring.marks import read_marks, underline
from newslint.span import Span


def test_spans_and_related_places_are_taken_out():
    marked = read_marks("The [[1: Kestrel]] flew; a [[kestrel]] fell.")
    assert marked.text == "The Kestrel flew; a kestrel fell."
    assert marked.spans == (Span(20, 27),)
    assert marked.related == (Span(4, 11),)
    assert not marked.problem


def test_marks_may_be_nested():
    marked = read_marks("[[1: [[Mr [[Moss]]]]]] left")
    assert marked.text == "Mr Moss left"
    assert marked.spans == (Span(0, 7), Span(3, 7))
    assert marked.related == (Span(0, 7),)


def test_unbalanced_marks_are_a_problem():
    assert read_marks("a [[b").problem == "'[[' opens a mark that is never closed"
    assert read_marks("a b]]").problem == "']]' closes a mark that was never opened"


def test_only_marked_lines_are_shown_with_carets():
    text = "One line.\nThe the end.\nLast."
    assert underline(text, [Span(10, 17)]) == ["The the end.", "^^^^^^^"]


def test_an_empty_span_is_one_caret():
    assert underline("ab", [Span(2, 2)]) == ["ab", "  ^"]
