"""Capitals in headlines by the house's rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from newslint.annotate.structure import Segment, structure
from newslint.annotate.words import Token, words
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Edit
from newslint.span import Span


class Parameters(NamedTuple):
    """The house's rule for capitals."""

    style: Annotated[
        Literal["sentence", "title"], "Capitals as in a sentence, or on the words of a title."
    ] = "sentence"
    small: Annotated[
        tuple[str, ...], "Words that stay small in a title, unless they come first or last."
    ] = ()
    keep: Annotated[tuple[str, ...], "Words whose capitals are always right."] = ()
    field: Annotated[Field, "The part of the article that is judged."] = Field.HEADLINE
    confidence: Annotated[float, "The least confidence in that part, from 0 to 1."] = 0.8


class HeadlineCase(DocumentCheck[Parameters]):
    """Report a headline's words whose capitals are not the house's, as one finding."""

    kind = "headline-case"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement", "style"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Judge each headline by its words and by how the story writes them."""
        for segment in document.layer(structure).of(self.parameters.field):
            if segment.confidence < self.parameters.confidence:
                continue
            edits = list(self._edits(document, segment))
            if not edits:
                continue
            span = Span(edits[0].span.start, edits[-1].span.end)
            found = ", ".join(edit.span.of(document.text) for edit in edits[:4])
            right = ", ".join(edit.replacement for edit in edits[:4])
            more = ", …" if len(edits) > 4 else ""
            values = {"found": found + more, "replacement": right + more}
            values["style"] = self.parameters.style
            yield Hit(span, values, edits=tuple(edits))

    def _edits(self, document: Document, segment: Segment) -> Iterator[Edit]:
        tokens = [
            each for each in document.layer(words).within(segment.span) if each.kind == "word"
        ]
        if not tokens or all(each.text.isupper() for each in tokens):
            return  # a headline set in capitals throughout has no case to judge
        if self.parameters.style == "title":
            yield from self._title(tokens)
        else:
            yield from self._sentence(document, segment, tokens)

    def _title(self, tokens: Sequence[Token]) -> Iterator[Edit]:
        small = frozenset(self.parameters.small)
        for number, token in enumerate(tokens):
            edge = number in (0, len(tokens) - 1)
            if token.text in self.parameters.keep or not token.text[0].isalpha():
                continue
            if token.text.lower() in small and not edge:
                if token.capitalised and not token.text.isupper():
                    yield Edit(token.span, token.text.lower())
            elif token.text[0].islower() and not any(char.isupper() for char in token.text):
                yield Edit(token.span, token.text[0].upper() + token.text[1:])

    def _sentence(
        self, document: Document, segment: Segment, tokens: Sequence[Token]
    ) -> Iterator[Edit]:
        """Yield capitals on words that the story writes small, and never with a capital."""
        small, capital = _cases(document)
        for before, token in zip([None, *tokens[:-1]], tokens, strict=True):
            text = token.text
            if before is None or _opens(document.text, before, token):
                continue
            if not token.capitalised or any(char.isupper() for char in text[1:]):
                continue
            if text in self.parameters.keep or text in capital or "-" in text:
                continue
            if text.lower() in small:
                yield Edit(token.span, text[0].lower() + text[1:])


def _opens(text: str, before: Token, token: Token) -> bool:
    """Tell whether a colon, a stop, a dash or a quotation mark stands in front."""
    return any(char in ":.!?—–“‘\"'|/-…" for char in text[before.end : token.start])


def _cases(document: Document) -> tuple[set[str], set[str]]:
    """Return the words the story writes small, and those with a capital within a sentence."""
    small: set[str] = set()
    capital: set[str] = set()
    previous = ""
    body = document.layer(structure).of(Field.BODY, Field.STANDFIRST, Field.CAPTION)
    layer = document.layer(words)
    for segment in body:
        previous = "."
        for token in layer.within(segment.span):
            if token.kind == "word" and token.capitalised:
                if previous not in _OPENERS:
                    capital.add(token.text)
            elif token.kind == "word":
                small.add(token.text)
            previous = token.text
    return small, capital


_OPENERS = frozenset(". ! ? : “ ” \" ' ‘ ( [ — – -- … ... ''".split())
