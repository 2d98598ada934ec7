"""Too many or too few of something: words in a sentence, a phrase in an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.annotate.structure import structure
from newslint.annotate.words import words
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.matching import Pattern
from newslint.matching.loop import compiled
from newslint.record import Record
from newslint.schema import Regex
from newslint.span import Span


class Parameters(Record):
    """The parameters of an occurrence rule."""

    most: Annotated[int | None, "More than this is too many."] = None
    fewest: Annotated[int | None, "Less than this is too few."] = None
    of: Annotated[
        Literal["matches", "words", "characters", "sentences"],
        "What is counted; 'matches' are those of 'words' and 'patterns'.",
    ] = "matches"
    words: Annotated[tuple[str, ...], "Words or phrases to count, found whole."] = ()
    patterns: Annotated[tuple[Regex, ...], "Regular expressions to count."] = ()
    ignore_case: Annotated[bool, "Whether capitals make no difference."] = True
    per: Annotated[Literal["sentence", "paragraph", "article"], "In what it is counted."] = (
        "article"
    )
    first: Annotated[int, "Judge this many sentences or paragraphs only; 0 is all."] = 0
    quoted: Annotated[
        bool, "Whether what stands in direct quotations counts, and is judged on its own."
    ] = True


class Occurrence(DocumentCheck[Parameters]):
    """Report a sentence, paragraph or article with too many or too few of something.

    Too many matches are reported at the first one too many, too many words or characters at the
    sentence or paragraph itself, and too few of anything as absent.
    """

    kind = "occurrence"
    parameters_type = Parameters
    placeholders = frozenset({"found", "count", "most", "fewest"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        fold = parameters.ignore_case
        self._patterns = [
            *(Pattern(each, literal=True, ignore_case=fold) for each in parameters.words),
            *(Pattern(each, ignore_case=fold) for each in parameters.patterns),
        ]

    def problems(self) -> Iterator[str | Complaint]:
        """Say which parameters are missing or contradict each other."""
        most, fewest = self.parameters.most, self.parameters.fewest
        if most is None and fewest is None:
            yield "needs 'most' or 'fewest'"
        if most is not None and fewest is not None and most < fewest:
            yield Complaint("'most' is less than 'fewest'", "most")
        if self.parameters.of == "matches" and not self._patterns:
            yield "needs 'words', 'patterns' or 'list', or an 'of' that counts something else"
        if self.parameters.of != "matches" and self._patterns:
            yield Complaint("'words' and 'patterns' are for a count of matches", "of")

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Count in every sentence, paragraph or the article, and report what is out of bounds."""
        for scope in self._scopes(document):
            found = self._counted(scope, document)
            if self.parameters.most is not None and len(found) > self.parameters.most:
                yield self._too_many(scope, found, document)
            elif self.parameters.fewest is not None and len(found) < self.parameters.fewest:
                yield Hit(_first_word(scope[0], document), self._values(found, ""), absent=True)

    def _scopes(self, document: Document) -> Iterator[Sequence[Span]]:
        """Yield the stretches to count in; an article is the paragraphs of the covered fields."""
        parts = document.layer(structure).segments
        covered = [each.span for each in parts if not self.fields or each.field in self.fields]
        if self.parameters.per == "article":
            if covered:
                yield covered
            return
        spans = covered if self.parameters.per == "paragraph" else _sentences(covered, document)
        for number, span in enumerate(spans):
            if self.parameters.first and number >= self.parameters.first:
                return
            if self.parameters.quoted or not document.layer(quotes).around(span):
                yield [span]

    def _counted(self, scope: Sequence[Span], document: Document) -> list[Span]:
        """Return the places of what is counted."""
        found = [each for span in scope for each in self._within(span, document)]
        if not self.parameters.quoted and self.parameters.of == "matches":
            found = [each for each in found if not document.layer(quotes).quoted(each)]
        return sorted(found)

    def _within(self, span: Span, document: Document) -> Iterator[Span]:
        match self.parameters.of:
            case "words":
                tokens = document.layer(words).within(span)
                yield from (each.span for each in tokens if each.kind != "mark")
            case "characters":
                yield from (Span(at, at + 1) for at in range(span.start, span.end))
            case "sentences":
                yield from _sentences([span], document)
            case _:
                for pattern in self._patterns:
                    text = document.folded
                    for each in compiled(pattern).finditer(text, span.start, span.end):
                        yield Span(each.start(), each.end())

    def _too_many(self, scope: Sequence[Span], found: Sequence[Span], document: Document) -> Hit:
        assert self.parameters.most is not None
        if self.parameters.of == "matches":
            extra = found[self.parameters.most]
            related = tuple(Related(each, "counted here") for each in found if each != extra)[
                :_SHOWN
            ]
            return Hit(extra, self._values(found, extra.of(document.text)), related=related)
        span = scope[0] if len(scope) == 1 else _first_word(scope[0], document)
        return Hit(span, self._values(found, span.of(document.text)))

    def _values(self, found: Sequence[Span], words: str) -> dict[str, str]:
        return {
            "found": words,
            "count": str(len(found)),
            "most": str(self.parameters.most),
            "fewest": str(self.parameters.fewest),
        }


#: So many other places are shown beside a finding.
_SHOWN = 8


def _sentences(spans: Sequence[Span], document: Document) -> list[Span]:
    """Return the sentences that lie inside one of `spans`, which are in order and apart."""
    starts = [span.start for span in spans]
    return [
        each
        for each in document.layer(sentences).spans
        if (number := bisect_right(starts, each.start)) and spans[number - 1].covers(each)
    ]


def _first_word(span: Span, document: Document) -> Span:
    tokens = document.layer(words).within(span)
    return tokens[0].span if tokens else span
