"""One quotation given twice, and not in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.quotes import Quotation, QuoteKind, quotes
from newslint.annotate.speaking import speakers
from newslint.annotate.structure import structure
from newslint.annotate.wording import Wording, aligned, differences, occurrence, told_apart, wording
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record

_PLAIN = str.maketrans({"’": "'", **dict.fromkeys('.,;:!?“”"()…')})
_MOST = 200  # quotations compared; an article has a tenth of it
_RUN = 3  # words in a row that two quotations share if they are one,
_SHARED = 4  # and in which part of all such runs of the shorter one: a quarter


class Parameters(Record):
    """When two quotations are one."""

    words: Annotated[int, "The fewest words of a quotation that is compared."] = 6
    similarity: Annotated[int, "From how many percent on two quotations count as one."] = 92
    other_speaker: Annotated[str, "Message for the same words given to another speaker."] = (
        "“{found}” is said by {speaker} here and by {other} before."
    )


class _Said(Record):
    quotation: Quotation
    plain: tuple[str, ...]  # the words in small letters, for a first look


class QuotationVariants(DocumentCheck[Parameters]):
    """Report a quotation that repeats an earlier one in other words or for another speaker."""

    kind = "quotation-variants"
    parameters_type = Parameters
    placeholders = frozenset({"found", "difference", "speaker", "other"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare each quotation of the story with those before it that share words with it."""
        said = _said(document, self.parameters.words)
        for earlier, later in _pairs(said):
            hit = self._compared(document, earlier, later)
            if hit is not None:
                yield hit

    def _compared(self, document: Document, earlier: _Said, later: _Said) -> Hit | None:
        first, second = (_worded(each, document) for each in (earlier, later))
        short, long = sorted((first, second), key=lambda each: len(each.words))
        if occurrence(short, long) is not None:
            return self._misattributed(document, earlier, later)
        match = aligned(short, long)
        if match is None or match.score < self.parameters.similarity:
            return None
        apart = differences(short.words, match.other.words)
        if not apart or any(_at_gap(short, each.first) for each in apart):
            return None
        if document.layer(speakers).differ(earlier.quotation, later.quotation):
            return None
        here, there = (short, match.other) if short is second else (match.other, short)
        values = {
            "found": here.span(0, len(here.words)).of(document.text),
            "difference": told_apart(document.text, here, there, document.text),
        }
        place = there.span(0, len(there.words))
        related = (Related(place, "the same words quoted before"),)
        return Hit(here.span(0, len(here.words)), values, related=related)

    def _misattributed(self, document: Document, earlier: _Said, later: _Said) -> Hit | None:
        who = document.layer(speakers)
        if not who.differ(earlier.quotation, later.quotation):
            return None
        values = {
            "found": later.quotation.parts[0].of(document.text).strip(" ,."),
            "speaker": who.name(later.quotation),
            "other": who.name(earlier.quotation),
        }
        related = (Related(earlier.quotation.span, "the same words before"),)
        message = self.parameters.other_speaker
        return Hit(later.quotation.span, values, related=related, message=message)


def _pairs(said: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield (earlier, later) for quotations that share many runs of words, each later one once."""
    seen: dict[tuple[str, ...], int] = {}
    for number, later in enumerate(said):
        words = later.plain
        runs = [words[at : at + _RUN] for at in range(len(words) - _RUN + 1)]
        shared = Counter(seen[run] for run in runs if run in seen)
        for other, count in shared.most_common(1):
            fewer = min(len(words), len(said[other].plain)) - _RUN + 1
            if count * _SHARED >= fewer:
                yield said[other], later
        for run in runs:
            seen.setdefault(run, number)


def _said(document: Document, least: int) -> list[_Said]:
    parts = document.layer(structure)
    said: list[_Said] = []
    for quotation in document.layer(quotes).outer[:_MOST]:
        segment = parts.at(quotation.span.start)
        if segment is None or segment.field not in (Field.BODY, Field.CAPTION):
            continue
        if quotation.kind is QuoteKind.TITLE or not quotation.closed:
            continue
        spoken = " ".join(part.of(document.text) for part in quotation.parts)
        words = tuple(spoken.lower().translate(_PLAIN).split())
        if len(words) >= least:
            said.append(_Said(quotation, words))
    return said


def _worded(said: _Said, document: Document) -> Wording:
    return wording(document.text, said.quotation.parts)


def _at_gap(words: Wording, number: int) -> bool:
    return number in words.gaps or number + 1 in words.gaps
