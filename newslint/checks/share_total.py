"""Shares of one whole that add up to more than the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

#: Only these say that the shares are parts of one whole: of 40% who fish and 70% who sail,
#: many do both.
_VERB = compiled(
    r"\b(?:ma(?:k(?:e|es|ing)|de) up|account(?:s|ed|ing)? for|constitut(?:e|es|ed|ing)|"
    r"compris(?:e|es|ed|ing))(?: (?:about|around|some|roughly|nearly|almost|just|over|only))*[ ]$",
    IGNORECASE,
)
#: "40% of the trees, limes 35% and maples 30%": the verb is left out, and nothing else comes
#: between.
_NEXT = compiled(
    r"(?: of (?:[\w'’-]+ ?){1,5}?)?(?:,? and|,|;|,? while)[ ](?!from |than |to |in |by |up |down )"
    r"(?:(?!(?:and|while|from|than|compared|against|year|years|ago|last|by|who|which|that)\b)"
    r"[^\W\d][\w'’-]*[ ]){1,4}",
    IGNORECASE,
)


class Parameters(Record):
    """A share-total rule takes no parameters."""


class ShareTotal(DocumentCheck[Parameters]):
    """Report "oaks make up 40% of the trees, limes 35% and maples 30%"."""

    kind = "share-total"
    parameters_type = Parameters
    placeholders = frozenset({"found", "sum"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the last share, with the others as related places."""
        found = document.layer(quantities)
        for sentence in document.layer(sentences).spans:
            shares = [each for each in found.within(sentence) if each.kind == "percent"]
            for first, each in enumerate(shares):
                if _VERB.search(document.folded, sentence.start, each.span.start):
                    parts = _listed(shares[first:], document.folded)
                    total = sum(part.value for part in parts)
                    if len(parts) > 1 and total > 100 + sum(part.step for part in parts) / 2:
                        yield _hit(parts, total, document)


def _listed(shares: Sequence[Quantity], text: str) -> list[Quantity]:
    """Return the shares that stand in one list with the first."""
    parts = [shares[0]]
    for each in shares[1:]:
        if not _NEXT.fullmatch(text, parts[-1].span.end, each.span.start):
            break
        parts.append(each)
    return parts


def _hit(parts: Sequence[Quantity], total: float, document: Document) -> Hit:
    *others, last = parts
    values = {"found": last.span.of(document.text), "sum": f"{total:g}"}
    related = tuple(Related(each.span, "a share of the same") for each in others)
    return Hit(last.span, values, related=related)
