"""Bios that are not written in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from newslint import lexicon
from newslint.annotate.bios import Bio, bios
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Parameters(Record):
    """How a sentence without its subject or verb begins."""

    verbs: Annotated[tuple[str, ...], "Verbs that a bio begins with where its subject is dropped."]
    nouns: Annotated[tuple[str, ...], "Nouns that a bio begins with where its verb is dropped."]
    adverbs: Annotated[tuple[str, ...], "Words that may stand before such a verb."] = ()
    confidence: Annotated[float, "The least confidence in the bio, from 0 to 1."] = 0.7


class BioSentences(DocumentCheck[Parameters]):
    """Report sentences of a bio that lack a subject or a verb."""

    kind = "bio-sentences"
    parameters_type = Parameters
    placeholders = frozenset({"found", "missing", "advice"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        verbs, nouns = "|".join(parameters.verbs), "|".join(parameters.nouns)
        adverbs = "|".join(parameters.adverbs) or "(?!)"
        self._subjectless = compiled(
            rf"\W*(?P<found>(?:(?i:{adverbs}),? )*(?i:{verbs}))(?=[ ,.])(?! by ){_NO_SUBJECT_LATER}"
        )
        # A verb form of any kind, with what follows a verb and seldom a noun.
        self._verb_first = compiled(
            rf"\W*(?P<found>(?:(?i:{adverbs}),? )*\p{{L}}{{3,}}(?:s|ed)) {_AFTER_VERB}"
            rf"{_NO_SUBJECT_LATER}{_NO_VERB_LATER}"
        )
        self._verbless = compiled(
            # "The reporter, who …" is a subject, "The paper's reporter" was one's complement.
            rf"\W*(?!The (?!\S+['’]s ))(?P<found>(?:[\p{{L}}'’-]+ ){{0,3}}?(?i:{nouns}))"
            rf"{_AFTER_NOUN}{_NO_SUBJECT_LATER}"
        )

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each such sentence of the bios that are surely bios."""
        for bio in document.layer(bios):
            if bio.confidence < self.parameters.confidence:
                continue
            beside = _complete(document.text, bio)
            for sentence in bio.sentences:
                found, missing = self._fault(document.text, sentence)
                if found is None or (
                    missing == "verb" and not _closed(document.text, sentence, bio)
                ):
                    continue
                related = (Related(beside, "a whole sentence beside it"),) if beside else ()
                values = {"found": found.of(document.text), "missing": missing}
                values["advice"] = _ADVICE[missing]
                yield Hit(found, values, related=related)

    def _fault(self, text: str, sentence: Span) -> tuple[Span | None, str]:
        match = self._subjectless.match(text, *sentence) or self._verb(text, sentence)
        if match is not None:
            return Span(*match.span("found")), "subject"
        match = self._verbless.match(text, *sentence)
        if match is not None and _VERB.search(text, *_first_clause(text, sentence)) is None:
            return Span(*match.span("found")), "verb"
        return None, ""

    def _verb(self, text: str, sentence: Span) -> regex.Match[str] | None:
        """Return a match if the sentence begins with the form of a verb that is in no list."""
        match = self._verb_first.match(text, *sentence)
        if match is None:
            return None
        word = match["found"].split()[-1].lower()
        known = lexicon.english_words()
        stem = word.removesuffix("s") if word.endswith("s") else word[:-2]
        is_verb = any(f"{root}ing" in known for root in (stem, stem.removesuffix("e"), stem[:-1]))
        return match if word in known and is_verb else None


def _first_clause(text: str, sentence: Span) -> Span:
    """Return the sentence up to its first comma, relative clause or coordination."""
    end = _CLAUSE_END.search(text, *sentence)
    return Span(sentence.start, end.start() if end else sentence.end)


_ADVICE = {
    "subject": "say who did, by name or with “he”, “she” or “they”",
    "verb": "make it a sentence with “is” or “was”",
}
_PERSON = r"(?:he|she|they|\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)*)"
# "Born in Tarn, she moved away" has its subject further on.
_NO_SUBJECT_LATER = (
    rf"(?![^.]*, {_PERSON} (?:is|was|has|had|(?:now|also) )?(?!and\b)\p{{Ll}}+(?:s|d)\b)"
)
_NO_VERB_LATER = r"(?![^.;]{0,60}?\b(?:is|are|was|were|has|have|had|can|will)\b)"
_AFTER_VERB = (
    r"(?=(?:an?|the|for|as|at|in|from|on|with|about|his|her|their|its|to|up|out|several|many|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|\d+|frequently|regularly)\b)"
)
_AFTER_NOUN = r"(?=[,.]|$| (?:at|for|in|of|with|on|from|who|whose|and|or|based|covering|since)\b)"
_CLAUSE_END = compiled(r",|;| (?:and|who|whose|that|which|or) ")
# Verb forms that a sentence with a verb has nearly always one of.
_VERB = compiled(
    r"(?i)\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|"
    r"joined|lives?|works?|worked|writes?|wrote|covers?|covered|reports?|reported|began|started|"
    r"edits?|edited|leads?|led|runs?|ran|hosts?|hosted|holds?|held|won|grew|studied|studies|"
    r"graduated|teaches|taught|spent|came|moved|specialises|specializes|contributes|contributed|"
    r"follow|reach|contact|email|e-mail|write|send|find|visit|read|tweets?|blogs?|serves?|served|"
    r"appears?|appeared|includes?|likes?|loves?|enjoys?|speaks?|focuses|received|earned|published)\b"
    r"|(?<=(?:\bI|[hH]e|she|She|hey))['’]s\b"
)
_WHOLE = compiled(
    r"\W*(?:He|She|They|\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)*) "
    r"(?:is|are|was|were|has|have|had|\p{Ll}+(?:s|ed))\b",
)


def _complete(text: str, bio: Bio) -> Span | None:
    return next((each for each in bio.sentences if _WHOLE.match(text, *each)), None)


def _closed(text: str, sentence: Span, bio: Bio) -> bool:
    """Tell whether the words pose as a sentence: they end in a stop, or stand among sentences."""
    return sentence.of(text).rstrip("\"'”’)").endswith(".") or len(bio.sentences) > 1
