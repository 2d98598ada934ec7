"""Capitals in headlines by the house's rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint.annotate.structure import Segment, structure
from newslint.annotate.words import Token, words
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Edit
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """The house's rule for capitals."""

    style: Annotated[
        Literal["either", "sentence", "title"],
        "Capitals as in a sentence, on the words of a title, or as most of the headline has them.",
    ] = "either"
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
            values["style"] = self._style(document, segment)
            yield Hit(span, values, edits=tuple(edits))

    def _edits(self, document: Document, segment: Segment) -> Iterator[Edit]:
        tokens = [
            each for each in document.layer(words).within(segment.span) if each.kind == "word"
        ]
        if not tokens or all(each.text.isupper() for each in tokens):
            return  # a headline set in capitals throughout has no case to judge
        if self._style(document, segment) == "title":
            yield from self._title(document, tokens)
        else:
            yield from self._sentence(document, segment, tokens)

    def _style(self, document: Document, segment: Segment) -> str:
        """Return the house's style, or the one that most longer words of the headline have."""
        if self.parameters.style != "either":
            return self.parameters.style
        story = _Story(document)
        tokens = document.layer(words).within(segment.span)[1:]
        longer = [each for each in tokens if each.kind == "word" and len(each.text) > 3]
        names = [each for each in longer if each.capitalised and story.has_capital(each.text)]
        common = [each for each in longer if each not in names]
        longer = common or longer
        capitals = sum(each.capitalised for each in longer)
        return "title" if capitals >= _TITLE_SHARE * max(1, len(longer)) else "sentence"

    def _title(self, document: Document, tokens: Sequence[Token]) -> Iterator[Edit]:
        small = frozenset(self.parameters.small)
        either = self.parameters.style == "either"
        for number, token in enumerate(tokens):
            edge = number in (0, len(tokens) - 1)
            if token.text in self.parameters.keep or not token.text[0].isalpha():
                continue
            if either and (len(token.text) < _LONG or token.text.lower() in small):
                continue  # houses differ in the little words
            if token.text.lower() in small and not edge:
                if token.capitalised and not token.text.isupper():
                    yield Edit(token.span, token.text.lower())
            elif token.text[0].islower() and not any(char.isupper() for char in token.text):
                yield Edit(token.span, token.text[0].upper() + token.text[1:])

    def _sentence(
        self, document: Document, segment: Segment, tokens: Sequence[Token]
    ) -> Iterator[Edit]:
        """Yield capitals on words that the story writes small, and never with a capital."""
        story = _Story(document)
        neighbours = zip([None, *tokens[:-1]], tokens, [*tokens[1:], None], strict=True)
        edits: list[Edit] = []
        for before, token, after in reversed([*neighbours]):
            text = token.text
            judged = bool(edits) and after is not None and edits[-1].span == after.span
            if after is not None and after.capitalised and not judged:
                continue  # a title before a name, or the name itself
            if before is None or _opens(document.text, before, token):
                continue
            if not token.capitalised or any(char.isupper() for char in text[1:]):
                continue
            if text in self.parameters.keep or "-" in text or story.has_capital(text):
                continue
            if story.has_small(text.lower()):
                edits.append(Edit(token.span, text[0].lower() + text[1:]))
        yield from reversed(edits)


def _opens(text: str, before: Token, token: Token) -> bool:
    """Tell whether a colon, a stop, a dash or a quotation mark stands in front."""
    return any(char in ":.!?—–“‘\"'|/-…" for char in text[before.end : token.start])


class _Story:
    """How the story writes a word: small, or with a capital within a sentence."""

    def __init__(self, document: Document) -> None:
        self._parts = document.layer(structure)
        self._words = document.layer(words)

    def has_small(self, text: str) -> bool:
        """Tell whether a word stands in the story as it is written here, without a capital."""
        return any(not token.capitalised for token, _ in self._uses(text))

    def has_capital(self, text: str) -> bool:
        """Tell whether a word has its capital where nothing before it asks for one."""
        return any(
            token.capitalised and before not in _OPENERS for token, before in self._uses(text)
        )

    def _uses(self, text: str) -> Iterator[tuple[Token, str]]:
        """Yield a word's places in the story, each with what stands before it."""
        tokens = self._words.tokens
        for number in self._words.spelled(text):
            token = tokens[number]
            segment = self._parts.at(token.start)
            if token.kind == "word" and segment is not None and segment.field in _STORY:
                first = number == 0 or tokens[number - 1].start < segment.span.start
                yield token, "." if first else tokens[number - 1].text


_STORY = (Field.BODY, Field.STANDFIRST, Field.CAPTION)
_TITLE_SHARE = 0.7
_LONG = 5
_OPENERS = frozenset(". ! ? : “ ” \" ' ‘ ( [ — – -- … ... ''".split())
