"""A pronoun for a speaker where two people may be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.annotate.attributions import attributions
from newslint.annotate.mentions import Mention, mentions
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_JOINED = compiled(
    r",? (?:and|or|met|meets|joined|joins|faced|faces|beat)(?: (?:[A-Z][\w.]*|his|her))* "
)
_SINGULAR = frozenset(("he", "she"))


class Parameters(Record):
    """Nothing can be set."""


class AmbiguousSpeaker(DocumentCheck[Parameters]):
    """Report he or she beside a quotation after a sentence that names two people."""

    kind = "ambiguous-speaker"
    parameters_type = Parameters
    placeholders = frozenset({"found", "one", "other"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look for the people named in the sentence before each pronoun that speaks."""
        people = document.layer(mentions)
        named = [each for each in people.mentions if not _is_quoted(each, document)]
        seen: set[Span] = set()
        for each in document.layer(attributions).attributions:
            pronoun = each.speaker
            if pronoun is None or pronoun in seen:
                continue
            seen.add(pronoun)
            if pronoun.of(document.text).lower() not in _SINGULAR:
                continue
            pair = _pair(named, pronoun, document)
            if pair is not None:
                values = {
                    "found": pronoun.of(document.text),
                    "one": people.people[pair[0].person].full,
                    "other": people.people[pair[1].person].full,
                }
                related = tuple(Related(one.span, "may be meant") for one in pair)
                yield Hit(pronoun, values, related=related)


def _is_quoted(mention: Mention, document: Document) -> bool:
    return document.layer(quotes).quoted(mention.span)


def _pair(
    named: Sequence[Mention], pronoun: Span, document: Document
) -> tuple[Mention, Mention] | None:
    """Return the two people whom the sentence before the pronoun's names side by side.

    Where one of two is the subject and the other is not, readers take the subject for the speaker;
    so only names that “and” or “or” joins count, or a subject and the one it met or talked to.
    """
    layer = document.layer(sentences)
    own = layer.at(pronoun.start)
    before = layer.at(own.start - 2) if own is not None and own.start > 1 else None
    if own is None or before is None:
        return None
    starts = [each.span.start for each in named]
    found = named[bisect_left(starts, before.start) : bisect_left(starts, pronoun.start)]
    if len(found) != 2 or found[0].person == found[1].person or found[1].span.end > before.end:
        return None
    between = document.text[found[0].span.end : found[1].span.start]
    return (found[0], found[1]) if _JOINED.fullmatch(between) else None
