"""Votes that are more than the voters, and results that name the wrong winner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

_VOTED = compiled(
    r"\b(?:voted|votes?|vote of|margin of|carried|upheld|rejected|ruled|decision|ruling|split|"
    r"tally of|(?:approved|passed|adopted|confirmed)(?:[ ](?!and\b)[a-z'-]+){0,4},?)"
    r"[ ](?:by |on |it |a |an |the |of |vote |unanimously |narrowly |\w+ly )*$",
    IGNORECASE,
)
_AFTER = compiled(r"[ -](?:vote|decision|ruling|split|margin|majority|tally|in favor|in favour)\b")
_PASSED = compiled(
    r"\b(?:approved|carried|adopted|confirmed|upheld|passed (?:a|an|the|its|this|that) "
    r"(?:[a-z-]+ )?(?:bill|law|measure|motion|plan|resolution|ordinance|budget|amendment|rule))\b"
    r"(?! by the)[^.;]{0,40}?$",
    IGNORECASE,
)
_FAILED = compiled(
    r"\b(?:not|fail\w*|reject\w*|defeat\w*|without|would|could|if|needed|short|block\w*)\b",
    IGNORECASE,
)
_MEMBER = compiled(r"-(?:member|strong|seat|person|judge|justice)\b", IGNORECASE)
_MEMBERS = compiled(r"[ ](?:members|judges|justices|councillors|councilors)\b", IGNORECASE)
_ALL = compiled(r"(?:'s|\bthe|\bits|\ball)[ ]$")


class Parameters(Record):
    """The parameters of a vote-tally rule."""

    bodies: Annotated[
        Mapping[str, str], "Name of a body as copy writes it -> how many vote in it."
    ] = {}


class VoteTally(DocumentCheck[Parameters]):
    """Report "the nine-member council voted 6-5", and a motion that "passed 3-6"."""

    kind = "vote-tally"
    parameters_type = Parameters
    placeholders = frozenset({"found", "sum", "other"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the tally, with the size of the body as related place where there is one."""
        text = document.folded
        found = document.layer(quantities)
        for tally in found.all:
            if tally.low is None or tally.kind != "count" or tally.number.form != "figures":
                continue
            sentence = _around(tally, document)
            within = found.within(sentence)
            if _is_tally(text, tally, sentence.start):
                size = self._size(within, tally, sentence, document)
                if size is not None and size[0] < _cast(tally):
                    yield _too_many(tally, size[1], document)
                elif _is_lost(tally, sentence, text):
                    yield _lost(tally, document)
            if _is_lost_game(tally, sentence, text):
                yield _loser(tally, document)

    def _size(
        self, within: Sequence[Quantity], tally: Quantity, sentence: Span, document: Document
    ) -> tuple[float, Span] | None:
        """Return how many may vote, and where the sentence says so or names the body."""
        text = document.folded
        for body in within:
            if _is_body(text, body):
                return body.value, body.span
        before = text[sentence.start : tally.span.start]
        for name, size in self.parameters.bodies.items():
            start = before.rfind(name)
            if start >= 0:
                place = Span(start, start + len(name)).shift(sentence.start)
                return float(size), place
        return None

    def problems(self) -> Iterator[Complaint]:
        """Say which bodies have no number."""
        for name, size in self.parameters.bodies.items():
            if not size.isdigit():
                yield Complaint(f"'{size}' is not a number of votes", "bodies", name)


#: "Tarn beat Orley 2-3": the winner's score comes first, but in tennis one set may be lost.
_BEAT = compiled(
    r"\b(?:beat|defeated|edged|downed|routed|thrashed|topped|overcame|trounced)[ ]"
    r"(?:the )?(?:[A-Z][\w.'-]*[ ]){1,4}(?:by )?$"
)
_SETS = compiled(r",? \d{1,2}-\d{1,2}\b|[ ]on (?:aggregate|penalties)|[ ]\(\d")


def _is_lost_game(score: Quantity, sentence: Span, text: str) -> bool:
    """Tell whether a score gives the winner named fewer points than the loser."""
    if (score.low or 0.0) >= score.value or score.number.scale:
        return False
    won = _BEAT.search(text, sentence.start, score.span.start)
    return won is not None and not _SETS.match(text, score.span.end)


def _loser(score: Quantity, document: Document) -> Hit:
    values = {"found": score.span.of(document.text), "sum": "", "other": ""}
    message = "{found}: the winner's score comes first, or the other side won."
    return Hit(score.span, values, message=message)


_REACH = 240


def _around(tally: Quantity, document: Document) -> Span:
    """Return the part of a tally's sentence that may speak of it."""
    sentence = document.layer(sentences).at(tally.span.start) or tally.span
    return Span(
        max(sentence.start, tally.span.start - _REACH), min(sentence.end, tally.span.end + _REACH)
    )


def _is_tally(text: str, quantity: Quantity, start: int) -> bool:
    if quantity.step != 1 or quantity.number.scale:
        return False
    before = text[max(start, quantity.span.start - 40) : quantity.span.start]
    return bool(_VOTED.search(before) or _AFTER.match(text, quantity.span.end))


def _cast(tally: Quantity) -> float:
    return (tally.low or 0.0) + tally.value


def _is_lost(tally: Quantity, sentence: Span, text: str) -> bool:
    """Tell whether fewer voted for than against what the sentence says was carried."""
    before = text[sentence.start : tally.span.start]
    lost = (tally.low or 0.0) < tally.value and _PASSED.search(before)
    return bool(lost) and not _FAILED.search(sentence.of(text))


def _is_body(text: str, quantity: Quantity) -> bool:
    if quantity.kind != "count" or quantity.low is not None or quantity.value < 3:
        return False
    if quantity.hedge:
        return False
    if _MEMBER.match(text, quantity.span.end):
        return True
    before = text[max(0, quantity.span.start - 5) : quantity.span.start]
    return bool(_MEMBERS.match(text, quantity.span.end) and _ALL.search(before))


def _too_many(tally: Quantity, body: Span, document: Document) -> Hit:
    values = {
        "found": tally.span.of(document.text),
        "sum": f"{_cast(tally):g}",
        "other": body.of(document.text),
    }
    return Hit(tally.span, values, related=(Related(body, "who could vote"),))


def _lost(tally: Quantity, document: Document) -> Hit:
    values = {"found": tally.span.of(document.text), "sum": "", "other": ""}
    message = "{found} is a vote lost, but the sentence says that it was carried."
    return Hit(tally.span, values, message=message)
