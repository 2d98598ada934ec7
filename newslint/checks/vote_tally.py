"""Votes that are more than the voters, and results that name the wrong winner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.regexes import IGNORECASE, compiled

_VOTED = compiled(
    r"\b(?:voted|votes?|vote of|margin of|approved|passed|carried|adopted|confirmed|upheld|"
    r"rejected|ruled|decision|ruling|split|tally of)[ ](?:by |on |it |a |an |the |of |vote |"
    r"unanimously |narrowly |\w+ly )*$",
    IGNORECASE,
)
_AFTER = compiled(r"[ -](?:vote|decision|ruling|split|margin|majority|tally|in favor|in favour)\b")
_PASSED = compiled(
    r"\b(?:approved|passed|carried|adopted|confirmed|upheld)\b(?! by the)[^.;]{0,40}?$",
    IGNORECASE,
)
_FAILED = compiled(
    r"\b(?:not|fail\w*|reject\w*|defeat\w*|without|would|could|if|needed|short|block\w*)\b",
    IGNORECASE,
)
_BODY = compiled(
    r"-(?:member|strong|seat|person|judge|justice)\b|[ ](?:members?|seats|judges|justices|"
    r"councillors|councilors|lawmakers|senators)\b",
    IGNORECASE,
)


class Parameters(NamedTuple):
    """The check has no parameters."""


class VoteTally(DocumentCheck[Parameters]):
    """Report "the nine-member council voted 6-5", and a motion that "passed 3-6"."""

    kind = "vote-tally"
    parameters_type = Parameters
    placeholders = frozenset({"found", "sum", "other"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the tally, with the size of the body as related place where there is one."""
        text = document.folded
        found = document.layer(quantities)
        for sentence in document.layer(sentences).spans:
            within = found.within(sentence)
            for tally in within:
                if not _is_tally(text, tally, sentence.start):
                    continue
                assert tally.low is not None
                cast = tally.low + tally.value
                for body in within:
                    if _is_body(text, body) and body.value < cast and body.hedge == "":
                        yield _too_many(tally, body, cast, document)
                        break
                else:
                    before = text[sentence.start : tally.span.start]
                    lost = tally.low < tally.value and _PASSED.search(before)
                    if lost and not _FAILED.search(sentence.of(text)):
                        yield _lost(tally, document)


def _is_tally(text: str, quantity: Quantity, start: int) -> bool:
    if quantity.kind != "count" or quantity.low is None or quantity.number.form != "figures":
        return False
    if quantity.step != 1 or quantity.number.scale:
        return False
    before = text[max(start, quantity.span.start - 40) : quantity.span.start]
    return bool(_VOTED.search(before) or _AFTER.match(text, quantity.span.end))


def _is_body(text: str, quantity: Quantity) -> bool:
    plain = quantity.kind == "count" and quantity.low is None and quantity.value >= 3
    return (
        plain
        and _BODY.match(text, quantity.span.end) is not None
        and "-" in text[quantity.span.end : quantity.span.end + 1]
    )


def _too_many(tally: Quantity, body: Quantity, cast: float, document: Document) -> Hit:
    values = {
        "found": tally.span.of(document.text),
        "sum": f"{cast:g}",
        "other": body.span.of(document.text),
    }
    related = (Related(body.span, "the size of the body"),)
    return Hit(tally.span, values, related=related)


def _lost(tally: Quantity, document: Document) -> Hit:
    values = {"found": tally.span.of(document.text), "sum": "", "other": ""}
    message = "{found} is a vote lost, but the sentence says that it was carried."
    return Hit(tally.span, values, message=message)
