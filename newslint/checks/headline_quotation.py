"""Words quoted above the story that nobody says in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated

from newslint.annotate.quote_kinds import has_title_capitals
from newslint.annotate.quotes import Quotation, quotes
from newslint.annotate.structure import Segment, structure
from newslint.annotate.wording import (
    Concordance,
    Match,
    Wording,
    aligned,
    occurrence,
    told_apart,
    wording,
    words_of,
)
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related, Severity
from newslint.record import Record

_STORY = (Field.BODY, Field.CAPTION)
#: How many quotations of the story are compared with one above it; no article has as many.
_MOST_COMPARED = 400


class Parameters(Record):
    """Which quotations are compared, and how alike two must be to be one."""

    words: Annotated[int, "The fewest quoted words that are looked up in the story."] = 3
    similarity: Annotated[int, "From how many percent on two quotations count as one."] = 78
    missing: Annotated[str, "Message where no quotation of the story is like it."] = (
        "“{found}” is quoted in the {field}, but nobody in the story says it."
    )


class HeadlineQuotation(DocumentCheck[Parameters]):
    """Report a quotation in headline, standfirst or pull quote whose words the story lacks."""

    kind = "headline-quotation"
    parameters_type = Parameters
    placeholders = frozenset({"found", "field", "difference"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare each quotation above the story with those in it."""
        above, story = _parted(document)
        if not above or not any(part.field is Field.BODY for part in _story(document)):
            return
        text = document.text
        said = _Story(document, story)
        for quotation, field in above:
            if field is Field.STANDFIRST and has_title_capitals(quotation.parts[0].of(text)):
                continue  # the headline of another story, with a link to it
            # a pull quote's later paragraphs say whose it is
            parts = quotation.parts[:1] if field is Field.PULLQUOTE else quotation.parts
            words = wording(text, parts)
            if len(words.words) >= self.parameters.words and not said.holds(words):
                yield self._hit(document, quotation, field, words, said)

    def _hit(
        self,
        document: Document,
        quotation: Quotation,
        field: Field,
        words: Wording,
        said: _Story,
    ) -> Hit:
        text = document.text
        found = " ".join(part.of(text).strip(" ,.") for part in quotation.parts)
        values = {"found": found, "field": field.value}
        near = said.nearest(words, self.parameters.similarity)
        if near is None:
            severity = Severity.SUGGESTION
            return Hit(quotation.span, values, severity=severity, message=self.parameters.missing)
        place = near.other.span(0, len(near.other.words))
        values["difference"] = told_apart(text, words, near.other, text)
        return Hit(quotation.span, values, related=(Related(place, "what the story quotes"),))


class _Story:
    """The words of the story's quotations and of the whole story; each is read when needed."""

    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self._document = document
        self._quotations = quotations

    @cached_property
    def _said(self) -> list[Wording]:
        """Give the words of the quotations without their places, which few look-ups need."""
        text = self._document.text
        return [Wording(tuple(words_of(text, each.parts)), ()) for each in self._quotations]

    @cached_property
    def _placed(self) -> list[Wording]:
        return [wording(self._document.text, each.parts) for each in self._quotations]

    @cached_property
    def _whole(self) -> Concordance:
        spans = [part.span for part in _story(self._document)]
        return Concordance(words_of(self._document.text, spans))

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Map each word to the numbers of the quotations that hold it."""
        numbers: dict[str, list[int]] = {}
        for number, each in enumerate(self._said):
            for word in dict.fromkeys(each.words):
                numbers.setdefault(word, []).append(number)
        return numbers

    def holds(self, words: Wording) -> bool:
        """Tell whether the words stand in a quotation or elsewhere in the story."""
        candidates = (self._by_word.get(word, []) for word in words.words)
        rarest = min(candidates, key=len, default=[])
        if any(occurrence(words, self._said[number]) is not None for number in rarest):
            return True
        return self._whole.holds(words)

    def nearest(self, words: Wording, least: float) -> Match | None:
        """Return the quotation that is most like the words, at least so many percent."""
        nearest: Match | None = None
        for number in self._like(words):
            match = aligned(words, self._placed[number], least)
            if match is None or match.score < least:
                continue
            if nearest is None or match.score > least:
                nearest, least = match, match.score
        return nearest

    def _like(self, words: Wording) -> Sequence[int]:
        """Return the numbers of the quotations that the words may be a form of.

        Of very many only those that hold one of their rarer words: what holds none is another.
        """
        if len(self._said) <= _MOST_COMPARED:
            return range(len(self._said))
        chosen: set[int] = set()
        for numbers in sorted((self._by_word.get(each, []) for each in words.words), key=len):
            chosen.update(numbers[: _MOST_COMPARED - len(chosen)])
            if len(chosen) >= _MOST_COMPARED:
                break
        return sorted(chosen)


def _story(document: Document) -> list[Segment]:
    return document.layer(structure).of(*_STORY)


def _parted(document: Document) -> tuple[list[tuple[Quotation, Field]], list[Quotation]]:
    """Part the quotations into those above the story, with their field, and those in it."""
    parts = document.layer(structure)
    above: list[tuple[Quotation, Field]] = []
    story: list[Quotation] = []
    for quotation in document.layer(quotes).outer:
        segment = parts.at(quotation.span.start)
        field = segment.field if segment is not None else Field.BODY
        if field in (Field.HEADLINE, Field.STANDFIRST, Field.PULLQUOTE):
            above.append((quotation, field))
        elif field in _STORY:
            story.append(quotation)
    return above, story
