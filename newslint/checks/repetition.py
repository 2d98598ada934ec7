"""Words that stand twice: side by side, or too close to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Annotated

from newslint.annotate.capitals import bears_capital
from newslint.annotate.sentences import sentences
from newslint.annotate.words import Token, words
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """The parameters of a repetition rule."""

    within: Annotated[
        int, "How many words apart the two may stand at most; 1 means side by side."
    ] = 1
    longest: Annotated[int, "How many words a phrase standing twice side by side may have."] = 1
    words: Annotated[
        tuple[str, ...], "Judge these words only; without it, every word but those of 'allow'."
    ] = ()
    allow: Annotated[tuple[str, ...], "Words that may stand twice (had had, that that)."] = ()
    allow_after: Annotated[
        Mapping[str, tuple[str, ...]],
        "Word -> words of which one earlier in the sentence lets it stand twice (what it is is).",
    ] = {}
    joining: Annotated[
        tuple[str, ...], "Words that join a phrase said twice on purpose (again and again)."
    ] = ()
    shortest: Annotated[int, "Letters that a word must have at least."] = 1
    capitalised: Annotated[
        bool, "Whether words with a capital are judged too; names are often double."
    ] = False
    sentence: Annotated[bool, "Whether the two must stand in one sentence."] = True


class Repetition(DocumentCheck[Parameters]):
    """Report words and phrases that stand twice, and offer to take the second one out."""

    kind = "repetition"
    parameters_type = Parameters
    placeholders = frozenset({"found", "first", "distance"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._only = frozenset(word.lower() for word in parameters.words)
        self._allowed = frozenset(word.lower() for word in parameters.allow)
        self._passing = self._allowed | {word.lower() for word in parameters.joining}

    def problems(self) -> Iterator[str | Complaint]:
        """Say which numbers make no sense."""
        for key in ("within", "longest", "shortest"):
            if getattr(self.parameters, key) < 1:
                yield Complaint(f"'{key}' must be 1 or more", key)
        if self.parameters.within > 1 and self.parameters.longest > 1:
            yield Complaint("'longest' is for phrases side by side, without 'within'", "longest")

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each repetition; one that stands side by side can be taken out."""
        tokens = document.layer(words).tokens
        if self.parameters.within > 1:
            yield from self._near(tokens, document)
        else:
            yield from self._side_by_side(tokens, document)

    def _side_by_side(self, tokens: Sequence[Token], document: Document) -> Iterator[Hit]:
        plain = [token.text.lower() for token in tokens]
        end = 0
        for number, word in enumerate(plain):
            following = plain[number + 1 : number + 1 + self.parameters.longest]
            if number < end or word not in following:
                continue
            for length, other in enumerate(following, 1):
                if number < end or word != other:
                    continue
                phrase = tokens[number : number + length]
                again = tokens[number + length : number + 2 * length]
                if self._repeats(phrase, again, document):
                    yield _double_hit(phrase, again, document.text)
                    end = number + 2 * length

    def _repeats(self, phrase: Sequence[Token], again: Sequence[Token], document: Document) -> bool:
        texts = [token.text.lower() for token in phrase]
        if texts != [token.text.lower() for token in again]:
            return False
        if any(token.kind != "word" for token in phrase):
            return False
        if not self.parameters.capitalised and any(token.capitalised for token in again):
            return False
        if not _unbroken([*phrase, *again], document.text) or self._is_name(phrase[0], document):
            return False
        if len(phrase) == 1:
            return self._wanted(phrase[0]) and not self._is_meant(phrase[0], document)
        return len(set(texts)) > 1 and not self._passing.intersection(texts)

    def _is_meant(self, token: Token, document: Document) -> bool:
        before = self.parameters.allow_after.get(token.text.lower())
        sentence = document.layer(sentences).at(token.start) if before else None
        if not before or sentence is None:
            return False
        earlier = document.layer(words).within(Span(sentence.start, token.start))
        return any(each.text.lower() in before for each in earlier)

    def _is_name(self, token: Token, document: Document) -> bool:
        return not self.parameters.capitalised and bears_capital(token.span, document)

    def _wanted(self, token: Token) -> bool:
        word = token.text.lower()
        if len(word) < self.parameters.shortest or word in self._allowed:
            return False
        return word in self._only if self._only else True

    def _near(self, tokens: Sequence[Token], document: Document) -> Iterator[Hit]:
        last: dict[str, tuple[int, Token]] = {}
        judged = (token for token in tokens if token.kind == "word")
        for number, token in enumerate(judged):
            if not self._wanted(token) or (token.capitalised and not self.parameters.capitalised):
                continue
            word = token.text.lower()
            before, first = last.get(word, (-self.parameters.within, None))
            last[word] = (number, token)
            if first is None or number - before > self.parameters.within:
                continue
            if self._together(first, token, document):
                yield _near_hit(first, token, number - before)

    def _together(self, first: Token, second: Token, document: Document) -> bool:
        if not self.parameters.sentence:
            return first.block == second.block
        found = document.layer(sentences)
        return found.at(first.start) == found.at(second.start)


def _double_hit(phrase: Sequence[Token], again: Sequence[Token], text: str) -> Hit:
    span = Span(phrase[0].start, again[-1].end)
    once = text[span.start : phrase[-1].end]
    return Hit(span, {"found": span.of(text), "first": once, "distance": "1"}, once)


def _near_hit(first: Token, second: Token, distance: int) -> Hit:
    values = {"found": second.text, "first": first.text, "distance": str(distance)}
    return Hit(
        second.span, values, related=(Related(first.span, f"“{first.text}” stands here already"),)
    )


def _unbroken(tokens: Sequence[Token], text: str) -> bool:
    """Tell whether only white space stands between the tokens, all in one block."""
    if tokens[0].block != tokens[-1].block:
        return False
    pairs = pairwise(tokens)
    return all(text[one.end : other.start].isspace() for one, other in pairs)
