"""The words that stand beside a number: what tells whether two numbers are of one thing."""

from __future__ import annotations

from newslint.annotate.quantities import Quantity
from newslint.document import Document
from newslint.regexes import compiled

_WORD = compiled(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "that this with from have been were will would could about more than their they them there "
    "which when what while also said says some such into over after before under between against "
    "million billion trillion thousand hundred dollars dollar percent year years month months week "
    "weeks just only most much many other first last next least almost nearly around roughly "
    "according because since during through where whose being both each every even still very "
    "then now today still those these only make made take took according told added".split()
)
_STOP = compiled(r"[.;!?][ ”\"']|: ")
_STEM = 5
_BESIDE = 70


def company(quantity: Quantity, document: Document) -> frozenset[str]:
    """Return the stems of the content words within a line of a number, in its own clause.

    A stem is a word's first five letters in lower case, so that "donated" meets "donation".
    """
    block = document.blocks[quantity.block].span
    text = document.folded
    before = text[max(block.start, quantity.span.start - _BESIDE) : quantity.span.start]
    before = _STOP.split(before)[-1]
    after = text[quantity.span.end : min(block.end, quantity.span.end + _BESIDE)]
    after = _STOP.split(after)[0]
    words = (word.lower() for word in _WORD.findall(f"{before} {after}"))
    return frozenset(word[:_STEM] for word in words if word not in _COMMON)
