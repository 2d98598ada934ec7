"""A total that its listed parts do not add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.annotate.arithmetic import show
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

if TYPE_CHECKING:
    import regex

#: Between the total and its first part: "17 people: 9 men", "17 people — nine men", "17 (9 men".
_OPENS = compiled(
    r"(?:[ -][A-Za-z'-]+){0,6}[ ]?(?:: | ?— ?| – | -- | \()(?:the |a total of )?", IGNORECASE
)
_BRACKETS = compiled(r"(?:[ -][A-Za-z'-]+){0,6}[ ]?(?: ?— ?| – | -- | \()", IGNORECASE)
_NEXT = compiled(
    r"(?:[ -][A-Za-z'’-]+){1,5}(?:, and |, | and |; |; and )(?:the |another )?", IGNORECASE
)
_COMPRISES = compiled(
    r"(?:[ -][A-Za-z'-]+){0,6},? (?:made up of|consisting of|comprising|comprised of|composed of) ",
    IGNORECASE,
)
_SHUTS = compiled(r"(?:[ -][A-Za-z'’-]+){0,5}(?:\)|\.(?:\s|$)|;| ?— ?| – | -- |$)")
#: "nine men and seven women, a total of 17"; "for 17 in all".
_TOTAL = compiled(
    r"(?:[ -][A-Za-z'’-]+){1,5}?,? (?:for )?(?:a |the )?(?:combined |grand )?"
    r"(?:total of|totall?ing|total|making|adding up to|altogether) ",
    IGNORECASE,
)
_PARTIAL = compiled(
    r"\b(?:includ\w+|among|such as|like|plus|as well as|mostly|other|others|more|first|second|"
    r"then|per|each|every|between|aged?|ages|versus|vs|compared|against|out of|of which|of them|"
    r"worth)\b",
    IGNORECASE,
)


#: Parts that make up a whole even after a mere comma: "25 people, 12 men and 10 women".
_COMMA = compiled(r"(?:[ -][A-Za-z'-]+){0,5},[ ]")
_SEXES = frozenset("men women boys girls children adults males females".split())
_PLACED = compiled(r"[ ](?:of them )?(?:in|at|from)[ ](?:the )?[A-Z]")


_SAID = compiled(r"\b(?:a|combined|grand) total of\b", IGNORECASE)


class Parameters(Record):
    """The check has no parameters."""


class TotalParts(DocumentCheck[Parameters]):
    """Report "17 people: nine men and seven women", which is 16."""

    kind = "total-parts"
    parameters_type = Parameters
    placeholders = frozenset({"found", "sum", "total"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the total, with its parts as related places."""
        text = document.folded
        found = document.layer(quantities)
        for sentence in document.layer(sentences).spans:
            within = [each for each in found.within(sentence) if _adds(each)]
            partial = len(within) > 2 and _PARTIAL.search(sentence.of(text)) is not None
            if len(within) < 3 or (partial and _SAID.search(sentence.of(text)) is None):
                continue
            for total, parts in _sums(text, within, partial):
                added = sum(each.value for each in parts)
                room = sum(each.step for each in (total, *parts)) / 2 if total.step != 1 else 0
                if abs(added - total.value) > room:
                    yield _hit(total, parts, added, document)


def _adds(quantity: Quantity) -> bool:
    plain = quantity.low is None and quantity.hedge == ""
    return plain and quantity.kind in ("count", "money", "measure", "percent")


def _sums(
    text: str, within: Sequence[Quantity], partial: bool
) -> Iterator[tuple[Quantity, Sequence[Quantity]]]:
    """Yield each total with the parts that are listed before or after it.

    Where words like "including" make the list a partial one, only a total said to be one counts.
    """
    for index, total in enumerate(within):
        parts = [] if partial else _listed(text, within, index + 1)
        if not parts or not _alike(total, parts):
            continue
        opened = _gap(_opener(total), text, total, parts[0]) or (
            _gap(_COMMA, text, total, parts[0]) and _part_all(text, total, parts)
        )
        shut = _SHUTS.match(text, parts[-1].span.end)
        if (opened and shut) or _gap(_COMPRISES, text, total, parts[0]):
            yield total, parts
            return
    for index, total in enumerate(within):
        before = _listed_before(text, within, index)
        if before and _alike(total, before):
            yield total, before
            return


def _opener(total: Quantity) -> regex.Pattern[str]:
    """Return what may open a list of parts: a colon after a price opens a list of prices."""
    return _BRACKETS if total.kind == "money" else _OPENS


def _part_all(text: str, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether the parts are of all that was counted: men and women, here and there."""
    if total.kind != "count" or not total.noun:
        return False
    sexes = all(each.noun in _SEXES for each in parts)
    return sexes or all(_PLACED.match(text, each.span.end) for each in parts)


def _listed(text: str, within: Sequence[Quantity], index: int) -> list[Quantity]:
    parts = list(within[index : index + 1])
    while index + 1 < len(within) and _gap(_NEXT, text, within[index], within[index + 1]):
        index += 1
        parts.append(within[index])
    return parts if len(parts) > 1 else []


def _listed_before(text: str, within: Sequence[Quantity], index: int) -> list[Quantity]:
    if index < 2 or not _gap(_TOTAL, text, within[index - 1], within[index]):
        return []
    first = index - 1
    while first and _gap(_NEXT, text, within[first - 1], within[first]):
        first -= 1
    parts = list(within[first:index])
    return parts if len(parts) > 1 else []


def _gap(pattern: regex.Pattern[str], text: str, one: Quantity, two: Quantity) -> bool:
    return pattern.fullmatch(text, one.span.end, two.span.start) is not None


def _alike(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether the parts are of the total's kind, so that adding them means something."""
    if any(each.kind != total.kind or each.currency != total.currency for each in parts):
        return False
    if total.kind == "measure" and any(each.unit != total.unit for each in parts):
        return False
    return total.value > 2 and all(each.value < total.value * 2 for each in parts)


def _hit(total: Quantity, parts: Sequence[Quantity], added: float, document: Document) -> Hit:
    written = " + ".join(each.figure.of(document.text) for each in parts)
    values = {
        "found": total.span.of(document.text),
        "total": total.span.of(document.text),
        "sum": f"{written} = {show(added, 6)}",
    }
    related = tuple(Related(each.span, "a part") for each in parts)
    return Hit(total.span, values, related=related)
