import pytest

from newslint.annotate.capitals import bears_capital, begins_sentence
from newslint.document import Document
from newslint.span import Span

TEXT = "Teh end. “Teh mayor left,” she said. They met Teh Wei and teh Lord. It was Great."


def span(words, number=0):
    at = -1
    for _ in range(number + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (span("Teh end"), False),
        (span("Teh mayor"), False),
        (span("Teh Wei"), True),
        (span("Teh", 2), True),
        (span("teh"), False),
        (span("teh Lord"), True),
        (span("Great"), True),
    ],
)
def test_a_capital_is_a_words_own_where_no_sentence_begins(place, expected):
    assert bears_capital(place, Document.from_text(TEXT)) is expected


def test_a_sentence_begins_after_opening_marks():
    document = Document.from_text(TEXT)
    assert begins_sentence(0, document)
    assert begins_sentence(TEXT.index("Teh mayor"), document)
    assert not begins_sentence(TEXT.index("mayor"), document)
    assert not begins_sentence(len(TEXT) + 5, document)
