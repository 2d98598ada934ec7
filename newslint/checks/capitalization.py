"""Capitals in headlines and other short lines: sentence case, title case, or one of the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint.annotate.sentences import sentences
from newslint.annotate.structure import structure
from newslint.annotate.words import Token, words
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span

_SMALL = (
    "a an the and but or nor for so yet as at by if in of off on per to up via vs from with into "
    "onto over than that"
).split()


class Parameters(Record):
    """The parameters of a capitalization rule."""

    style: Annotated[
        Literal["sentence", "title", "consistent"],
        "'sentence': a capital for the first word and names only. 'title': a capital for every "
        "word but the small ones. 'consistent': either, but not both in one line.",
    ]
    small: Annotated[tuple[str, ...], "Words that title case leaves small inside the line."] = (
        tuple(_SMALL)
    )
    capitalise_longer: Annotated[
        int, "Title case gives small words of more letters a capital; 0 never does."
    ] = 0
    keep: Annotated[tuple[str, ...], "Words that keep the form given here (iPhone, eBay)."] = ()
    share: Annotated[
        float, "With 'consistent', the share of words with a capital that makes a line title case."
    ] = 0.75
    fewest: Annotated[
        int, "With 'consistent', judge only lines with this many words that count."
    ] = 4


class Capitalization(DocumentCheck[Parameters]):
    """Report words with a capital too many or too few.

    Whether a word is a name is told from the article: one that has a capital inside a sentence of
    the story is, one that stands there without is not, and of others nothing is said.
    """

    kind = "capitalization"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._small = frozenset(word.lower() for word in parameters.small)
        self._keep = frozenset(parameters.keep)

    def problems(self) -> Iterator[str | Complaint]:
        """Say which numbers make no sense."""
        if not 0.5 < self.parameters.share < 1:
            yield Complaint("'share' must be between 0.5 and 1", "share")
        if self.parameters.fewest < 2:
            yield Complaint("'fewest' must be 2 or more", "fewest")

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Judge every line of the covered fields."""
        parts = document.layer(structure).segments
        lines = [each for each in parts if not self.fields or each.field in self.fields]
        if not lines:
            return
        story = _Story(document)
        for line in lines:
            tokens = [
                each for each in document.layer(words).within(line.span) if each.kind == "word"
            ]
            if tokens and not _all_capitals(tokens):
                yield from self._judge(tokens, document.text, story)

    def _judge(self, tokens: Sequence[Token], text: str, story: _Story) -> Iterator[Hit]:
        match self.parameters.style:
            case "sentence":
                yield from self._sentence(tokens, text, story)
            case "title":
                yield from self._title(tokens, text, story)
            case _:
                major = [each for each in self._inner(tokens, text) if not self._is_small(each)]
                if self._is_title(major, story):
                    yield from self._raised(major, story)

    def _is_title(self, major: Sequence[Token], story: _Story) -> bool:
        """Tell whether a line is in title case, and not in sentence case with many names."""
        capitals = [each for each in major if each.capitalised]
        if len(major) < self.parameters.fewest:
            return False
        plain = sum(story.plain(each.text.lower()) is not None for each in capitals)
        return plain >= _PROOFS and len(capitals) >= self.parameters.share * len(major)

    def _sentence(self, tokens: Sequence[Token], text: str, story: _Story) -> Iterator[Hit]:
        for token in self._inner(tokens, text):
            word = token.text
            if not token.capitalised or word in self._keep or not word[1:].islower():
                continue
            plain = story.plain(word.lower())
            if plain is not None:
                place = Related(plain, "without a capital in the story")
                yield _changed(token, word.lower(), (place,))

    def _title(self, tokens: Sequence[Token], text: str, story: _Story) -> Iterator[Hit]:
        inner = self._inner(tokens, text)
        yield from self._raised([each for each in inner if not self._is_small(each)], story)
        for token in inner[:-1]:
            if self._is_small(token) and token.text.istitle():
                yield _changed(token, token.text.lower(), ())

    def _raised(self, tokens: Sequence[Token], story: _Story) -> Iterator[Hit]:
        for token in tokens:
            word = token.text
            if word.isalpha() and word.islower() and word not in self._keep and len(word) > 1:
                yield _changed(token, word[0].upper() + word[1:], ())

    def _is_small(self, token: Token) -> bool:
        longest = self.parameters.capitalise_longer
        return token.text.lower() in self._small and not 0 < longest < len(token.text)

    def _inner(self, tokens: Sequence[Token], text: str) -> list[Token]:
        """Return the words whose capital is not owed to their place."""
        return [
            token
            for number, token in enumerate(tokens)
            if number and not _AFTER_STOP.intersection(text[tokens[number - 1].end : token.start])
        ]


#: So many capitals on words that the story writes small prove title case.
_PROOFS = 2
_AFTER_STOP = frozenset('.:?!—–“‘"')


class _Story:
    """Which words the story writes with a capital inside a sentence, and which without."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def plain(self, word: str) -> Span | None:
        """Return the first place of a word that never has a capital of its own there."""
        layer = self._document.layer(words)
        tokens = [layer.tokens[number] for number in layer.in_any_case(word)]
        told = [token for token in tokens if token.kind == "word" and self._tells(token)]
        if any(token.capitalised for token in told):
            return None
        return next((token.span for token in told if token.text == word), None)

    def _tells(self, token: Token) -> bool:
        """Tell whether a word stands in the story and opens no sentence."""
        segment = self._document.layer(structure).at(token.start)
        if segment is None or segment.field not in (Field.BODY, Field.STANDFIRST):
            return False
        sentence = self._document.layer(sentences).at(token.start)
        return sentence is None or sentence.start != token.start


def _changed(token: Token, replacement: str, related: tuple[Related, ...]) -> Hit:
    values = {"found": token.text, "replacement": replacement}
    return Hit(token.span, values, replacement, related=related)


def _all_capitals(tokens: Sequence[Token]) -> bool:
    return all(token.text.isupper() for token in tokens)
