"""Words quoted above the story that nobody says in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.annotate.quotes import Quotation, quotes
from newslint.annotate.structure import Segment, structure
from newslint.annotate.wording import Wording, aligned, occurrence, told_apart, wording
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related, Severity
from newslint.record import Record

_STORY = (Field.BODY, Field.CAPTION)


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
        said = [wording(text, each.parts) for each in story]
        for quotation, field in above:
            # a pull quote's later paragraphs say whose it is
            parts = quotation.parts[:1] if field is Field.PULLQUOTE else quotation.parts
            words = wording(text, parts)
            if len(words.words) < self.parameters.words or _stands_in(words, said):
                continue
            if _stands_in(words, [wording(text, [part.span for part in _story(document)])]):
                continue
            yield self._hit(document, quotation, field, words, said)

    def _hit(
        self,
        document: Document,
        quotation: Quotation,
        field: Field,
        words: Wording,
        said: Sequence[Wording],
    ) -> Hit:
        text = document.text
        found = " ".join(part.of(text).strip(" ,.") for part in quotation.parts)
        values = {"found": found, "field": field.value}
        near = max(
            (match for each in said if (match := aligned(words, each)) is not None),
            key=lambda match: match.score,
            default=None,
        )
        if near is None or near.score < self.parameters.similarity:
            severity = Severity.SUGGESTION
            return Hit(quotation.span, values, severity=severity, message=self.parameters.missing)
        place = near.other.span(0, len(near.other.words))
        values["difference"] = told_apart(text, words, near.other, text)
        return Hit(quotation.span, values, related=(Related(place, "what the story quotes"),))


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


def _stands_in(words: Wording, places: Sequence[Wording]) -> bool:
    """Tell whether the words stand in one of the places, each run between gaps in its order."""
    return any(occurrence(words, place) is not None for place in places)
