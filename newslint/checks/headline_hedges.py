"""A headline or standfirst that says more than its story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.quotes import quotes
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled, escape
from newslint.span import Span


class Parameters(Record):
    """The words with which a story says less than the bare fact."""

    part: Annotated[Field, "The part of the article that is held against the story."] = (
        Field.HEADLINE
    )
    before: Annotated[tuple[str, ...], "Hedges before a noun, such as tentative."] = ()
    after: Annotated[tuple[str, ...], "Hedges behind a noun, such as in principle."] = ()
    verbs: Annotated[tuple[str, ...], "Hedges before a verb, such as may or plans to."] = ()
    clear: Annotated[
        tuple[str, ...], "Words in a headline that hedge or attribute it well enough."
    ] = ()
    paragraphs: Annotated[int, "How many paragraphs of the story are read."] = 3


class HeadlineHedges(DocumentCheck[Parameters]):
    """Report a word of the part that the story's first mention hedges and the part does not."""

    kind = "headline-hedges"
    parameters_type = Parameters
    placeholders = frozenset({"found", "hedged"})
    needs_article = True

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        before, after = _any(parameters.before), _any(parameters.after)
        self._noun = compiled(
            rf"\b(?:(?P<before>)(?P<hedge>{before}) (?!of )(?:[\w-]+ )??(?P<word>\w{{4,}})"
            rf"|(?P<word>\w{{4,}}) (?P<hedge>{after}))\b",
            IGNORECASE,
        )
        self._verb = compiled(
            rf"\b(?P<hedge>{_any(parameters.verbs)}) (?P<word>\w{{3,}})\b(?P<rest>[^.;:]{{0,60}})",
            IGNORECASE,
        )
        clear = _any((*parameters.before, *parameters.after, *parameters.verbs, *parameters.clear))
        self._clear = compiled(rf"\b(?:{clear})\b|[?:“”‘\"]", IGNORECASE)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look for the headline's words among the hedged words of the first paragraphs."""
        parts = document.layer(structure)
        headlines = parts.of(self.parameters.part)
        if len(headlines) != 1 or self._clear.search(document.folded, *headlines[0].span):
            return
        words = _words(document, headlines[0].span)
        seen: set[str] = set()
        for segment in parts.of(Field.BODY)[: self.parameters.paragraphs]:
            for hedged, word in self._hedged(document, segment.span, words):
                stem = _stem(word.of(document.text))
                if stem in seen or _bare(document, word, stem):
                    continue
                seen.add(stem)
                found = words[stem].of(document.text)
                values = {"found": found, "hedged": hedged.of(document.text)}
                related = (Related(hedged, "what the story says"),)
                yield Hit(words[stem], values, related=related)

    def _hedged(
        self, document: Document, span: Span, words: dict[str, Span]
    ) -> Iterator[tuple[Span, Span]]:
        """Yield hedge and word together, and the word: one that stands in the headline too."""
        quoted = document.layer(quotes)
        for match in self._noun.finditer(document.folded, *span):
            word = _head(document, Span(*match.span("word")), words)
            if match["before"] is not None and _GOES_ON.match(document.folded, word.end):
                continue  # "alleged sexual predators": what is hedged stands further on
            if _stem(word.of(document.text)) in words and not quoted.quoted(word):
                yield Span(match.start(), max(word.end, match.end("hedge"))), word
        for match in self._verb.finditer(document.folded, *span):
            # The same verb of the same thing: a word behind it stands in the headline too.
            word = Span(*match.span("word"))
            verb = words.get(_stem(match["word"]))
            after = {_stem(each) for each in _WORD.findall(match["rest"])}
            shared = any(verb and words[stem].start > verb.end for stem in after & words.keys())
            if shared and not quoted.quoted(word):
                yield Span(match.start(), word.end), word


def _head(document: Document, word: Span, words: dict[str, Span]) -> Span:
    """Return the last of the words from `word` on that stand in the headline: "sexual abuse"."""
    while (following := _NEXT.match(document.folded, word.end)) is not None:
        if _stem(following[1]) not in words:
            break
        word = Span(*following.span(1))
    return word


def _bare(document: Document, word: Span, stem: str) -> bool:
    """Tell whether the story has the word without a hedge before this place."""
    start = document.layer(structure).of(Field.BODY)[0].span.start
    return any(_stem(each) == stem for each in _WORD.findall(document.folded[start : word.start]))


# A word behind the noun that neither begins a phrase nor is a verb form of the commonest kind.
_GOES_ON = compiled(
    r" (?!(?:to|on|for|with|that|which|who|in|of|at|between|by|from|and|or|but|as|over|about|after|"
    r"before|against|under|into|until|is|are|was|were|has|have|had|will|would|could|may|might|can|"
    r"not|also|this|last|next|when|where|while|because|if|so|than|then|a|an|the|its|their|his|her)"
    r"\b)\p{Ll}+(?<!ed|ly)\b"
)
_NEXT = compiled(r" ([\p{L}][\p{L}'-]{2,})")
_WORD = compiled(r"[\p{L}][\p{L}'-]{2,}")
_ENDINGS = ("ies", "ied", "ing", "es", "ed", "s", "e", "y")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(escape(word).replace(r"\ ", " ") for word in words) or "(?!)"


def _stem(word: str) -> str:
    """Return a word without its inflection, roughly."""
    lowered = word.lower().removesuffix("'s")
    ending = next((each for each in _ENDINGS if lowered.endswith(each)), "")
    return lowered[: -len(ending)] if ending and len(lowered) - len(ending) >= 3 else lowered


def _words(document: Document, span: Span) -> dict[str, Span]:
    return {
        _stem(match.group()): Span(*match.span())
        for match in _WORD.finditer(document.folded, *span)
        if len(match.group()) > 3 or match.group().endswith("s")
    }
