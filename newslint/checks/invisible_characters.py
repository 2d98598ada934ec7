"""Characters that nobody sees and every search stumbles over."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Edit
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """The check needs none."""


class InvisibleCharacters(DocumentCheck[Parameters]):
    """Report control and format characters at the word they stand in."""

    kind = "invisible-characters"
    parameters_type = Parameters
    placeholders = frozenset({"name", "found"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each run of such characters."""
        text = document.text
        if text.isascii() and not _CONTROL.search(text):
            return
        for segment in document.layer(structure).segments:
            for match in _INVISIBLE.finditer(text, *segment.span):
                gap = Span(*match.span())
                if _belongs(text, gap):
                    continue
                span = _around(text, gap, segment.span)
                seen = "".join(_INVISIBLE.sub("", span.of(text)).split())
                values = {"name": _name(match.group()[0]), "found": seen}
                yield Hit(span, values, edits=(Edit(gap, ""),))


_CONTROL = compiled(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INVISIBLE = compiled(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064"
    r"\u2066-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]+",
)
_WORD_BEFORE = compiled(r"\S*$")
_WORD_AFTER = compiled(r"\S*")
# Scripts and signs that joiners and direction marks are made for.
_JOINED = compiled(
    r"[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}\p{Kannada}"
    r"\p{Malayalam}\p{Sinhala}\p{Gujarati}\p{Gurmukhi}\p{Thai}\p{Khmer}\p{Myanmar}"
    r"\p{Extended_Pictographic}\ufe0f]",
)
_NAMES = {"\x00": "a null character", "\x1b": "an escape character", "\ufeff": "a byte order mark"}


def _belongs(text: str, gap: Span) -> bool:
    """Tell whether a neighbour is of a script or an emoji that needs the character."""
    near = text[max(0, gap.start - 3) : gap.start] + text[gap.end : gap.end + 3]
    return _JOINED.search(near) is not None


def _around(text: str, gap: Span, within: Span) -> Span:
    before = _WORD_BEFORE.search(text, max(within.start, gap.start - 40), gap.start)
    after = _WORD_AFTER.match(text, gap.end, within.end)
    return Span(before.start() if before else gap.start, after.end() if after else gap.end)


def _name(character: str) -> str:
    if character in _NAMES:
        return _NAMES[character]
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    if not name:
        return f"a control character ({code})"
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} ({code})"
