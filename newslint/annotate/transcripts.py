"""Quotations held against transcripts: verified, differing, not found, or not covered."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from newslint.annotate.attributions import How, attributions
from newslint.annotate.dates import dates
from newslint.annotate.mentions import mentions
from newslint.annotate.quotes import Quotation, QuoteKind, quotes
from newslint.annotate.sentences import sentences
from newslint.annotate.speaking import Speaker, speakers
from newslint.annotate.structure import structure
from newslint.annotate.wording import (
    Match,
    Wording,
    aligned,
    apart,
    occurrence,
    told_apart,
    wording,
)
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_READ = (Field.HEADLINE, Field.STANDFIRST, Field.BODY, Field.CAPTION, Field.PULLQUOTE)
_SPEECH = (QuoteKind.SPEECH, QuoteKind.PARTIAL, QuoteKind.BLOCK)
_FEWEST = 2  # words of a quotation that is looked up
_NEAR_WORDS = 5  # words from which on something similar is taken for the same
_NEAR = 78.0  # percent from which on it is
_NEAR_LONG = 68.0  # the same from _LONG words on
_LONG = 12
_SHOWN = 300  # characters of a transcript that a verdict repeats
_FIGURE = compiled(
    r"\d[\d.,]*\d|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b"
)
_SAID_OF = compiled(r" (?:of|about) ")
_LINE_END = compiled(r"\n")
_WORD = compiled(r"[^\W\d_]+")
_FILLERS = compiled(r"\b(?:um+|uh+|er+|erm|ah|hm+)\b,?", IGNORECASE)
_LABEL = compiled(r"(?m)^[ \t>*]*([^\W\d_a-z][\w.'’-]*(?: [\w.'’-]+){0,4})(?: \([^)\n]*\))?:")


class Status(StrEnum):
    """What became of one quotation."""

    VERIFIED = "verified"
    DIFFERS = "differs"
    NOT_FOUND = "not found"  # though its speaker occurs in a transcript
    NOT_COVERED = "not covered"  # its speaker occurs in none


class Verdict(Record):
    """What the transcripts say of one quotation.

    `transcript` is the name of the one that was compared and `line` the line (from 1) of the
    place in it. `wording` are the transcript's own words there. `difference` says in words what
    differs, and `span` is the part of the quotation that does. `speaker` is set where the
    transcript gives the words to somebody else. `unsaid` are figures and names that the
    quotation's sentence gives as the speaker's, and the transcript has nowhere.
    """

    quotation: Quotation
    status: Status
    transcript: str = ""
    line: int = 0
    wording: str = ""
    difference: str = ""
    span: Span | None = None
    speaker: str = ""
    unsaid: tuple[Span, ...] = ()


class _Transcript:
    """One transcript: its words, its lines, and who speaks where."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = _FILLERS.sub(lambda match: " " * len(match.group()), text)
        self.words = wording(self.text, [Span(0, len(text))])._replace(gaps=frozenset())
        self._lines = [match.end() for match in _LINE_END.finditer(text)]
        self._labels = [(m.start(), m.group(1)) for m in _LABEL.finditer(text)]
        self._known = frozenset(self.words.words)

    def line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._lines, offset) + 1

    def has(self, words: Iterable[str]) -> bool:
        """Tell whether all of some words occur, wherever they stand."""
        return self._known.issuperset(words)

    def names(self, speaker: Speaker | None) -> bool:
        """Tell whether a speaker's family name occurs."""
        name = "" if speaker is None else speaker.name or speaker.text
        words = _family(name)
        return bool(words) and words in self._known

    def label(self, offset: int) -> str:
        """Return the label under which an offset stands, empty where there are no labels."""
        index = bisect_right(self._labels, (offset, "\uffff")) - 1
        return self._labels[index][1] if index >= 0 else ""

    def labelled(self, family: str) -> bool:
        """Tell whether somebody of that family name has a label."""
        return any(family in label.lower().split() for _, label in self._labels)


def verify(document: Document, transcripts: Mapping[str, str]) -> list[Verdict]:
    """Look every direct quotation of a document up in the transcripts, once for one mapping."""
    return document.layer(_Verification(transcripts))


class _Verification:
    """The layer of verdicts by certain transcripts, which must not change meanwhile."""

    __name__ = "transcripts"

    def __init__(self, transcripts: Mapping[str, str]) -> None:
        self._transcripts = transcripts

    def __call__(self, document: Document) -> list[Verdict]:
        return _verdicts(document, self._transcripts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Verification) and other._transcripts is self._transcripts

    def __hash__(self) -> int:
        return id(self._transcripts)


def _verdicts(document: Document, transcripts: Mapping[str, str]) -> list[Verdict]:
    read = [_Transcript(name, transcripts[name]) for name in sorted(transcripts)]
    by_name = {each.name: each for each in read}
    who = document.layer(speakers)
    verdicts = []
    for quotation in _looked_up(document):
        verdict = _verdict(document.text, quotation, who.of(quotation), read)
        if verdict.status in (Status.VERIFIED, Status.DIFFERS):
            unsaid = _unsaid(document, quotation, by_name[verdict.transcript])
            verdict = verdict._replace(unsaid=tuple(unsaid))
        verdicts.append(verdict)
    return verdicts


def counted(verdicts: Iterable[Verdict]) -> dict[Status, int]:
    """Count verdicts by status, all four of them."""
    counts = Counter(verdict.status for verdict in verdicts)
    return {status: counts[status] for status in Status}


def _looked_up(document: Document) -> list[Quotation]:
    parts = document.layer(structure)
    found = []
    for quotation in document.layer(quotes).outer:
        segment = parts.at(quotation.span.start)
        read = segment is None or segment.field in _READ
        if read and quotation.kind in _SPEECH and quotation.words(document.text) >= _FEWEST:
            found.append(quotation)
    return found


def _unsaid(document: Document, quotation: Quotation, transcript: _Transcript) -> Iterator[Span]:
    """Yield figures and people of the paraphrase beside a quotation that a transcript lacks."""
    text, dated = document.text, document.layer(dates)
    people = document.layer(mentions).mentions
    for start, end in _paraphrases(document, quotation):
        figures = [Span(*match.span()) for match in _FIGURE.finditer(text, start, end)]
        for span in figures:
            if not dated.claims(span.start) and not transcript.has(wording(text, [span]).words):
                yield span
        for mention in people:
            if start <= mention.span.start and mention.span.end <= end:
                family = wording(text, [mention.span]).words[-1:]
                if not transcript.has(family):
                    yield mention.span


def _paraphrases(document: Document, quotation: Quotation) -> Iterator[Span]:
    """Yield what else of the quotation's sentence is said to be the speaker's.

    That is what stands between a cue and the quotation, what follows it to the end of the
    sentence (“Park said the sea “took all” from 14 families”), and what the words were said of.
    """
    attribution = document.layer(attributions).of(quotation)
    cue = attribution.cue if attribution is not None else None
    if attribution is None or cue is None or attribution.how is not How.SENTENCE:
        return
    sentence = document.layer(sentences).at(max(cue.start, quotation.span.end - 1))
    gap = document.layer(quotes).gap(quotation)
    end = min(sentence.end if sentence is not None else quotation.span.end, gap.end)
    if cue.end <= quotation.span.start:
        if gap.start <= cue.end:  # else it follows another quotation of the same cue
            yield Span(cue.end, quotation.span.start)
        begin = quotation.span.end
    elif _SAID_OF.match(document.text, cue.end):
        begin = cue.end
    else:
        return
    if begin < end:
        yield Span(begin, end)


def _verdict(
    text: str, quotation: Quotation, speaker: Speaker | None, read: Sequence[_Transcript]
) -> Verdict:
    words = wording(text, quotation.parts)
    if not words.words:
        return Verdict(quotation, Status.NOT_COVERED)
    # a transcript in which the speaker occurs comes first
    ordered = sorted(read, key=lambda each: not each.names(speaker))
    for transcript in ordered:
        place = occurrence(words, transcript.words)
        if place is not None:
            return _verified(quotation, speaker, transcript, place)
    near = [(match.score, -number, match) for number, transcript in enumerate(ordered)
            if (match := _nearest(words, transcript)) is not None]  # fmt: skip
    if near:
        _, number, match = max(near, key=lambda each: each[:2])
        return _differing(text, quotation, words, ordered[-number], match)
    named = next((each for each in ordered if each.names(speaker)), None)
    if named is None:
        return Verdict(quotation, Status.NOT_COVERED)
    return Verdict(quotation, Status.NOT_FOUND, named.name)


def _verified(
    quotation: Quotation,
    speaker: Speaker | None,
    transcript: _Transcript,
    place: tuple[int, int],
) -> Verdict:
    span = transcript.words.span(*place)
    shown = span.of(transcript.text)[:_SHOWN]
    found = Verdict(quotation, Status.VERIFIED, transcript.name, transcript.line(span.start), shown)
    other = _other_speaker(speaker, transcript, span)
    if other:
        return found._replace(status=Status.DIFFERS, speaker=other, span=quotation.span)
    return found


def _family(name: str) -> str:
    """Return the last word of a name, without what explains it, in small letters."""
    words: list[str] = _WORD.findall(name.split(",", maxsplit=1)[0].lower())
    return words[-1] if words else ""


def _other_speaker(speaker: Speaker | None, transcript: _Transcript, span: Span) -> str:
    """Return the label of the place, if it is surely not the speaker's."""
    if speaker is None or not speaker.sure:
        return ""
    family = _family(speaker.name or speaker.text)
    label = transcript.label(span.start)
    if not label or family in label.lower().split() or not transcript.labelled(family):
        return ""
    return label


def _nearest(words: Wording, transcript: _Transcript) -> Match | None:
    """Find the words of a transcript that the quotation was meant to give."""
    count = len(words.words)
    if count < _NEAR_WORDS:
        return None
    match = aligned(words, transcript.words)
    if match is None or match.score < (_NEAR_LONG if count >= _LONG else _NEAR):
        return None
    return match


def _differing(
    text: str, quotation: Quotation, words: Wording, transcript: _Transcript, match: Match
) -> Verdict:
    """Compare run by run: what stands between two runs may be left out."""
    said: list[str] = []
    places: list[Span] = []
    start = 0
    other = match.other if not words.gaps else transcript.words
    for run in words.runs():
        part = words.part(start, start + len(run))
        start += len(run)
        if occurrence(part, other) is not None:
            continue
        near = match if not words.gaps else aligned(part, other)
        if near is None or near.score < _NEAR_LONG:
            said.append(f"“{part.span(0, len(run)).of(text)}” is not there")
        else:
            said.append(told_apart(text, part, near.other, transcript.text))
            places.append(apart(part, near.other))
            continue
        places.append(part.span(0, len(run)))
    place = match.other.span(0, len(match.other.words))
    return Verdict(
        quotation,
        Status.DIFFERS,
        transcript.name,
        transcript.line(place.start),
        " ".join(place.of(transcript.text)[:_SHOWN].split()),
        ", ".join(said),
        Span(places[0].start, places[-1].end) if places else quotation.span,
    )
