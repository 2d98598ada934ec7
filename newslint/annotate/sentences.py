"""Where sentences begin and end."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newslint.document import Document
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex

# Abbreviations that are followed by a capital without ending a sentence.
_ABBREVIATIONS = frozenset(
    "adm. al. assn. assoc. ave. blvd. brig. bros. capt. cf. cmdr. co. col. corp. cpl. dept. "
    "det. dist. dr. e.g. esq. etc. fig. fr. ft. gen. gov. hon. i.e. inc. insp. jr. lt. ltd. "
    "maj. messrs. mr. mrs. ms. mt. no. nos. op. p. pp. pfc. ph.d. prof. pvt. rep. reps. rev. "
    "rt. sen. sens. sgt. sr. st. ste. supt. vs. v. viz. vol. jan. feb. mar. apr. jun. jul. aug. "
    "sep. sept. oct. nov. dec. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. "
    "ky. la. mass. md. mich. minn. miss. mo. mont. n.c. n.d. n.h. n.j. n.m. n.y. neb. nev. "
    "okla. ore. pa. r.i. s.c. s.d. tenn. tex. va. vt. w.va. wash. wis. wyo. u.n. u.k. u.s.".split()
)
# Of these, a sentence may well end with them; the next word decides.
_MAY_END = frozenset("co. corp. etc. inc. jr. ltd. sr. u.k. u.n. u.s. a.m. p.m. d.c.".split())
_STARTERS = frozenset(
    "a an after although and as at because before but by despite during for from he her his how if "
    "in it its many most my no on our she so some that the their then there these they this those "
    "to under we what when where while who why with yet you".split()
)

_END = compiled(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)")
_WORD_BEFORE = compiled(r"\S+$")
_NEXT = compiled(r"\s+([\"'“‘«(\[]*)(\w*)")
_INITIAL = compiled(r"(?:^|[\s(\"“])(?:[^\W\d_]\.)+$")


class Sentences:
    """A document's sentences in order; none crosses a block."""

    __slots__ = ("_starts", "spans")

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]

    def at(self, offset: int) -> Span | None:
        """Return the sentence that `offset` stands in."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.spans[index].end:
            return None
        return self.spans[index]


def sentences(document: Document) -> Sentences:
    """Split every block into sentences."""
    spans = []
    for block in document.blocks:
        start = block.span.start
        for match in _END.finditer(document.text, block.span.start, block.span.end):
            if _ends_sentence(document.text, start, match):
                spans.append(Span(start, match.end()))
                start = match.end()
                while start < block.span.end and document.text[start].isspace():
                    start += 1
        if start < block.span.end:
            spans.append(Span(start, block.span.end))
    return Sentences(spans)


def _ends_sentence(text: str, start: int, match: regex.Match[str]) -> bool:
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    opening, word = following.groups()
    if not opening and (not word or word[0].islower()):
        return False
    if word[:1].islower() and not match.group().strip("\"'”’»)]").endswith(("!", "?")):
        return False
    if match.group()[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - 20), match.start() + 1)
    last = before.group().lstrip("\"'“‘(").lower() if before else ""
    if last in _MAY_END:
        return word.lower() in _STARTERS or bool(opening)
    if last in _ABBREVIATIONS:
        return False
    return not _INITIAL.search(text, max(start, match.start() - 8), match.start() + 1)


_MARKS = 6  # quotation marks and bullets that a sentence may open with


def opens_sentence(offset: int, document: Document) -> bool:
    """Tell whether nothing but marks and bullets stands before `offset` in its sentence."""
    sentence = document.layer(sentences).at(offset)
    if sentence is None:
        return True
    if offset - sentence.start > _MARKS:
        return False
    return not document.text[sentence.start : offset].strip(" \"“‘'([-–—•*")
