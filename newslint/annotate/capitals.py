"""Whether a capital belongs to its word or to the word's place."""

from __future__ import annotations

from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.span import Span

_OPENING = "\"'“‘«([ \u00a0"


def bears_capital(span: Span, document: Document) -> bool:
    """Tell whether words hold a capital that no sentence's beginning explains: often a name."""
    first, *others = span.of(document.text).split() or [""]
    if any(word[:1].isupper() for word in others):
        return True
    return first[:1].isupper() and not begins_sentence(span.start, document)


def begins_sentence(offset: int, document: Document) -> bool:
    """Tell whether only opening marks stand between a sentence's beginning and `offset`."""
    sentence = document.layer(sentences).at(offset)
    if sentence is None:
        return False
    return not document.text[sentence.start : offset].strip(_OPENING)
