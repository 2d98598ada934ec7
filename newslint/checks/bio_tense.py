"""Verbs of a bio whose tense does not fit what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from newslint.annotate.alike import plain
from newslint.annotate.bios import Bio, bios
from newslint.annotate.structure import structure
from newslint.annotate.structure_bylines import read_byline
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related, Severity
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Parameters(Record):
    """How sure it must be that the lines are a bio."""

    confidence: Annotated[float, "The least confidence in the bio, from 0 to 1."] = 0.7


class BioTense(DocumentCheck[Parameters]):
    """Report "since 2014" with a simple tense, "now" with the past, and a post put in the past.

    That the writer's own post stands in the past is a suggestion: it may be over.
    """

    kind = "bio-tense"
    parameters_type = Parameters
    placeholders = frozenset({"found", "advice"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Judge the verbs of each sentence of a bio."""
        for bio in document.layer(bios):
            if bio.confidence < self.parameters.confidence:
                continue
            for sentence in bio.sentences:
                yield from _since(document.text, sentence)
                yield from _now(document.text, sentence)
            yield from _past(document, bio)


#: Present, past, participle of what writers do in their bios.
_FORMS = (
    ("is", "was", "been"), ("are", "were", "been"), ("works", "worked", "worked"),
    ("covers", "covered", "covered"), ("writes", "wrote", "written"),
    ("edits", "edited", "edited"), ("reports", "reported", "reported"), ("lives", "lived", "lived"),
    ("leads", "led", "led"), ("runs", "ran", "run"), ("teaches", "taught", "taught"),
    ("serves", "served", "served"), ("hosts", "hosted", "hosted"), ("holds", "held", "held"),
)  # fmt: skip
_PARTICIPLES = {
    form: participle for present, past, participle in _FORMS for form in (present, past)
}
_PRESENTS = {past: present for present, past, _ in _FORMS}
_PAST = "|".join(_PRESENTS)
_ANY = "|".join(_PARTICIPLES)
_WHEN = r"(?:(?:early|late|\p{Lu}\p{Ll}{2,8}\.?) )?(?:19|20)\d\d"
_SUBJECT = r"(?:he|she|they|[Tt]he \p{Ll}+|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3})"
# "since 2014" before the verb: "Since 2014 she works at the paper".
_SINCE_FIRST = compiled(
    rf"\b[Ss]ince (?P<when>{_WHEN}),? {_SUBJECT} (?P<verb>{_ANY})\b(?! (?:been|born))"
)
_JOB = (
    r"(?i:reporter|correspondent|editor|writer|columnist|critic|photographer|producer|journalist|"
    r"editor-in-chief|contributor|member|director|lecturer|professor)s?"
)
_BEFORE = r"(?:^|[.;,] |\band |\bhe |\bshe |\bthey |\p{Lu}[\p{L}.'’-]+ )"
# And behind it, in one clause: a topic ("writes about the coast since 1989") may reach that far.
_SINCE_LAST = compiled(
    rf"{_BEFORE}(?:(?P<verb>is|are|was|were) (?:(?:an?|the|our) )?(?:[\p{{L}}]+[ -]){{0,5}}?{_JOB}"
    r"(?: (?:at|of|for|with|in) (?:the )?(?:\p{Lu}[\p{L}.'’&-]*(?: of(?= \p{Lu}))? ?){1,5})?"
    r"|(?P<verb>works|worked|lives|lived|serves|served|covered|reported|edited|hosted|taught)"
    r"(?: (?!(?:on|about|into|has|have|had|been|who|which|that|of|since)\b)[^\s.;,]+){0,10})"
    rf" ?\bsince (?P<when>{_WHEN})"
)
_NOW = compiled(
    rf"\b(?P<now>now|currently|presently|at present) (?P<verb>{_PAST})\b"
    rf"|\b(?P<verb>was|were) (?P<now>now|currently|presently) "
)
_ENDED = compiled(
    r"\b(?:until|till|before|from \d+|in (?:19|20)\d\d|when|former|formerly|once|then|died|retired|"
    r"previously|later|left|late|for (?:\d+|\p{Ll}+) years|between|at the time|during|after)\b"
)
_IS_NOW = compiled(
    r"\b(?:is|are|lives|works|covers|writes|edits|reports|leads|runs|teaches|hosts|has)\b"
)
_POST = compiled(rf" (?P<verb>was|worked as) (?:(?:an?|the|our) )?(?:[\p{{L}}-]+ ){{0,4}}?{_JOB}\b")


def _since(text: str, sentence: Span) -> Iterator[Hit]:
    for pattern in (_SINCE_FIRST, _SINCE_LAST):
        match = pattern.search(text, *sentence)
        if match is not None:
            yield _wrong(text, match, f"has {_PARTICIPLES[match['verb']]}", "when")
            return


def _now(text: str, sentence: Span) -> Iterator[Hit]:
    match = _NOW.search(text, *sentence)
    if match is not None:
        yield _wrong(text, match, _PRESENTS[match["verb"]], "now")


def _wrong(text: str, match: regex.Match[str], right: str, reason: str) -> Hit:
    """Return a hit at the verb: the words of the group `reason` ask for another tense."""
    verb, beside = Span(*match.span("verb")), Span(*match.span(reason))
    why = f"since {beside.of(text)}" if reason == "when" else beside.of(text)
    right = right.replace("has", "have", 1) if verb.of(text) in ("are", "were") else right
    values = {"found": verb.of(text), "advice": f"with “{why}”, write “{right}”"}
    return Hit(verb, values, related=(Related(beside, "what asks for another tense"),))


def _past(document: Document, bio: Bio) -> Iterator[Hit]:
    """Yield the writer's post in the past, in a bio that says of nothing that it goes on."""
    text = document.text
    if not bio.sentences or not bio.names or _IS_NOW.search(text, *bio.span):
        return
    first, name = bio.sentences[0], bio.names[0]
    if plain(name.of(text)) not in _writers(document) or _ENDED.search(text, *first):
        return
    match = _POST.match(text, name.end, first.end)
    if match is not None:
        verb = Span(*match.span("verb"))
        right = "is" if verb.of(text) == "was" else "works as"
        advice = f"it puts the writer's post in the past: write “{right}”, or say until when"
        yield Hit(verb, {"found": verb.of(text), "advice": advice}, severity=Severity.SUGGESTION)


def _writers(document: Document) -> set[str]:
    lines = [
        segment.span.of(document.text)
        for segment in document.layer(structure).of(Field.BYLINE)
    ]  # fmt: skip
    return {plain(name.of(line)) for line in lines for name in read_byline(line).names}
